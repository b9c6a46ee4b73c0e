"""Term memories: they add up in any order, keep what they hold, and are read strictly."""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.api import Session
from tqa.config.settings import Settings
from tqa.glossary.majority import is_derived, is_part, is_same, majority_of
from tqa.glossary.memory import MOST_USES, Exemplar, Use, Uses, add, capped, parse, update, written
from tqa.model import FormatError
from tqa.runners.local import Run

HEADER = "source\trendering\tcount\tdocuments\texample\n"


def uses(**documents: int) -> Uses:
    """Uses with so many articles each; `_` stands for a blank."""
    return tuple(sorted(Use(name.replace("_", " "), count, count) for name, count in documents.items()))


@given(st.lists(st.tuples(st.sampled_from([f"Form {n}" for n in range(3 * MOST_USES)]), st.integers(1, 9)), max_size=60), st.randoms())
def test_any_order_of_adding_gives_the_same(parts: list[tuple[str, int]], chance: Random) -> None:
    shares: list[Uses] = [(Use(rendering, count, 1, Exemplar(f"doc-{number}")),) for number, (rendering, count) in enumerate(parts)]
    nothing: Uses = ()
    whole = reduce(add, shares, nothing)
    chance.shuffle(shares)
    cut = chance.randrange(len(shares) + 1)
    assert add(reduce(add, shares[:cut], nothing), reduce(add, shares[cut:], nothing)) == whole
    assert len(whole) <= MOST_USES
    for use in whole:
        own = [count for rendering, count in parts if rendering == use.rendering]
        assert (use.mentions, use.documents) == (sum(own), len(own)), "what is kept is complete"


CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).map(str.strip).filter(lambda cell: cell and cell[0] != "#")
COUNT = st.integers(1, 10**9)


@given(st.dictionaries(CELL, st.dictionaries(CELL, st.tuples(COUNT, COUNT, CELL), min_size=1, max_size=4), max_size=6))
def test_a_file_keeps_the_memory(plain: dict[str, dict[str, tuple[int, int, str]]]) -> None:
    memory = {
        term: tuple(sorted(Use(rendering, count, documents, Exemplar(sentence=text)) for rendering, (count, documents, text) in rows.items()))
        for term, rows in plain.items()
    }
    assert parse(written(memory), "m.tsv") == memory


def test_the_file_is_for_people() -> None:
    memory = {"新华社": (Use("Xinhua", 1, 1), Use("Xinhua News Agency", 9, 7, Exemplar(sentence="He said\tso.\nThen he left.")))}
    assert written(memory) == HEADER + "新华社\tXinhua News Agency\t9\t7\tHe said so. Then he left.\n新华社\tXinhua\t1\t1\t\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "begins with the line"),
        ("source\ttarget\n", 1, "begins with the line"),
        (HEADER + "北京\tBeijing\n", 2, "has 2 cells"),
        (HEADER + "# a note\n北京\tBeijing\tmany\t1\t\n", 3, "not a whole number"),
        (HEADER + "北京\tBeijing\t1\t0\t\n", 2, "documents is '0'"),
        (HEADER + "北京\tBeijing\t１\t1\t\n", 2, "not a whole number"),
        (HEADER + "北京\tBeijing\t" + "9" * 5000 + "\t1\t\n", 2, "not a whole number"),
        (HEADER + "\tBeijing\t1\t1\t\n", 2, "the source is empty"),
        (HEADER + "北京\t \t1\t1\t\n", 2, "the rendering is empty"),
        (HEADER + "北京\tBeijing\t1\t1\t\n北京\tBeijing\t2\t2\t\n", 3, "a second time"),
    ],
)
def test_what_is_no_memory_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FormatError, match=said) as error:
        parse(text, "m.tsv")
    assert (error.value.line, error.value.path) == (line, "m.tsv")


def test_an_update_keeps_what_more_articles_stand_behind() -> None:
    known = {"甲": uses(Old=5), "乙": uses(Old=1), "丙": uses(Old=2)}
    fresh = {"甲": uses(New=2), "乙": uses(New=1), "丁": uses(New=1)}
    after = update(known, fresh)
    assert after == {"甲": uses(Old=5), "乙": uses(New=1), "丙": uses(Old=2), "丁": uses(New=1)}
    assert update(after, fresh) == after, "again changes nothing"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (uses(Bay_Area=2, Gulf_Area=1), "Bay Area"),
        (uses(Bay_Area=1), None),  # one article is no majority
        (uses(Bay_Area=3, Gulf_Area=2), None),  # too near
        (uses(Bay_Area=2, Gulf_Area=1, Gulf_Zone=1, Bay_Zone=1), None),  # three others
        (uses(bay_area=9), None),  # no name
        (uses(Bay_of_Whales=2), "Bay of Whales"),
        (uses(Xinhua=3, Xinhua_News_Agency=4), "Xinhua News Agency"),  # a short form is no rival
        (uses(UN=3, United_Nations=4), "United Nations"),  # nor an acronym
        (uses(Russian=5, Russia=2), "Russia"),  # a people is its country
        (uses(**{f"Form{chr(97 + n)}": 20 if n == 0 else 1 for n in range(MOST_USES)}), None),  # what has so many is no name
    ],
)
def test_majorities(given: Uses, wanted: str | None) -> None:
    majority = majority_of("某", given, 2)
    assert (majority.use.rendering if majority else None) == wanted


@pytest.mark.parametrize(
    ("claim", "one", "other", "holds"),
    [
        (is_same, "Smart Stop Signs", "the smart stop-sign", True),
        (is_same, "Bay Area", "Bay Zone", False),
        (is_part, "BRI", "Belt and Road Initiative", True),
        (is_part, "BARI", "Belt and Road Initiative", True),
        (is_part, "Security Council", "UN Security Council", True),
        (is_part, "Security Council", "State Council", False),
        (is_derived, "Russian Navy", "Russian Naval", True),
        (is_derived, "UN Charter", "UN Chapter", False),  # a slip, not a word of the same root
        (is_derived, "Bay Area", "Bay Zone", False),
        (is_derived, "Director of Audit", "Auditor", True),
        (is_derived, "Director of Works", "Auditor", False),
        (is_derived, "United Nations", "Unified Nations", False),  # one root, one ending: two words
    ],
)
def test_what_renderings_are_to_each_other(claim: object, one: str, other: str, holds: bool) -> None:
    assert callable(claim)
    assert claim(one, other) is claim(other, one) is holds


def test_a_term_with_as_many_renderings_as_are_kept_is_told() -> None:
    forms = [Use(f"Form {number:02}", 1, 1) for number in range(MOST_USES + 3)]
    kept = add(tuple(forms[:10]), tuple(forms[10:]))
    assert capped({"甲": kept, "乙": tuple(forms[: MOST_USES - 1]), "丙": ()}) == ["甲"]


def test_lint_tells_of_terms_with_too_many_renderings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge opened.\n")
    many = tuple(Use(f"Form {number:02}", 1, 1) for number in range(MOST_USES))
    monkeypatch.setattr(Run, "memory", {"青山奖": many})
    (notice,) = [one for one in Session([str(tmp_path)], Settings()).linted.report.notices if one.code == "many-renderings"]
    assert notice.message == "1 term rendered in 16 ways or more, and so taken for no name: 青山奖"
