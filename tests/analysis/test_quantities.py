"""What answers what between the numbers of two sides."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.text.numbers.causes import mended


def faults(target: str, source: str) -> list[tuple[str, str, str]]:
    facts = Analysis(article(target, source=(source,)))
    return [(fault.kind, *facts.quantities.texts(fault)) for judged in facts.quantities.judged for fault in judged.faults]


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("It grew by 62.3 million.", "增长6234万。"),
        ("It sold 1, 500,000 cars.", "售车150万辆。"),
        ("It sold 30 000 cars.", "售车3万辆。"),
        ("It has 300 ten thousand people.", "有300万人。"),
        ("It has 3 million 500 thousand people.", "有350万人。"),
        ("It covers 6.7 hectares.", "占地100亩。"),
        ("It is 62 miles long.", "长100公里。"),
        ("It weighs 2.5 kilograms.", "重5斤。"),
        ("It is 77 degrees Fahrenheit.", "25摄氏度。"),
        ("Five of the five came.", "5人到场。"),
        ("He served for six months.", "他服役半年。"),
        ("It costs 6 million yuan (about $900,000).", "售价600万元。"),
        ("It took three years.", "历时36个月。"),
        ("It took three days.", "历时72小时。"),
        ("It took an hour and a half.", "会期90分钟。"),
        ("It took about a month.", "历时29天。"),
        ("It took fifteen minutes.", "历时一刻钟。"),
        ("It took three quarters of an hour.", "历时三刻钟。"),
        ("Output rose by 15 percent.", "产量增长一成五。"),
        ("It took three and a half years.", "历时三年零六个月。"),
        ("It took 3.5 years.", "历时3年6个月。"),
        ("It took 18 months.", "历时一年零六个月。"),
        ("It took a year and a half.", "历时一年零六个月。"),
        ("It took two years and three months.", "历时两年零三个月。"),
        ("It went 150 kilometers.", "行程300里。"),
        ("It costs 4 yuan a kilogram.", "每斤2元。"),
        ("He is in his fifties.", "他五十多岁。"),
        ("It fell by 0.25 percentage points.", "下调25个基点。"),
        ("About 9,000 people came.", "参会者9020人。"),
        ("Nearly 200,000 cars were sold.", "售车19.6万辆。"),
        ("It cost almost $300 million.", "耗资2.87亿美元。"),
        ("There are more than 320 million of them.", "有3.27亿人。"),
        ("Almost 100 percent of them came.", "占99.6%。"),
        ("They are almost half of it.", "占49.3%。"),
        ("They are about a third of it.", "占33.1%。"),
        ("It almost doubled.", "增长98%。"),
    ],
)
def test_what_is_right(target: str, source: str) -> None:
    assert faults(target, source) == []


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("It sold 6.23 billion.", "售出623亿元。", [("magnitude", "623亿元", "6.23 billion")]),
        ("It sold 1,200 cars.", "售出1100辆。", [("mismatch", "1100", "1,200")]),
        ("It weighs 300 kg.", "重301公斤。", [("mismatch", "301公斤", "300")]),
        ("About 7 percent came.", "约七成到场。", [("ratio", "七成", "7 percent")]),
        ("The 4th plan", "第十四个规划", [("ordinal", "第十四", "4th")]),
        ("It grew.", "增长6.8%。", [("missing", "6.8%", "")]),
        ("It sold 500 cars.", "售车。", [("extra", "", "500")]),
        ("It took four years.", "历时36个月。", [("mismatch", "36", "four")]),
        ("It took 25 minutes.", "历时一刻钟。", [("mismatch", "一刻钟", "25")]),
        ("Output rose by 1.5 percent.", "产量增长一成五。", [("ratio", "一成五", "1.5 percent")]),
        ("It took three and a quarter years.", "历时三年零六个月。", [("missing", "六", "")]),
        ("It took two and a half years.", "历时三年零六个月。", [("mismatch", "三年", "two and a half"), ("missing", "六", "")]),
        ("It took four days.", "共72小时。", [("missing", "72", ""), ("extra", "", "four")]),
        ("It costs 3 yuan a kilogram.", "每斤2元。", [("mismatch", "2元", "3")]),
        ("About seven percent came.", "约七成到场。", [("ratio", "七成", "seven")]),
        ("More than 1,100 people came.", "1036人到场。", [("mismatch", "1036", "1,100")]),
        ("Nearly 1,000 people came.", "1036人到场。", [("mismatch", "1036", "1,000")]),
        ("No more than 1,000 people came.", "1036人到场。", [("mismatch", "1036", "1,000")]),
        ("About 317 people came.", "312人到场。", [("mismatch", "312", "317")]),
        ("Jan. 150 was cold.", "1月15日很冷。", [("mismatch", "15日", "150")]),
    ],
)
def test_what_is_wrong(target: str, source: str, expected: list[tuple[str, str, str]]) -> None:
    assert faults(target, source) == expected


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("It gave {} yuan.", "资助三千万元。"),
        ("{} people came.", "有35人到场。"),
        ("{} people came.", "有二百人到场。"),
        ("{} people came.", "三十六名工人到场。"),
        ("It sold {} cars.", "售车1.5亿辆。"),
    ],
)
@pytest.mark.parametrize("wrong", ["Four million", "Twenty-four", "three", "5 million", "2.5 billion", "1,100", "seven hundred and six"])
def test_a_mended_number_leaves_no_fault(target: str, source: str, wrong: str) -> None:
    facts = Analysis(article(target.format(wrong), source=(source,)))
    for judged in facts.quantities.judged:
        for fault in judged.faults:
            if fault.kind in ("mismatch", "magnitude"):
                assert fault.source is not None
                assert faults(target.format(mended(fault.source, wrong)), source) == []


def test_a_sentence_that_moved_is_excused() -> None:
    facts = Analysis(article("Many came.", "All 1,100 stayed.", source=("1100人到场。", "他们留下。")))
    assert [judged.faults for judged in facts.quantities.judged] == [(), ()]


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("9" * 100_000, "9" * 100_000),
        ("17 " * 30_000, "17、" * 30_000),
        ("17 " * 30_000, "18、" * 30_000),
        (" ".join(map(str, range(20_000))), "、".join(map(str, range(20_000, 40_000)))),
        ("", "17、" * 30_000),
        ("5 yuan, " * 10_000, "5美元、" * 10_000),
    ],
)
def test_bulk_on_both_sides_is_judged_in_linear_time(target: str, source: str) -> None:
    facts = Analysis(article(target, source=(source,)))
    assert facts.quantities.swaps is not None
    assert facts.quantities.approximation_clashes is not None
    assert len(facts.quantities.judged) <= 1


def test_a_clash_of_units_names_the_source_with_its_unit() -> None:
    facts = Analysis(article("The talks begin in two weeks.", source=("会谈两个月后开始。",)))
    ((clash,),) = facts.quantities.unit_clashes.values()
    assert facts.source.text[clash.source.start : clash.source.end] == "两个月"
