"""A sentence that begins with a small letter."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.english import word_set
from tqa.text.regex import regex

_WORD = regex(r"[a-z][\w’'.&/-]*")
_PARTICLES = word_set("al bin bint d da das de del della der di do dos du e.g el ibn i.e la las le los van vs ter ten von zu zur x")
"""Small words that open a name, and abbreviations."""
_VERBS = word_set("said says say asked asks added adds explained told replied wrote recalled")
"""Words that go on after the speech of the line before, with or without its marks."""
_GO_ON = word_set("he she they it i we and but or as while")
"""Words that may go on after a quotation in the line before."""
_AFTER_STOP = ((".", regex(r"\.(?= [a-z])")), ("?", regex(r"\?(?= [a-z])")), ("!", regex(r"!(?= [a-z])")))
_TOKEN = regex(r"[\w.'’%)-]+$")
_ABBREVIATIONS = word_set(
    """abbr adm al apr approx art asst assn assoc aug ave ba bhd blvd bros ca capt cent cf ch cit cm cmdr co col comdr corp cpl dec dept dist div
    dr ed eds eg esp est etc ext feb fed ff fig figs fr ft gen govt gov hon hr hrs ibid ie illus in inc incl inst intl jan jr jul jun kg km lb lbs lt
    ltd maj mar max messrs mfg mgr mi min misc mm mr mrs ms mt mth nat natl neg no nos nov oct op orig oz par pct pl plc pop pp pres prof prov pt
    pte pty pub rd rep reps resp ret rev sec secs sen sens sep sept sgt soc sq sr st sta subst supt tel temp trans treas univ viz vol vols vs wk
    wks yr yrs"""
)
"""Words whose stop need not end a sentence."""
_STOPS = ".!?。！？"
_CLOSING = "\"”“’')] "
_GOES_ON = ",;:–—-，；：、("
_FEWEST_WORDS = 4
_FEWEST_IN_A_LIST = 3


class LowercaseSentenceStart(DocumentRule):
    """A sentence begins with a small letter.

    Why: a cut sentence, or a comma that became a stop; the reader looks for the beginning that was lost.
    Limits: names with a small first letter (iPhone, de Gaulle), sentences that begin with a quotation mark or after one, lines
    that go on from the line before, and lists of phrases in small letters are silent.
    Measured: on 146 human translations of news (63,000 words) no finding; 0.98 of injected faults found.
    """

    mqm = "linguistic-conventions/capitalization"

    examples = (
        example("The port works. iPhone sales grew. de Gaulle came. e.g. roads."),
        example("He bought rice, tea, etc. and left the U.S. army. It has approx. ten ... and no more."),
        example(["The port has:", "roads and rails for all.", "It works."]),
        example(["The port lists", "roads of all kinds", "rails of all kinds", "ships of all kinds"]),
        example(["“It works.”", "said the mayor in the hall."]),
        example("“yes,” he said. “no,” said she."),
        example("small talk"),
        example(["He came by train.", "said the mayor in the hall."]),
        example("⟦the⟧ port works well now. ⟦it⟧ grew.", fixed="The port works well now. It grew."),
        example(["The port works.", "⟦in⟧ May the road opened to all."]),
        example("So why? ⟦because⟧ it works. In China. ⟦the⟧ road, too, Mr. de Wit of Acme Corp. and Sons. 3. ten"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.article.text
        small = [number for number, line in enumerate(facts.article.segments) if line.text[:1].islower()]
        starts = [facts.article.starts[number] for number in small if _opens_anew(number, facts, is_list=len(small) >= _FEWEST_IN_A_LIST)]
        for mark, pattern in _AFTER_STOP:
            if mark in text:
                starts += [match.end() + 1 for match in pattern.finditer(text) if _ends_sentence(text, match.start())]
        for start in starts:
            segment, span = facts.article.place(start, start + 1)
            word = _WORD.match(text, start)
            if word is not None and _may_take_capital(word.group()) and facts.is_prose(segment, span):
                fix = replace(segment, span, span.of(segment.text).upper(), safe=True)
                whole = Span(span.start, span.start + len(word.group().rstrip(".'’-")))
                yield self.finding(segment, whole, "the sentence begins with the small letter of “{word}”", word=whole.of(segment.text), fix=fix)


def _may_take_capital(word: str) -> bool:
    """Whether the word is neither a name with a small first letter nor an abbreviation: iPhone, de Gaulle, e.g."""
    bare = word.rstrip(".")
    return not (bare in _PARTICLES or any(letter.isupper() or letter.isdigit() for letter in word) or "." in bare or "/" in bare)


def _ends_sentence(text: str, stop: int) -> bool:
    """Whether the mark at `stop` ends a sentence although a small letter follows: not after an abbreviation or an ellipsis."""
    found = _TOKEN.search(text, max(0, stop - 30), stop)
    if found is None:
        return False
    token = found.group()
    if text[stop] != ".":
        return token[-1:].isalnum() and token[:1].islower()
    if "." in token or token.lower() in _ABBREVIATIONS:
        return False
    if token[-1] in "%)":
        return True
    if token.isdigit():
        # "3. roads": a number that opens the line counts it.
        return text[max(0, found.start() - 2) : found.start()].strip(" ")[-1:].isalnum()
    return len(token) > 1 and (token.islower() or len(token) > 2)


def _opens_anew(number: int, facts: Analysis, *, is_list: bool) -> bool:
    """Whether a line that begins with a small letter is a sentence of its own. `is_list`: several lines begin so."""
    lines = facts.article.segments
    segment = lines[number]
    words = segment.text.split(None, _FEWEST_WORDS)
    ends = any(text.rstrip().rstrip(_CLOSING)[-1:] in _STOPS for text in (segment.text, facts.source_of(segment)) if text.strip())
    if (not ends and number > 0) or len(words) < _FEWEST_WORDS or words[0] in _VERBS:
        return False
    if number == 0:
        return True
    before = lines[number - 1].text.rstrip()
    bare = before.rstrip(_CLOSING)
    if bare[-1:] in _GOES_ON or (bare != before and bare[-1:] in _STOPS + "," and words[0] in _GO_ON):
        return False
    # A heading has no stop either, but many lines in small letters are a poem, a list or hard-wrapped text.
    return bare[-1:] in _STOPS or not is_list
