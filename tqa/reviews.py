"""A review of suggestions: which are left, what was decided, and the decisions carried out.

review = Review("terms/house.suggested.tsv")
review.decide(review.left()[0], "accept")
review.apply()
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from tqa.decisions import Applied, apply_decisions
from tqa.engine.decided import memory_path, remembered
from tqa.engine.decisions import Action, Decision, Decisions, dump_decisions, parse_decisions
from tqa.files import read_bytes, read_text, write_atomic
from tqa.glossary.rows import join_list
from tqa.glossary.suggestions.suggestion import ENDING, Suggestion, parse_suggestions
from tqa.model import FormatError
from tqa.suggestions import glossary_beside


class Review:
    """Decisions on the suggestions of a review file, kept in a file beside it as they are made: house.decisions.json."""

    def __init__(self, path: str, into: str = "", *, author: str = "", date: str = ""):
        """`into`: the glossary that takes what is accepted; default: the one the review file is named after.

        Raises ConfigError for a file of another name, FormatError for one that cannot be read.
        """
        self.glossary = into or glossary_beside(path)
        glossary_beside(path)
        self.decisions_path = path.removesuffix(ENDING) + ".decisions.json"
        self.suggestions = parse_suggestions(read_text(path), path)
        self._author, self._date = author, date
        self._decisions = self._kept()
        memory = memory_path(self.glossary)
        self._carried_out = {one.id for one in remembered(read_text(memory), memory)} if os.path.lexists(memory) else set()

    def left(self) -> tuple[Suggestion, ...]:
        """The suggestions on which nothing was decided, in the order of the file."""
        decided = self._carried_out | {one.id for one in self._decisions}
        return tuple([one for one in self.suggestions if one.id not in decided])

    def decide(self, suggestion: Suggestion, action: Action, *, value: str = "", reason: str = "") -> None:
        """Keep a decision; the file is written before this returns. Raises FormatError if it cannot be.

        `value`: the English meant, where it is another than the suggested one.
        """
        if action == "accept" and suggestion.change == "forbid":
            action = "forbid"
        # Who rejects a new concept says that the term is none, whatever it becomes.
        meant = "" if action == "reject" and not suggestion.change else " ".join((value or suggestion.target).split())
        decision = Decision(suggestion.id, action, suggestion.source, value=meant, reason=reason, author=self._author, date=self._date)
        self._keep((*self._decisions, decision))

    def undo(self) -> bool:
        """Forget the last decision that is not carried out yet; whether there was one."""
        if not self._decisions or self._decisions[-1].id in self._carried_out:
            return False
        self._keep(self._decisions[:-1])
        return True

    def apply(self) -> Applied:
        """Carry out what was decided. Raises FormatError; nothing is lost, the next review carries it out."""
        if not self._decisions:
            return Applied()
        details = {one.source: _details(one) for one in self.suggestions if not one.change}
        return apply_decisions(self.decisions_path, (self.glossary,), "", details)

    def _kept(self) -> tuple[Decision, ...]:
        if not os.path.lexists(self.decisions_path):
            return ()
        parsed: Decisions = parse_decisions(read_bytes(self.decisions_path), self.decisions_path)
        if parsed.problems:
            first = parsed.problems[0]
            raise FormatError(first.message, line=first.line, code=first.code, path=self.decisions_path)
        return parsed.decisions

    def _keep(self, decisions: tuple[Decision, ...]) -> None:
        write_atomic(self.decisions_path, dump_decisions(decisions))
        self._decisions = decisions


def _details(suggestion: Suggestion) -> Mapping[str, str]:
    """Cells of a new concept beside its source and target."""
    return {"kind": "" if suggestion.kind == "term" else suggestion.kind, "short": join_list(suggestion.short)}
