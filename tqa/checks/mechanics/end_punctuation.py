"""A sentence without its stop, or with two."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Edit, Finding, Fix, Segment, Span, Where
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.regex import regex

_CLOSING = "\"”’')]*_ \u00a0"
_STOPS = frozenset(".!?…。！？")
_OPEN_ENDS = frozenset(":;：；-–—、/|>")
_SOURCE_END = regex(r"([。！？!?])[”’」』）)]{0,2}\s*$")
_ENGLISH = {"。": ".", "！": "!", "？": "?", "!": "!", "?": "?"}
# Two patterns, each with its literal first.
_TWO = (regex(r"\.(?=[.,](?![.,\w]))(?<=[\w)”%]\.)."), regex(r",(?=[.,](?![.,\w]))(?<=[\w)”%],)."))
_ABBREVIATED = regex(r"(?:\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|al|St|Bros|No|a\.m|p\.m|e\.g|i\.e)|\b[A-Z])\.,$")
_FEWEST_WORDS = 8
_HEADLINE_WORDS = 25
_INNER_STOP = regex(r"[.!?](?<=[a-z]{2}.) [A-Z]")
_MOST_OPEN = 0.25
"""Share of long lines without a stop above which the article is set without stops."""


class EndPunctuation(DocumentRule):
    """A paragraph ends without a stop where its source has one, or a sentence ends with two marks.

    Why: 。！？ mark the end of a sentence as . ! ? do; where the English has none, words may be lost with it.
    Limits: without a source linked line by line only long lines between lines that do end in a stop are looked at, never the
    first, which is the headline, nor what follows the last. Colons, dashes and ellipses count as ends. Whether a question stayed one is not asked.
    Measured: on 146 human translations of news (63,000 words) 8 findings, all slips of the translators; 0.99 of injected faults found.
    """

    examples = (
        example(["New port opens", "The port works."], source=["新港开放。", "港口运行。"]),
        example(["The port works:", "“It works.”", "(It works.)", "It works…"], source=["港口运行。", "“运行。”", "（运行。）", "运行……。"]),
        example("Acme Inc., of the U.S., works ... or not. He said “no.”, etc."),
        example(["New port opens in the east of the great city", "The port works."]),
        example(["Port", "Ships cal⟦l⟧"], source=["港口", "船只停靠。"], fixed=["Port", "Ships call."]),
        example(["Port", "“Do ships cal⟦l⟧”"], source=["港口", "“船只停靠吗？”"], fixed=["Port", "“Do ships call?”"]),
        example(["Port", "Ships cal⟦l,⟧"], source=["港口", "船只停靠。"], fixed=["Port", "Ships call."]),
        example("The port works⟦..⟧ It grew⟦.,⟧ and fell⟦,.⟧", fixed="The port works. It grew, and fell."),
        example(
            [
                "New port",
                "The port works every day of the year, in rain and sun.",
                "It was built in ten years by ten thousand worker⟦s⟧",
                "Ships come.",
            ]
        ),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        yield from self._without_stop(facts)
        text = facts.article.text
        for pattern in _TWO:
            for match in pattern.finditer(text):
                if not _ABBREVIATED.search(text[max(0, match.start() - 4) : match.end()]):
                    segment, span = facts.article.place(*match.span())
                    if facts.is_prose(segment, span):
                        fix = replace(segment, span, _one_of(match.group(), text[match.end() : match.end() + 9]), safe=True)
                        yield self.finding(segment, span, "two marks end the sentence: “{marks}”", marks=match.group(), fix=fix)

    def _without_stop(self, facts: Analysis) -> Iterator[Finding]:
        lines = facts.article.segments
        open_lines = [
            (number, last)
            for number, line in enumerate(lines)
            if line.text[-1:] not in _STOPS and (last := _last(line.text)) is not None and not (number == 0 and _is_headline(line.text))
        ]
        if not open_lines:
            return
        # What stands after the last full sentence is captions and links.
        body = max((number for number, line in enumerate(lines) if line.text.rstrip(_CLOSING)[-1:] in _STOPS), default=0)
        long = sum(len(line.text) > 60 for line in lines)
        lonely = sum(len(lines[number].text) > 60 for number, _ in open_lines) <= _MOST_OPEN * long
        for number, last in open_lines:
            segment = lines[number]
            source = facts.source_of(segment)
            stop = _SOURCE_END.search(source[-8:]) if source else None
            guessed = not source and 0 < number < body and lonely and len(segment.text.split()) >= _FEWEST_WORDS
            if stop is None and not guessed:
                continue
            mark = _ENGLISH[stop.group(1)] if stop else "."
            span = Span(last, last + 1)
            if segment.text[last] == ",":
                span = Span(max(0, last - 1), last + 1)
            if facts.is_prose(segment, span):
                message = "the source ends with “{stop}”, the English without a stop" if stop else "the paragraph ends without a stop"
                yield self.finding(segment, span, message, fix=_stopped(segment, last, mark), stop=stop.group(1) if stop else "")


def _is_headline(text: str) -> bool:
    """Whether a first line reads as a headline, which takes no stop in English: short, and one sentence."""
    return len(text.split()) <= _HEADLINE_WORDS and not _INNER_STOP.search(text)


def _last(text: str) -> int | None:
    """Offset of the last character that is no closing mark, if it ends no sentence."""
    last = len(text) - 1
    while last >= 0 and text[last] in _CLOSING:
        last -= 1
    if last < 0 or text[last] in _STOPS or text[last] in _OPEN_ENDS:
        return None
    # He said “no.”) — the stop stands before the first of the closing marks, and there is none after them.
    return last if text[last].isalnum() or text[last] in ",%，" else None


def _stopped(segment: Segment, last: int, mark: str) -> Fix:
    """The stop goes before a closing quotation mark and after a closing bracket, unless the whole line stands in brackets."""
    text = segment.text
    replaced = text[last] in ",，"
    at = last if replaced else last + 1
    end = last + 1
    if not replaced and text[end : end + 1] in (")", "]") and text.lstrip()[:1] not in ("(", "["):
        at = end = end + 1
    return Fix("end with “{mark}”", (Edit(Where(segment.side, segment.index, Span(at, end)), mark),), values={"mark": mark})


def _one_of(marks: str, rest: str) -> str:
    """The mark to keep: a comma where the sentence goes on in small letters."""
    following = rest.lstrip(" ")[:1]
    if "," in marks and following.islower():
        return ","
    return "." if "." in marks else ","
