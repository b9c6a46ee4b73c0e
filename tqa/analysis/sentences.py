"""Whether two things stand in one sentence of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tqa.analysis.article import Text


def share_a_sentence(ones: Iterable[int], others: Iterable[int], article: Text) -> bool:
    """Whether a sentence holds one of either, given as article offsets: who names two things in one breath means two.

    Cost: only the segments that hold both are cut into sentences.
    """
    offsets: dict[int, list[int]] = {}
    for offset in ones:
        offsets.setdefault(article.number_at(offset), []).append(offset)
    starts: dict[int, list[int]] = {}
    for offset in others:
        number = article.number_at(offset)
        if number in offsets:
            if number not in starts:
                starts[number] = _sentence_starts(article, number)
            sentence = bisect_right(starts[number], offset)
            if any(bisect_right(starts[number], one) == sentence for one in offsets[number]):
                return True
    return False


def _sentence_starts(article: Text, number: int) -> list[int]:
    """Article offsets of the sentences in one of the article's segments."""
    from tqa.text.sentences import sentences

    begin = article.starts[number]
    text = article.text[begin : begin + len(article.segments[number].text)]
    return [begin + start for start, _ in sentences(text)]
