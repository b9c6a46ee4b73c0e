"""Names of news sites, and the way through their sections to a page."""

from __future__ import annotations

from functools import cache

from tqa.model import Span
from tqa.text.furniture_words import entries, phrases_of, table
from tqa.text.phrases import read_words
from tqa.text.regex import regex

_HEADLINE_SHORTEST = 8
_SUFFIX_LONGEST = 52
_CRUMB = regex(r"\s*(?:[>»›→＞]+|&gt;)\s*|\s+[/|｜\\–-]+\s+|[/|｜]")
_ARROWS = (">", "»", "›", "→", "＞", "&gt;")
# What _CRUMB may split at; it begins with all of its signs, so that a line without them is searched fast.
_STEP = regex(r"[>»›→＞/|｜&\\–-](?:(?<=[>»›→＞/|｜])|(?<=&)gt;|(?<=[\\–-])\s)")
_HERE = regex(r"([^:：]{2,30})[:：]\s*")
# A name behind the last dash, with the blanks before it: where _SUFFIX can begin.
_NAMED = regex("[-–—_|｜](?=[^-–—_|｜]{2,43}$)")
_SUFFIX = regex(r"\s{0,3}[-–—_|｜]{1,4}\s{0,3}([^-–—_|｜]{2,40})$")
_AUTHORITY = regex(
    r"(?i)\b(?:statistics|bureau|department|ministry|administration|commission|customs|bank|authority|institute|university|imf|exchange)\b"
    "|(?:局|部|委|署|处|處|会|會|银行|銀行|海关|海關|院|所|大学|大學|组织|組織)$"
)
_DOMAIN = regex(r"(?i)(?:https?://)?(?:www\.)?[a-z0-9-]{2,24}(?:\.[a-z0-9-]{2,16})?\.(?:com|cn|net|org|com\.cn|gov\.cn)/?")


def is_site(text: str) -> bool:
    """Whether the text is the name or the address of a site everybody knows."""
    plain = text.strip(" .。:：“”\"'《》|-").lower().replace("’", "'")
    return plain in _sites()[0] or ("." in plain and _DOMAIN.fullmatch(plain) is not None)


def may_be_site(text: str) -> bool:
    """Whether the text could be the name of a site: short, without a verb, ending as such names end."""
    plain = text.strip(" .。:：“”\"'《》|-")
    if is_site(plain):
        return True
    if not plain or len(plain) > (40 if plain.isascii() else 10) or any(c in plain for c in ",.:;!?，。：；！？"):
        return False
    if plain.isascii():
        words = plain.split()
        return len(words) <= 5 and all(word[0].isupper() or word in ("of", "the", "and") for word in words) and plain.lower().endswith(_sites()[1])
    return plain.endswith(_sites()[1])


def names_authority(credit: str) -> bool:
    """Whether a credit names who publishes figures, and no site: Source: National Bureau of Statistics."""
    name = credit.replace("：", ":").rpartition(":")[2].strip(" .。")
    return not may_be_site(name) and _AUTHORITY.search(name) is not None


def site_suffix(title: str) -> Span | None:
    """Where the site's name stands behind a headline: `… - Xinhuanet`, `…_新华网`; from the dash to the end."""
    if not _NAMED.search(title, max(0, len(title) - _SUFFIX_LONGEST)):
        return None
    start = len(title)
    for _ in range(4):
        # Further sections between headline and site go with it: `… - Headlines - Hunan Daily - Huasheng Online`.
        match = _SUFFIX.search(title, max(0, start - _SUFFIX_LONGEST), start)
        if match is None or match.start() < _HEADLINE_SHORTEST or not _ends_title(match.group(1).strip(), first=start == len(title)):
            break
        start = match.start()
    return Span(start, len(title)) if start < len(title) else None


def _ends_title(name: str, *, first: bool) -> bool:
    """Whether what stands behind a dash is a site; before a site a section will do."""
    if is_site(name) or (may_be_site(name) and (not name.isascii() or " " in name)):
        return True
    return not first and (may_be_site(name) or is_section(name))


def is_section(text: str) -> bool:
    """Whether every word names a section or a page of a site."""
    words = [word for word in read_words(text).words if word.classes != {"glue"}]
    return bool(words) and len(text) <= 40 and all(word.classes & {"section", "menu", "landing", "main-text", "place-here"} for word in words)


def is_breadcrumb(text: str) -> bool:
    """Whether the line is the way to the page: `Home > News > Text`."""
    head = _HERE.match(text) if ":" in text or "：" in text else None
    here = head is not None and head.group(1).strip().lower() in phrases_of("place-here")
    if not here and not _STEP.search(text):
        return False
    if here and head is not None:
        text = text[head.end() :]
    parts = [part for part in (part.strip(" .·") for part in _CRUMB.split(text)) if part]
    if here:
        return len(text) <= 120 and all(len(part) <= 50 for part in parts) and (len(parts) > 1 or (len(parts) == 1 and is_section(parts[0])))
    if len(parts) < 2 or any(len(part) > 40 or len(part.split()) > 5 for part in parts):
        return False
    home = parts[0].lower() in phrases_of("landing", "menu") or is_site(parts[0])
    ends = parts[-1].lower() in phrases_of("main-text")
    strange = len(parts) - sum(is_section(part) or may_be_site(part) for part in parts)
    if any(arrow in text for arrow in _ARROWS):
        return strange <= (len(parts) > 2) + (len(parts) > 3) if home or ends else strange == 0
    # Bars and dashes also stand between cities and teams: there must be a home page or a text, and three steps.
    return len(parts) >= 3 and ((home and ends) or ((home or ends) and strange <= 1))


@cache
def _sites() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = table("sites")
    names = {(row["kind"], row["language"]): entries(row["names"]) for row in rows}
    known = frozenset((*names["known", "en"], *names["known", "zh"]))
    return known, (*(f" {suffix}" for suffix in names["suffix", "en"]), *names["suffix", "zh"])
