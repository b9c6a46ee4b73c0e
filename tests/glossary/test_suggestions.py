"""Suggestions: words linked, phrases cut out, terms chosen, changes proposed, and the review file read again."""

from __future__ import annotations

import random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.glossary.suggestions.bitext import SentencePair, english_words, is_headline, units
from tqa.glossary.suggestions.candidates import candidates
from tqa.glossary.suggestions.changes import Mention, changes
from tqa.glossary.suggestions.ranking import Candidate
from tqa.glossary.suggestions.slips import slips
from tqa.glossary.suggestions.suggestion import Suggestion, dump_suggestions, parse_suggestions, shortened
from tqa.glossary.suggestions.wordlinks import Affinities
from tqa.model import EditRow, FormatError, RelatedRow, Row

BITEXT = [
    ("湖北加快发展新质生产力。", "Hubei is speeding up the development of new quality productive forces."),
    ("新质生产力需要人才。", "New quality productive forces need talent."),
    ("企业是新质生产力的主体。", "Enterprises are the main body of new quality productive forces."),
    ("东风汽车集团在武汉。", "Dongfeng Motor Group is in Wuhan."),
    ("东风汽车集团的企业很多。", "Dongfeng Motor Group has many enterprises."),
    ("他参观了东风汽车集团。", "He visited Dongfeng Motor Group."),
    ("这部电影叫《山海情》。", "The film is called Minning Town."),
    ("人才在武汉发展。", "Talent develops in Wuhan."),
    ("发展需要企业。", "Development needs enterprises."),
]


def pairs() -> list[SentencePair]:
    return [SentencePair(chinese, english, f"story-{number % 2}") for number, (chinese, english) in enumerate(BITEXT)]


def found() -> dict[str, Candidate]:
    return {one.source: one for one in candidates(pairs())}


def test_traditional_characters_are_cut_as_simplified_ones() -> None:
    assert [(one.start, one.end, one.key) for one in units("經濟發展，GDP 3.5")] == [(0, 2, "经济"), (2, 4, "发展"), (5, 8, "gdp"), (9, 12, "3.5")]


@pytest.mark.parametrize(
    ("sentence", "edges"),
    [
        ("They strengthen the state-owned capital market", ["state", "owned", "capital", "market"]),
        ("The United Nations promoted it quickly", ["united", "nations"]),  # a capital is no verb
        ("China’s economy grew in May", ["china", "economy"]),
        ("over-age workers said", ["age", "workers"]),
    ],
)
def test_words_a_term_may_begin_with(sentence: str, edges: list[str]) -> None:
    assert [word.lower for word in english_words(sentence) if word.edge] == edges


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("Hubei Speeds Up the Development of New Quality Productive Forces", True),
        ("MONETARY AND BANKING STABILITY IN HONG KONG", True),
        ("Hubei speeds up the development of new quality productive forces", False),
        ("He visited the Wuhan Optics Valley Laboratory in May", False),
        ("Dongfeng Motor Group", False),  # a name
        ("", False),
    ],
)
def test_a_headline_has_capitals_whatever_its_words_are(sentence: str, headline: bool) -> None:
    assert is_headline(sentence) is headline
    assert any(word.capital for word in english_words(sentence)) is (bool(sentence) and not headline)


def test_words_are_linked_by_the_dictionary_and_by_each_other() -> None:
    sentences = [(units(pair.source), english_words(pair.target)) for pair in pairs()]
    affinities = Affinities(sentences)
    linked = {(sentences[3][0][link.unit].key, sentences[3][1][link.word].lower) for link in affinities.links(sentences[3])}
    assert ("集团", "group") in linked
    assert ("武汉", "wuhan") in linked


def test_terms_are_found_and_common_words_are_not() -> None:
    terms = found()
    assert terms["新质生产力"].renderings[0].text.lower() == "new quality productive forces"
    assert (terms["新质生产力"].count, terms["新质生产力"].documents) == (3, 2)
    assert terms["东风汽车集团"].renderings[0].text == "Dongfeng Motor Group"
    assert terms["东风汽车集团"].is_name
    assert not {"企业", "发展", "人才"} & set(terms), "common nouns are no terms"
    assert not [one for one in terms if one != "新质生产力" and one in "新质生产力"], "a part that stands nowhere else is no term of its own"


def test_a_headline_makes_no_names() -> None:
    headline = SentencePair("湖北绿色工厂需要青年人才", "Green Factories of Hubei Need Young Talent", "a")
    headlines = [headline, *(headline._replace(document=name) for name in "bc")]
    ones = {one.source: one for one in candidates([*headlines, *pairs()])}
    assert not ones["青年人才"].is_name
    assert "stands in headlines only" in ones["青年人才"].reasons
    text = SentencePair("青年人才在武汉。", "The young talent is in Wuhan.", "d")
    ones = {one.source: one for one in candidates([*headlines, text, *pairs()])}
    assert ones["青年人才"].renderings[0].text == "young talent", "as running text writes it"


@pytest.mark.parametrize(
    ("term", "odd"),
    [("东风汽车集团", "推出东风汽车集团"), ("东风汽车集团", "东风汽车集团指出"), ("气候峰会", "次气候峰会"), ("气候峰会", "气候峰")],
)
def test_a_term_without_what_does_not_belong_comes_first(term: str, odd: str) -> None:
    told = [
        ("政府推出东风汽车集团。", "The government launches Dongfeng Motor Group."),
        ("东风汽车集团指出，人才在武汉。", "Dongfeng Motor Group points out that talent is in Wuhan."),
        ("第三次气候峰会在武汉。", "The third climate summit is in Wuhan."),
        ("气候峰会需要人才。", "The climate summit needs talent."),
    ]
    sources = [one.source for one in candidates([*pairs(), *(SentencePair(*sides, "c") for sides in told)])]
    assert term in sources
    assert odd not in sources or sources.index(term) < sources.index(odd)


def test_what_stands_in_brackets_may_be_part_of_a_name() -> None:
    told = SentencePair("《银行业（风险限度）规则》需要发展。", "The Banking (Risk Limits) Rules need development.", "a")
    terms = {one.source: one.renderings[0].text for one in candidates([told, *pairs()])}
    assert terms["银行业（风险限度）规则"] == "Banking (Risk Limits) Rules"
    assert not [one for one in terms if one.count("（") != one.count("）")]


def test_a_candidate_says_why() -> None:
    one = found()["东风汽车集团"]
    assert {"written with capitals", "in 2 articles", "stands alone"} <= set(one.reasons)
    assert "东风汽车集团" in BITEXT[one.example][0]
    assert 0 < one.confidence < 1


def test_the_order_of_the_articles_changes_no_term() -> None:
    shuffled = pairs()
    random.Random(1).shuffle(shuffled)
    assert [one.source for one in candidates(shuffled)[:5]] == [one.source for one in candidates(pairs())[:5]]


@pytest.mark.parametrize("text", ["", "。！？；", "的", "a", "—" * 500, "中" * 3000, "\ud7ff𠮷", "1.2.3.4", "‘’“”"])
def test_any_text_is_borne(text: str) -> None:
    assert isinstance(candidates([SentencePair(text, text, "a"), SentencePair(text, "Hello there", "b"), SentencePair("你好世界", text, "c")]), list)


def test_nothing_in_nothing_out() -> None:
    assert candidates([]) == []


# Changes -----------------------------------------------------------------------------------------------------------------------------------


def mention(written: str, document: str, *, fits: bool = False) -> Mention:
    return Mention("新质生产力", "new quality productive forces", written, document, fits, ("发展新质生产力。", f"It develops {written}."))


def test_a_form_of_several_articles_is_proposed() -> None:
    (one,) = changes([mention("new productivity", "a"), mention("New productivity", "b"), mention("x", "a", fits=True), mention("odd forces", "c")])
    assert (one.source, one.target.lower(), one.change, one.documents) == ("新质生产力", "new productivity", "allow", 2)
    assert one.reason == "2 articles have this, where the glossary has “new quality productive forces”"
    assert one.example[0] == "发展新质生产力。"


@pytest.mark.parametrize(
    "mentions",
    [
        [mention("new productivity", "a"), mention("new productivity", "a")],  # one article: a slip, or its style
        [mention("new productivity", "a"), mention("fresh forces", "b")],
        [mention("new quality productive forces", "a", fits=True), mention("new quality productive forces", "b", fits=True)],
        [mention("productive forces", "a"), mention("productive forces", "b")],  # a piece of the listed form was told
        [],
    ],
)
def test_what_proves_nothing_is_not(mentions: list[Mention]) -> None:
    assert list(changes(mentions)) == []


def row(document: str, text: str, wanted: str, term: str, side: str = "source") -> Row:
    place = RelatedRow(
        document=document, path="", side=side, segment=0, start=0, end=0, line=1, column=1, end_line=1, end_column=1, text=term, message=""
    )
    edit = EditRow(side="target", segment=0, start=0, end=0, replacement=wanted, safe=False)
    read = {"rule": "term-near-miss", "document": document, "text": text, "related": [place], "edits": [edit], "line_text": f"{text} agreed."}
    return cast("Row", read)  # all that is read of a row


def test_slips_that_come_back_are_proposed_to_be_forbidden() -> None:
    rows = [row("a", "Malowi", "Malawi", "马拉维"), row("b", "Malowi", "Malawi", "马拉维"), row("b", "Malawy", "Malawi", "马拉维")]
    (one,) = slips(rows, {"马拉维"})
    assert (one.source, one.target, one.change, one.documents) == ("马拉维", "Malowi", "forbid", 2)


def test_a_term_named_in_two_ways_is_proposed() -> None:
    (one,) = slips([row("a", "Manufacturing Excellence", "Manufacturing Leader", "制造领航")], set())
    assert (one.source, one.target, one.change) == ("制造领航", "Manufacturing Leader", "")
    assert one.renderings == (("Manufacturing Leader", 1), ("Manufacturing Excellence", 1))


def test_findings_that_name_no_term_propose_nothing() -> None:
    assert list(slips([row("a", "x", "y", "马拉维", side="target"), row("a", "x", "y", "NATO"), row("a", "x", "y", "长" * 40)], set())) == []


# The review file ---------------------------------------------------------------------------------------------------------------------------

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8).filter(
    lambda text: " ×" not in text and "\\" not in text
)
SUGGESTIONS = st.builds(
    Suggestion,
    # Chinese; no row begins as comments and the marks of a merge do.
    source=CELLS.filter(lambda text: not text.startswith(("#", "<<<<<<<", "=======", ">>>>>>>", "|||||||"))),
    target=CELLS,
    change=st.sampled_from(["", "allow", "forbid"]),
    short=st.lists(CELLS, max_size=2, unique=True).map(tuple),
    kind=st.sampled_from(["term", "name"]),
    confidence=st.integers(0, 100).map(lambda number: number / 100),
    count=st.integers(0, 999),
    documents=st.integers(0, 99),
    renderings=st.lists(st.tuples(CELLS, st.integers(1, 99)), max_size=3, unique=True).map(tuple),
    example=st.tuples(CELLS, CELLS),
    reason=CELLS,
)


@given(st.lists(SUGGESTIONS, max_size=4, unique_by=lambda one: one.source))
def test_what_is_written_is_read_again(suggestions: list[Suggestion]) -> None:
    assert parse_suggestions(dump_suggestions(suggestions), "x.suggested.tsv") == tuple(suggestions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("source\ttarget\n北约\tNATO\n", "no column 'status'"),
        (dump_suggestions([Suggestion("北约", "NATO")]).replace("0.00", "high"), "must be numbers"),
        ("", "empty"),
    ],
)
def test_a_file_that_is_no_review_is_named(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        parse_suggestions(text, "x.suggested.tsv")


def test_a_proposal_has_one_id() -> None:
    one = Suggestion("北约", "NATO", count=1)
    assert one.id == Suggestion("北约", "NATO", count=9, reason="x").id
    assert len({one.id, Suggestion("北约", "Nato").id, Suggestion("北约", "NATO", "allow").id}) == 3


def test_long_sentences_are_cut_around_the_term() -> None:
    sentence = "a" * 300 + "TERM" + "b" * 300
    assert "TERM" in shortened(sentence, "TERM")
    assert len(shortened(sentence, "TERM")) <= 162
    assert shortened("short\tone", "x") == "short one"
