"""The renderings of a source's terms, with places on both sides."""

from __future__ import annotations

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.renderings import Rendering
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.matcher import Matcher


def renderings(target: list[str], source: list[str], *concepts: Concept) -> tuple[Analysis, dict[str, list[str]]]:
    facts = Analysis(article(*target, source=tuple(source)), Matcher(Glossary(concepts)) if concepts else None)
    text = facts.article.text
    return facts, {term: [text[slice(*one.target)] for one in mentions] for term, mentions in facts.renderings.by_term.items()}


def test_titles_bodies_names_and_what_is_said_twice() -> None:
    _, found = renderings(
        [
            "The “World Harvest Declaration” was issued at Zhejiang University.",
            "Wang Zhonglin spoke of trade talks.",
            "The trade negotiations go on.",
        ],
        ["《世界丰收宣言》在浙江大学发布。", "王忠林谈到贸易谈判。", "贸易谈判继续。"],
    )
    assert found == {
        "世界丰收宣言": ["World Harvest Declaration"],
        "浙江大学": ["Zhejiang University"],
        "王忠林": ["Wang Zhonglin"],
        "贸易谈判": ["trade talks", "trade negotiations"],
    }


def test_the_places_are_right_on_both_sides() -> None:
    facts, _ = renderings(["A rise.", "The trade talks.", "The trade negotiations."], ["上涨。", "贸易谈判。", "贸易谈判。"])
    mentions = facts.renderings.by_term["贸易谈判"]
    assert all(isinstance(one, Rendering) and one.origin == "repeated" for one in mentions)
    assert [facts.source.text[slice(*one.source)] for one in mentions] == ["贸易谈判", "贸易谈判"]
    assert [facts.article.place(*one.target)[0].index for one in mentions] == [1, 2]


def test_glossary_terms_come_first_in_any_form() -> None:
    concept = Concept(source=("贸易谈判",), target="trade talks")
    _, found = renderings(["Trade talks began.", "The trade negotiations ended."], ["贸易谈判开始。", "貿易談判结束。"], concept)
    assert found == {"贸易谈判": ["Trade talks", "trade negotiations"]}


def test_traditional_and_simplified_are_one_term() -> None:
    _, found = renderings(["The trade talks.", "The trade negotiations."], ["貿易談判。", "贸易谈判。"])
    assert found == {"贸易谈判": ["trade talks", "trade negotiations"]}


def test_what_cannot_be_told_is_not_listed() -> None:
    assert renderings(["It began.", "They ended."], ["贸易谈判开始。", "贸易谈判结束。"])[1] == {}
    assert renderings(["It began."], [])[1] == {}
    assert renderings([], ["贸易谈判开始。"])[1] == {}
    assert renderings(["", " "], ["《》", "“”"])[1] == {}


def test_a_quoted_title_goes_to_the_quoted_english_that_says_most_of_it() -> None:
    _, found = renderings(
        ["Both “Beautiful China” and the “World Harvest Declaration” are known."],
        ["《世界丰收宣言》和《美丽中国》为人所知。"],
    )
    assert found == {"世界丰收宣言": ["World Harvest Declaration"], "美丽中国": ["Beautiful China"]}
