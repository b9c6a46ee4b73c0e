"""Terms in Chinese, forbidden forms in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.forbidden import Forbidden
from tqa.glossary.forms import English
from tqa.glossary.matcher import Matcher
from tqa.glossary.script import simplified
from tqa.text.english import lower

TERMS = (
    Concept(("一带一路倡议",), "Belt and Road Initiative"),
    Concept(("会议",), "meeting"),
    Concept(("议程",), "agenda"),
    Concept(("两会",), "Two Sessions", not_inside=("两会议", "第两会")),
    Concept(("關懷",), "care"),
    Concept(("G20",), "G20"),
    Concept(("银行",), "bank"),
    Concept(("中国人民银行", "央行"), "People's Bank of China"),
    Concept(("央行",), "central bank"),
    Concept(("《求是》",), "Qiushi"),
)
MATCHER = Matcher(Glossary(TERMS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进“一带一路”倡议。", ["一带一路”倡议"]),
        ("“一带一路倡议”", ["一带一路倡议"]),
        ("一帶一路倡議", ["一帶一路倡議"]),
        ("一带一路”倡议", []),  # the quotation ends inside
        ("“两会”议程", ["两会", "议程"]),
        ("“两会”议", ["两会"]),  # 会”议 is no 会议
        ("两会议程", ["会议"]),  # in a context that is another word; what it covered is looked at again
        ("第两会", []),
        ("关怀G20和G200，AG20", ["关怀", "G20"]),
        ("Ｇ２０峰会", ["Ｇ２０"]),
        ("中国人民银行和银行", ["中国人民银行", "银行"]),
        ("坚持实事求是", []),  # listed between title marks only
        ("《求是》杂志", ["求是"]),
        ("", []),
    ],
)
def test_in_source(text: str, expected: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in MATCHER.in_source(text)] == expected


def test_a_form_of_two_rows_is_fine_in_the_english_of_either() -> None:
    (hit,) = MATCHER.in_source("央行")
    assert hit.concept.forms == ("People's Bank of China", "central bank")


@given(st.text("一带路倡议“”两会议程第G20關懷关怀《求是》", max_size=30))
def test_hits_do_not_overlap_and_read_as_a_source_form(text: str) -> None:
    known = {simplified(form).strip("《》") for concept in TERMS for form in concept.source}
    end = 0
    for hit in MATCHER.in_source(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
        assert "".join(c for c in simplified(text[hit.start : hit.end]) if c not in "“”《》") in known


@given(st.text("臺灣关怀ＡＰＴa１", max_size=20))
def test_folding_keeps_offsets_and_is_at_rest(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


FORBIDDEN = Forbidden(
    Glossary(
        (
            Concept(("中国式现代化",), "Chinese modernization", forbidden=("Chinese-style modernization",)),
            Concept(("中国",), "People's Republic of China", forbidden=("Republic of China", "PROC")),
            Concept(("北约",), "NATO", forbidden=("Nato",)),
            Concept(("国会",), "Parliament", forbidden=("Diet",)),
            Concept(("欧盟",), "EU", forbidden=("EU", "Common Market")),
        )
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese style modernisations", ["Chinese style modernisations"]),
        ("the Republic of China", ["Republic of China"]),
        ("the People’s Republic of China", []),
        ("NATO, Nato", ["Nato"]),
        ("a healthy diet", []),
        ("the Diets of Worms", ["Diets"]),
        ("Dietary", []),
        ("the EU, the Common Market", ["Common Market"]),  # both fine and forbidden: the glossary's fault, not the article's
    ],
)
def test_forbidden(text: str, expected: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in FORBIDDEN.find(text, lower(text))] == expected


def test_what_lists_a_form() -> None:
    court = Concept(("法院",), "court", allowed=("Law court",), short=("CT",))
    matcher = Matcher(Glossary((court, Concept(("球场",), "court", kind="generic"), Concept(("法庭",), "court", forbidden=("law-court",)))))
    assert [concept.source for concept in matcher.listing("court")] == [("法院",), ("法庭",)]
    assert matcher.listing("law court") == (court,)
    assert [*matcher.listing("ct"), *matcher.listing("law-court"), *matcher.listing("tennis")] == []
    assert matcher.listed_in(English("The law court sat"), names=False) == [(4, 13)]
    assert matcher.listed_in(English("The Law court sat in Court"), names=True) == [(4, 13), (21, 26)]
    assert matcher.listed_in(English("Law, the law court, the law moots"), names=True) == []
    assert matcher.listed_in(English("a court"), names=False) == []
