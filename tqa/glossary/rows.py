"""One line of a glossary file: the columns a header names, the concept a row lists, and the row that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from tqa.glossary.concept import Concept, Kind, Status
from tqa.model import FormatError
from tqa.text.counted import counted
from tqa.text.nearest import nearest
from tqa.text.regex import regex

COLUMNS = (
    "source",
    "target",
    "allowed",
    "forbidden",
    "forbidden_if_source",
    "short",
    "strength",
    "kind",
    "case",
    "keep",
    "only_if_source",
    "not_inside",
    "status",
    "origin",
    "note",
    "examples",
)
LISTS = frozenset(("source", "target", "allowed", "forbidden", "forbidden_if_source", "short", "not_inside", "examples"))
FINE = ("target", "allowed", "short")
"""The columns with forms that are fine, where the status does not forbid them."""
WORDS = {
    "strength": ("info", "warning", "error"),
    "kind": get_args(Kind),
    "case": ("exact",),
    "keep": ("yes", "no"),
    "only_if_source": ("yes", "no"),
    "status": ("approved", "preferred", "suggested", "forbidden"),
}
"""What the columns with fixed words may hold besides nothing."""


def read_header(cells: Sequence[str], path: str, line: int) -> tuple[str, ...]:
    """The column names of a header, known ones in lower case. Raises FormatError."""
    stripped = "\t".join(cells).rstrip().split("\t")
    names = tuple(name.lower() if name.lower() in COLUMNS else name for name in (cell.strip() for cell in stripped))
    missing = [name for name in ("source", "target") if name not in names]
    if missing:
        near = [cell for cell in names if cell and cell not in COLUMNS and nearest(cell.lower(), missing)]
        cure = f"is {near[0]!r} meant?" if near else "a glossary begins with a line that names its columns, such as “source⇥target”"
        raise FormatError(f"no header with the column {missing[0]!r}; {cure}", line=line, path=path)
    for number, name in enumerate(names):
        if name and name in names[:number]:
            raise FormatError(f"the column {name!r} is there twice; delete one", line=line, path=path)
        if not name:
            raise FormatError(f"column {number + 1} has no name; name or delete it", line=line, path=path)
    return names


def read_row(cells: Sequence[str], columns: tuple[str, ...], path: str, line: int) -> Concept:
    """The concept of one row, given its cells. Raises FormatError."""
    if len(cells) > len(columns) and any(map(str.strip, cells[len(columns) :])):
        raise _complaint(cells, columns, path, line)
    concept = _concept({column: cell for column, cell in zip(columns, cells, strict=False) if cell})
    if concept is None:
        raise _complaint(cells[: len(columns)], columns, path, line)
    return concept


def cells_of(concept: Concept) -> dict[str, str]:
    """Column → cell of a row that says what `concept` says.

    A concept without a target becomes a row of status forbidden whose target is its first forbidden form.
    """
    bare = not concept.target
    forbidden = concept.forbidden[1:] if bare else concept.forbidden
    cells = {
        "source": join_list(concept.source),
        "target": join_list(concept.forbidden[:1] if bare else (concept.target,)),
        "allowed": join_list(concept.allowed),
        "forbidden": join_list(forbidden),
        "forbidden_if_source": join_list(concept.forbidden_if_source),
        "short": join_list(concept.short),
        "strength": concept.strength,
        "kind": "" if concept.kind == "term" else concept.kind,
        "case": "exact" if concept.exact_case else "",
        "keep": "yes" if concept.keep else "",
        "only_if_source": "yes" if concept.only_if_source else "",
        "not_inside": join_list(concept.not_inside),
        "status": "forbidden" if bare else "" if concept.status == "approved" else concept.status,
        "origin": concept.origin,
        "note": concept.note,
        "examples": concept.examples,
    }
    return {name: _BREAKS.sub(" ", cell) for name, cell in cells.items()}


_BREAKS = regex("[\t\r\n]")
_BAR = regex(r"(?<!\\)\|")


def split_list(cell: str) -> tuple[str, ...]:
    """The items of a cell, split by `|`; `\\|` is a bar. No blanks around them, no repeats."""
    if "|" not in cell:
        item = cell.strip()
        return (item,) if item else ()
    items = [item.replace("\\|", "|") for item in _BAR.split(cell)] if "\\" in cell else cell.split("|")
    return tuple(dict.fromkeys(filter(None, map(str.strip, items))))


def join_list(items: Iterable[str]) -> str:
    """The cell that holds the items."""
    written = [item.replace("|", "\\|") for item in items]
    # A blank keeps an item that ends in a backslash from escaping the bar after it.
    return "".join(item + (" |" if item.endswith("\\") else "|") for item in written[:-1]) + "".join(written[-1:])


def normal_cell(column: str, cell: str) -> str:
    """A cell in the normal form of its column."""
    if not cell:
        return cell
    if column == "examples":
        if "|" not in cell:
            return cell.strip()
        return " | ".join(item.replace("|", "\\|") for item in split_list(cell))
    if column in LISTS:
        return join_list(split_list(cell))
    return cell.strip().lower() if column in WORDS else cell.strip()


def _complaint(cells: Sequence[str], columns: tuple[str, ...], path: str, line: int) -> FormatError:
    """Why a row cannot be read."""
    if len(cells) > len(columns):
        said = f"{counted(len(cells), 'cell')} under {counted(len(columns), 'column')}"
        return FormatError(f"{said}; a list is split by “|”, not by tabs", line=line, path=path)
    found = dict(zip(columns, cells, strict=False))
    source = found.get("source", "")
    if not split_list(source):
        return FormatError("no source; write the Chinese term or delete the row", line=line, path=path)
    if source.lstrip().startswith("#"):
        return FormatError("a source cannot begin with “#”, which begins a comment", line=line, path=path)
    for column, words in WORDS.items():
        word = found.get(column, "").strip().lower()
        if word and word not in words and split_list(found.get("target", "")):
            near = nearest(word, words)
            cure = f"did you mean {near!r}?" if near else f"write {', '.join(words)} or nothing"
            return FormatError(f"{column} {found[column].strip()!r} is unknown; {cure}", line=line, path=path)
    return FormatError(f"no target for {source.strip()!r}; write the English or delete the row", line=line, path=path)


_STRENGTHS = {word: word for word in ("", *WORDS["strength"])}
_KINDS: dict[str, Kind] = {"": "term", **{kind: kind for kind in get_args(Kind)}}
_STATUSES: dict[str, Status] = {"": "approved", "preferred": "approved", **{status: status for status in get_args(Status)}}
_EXACT = {"": False, "exact": True}
_YES = {"": False, "no": False, "yes": True}


def _concept(found: dict[str, str]) -> Concept | None:
    """The concept of one row, given its cells; None if one of them cannot be read."""
    source, targets = split_list(found.get("source", "")), split_list(found.get("target", ""))
    if not source or not targets or found["source"].lstrip().startswith("#"):
        return None
    try:
        status = _STATUSES[found["status"].strip().lower()] if "status" in found else "approved"
        strength = _STRENGTHS[found["strength"].strip().lower()] if "strength" in found else ""
        kind = _KINDS[found["kind"].strip().lower()] if "kind" in found else "term"
        exact = "case" in found and _EXACT[found["case"].strip().lower()]
        keep = "keep" in found and _YES[found["keep"].strip().lower()]
        only_if_source = "only_if_source" in found and _YES[found["only_if_source"].strip().lower()]
    except KeyError:
        return None
    banned = status == "forbidden"
    allowed = split_list(found["allowed"]) if "allowed" in found else ()
    forbidden = split_list(found["forbidden"]) if "forbidden" in found else ()
    if banned:
        forbidden = tuple(dict.fromkeys((*targets, *forbidden)))
    elif len(targets) > 1 or targets[0] in allowed:
        allowed = tuple([form for form in dict.fromkeys((*targets[1:], *allowed)) if form != targets[0]])
    return Concept(
        source,
        "" if banned else targets[0],
        allowed,
        forbidden,
        split_list(found["forbidden_if_source"]) if "forbidden_if_source" in found else (),
        split_list(found["short"]) if "short" in found else (),
        strength,
        kind,
        exact,
        keep,
        only_if_source,
        split_list(found["not_inside"]) if "not_inside" in found else (),
        status,
        found["origin"].strip() if "origin" in found else "",
        found["note"].strip() if "note" in found else "",
        normal_cell("examples", found["examples"]) if "examples" in found else "",
    )
