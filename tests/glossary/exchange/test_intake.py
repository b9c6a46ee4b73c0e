"""Taking concepts into a glossary: nothing of it is lost, and nothing is overwritten unasked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.glossary.exchange.glossaries import glossaries
from tqa.glossary.concept import Concept
from tqa.glossary.edits import Draft
from tqa.glossary.exchange.intake import take_in
from tqa.glossary.tsv import dump, parse

HOUSE = """\
# Our terms
source\ttarget\tallowed\tforbidden\tshort\tnote\towner
国务院\tState Council\tthe cabinet\tCountry Council\t\tofficial\tLi
两会\tTwo Sessions\t\t\tNPC\t\t
北约\tNATO\t\t\t\t\t
欧共体\tEuropean Community\t\t\t\t\t
"""


def taken(concept: Concept, *, replace: bool = False) -> tuple[str, tuple[str, ...], str]:
    """The outcome, what was said of it, and the file's lines that changed."""
    draft = Draft(HOUSE, "house.tsv")
    (one,) = take_in(draft, [concept], replace=replace)
    said = one.reasons or tuple(f"{change.column}: {change.before} → {change.after}" for change in one.changes)
    said += tuple(f"{kept.column}: {kept.before}, not {kept.after}" for kept in one.kept)
    before = HOUSE.split("\n")
    return one.outcome, said, "\n".join(line for line in draft.text.split("\n") if line not in before)


@pytest.mark.parametrize(
    ("concept", "outcome", "said", "line"),
    [
        (Concept(("东盟",), "ASEAN", note="ten states"), "added", (), "东盟\tASEAN\t\t\t\tten states\t"),
        (Concept(("国务院",), "State Council"), "same", (), ""),
        (Concept(("国务院",), "the cabinet"), "same", (), ""),  # fine here already
        (Concept(("國務院",), "State Council"), "same", (), ""),  # the same word in other characters
        (Concept(("国务院",), "State Council", status="suggested"), "same", (), ""),
        (Concept(("国务院",), "State Council", allowed=("Cabinet",)), "completed", ("allowed: the cabinet → the cabinet|Cabinet",), None),
        (Concept(("两会", "全国两会"), "Two Sessions", note="annual"), "completed", ("source: 两会 → 两会|全国两会", "note:  → annual"), None),
        (Concept(("两会",), "Two Sessions", allowed=("NPC",)), "same", (), ""),  # a short form is fine already
        (Concept(("两会",), "", forbidden=("two meetings",), status="forbidden"), "completed", ("forbidden:  → two meetings",), None),
        (Concept(("国务院",), "Cabinet Office"), "conflict", ("target: 'State Council' here, 'Cabinet Office' there",), ""),
        (Concept(("国务院",), "State Council", note="other"), "same", ("note: official, not other",), ""),  # two notes contradict nothing
        (Concept(("两会",), "Two Sessions", strength="error"), "completed", ("strength:  → error",), None),
        (
            Concept(("国务院",), "State Council", allowed=("Country Council",)),
            "conflict",
            ("'Country Council' is forbidden here and fine there",),
            "",
        ),
        (Concept(("两会",), "", forbidden=("NPC",), status="forbidden"), "conflict", ("'NPC' is fine here and forbidden there",), ""),
        (Concept(("北约", "欧共体"), "NATO"), "conflict", ("its forms belong to several concepts, on lines 5 and 6",), ""),
    ],
)
def test_what_becomes_of_a_concept(concept: Concept, outcome: str, said: tuple[str, ...], line: str | None) -> None:
    found = taken(concept)
    assert found[:2] == (outcome, said)
    if line is not None:
        assert found[2] == line


@pytest.mark.parametrize(
    ("concept", "line"),
    [
        (Concept(("国务院",), "Cabinet Office"), "国务院\tCabinet Office\tthe cabinet\tCountry Council\t\tofficial\tLi"),
        (Concept(("国务院",), "Country Council"), "国务院\tCountry Council\tthe cabinet\t\t\tofficial\tLi"),
        (Concept(("国务院",), "State Council", note="new"), "国务院\tState Council\tthe cabinet\tCountry Council\t\tnew\tLi"),
        # The preferred form is forbidden: the next one that is fine takes its place.
        (Concept(("国务院",), "", forbidden=("State Council",), status="forbidden"), "国务院\tthe cabinet\t\tState Council\t\tofficial\tLi"),
    ],
)
def test_the_file_counts_if_asked(concept: Concept, line: str) -> None:
    outcome, _, changed = taken(concept, replace=True)
    assert (outcome, changed) == ("replaced", line)


@given(here=glossaries(), there=glossaries())
@settings(max_examples=60)
def test_laws_of_taking_in(here: tuple[Concept, ...], there: tuple[Concept, ...]) -> None:
    """A second time nothing changes; what was there stays; a file is taken whole into an empty glossary."""
    text = dump(here)
    draft = Draft(text, "house.tsv")
    first = take_in(draft, there)
    once = draft.text
    again = take_in(draft, there)
    assert draft.text == once
    assert {one.outcome for one in again} <= {"same", "conflict"}
    assert [one.outcome == "conflict" for one in again] == [one.outcome == "conflict" for one in first]
    after = {form: concept for concept in parse(once, "house.tsv").concepts for form in concept.source}
    for concept in here:
        kept = after[concept.source[0]]
        assert kept.target == concept.target or not concept.target
        assert {*concept.forms, *concept.forbidden, *concept.short} <= {*kept.forms, *kept.forbidden, *kept.short}
    empty = Draft("source\ttarget\n", "house.tsv")
    assert {one.outcome for one in take_in(empty, there)} == {"added"}
    assert empty.concepts == there
