"""Tables as people really keep them: what is understood, what is told, and what is refused."""

from __future__ import annotations

import pytest

from tests.glossary.exchange.glossaries import incoming
from tqa.glossary.concept import Concept
from tqa.glossary.exchange import format_of
from tqa.glossary.exchange.format import Read
from tqa.model import ConfigError, FormatError

TWO = (Concept(("国务院",), "State Council"), Concept(("两会",), "Two Sessions"))


def read(text: str, name: str = "csv", columns: str = "") -> Read:
    path = f"terms.{name}" if name in ("csv", "tsv") else "terms.txt"
    return format_of(path, name).read(incoming(text, path, columns=columns))


@pytest.mark.parametrize(
    "text",
    [
        "原文,译文\n国务院,State Council\n两会,Two Sessions\n",
        "\ufeff原文,译文\r\n国务院,State Council\r\n两会,Two Sessions\r\n",  # a BOM and Windows line ends
        "国务院,State Council\n两会,Two Sessions\n",
        "简体,繁體,Official\n国务院,国务院,State Council\n两会,两会,Two Sessions\n",
        "State Council,国务院\nTwo Sessions,两会\n",  # the other way round
        "English;Chinese\nState Council;国务院\nTwo Sessions;两会\n",
        "原文;译文\n国务院;State Council\n两会;Two Sessions\n",
        "原文\t译文\n国务院\tState Council\n两会\tTwo Sessions\n",
        "国务院，State Council\n两会，Two Sessions\n",  # a full-width comma
        "序号,中文,英文\n1,国务院,State Council\n2,两会,Two Sessions\n",
        "编号,中文名称,Official rendering\n1,国务院,State Council\n2,两会,Two Sessions\n",  # one name known, the other column found by its script
        "zh-CN,en-US,pos\n国务院,State Council,noun\n两会,Two Sessions,noun\n",
        "原文,译文,Status,Kind\n国务院,State Council,locked,org\n两会,Two Sessions,,event\n",  # words that are another tool's
        "Source term,Target term\nState Council,国务院\nTwo Sessions,两会\n",  # named for a job from English to Chinese
        '"国务院","State Council"\n"两会","Two Sessions"\n',
        "source,target\n\n国务院,State Council\n,\n两会,Two Sessions\n,,\n",  # empty rows
    ],
)
def test_a_table_is_understood(text: str) -> None:
    assert read(text)[:2] == (TWO, ())


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("中文,英文,备注\n两会,Two Sessions,every March\n", Concept(("两会",), "Two Sessions", note="every March")),
        ("简体,繁體,英文\n国务院,國務院,State Council\n", Concept(("国务院", "國務院"), "State Council")),
        ("中文,en-US,en-GB\n党,center,centre\n", Concept(("党",), "center", allowed=("centre",))),
        ("中文,英文\n两会,Two Sessions; two sessions\n", Concept(("两会",), "Two Sessions", allowed=("two sessions",))),
        ('中文,英文\n两会,"Two Sessions\nNPC and CPPCC"\n', Concept(("两会",), "Two Sessions", allowed=("NPC and CPPCC",))),  # Alt+Enter
        ("中文,英文\n两会,Two Sessions\n两会,two sessions\n", Concept(("两会",), "Two Sessions", allowed=("two sessions",))),
        (
            "中文,英文,禁用译法\n两会,Two Sessions,two meetings；two conferences\n",
            Concept(("两会",), "Two Sessions", forbidden=("two meetings", "two conferences")),
        ),
        ("中文,英文\n两会,a\\;b\n", Concept(("两会",), "a\\", allowed=("b",))),  # a backslash is a backslash
        ("source,target\n两会,a; b\n", Concept(("两会",), "a; b")),  # tqa's own header: only | divides
        ('中文,英文\n两会,"Two Sessions, annual"\n', Concept(("两会",), "Two Sessions, annual")),
        ('中文,英文\n两会,19" monitor\n', Concept(("两会",), '19" monitor')),  # a mark inside a cell opens nothing
        ("中文,英文\n5G,5G\n", Concept(("5G",), "5G")),
        ("中文,英文\nGDP,gross domestic product\n", Concept(("GDP",), "gross domestic product")),
    ],
)
def test_a_row_is_understood(text: str, concept: Concept) -> None:
    assert read(text)[:2] == ((concept,), ())


@pytest.mark.parametrize(
    ("row", "place", "reason"),
    [
        ("国务院,", "row 2", "no target"),
        (",State Council", "row 2", "no source"),
        ("国务院,State Council,the cabinet", "row 2", "3 cells under 2 columns"),
        ("国务院,国务院办公厅", "row 2", "the English side is Chinese"),
        ("term,State Council", "row 2", "the Chinese side holds no Chinese"),
        ("#国务院,State Council", "row 2", "cannot begin with “#”"),
        ('"国务院,State Council', "row 2", "never closes"),
        ('"国务院"x,State Council', "row 2", "do not pair"),
        ("国务院," + "A long sentence. " * 30, "row 2", "is no term"),
        ("国务院," + "x" * 100_000, "row 2", "a cell of 100,000 characters"),
        ("国务院," + "x" * 300_000, "row 2", "a line of 300,004 characters"),
    ],
)
def test_a_row_that_is_none_is_listed_and_loses_no_other(row: str, place: str, reason: str) -> None:
    found = read(f"中文,英文\n{row}\n两会,Two Sessions\n")
    assert found.concepts == TWO[1:]
    assert [(rejected.place, reason in rejected.reason) for rejected in found.rejected] == [(place, True)]


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\nc,d\n", "国务院\n两会\n", "中文\n国务院\n", "国务院 State Council\n"])
def test_a_table_without_two_columns_is_refused(text: str) -> None:
    with pytest.raises(FormatError, match=r"no column of Chinese beside one of English|holds no rows"):
        read(text)


def test_what_was_understood_is_told() -> None:
    found = read("编号;原文;译文\n1;国务院;State Council\n2;两会;a; b\n3;两会;Two Sessions\n")
    assert found.understood[0] == "csv, cells divided by “;”; header; 原文 = source, 译文 = target; not read: 编号"
    assert [rejected.place for rejected in found.rejected] == ["row 3"]
    again = read("原文,译文\n两会,a; b\n两会,c\n")
    assert again.understood[1:] == (
        "cells that hold several forms, split at “;” and line ends: 1",
        "rows that repeat a source: 1; of each such term the first target is preferred, the others allowed",
    )


def test_the_user_says_what_the_columns_hold() -> None:
    text = "a,国务院,see the manual,State Council\n"
    assert read(text, columns="-,source,note,target").concepts == (Concept(("国务院",), "State Council", note="see the manual"),)
    for wrong, said in (("source,english", "unknown column 'english'"), ("source,note", "must name source and target")):
        with pytest.raises(ConfigError, match=said):
            read(text, columns=wrong)


def test_quotes_in_tab_separated_files() -> None:
    """Excel puts cells with a comma in quotation marks; in a file of ours, and in OmegaT's, they are words."""
    assert read('中文\t英文\n纽约\t"New York, NY"\n', "tsv").concepts[0].target == "New York, NY"
    assert read('source\ttarget\n纽约\t"New York, NY"\n', "tsv").concepts[0].target == '"New York, NY"'
    assert read('# a comment\n纽约\t"New York, NY"\tcity\n', "omegat").concepts == (Concept(("纽约",), '"New York, NY"', note="city"),)


def test_the_names_of_columns_are_terms_too() -> None:
    assert [concept.target for concept in read("中文\tChinese\ta language\n两会\tTwo Sessions\n", "omegat").concepts] == ["Chinese", "Two Sessions"]
    assert [concept.target for concept in read("翻译,translation\n两会,Two Sessions\n").concepts] == ["translation", "Two Sessions"]


def test_excel_shares_an_ending_with_omegat() -> None:
    """Its “Unicode text”: tabs, a header, and quotation marks around cells with a comma."""
    assert read('原文\t译文\n纽约\t"New York, NY"\n两会\ta; b\n', "omegat").concepts == (
        Concept(("纽约",), "New York, NY"),
        Concept(("两会",), "a", allowed=("b",)),
    )


def test_omegat_lists_a_target_a_row() -> None:
    assert read("两会\tTwo Sessions\tannual\n两会\ttwo sessions\n", "omegat").concepts == (
        Concept(("两会",), "Two Sessions", allowed=("two sessions",), note="annual"),
    )


def test_a_table_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqa.glossary.exchange.tables.MOST_ENTRIES", 1000)
    assert len(read("中文,英文\n" + "".join(f"国务院{n},State Council\n" for n in range(999))).concepts) == 999
    with pytest.raises(FormatError, match="more than 1,000 rows"):
        read("中文,英文\n" + "国务院,State Council\n" * 1000)


@pytest.mark.parametrize("text", ["," * 100_000, "中" * 100_000, '"' * 50_000])
def test_a_hostile_file_is_refused_in_a_few_words(text: str) -> None:
    with pytest.raises(FormatError) as refused:
        read(text)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize("text", ["," * 1_000_000, "中" * 1_000_000])
def test_a_line_without_end_is_listed(text: str) -> None:
    found = read(text)
    assert (found.concepts, [(row.place, row.reason) for row in found.rejected]) == ((), [("row 1", "a line of 1,000,000 characters")])


@pytest.mark.parametrize(("rows", "rejected"), [('"' * 50_000, 1), ('"a\n' * 5_000, 5_000), ('国务院,"' + "x" * 200_000, 1)])
def test_hostile_rows_are_listed_in_a_few_words(rows: str, rejected: int) -> None:
    found = read("中文,英文\n" + rows)
    assert (found.concepts, len(found.rejected)) == ((), rejected)
    assert all(len(row.said) + len(row.reason) < 500 for row in found.rejected)
