"""What is not the article: lines by their words and place, copies, and what is hidden of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tqa.analysis.analysis import Analysis
from tqa.analysis.furniture import Furniture, find_furniture
from tqa.model import Document, Place, Run, Segment, Side, Span

HEADLINE = "Dam at Riverside holds through the night"
LEAD = "Engineers and soldiers worked on the eastern wall of the dam until the rain stopped at dawn, the city of Riverside said on Monday."
BODY = "The river fell by a metre in the morning, and the first families went home to see what the water had left of their houses."


def document(target: Sequence[str], source: Sequence[str] = (), *, protected: dict[int, Span] | None = None) -> Document:
    """The lines as a document, aligned where both sides have as many."""

    def side(name: Side, lines: Sequence[str]) -> tuple[Segment, ...]:
        spans = (protected or {}) if name == "target" else {}
        place = [Place("a.txt", (Run(0, number + 1, 1),)) for number in range(len(lines))]
        return tuple(Segment(name, n, line, place[n], (spans[n],) if n in spans else ()) for n, line in enumerate(lines))

    return Document("a", "a.txt", side("target", target), side("source", source), aligned=bool(source) and len(source) == len(target))


def found(furniture: Furniture, side: Side = "target") -> dict[int, str]:
    """Family by segment."""
    return {item.segment: item.family for item in furniture.items if item.side == side}


def test_a_portal_page_leaves_headline_and_body() -> None:
    lines = [
        "Riverside Online",
        "Riverside Online",
        "",
        HEADLINE,
        "",
        "08:41, May 18, 2024 | Source: riverside daily",
        "Small font",
        "",
        LEAD,
        "",
        BODY + " (Reporter Liu Yu)",
        "",
        "(Editor in charge: He Jun, Wu Yi)",
        "",
        "Share it so that more people see",
        "",
        "Reading recommendation",
        HEADLINE,
        "   " + LEAD[:93].replace("Engineers and soldiers", "engineers and soldiers"),
        "Return to top",
    ]
    facts = Analysis(document(lines))
    assert found(facts.furniture) == {
        0: "site-name-line",
        1: "site-name-line",
        5: "source-line",
        6: "font-size-widget",
        10: "reporter-credit",
        12: "editor-credit",
        14: "share-bar",
        16: "related-links",
        17: "duplicate-headline",
        18: "duplicate-teaser",
        19: "back-to-top",
    }
    assert [segment.index for segment in facts.visible] == [3, 8, 10]
    assert "(Reporter Liu Yu)" in facts.article.text  # a by-line stays
    blocks = {item.segment: item.block for item in facts.furniture.items}
    assert blocks[16] == blocks[17] == blocks[18] != blocks[19]
    assert {item.kept for item in facts.furniture.of("duplicate-teaser")} == {8}


class TestCopies:
    """A copy is a line whose words stand in an earlier kept line."""

    @pytest.mark.parametrize(
        ("lines", "family", "safe"),
        [
            ([HEADLINE, LEAD, BODY, LEAD], "duplicate-paragraph", True),
            ([HEADLINE, LEAD, BODY, "  " + LEAD.upper().rstrip(".")], "duplicate-paragraph", True),  # case, space, end punctuation aside
            ([HEADLINE, LEAD, BODY, LEAD[:70] + "…"], "duplicate-teaser", True),  # cut inside a word
            ([HEADLINE, LEAD, BODY, HEADLINE + " " + LEAD[:80] + "..."], "duplicate-teaser", True),
            ([HEADLINE, LEAD, BODY, LEAD.replace("dawn", "daybreak")], "duplicate-paragraph", False),
        ],
    )
    def test_later_ones(self, lines: list[str], family: str, safe: bool) -> None:
        furniture = find_furniture(document(lines))
        assert found(furniture) == {3: family}
        assert [item.safe for item in furniture.items] == [safe]
        assert (3 in furniture.hidden("target")) is safe

    def test_the_longer_line_is_never_the_copy(self) -> None:
        lead = HEADLINE + " as engineers and soldiers work until dawn."
        assert found(find_furniture(document([HEADLINE, lead, BODY]))) == {}

    def test_one_that_stands_only_in_a_later_line_is_never_safe(self) -> None:
        summary = "Soldiers worked on the eastern wall of the dam until the rain stopped at dawn"
        later = "Engineers said: " + summary.lower() + ", and nobody slept."
        (item,) = find_furniture(document([HEADLINE, summary + ".", later, BODY])).items
        assert (item.segment, item.family, item.safe, item.hides) == (1, "duplicate-teaser", False, False)

    @pytest.mark.parametrize(
        "line",
        [
            "“" + LEAD + "”",  # somebody's words, again
            "Rain again.",
            "Rain again and again",
        ],
    )
    def test_refrains_stay(self, line: str) -> None:
        assert found(find_furniture(document([HEADLINE, line, BODY, line]))) == {}

    def test_lists_whose_figures_differ_stay(self) -> None:
        row = "The bureau of the eastern district of the city answered {} questions on the supply of water in May."
        assert found(find_furniture(document([HEADLINE, row.format(17), row.format(71)]))) == {}

    def test_a_title_is_no_line(self) -> None:
        plain = document([HEADLINE, LEAD])
        titled = Document(plain.id, plain.path, plain.target, title=HEADLINE)
        assert found(find_furniture(titled)) == {}

    def test_furniture_is_not_what_a_line_is_kept_for(self) -> None:
        assert found(find_furniture(document([HEADLINE, LEAD, "Original title: " + BODY[:60], BODY]))) == {2: "original-title"}

    def test_a_source_that_does_not_repeat_itself_makes_it_a_fault_of_the_translation(self) -> None:
        same = find_furniture(
            document([HEADLINE, LEAD, BODY, LEAD], ["大坝守住了", "工程师和战士们奋战到天亮。", "河水退了。", "工程师和战士们奋战到天亮。"])
        )
        other = find_furniture(document([HEADLINE, LEAD, BODY, LEAD], ["大坝守住了", "工程师和战士们奋战到天亮。", "河水退了。", "市长感谢了大家。"]))
        assert [item.safe for item in same.items if item.side == "target"] == [True]
        assert [item.safe for item in other.items if item.side == "target"] == [False]


class TestPlaces:
    """Some words are furniture only where furniture stands."""

    def test_a_button_alone_in_the_text_is_a_heading(self) -> None:
        assert found(find_furniture(document([HEADLINE, LEAD, "Comment", BODY]))) == {}

    def test_buttons_in_a_row_are_buttons(self) -> None:
        assert found(find_furniture(document([HEADLINE, LEAD, BODY, "Comment", "Print", "Back to top"]))) == {
            3: "comment-counter",
            4: "print-or-close",
            5: "back-to-top",
        }

    def test_a_short_headline_set_twice_is_no_site(self) -> None:
        assert found(find_furniture(document(["Floods recede", "Floods recede", LEAD, BODY]))) == {1: "duplicate-headline"}

    def test_a_section_that_goes_on_in_sentences_is_the_article(self) -> None:
        furniture = find_furniture(document([HEADLINE, LEAD, "Related news", "A short note", BODY]))
        assert found(furniture) == {2: "related-links"}

    def test_a_source_below_a_table_is_the_articles_own(self) -> None:
        table = "Chart 1 Prices in May"
        lines = [HEADLINE, BODY, table, "Source: National Bureau of Statistics.", "Prices in June", LEAD]
        assert found(find_furniture(document(lines))) == {}
        assert found(find_furniture(document([*lines[:3], "Source: Xinhua News Agency", *lines[4:]]))) == {3: "source-line"}
        assert found(find_furniture(document(lines[:4]))) == {3: "source-line"}, "nothing of the article follows"

    def test_a_date_that_markdown_marks_is_a_heading(self) -> None:
        assert found(find_furniture(document(["# A year of floods", "# 14 January", BODY], ["# 洪水之年", "# 1月14日", "河水退了。"]))) == {}

    @pytest.mark.parametrize("heading", ["## Comments", "## Share", "## Contact us"])
    def test_a_heading_of_a_paragraph_is_no_button(self, heading: str) -> None:
        assert found(find_furniture(document([HEADLINE, BODY, heading, LEAD]))) == {}
        assert 2 in found(find_furniture(document([HEADLINE, BODY, heading, "# Back to top"])))

    def test_a_models_heading_is_its_own(self) -> None:
        assert found(find_furniture(document(["# Translation", BODY, LEAD]))) == {0: "llm-markup"}

    @pytest.mark.parametrize(
        "line",
        ["# THE ECONOMY IN REVIEW", "Audit Commission The Government of Hubei Province", "Open Application Programming Interface"],
    )
    def test_words_of_buttons_and_credits_make_headings_too(self, line: str) -> None:
        assert found(find_furniture(document([HEADLINE, BODY, line, LEAD]))) == {}

    def test_titles_below_a_heading_are_a_guess(self) -> None:
        furniture = find_furniture(document([HEADLINE, LEAD, BODY, "Related news", "Mayor opens new bridge"]))
        assert [(item.family, item.safe, item.certain) for item in furniture.items] == [
            ("related-links", True, True),
            ("related-links", False, False),
        ]


class TestSides:
    """An aligned source says what a short line is; a pair is hidden together or not at all."""

    def test_any_wording_of_a_source_line_is_found(self) -> None:
        furniture = find_furniture(document([HEADLINE, LEAD, "Divide it among many"], ["大坝守住了", "河水退了。", "分享让更多人看到"]))
        assert found(furniture) == {2: "share-bar"}
        assert found(furniture, "source") == {2: "share-bar"}
        assert furniture.hidden("target") == furniture.hidden("source") == {2}

    def test_what_translates_a_sentence_is_no_furniture(self) -> None:
        furniture = find_furniture(
            document([HEADLINE, LEAD, "Share it with your friends."], ["大坝守住了", "河水退了。", "市长请大家把这个好消息告诉自己的朋友们。"])
        )
        assert found(furniture) == {}

    def test_furniture_left_out_of_the_target_is_no_omission(self) -> None:
        furniture = find_furniture(document([HEADLINE, LEAD, ""], ["大坝守住了", "河水退了。", "（责编：刘宇）"]))
        assert furniture.hidden("source") == {2}

    def test_a_long_line_keeps_its_source(self) -> None:
        furniture = find_furniture(document([HEADLINE, LEAD, BODY + BODY], ["大坝守住了", "河水退了。", "（责编：刘宇）"]))
        assert furniture.hidden("source") == furniture.hidden("target") == frozenset()


class TestChatter:
    """What a model says is found at the ends of the article, glued to it or not."""

    def test_glued_at_both_ends(self) -> None:
        lines = ["Here is the translation: " + HEADLINE, LEAD, BODY + " Let me know if you need any changes."]
        furniture = find_furniture(document(lines))
        assert found(furniture) == {0: "llm-preamble", 2: "llm-note"}
        assert furniture.hidden("target") == frozenset()
        assert furniture.blanked("target") == {0: [Span(0, len("Here is the translation:"))]}  # a note stays visible

    def test_the_headline_behind_a_preamble_is_the_headline(self) -> None:
        furniture = find_furniture(document(["Here is the translation: " + HEADLINE, LEAD, HEADLINE]))
        assert found(furniture) == {0: "llm-preamble", 2: "duplicate-headline"}

    def test_the_rule_between_talk_and_text_goes_along(self) -> None:
        assert found(find_furniture(document(["Sure, here is the translation:", "---", HEADLINE, LEAD]))) == {0: "llm-preamble", 1: "llm-markup"}
        assert found(find_furniture(document([HEADLINE, "---", LEAD]))) == {}

    def test_offers_in_the_middle_are_content(self) -> None:
        assert found(find_furniture(document([HEADLINE, "Let me know if you need any changes.", LEAD, BODY, BODY[:50], LEAD[:60]]))).get(1) is None


def test_an_ignored_line_is_reported_and_visible() -> None:
    furniture = find_furniture(document([HEADLINE, LEAD, "Back to top"]), frozenset([2]))
    assert found(furniture) == {2: "back-to-top"}
    assert furniture.hidden("target") == frozenset()


def test_what_is_protected_is_neither_deleted_nor_hidden() -> None:
    furniture = find_furniture(document([HEADLINE, LEAD, "E-mail: a@example.com"], protected={2: Span(8, 21)}))
    assert [(item.family, item.safe) for item in furniture.items] == [("contact-or-licence-line", False)]
    assert furniture.hidden("target") == frozenset()


@pytest.mark.parametrize("lines", [[], [""], ["", "  "], ["Back to top"], ["𠮷" * 50, "𠮷" * 50], ["(", ")", "[]", "：", "——"]])
def test_odd_documents(lines: list[str]) -> None:
    furniture = find_furniture(document(lines))
    assert all(item.span.end <= len(lines[item.segment]) for item in furniture.items)
    assert furniture.hidden("target") <= set(range(len(lines)))


@pytest.mark.parametrize("subhead", ["Source code", "Further reading"])
def test_two_words_between_two_paragraphs_may_be_a_subhead(subhead: str) -> None:
    items = find_furniture(document([HEADLINE, "", LEAD, "", subhead, "", BODY, "", "It rained."])).of
    (item,) = (*items("qr-or-app-prompt"), *items("related-links"))
    assert not item.safe
    assert not item.hides


def test_the_same_words_behind_the_last_paragraph_are_furniture() -> None:
    items = find_furniture(document([HEADLINE, "", LEAD, "", BODY, "", "Further reading", "", "Rain expected in the south"]))
    assert next(item.safe for item in items.of("related-links"))
