"""What an entry of a TBX file says, in any version, style or dialect."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import LONGEST_FORM
from tqa.glossary.exchange.languages import is_chinese, is_english
from tqa.glossary.exchange.markup import Element
from tqa.glossary.rows import join_list, read_row
from tqa.model import FormatError
from tqa.records import NamedTuple
from tqa.text.show import show

FORBIDDEN_IF_SOURCE = "Forbidden only where the source has the term."
"""The note beside a deprecated term that tells it from one that is always wrong."""

_SECTIONS = ("langSec", "langSet")
_GROUPS = ("termSec", "tig", "ntig")
_BY_TYPE = frozenset(("termNote", "descrip", "admin", "descripNote", "adminNote", "transac", "transacNote", "ref", "xref"))
"""Elements whose attribute `type` names what they say; others say it by their name."""
_PREFERRED = frozenset(("preferred", "standardized", "legal", "regulated", "approved"))
_DEPRECATED = frozenset(("deprecated", "superseded", "forbidden", "obsolete", "notrecommended", "rejected"))
_PROPOSED = frozenset(("proposed", "provisional"))
_SHORT = frozenset(("acronym", "abbreviation", "initialism", "shortform", "abbreviatedform"))
_NOTES = ("note", "definition", "explanation", "usage note", "descrip")
_READ = frozenset((*_NOTES, "administrativestatus", "termtype", "partofspeech", "source", "context", "translation needed", "translationnote", "term"))

_Said = dict[str, list[str]]
"""Data category in lower case → what is said under it."""


class _Term(NamedTuple):
    text: str
    said: _Said

    @property
    def status(self) -> str:
        """One word in lower case: preferred, admitted, deprecated …; "" if nothing is said."""
        word = _first(self.said, "administrativestatus").lower()
        return word.replace("-admn-sts", "").replace("-admin-sts", "").removesuffix("term").strip()

    @property
    def is_short(self) -> bool:
        return _first(self.said, "termtype").lower() in _SHORT


def entry_concept(entry: Element, unread: set[str]) -> Concept:
    """The concept of an entry; categories that say nothing to tqa are added to `unread`. Raises FormatError for an entry that is none."""
    sections = [child for child in entry.children if child.tag in _SECTIONS]
    chinese = [term for section in sections if is_chinese(section.language) for term in _terms(section)]
    english = [term for section in sections if is_english(section.language) for term in _terms(section)]
    about = _said(entry, _SECTIONS)
    if not chinese or not english:
        languages = ", ".join(section.language or "(none)" for section in sections) or "none"
        raise FormatError(f"no {'English' if chinese else 'Chinese'} term; its languages are {languages}")
    longest = max((*chinese, *english), key=lambda term: len(term.text)).text
    if len(longest) > LONGEST_FORM:
        raise FormatError(f"a term of {len(longest):,} characters is none")
    unread |= {kind for said in (about, *(term.said for term in (*chinese, *english))) for kind in said if kind not in _READ}
    cells = _english_cells(english) | {"source": join_list(term.text for term in sorted(chinese, key=lambda term: term.status not in _PREFERRED))}
    cells["note"] = "; ".join(_notes(about, [section for section in sections if is_english(section.language)], english))
    cells["origin"] = "; ".join(about.get("source", ()))
    if "no" in map(str.lower, about.get("translation needed", ())) or any("no" in term.said.get("translationnote", ()) for term in english):
        cells["keep"] = "yes"
    return read_row(tuple(cells.values()), tuple(cells), "", entry.line)


def said_in(entry: Element) -> str:
    """The terms of an entry, for people."""
    return show(" | ".join(term.text() for term in entry.all("term")), 80)


def _english_cells(terms: list[_Term]) -> dict[str, str]:
    """The columns that English terms fill."""
    wrong = [term for term in terms if term.status in _DEPRECATED]
    fine = [term for term in terms if term.status not in _DEPRECATED]
    best = next((term for term in fine if term.status in _PREFERRED), None) or next((term for term in fine if not term.is_short), None)
    best = best or next(iter(fine), None)
    only_with_source = [term.text for term in wrong if FORBIDDEN_IF_SOURCE in term.said.get("note", ())]
    always = [term.text for term in wrong if FORBIDDEN_IF_SOURCE not in term.said.get("note", ())]
    if best is None:
        if not always:
            raise FormatError("no English term that is fine, and none that is always wrong")
        return {
            "target": join_list(always[:1]),
            "forbidden": join_list(always[1:]),
            "forbidden_if_source": join_list(only_with_source),
            "status": "forbidden",
        }
    contexts = [context for term in fine for context in term.said.get("context", ())]
    return {
        "target": join_list((best.text,)),
        "allowed": join_list(term.text for term in fine if term is not best and not term.is_short),
        "short": join_list(term.text for term in fine if term is not best and term.is_short),
        "forbidden": join_list(always),
        "forbidden_if_source": join_list(only_with_source),
        "kind": "name" if _first(best.said, "partofspeech").lower() == "propernoun" else "",
        "status": "suggested" if all(term.status in _PROPOSED for term in fine) else "",
        "examples": " | ".join("good: " + context.replace("|", "\\|") for context in contexts),
    }


def _notes(about: _Said, sections: list[Element], terms: list[_Term]) -> list[str]:
    """What is said of the concept, its English and its terms, without repeats."""
    said = [about, *(_said(section, _GROUPS) for section in sections), *(term.said for term in terms)]
    found = [text for one in said for kind in _NOTES for text in one.get(kind, ())]
    return [text for text in dict.fromkeys(found) if text != FORBIDDEN_IF_SOURCE]


def _terms(section: Element) -> Iterator[_Term]:
    for group in section.children:
        if group.tag in _GROUPS:
            text = next((term.text() for term in group.all("term")), "")
            if text:
                yield _Term(text, _said(group))


def _said(element: Element, without: tuple[str, ...] = ()) -> _Said:
    """What is said at this level, by category; groups of categories are looked into."""
    found: _Said = {}
    for child in element.children:
        if child.tag in without:
            continue
        if child.tag.endswith("Grp"):
            for kind, texts in _said(child).items():
                found.setdefault(kind, []).extend(texts)
        elif text := child.text():
            kind = child.attributes.get("type", child.tag) if child.tag in _BY_TYPE else child.tag
            found.setdefault(kind.lower(), []).append(text)
    return found


def _first(said: _Said, kind: str) -> str:
    return next(iter(said.get(kind, ())), "")
