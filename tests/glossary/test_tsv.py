"""The glossary file: what is read, what is refused, and the laws of its normal form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tqa.glossary.concept import Concept
from tqa.glossary.layers import merge
from tqa.glossary.rows import COLUMNS, WORDS, join_list, split_list
from tqa.glossary.tsv import ParsedFile, dump, fmt, parse, scan
from tqa.glossary.unread import UnreadRows
from tqa.model import FormatError


def read(*lines: str) -> ParsedFile:
    return parse("\n".join(lines) + "\n", "press.tsv")


def test_three_columns_are_enough() -> None:
    file = read("source\ttarget\tnote", "北约\tNATO\tan alliance", "欧盟\tEuropean Union")
    assert file.concepts == (Concept(("北约",), "NATO", note="an alliance"), Concept(("欧盟",), "European Union"))
    assert [row.line for row in file.rows] == [2, 3]


def test_columns_stand_in_any_order_and_unknown_ones_are_kept() -> None:
    file = read("owner\tTARGET \tsource", "desk\tNATO\t北约|北大西洋公约组织")
    assert file.columns == ("owner", "target", "source")
    assert file.concepts == (Concept(("北约", "北大西洋公约组织"), "NATO"),)
    assert file.cell(file.rows[0], "owner") == "desk"


def test_a_row_says_all_there_is_to_say() -> None:
    cells = "两会\tTwo Sessions\ttwo sessions|lianghui\ttwo meetings\tconferences\tNPC\terror\tname\texact\tyes\tyes\t两会议"
    cells += "\tsuggested\tdesk\tyearly\tgood: a|bad: b"
    assert read("\t".join(COLUMNS), cells).concepts == (
        Concept(
            source=("两会",),
            target="Two Sessions",
            allowed=("two sessions", "lianghui"),
            forbidden=("two meetings",),
            forbidden_if_source=("conferences",),
            short=("NPC",),
            strength="error",
            kind="name",
            exact_case=True,
            keep=True,
            only_if_source=True,
            not_inside=("两会议",),
            status="suggested",
            origin="desk",
            note="yearly",
            examples="good: a | bad: b",
        ),
    )


def test_rows_with_the_same_source_are_one_concept() -> None:
    file = read("source\ttarget\tstatus", "北约\tNATO\tpreferred", "欧盟\tEU\t", "北约\tNato\t", "北约\tthe Alliance\tforbidden")
    assert file.concepts[0] == Concept(("北约",), "NATO", allowed=("Nato",), forbidden=("the Alliance",))
    assert file.listed[0].rows == (0, 2, 3)


def test_a_forbidden_row_alone_has_no_target() -> None:
    concept = read("source\ttarget\tstatus", "北约\tNorthern Pact\tforbidden").concepts[0]
    assert (concept.target, concept.forbidden, concept.status) == ("", ("Northern Pact",), "forbidden")


def test_a_header_alone_is_a_glossary_of_nothing() -> None:
    assert read("source\ttarget").concepts == ()
    assert parse("\ufeffsource\ttarget\r\n# note\r\n", "x.tsv").concepts == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "empty"),
        ("\ufeff", 1, "empty"),
        ("\n\n", 1, "no header"),
        ("# only a comment\n", 1, "no header"),
        ("北约\tNATO\n", 1, "no header"),
        ("sorce\ttarget\n", 1, "is 'sorce' meant?"),
        ("source\ttarget\ttarget\n", 1, "twice"),
        ("source\t\ttarget\n", 1, "no name"),
        ("source\ttarget\n北约\n", 2, "no target for '北约'"),
        ("source\ttarget\n# c\n\n\tNATO\n", 4, "no source"),
        ("source\ttarget\n北约\tNATO\tpact\n", 2, "3 cells under 2 columns"),
        ("source\ttarget\tkind\n北约\tNATO\tnme\n", 2, "did you mean 'name'?"),
        ("source\ttarget\tstatus\n北约\tNATO\tok\n", 2, "write approved, preferred, suggested, forbidden or nothing"),
        ("target\tsource\nNATO\t#北约\n", 2, "cannot begin with “#”"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(text, "x.tsv")
    assert (caught.value.path, caught.value.line) == ("x.tsv", line)
    assert said in str(caught.value)


def test_empty_cells_past_the_last_column_are_forgiven() -> None:
    assert read("source\ttarget\t", "北约\tNATO\t\t").columns == ("source", "target")


def test_a_later_file_takes_the_forms_it_lists() -> None:
    house = read("source\ttarget", "北約\tAtlantic alliance", "两会\tlianghui")
    press = read("source\ttarget", "北约|北大西洋公约组织\tNATO", "两会\tTwo Sessions", "欧盟\tEU")
    assert [(c.source, c.target) for c in merge([press, house]).concepts] == [
        (("北大西洋公约组织",), "NATO"),  # 北约 is listed again, in traditional characters
        (("欧盟",), "EU"),
        (("北約",), "Atlantic alliance"),
        (("两会",), "lianghui"),
    ]


def test_normal_form() -> None:
    text = "# head\nowner\tTarget\tsource\tstatus\n# on two\n b \t x\\|y | z| \t乙|甲| 甲\tPreferred\r\n\n\tw\t丙\t\n# last"
    assert fmt(text, "x.tsv") == ("# head\nsource\ttarget\tstatus\towner\n丙\tw\t\t\n# on two\n乙|甲\tx\\|y|z\tpreferred\tb\n# last\n")


LETTERS = st.text("北约欧盟ab#|\\ .;\u3000é", max_size=6)
CELLS = st.lists(LETTERS, max_size=3).map("|".join)


@st.composite
def files(draw: st.DrawFn) -> str:
    names = ["source", "target", *draw(st.lists(st.sampled_from([*COLUMNS[2:], "owner", "#2"]), unique=True, max_size=8))]
    names = draw(st.permutations(names))
    lines = ["\t".join(names)]
    for _ in range(draw(st.integers(0, 5))):
        if draw(st.integers(0, 5)) == 0:
            lines.append("# " + draw(LETTERS))
        cells = []
        for name in names:
            if name in WORDS:
                cells.append(draw(st.sampled_from(["", *WORDS[name]])))
            elif name in ("source", "target"):
                cells.append(draw(st.sampled_from("甲乙丙ab")) + draw(CELLS))
            else:
                cells.append(draw(CELLS))
        lines.append("\t".join(cells))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n", "\n\n# end"]))


def concepts(text: str) -> list[Concept]:
    return sorted(parse(text, "x").concepts, key=lambda concept: concept.source)


WILD = st.text("\t\t\n\n甲乙a|\\# \u3000\r", max_size=30)
ROWS = ["甲\ta\t\t\n", "乙| 丙\tb|\tyes\tname\n", "丁\tc\tno\t\n", "戊\t\u3000\t\t\n", "甲\td\t\t\n"]
SOUND = st.lists(st.sampled_from(ROWS), max_size=4).map("".join)


@given(SOUND, WILD, st.sampled_from(["", "# head\n"]))
@example("甲\ta\t\t\n", "乙\t|\t\t", "")
@example("甲\ta\t\t\n", "乙\tb\t\n丙\td\t\t\t", "")
@example("甲\ta\t\t\n", "=======\tb\t\t\n", "")
def test_rows_looked_over_are_what_they_are_row_by_row(sound: str, wild: str, head: str) -> None:
    text = f"{head}source\ttarget\tkeep\tkind\n{sound}{wild}"

    def outcome(concepts: Callable[[], Iterable[Concept]]) -> object:
        try:
            return list(concepts())
        except FormatError as error:
            return error.path, error.line, str(error)

    def looked_over() -> Iterable[Concept]:
        listing = parse(text, "x").listing
        return map(listing.read, range(len(listing)))

    assert outcome(looked_over) == outcome(lambda: scan(text, "x").concepts)


def test_a_file_that_is_sound_is_looked_over() -> None:
    file = read(
        "# head", "source\ttarget\tforbidden\tstatus\tonly_if_source", "北约|北大\tNATO\tNato\t\t", "欧盟\tEU\t\tforbidden\t", "两会\ta\\|b\t\t\tyes"
    )
    rows = file.listing
    assert isinstance(rows, UnreadRows)
    assert rows.sources == [("北约", "北大"), ("欧盟",), ("两会",)]
    assert rows.fine == ["NATO\nEU\na|b"]
    assert (rows.forbidding, rows.needing_source) == ([0, 1], [2])


@given(files())
def test_the_normal_form_is_at_rest_and_says_the_same(text: str) -> None:
    try:
        before = concepts(text)
    except FormatError:
        return
    normal = fmt(text, "x")
    assert fmt(normal, "x") == normal
    assert concepts(normal) == before
    assert len(parse(normal, "x").comments) == len(parse(text, "x").comments)


@given(files())
def test_concepts_survive_a_new_file(text: str) -> None:
    try:
        before = concepts(text)
    except FormatError:
        return
    written = dump(before)
    assert fmt(written, "x") == written
    after = concepts(written)
    assert [(c.source, c.target, c.short, c.not_inside, c.note, c.examples) for c in after] == [
        (c.source, c.target, c.short, c.not_inside, c.note, c.examples) for c in before
    ]
    # A concept without a target is written as a row of status forbidden; its allowed forms have nothing to stand beside.
    assert [(set(c.allowed), set(c.forbidden)) for c in after] == [(set(c.allowed), set(c.forbidden)) for c in before]


@given(st.lists(LETTERS.map(str.strip).filter(bool), unique=True))
def test_a_list_survives_its_cell(items: list[str]) -> None:
    assert split_list(join_list(items)) == tuple(items)
