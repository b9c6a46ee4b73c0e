"""Finds the concepts of a glossary in text."""

from __future__ import annotations

from dataclasses import dataclass

from tqa.glossary.concept import Concept, Glossary


@dataclass(frozen=True, slots=True)
class TermHit:
    """A concept named at a range of a text."""

    start: int
    end: int
    concept: Concept


class Matcher:
    """Automata over a glossary; built once a process."""

    def __init__(self, glossary: Glossary):
        self.glossary = glossary

    @classmethod
    def none(cls) -> Matcher:
        """The matcher that finds nothing."""
        return cls(Glossary())

    def in_source(self, text: str) -> list[TermHit]:
        """Leftmost-longest concepts in a Chinese text."""
        return []
