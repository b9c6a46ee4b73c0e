"""Versions of a glossary: compared and merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.glossary.merging import Conflict, Merged, merge
from tqa.glossary.tsv import fmt, parse, scan
from tqa.glossary.versions import ConceptChange, diff, versions_of
from tqa.model import FormatError

HEAD = "source\ttarget\tallowed\tforbidden\tnote\n"
BASE = HEAD + "两会\tTwo Sessions\t\t\t\n北约\tNATO\tNorth Atlantic Treaty Organization\t\t\n欧盟\tEU\t\t\t\n"


def merged(base: str, ours: str, theirs: str) -> Merged:
    return merge(base, ours, theirs, {"base": "base", "ours": "ours", "theirs": "theirs"})


def changes(before: str, after: str) -> list[ConceptChange]:
    return list(diff(parse(before, "a"), parse(after, "b")))


def test_diff_is_by_concept_not_by_line() -> None:
    shuffled = HEAD + "# new\n欧盟\tEU\t\t\t\n北约\tNATO \tNorth Atlantic Treaty Organization\n两会\tTwo Sessions\n"
    assert changes(BASE, shuffled) == []
    other = "target\tsource\tallowed\towner\nNATO\t北约|北大西洋公约组织\tthe Alliance\t\nAPEC\t亚太经合组织\t\tdesk\nTwo Sessions\t两会\t\t\n"
    found = changes(BASE, other)
    assert [(change.kind, change.source, change.line) for change in found] == [
        ("changed", "北约|北大西洋公约组织", 2),
        ("removed", "欧盟", 4),
        ("added", "亚太经合组织", 3),
    ]
    assert [(field.column, field.before, field.after) for field in found[0].fields] == [
        ("source", "北约", "北约|北大西洋公约组织"),
        ("allowed", "North Atlantic Treaty Organization", "the Alliance"),
    ]
    assert [field.column for field in found[2].fields] == ["source", "target", "owner"]


def test_diff_of_what_is_written_otherwise_is_none() -> None:
    header = "source\ttarget\tallowed\tkind\tstatus\tkeep\n"
    assert changes(header + "北约\tNATO\ta|b\t\t\t\n", header + "北约\tNATO\t b | a\tTerm\tpreferred\tno\n") == []
    assert changes("source\ttarget\n北约\tNATO\n北约\tNato\n", "source\ttarget\n北约\tNato\n北约\tNATO\n") != []  # the first is preferred


def test_each_side_changes_something_else() -> None:
    ours = BASE.replace("EU\t\t\t", "EU\tEuropean Union\t\t").replace("两会\tTwo Sessions\t\t\t\n", "")
    theirs = BASE.replace("EU\t\t\t", "EU\t\t\tsince 1993") + "亚太\tAsia-Pacific\t\t\t\n"
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == ()
    assert text == HEAD + ("亚太\tAsia-Pacific\t\t\t\n北约\tNATO\tNorth Atlantic Treaty Organization\t\t\n欧盟\tEU\tEuropean Union\t\tsince 1993\n")


def test_items_of_lists_are_merged_one_by_one() -> None:
    base = HEAD + "北约\tNATO\ta|b\tx\t\n"
    text, conflicts = merged(base, base.replace("a|b", "a|b|c").replace("\tx", "\tx|y"), base.replace("a|b", "b|d"))
    assert (text, conflicts) == (HEAD + "北约\tNATO\tb|c|d\tx|y\t\n", ())
    text, conflicts = merged(base, base.replace("北约", "北约|北大西洋公约组织"), base.replace("北约", "北约|北大西洋公約"))
    assert text.startswith(HEAD + "北约|北大西洋公约组织|北大西洋公約\t")
    assert conflicts == ()


def test_a_cell_both_set_otherwise_is_a_conflict() -> None:
    ours = BASE.replace("\tEU\t\t\t", "\tEuropean Union\tEU\t\t")
    theirs = BASE.replace("\tEU\t\t\t", "\tthe Union\t\t\tofficial")
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == (Conflict("欧盟", "target", "EU", "European Union", "the Union"),)
    assert text.endswith("<<<<<<< ours\n欧盟\tEuropean Union\tEU\t\tofficial\n=======\n欧盟\tthe Union\tEU\t\tofficial\n>>>>>>> theirs\n"), (
        "what is not in dispute is merged on both sides"
    )
    with pytest.raises(FormatError, match="a conflict of a merge") as refused:
        scan(text, "x")
    assert refused.value.line == 4


@pytest.mark.parametrize(
    ("ours", "theirs", "column", "sides"),
    [
        # Removed here, changed there.
        (BASE.replace("欧盟\tEU\t\t\t\n", ""), BASE.replace("EU\t", "EC\t"), "", (None, "source=欧盟; target=EC")),
        (BASE.replace("EU\t", "EC\t"), BASE.replace("欧盟\tEU\t\t\t\n", ""), "", ("source=欧盟; target=EC", None)),
        # Added on both sides.
        (BASE + "亚太\tAPAC\t\t\t\n", BASE + "亚太\tAsia-Pacific\t\t\t\n", "target", ("APAC", "Asia-Pacific")),
        # Allowed here, forbidden there.
        (
            BASE.replace("EU\t\t\t", "EU\tUnion\t\t"),
            BASE.replace("EU\t\t\t", "EU\t\tUnion\t"),
            "",
            ("source=欧盟; target=EU; allowed=Union", "source=欧盟; target=EU; forbidden=Union"),
        ),
        # A term that would be listed twice.
        (
            BASE.replace("北约\t", "北约|公约\t"),
            BASE + "公约\tTreaty\t\t\t\n",
            "",
            ("source=北约|公约; target=NATO; allowed=North Atlantic Treaty Organization", "source=公约; target=Treaty"),
        ),
    ],
)
def test_what_is_never_guessed(ours: str, theirs: str, column: str, sides: tuple[str | None, str | None]) -> None:
    text, conflicts = merged(BASE, ours, theirs)
    assert [(conflict.column, conflict.ours, conflict.theirs) for conflict in conflicts][:1] == [(column, *sides)]
    assert text.count("<<<<<<< ours\n") == text.count("=======\n") == text.count(">>>>>>> theirs\n") == len(conflicts)


def test_two_conflicts_with_one_row_of_ours_are_shown_together() -> None:
    ours = "source\ttarget\n甲|乙\tA\n"
    text, conflicts = merged("source\ttarget\n丙\tC\n", ours + "丙\tC\n", "source\ttarget\n甲\tB\n乙\tD\n丙\tC\n")
    assert len(conflicts) == 2
    assert text.startswith("source\ttarget\n<<<<<<< ours\n甲|乙\tA\n=======\n")
    assert sorted(line[-1] for line in text.split("=======\n")[1].split(">>>>>>>")[0].split("\n") if line) == ["B", "D"]
    assert text.endswith(">>>>>>> theirs\n丙\tC\n")


def test_the_same_on_both_sides_is_no_conflict() -> None:
    ours = BASE.replace("欧盟\tEU\t\t\t\n", "") + "亚太\tAPAC\t\t\t\n"
    theirs = BASE.replace("欧盟\tEU\t\t\t\n", "") + "亚太\tAPAC\t\t\t\n"
    text, conflicts = merged(BASE, ours, theirs)
    assert (sorted(text.split("\n")), conflicts) == (sorted(ours.split("\n")), ())


def test_our_order_bytes_comments_and_columns_stay() -> None:
    base = "# one\r\nsource\ttarget\r\n北约\tNATO\r\n两会\tTwo Sessions\r\n"
    ours = "# one\r\nsource\ttarget\towner\r\n北约\tNATO\tdesk \r\n# ours\r\n两会\tTwo Sessions\r\n# end"
    theirs = "source\ttarget\tnote\n两会\ttwo sessions\n# theirs\n北约\tNATO\tpact\n# of the EU\n欧盟\tEU\n# last\n"
    text, conflicts = merged(base, ours, theirs)
    assert conflicts == ()
    assert text == (
        "source\ttarget\towner\tnote\r\n# theirs\r\n北约\tNATO\tdesk \tpact\r\n# ours\r\n两会\ttwo sessions\r\n# end\r\n"
        "# of the EU\r\n欧盟\tEU\t\t\r\n# last\r\n"
    )


def test_rows_of_one_concept_are_taken_together() -> None:
    base = "source\ttarget\n北约\tNATO\n北约\tNato\n欧盟\tEU\n"
    theirs = "source\ttarget\n北约\tNATO\n北约\tAlliance\n欧盟\tEU\n"
    assert merged(base, base, theirs).text == "source\ttarget\n北约\tNATO\n北约\tAlliance\n欧盟\tEU\n"
    text, conflicts = merged(base, base.replace("Nato", "Pact"), theirs)
    assert [conflict.column for conflict in conflicts] == [""]
    assert "<<<<<<< ours\n北约\tNATO\n北约\tPact\n=======\n北约\tNATO\n北约\tAlliance\n>>>>>>> theirs\n" in text


def test_without_a_base() -> None:
    ours, theirs = "source\ttarget\n北约\tNATO\n", "source\ttarget\n欧盟\tEU\n"
    assert merged("", ours, theirs).text == "source\ttarget\n北约\tNATO\n欧盟\tEU\n"
    assert merged("", ours, ours) == Merged(ours, ())


def test_a_side_that_cannot_be_read_is_refused_by_name() -> None:
    with pytest.raises(FormatError) as refused:
        merged(BASE, BASE, BASE + "甲\n")
    assert (refused.value.path, refused.value.line) == ("theirs", 5)


ROWS = st.dictionaries(
    st.sampled_from("甲乙丙丁"), st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y", "x|y"]), st.sampled_from(["", "n"]))
)


def written(rows: dict[str, tuple[str, str, str]]) -> str:
    return "\n".join(["source\ttarget\tallowed\tnote", *("\t".join((source, *cells)) for source, cells in rows.items())]) + "\n"


FILES = ROWS.map(written)


def said(text: str) -> list[tuple[str, str]]:
    return sorted((version.source, str([sorted(row.items()) for row in version.rows])) for version in versions_of(parse(text, "x")))


@given(FILES, FILES, FILES)
def test_laws_of_merging(base: str, ours: str, theirs: str) -> None:
    assert said(merged(base, ours, base).text) == said(ours)
    assert said(merged(base, base, theirs).text) == said(theirs)
    assert merged(base, ours, ours) == Merged(ours, ())
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert {(c.source, c.column, c.ours, c.theirs) for c in one.conflicts} == {(c.source, c.column, c.theirs, c.ours) for c in other.conflicts}
    if not one.conflicts:
        assert not changes(one.text, other.text)
        fmt(one.text, "x")
