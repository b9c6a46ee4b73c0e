"""Faults of glossary files."""

from __future__ import annotations

import pytest

from tqa.glossary.health import check, dead_terms
from tqa.glossary.tsv import parse
from tqa.model import Severity


def faults(*lines: str) -> list[tuple[str, int, int]]:
    text = "\n".join(lines) + "\n"
    return [(fault.rule, fault.line, fault.column) for fault in check(parse(text, "x.tsv"))]


def rules(header: str, *rows: str) -> set[str]:
    return {rule for rule, _, _ in faults(header, *rows)}


HEADER = "source\ttarget\tallowed\tforbidden\tkind\tstatus\texamples"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("北约\tNATO", set()),
        ("边缘计算\tEdge computing", {"dictionary-capital"}),
        ("中国菜\tChinese food", set()),
        ("枫桥经验\tFengqiao model", set()),
        ("财政部\tMinistry of finance\t\t\tname", set()),
        ("北约\tthe Alliance", {"leading-article"}),
        ("A股\tA share", set()),
        ("北约\tNATO.", {"trailing-stop"}),
        ("美国\tU.S.", set()),
        ("公司\tExample Co.", set()),
        ("北约\t“NATO”", {"quoted-term"}),
        ("《求是》\tQiushi", set()),
        ("北约\tNATO; the Alliance", {"several-forms-in-a-cell"}),
        ("北约、欧盟\tNATO", {"several-forms-in-a-cell"}),
        ("党中央、国务院\tthe Party and the government", {"leading-article"}),
        ("和\tand", {"too-short-or-ambiguous"}),
        ("反洗钱\tAML/CFT", set()),
        ("颜色\tcolour/color", {"several-forms-in-a-cell"}),
        ("北约\tNATO (alliance)", {"note-in-a-cell"}),
        ("规则\tBanking (Disclosure) Rules", set()),
        ("北约（北大西洋公约组织）\tNATO", {"note-in-a-cell"}),
        ("存款保障（修订）条例\tDeposit Protection (Amendment) Ordinance", set()),
        ("扶贫\tpoverty alleviation，poverty reduction", {"several-forms-in-a-cell"}),
        ("空谈误国，实干兴邦\tempty talk harms the country", set()),
        ("外交部\tMFA = foreign ministry", {"several-forms-in-a-cell"}),
        ("改革\t1. reform 2. change", {"several-forms-in-a-cell"}),
        ("第1、2号令\tOrders No. 1 and 2", set()),
        ("source\ttarget", {"header-as-term"}),
        ("北约\tNATO  pact", {"padded-cell"}),
        ("北约\tNATO\t\tNATO", {"forbidden-equals-preferred"}),
        ("北约\tNATO\t\tNato", set()),
        ("北约\tNATO\t\t\t\tsuggested", {"unreviewed-suggestion"}),
        ("北约\tNATO\t\tNorth Pact\t\t\tgood: 北约开会 => NATO met | bad: North Pacts", set()),
        ("北约\tNATO\t\t\t\t\tbad: 北约开会 => NATO met", {"example-fails"}),
        ("北约\tNATO\t\t\t\t\tgood: 北约开会 => the pact met", {"example-fails"}),
        ("北约\tNATO\t\t\t\t\tbad: the pact met", {"example-fails"}),  # nothing forbids it, and no source names the term
        ("北约\tNATO\t\t\t\t\tNATO met", {"example-fails"}),
    ],
)
def test_faults_of_a_row(row: str, expected: set[str]) -> None:
    row += "\t" * (HEADER.count("\t") - row.count("\t"))
    found = rules(HEADER, row)
    assert found - {"not-normal-form"} == expected


def test_places() -> None:
    assert faults("# c", "source\ttarget\tallowed", "北约\tNATO\tthe pact|the Alliance.") == [
        ("leading-article", 3, 9),
        ("leading-article", 3, 18),
        ("trailing-stop", 3, 18),
    ]
    assert ("leading-article", 2, 20) in faults("source\ttarget\tallowed", "北约\tNATO\tpact |\\|a| the Alliance")


def test_what_one_row_forbids_and_another_prefers() -> None:
    header = "source\ttarget\tforbidden\tforbidden_if_source"
    assert rules(header, "乙方\tParty B\t\t", "甲方\tParty A\tParty B\t") == {"forbidden-equals-preferred"}
    assert rules(header, "乙方\tParty B\t\t", "甲方\tParty A\t\tParty B") == set()


def test_capitals_make_no_other_form() -> None:
    header = "source\ttarget\tforbidden"
    assert rules(header, "乙方\tparty B\t", "甲方\tParty A\tPARTY B") == {"forbidden-equals-preferred"}
    assert rules(header, "乙方\tParty B\tparty b") == set()
    assert rules(header, "甲方\tParty A\tParty B", "乙方\tParty B\t", "丙方\tparty B\t") == {"forbidden-equals-preferred", "not-normal-form"}


def test_two_that_forbid_each_other_are_an_error_told_once() -> None:
    text = "source\ttarget\tforbidden\n甲方\tParty A\tx|Party B\n乙方\tParty B\tParty A\n"
    found = [fault for fault in check(parse(text, "x")) if fault.rule == "forbidden-equals-preferred"]
    assert [(fault.line, fault.column, fault.severity) for fault in found] == [(2, 14, Severity.ERROR)]
    assert "on line 3; each forbids the other's English" in found[0].message


def test_files_used_together_may_contradict_each_other() -> None:
    house, press = parse("source\ttarget\tforbidden\n甲方\tParty A\tParty B\n", "house"), parse("source\ttarget\n乙方\tParty B\n", "press")
    assert check(house) == check(press, [house]) == []
    (fault,) = check(house, [press])
    assert fault.message.startswith("'Party B' is forbidden here and fine for '乙方' in press:2;")


def test_dead_terms() -> None:
    file = parse("source\ttarget\n北约|北大西洋公约组织\tNATO\n中国人民银行\tPBOC\n银行\tbank\n欧盟\tEU\n", "x")
    found = dead_terms(file, ["北約開會。", "中国人民银行开会。"])
    assert [(fault.rule, fault.line, fault.severity) for fault in found] == [("dead-term", 4, Severity.INFO), ("dead-term", 5, Severity.INFO)]
    assert "no hit in 2 articles" in found[0].message


def test_shared_sources() -> None:
    assert rules("source\ttarget", "央行\tcentral bank", "央行|人民银行\tPBOC") == {"conflicting-target"}
    assert rules("source\ttarget", "關懷\tcare", "关怀\tcare") == {"duplicate-concept", "not-normal-form"}
    assert rules("source\ttarget", "关怀\tcare", "关怀\tcare") == {"duplicate-concept"}
    # Rows of one source are how a plain list gives several forms.
    assert rules("source\ttarget", "关怀\tcare", "关怀\tconcern") == set()


def test_normal_form_and_columns() -> None:
    assert ("not-normal-form", 2, 0) in faults("source\ttarget", "甲甲\txyz", "乙乙\txyz")
    (fault,) = [one for one in check(parse("source\ttarget\tforbiden\n甲甲\txyz\tb\n", "x")) if one.rule == "not-normal-form"]
    assert fault.severity is Severity.ERROR
    assert "forbidden" in fault.message
