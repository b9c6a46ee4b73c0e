"""Glossaries from and for other tools: paths in, values out.

from tqa.exchange import import_glossary
import_glossary("terms.xlsx", "terms/house.tsv").taken
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os.path import exists, realpath

from tqa.config.plans import glossary_paths, parse_glossary
from tqa.files import ReadOptions, documents, load, read_bytes, read_text, write_bytes
from tqa.files.discover import StoryPaths, companions
from tqa.files.door import decode_bytes
from tqa.formats.naming import story_id
from tqa.glossaries import change_glossary
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.edits import Draft, new_file
from tqa.glossary.exchange import ending_of, format_of
from tqa.glossary.exchange.format import Incoming, Loss, Read, Rejected, written
from tqa.glossary.exchange.intake import Taken, take_in
from tqa.glossary.layers import merge
from tqa.glossary.matcher import Matcher
from tqa.glossary.rows import COLUMNS, cells_of, join_list
from tqa.glossary.tsv import ParsedFile
from tqa.model import ConfigError, Document, FormatError, Notice
from tqa.records import NamedTuple
from tqa.text.han import HAN

MOST_BYTES = 100_000_000
"""Bytes an imported file may have."""
_ZIP = b"PK\x03\x04"
_MARK = b"\xef\xbb\xbf"


class Imported(NamedTuple):
    """What a file holds, in which format it was read, and what became of each of its concepts."""

    format: str
    read: Read
    taken: tuple[Taken, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the glossary now says all that the file does."""
        return not self.read.rejected and all(taken.outcome != "conflict" for taken in self.taken)


def read_glossary(
    path: str, format_: str = "", *, encoding: str = "", headers: Sequence[str] = (), sheet: str = "", most: int = MOST_BYTES
) -> tuple[str, Read]:
    """The name of the format of a file of terms, and what the file holds; `headers`: what its columns are, where it does not say.

    Raises FormatError, ConfigError.
    """
    form = format_of(path, format_)
    data = read_bytes(path, most)
    if data.startswith(_ZIP) and form.name != "xlsx":
        raise FormatError("this is a workbook, whatever its name says: name it .xlsx, or say --from xlsx", path=path)
    try:
        return form.name, form.read(Incoming(path, data, lambda: decode_bytes(data, path, encoding).text, encoding, tuple(headers), sheet))
    except FormatError as error:
        raise FormatError(str(error), line=error.line, column=error.column, code=error.code, path=error.path or path) from None


def import_glossary(
    path: str,
    into: str,
    format_: str = "",
    *,
    encoding: str = "",
    headers: Sequence[str] = (),
    sheet: str = "",
    replace: bool = False,
    dry_run: bool = False,
    most: int = MOST_BYTES,
) -> Imported:
    """Take the terms of a file into a glossary, which is begun if it is not there; a file without one term changes nothing.

    `replace`: where file and glossary contradict each other, the file counts. `dry_run`: nothing is written. Raises FormatError, ConfigError.
    """
    name, read = read_glossary(path, format_, encoding=encoding, headers=headers, sheet=sheet, most=most)
    if not read.concepts:
        return Imported(name, read, ())
    concepts = read.concepts
    columns: tuple[str, ...] = COLUMNS
    if not exists(into):
        # A new file begins in normal form.
        concepts = tuple(sorted(concepts, key=lambda concept: join_list(concept.source)))
        used = {column for concept in concepts for column, cell in cells_of(concept).items() if cell}
        columns = tuple(column for column in COLUMNS if column in used)
    if dry_run:
        draft = Draft(read_text(into, encoding) if exists(into) else new_file(columns), into)
        return Imported(name, read, take_in(draft, concepts, replace=replace))
    return Imported(name, read, change_glossary(into, lambda draft: take_in(draft, concepts, replace=replace), encoding, begin=columns))


class Exported(NamedTuple):
    """A glossary in another format: the file, how many concepts it was made of and holds, and what it could not hold."""

    format: str
    data: bytes
    listed: int
    concepts: int
    losses: tuple[Loss, ...]
    left_out: tuple[Rejected, ...]


def export_glossary(named: str, output: str, format_: str = "", *, articles: Sequence[str] = (), encoding: str = "", excel: bool = False) -> Exported:
    """The glossary `named` (a file, a shipped one or `shipped`: all of them) as a file of another format, written to `output` unless that is "-".

    `articles`: only the concepts that occur in the Chinese of one of them. `excel`: with the byte order mark by which Excel knows UTF-8.
    Raises FormatError, ConfigError; then nothing is written.
    """
    form = format_of(output, format_)
    paths = glossary_paths((named,))
    if output != "-" and realpath(output) in map(realpath, paths):
        raise ConfigError(f"{output}: is the glossary itself; name another file")
    files = [parse_glossary(path, encoding) for path in paths]
    listed = merge(files).concepts
    concepts = tuple(occurring(listed, articles, encoding)) if articles else listed
    out = written(form, concepts, ending_of(output))
    if concepts and not out.concepts:
        raise FormatError(f"nothing of it can be written as {form.name}: {out.left_out[0].place}: {out.left_out[0].reason}", path=paths[0])
    data = _MARK + out.data if excel else out.data
    if output != "-":
        write_bytes(output, data)
    return Exported(
        form.name, data, len(concepts), out.concepts, (*out.losses, *(loss for file in files for loss in _unknown_columns(file))), out.left_out
    )


def occurring(concepts: Sequence[Concept], articles: Sequence[str], encoding: str = "") -> Iterator[Concept]:
    """The concepts named in the Chinese of an article, in the glossary's order. Raises FormatError for an article without Chinese."""
    matcher = Matcher(Glossary(tuple(concepts)))
    found = {form for path in articles for text in _chinese_of(path, encoding) for hit in matcher.in_source(text) for form in hit.concept.source}
    return (concept for concept in concepts if not found.isdisjoint(concept.source))


def _chinese_of(path: str, encoding: str) -> list[str]:
    """The Chinese segments of an article, which may be the source itself, or a translation with its source beside it or in it."""
    options = ReadOptions(encoding=encoding)
    source, _ = companions(path, options)
    texts: list[str] = []
    for item in documents(load(StoryPaths(story_id(path, options.codes), path, "" if source == path else source), options), options):
        if isinstance(item, Document):
            texts += [segment.text for segment in (*item.source, *item.target) if HAN.search(segment.text)]
        elif not isinstance(item, Notice):
            raise FormatError(item.message, line=item.line, column=item.column, code=item.code, path=item.path or path)
    if not texts:
        raise FormatError("no Chinese is found in it or beside it; name the Chinese article", code="no-source", path=path)
    return texts


def _unknown_columns(file: ParsedFile) -> Iterator[Loss]:
    """Columns of the file that are none of tqa's, which no concept holds."""
    for column in file.columns:
        if column not in COLUMNS:
            rows = tuple(file.cell(row, "source") for row in file.rows if file.cell(row, column).strip())
            if rows:
                yield Loss(column, rows)
