"""TBX, the standard's exchange format of term bases, in its versions and as Weblate writes it: one reader, a writer a dialect.

Sources: ISO 30042:2019 with the dialect TBX-Basic of LTAC (version 3, in both styles), ISO 30042:2008 (version 2), and the documentation of
Weblate's TBX files.
"""

from __future__ import annotations

from collections.abc import Sequence

from tqa.glossary.concept import Concept
from tqa.glossary.examples import Example, examples_of
from tqa.glossary.exchange.format import Carried, Incoming, Read, Rejected, united
from tqa.glossary.exchange.markup import elements, escaped, is_writable
from tqa.glossary.exchange.tbx_entries import FORBIDDEN_IF_SOURCE, entry_concept, said_in
from tqa.glossary.rows import cells_of
from tqa.model import FormatError

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DESCRIBED = "<fileDesc><sourceDesc><p>Terms exported by tqa</p></sourceDesc></fileDesc>"
_CORE = "urn:iso:std:iso:30042:ed-2"
_MODULES = {"administrativeStatus": "min", "termType": "basic", "source": "basic", "context": "basic"}


class Tbx3:
    """TBX-Basic of version 3, data categories as attributes (DCA): the form most tools write today."""

    name = "tbx"
    unique = False
    root = "tbx"
    entry = "conceptEntry"
    section = "langSec"
    group = "termSec"
    attributes = f'type="TBX-Basic" style="dca" xml:lang="en" xmlns="{_CORE}"'
    header = "tbxHeader"

    def read(self, file: Incoming) -> Read:
        """The concepts with terms in both languages, whichever dialect the file is in. Raises FormatError for what is no TBX."""
        concepts: list[Concept] = []
        rejected: list[Rejected] = []
        unread: set[str] = set()
        for entry in elements(file, ("conceptEntry", "termEntry"), ("tbx", "martif")):
            try:
                concepts.append(entry_concept(entry, unread))
            except FormatError as error:
                rejected.append(Rejected(f"line {entry.line}", said_in(entry), str(error)))
        said = f"; not read: {', '.join(sorted(unread))}" if unread else ""
        return Read(united(concepts), tuple(rejected), (f"tbx, a concept an entry{said}",))

    def carry(self, concept: Concept) -> Carried:
        """Forms with their status, the note, the origin and good examples; the format has no word for the rest."""
        if concept.status == "suggested":
            return Carried(reason="it is only suggested, and the format cannot say so")
        if not all(map(is_writable, cells_of(concept).values())):
            return Carried(reason="it holds a control character, which XML cannot")
        return Carried((self.carried(concept),))

    def carried(self, concept: Concept) -> Concept:
        """The concept without what the format has no word for."""
        bare = not concept.target
        return Concept(
            source=concept.source,
            target=concept.target,
            allowed=() if bare else concept.allowed,
            forbidden=concept.forbidden,
            forbidden_if_source=concept.forbidden_if_source,
            short=() if bare else concept.short,
            status=concept.status,
            origin=concept.origin,
            note=concept.note,
            examples=" | ".join(f"good: {_bars(context)}" for context in ([] if bare else _contexts(concept))),
        )

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A document of one entry a concept."""
        body = "".join(self.entries(concepts))
        head = f"{_HEAD}<{self.root} {self.attributes}>\n<{self.header}>{_DESCRIBED}</{self.header}>\n<text><body>\n"
        return f"{head}{body}</body></text>\n</{self.root}>\n".encode()

    def entries(self, concepts: Sequence[Concept]) -> list[str]:
        """The entries as markup."""
        return [self._entry(number, concept) for number, concept in enumerate(concepts, 1)]

    def category(self, element: str, kind: str, text: str) -> str:
        """A data category as markup."""
        return f'<{element} type="{kind}">{escaped(text)}</{element}>'

    def _entry(self, number: int, concept: Concept) -> str:
        said = self.category("admin", "source", concept.origin) + "\n" if concept.origin else ""
        said += _note(concept.note) + "\n" if concept.note else ""
        terms = self._section("zh", self._chinese(concept)) + self._section("en", self._english(concept))
        return f'<{self.entry} id="c{number}">\n{said}{terms}</{self.entry}>\n'

    def _section(self, language: str, terms: Sequence[str]) -> str:
        return f'<{self.section} xml:lang="{language}">\n{"".join(terms)}</{self.section}>\n' if terms else ""

    def _chinese(self, concept: Concept) -> list[str]:
        return [self._term(form, "preferred" if form == concept.source[0] else "admitted") for form in concept.source]

    def _english(self, concept: Concept) -> list[str]:
        contexts = "".join(self.category("descrip", "context", context) for context in _contexts(concept))
        terms = [self._term(concept.target, "preferred", contexts)] if concept.target else []
        terms += [self._term(form, "admitted") for form in concept.allowed]
        terms += [self._term(form, "admitted", kind="acronym" if form.isupper() else "shortForm") for form in concept.short]
        terms += [self._term(form, "deprecated") for form in concept.forbidden]
        terms += [self._term(form, "deprecated", _note(FORBIDDEN_IF_SOURCE)) for form in concept.forbidden_if_source]
        return terms

    def _term(self, form: str, status: str, more: str = "", kind: str = "") -> str:
        said = self.category("termNote", "administrativeStatus", f"{status}Term-admn-sts")
        said += self.category("termNote", "termType", kind) if kind else ""
        return f"<{self.group}><term>{escaped(form)}</term>{said}{more}</{self.group}>\n"


class Tbx3Dct(Tbx3):
    """TBX-Basic of version 3, data categories as tags (DCT)."""

    name = "tbx-dct"
    attributes = (
        f'type="TBX-Basic" style="dct" xml:lang="en" xmlns="{_CORE}" '
        'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
    )

    def category(self, element: str, kind: str, text: str) -> str:
        """A data category as an element of its module."""
        tag = f"{_MODULES[kind]}:{kind}"
        return f"<{tag}>{escaped(text)}</{tag}>"


class Tbx2(Tbx3):
    """TBX-Basic of version 2, which older tools read."""

    name = "tbx-2"
    root = "martif"
    entry = "termEntry"
    section = "langSet"
    group = "tig"
    attributes = 'type="TBX-Basic" xml:lang="en"'
    header = "martifHeader"


class Weblate(Tbx2):
    """Weblate's TBX: an entry a pair of terms, forbidden ones marked, explanations as notes of the translator."""

    name = "weblate"
    attributes = 'type="TBX" xml:lang="en"'

    def carry(self, concept: Concept) -> Carried:
        """Concepts of one source form each, with the forms that are fine or forbidden, the note, and what is kept untranslated."""
        parts, reason = super().carry(concept)
        return Carried(tuple(part._replace(source=(form,)) for part in parts for form in concept.source), reason)

    def carried(self, concept: Concept) -> Concept:
        """The concept without what Weblate has no word for."""
        bare = not concept.target
        kept = Concept(concept.source, concept.target, () if bare else concept.allowed, concept.forbidden, status=concept.status)
        return kept if bare else kept._replace(note=concept.note, keep=concept.keep)

    def entries(self, concepts: Sequence[Concept]) -> list[str]:
        """An entry a pair of forms; what is said of the concept stands in its first."""
        found = []
        for concept in concepts:
            first = '<descrip type="Translation needed">No</descrip>\n' if concept.keep else ""
            note = f'<note from="translator">{escaped(concept.note)}</note>\n' if concept.note else ""
            for form in concept.forms:
                found.append(self._pair(concept.source[0], form, first, note))
                first = note = ""
            forbidden = self.category("termNote", "administrativeStatus", "forbidden")
            found += [self._pair(concept.source[0], form, "", "", forbidden) for form in concept.forbidden]
        return [f'<{self.entry} id="c{number}">\n{entry}</{self.entry}>\n' for number, entry in enumerate(found, 1)]

    def _pair(self, source: str, target: str, first: str, note: str, status: str = "") -> str:
        chinese = f"<tig><term>{escaped(source)}</term></tig>\n"
        english = f"{note}<tig><term>{escaped(target)}</term>{status}</tig>\n"
        return f"{first}{self._section('zh', [chinese])}{self._section('en', [english])}"


def _note(text: str) -> str:
    return f"<note>{escaped(text)}</note>"


def _contexts(concept: Concept) -> list[str]:
    """What the good examples say."""
    found = [example for example in examples_of(concept.examples) if isinstance(example, Example) and example.good]
    return [f"{example.source} => {example.target}" if example.source else example.target for example in found]


def _bars(text: str) -> str:
    return text.replace("|", "\\|")
