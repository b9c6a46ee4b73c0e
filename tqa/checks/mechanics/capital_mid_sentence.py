"""A capital after a comma on a word that is no name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.glossary.concept import Concept
from tqa.model import Finding, Segment
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.common_words import kind_of
from tqa.text.pinyin import syllables
from tqa.text.punctuation import opens_quote
from tqa.text.regex import regex

# Three patterns, each with a literal first: one that begins with a set costs six times as much.
_AFTER = ((",", regex(", ([A-Z][a-z]*)")), (";", regex("; ([A-Z][a-z]*)")), ("，", regex("，([A-Z][a-z]*)")))
_NEXT = regex(r" ?([A-Za-z0-9“\"'’(-]*)")
_BEFORE = regex(r"[\w’'-]+$")
_CUT = regex(r"[\w-]|\.\w")
"""What shows that the capitals go on: X-ray, CCTV, U.S."""
_STOPS = '.!?"”’'
_WORD = regex(r"[A-Za-z]{4,}")
_PARTS = ("-", "’", "'")
_LINKS = frozenset(("and", "&", "or"))
_AFTER_SEMICOLON = frozenset(("and", "but", "however", "therefore", "moreover", "meanwhile", "while", "which", "thus", "so", "because", "also"))
"""Items of a list set off by semicolons may each begin with a capital, so only words that join are looked at there."""
# The run of capitals after "The" up to a word that makes it part of the name.
_NAMED_THE = regex(
    r"(?: [A-Z][\w’'&-]*){0,4} (?:Hague|Gambia|Bahamas|Bund|Beatles|Times|Post|Journal|Guardian|Economist|Lancet|Independent|Telegraph|Herald"
    r"|Tribune|Standard|Atlantic|Paper|Star|Mirror|Sun|Observer|Globe|Daily|Diplomat|Hill|Nation|News|Mail|Weekly|Review|Verge|Peninsula|Ritz"
    r"|Conversation|Intercept|Wire|Voice|Age|Australian|Australia|Scotsman|Spectator|Information|Body|North|Walt)\b|[^ ]"
)
_AFTER_TITLE = frozenset(("of", "at", "for", "in", "to"))


class CapitalMidSentence(DocumentRule):
    """A word after a comma or semicolon carries a capital although it is no name.

    Why: Chinese joins sentences with commas; a system that translates clause by clause opens each with a capital.
    Limits: a word counts as no name if it is in a closed list of common words, or stands in small letters elsewhere in the
    article and nowhere with a capital inside a sentence. Offices (Director of …), parts of names, headlines in capitals,
    greetings, listed terms and words before another capital are silent, grammar words aside. Only what follows a comma or, for
    grammar words, a semicolon is looked at.
    Measured: on 146 human translations of news (63,000 words) 1 finding, a slip (“One country,
    Two systems”); 0.95 of injected faults found.
    """

    mqm = "linguistic-conventions/capitalization"

    examples = (
        example("In Tangjiang, Boosting Roads is a company."),
        example("He named Wang Fang, Director of the Bureau, He Mingyuan, and, You Xia."),
        example("He said, “We will go.” Dear friends, I thank you."),
        example("He spoke for the Ministry of Trade, Industry and Energy in a hall."),
        example("He saw the Internet, Internet of things and the internet."),
        example("Boost Roads, Build Ports, Help Towns Grow"),
        example("It rains in Beijing, The Hague, New York, US, Xi'an and, May aside, Turkey."),
        example("Dear Sir, We write to you."),
        example("It grew, Double Ten aside, fast.", source="双十", glossary=Concept(("双十",), "Double Ten aside")),
        example("The vitamins are B, A and C."),
        example("The buildings stand at Unit 2, Building 3, Phase II; the building is new, and the phase is over."),
        example(
            "He said that in 2024, ⟦We⟧ will try, ⟦Boost⟧ trade, and sell, ⟦Including⟧ to Wuhan.",
            fixed=("He said that in 2024, we will try, boost trade, and sell, including to Wuhan."),
        ),
        example(["The granary is full.", "In May, ⟦Granary⟧ staff came."]),
        example("The road is open; ⟦However⟧, no bus runs, ⟦It⟧’s late in the City Corps, People’s Armed Police."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.article.text
        excused: dict[int, bool] = {}
        for mark, pattern in _AFTER:
            for match in pattern.finditer(text) if mark in text else ():
                word = match.group(1)
                plain = word.lower()
                kind = kind_of(plain)
                start, end = match.span(1)
                # Most capitals are names, and this settles them at little cost.
                if not kind and not (len(word) > 2 and text[end + 1 : end + 2].islower() and not syllables(plain) and " " + plain in text):
                    continue
                if not _CUT.match(text, end) and _is_common(text, match, kind):
                    segment, span = facts.article.place(start, end)
                    if segment.index not in excused:
                        excused[segment.index] = _is_headline_or_letter(segment)
                    if not excused[segment.index] and facts.is_prose(segment, span) and not _is_listed(start, facts):
                        fix = replace(segment, span, plain, safe=True)
                        yield self.finding(segment, span, "“{word}” is no name and stands inside a sentence", word=word, fix=fix)


def _is_common(text: str, match: re.Match[str], kind: str) -> bool:
    word = match.group(1)
    plain = word.lower()
    if word == "I" or kind in ("title", "name") or (text[match.start()] == ";" and plain not in _AFTER_SEMICOLON):
        return False
    following = _NEXT.match(text, match.end(1))
    after = following.group(1) if following else ""
    if plain == "the":
        return not _NAMED_THE.match(text, match.end(1))
    if (plain == "no" and (after[:1].isdigit() or not after)) or (plain == "a" and (after in _LINKS or not after[:1].islower())):
        return False
    before_capital = after[:1].isupper() or text[match.end(1) : match.end(1) + 1] in "'’"
    reading = syllables(plain)
    if reading and (before_capital or _stands_before_capital(text, word)) and (len(reading) == 1 or kind != "grammar"):
        return False
    if kind == "grammar":
        return True
    # Building 3, Phase II: a number makes it a name.
    if after[:1].isdigit() or (len(after) > 1 and not after.strip("IVX")):
        return False
    if (before_capital and not _is_participle_before_name(plain, kind, after)) or _in_slogan(text, match.start()):
        return False
    found = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    after_name = found is not None and found.group()[0].isupper()
    if after_name and (after in _LINKS or not after):
        return False
    if kind == "plain":
        return True
    if after in _AFTER_TITLE or len(word) < 3 or reading or _is_name_elsewhere(text, word):
        return False
    return kind == "thing" or _stands_small(text, plain)


def _is_participle_before_name(word: str, kind: str, following: str) -> bool:
    """ "Bringing China …", but not "Boosting Roads", which may be a name as a whole."""
    return kind == "plain" and len(word) > 5 and word.endswith(("ing", "ed")) and kind_of(following.lower()) in ("", "title")


def _in_slogan(text: str, comma: int) -> bool:
    """Whether a quotation that began with a capital is open and the word before the comma carries one: “Data First, Boost Trade”."""
    begin = max(text.rfind(mark, max(0, comma - 100), comma) for mark in '“"‘')
    if begin < 0 or text.find("”", begin, comma) >= 0 or opens_quote(text, begin) is False:
        return False
    words = text[begin + 1 : comma].split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()


def _stands_before_capital(text: str, word: str) -> bool:
    at = text.find(word + " ")
    while at >= 0:
        after = at + len(word) + 1
        if text[after : after + 1].isupper() and text[after + 1 : after + 2].islower():
            return True
        at = text.find(word + " ", after)
    return False


def _stands_small(text: str, word: str) -> bool:
    """Whether the word stands in small letters somewhere, not as part of another."""
    at = text.find(" " + word)
    while at >= 0:
        end = at + 1 + len(word)
        if not text[end : end + 1].isalnum() and text[end : end + 1] not in _PARTS:
            return True
        at = text.find(" " + word, end)
    return False


def _is_name_elsewhere(text: str, word: str) -> bool:
    """Whether the word carries its capital inside a sentence somewhere."""
    at = text.find(" " + word)
    while at >= 0:
        end = at + 1 + len(word)
        before = text[at - 1 : at]
        if (before.islower() or before.isdigit() or before in ("’", "”")) and not text[end : end + 1].isalnum() and text[end : end + 1] != "-":
            return True
        at = text.find(" " + word, end)
    return False


def _is_headline_or_letter(segment: Segment) -> bool:
    """Whether most words of the line carry a capital, or it greets somebody."""
    words = _WORD.findall(segment.text)
    is_headline = segment.text.rstrip()[-1:] not in _STOPS
    return segment.text.lstrip().startswith("Dear ") or sum(word[0].isupper() for word in words) > (0.6 if is_headline else 0.9) * len(words)


def _is_listed(offset: int, facts: Analysis) -> bool:
    """Whether a term of the glossary that the source names begins here."""
    return any(facts.article.text.startswith(form, offset) for hit in facts.source_terms for form in hit.concept.forms)
