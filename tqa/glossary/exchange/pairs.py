"""Formats that list pairs: one Chinese form, one English one, and at most a note.

Sources: the documentation of OmegaT (glossaries), DeepL (glossaries, API), Google Cloud Translation (glossaries) and Azure AI Translator
(glossaries of document translation).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import Carried, Incoming, Read
from tqa.glossary.exchange.layout import Layout, Numbered, find_layout, is_header
from tqa.glossary.exchange.records import joined, likely_delimiter
from tqa.glossary.exchange.tables import Delimited, head_of
from tqa.model import FormatError


class Pairs(Delimited):
    """A row a Chinese form, without a header: the preferred English alone."""

    name = "pairs"
    unique = True
    most_bytes: ClassVar[int] = 0
    """What each side may take in UTF-8; 0: any length."""

    def carry(self, concept: Concept) -> Carried:
        """A pair for each source form; nothing of a concept that is only suggested or only forbids."""
        if concept.status == "suggested":
            return Carried(reason="it is only suggested, and the format cannot say so")
        if not concept.target:
            return Carried(reason="it has no preferred form, and the format cannot forbid one")
        if self.most_bytes and any(len(form.encode()) > self.most_bytes for form in (*concept.source, concept.target)):
            return Carried(reason=f"a side takes more than {self.most_bytes:,} bytes")
        return Carried(tuple(self._pair(form, concept) for form in concept.source))

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A row a pair; commas between the cells if the ending is .csv, else tabs."""
        return joined([[concept.source[0], concept.target] for concept in concepts], "," if ending == ".csv" else "\t").encode()

    def delimiter_of(self, text: str, path: str) -> str:
        """Commas where the ending is .csv, else tabs; another mark only where the file holds none of these."""
        usual = "," if path.lower().endswith(".csv") else "\t"
        return usual if usual in text else likely_delimiter(text, usual) or usual

    def is_quoted(self, text: str, delimiter: str) -> bool:
        """Only between commas."""
        return delimiter != "\t"

    def layout(self, rows: Sequence[Numbered], columns: tuple[str, ...]) -> Layout | None:
        """What the columns hold: a cell is one form, whatever marks stand in it."""
        found = find_layout(rows, columns)
        return found._replace(splits="") if found else None

    def _pair(self, form: str, concept: Concept) -> Concept:
        return Concept((form,), concept.target)


class Omegat(Pairs):
    """OmegaT: tab-separated source, target and comment; another target of the same source is another row."""

    name = "omegat"
    unique = False

    def is_quoted(self, text: str, delimiter: str) -> bool:
        """Between commas, and under a header, which OmegaT's files have not: Excel's text files share their ending."""
        return delimiter != "\t" or is_header(head_of(text, delimiter))

    def layout(self, rows: Sequence[Numbered], columns: tuple[str, ...]) -> Layout | None:
        """What the columns hold; under a header, cells as in any other table."""
        found = find_layout(rows, columns, rest="note")
        return found if found is None or found.names else found._replace(splits="")

    def _pair(self, form: str, concept: Concept) -> Concept:
        return Concept((form,), concept.target, allowed=concept.allowed, note=concept.note)

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A row an English form, the preferred one first and with the note."""
        rows = []
        for concept in concepts:
            rows.append([concept.source[0], concept.target, concept.note] if concept.note else [concept.source[0], concept.target])
            rows += [[concept.source[0], form] for form in concept.allowed]
        return joined(rows, "\t").encode()


class Deepl(Pairs):
    """DeepL: no header, no source twice, no side over 1,024 bytes, no file over 10 MiB."""

    name = "deepl"
    most_bytes: ClassVar[int] = 1024

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """As other pairs; raises FormatError for a file DeepL would refuse."""
        data = super().write(concepts, ending)
        if len(data) > _MOST_OF_DEEPL:
            raise FormatError(f"{len(data):,} bytes, and DeepL takes no glossary over 10 MiB; export fewer terms, with --for ARTICLE")
        return data


_MOST_OF_DEEPL = 10 * 2**20


class Google(Pairs):
    """Google Cloud Translation, one direction: no header; as TMX where the ending says so."""

    name = "google"

    def read(self, file: Incoming) -> Read:
        """The pairs, of a table or of a TMX file."""
        if file.path.lower().endswith(".tmx"):
            from tqa.glossary.exchange.tmx import Tmx

            return Tmx().read(file)
        return super().read(file)

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A row a pair, or a translation unit a pair."""
        if ending == ".tmx":
            from tqa.glossary.exchange.tmx import Tmx

            return Tmx().write(concepts, ending)
        return super().write(concepts, ending)


class GoogleSet(Pairs):
    """Google Cloud Translation, term sets: a header of language codes."""

    name = "google-set"

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """The header and a row a pair, with commas."""
        return joined([["zh-CN", "en"], *([concept.source[0], concept.target] for concept in concepts)], ",").encode()


class Azure(Pairs):
    """Azure AI Translator: no header. It is case-sensitive inside a sentence."""

    name = "azure"
