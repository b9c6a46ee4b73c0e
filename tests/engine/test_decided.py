"""Decisions on a glossary: what each does to its file, that a second time does nothing, and what is remembered."""

from __future__ import annotations

import pytest

from tqa.engine.decided import Rejected, carry_out, remembered, remembering
from tqa.engine.decisions import Action, Decision
from tqa.glossary.edits import Draft
from tqa.model import FormatError

HEADER = "source\ttarget\tallowed\tforbidden\tstatus"
NATO = "北约\tNATO\tthe Alliance\tNorthern Pact\t"
BANNED = "北约\tNorthern Pact\t\t\tforbidden"
SUGGESTED = "北约\tNorthern Pact\tNATO\t\tsuggested"


def carried(action: Action, value: str, *rows: str) -> tuple[bool, list[str]]:
    """Whether anything changed, and the rows of the file after it."""
    draft = Draft("\n".join([HEADER, *rows]) + "\n", "house.tsv")
    decision = Decision("1", action, concept="北约", value=value)
    changed = carry_out(draft, decision)
    once = draft.text
    assert carry_out(draft, decision) is False, "a second time changes nothing"
    assert draft.text == once
    return changed, [line.rstrip("\t") for line in once.split("\n")[1:-1]]


@pytest.mark.parametrize(
    ("action", "value", "row", "after"),
    [
        ("accept", "NATO", None, "北约\tNATO"),
        ("edit", "NATO", None, "北约\tNATO"),
        ("prefer", "NATO", None, "北约\tNATO"),
        ("forbid", "Northern Pact", None, BANNED),
        ("accept", "Atlantic Alliance", NATO, "北约\tNATO\tthe Alliance|Atlantic Alliance\tNorthern Pact"),
        ("accept", "NATO", NATO, None),
        ("accept", "the Alliance", NATO, None),
        ("accept", "Northern Pact", NATO, "北约\tNATO\tthe Alliance|Northern Pact"),  # the later decision wins
        ("edit", "Atlantic Alliance", NATO, "北约\tAtlantic Alliance\tthe Alliance\tNorthern Pact"),
        ("prefer", "the Alliance", NATO, "北约\tthe Alliance\tNATO\tNorthern Pact"),
        ("forbid", "the Alliance", NATO, "北约\tNATO\t\tNorthern Pact|the Alliance"),
        ("forbid", "NATO", NATO, "北约\tthe Alliance\t\tNorthern Pact|NATO"),
        ("forbid", "NATO", "北约\tNATO\t\t\t", "北约\tNATO\t\t\tforbidden"),
        ("forbid", "the Pact", BANNED, "北约\tNorthern Pact\t\tthe Pact\tforbidden"),
        ("accept", "NATO", BANNED, "北约\tNATO"),
        ("accept", "NATO", SUGGESTED, "北约\tNATO"),
        ("accept", "Northern Pact", SUGGESTED, "北约\tNorthern Pact\tNATO"),
        ("reject", "", NATO, None),  # approved: not to be rejected in passing
        ("accept", "A|B", None, "北约\tA\\|B"),
    ],
)
def test_what_a_decision_does(action: Action, value: str, row: str | None, after: str | None) -> None:
    rows = [row] if row else []
    changed, found = carried(action, value, *rows)
    assert found == ([row.rstrip("\t")] if after is None and row else [after])
    assert changed is (after is not None)


def test_a_rejected_suggestion_goes() -> None:
    assert carried("reject", "", SUGGESTED, "欧盟\tEU\t\t\t") == (True, ["欧盟\tEU"])


def test_other_rows_and_comments_keep_their_bytes() -> None:
    text = "# ours\r\nsource\ttarget\towner\r\n欧盟 \tEU\tdesk\r\n# next\r\n北约\tNATO\t\r\n"
    draft = Draft(text, "house.tsv")
    carry_out(draft, Decision("1", "accept", concept="北约", value="the Alliance"))
    assert draft.text == text.replace("owner\r\n", "owner\tallowed\r\n").replace("NATO\t", "NATO\t\tthe Alliance")


DECISIONS = (
    Decision("1", "reject", concept="举办", reason="a verb", author="wei", date="2026-11-27"),
    Decision("2", "reject", concept="北約", value="Northern Pact"),
    Decision("3", "accept", concept="两会", value="Two Sessions"),
)


def test_what_is_remembered_is_read_again() -> None:
    text = remembering("", DECISIONS[:1])
    text = remembering(text, DECISIONS[1:])
    assert remembered(text, "house.decided.tsv") == DECISIONS
    assert remembered("", "house.decided.tsv") == ()


def test_a_memory_keeps_columns_it_does_not_know() -> None:
    text = remembering("id\taction\tconcept\tdesk\n0\treject\t举行\tpolitics", DECISIONS[2:])
    assert text == "id\taction\tconcept\tdesk\n0\treject\t举行\tpolitics\n3\taccept\t两会\t\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id\taction\n", 1, "no column 'concept'"),
        ("id\taction\tconcept\n1\tno\t北约\n", 2, "without a known action"),
        ("id\taction\tconcept\n\treject\t北约\n", 2, "or an id"),
        ("id\taction\tconcept\n<<<<<<< ours\n", 2, "a merge left its marks"),
    ],
)
def test_a_broken_memory_is_named(text: str, line: int, said: str) -> None:
    with pytest.raises(FormatError, match=said) as raised:
        remembered(text, "house.decided.tsv")
    assert (raised.value.line, raised.value.path) == (line, "house.decided.tsv")


def test_what_was_rejected() -> None:
    rejected = Rejected(DECISIONS)
    assert rejected.holds("举办", "hold")
    assert rejected.holds("舉辦", "host"), "whatever the characters"
    assert rejected.holds("北约", "northern pact")
    assert not rejected.holds("北约", "NATO")
    assert not rejected.holds("两会", "Two Sessions")
    assert not Rejected((*DECISIONS, Decision("4", "accept", concept="举办", value="stage"))).holds("举办", "stage"), "taken back"
