"""Which Chinese word became which English word, learnt from the articles themselves and the dictionary.

A table of affinities between words of both languages is made better in rounds: in each sentence a pair counts as much as it is the best
choice of both its words, and its affinity is the Dice coefficient of these counts. Source: the soft form of Melamed's competitive linking
(Computational Linguistics 26(2), 2000), with a preference for like places in the sentence as in fast_align (Dyer et al. 2013).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from tqa.glossary.suggestions.bitext import Unit, Word
from tqa.records import NamedTuple

MOST_LEARNT = 20_000
"""Sentences the table is learnt from; of more, every second, third, … is taken."""
_ROUNDS = 4
_LISTED = 0.3
"""Affinity a pair has at the least that the dictionary lists."""
_UNKNOWN, _LIKELY = 1.0, 10.0
"""What a pair that the dictionary does not know, and one that it does, weigh before anything is learnt."""
_STEEP = 3.0
"""How steeply a pair's weight falls with the distance of its relative places."""
_LEAST = 0.04
"""Mutual preference below which two words are not linked."""
_LEAST_JOINING = 0.15
"""The same for a word that joins a link of its neighbour."""
_RARE = 0.5
"""Added to how often a word occurs, so that pairs seen once stay doubtful."""

Sentence = tuple[Sequence[Unit], Sequence[Word]]


class WordLink(NamedTuple):
    """A unit and a word of one sentence, by their numbers, and how much they prefer each other (0 to 1)."""

    unit: int
    word: int
    strength: float


class Affinities:
    """How well words of the two languages answer each other."""

    def __init__(self, sentences: Sequence[Sentence]):
        step = max(1, -(-len(sentences) // MOST_LEARNT))
        self._table: dict[tuple[str, str], float] = {}
        for _ in range(_ROUNDS):
            self._table = self._learnt(sentences[::step])

    def links(self, sentence: Sentence) -> list[WordLink]:
        """The words of a sentence that belong together: best for each other, then those whose best is a neighbour's fellow already."""
        weights = self._preferences(sentence)
        best_word: dict[int, tuple[float, int]] = {}
        best_unit: dict[int, tuple[float, int]] = {}
        for (unit, word), weight in weights.items():
            best_word[unit] = max(best_word.get(unit, (0.0, 0)), (weight, word))
            best_unit[word] = max(best_unit.get(word, (0.0, 0)), (weight, unit))
        links = {
            (unit, word): weight
            for (unit, word), weight in weights.items()
            if weight > _LEAST and best_word[unit][1] == word and best_unit[word][1] == unit
        }
        units, words = {unit for unit, _ in links}, {word for _, word in links}
        for (unit, word), weight in sorted(weights.items(), key=lambda one: -one[1]):
            if weight < _LEAST_JOINING:
                break
            if unit not in units and best_word[unit][1] == word and ((unit - 1, word) in links or (unit + 1, word) in links):
                links[unit, word] = weight
                units.add(unit)
            elif word not in words and best_unit[word][1] == unit and any((unit, word + step) in links for step in (-2, -1, 1, 2)):
                links[unit, word] = weight
                words.add(word)
        return [WordLink(unit, word, weight) for (unit, word), weight in sorted(links.items())]

    def _learnt(self, sentences: Sequence[Sentence]) -> dict[tuple[str, str], float]:
        """The table after one more round."""
        counts: dict[tuple[str, str], float] = {}
        units: dict[str, float] = {}
        words: dict[str, float] = {}
        for sentence in sentences:
            for unit in sentence[0]:
                units[unit.key] = units.get(unit.key, 0.0) + 1
            for word in sentence[1]:
                words[word.key] = words.get(word.key, 0.0) + 1
            for (unit_at, word_at), weight in self._preferences(sentence).items():
                key = sentence[0][unit_at].key, sentence[1][word_at].key
                counts[key] = counts.get(key, 0.0) + weight
        return {(unit, word): 2 * count / (units[unit] + words[word] + _RARE) for (unit, word), count in counts.items()}

    def _preferences(self, sentence: Sentence) -> dict[tuple[int, int], float]:
        """Numbers of a unit and a word → the geometric mean of the shares of the pair among all pairs of either."""
        units, words = sentence
        content = [(at, word) for at, word in enumerate(words) if word.content]
        table = self._table
        rows: dict[int, float] = {}
        columns: dict[int, float] = {}
        weights: dict[tuple[int, int], float] = {}
        for unit_at, unit in enumerate(units):
            place = unit_at / len(units)
            for word_at, word in content:
                listed = word.key in unit.meant
                if table:
                    affinity = table.get((unit.key, word.key), 0.0)
                    affinity = max(affinity, _LISTED) if listed else affinity
                    if affinity < 0.001:
                        continue
                else:
                    affinity = _LIKELY if listed else _UNKNOWN
                weight = affinity * exp(-_STEEP * abs(place - word_at / len(words)))
                weights[unit_at, word_at] = weight
                rows[unit_at] = rows.get(unit_at, 0.0) + weight
                columns[word_at] = columns.get(word_at, 0.0) + weight
        # Not 1 for the one pair of a poor sentence: what is left over is not sure to belong together.
        return {(unit, word): weight / sqrt((rows[unit] + 0.02) * (columns[word] + 0.02)) for (unit, word), weight in weights.items()}
