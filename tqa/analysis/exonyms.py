"""Places, bodies and people whose English is not their pinyin, and where the English has the pinyin all the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING, Literal

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.countries import HOME, are_alike, country, is_said, named_in, strangers, told_apart
from tqa.text.names import word
from tqa.text.readings import readings, spells
from tqa.text.regex import regex
from tqa.text.seats import names_seat
from tqa.text.standing import occurrences

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

Kind = Literal["place", "japanese", "abroad"]
_MOST_READINGS = 12

_MODIFIERS = (
    "前|原|新|新任|时任|现任|候任|代|代理|副|常务|第一|首席|高级|国家|国务|国会|国民议会|政府|内阁|总统府|青瓦台|执政党|在野党|最大|"
    "共同民主党|国民力量党|民主党|共产党|劳动党|越共|社会主义共和国|人民军|人民|武装力量|中央|委员会|政治局|军队|陆军|海军|空军|"
    "外交部?|外务省?|国防部?|防卫|统一部?|公安部?|财政部?|企划财政部?|产业通商资源部?|工贸部?|农业部?|环境部?|教育部?|法务部?|卫生部?|"
    "国土交通部?|文化体育观光部?|驻华|首尔|釜山|河内|胡志明市|女子?|男子?|著名|知名|乒乓球|羽毛球|围棋|足球|篮球|排球|游泳|网球|射箭|队"
)
_OFFICES = (
    "总统|總統|总理|總理|首相|主席|总书记|部长官?|长官|外长|防长|外相|大臣|议长|议员|委员长|署长|局长|市长|大使|发言人|代表|"
    "选手|球员|队员|队长|棋手|九段|歌手|演员|导演|记者"
)
_ABROAD = regex(f"(?:韩国|南韩|朝鲜|北韩|越南)(?<![驻对中]..)(?<!国[与和同及、]..)(?<!中方[与和同及]..)(?:{_MODIFIERS}){{0,5}}(?:{_OFFICES})$")
"""An office of Korea or Vietnam right before a name, with nothing between but what belongs to the office."""
_AT_HOME = regex(f"(?:中国|我国|中共|中华|国务院|国防部|外交部|商务部)(?:{_MODIFIERS}){{0,5}}(?:{_OFFICES})$")
"""The same of China."""
_CAPITALISED = regex("A[a-z'-]{5,24}+")


class Reading(NamedTuple):
    """A name read out in pinyin at article offsets; `han`: source offsets; `right`: its English where it is known."""

    start: int
    end: int
    han: tuple[int, int]
    right: str
    kind: Kind


class _Row(NamedTuple):
    sources: tuple[str, ...]
    english: tuple[str, ...]
    kind: str


class Exonyms:
    """What one article reads out in pinyin, or takes for another place."""

    def __init__(self, facts: Analysis):
        self._facts = facts
        source = facts.source.text
        self._found = sorted([*self._listed(), *self._other_countries(), *self._read_out(), *self._abroad()]) if source else []

    @property
    def places(self) -> list[Reading]:
        """Places and bodies, in order."""
        return [one for one in self._found if one.kind == "place"]

    @property
    def people(self) -> list[Reading]:
        """People who are not Chinese or have names of their own tongue, in order."""
        return [one for one in self._found if one.kind != "place"]

    def _listed(self) -> Iterator[Reading]:
        """Listed places and Japanese surnames."""
        automaton, table, shortest = _lexicon()
        source, lower = self._facts.source.text, self._facts.article.lower
        for _, start, last in automaton.find_matches_as_indexes(self._facts.capitals.outline):
            end = next((end for end in range(last, start + shortest - 1, -1) if lower[start:end] in table), 0)
            if not end or lower[start - 1 : start].isalnum() or lower[end : end + 1].isalpha():
                continue
            form = lower[start:end]
            low, high = self._facts.names.places.source_range(start)
            for row in table[form]:
                hits = [(at, at + len(name)) for name in row.sources if (at := source.find(name, low, high)) >= 0]
                if not hits or not self._is_one_too_many(row, form, start, end, hits[0][0]):
                    continue
                if row.kind == "shared":
                    end = self._given(end, hits[0][1])
                if end:
                    yield Reading(start, end, hits[0], row.english[0], "place" if row.kind == "place" else "japanese")
                    break

    def _other_countries(self) -> Iterator[Reading]:
        """A country that its segment lacks, where the segment names one like it that the source does not: Australia for 奥地利.

        Not where a capital may stand for either, nor where two things are lacking: what is unlike is no slip but another way to say it.
        """
        facts = self._facts
        lacking: dict[int, dict[str, tuple[int, int]]] = {}
        for code, start, end in named_in(facts.simplified_source):
            number = facts.link_at(start, "source")
            if number >= 0 and facts.links[number].is_sure:
                target = slice(*facts.article.range(facts.links[number].target))
                if not is_said(code, facts.article.text[target], facts.article.lower[target]):
                    lacking.setdefault(number, {}).setdefault(code, (start, end))
        named, rest = told_apart(facts.simplified_source) if lacking else (frozenset(), "")
        for number, countries in lacking.items():
            first, after = facts.article.range(facts.links[number].target)
            found = strangers(facts.article.text[first:after], named, rest) if len(countries) == 1 else []
            if len({one.code for one in found}) == 1:
                ((code, han),) = countries.items()
                segment, chinese = facts.article.text[first:after], facts.simplified_source[slice(*facts.source.range(facts.links[number].source))]
                if not are_alike(code, found[0].code) or any(names_seat(each, segment, chinese) for each in (code, found[0].code)):
                    continue
                meant = country(code)
                for one in found:
                    right = meant.people[:1] if one.people else meant.english[:1]
                    yield Reading(first + one.start, first + one.end, han, "".join(right), "place")

    def _is_one_too_many(self, row: _Row, wrong: str, start: int, end: int, at: int) -> bool:
        """Whether the form is not meant for another place that has it by right: that one is absent, or the segments count otherwise."""
        source, others = self._facts.source.text, _sources_of(wrong)
        if not any(form in source for form in others):
            return True
        low, high = self._facts.names.places.source_range(start)
        segment = self._facts.article.at(start)[0]
        text = segment.text.lower()
        wanted = sum(source.count(form, low, high) for form in row.sources)
        given = sum(text.count(form.lower()) for form in row.english)
        rivals = [place for form in others if (place := source.find(form, low, high)) >= 0]
        # “Shanxi, Shanxi” for 陕西、山西: the first of the two is wrong, for 山西、陕西 the last.
        offset = start - self._facts.article.starts[self._facts.article.number_at(start)]
        first = text.find(wrong) == offset if not rivals or at < min(rivals) else text.rfind(wrong) == offset
        return first and given < wanted and text.count(wrong) > sum(source.count(form, low, high) for form in others)

    def _given(self, end: int, at: int) -> int:
        """Where the English word after a surname ends, if it is the pinyin of the characters at `at`, else 0."""
        match = _CAPITALISED.match(self._facts.capitals.outline, end + 1) or _SHORT.match(self._facts.capitals.outline, end + 1)
        if match is None:
            return 0
        letters = word(self._facts.article.text[match.start() : match.end()]).letters
        return match.end() if spells(letters, self._facts.source.text, at, 3) else 0

    def _read_out(self) -> Iterator[Reading]:
        """Japanese names cut as Chinese ones."""
        for one in self._facts.names.mentions:
            if one.verdict == "japanese" and one.han is not None:
                yield Reading(one.start, one.end, (one.han[0], one.han[0] + 2), one.right, "japanese")

    def _abroad(self) -> Iterator[Reading]:
        """Names in pinyin right behind an office of Korea or Vietnam, each at its first mention."""
        source = self._facts.source.text
        if not any(country in source for country in ("韩", "韓", "朝鲜", "越南")):
            return
        told: set[str] = set()
        for one in self._facts.names.mentions:
            if one.verdict in ("right", "flipped") and one.han is not None:
                han = source[slice(*one.han)]
                if han not in told:
                    told.add(han)
                    before = [source[max(0, at - 24) : at] for at in islice(occurrences(source, han), 20)]
                    if any(map(_ABROAD.search, before)) and not any(map(_is_at_home, before)):
                        yield Reading(one.start, one.end, one.han, "", "abroad")


_SHORT = regex("A[a-z'-]{1,5}+")


def _is_at_home(before: str) -> bool:
    """Whether what stands before a name is an office of China's and of no other country's."""
    return _AT_HOME.search(before) is not None and _ABROAD.search(before) is None


def pinyin_forms(name: str) -> set[str]:
    """The name in pinyin, in small letters, joined and with apostrophes, for its first few readings; empty if a character has none."""
    each = [readings().get(character, ()) for character in name]
    cuts = islice(product(*each), _MOST_READINGS) if all(each) else ()
    return {form for cut in cuts for form in ("".join(cut), "".join("'" * (n > 0 and s[0] in "aeo") + s for n, s in enumerate(cut)))}


@cache
def _rows() -> tuple[list[_Row], list[tuple[str, _Row]]]:
    """The rows, and the wrong forms that stand in the lists."""
    rows, wrong = [], []
    for cells in lexicon("places.tsv")[1:]:
        row = _Row(tuple(cells[0].split("|")), tuple(cells[1].split("|")), "place")
        rows.append(row)
        wrong += [(form.lower(), row) for form in cells[2].split("|") if form]
    for code, source, english, _ in lexicon("countries.tsv")[1:]:
        if code not in HOME:
            rows.append(_Row(tuple(form for form in source.split("|") if not form.endswith("方")), tuple(english.split("|")), "place"))
    for kind, cell in lexicon("japanese-surnames.tsv")[1:]:
        for one in cell.split(" "):
            surname, reading = one.split(":")
            rows.append(_Row((surname,), (reading,), kind))
    return rows, wrong


@cache
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[_Row]], int]:
    """An automaton over the wrong forms as an outline has them, the rows that each form stands for, and the length of the shortest.

    Two forms may have one outline, of which one may begin the other: Haerbin, Baer.
    """
    rows, wrong = _rows()
    right = {form.lower() for row in rows for form in row.english}
    table: dict[str, list[_Row]] = {}
    for form, row in wrong:
        table.setdefault(form, []).append(row)
    for row in rows:
        for form in {form for source in row.sources for form in pinyin_forms(source)} - right:
            table.setdefault(form, []).append(row)
    # A DFA of some thousand short words is three times faster than what is chosen by itself.
    automaton = ahocorasick_rs.AhoCorasick(
        sorted({"A" + form[1:] for form in table}),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
    return automaton, table, min(map(len, table))


@cache
def _sources_of(form: str) -> tuple[str, ...]:
    """The Chinese of what the form rightly names: 山西 for shanxi."""
    return tuple(source for row in _rows()[0] for source in row.sources if any(form == one.lower() for one in row.english))
