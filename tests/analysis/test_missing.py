"""Which clauses a translation lacks, and which texts are worth the look."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.missing import missing_clauses, suspects, usual_ratio
from tqa.analysis.passages import USUAL, has_words_of

FAIR = "粮食博览会周五开幕，来自三省的农民参加了展览；主办方表示，明年将邀请外国企业。"


def missing(target: str, source: str = FAIR) -> str:
    passage = missing_clauses(source, target, USUAL)
    return source[slice(*passage)] if passage else ""


class TestMissingClauses:
    def test_a_full_translation_lacks_nothing(self) -> None:
        full = "The grain fair opened on Friday, and farmers from three provinces took part in the exhibition. "
        assert missing(full + "The organiser said that foreign companies will be invited next year.") == ""

    def test_the_end_that_was_dropped(self) -> None:
        assert "明年将邀请外国企业。" in missing("The grain fair opened on Friday, and farmers from three provinces took part in the exhibition.")

    def test_a_word_that_the_rest_needs_as_well_does_not_vouch_for_a_clause(self) -> None:
        source = "港口公司投资建设新码头，提高运输能力。港口公司计划开通新航线，吸引外国游客，培训年轻船员。"
        assert "培训年轻船员。" in missing("The port company invested in a new wharf to raise its transport capacity.", source)

    def test_long_words_say_more_and_common_stems_less(self) -> None:
        came = "哈尔滨和石家庄的运动员和志愿者也来了。"
        assert (
            missing(
                "The factories have resumed production, and the workers are back at their posts as planned, with all their families.",
                f"工厂已经恢复生产，工人回到岗位。{came}",
            )
            == came
        )
        cities = "The factories of the cities in that Chinese province have resumed production, and the workers are back at their posts"
        assert missing(f"{cities} as planned.", f"中国城市的工厂已经恢复生产，工人回到岗位。{came}") == came

    @pytest.mark.parametrize(
        ("target", "lacks"),
        [
            # Of one length. Here the last words are no dictionary's, and the first clauses do not account for them either.
            ("The factories have resumed production, and the workers are back at their posts; kids rave over their airy rooms.", ""),
            # Here the first clauses account for as much as a whole source would.
            ("The factories have resumed production there, and the factory workers are back at their working posts.", "孩子称赞新教室明亮。"),
        ],
    )
    def test_what_is_said_in_other_words_is_said(self, target: str, lacks: str) -> None:
        assert missing(target, "工厂已经恢复生产，工人回到岗位。孩子称赞新教室明亮。") == lacks

    @pytest.mark.parametrize(
        "source", ["", "，", "好", "9" * 1000 + "，" + "9" * 1000, "𠮷，😀。" * 20], ids=["empty", "mark", "one", "digits", "rare"]
    )
    def test_odd_sources_are_borne(self, source: str) -> None:
        assert missing("Nothing of it.", source) in source


class TestUsual:
    def test_few_pairs_say_little(self) -> None:
        assert USUAL < usual_ratio([(50, 300)]) < usual_ratio([(50, 300)] * 20) < 6

    def test_without_pairs_it_is_that_of_news(self) -> None:
        assert usual_ratio([(0, 0), (4, 40)]) == USUAL

    def test_only_short_texts_are_looked_at(self) -> None:
        assert suspects([(50, 207), (50, 120), (50, 0), (4, 4)], USUAL) == [1]

    def test_a_short_source_must_lack_more(self) -> None:
        # Three quarters of the usual length.
        assert suspects([(20, 62), (200, 620)], USUAL) == [1]


class TestMerged:
    def test_a_segment_stands_in_its_neighbour_with_three_words_at_least(self) -> None:
        joined = "The port opened on Monday. The exhibition was free, and many tourists came to the city."
        assert has_words_of("展览免费，城市游客很多。", joined, "港口周一开放。", 0.6)

    def test_one_word_said_thrice_is_one(self) -> None:
        assert not has_words_of("月亮，月亮，月亮！", "The moon had risen.", "他写了一首诗。", 0.6)

    def test_a_long_neighbour_must_hold_the_segment_at_its_edge(self) -> None:
        lost, long = "展览免费，城市游客很多。", "港口周一开放，船只陆续到来。"
        far = "The port opened on Monday. " + "The mayor spoke at great length of ships and of the sea. " * 4 + "Free tourists exhibited cities. "
        far += "The captains of all the ships then spoke at great length of the sea and of the winds. " * 3
        facts = Analysis(article(far, "", source=(long, lost)))
        assert [gap.pair.source.text for gap in facts.gaps.omissions if gap.whole] == [lost]
