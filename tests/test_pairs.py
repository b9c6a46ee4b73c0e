"""Constructed sentence pairs: silence on the correct ones, a finding in the place on the faulty ones, and nothing else than what is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pairs import FaultyPair, Linter, Pair, alarms, correct_pairs, faulty_pairs, read_rows, split_names
from tqa.model import Row
from tqa.registry import own_rules


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def told(pair: Pair, rows: list[Row]) -> str:
    """The pair and what was found in it, to be read in a test's failure."""
    found = [f"{row['severity']} {row['rule']}: {row['message']}" for row in rows] or ["nothing found"]
    return "\n    ".join([pair.place, pair.source, pair.target, *found])


def test_correct_pairs_raise_no_alarm_but_the_known_ones(linter: Linter) -> None:
    wrong = []
    for pair in correct_pairs():
        found = alarms(linter.rows(pair.document))
        names, known = {row["rule"] for row in found}, split_names(pair.known)
        if names - known:
            wrong.append(f"false alarm: {told(pair, found)}")
        elif known - names:
            wrong.append(f"no alarm any more: take {', '.join(sorted(known - names))} out of `known`: {told(pair, found)}")
    assert not wrong, "\n".join(wrong)


def test_faulty_pairs_are_found_as_far_as_known(linter: Linter) -> None:
    wrong = []
    for pair in faulty_pairs():
        rows = linter.rows(pair.document)
        grade = pair.grade(rows)
        if grade != pair.known:
            cure = f"write {grade!r} into `known`, with the reason" if grade else "take it out of `known`"
            wrong.append(f"wanted {pair.known or 'found'}, is {grade or 'found'}; mend the rule, or {cure}: {told(pair, list(rows))}")
    assert not wrong, "\n".join(wrong)


def test_no_pair_stands_twice() -> None:
    both = Counter((pair.source, pair.target) for pair in (*correct_pairs(), *faulty_pairs()))
    assert not [pair for pair, times in both.items() if times > 1]


def test_pairs_are_well_formed() -> None:
    rules, wrong = own_rules().keys(), []
    for pair in (*correct_pairs(), *faulty_pairs()):
        cells = (pair.source, pair.target, pair.reason)
        if not pair.source or not pair.target or any(cell != cell.strip() for cell in cells):
            wrong.append(f"{pair.place}: an empty sentence, or a space at the end of a cell")
        if bool(pair.known) != bool(pair.reason):
            wrong.append(f"{pair.place}: what is known needs a reason, and nothing else does")
        names = pair.rules if isinstance(pair, FaultyPair) else split_names(pair.known)
        if not names <= rules:
            wrong.append(f"{pair.place}: no such rule: {', '.join(sorted(names - rules))}")
        if isinstance(pair, FaultyPair) and not (pair.rules and pair.known in ("", "hint", "miss")):
            wrong.append(f"{pair.place}: no rule, or `known` is neither empty nor hint nor miss")
        if isinstance(pair, FaultyPair) and pair.wrong and pair.target.count(pair.wrong) != 1:
            wrong.append(f"{pair.place}: {pair.wrong!r} does not stand exactly once in the target")
    assert not wrong, "\n".join(wrong)


def test_a_finding_elsewhere_is_no_finding_of_the_fault(linter: Linter) -> None:
    pair = FaultyPair("here", "numbers", "5人和63人", "Five people and 36 people", "", "", frozenset(["number-mismatch"]), "36")
    rows = linter.rows(pair.document)
    assert pair.grade(rows) == ""
    assert replace(pair, wrong="Five").grade(rows) == "miss"
    assert replace(pair, rules=frozenset(["bound-reversed"])).grade(rows) == "miss"


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "numbers.tsv"
    for text in ("source\ttarget\n", "source\ttarget\tknown\treason\n5人\n", "source\ttarget\tknown\treason\na\tb\tc\td\te\n"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"numbers\.tsv"):
            list(read_rows(path, ("source", "target", "known", "reason")))
