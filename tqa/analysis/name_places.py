"""Where surnames stand in the source of one article, and what is read there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tqa.text.readings import first_syllables, spells, surnames
from tqa.text.standing import occurrences

if TYPE_CHECKING:
    from tqa.analysis.align import Link
    from tqa.analysis.analysis import Analysis

_MOST_SCANS = 40
"""Names of an article for which all of its source is searched."""
_UNSURE = 0.5
"""A link below this confidence joins whole articles."""
_MOST_PLACES = 300
"""Places of one surname that are compared letter by letter."""


class NamePlaces:
    """The places of one article's source where names may stand, each found once."""

    def __init__(self, facts: Analysis):
        self._facts = facts
        self._source = facts.source.text
        self._places: dict[str, list[tuple[int, int]]] = {}
        self._exact: dict[tuple[str, str], tuple[int, int] | None] = {}
        self._read: dict[str, tuple[list[int], bool]] = {}
        self._ranges: dict[int, tuple[int, int]] = {}

    def find(self, surname: str, given: str) -> tuple[int, int] | None:
        """Source offsets of the first name that is read as surname and given name."""
        key = surname, given
        if key not in self._exact:
            self._exact[key] = None
            for start, end in self.of(surname):
                count = spells(given, self._source, end)
                if count:
                    self._exact[key] = start, end + count
                    break
        return self._exact[key]

    def of(self, surname: str) -> list[tuple[int, int]]:
        """Where characters stand in the source that can be the surname, in order."""
        known = self._places.get(surname)
        if known is None:
            known = self._places[surname] = []
            for character in surnames().get(surname, ()):
                if character in self._source:
                    known += [(at, at + len(character)) for at in occurrences(self._source, character)]
            known.sort()
        return known

    def linked(self, surname: str, offset: int) -> list[tuple[int, int]]:
        """The places of the surname in the source that is linked to an article offset."""
        low, high = self.source_range(offset)
        places = self.of(surname)
        return places[bisect_left(places, (low, 0)) : bisect_left(places, (high, 0))][:_MOST_PLACES]

    def source_range(self, offset: int) -> tuple[int, int]:
        """Source offsets linked to an article offset; all of the source where nothing is."""
        number = self._facts.article.number_at(offset)
        known = self._ranges.get(number)
        if known is None:
            link = self._sure_link(offset)
            known = self._ranges[number] = self._facts.source.range(link.source) if link else (0, len(self._source))
        return known

    def is_linked(self, offset: int) -> bool:
        """Whether the segment at an article offset is linked to less than the whole source."""
        return self._sure_link(offset) is not None

    def _sure_link(self, offset: int) -> Link | None:
        number = self._facts.link_at(offset)
        link = self._facts.links[number] if number >= 0 else None
        return link if link and link.confidence >= _UNSURE else None

    def beginning(self, letters: str, low: int, high: int) -> list[int]:
        """Where characters stand in a range of the source that can be the first of a name so spelt, in order."""
        return _beginning(letters, self._source, low, high)

    def is_read(self, letters: str, but_at: int) -> bool:
        """Whether characters of the source in a row are read so elsewhere than at an offset: a place, a thing, a name with a rare surname.

        Also in its furniture, as by-lines are; and True where too many names have been asked about.
        """
        known = self._read.get(letters)
        if known is None:
            if len(self._read) >= _MOST_SCANS:
                return True
            known = self._read[letters] = self._where_read(letters)
        places, is_hidden = known
        return is_hidden or any(at != but_at for at in places)

    def _where_read(self, letters: str) -> tuple[list[int], bool]:
        """The places where the visible source is read so, and whether its furniture is."""
        places = self._reading(letters, self._source)
        whole = self._facts.whole_source.text
        return places, whole != self._source and len(self._reading(letters, whole)) > len(places)

    @staticmethod
    def _reading(letters: str, text: str) -> list[int]:
        return [at for at in _beginning(letters, text, 0, len(text)) if spells(letters, text, at, 4)]


def _beginning(letters: str, text: str, low: int, high: int) -> list[int]:
    begin_so = "".join([read_so for read_so, _ in first_syllables(letters)])
    found = {character for character in set(text[low:high]) if character in begin_so}
    return [at for at in range(low, high) if text[at] in found] if found else []
