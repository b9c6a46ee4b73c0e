"""States of corpus rules add up in any order, stay small, and say so when they were cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tqa.analysis.analysis import Analysis
from tqa.checks.consistency.corpus_variant import CorpusVariant, Shares
from tqa.checks.consistency.repeated_sentence_differs import RepeatedSentenceDiffers, Version
from tqa.engine.corpus import Corpus
from tqa.glossary.memory import Exemplar, Use
from tqa.model import Finding
from tqa.rule.kinds import AnyCorpusRule, CorpusRule


class Counts(CorpusRule[int, int]):
    """Counts words; keeps five."""

    name = "counts"
    group = "style"
    most_keys = 5

    def gather(self, facts: Analysis) -> dict[str, int]:
        return {}

    def add(self, one: int, other: int) -> int:
        return one + other

    def judge(self, state: Mapping[str, int]) -> dict[str, int]:
        return dict(state)

    def mark(self, facts: Analysis, verdict: Mapping[str, int]) -> Iterator[Finding]:
        yield from ()


def of(rule: AnyCorpusRule, shares: list[dict[str, object]]) -> Corpus:
    corpus = Corpus((rule,))
    for number, share in enumerate(shares):
        corpus.add((number, 0), {rule.name: share})
    return corpus


@given(st.lists(st.dictionaries(st.text("abcdefghijklm", min_size=1, max_size=2), st.integers(1, 9), max_size=6), max_size=12), st.randoms())
def test_a_cut_state_is_the_same_in_any_order(shares: list[dict[str, object]], chance: Random) -> None:
    one = of(Counts(), shares)
    mixed = list(shares)
    chance.shuffle(mixed)
    cut = chance.randrange(len(mixed) + 1)
    # Two parts, as two workers would give them: each already cut.
    first, second = of(Counts(), mixed[:cut]), of(Counts(), mixed[cut:])
    whole = Corpus((Counts(),))
    whole.add_state("counts", second.state("counts"))
    whole.add_state("counts", first.state("counts"))
    assert list(whole.state("counts").items()) == list(one.state("counts").items())
    for key, total in one.state("counts").items():
        assert total == sum(number for share in shares if isinstance(number := share.get(key, 0), int)), "what is kept is complete"
    different = len({key for share in shares for key in share})
    assert len(one.state("counts")) == min(5, different)
    assert [notice.code for notice in one.notices] == (["corpus-cut"] if different > 5 else [])


def test_who_gave_a_key_is_concerned() -> None:
    corpus = of(Counts(), [{"a": 1}, {"b": 1}, {}, {"a": 1, "c": 1}])
    assert corpus.concerned({"counts": {"a": 2}}) == {(0, 0), (3, 0)}
    assert corpus.concerned({}) == frozenset()


MENTIONS = st.tuples(st.sampled_from(["新华社", "联合国"]), st.sampled_from(["Bay Area", "Gulf Area", "UN"]), st.integers(1, 5))


@given(st.lists(MENTIONS, max_size=12), st.randoms())
def test_renderings_add_up_in_any_order(mentions: list[tuple[str, str, int]], chance: Random) -> None:
    shares: list[dict[str, object]] = [
        {term: Shares(seen=(Use(rendering, times, 1, Exemplar(f"d{number}", "a.txt", 0, number)),))}
        for number, (term, rendering, times) in enumerate(mentions)
    ]
    whole = of(CorpusVariant(), shares)
    chance.shuffle(shares)
    mixed = of(CorpusVariant(), shares)
    assert mixed.state("corpus-variant") == whole.state("corpus-variant")
    assert mixed.judge() == whole.judge()


@given(st.lists(st.integers(0, 30), max_size=40), st.randoms())
def test_versions_add_up_in_any_order(words: list[int], chance: Random) -> None:
    serial = count()
    shares: list[dict[str, object]] = [{"k": (Version(f"{word:04}", 1, f"d{next(serial)}", "a.txt", 0, 1, "text"),)} for word in words]
    whole = of(RepeatedSentenceDiffers(), shares).state("repeated-sentence-differs")
    chance.shuffle(shares)
    assert of(RepeatedSentenceDiffers(), shares).state("repeated-sentence-differs") == whole
