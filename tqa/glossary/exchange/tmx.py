"""TMX 1.4: a translation unit a concept. Other tools read its two segments, tqa also the rest, which stands in its properties.

Source: TMX 1.4b Specification, LISA OSCAR, 2005. Its DTD calls the version 1.4.
"""

from __future__ import annotations

from collections.abc import Sequence

from tqa import __version__
from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import LONGEST_FORM, Carried, Incoming, Read, Rejected, united
from tqa.glossary.exchange.languages import is_chinese, is_english
from tqa.glossary.exchange.markup import Element, elements, escaped, is_writable
from tqa.glossary.rows import COLUMNS, cells_of, join_list, read_row, split_list
from tqa.model import FormatError
from tqa.text.show import show

_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Elements whose text is code of a document, not words."""
_PROPERTY = "x-tqa-"
_HEADER = (
    f'<header creationtool="tqa" creationtoolversion="{__version__}" segtype="phrase" o-tmf="tqa" '
    'adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
)


class Tmx:
    """Translation units with a Chinese and an English variant."""

    name = "tmx"
    unique = False

    def read(self, file: Incoming) -> Read:
        """The units that hold both languages, short enough to be terms. Raises FormatError for what is no TMX."""
        concepts: list[Concept] = []
        rejected: list[Rejected] = []
        for unit in elements(file, ("tu",), ("tmx",)):
            try:
                concepts.append(_concept(unit))
            except FormatError as error:
                said = show(" | ".join(segment.text(_CODES) for segment in unit.all("seg")), 80)
                rejected.append(Rejected(f"line {unit.line}", said, str(error)))
        return Read(united(concepts), tuple(rejected), ("tmx, a concept a translation unit",))

    def carry(self, concept: Concept) -> Carried:
        """All of a concept that prefers a form; others would take a suggestion or a ban for a translation."""
        if concept.status == "suggested":
            return Carried(reason="it is only suggested, and other tools would use it")
        if not concept.target:
            return Carried(reason="it has no preferred form, and the format cannot forbid one")
        if not all(map(is_writable, cells_of(concept).values())):
            return Carried(reason="it holds a control character, which XML cannot")
        return Carried((concept,))

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A document of one unit a concept."""
        units = "\n".join(map(_unit, concepts))
        document = f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n{_HEADER}\n<body>\n{units}\n</body>\n</tmx>\n'
        return document.encode()


def _unit(concept: Concept) -> str:
    cells = cells_of(concept) | {"source": join_list(concept.source[1:]), "target": "", "note": ""}
    said = f"<note>{escaped(concept.note)}</note>" if concept.note else ""
    said += "".join(f'<prop type="{_PROPERTY}{column}">{escaped(cell)}</prop>' for column, cell in cells.items() if cell)
    said += f'<tuv xml:lang="zh-CN"><seg>{escaped(concept.source[0])}</seg></tuv>'
    return f'<tu>{said}<tuv xml:lang="en"><seg>{escaped(concept.target)}</seg></tuv></tu>'


def _concept(unit: Element) -> Concept:
    """The concept of a unit. Raises FormatError for one that is none."""
    variants = [(variant.language, segment.text(_CODES)) for variant in unit.all("tuv") for segment in variant.all("seg")]
    chinese = [text for code, text in variants if is_chinese(code) and text]
    english = [text for code, text in variants if is_english(code) and text]
    if not chinese or not english:
        raise FormatError(f"no {'English' if chinese else 'Chinese'}; its languages are {', '.join(code or '(none)' for code, _ in variants)}")
    longest = max((*chinese, *english), key=len)
    if len(longest) > LONGEST_FORM:
        raise FormatError(f"a segment of {len(longest):,} characters is no term")
    properties = {prop.attributes.get("type", "").removeprefix(_PROPERTY): prop.text() for prop in unit.all("prop")}
    cells = {column: properties[column] for column in COLUMNS if properties.get(column)}
    # A property of ours is a list as in a file of ours; a segment is one form, whatever stands in it.
    cells["source"] = join_list((*chinese, *split_list(cells.get("source", ""))))
    cells["target"] = join_list(english)
    cells["note"] = "; ".join(note.text() for note in unit.children if note.tag == "note")
    return read_row(tuple(cells.values()), tuple(cells), "", unit.line)
