"""Terms of the source that are rendered two ways."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.split_renderings import Standing, find_split_renderings, say_other_words, say_the_same_otherwise, standing, words_of


def wordings(target: list[str], source: list[str]) -> dict[str, list[tuple[str, int]]]:
    facts = Analysis(article(*target, source=tuple(source)))
    text = facts.article.text
    return {
        split.term: [(text[slice(*one.mentions[0].target)], len(one.mentions)) for one in split.wordings] for split in find_split_renderings(facts)
    }


TALKS = ["贸易谈判开始。", "贸易谈判继续。", "贸易谈判结束。"]


@pytest.mark.parametrize(
    ("target", "source", "found"),
    [
        (
            ["The trade talks began.", "The trade negotiations go on.", "The trade talks ended."],
            TALKS,
            {"贸易谈判": [("trade talks", 2), ("trade negotiations", 1)]},
        ),
        (["The trade talks began.", "The trade talks go on.", "The trade talk ended."], TALKS, {}),  # a common word's number
        (["The trade talks began.", "They go on.", "All ended."], TALKS, {}),  # pronouns
        (["The trade talks began.", "They go on.", "The negotiations ended."], TALKS, {}),  # half a term may be anything
        ([], TALKS, {}),
        (["The trade talks began."], [], {}),
        # One word alone is a country or a common noun.
        (["He is in Russia.", "The Russian side spoke."], ["他在俄罗斯。", "俄罗斯发言。"], {}),
        # A word of the dictionary is not cut.
        (["The harvest is good.", "The yield is good."], ["好收成了。", "好收成了。"], {}),
    ],
)
def test_split_renderings(target: list[str], source: list[str], found: dict[str, list[tuple[str, int]]]) -> None:
    assert wordings(target, source) == found


def test_a_name_in_the_plural_is_another_wording() -> None:
    found = wordings(
        ["The World Harvest Declaration is long.", "The World Harvest Declarations are short."], ["世界丰收宣言很长。", "世界丰收宣言很短。"]
    )
    assert found == {"世界丰收宣言": [("World Harvest Declaration", 1), ("World Harvest Declarations", 1)]}


def test_the_headline_decides_a_tie() -> None:
    document = article("The trade talks began.", "The trade negotiations go on.", source=tuple(TALKS[:2]))
    titled = type(document)(document.id, document.path, document.target, document.source, aligned=True, title="Trade negotiations in Wuhan")
    facts = Analysis(titled)
    assert facts.article.text[slice(*find_split_renderings(facts)[0].majority.mentions[0].target)] == "trade negotiations"


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("trade talks", "trade negotiations", True),
        ("trade talks", "talks", False),  # a short form
        ("China's history", "Chinese history", False),  # one word
        ("Wuhan City", "Wuhan Municipal", False),  # one word of a town
        ("UN Security Council", "United Nations Security Council", False),  # initials
        ("Procuratorate of Baokang County", "Baokang County Procuratorate", False),
    ],
)
def test_say_other_words(one: str, other: str, differ: bool) -> None:
    assert say_other_words(words_of(one.lower()), words_of(other.lower())) is differ
    assert say_other_words(words_of(other.lower()), words_of(one.lower())) is differ


def test_say_the_same_otherwise() -> None:
    assert say_the_same_otherwise(words_of("procuratorate of baokang county"), words_of("baokang county procuratorate"))
    assert not say_the_same_otherwise(words_of("baokang county"), words_of("baokang county"))


@pytest.mark.parametrize(
    ("line", "name", "found"),
    [
        ("The Technology Group grew.", "Technology Group", "name"),
        ("This Technology Group grew.", "Technology Group", "name"),
        ("The Blue Star Technology Group grew.", "Technology Group", "part"),
        ("The Technology Group Council met.", "Technology Group", "part"),
        ("The technology Group grew.", "technology Group", "words"),
        ("The Office of the Technology Group moved.", "Technology Group", "name"),
        ("The Bureau of Technology Group moved.", "Technology Group", "part"),
    ],
)
def test_standing(line: str, name: str, found: Standing) -> None:
    facts = Analysis(article(line, source=("科技集团",)))
    one = next(facts.renderings.of(0, 4, "repeated"))._replace(target=(line.index(name), line.index(name) + len(name)))
    assert standing(one, line) == found
