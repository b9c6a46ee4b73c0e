"""Names of Chinese people in the English, each held against the characters of the source.

Driven by the English: a surname and a given name in pinyin must be what characters of the source can be read as. Where they cannot,
the surname's places in the linked source say which name is nearly so. Nothing is demanded of the source: a name that the English
leaves out is no fault of spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tqa.analysis.name_places import NamePlaces
from tqa.cached import cached_property
from tqa.records import NamedTuple
from tqa.text.han import is_han
from tqa.text.names import (
    ENGLISH_GIVEN,
    MIDDLE_NAMES,
    NICKNAMES,
    NO_GIVEN,
    NO_NAMES,
    NO_PEOPLE,
    Pair,
    Word,
    is_given,
    is_in_title,
    is_near_surname,
    is_syllable_elsewhere,
    letters_apart,
    title,
    word,
)
from tqa.text.readings import elsewhere, japanese_surnames, readings, spellings, spells, surname_readings, written
from tqa.text.romanisation import wade_giles
from tqa.text.standing import occurrences

if TYPE_CHECKING:
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
_MASKS = "某×XxＸ*"
"""What stands for a given name that is withheld."""

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
        self.places = NamePlaces(facts)
        self._judged: dict[tuple[str, str, str, bool, bool, int, int], tuple[Mention | None, bool]] = {}

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
        return self._facts.source.at(self.places.source_range(offset)[0])[0] if segments else None

    def _judge(self, pair: Pair) -> Mention | None:
        """The pair as a mention; the same words over the same source are judged once."""
        third = pair.third.letters if pair.third else ""
        hyphened = pair.first.hyphened or pair.second.hyphened
        key = pair.first.letters, pair.second.letters, third, pair.opens, hyphened, *self.places.source_range(pair.start)
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
        if first.surname and apart and (han := self.places.find(first.letters, apart.letters)):
            return self._mention(pair, first, apart, "right", han, end=pair.third_end)
        if first.surname and 0 < second.syllables <= 2 and (han := self.places.find(first.letters, second.letters)):
            return self._mention(pair, first, second, "right", han)
        if second.surname and 0 < first.syllables <= 2 and (han := self.places.find(second.letters, first.letters)):
            return self._mention(pair, second, first, "own" if first.hyphened else "flipped", han)
        if apart and (han := self._given_apart(pair)):
            return self._mention(pair, first, second, "own", han, end=pair.third_end)
        if found := self._japanese(pair):
            return found
        if first.hyphened or second.hyphened:
            # News in pinyin does not write so: it is Taiwan's, Korea's or the person's own spelling.
            return None
        if self._is_elsewhere(first, pair) or self._is_elsewhere(second, pair, behind=first):
            return None
        found = self._nearly(pair)
        if found is None and not pair.opens:
            found = self._after_another(pair) or self._ungrounded(pair)
        if found and self.places.is_read(first.letters + second.letters, but_at=found.han[0] if found.han else -1):
            return None
        return found

    def _is_person(self, pair: Pair, mention: Mention) -> bool:
        """Whether words that the source has not begin no place or body, and no English first name stands before a name turned round."""
        text = self._facts.article.text
        if mention.verdict == "flipped":
            before = text[max(0, pair.start - 16) : pair.start]
            return not (before.endswith(" ") and before[:-1].split(" ")[-1].lower() in ENGLISH_GIVEN)
        if mention.verdict == "right":
            return True
        after = text[mention.end : mention.end + 16]
        following = after[1:].split(" ")[0].rstrip(",.;:’'") if after.startswith(" ") else ""
        if pair.second.syllables == 1 and self._is_in_three(pair, following):
            return False
        return mention.verdict == "misspelled" or following.lower() not in NO_PEOPLE

    def _is_in_three(self, pair: Pair, following: str) -> bool:
        """Whether the pair is part of a name in three words as it is written elsewhere: Li Ka Shing, Lee Chong Wei."""
        if is_syllable_elsewhere(following):
            return True
        before = self._facts.article.text[max(0, pair.start - 16) : pair.start]
        return before.endswith(" ") and self._is_elsewhere(word(before[:-1].rsplit(" ", 1)[-1]), pair)

    def _given_apart(self, pair: Pair) -> tuple[int, int] | None:
        """Source offsets of a name in three words with the surname last: Chen Ning Yang."""
        if not pair.third or not pair.third.surname:
            return None
        given = pair.first.letters + pair.second.letters
        for start, end in self.places.linked(pair.third.letters, pair.start):
            spelt = spells(given, self._source, end) == 2 or any("".join(map(wade_giles, cut)) == given for cut in spellings(self._source, end, 2))
            if spelt:
                return start, end + 2
        return None

    def _japanese(self, pair: Pair) -> Mention | None:
        """The mention as a Japanese name of four characters, cut as a Chinese one: Zhang Benzhihe for 张本智和."""
        first, second = pair.first, pair.second
        if not first.surname or second.syllables != 3:
            return None
        for start, end in self.places.linked(first.letters, pair.start):
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
        best: _Near | None = None
        for start, end in self.places.linked(surname, pair.start):
            for count in (2, 1):
                if not all(map(is_han, self._source[end : end + count])) or len(self._source) < end + count:
                    continue
                for cut in spellings(self._source, end, count):
                    distance = letters_apart(given, cut)
                    if distance is None:
                        continue
                    elsewhere = self._is_of_taiwan or (count == 1 and not given.syllables)
                    if distance and elsewhere and "".join(map(wade_giles, cut)) == given.letters:
                        return None
                    if (best is None or distance < best[0]) and self._may_be_meant(given, start, end, count):
                        best = distance, (start, end + count), written(cut)
        return best

    def _may_be_meant(self, given: Word, start: int, end: int, count: int) -> bool:
        """Whether the surname at source offsets has a given name of so many characters behind it: no title, nothing longer, 欧阳 no 欧."""
        whole = self._source[start : end + 1]
        if whole in surname_readings() or title(self._facts.simplified_source, end) >= count:
            return False
        return given.syllables != 3 or not (whole in japanese_surnames() or spells(given.letters, self._source, end, 3))

    def _after_another(self, pair: Pair) -> Mention | None:
        """The mention as a given name of the linked source with another surname before it."""
        first, second = pair.first, pair.second
        if not is_given(second) or first.letters in NO_GIVEN:
            return None
        if not first.surname and not is_near_surname(first.letters):
            return None
        low, high = self.places.source_range(pair.start)
        for at in self.places.beginning(second.letters, low + 1, min(high, low + _LONGEST)):
            if found := self._with_surname(pair, at - 1, at) or self._with_surname(pair, at - 2, at):
                return found
        return None

    def _with_surname(self, pair: Pair, start: int, at: int) -> Mention | None:
        """The mention as the given name at a source offset, behind the surname that begins at `start`."""
        first, second, source = pair.first, pair.second, self._source
        surname = surname_readings().get(source[max(0, start) : at])
        if not surname or spells(second.letters, source, at, second.syllables) != second.syllables:
            return None
        if not first.surname and second.syllables == 1 and source[max(0, start - 1) : start] in surname_readings():
            # 明政 of 范明政 is no name.
            return None
        from rapidfuzz.distance import OSA

        near = min(surname, key=lambda spelling: (OSA.distance(first.letters, spelling), spelling))
        han, right = (start, at + second.syllables), f"{near.replace('v', 'ü').capitalize()} {self._facts.article.text[pair.middle : pair.end]}"
        if self._is_slip(first, near, readings().get(source[start], ()), pair):
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
        places = self.places.linked(first.letters, pair.start)
        # A word like Pan or You may be a given name where its surname stands in the source.
        if not first.surname or not (is_given(second) or (second.syllables == 1 and places and first.letters not in NO_GIVEN)):
            return None
        if first.letters in NICKNAMES and second.surname and self.places.linked(second.letters, pair.start):
            return None
        if self._is_titled(places or self.places.of(first.letters)):
            return None
        if any(self._source[end : end + 1] in _MASKS or self._is_wade_giles(second.letters, end) for _, end in places):
            return None
        if places:
            return self._mention(pair, first, second, "other-given", places[0])
        return self._mention(pair, first, second, "nowhere", None)

    def _is_titled(self, places: list[tuple[int, int]]) -> bool:
        """Whether the surname stands at one or more places, with a title and no given name behind it at each: 习主席, whose 席 is none."""
        source = self._facts.simplified_source
        ends = [end for start, end in places if not is_in_title(source, start)]
        return bool(ends) and all(title(source, end) for end in ends)

    def _is_wade_giles(self, given: str, at: int) -> bool:
        """Whether the characters at a source offset are spelt so in Taiwan."""
        return self._is_of_taiwan and any("".join(map(wade_giles, cut)) == given for count in (1, 2) for cut in spellings(self._source, at, count))

    @cached_property
    def _is_of_taiwan(self) -> bool:
        return any(word in self._source for word in _TAIWAN)

    def _is_elsewhere(self, one: Word, pair: Pair, behind: Word | None = None) -> bool:
        """Whether the word is a surname as Hong Kong, Taiwan or Singapore spell it, and the linked source has that surname.

        It has not, where such a character stands right behind the other word's surname: 张卫 is no Wai.
        """
        if not one.foreign:
            return False
        low, high = self.places.source_range(pair.start)
        given = {end for _, end in self.places.linked(behind.letters, pair.start)} if behind and behind.surname else ()
        found = [at for character in elsewhere()[one.letters] for at in occurrences(self._source, character, low, high)]
        return bool(found) and not any(at in given for at in found)

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
        sure = self.places.is_linked(pair.start)
        return Mention(pair.start, end or pair.end, surname.letters, given.letters, verdict, han, right, given_first, sure)
