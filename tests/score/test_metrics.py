"""Scores against the library called directly."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu import BLEU, CHRF, TER

from tqa.model import ConfigError
from tqa.score.alignment import ScoreError
from tqa.score.metrics import DEFAULT_METRICS, METRICS, Score, score, score_documents

REFERENCE = ["The plan works , said the U.S. envoy.", "", "GDP rose by 3.5% in 2023.", "It was - he said - “late”."]
OTHER = ["The plan is working, the US envoy said.", "Photo: Xinhua", "In 2023, GDP grew 3.5 percent.", "“Late,” he said."]
HYPOTHESIS = ["The plan functions, the US envoy said .", "Xinhua photo", "GDP grew by 3.5 % in 2023.", ""]

segments = st.text(st.sampled_from("abcd AB.,-'%3\t“。中\u00a0"), max_size=30)
rows = st.lists(st.tuples(segments, segments, segments), min_size=1, max_size=6).filter(
    lambda rows: all(any(segment.strip() for segment in column) for column in zip(*rows, strict=True))
)


def library(name: str) -> Any:
    return {"BLEU": BLEU(), "chrF": CHRF(), "chrF++": CHRF(word_order=2), "TER": TER()}[name]


def expected(name: str, hypothesis: list[str], references: list[list[str]]) -> Score:
    """What the library says, by its public calls alone."""
    metric = library(name)
    single = BLEU(effective_order=True) if name == "BLEU" else metric
    value = metric.corpus_score(hypothesis, references).score
    parts = tuple(single.sentence_score(text, list(others)).score for text, *others in zip(hypothesis, *references, strict=True))
    return Score(name, value, str(metric.get_signature()), "1-1", parts)


@pytest.mark.parametrize("name", METRICS)
@pytest.mark.parametrize(
    ("hypothesis", "references"),
    [
        pytest.param(HYPOTHESIS, [REFERENCE], id="blank on either side"),
        pytest.param(HYPOTHESIS, [REFERENCE, OTHER], id="two references"),
        pytest.param(HYPOTHESIS, [REFERENCE, OTHER, HYPOTHESIS], id="three references"),  # mean lengths in thirds, for TER
        pytest.param(["Yes."], [["No."]], id="single segment"),
        pytest.param(["完全不同", "a"], [["b", "完全不同"]], id="nothing matches"),
        pytest.param(["a tail \r", "b"], [["a tail", "b\r"]], id="carriage return left by a reader"),
    ],
)
def test_equal_to_the_library(name: str, hypothesis: list[str], references: list[list[str]]) -> None:
    assert score(hypothesis, references, [name]).metrics == (expected(name, hypothesis, references),)


@given(rows=rows)
@settings(derandomize=True, deadline=None)
def test_always_equal_to_the_library(rows: list[tuple[str, str, str]]) -> None:
    hypothesis, first, second = map(list, zip(*rows, strict=True))
    for references in ([first], [first, second]):
        for result in score(hypothesis, references, METRICS).metrics:
            assert result == expected(result.name, hypothesis, references)


def test_metrics_come_as_asked() -> None:
    assert [m.name for m in score(HYPOTHESIS, REFERENCE).metrics] == list(DEFAULT_METRICS) == ["BLEU", "chrF", "chrF++"]
    assert [m.name for m in score(HYPOTHESIS, REFERENCE, ("TER", "chrF")).metrics] == ["TER", "chrF"]


def test_one_reference_may_stand_alone_or_in_a_list() -> None:
    assert score(HYPOTHESIS, REFERENCE) == score(HYPOTHESIS, [REFERENCE])


@pytest.mark.parametrize("name", DEFAULT_METRICS)
def test_identical_text_is_100(name: str) -> None:
    result = score(REFERENCE, REFERENCE, [name]).metrics[0]
    assert result.score == pytest.approx(100, abs=1e-9)
    # A blank against a blank matches nothing, and the library says 0.
    assert result.segments == pytest.approx((100, 0, 100, 100), abs=1e-9)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BLEU", 0.0),  # the library's: no four words in a row; the segment alone is scored with effective order
        ("chrF", 100.0),
    ],
)
def test_a_short_identical_text(name: str, value: float) -> None:
    result = score(["Bye bye"], ["Bye bye"], [name]).metrics[0]
    assert [result.score, *result.segments] == pytest.approx([value, 100.0])


def test_unequal_counts_are_divided_and_say_so() -> None:
    joined = [" ".join(REFERENCE)]
    result = score(joined, REFERENCE)
    assert result.alignment == "resegmented"
    assert {metric.alignment for metric in result.metrics} == {"resegmented"}
    for ours, whole in zip(result.metrics, score(REFERENCE, REFERENCE).metrics, strict=True):
        assert (ours.score, ours.signature, ours.segments) == (whole.score, whole.signature, whole.segments)


def test_a_longer_hypothesis_is_not_cut_off() -> None:
    # sacrebleu scores the common beginning and keeps silent.
    longer = [*REFERENCE, "And a fifth line of other words."]
    assert CHRF().corpus_score(longer, [REFERENCE]).score == pytest.approx(100)
    assert score(longer, REFERENCE, ["chrF"]).metrics[0].score < 95


def test_references_of_different_length_are_refused() -> None:
    with pytest.raises(ScoreError, match="reference 2 has 3 segments and reference 1 has 4; divide all references the same way"):
        score(HYPOTHESIS, [REFERENCE, OTHER[:3]])


@pytest.mark.parametrize(
    ("hypothesis", "reference", "message"),
    [
        ([" "], REFERENCE, "the hypothesis holds no text"),
        (HYPOTHESIS, ["", " ", "", ""], "the reference holds no text"),
        (HYPOTHESIS, [], "there is no reference"),
        (HYPOTHESIS, [[]], "the reference holds no text"),
        (HYPOTHESIS, [REFERENCE, ["", "", "", ""]], "reference 2 holds no text"),
    ],
)
def test_nothing_to_score_is_refused(hypothesis: list[str], reference: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        score(hypothesis, reference)


@pytest.mark.parametrize("name", ["chrf", "COMET", ""])
def test_unknown_metrics_are_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=f"unknown metric '{name}'; choose among BLEU, chrF, chrF\\+\\+, TER"):
        score(HYPOTHESIS, REFERENCE, [name])


def test_documents_are_divided_one_by_one() -> None:
    documents = [(HYPOTHESIS, REFERENCE), ([" ".join(REFERENCE)], REFERENCE)]
    result = score_documents(documents)
    assert result.alignment == "resegmented"
    flat = score(HYPOTHESIS + REFERENCE, REFERENCE + REFERENCE)
    assert [m.score for m in result.metrics] == [m.score for m in flat.metrics]
    assert [m.segments for m in result.metrics] == [m.segments for m in flat.metrics]
    assert score_documents(documents[:1]) == score(HYPOTHESIS, REFERENCE)


def test_documents_without_text_are_named() -> None:
    with pytest.raises(ScoreError, match="document 2: the hypothesis holds no text"):
        score_documents([(HYPOTHESIS, REFERENCE), ([""], REFERENCE)])
    with pytest.raises(ScoreError, match="there are no documents to score"):
        score_documents([])


def test_a_hundred_tokenised_lines_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    score(["It works ."] * 200, ["It works ."] * 200)
    assert capfd.readouterr() == ("", "")


def test_importing_costs_nothing() -> None:
    code = "import sys, tqa.score.metrics, tqa.score.bootstrap; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "tqa.score.metrics" in loaded
    assert not {"sacrebleu", "numpy", "rapidfuzz"} & set(loaded)
