"""Intervals over articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.model import ConfigError
from tqa.score.alignment import ScoreError
from tqa.score.bootstrap import Interval, bootstrap
from tqa.score.metrics import METRICS, score_documents

GOOD = (["The plan works well in Wuhan.", "It opened on Tuesday."], ["The plan works well in Wuhan.", "It opened on Monday."])
FAIR = (["Over 300 firms joined the event."], ["More than 300 firms took part in the event."])
BAD = (["Nothing here matches anything."], ["Deals worth 3.5 billion yuan were signed."])
CORPUS = [GOOD, FAIR, BAD, GOOD, FAIR]


@pytest.mark.parametrize("metric", METRICS)
def test_the_score_lies_inside(metric: str) -> None:
    interval = bootstrap(CORPUS, metric, samples=200)
    assert interval.low < score_documents(CORPUS, [metric]).metrics[0].score < interval.high


def test_the_same_seed_gives_the_same_interval() -> None:
    assert bootstrap(CORPUS, "chrF", samples=1, seed=7) == bootstrap(CORPUS, "chrF", samples=1, seed=7)
    assert bootstrap(CORPUS, "chrF", samples=1, seed=7) != bootstrap(CORPUS, "chrF", samples=1, seed=8)


def test_the_figures_do_not_move() -> None:
    # Drawn with the standard library's generator, whose stream Python promises to keep.
    assert bootstrap(CORPUS, "chrF") == Interval(29.850436830798934, 76.59515554986962)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("count", [1, 4])
def test_equal_articles_have_no_width(metric: str, count: int) -> None:
    interval = bootstrap([FAIR] * count, metric, samples=20)
    value = score_documents([FAIR] * count, [metric]).metrics[0].score
    assert [interval.low, interval.high] == pytest.approx([value, value])


def test_articles_are_divided_one_by_one() -> None:
    joined = [([" ".join(hypothesis)], reference) for hypothesis, reference in CORPUS]
    assert bootstrap(joined, "chrF", samples=50) == bootstrap(CORPUS, "chrF", samples=50)


@given(order=st.permutations(CORPUS), samples=st.integers(1, 90))
@settings(derandomize=True, deadline=None, max_examples=30)
def test_ends_are_ordered(order: list[tuple[list[str], list[str]]], samples: int) -> None:
    interval = bootstrap(order, "BLEU", samples=samples)
    assert 0 <= interval.low <= interval.high <= 100


def test_what_cannot_be_resampled_is_refused() -> None:
    with pytest.raises(ScoreError, match="document 2: the reference holds no text"):
        bootstrap([GOOD, (["a"], [""])], "chrF")
    with pytest.raises(ScoreError, match="there are no documents"):
        bootstrap([], "chrF")
    with pytest.raises(ConfigError, match="unknown metric 'chrf'"):
        bootstrap(CORPUS, "chrf")
    with pytest.raises(ValueError, match="cannot resample 0 times"):
        bootstrap(CORPUS, "chrF", samples=0)
