"""Ignores written into the text: which findings they silence, and which of them silence nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tqa.model import Document, Finding, Ignore, Notice
from tqa.rule.card import Card
from tqa.rule.kinds import GROUPS, Rule


class Suppressions:
    """The ignores of one document, counting what they silence."""

    def __init__(self, ignores: Iterable[Ignore], groups: Mapping[str, str]):
        """`groups`: every rule there is, selected or not, and its group."""
        self._ignores = tuple(ignores)
        self._groups = groups
        self._used = [0] * len(self._ignores)

    def furniture_kept(self, document: Document) -> frozenset[int]:
        """Target segments on which a boilerplate finding is ignored: they belong to the article."""
        kept: set[int] = set()
        for ignore in self._ignores:
            if any("boilerplate" in (name, self._groups.get(name)) for name in ignore.names):
                kept |= {s.index for s in document.target if self._covers(ignore, s.index) and ignore.match.lower() in s.text.lower()}
        return frozenset(kept)

    def silencing(self, finding: Finding, document: Document) -> Ignore | None:
        """The ignore that silences a finding of `document`, from now on a used one; None if none does."""
        if not self._ignores:
            return None
        text = finding.where.span.of(document.side(finding.where.side)[finding.where.segment].text).lower()
        group = self._groups.get(finding.rule, "")
        for number, ignore in enumerate(self._ignores):
            named = finding.rule in ignore.names or group in ignore.names
            if named and self._covers(ignore, finding.where.segment) and ignore.match.lower() in text:
                self._used[number] += 1
                return ignore
        return None

    @staticmethod
    def _covers(ignore: Ignore, segment: int) -> bool:
        return ignore.segment is None or ignore.segment == segment

    def unused(self, document: Document, rules: Sequence[Rule | Card]) -> Iterator[Notice]:
        """A notice for each ignore that silenced nothing although its rules ran, and for each that names no rule."""
        ran = {name for rule in rules for name in (rule.name, rule.group)} if self._ignores else set()
        for ignore, used in zip(self._ignores, self._used, strict=True):
            unknown = [name for name in ignore.names if name not in self._groups and name not in GROUPS]
            listed = ", ".join(ignore.names)
            if unknown:
                yield Notice("unknown-ignore", f"ignore[{listed}] names no rule: {', '.join(unknown)}", document.path, ignore.line)
            elif not used and all(name in ran for name in ignore.names):
                yield Notice("unused-ignore", f"ignore[{listed}] silences nothing; delete it", document.path, ignore.line)
