"""XML read without trust and written with care: entries come one at a time, nothing is declared, nothing is fetched."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NoReturn
from xml.parsers import expat

from tqa.glossary.exchange.format import MOST_ENTRIES, Incoming
from tqa.model import FormatError
from tqa.text.regex import regex
from tqa.text.show import show

_DEEPEST = 60
_PART = 65_536
_UNWRITABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_BLANKS = regex(r"[ \t]*[\t\r\n][ \t\r\n]*")


class Element:
    """An element: its local `tag`, its attributes by local name, its children and texts in order, and its 1-based line."""

    __slots__ = ("attributes", "content", "line", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int):
        self.tag = tag
        self.attributes = attributes
        self.content: list[Element | str] = []
        self.line = line

    @property
    def children(self) -> list[Element]:
        """The elements inside, without what is inside those."""
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def language(self) -> str:
        """What `xml:lang`, or the older `lang`, says; "" if nothing."""
        return self.attributes.get("lang", "")

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements of these tags at any depth, in order."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.all(*tags)

    def text(self, without: Container[str] = ()) -> str:
        """All text inside on one line, but for what stands in elements of the tags `without`."""
        return _BLANKS.sub(" ", "".join(self._texts(without))).strip()

    def _texts(self, without: Container[str]) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            elif part.tag not in without:
                yield from part._texts(without)


def elements(file: Incoming, tags: Sequence[str], root: Sequence[str]) -> Iterator[Element]:
    """Each element of one of the tags, whole, as soon as it is read. `root`: the tags the file may begin with.

    A document type is passed over; entities, which could unfold without end or name other files, are refused.
    Raises FormatError with the line.
    """
    reader = _Reader(file, tags, root)
    # What the user says of the encoding is more than what the file says of itself.
    data: bytes | str = file.text() if file.encoding else file.data
    count = 0
    for start in range(0, max(len(data), 1), _PART):
        for element in reader.feed(data[start : start + _PART], last=start + _PART >= len(data)):
            count += 1
            if count > MOST_ENTRIES:
                raise FormatError(f"more than {MOST_ENTRIES:,} entries; split the file", line=element.line)
            yield element


def escaped(text: str) -> str:
    """Text as it stands between tags and in attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def is_writable(text: str) -> bool:
    """Whether XML 1.0 can hold the text and give it back."""
    return _UNWRITABLE.search(text) is None


class _Reader:
    def __init__(self, file: Incoming, tags: Sequence[str], root: Sequence[str]):
        self.file = file
        self.tags = tags
        self.root = root
        self.depth = 0
        self.open: list[Element] = []
        """The entry being read and its descendants down to here; empty between entries."""
        self.ready: list[Element] = []
        # A blank divides namespace and name, so that a prefix is just a prefix.
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.SkippedEntityHandler = self._refuse_unknown
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def feed(self, data: bytes | str, *, last: bool) -> list[Element]:
        """The entries that are complete after this part."""
        try:
            self.parser.Parse(data, last)
        except expat.ExpatError as error:
            if error.code in _BY_ENCODING:
                self._refuse_encoding()
            raise FormatError(f"no well-formed XML: {expat.errors.messages[error.code]}", line=error.lineno) from None
        except (ValueError, LookupError):
            self._refuse_encoding()
            raise FormatError("the encoding the file says it has is not read; save it as UTF-8", line=1) from None
        done, self.ready = self.ready, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if not self.depth and tag not in self.root:
            self._refuse(f"the file begins with <{show(tag, 40)}>, not with <{self.root[0]}>")
        self.depth += 1
        if self.depth > _DEEPEST:
            self._refuse(f"elements stand more than {_DEEPEST} deep in each other; a list of terms does not")
        if self.open or tag in self.tags:
            element = Element(tag, {key.rpartition(" ")[2]: value for key, value in attributes.items()}, self.parser.CurrentLineNumber)
            if self.open:
                self.open[-1].content.append(element)
            self.open.append(element)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.open:
            element = self.open.pop()
            if not self.open:
                self.ready.append(element)

    def _said(self, text: str) -> None:
        if self.open:
            self.open[-1].content.append(text)

    def _refuse_entity(self, name: str, *_: object) -> NoReturn:
        self._refuse(f"the file declares the entity {show(name, 40)!r}; entities are not read: write the text itself")

    def _refuse_unknown(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._refuse(f"&{show(name, 40)}; is an entity of another file, which is not read; write the character itself")

    def _refuse(self, reason: str) -> NoReturn:
        raise FormatError(reason, line=self.parser.CurrentLineNumber)

    def _refuse_encoding(self) -> None:
        """Raise FormatError if the bytes are no Unicode: the decoder knows what they are likely to be."""
        self.file.text()


_BY_ENCODING = {expat.errors.codes[said] for said in (expat.errors.XML_ERROR_UNKNOWN_ENCODING, expat.errors.XML_ERROR_INVALID_TOKEN)}
