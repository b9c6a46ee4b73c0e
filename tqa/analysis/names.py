"""Names of Chinese people in the English, each held against the characters of the source.

Driven by the English: a surname and a given name in pinyin must be what characters of the source can be read as. Where they cannot,
the surname's places in the linked source say which name is nearly so. Nothing is demanded of the source: a name that the English
leaves out is no fault of spelling.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Literal

from tqa.cached import cached_property
from tqa.records import NamedTuple
from tqa.text.han import is_han
from tqa.text.names import ENGLISH_GIVEN, MIDDLE_NAMES, NO_GIVEN, NO_NAMES, NO_PEOPLE, PRONOUNS, TITLES, Pair, Word, is_given, is_near_surname
from tqa.text.readings import elsewhere, first_syllables, japanese_surnames, readings, spellings, spells, surname_readings, surnames, written
from tqa.text.romanisation import wade_giles

if TYPE_CHECKING:
    from tqa.analysis.align import Link
    from tqa.analysis.analysis import Analysis
    from tqa.analysis.analysis import Pair as Linked
    from tqa.model import Segment

Verdict = Literal["right", "flipped", "own", "japanese", "misspelled", "other-given", "other-surname", "nowhere"]
"""As the source has it; given name first; a form the person is known by, given name first or no pinyin; a Japanese name read out; a
letter or two off; another given name after the surname; another surname before the given name; nothing like it in the source."""

_MOST = 400
"""Different pairs of words an article is asked about."""
_TAIWAN = ("台湾", "台灣", "臺灣", "台北", "臺北", "国民党", "國民黨", "民进党", "民進黨", "高雄")
"""What an article is likely to name that has people of Taiwan in it."""
_LONGEST = 4_000
"""Characters of a linked source that are searched for a given name."""
_MOST_SCANS = 40
"""Names of an article for which all of its source is searched."""
_UNSURE = 0.5
"""A link below this confidence joins whole articles."""
_MASKS = "某×XxＸ*"
"""What stands for a given name that is withheld."""
_MOST_PLACES = 300
"""Places of one surname that are compared letter by letter."""


_Near = tuple[int, tuple[int, int], str]
"""Letters that differ, source offsets, the right spelling."""


class Mention(NamedTuple):
    """A name at article offsets.

    `han`: source offsets of the characters it stands for, of the surname alone where the given name is another. `right`: how it would be
    written rightly, in the mention's order. `sure`: the place was looked for in the linked segment, not in the whole article.
    """

    start: int
    end: int
    surname: str
    given: str
    verdict: Verdict
    han: tuple[int, int] | None = None
    right: str = ""
    given_first: bool = False
    sure: bool = True


class Names:
    """The names of one article with a source."""

    def __init__(self, facts: Analysis):
        self._facts = facts
        self._source = facts.source.text
        self._places: dict[str, list[tuple[int, int]]] = {}
        self._exact: dict[tuple[str, str], tuple[int, int] | None] = {}
        self._judged: dict[tuple[str, str, str, bool, bool, int, int], tuple[Mention | None, bool]] = {}
        self._read: dict[str, tuple[int, ...]] = {}
        self._ranges: dict[int, tuple[int, int]] = {}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every judged name in order; words that only look like one are left out."""
        if not self._source:
            return ()
        found: list[Mention] = []
        for pair in self._facts.name_pairs:
            if len(self._judged) >= _MOST:
                break
            before = found[-1] if found and found[-1].end > pair.start else None
            # In “Li Zhu Lilan” the last two words are the name.
            if before is None or before.verdict not in ("right", "own"):
                mention = self._judge(pair)
                if mention is not None and (before is None or mention.verdict == "right") and self._is_person(pair, mention):
                    if before is not None:
                        found.pop()
                    found.append(mention)
        return tuple(found)

    def pairs(self, *verdicts: Verdict) -> list[Linked]:
        """The linked segments with a mention judged so."""
        return self.pairs_at([one.start for one in self.mentions if one.verdict in verdicts])

    def pairs_at(self, offsets: list[int]) -> list[Linked]:
        """The linked segments at article offsets, in order."""
        return [self._facts.pair(number) for number in sorted(set(map(self._facts.link_at, offsets)) - {-1})]

    def within(self, pair: Linked) -> list[Mention]:
        """The mentions of one pair."""
        return [one for one in self.mentions if self._facts.link_at(one.start) == pair.number]

    def linked(self, offset: int) -> Segment | None:
        """The first source segment linked to an article offset, else the source's first."""
        segments = self._facts.source.segments
        return self._facts.source.at(self.source_range(offset)[0])[0] if segments else None

    def _judge(self, pair: Pair) -> Mention | None:
        """The pair as a mention; the same words over the same source are judged once."""
        third = pair.third.letters if pair.third else ""
        hyphened = pair.first.hyphened or pair.second.hyphened
        key = pair.first.letters, pair.second.letters, third, pair.opens, hyphened, *self.source_range(pair.start)
        if key not in self._judged:
            found = self._look(pair)
            self._judged[key] = found, found is not None and found.end == pair.third_end
        known, apart = self._judged[key]
        return known and known._replace(start=pair.start, end=pair.third_end if apart else pair.end)

    def _look(self, pair: Pair) -> Mention | None:
        first, second = pair.first, pair.second
        if (first.letters, second.letters) in NO_NAMES:
            return None
        apart = Word(second.letters + pair.third.letters, 2, False, False) if pair.third else None
        if first.surname and apart and (han := self._find(first.letters, apart.letters)):
            return self._mention(pair, first, apart, "right", han, end=pair.third_end)
        if first.surname and 0 < second.syllables <= 2 and (han := self._find(first.letters, second.letters)):
            return self._mention(pair, first, second, "right", han)
        if second.surname and 0 < first.syllables <= 2 and (han := self._find(second.letters, first.letters)):
            return self._mention(pair, second, first, "own" if first.hyphened else "flipped", han)
        if apart and (han := self._given_apart(pair)):
            return self._mention(pair, first, second, "own", han, end=pair.third_end)
        if found := self._japanese(pair):
            return found
        if first.hyphened or second.hyphened:
            # News in pinyin does not write so: it is Taiwan's, Korea's or the person's own spelling.
            return None
        if self._is_elsewhere(first, pair) or self._is_elsewhere(second, pair):
            return None
        found = self._nearly(pair)
        if found is None and not (pair.opens and first.letters in PRONOUNS):
            found = self._after_another(pair) or self._ungrounded(pair)
        return None if found and self._is_read_anywhere(first.letters + second.letters, found) else found

    def _is_person(self, pair: Pair, mention: Mention) -> bool:
        """Whether words that the source has not begin no place or body, and no English first name stands before a name turned round."""
        text = self._facts.article.text
        if mention.verdict == "flipped":
            before = text[max(0, pair.start - 16) : pair.start]
            return not (before.endswith(" ") and before[:-1].split(" ")[-1].lower() in ENGLISH_GIVEN)
        if mention.verdict in ("right", "misspelled"):
            return True
        after = text[mention.end : mention.end + 16]
        return not after.startswith(" ") or after[1:].split(" ")[0].rstrip(",.;:").lower() not in NO_PEOPLE

    def _given_apart(self, pair: Pair) -> tuple[int, int] | None:
        """Source offsets of a name in three words with the surname last: Chen Ning Yang."""
        if not pair.third or not pair.third.surname:
            return None
        given = pair.first.letters + pair.second.letters
        for start, end in self._linked(pair.third.letters, pair.start):
            spelt = spells(given, self._source, end) == 2 or any("".join(map(wade_giles, cut)) == given for cut in spellings(self._source, end, 2))
            if spelt:
                return start, end + 2
        return None

    def _japanese(self, pair: Pair) -> Mention | None:
        """The mention as a Japanese name of four characters, cut as a Chinese one: Zhang Benzhihe for 张本智和."""
        first, second = pair.first, pair.second
        if not first.surname or second.syllables != 3:
            return None
        for start, end in self._linked(first.letters, pair.start):
            if spells(second.letters, self._source, end, 3) == 3 and (right := japanese_surnames().get(self._source[start : start + 2])):
                return self._mention(pair, first, second, "japanese", (start, end + 3), right=right)
        return None

    def _nearly(self, pair: Pair) -> Mention | None:
        """The mention as a misspelling of a name in the linked source."""
        first, second = pair.first, pair.second
        best: _Near | None = None
        flipped = False
        if first.surname and self._may_be_misspelt(second, pair.middle, pair.end):
            best = self._near(first.letters, second, pair)
        if second.surname and self._may_be_misspelt(first, pair.start, pair.middle - 1):
            other = self._near(second.letters, first, pair)
            if other and (best is None or other[0] < best[0]):
                best, flipped = other, True
        if best is None:
            return None
        surname, given = (second, first) if flipped else (first, second)
        parts = surname.letters.replace("v", "ü").capitalize(), best[2]
        return self._mention(pair, surname, given, "misspelled", best[1], given_first=flipped, right=" ".join(parts[::-1] if flipped else parts))

    def _may_be_misspelt(self, one: Word, start: int, end: int) -> bool:
        """Whether the word can be a given name with a slip: no English word, not in small letters anywhere in the article."""
        if is_given(one):
            return True
        if one.letters in MIDDLE_NAMES:
            return False
        return len(one.letters) >= (3 if one.letters not in NO_GIVEN else 2) and not self._stands_small(start, end)

    def _stands_small(self, start: int, end: int) -> bool:
        text = self._facts.article.text
        return f" {text[start:end].lower()} " in text

    def _near(self, surname: str, given: Word, pair: Pair) -> _Near | None:
        """Distance, characters and spelling of the name in the linked source that is spelt most like surname and given name."""
        from rapidfuzz.distance import OSA

        letters = given.letters
        most = 1 if len(letters) <= 4 else 2
        best: _Near | None = None
        for start, end in self._linked(surname, pair.start):
            for count in (2, 1):
                if not all(map(is_han, self._source[end : end + count])) or len(self._source) < end + count:
                    continue
                if given.syllables == 3 and self._source[start : end + 1] in japanese_surnames():
                    continue
                for cut in spellings(self._source, end, count):
                    limit = 1 if given.syllables in (1, 2) and given.syllables != count else most
                    spelt = "".join(cut)
                    if abs(len(spelt) - len(letters)) > limit:
                        continue
                    distance = OSA.distance(letters, spelt, score_cutoff=limit)
                    elsewhere = self._is_of_taiwan or (count == 1 and not given.syllables)
                    if distance and elsewhere and "".join(map(wade_giles, cut)) == letters:
                        return None
                    if distance <= limit and (best is None or distance < best[0]):
                        best = distance, (start, end + count), written(cut)
        return best

    def _after_another(self, pair: Pair) -> Mention | None:
        """The mention as a given name of the linked source with another surname before it."""
        first, second = pair.first, pair.second
        if not is_given(second) or first.letters in NO_GIVEN:
            return None
        if not first.surname and (second.syllables < 2 or not is_near_surname(first.letters)):
            return None
        low, high = self.source_range(pair.start)
        source = self._source
        for at in self._beginning(second.letters, low + 1, min(high, low + _LONGEST)):
            at -= 1
            surname = surname_readings().get(source[at])
            if not surname or spells(second.letters, source, at + 1, second.syllables) != second.syllables:
                continue
            from rapidfuzz.distance import OSA

            near = min(surname, key=lambda spelling: (OSA.distance(first.letters, spelling), spelling))
            han, right = (at, at + 1 + second.syllables), f"{near.replace('v', 'ü').capitalize()} {self._facts.article.text[pair.middle : pair.end]}"
            if self._is_slip(first, near, readings().get(self._source[at], ()), pair):
                return self._mention(pair, first, second, "misspelled", han, right=right)
            if first.surname and second.syllables == 2:
                return self._mention(pair, first, second, "other-surname", han, right=right)
        return None

    def _is_slip(self, one: Word, surname: str, misread: tuple[str, ...], pair: Pair) -> bool:
        """Whether the first word is the surname with one letter wrong, or as its character is read where it is no surname."""
        from rapidfuzz.distance import OSA

        if one.letters in misread:
            return True
        if OSA.distance(one.letters, surname) > 1:
            return False
        return one.surname or (len(one.letters) > 2 and not self._stands_small(pair.start, pair.middle - 1))

    def _ungrounded(self, pair: Pair) -> Mention | None:
        """The mention as a name that the source cannot give."""
        first, second = pair.first, pair.second
        places = self._linked(first.letters, pair.start)
        # A word like Pan or You may be a given name where its surname stands in the source.
        if not first.surname or not (is_given(second) or (second.syllables == 1 and places and first.letters not in NO_GIVEN)):
            return None
        if all(self._source.startswith(TITLES, end) for _, end in places or self._places_of(first.letters)) and self._places_of(first.letters):
            return None
        if any(self._source[end : end + 1] in _MASKS or self._is_wade_giles(second.letters, end) for _, end in places):
            return None
        if places:
            return self._mention(pair, first, second, "other-given", places[0])
        return self._mention(pair, first, second, "nowhere", None)

    def _is_wade_giles(self, given: str, at: int) -> bool:
        """Whether the characters at a source offset are spelt so in Taiwan."""
        return self._is_of_taiwan and any("".join(map(wade_giles, cut)) == given for count in (1, 2) for cut in spellings(self._source, at, count))

    @cached_property
    def _is_of_taiwan(self) -> bool:
        return any(word in self._source for word in _TAIWAN)

    def _is_elsewhere(self, one: Word, pair: Pair) -> bool:
        """Whether the word is a surname as Hong Kong, Taiwan or Singapore spell it, and the linked source has that surname."""
        if not one.foreign:
            return False
        low, high = self.source_range(pair.start)
        return any(self._source.find(character, low, high) >= 0 for character in elsewhere()[one.letters])

    def _mention(
        self,
        pair: Pair,
        surname: Word,
        given: Word,
        verdict: Verdict,
        han: tuple[int, int] | None,
        *,
        end: int = 0,
        given_first: bool = False,
        right: str = "",
    ) -> Mention:
        given_first = given_first or verdict == "flipped"
        sure = self._sure_link(pair.start) is not None
        return Mention(pair.start, end or pair.end, surname.letters, given.letters, verdict, han, right, given_first, sure)

    def _find(self, surname: str, given: str) -> tuple[int, int] | None:
        """Source offsets of the first name that is read as surname and given name."""
        key = surname, given
        if key not in self._exact:
            self._exact[key] = None
            for start, end in self._places_of(surname):
                count = spells(given, self._source, end)
                if count:
                    self._exact[key] = start, end + count
                    break
        return self._exact[key]

    def _places_of(self, surname: str) -> list[tuple[int, int]]:
        """Where characters stand in the source that can be the surname, in order."""
        known = self._places.get(surname)
        if known is None:
            known = self._places[surname] = []
            for character in surnames().get(surname, ()):
                at = self._source.find(character)
                while at >= 0:
                    known.append((at, at + len(character)))
                    at = self._source.find(character, at + 1)
            known.sort()
        return known

    def _linked(self, surname: str, offset: int) -> list[tuple[int, int]]:
        """The places of the surname in the source that is linked to an article offset."""
        low, high = self.source_range(offset)
        places = self._places_of(surname)
        return places[bisect_left(places, (low, 0)) : bisect_left(places, (high, 0))][:_MOST_PLACES]

    def source_range(self, offset: int) -> tuple[int, int]:
        """Source offsets linked to an article offset; all of the source where nothing is."""
        number = self._facts.article.number_at(offset)
        known = self._ranges.get(number)
        if known is None:
            link = self._sure_link(offset)
            known = self._ranges[number] = self._facts.source.range(link.source) if link else (0, len(self._source))
        return known

    def _sure_link(self, offset: int) -> Link | None:
        """The link of the segment at an article offset, where it has one that joins less than whole articles."""
        number = self._facts.link_at(offset)
        link = self._facts.links[number] if number >= 0 else None
        return link if link and link.confidence >= _UNSURE else None

    def _beginning(self, letters: str, low: int, high: int) -> list[int]:
        """Where characters stand in a range of the source that can be the first of a name so spelt, in order."""
        begin_so = "".join([read_so for read_so, _ in first_syllables(letters)])
        found = {character for character in set(self._source[low:high]) if character in begin_so}
        return [at for at in range(low, high) if self._source[at] in found] if found else []

    def _is_read_anywhere(self, letters: str, found: Mention) -> bool:
        """Whether other characters of the source in a row are read so: a place, a thing, a name with a rare surname."""
        known = self._read.get(letters)
        if known is None:
            if len(self._read) >= _MOST_SCANS:
                return True
            places = (at for at in self._beginning(letters, 0, len(self._source)) if spells(letters, self._source, at, 4))
            known = self._read[letters] = tuple(islice(places, 2))
        return any(at != (found.han[0] if found.han else -1) for at in known)
