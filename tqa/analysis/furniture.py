"""Which lines are not the article: site furniture, and copies of headline, teaser and paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tqa.analysis.article import Text
from tqa.analysis.copies import Copy, find_copies
from tqa.analysis.furniture_pairs import carry_over, drop_sentences, repeats
from tqa.cached import cached_property
from tqa.model import Document, Side, Span
from tqa.records import NamedTuple
from tqa.text.boilerplate import HEADING, Mark, recognise_ending, recognise_line
from tqa.text.chatter import FOOT, HEAD, RULE, is_title_of_translation, read_closing, read_markup, read_preamble, read_refusal
from tqa.text.furniture_signs import look_over
from tqa.text.positions import trimmed
from tqa.text.regex import regex
from tqa.text.sites import may_be_site, names_authority, site_suffix

UNHIDDEN = frozenset(["reporter-credit", "llm-note", "llm-refusal"])
"""Families that no safe fix deletes: by-lines, remarks on the translation, refusals."""
_EDGE = 8
_LABELLED = regex("[A-Za-z\u4e00-\u9fff] ?[:：]")
_LINK_LONGEST = 120
_STOPS = (".", "。", "!", "！", "?", "？", "”", '"', ":", "：")
_SUBHEADS = frozenset(["related-links", "qr-or-app-prompt"])
"""Families whose shortest lines may head a part of the article: “Further reading”, “Source code”."""
_SUBHEAD_WORDS = 2


class Item(NamedTuple):
    """One piece of furniture: `family` names the rule that reports it.

    `span` is what is shown, `edit` what goes when it is deleted; `safe`: it may go without asking; `kept`: the line a copy repeats;
    `block`: what belongs together. `certain`: False for what only its place speaks against.
    """

    side: Side
    segment: int
    span: Span
    edit: Span
    family: str
    safe: bool
    hides: bool
    certain: bool = True
    kept: int | None = None
    block: str | None = None


class Furniture:
    """The furniture of one document."""

    def __init__(self, items: tuple[Item, ...], document: Document | None = None):
        self.items = items
        self._document = document

    @cached_property
    def families(self) -> Mapping[str, Sequence[Item]]:
        """The items each rule reports."""
        families: dict[str, list[Item]] = {}
        for item in self.items:
            families.setdefault(item.family, []).append(item)
        return families

    def of(self, family: str) -> Sequence[Item]:
        """The items one rule reports."""
        return self.families.get(family, ())

    @cached_property
    def _hidden(self) -> dict[Side, frozenset[int]]:
        document = self._document
        if document is None or not self.items:
            return {}
        hidden: dict[Side, set[int]] = {"target": set(), "source": set()}
        for item in self.items:
            if item.hides and item.edit == document.side(item.side)[item.segment].span:
                hidden[item.side].add(item.segment)
        if document.aligned and document.source:
            # A pair is read or left together: what is furniture on one side has no counterpart to be missed on the other.
            texts = {segment.index: segment.text for segment in document.target}
            alone = {index for index in hidden["source"] if not texts.get(index, "").strip()}
            hidden["source"] = alone | {segment.index for segment in document.source if segment.index in hidden["target"]}
        return {side: frozenset(indices) for side, indices in hidden.items()}

    def hidden(self, side: Side) -> frozenset[int]:
        """Segments that are furniture from end to end."""
        return self._hidden.get(side, frozenset())

    def blanked(self, side: Side) -> Mapping[int, Sequence[Span]]:
        """Furniture inside segments that otherwise belong to the article, by segment."""
        return self._blanked[side]

    @cached_property
    def _blanked(self) -> dict[Side, dict[int, list[Span]]]:
        blanked: dict[Side, dict[int, list[Span]]] = {"target": {}, "source": {}}
        for item in self.items:
            if item.hides and item.segment not in self.hidden(item.side):
                blanked[item.side].setdefault(item.segment, []).append(item.span)
        return blanked


def find_furniture(document: Document, kept: frozenset[int] = frozenset(), *, source: Text | None = None, target: Text | None = None) -> Furniture:
    """The furniture of both sides; segments in `kept` are reported but never hidden. `source`, `target`: the sides, where joined already."""
    return _find(document, kept, OneSide("source", source or Text(document.source)), OneSide("target", target or Text(document.target)))


def _find(document: Document, kept: frozenset[int], source: OneSide, target: OneSide) -> Furniture:
    if document.aligned and document.source:
        drop_sentences(source, target)
        carry_over(source, target)
    for side, other in ((source, None), (target, source if document.aligned else None)):
        if side.order:
            side.add_copies(other)
            side.add_links()
            side.doubt()
    items = [
        item if item.side == "source" or item.segment not in kept else item._replace(hides=False) for side in (target, source) for item in side.items
    ]
    items.sort(key=lambda item: (item.side != "target", item.segment, item.span.start))
    return Furniture(tuple(items), document)


class OneSide:
    """The furniture of one side, found in steps: words, then place, then copies."""

    def __init__(self, side: Side, article: Text):
        self.side = side
        self.article = article
        self.segments = {segment.index: segment for segment in article.segments}
        self.order = [segment.index for segment in article.segments if segment.text and not segment.text.isspace()]
        self.whole: dict[int, list[Item]] = {}
        self.partial: list[Item] = []
        self._headings: set[int] = set()
        self._read()

    @property
    def items(self) -> list[Item]:
        """Everything found so far."""
        return [item for items in self.whole.values() for item in items] + self.partial

    def text(self, index: int) -> str:
        """Text of a segment."""
        return self.segments[index].text

    def _read(self) -> None:
        if not self.order:
            return
        weak: dict[int, tuple[Mark, ...]] = {}
        segments = self.article.segments
        look = look_over([segment.text for segment in segments], self.article.lower, self.article.starts)
        for number in sorted(look.talk | look.furniture):
            index, text = segments[number].index, segments[number].text
            if number in look.talk and self._read_chatter(index):
                continue
            marks = recognise_line(text)
            if not marks:
                if ending := recognise_ending(text):
                    self._add_endings(index, ending)
                continue
            if any(mark.heading for mark in marks):
                self._headings.add(index)
            if all(mark.weak for mark in marks):
                weak[index] = marks
            else:
                self._add_whole(index, marks)
        self._add_rulers()
        self._believe(weak)
        self._add_sites()

    def _add_whole(self, index: int, marks: Sequence[Mark]) -> None:
        self.whole[index] = [self.item(index, mark) for mark in marks]

    def _add_endings(self, index: int, marks: Sequence[Mark]) -> None:
        self.partial += [self.item(index, mark) for mark in marks]

    def item(self, index: int, mark: Mark) -> Item:
        """The mark as an item: safe to delete, and so hidden, unless its family is not or a protected span stands in it."""
        protected = any(span.overlaps(mark.edit) for span in self.segments[index].protected)
        safe = mark.family not in UNHIDDEN and not protected
        return Item(self.side, index, mark.span, mark.edit, mark.family, safe, safe)

    def _read_chatter(self, index: int) -> bool:
        """Adds what a model said on the line; whether all of the line is that."""
        text = self.text(index)
        whole = Span(0, len(text))
        first, last = index in self.order[:2], index in self.order[-FOOT:]
        if (span := read_refusal(text)) is not None:
            self._add_whole(index, [Mark("llm-refusal", span, whole)])
            return True
        spans = read_markup(text)
        for span in spans:
            edit = whole if not (text[: span.start] + text[span.end :]).strip() else span
            if edit == whole:
                self._add_whole(index, [Mark("llm-markup", trimmed(text), whole)])
                return True
            self._add_endings(index, [Mark("llm-markup", span, edit)])
        if (first or last) and is_title_of_translation(text):
            self._add_whole(index, [Mark("llm-preamble", trimmed(text), whole)])
            return True
        if index in self.order[:HEAD] and (span := read_preamble(text)) is not None:
            if len(span) == len(text):
                self._add_whole(index, [Mark("llm-preamble", trimmed(text), whole)])
                return True
            self._add_endings(index, [Mark("llm-preamble", Span(span.start, len(text[: span.end].rstrip())), span)])
        if (span := read_closing(text, at_end=last)) is not None:
            if not text[: span.start].strip():
                self._add_whole(index, [Mark("llm-note", trimmed(text), whole)])
                return True
            start = len(text[: span.start].rstrip())
            self._add_endings(index, [Mark("llm-note", span, Span(start, span.end))])
        return False

    def _add_rulers(self) -> None:
        """The line a model draws between its talk and its work."""
        if not any(items[0].family.startswith("llm") for items in self.whole.values()):
            return
        for number, index in enumerate(self.order):
            if RULE.fullmatch(self.text(index)):
                around = self.order[max(0, number - 1) : number] + self.order[number + 1 : number + 2]
                if any(item.family.startswith("llm") for near in around for item in self.whole.get(near, ())):
                    self._add_whole(index, [Mark("llm-markup", trimmed(self.text(index)), self.segments[index].span)])

    def _believe(self, weak: dict[int, tuple[Mark, ...]]) -> None:
        """Weak marks that stand in an unbroken run of furniture, from the head, the tail, or a sure mark on."""
        if not weak:
            return
        places = {index: number for number, index in enumerate(self.order)}
        changed = True
        while changed:
            changed = False
            for index in sorted(weak):
                number = places[index]
                around = self.order[max(0, number - 1) : number] + self.order[number + 1 : number + 2]
                if any(near in self.whole for near in around) or self._is_in_run(number, weak):
                    self._add_whole(index, weak.pop(index))
                    changed = True

    def _is_in_run(self, number: int, weak: dict[int, tuple[Mark, ...]]) -> bool:
        """Whether two weak marks stand together, or one at the end, above the headline, or right below it."""
        last = len(self.order) - 1
        if any(near in weak for near in self.order[max(0, number - 1) : number] + self.order[number + 1 : number + 2]):
            return True
        if number == last:
            # A lone menu entry or date may be the article's last word; a label is not.
            labelled = _LABELLED.search(self.text(self.order[number])) is not None
            return number >= 3 and (labelled or weak[self.order[number]][0].family not in ("page-navigation", "source-line"))
        text = self.text(self.order[number]).strip()
        following = self.text(self.order[number + 1]).strip()
        mark = weak[self.order[number]][0]
        if mark.heading or mark.family == "page-navigation" or number > 2 or any(self._is_body(near) for near in self.order[:number]):
            return False
        if number == 0:
            short = (len(text.split()) <= 3 and (text.isascii() or len(text) <= 6)) or (len(text) <= 60 and any(c.isdigit() for c in text))
            return short and len(text) < len(following) <= 200 and last >= 2
        return len(text) <= 60 and len(text) < len(following)

    def _is_body(self, index: int) -> bool:
        text = self.text(index).rstrip()
        return len(text) > 160 or text.endswith((".", "。"))

    def _add_sites(self) -> None:
        """Site names at the head, repeated ones, and one behind the headline."""
        head = [index for index in self.order[:_EDGE] if index not in self.whole]
        first: dict[str, int] = {}
        for number, index in enumerate(head):
            text = self.text(index)
            name = text.strip()
            if len(name) > 40:
                break
            if name in first and self._has_headline_after(number, head, name):
                for same in (first[name], index):
                    self._add_whole(same, [Mark("site-name-line", trimmed(self.text(same)), self.segments[same].span)])
            first.setdefault(name, index)
            if number == 0 and may_be_site(name) and self._has_headline_after(number, head, name) and not self._is_body(head[1]):
                self._add_whole(index, [Mark("site-name-line", trimmed(text), self.segments[index].span)])
        for index in [index for index in head if index not in self.whole][:2]:
            text = self.text(index)
            if (edit := site_suffix(text)) is not None:
                self._add_endings(index, [Mark("site-name-line", Span(edit.start, len(text.rstrip())), edit)])

    def _has_headline_after(self, number: int, head: Sequence[int], name: str) -> bool:
        """Whether a further short line follows that can be the headline the name is not."""
        rest = [self.text(index).strip() for index in head[number + 1 : number + 3]]
        words = len(name.split()) if name.isascii() else len(name) / 2
        return words <= 5 and not name.endswith(_STOPS) and any(len(name) < len(text) <= 200 and not _is_sentence(text) for text in rest)

    def add_copies(self, other: OneSide | None) -> None:
        """Lines whose words stand in another line that stays. `other`: the aligned source, which must repeat itself too."""
        lines = self._folded()
        for item in self.partial:
            if item.hides and item.segment in lines:
                text, edit = lines[item.segment], item.edit
                lines[item.segment] = text[: edit.start] + " " * len(edit) + text[edit.end :]
        for copy in find_copies(lines):
            self._add_copy(copy, other)

    def _folded(self) -> dict[int, str]:
        """The texts of the lines that are no furniture, in lower case, by segment."""
        folded = self.article.lower
        lines = folded.split("\n")
        if len(lines) != len(self.segments):
            # A segment that has line ends of its own.
            lines = [folded[start : start + len(segment.text)] for segment, start in zip(self.article.segments, self.article.starts, strict=True)]
        texts = dict(zip(self.segments, lines, strict=True))
        if len(self.order) < len(texts) or self.whole:
            texts = {index: texts[index] for index in self.order if index not in self.whole}
        return texts

    def _add_copy(self, copy: Copy, other: OneSide | None) -> None:
        segment = self.segments[copy.number]
        faithful = other is None or repeats(other, copy)
        if not faithful and (copy.family != "duplicate-paragraph" or not copy.exact):
            return
        safe = not segment.protected and copy.exact and copy.earlier and faithful
        self.whole[copy.number] = [Item(self.side, copy.number, trimmed(segment.text), segment.span, copy.family, safe, safe, kept=copy.kept)]

    def add_links(self) -> None:
        """What a heading such as “Recommended reading” lists: copies, and titles of other articles."""
        for heading in sorted(self._headings & set(self.whole)):
            listed = self._listed_below(heading)
            block = f"{self.side}-{heading}"
            for index in (heading, *listed):
                if index not in self.whole:
                    span = trimmed(self.text(index))
                    self.whole[index] = [Item(self.side, index, span, self.segments[index].span, "related-links", False, False, certain=False)]
                self.whole[index] = [item._replace(block=block) for item in self.whole[index]]

    def doubt(self) -> None:
        """What stands among paragraphs may be the article's own: a subhead is not deleted unasked, headings and captions of tables stay."""
        for index, items in list(self.whole.items()):
            words = items[0].span.of(self.text(index))
            if self._is_caption(index, items[0], words) or self._heads_text(index, items[0]):
                del self.whole[index]
            elif self._may_be_subhead(index, items[0], words):
                self.whole[index] = [item._replace(safe=False, hides=False, certain=False) for item in items]

    def _may_be_subhead(self, index: int, item: Item, words: str) -> bool:
        """Whether it is two words between two paragraphs."""
        if item.family not in _SUBHEADS or len(words.split()) > _SUBHEAD_WORDS or not words.isascii():
            return False
        around = self._around(index)
        return len(around) == 2 and all(near not in self.whole and self._is_body(near) for near in around)

    def _heads_text(self, index: int, item: Item) -> bool:
        """Whether Markdown marks it as a heading and a paragraph that is no furniture follows: # January; a model's own “# Translation” aside."""
        if item.family.startswith(("llm", "duplicate")):
            return False
        below = self.order[self.order.index(index) + 1 :][:1]
        return HEADING.match(self.text(index)) is not None and any(near not in self.whole and self._is_body(near) for near in below)

    def _is_caption(self, index: int, item: Item, words: str) -> bool:
        """Whether an authority is named, with no other furniture beside it, and paragraphs stand before and after."""
        if item.family != "source-line" or not names_authority(words) or any(near in self.whole for near in self._around(index)):
            return False
        number = self.order.index(index)
        return any(map(self._is_body, self.order[:number])) and any(map(self._is_body, self.order[number + 1 :]))

    def _around(self, index: int) -> list[int]:
        """The lines right before and after one."""
        number = self.order.index(index)
        return self.order[max(0, number - 1) : number] + self.order[number + 1 : number + 2]

    def _listed_below(self, heading: int) -> list[int]:
        """Copies and short lines without a full stop, up to other furniture or the end; none if the article goes on after them."""
        listed: list[int] = []
        for index in self.order[self.order.index(heading) + 1 :]:
            items = self.whole.get(index)
            text = self.text(index).strip()
            if items and not items[0].family.startswith("duplicate"):
                break
            if not items and (len(text) > _LINK_LONGEST or text.endswith(_STOPS)):
                return [copy for copy in listed if copy in self.whole]
            listed.append(index)
        return listed


def _is_sentence(text: str) -> bool:
    """Whether a line is too much of a sentence for a headline."""
    return len(text) > 100 and text.endswith((".", "。", "”", '"'))
