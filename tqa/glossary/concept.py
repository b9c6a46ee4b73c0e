"""Concepts: what a glossary lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "term", "generic"]
Status = Literal["approved", "suggested", "forbidden"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing and its names. `source`: Chinese forms; `target`: the preferred form; `allowed`: others that are fine."""

    source: tuple[str, ...]
    target: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    forbidden_if_source: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    strength: str = ""
    kind: Kind = "term"
    exact_case: bool = False
    keep: bool = False
    only_if_source: bool = False
    not_inside: tuple[str, ...] = ()
    status: Status = "approved"
    origin: str = ""
    note: str = ""
    examples: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Concepts of one or more files, later files first in rights."""

    concepts: tuple[Concept, ...] = ()
