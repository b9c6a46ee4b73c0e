"""Sentences with their English."""

from __future__ import annotations

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.linked_sentences import linked_sentences, sentence_pairs
from tqa.glossary.suggestions.bitext import SentencePair


def sides(source: str, target: str) -> list[tuple[str, str]]:
    return [(one.source, one.target) for one in sentence_pairs(source, target, "a")]


def test_sentences_go_one_by_one_where_they_are_equally_many() -> None:
    assert sides("他来了。她走了。", "He came. She left.") == [("他来了。", "He came."), ("她走了。", "She left.")]


def test_a_sentence_that_became_two_keeps_both() -> None:
    source = "武汉的工厂去年生产了三万辆汽车，今年计划生产五万辆。东湖的游客增加了。地铁八号线将于十月开通。"
    target = (
        "The factory in Wuhan produced 30,000 cars last year. It plans to produce 50,000 this year. "
        "East Lake had more tourists. Metro Line 8 will open in October."
    )
    found = sides(source, target)
    assert [one for one, _ in found] == ["武汉的工厂去年生产了三万辆汽车，今年计划生产五万辆。", "东湖的游客增加了。", "地铁八号线将于十月开通。"]
    assert found[0][1] == "The factory in Wuhan produced 30,000 cars last year. It plans to produce 50,000 this year."


def test_two_sentences_that_became_one_stay_together() -> None:
    assert sides("他来了。她走了。", "He came, she left.") == [("他来了。她走了。", "He came, she left.")]


def test_a_side_without_words_gives_nothing() -> None:
    assert sides(" ", "He came.") == []
    assert sides("他来了。", "") == []


def test_an_article_gives_the_sentences_of_its_links() -> None:
    facts = Analysis(article("The factory opened.", source=("工厂开业了。",)))
    assert list(linked_sentences(facts)) == [SentencePair("工厂开业了。", "The factory opened.", facts.document.id)]
    assert list(linked_sentences(Analysis(article("The factory opened.")))) == []
