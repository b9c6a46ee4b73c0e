"""Suggestions as a file to review: a glossary whose rows have the status “suggested” and say why they are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqa.glossary.concept import Kind
from tqa.glossary.rows import COLUMNS, join_list, split_list
from tqa.glossary.tsv import parse
from tqa.model import FormatError
from tqa.text.digest import blake2b
from tqa.value import value

ENDING = ".suggested.tsv"
"""How the name of a review file ends, so that none is taken for a glossary."""
_EXTRA = ("change", "confidence", "count", "articles", "renderings", "example", "reason")
_FILLED = ("source", "target", "allowed", "forbidden", "short", "kind", "status")
_LONGEST = 160
"""Characters of either side of an example."""


@value
class Suggestion:
    """A concept to add, or with `change` (allow, forbid) what to do to the concept that lists `source`: `target` is the form meant.

    `allowed`: other forms it became. `count`: places in the articles. `renderings`: each form and how often. `example`: a Chinese
    sentence and its English.
    """

    source: str
    target: str
    change: str = ""
    allowed: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    kind: Kind = "term"
    confidence: float = 0.0
    count: int = 0
    documents: int = 0
    renderings: tuple[tuple[str, int], ...] = ()
    example: tuple[str, str] = ("", "")
    reason: str = ""

    @property
    def id(self) -> str:
        """The same for the same proposal, whatever the articles: a decision on it is found again."""
        return blake2b("\t".join((self.source, self.target, self.change)).encode(), digest_size=8).hexdigest()


def dump_suggestions(suggestions: Iterable[Suggestion]) -> str:
    """The review file, best first."""
    columns = [name for name in COLUMNS if name in _FILLED] + list(_EXTRA)
    lines = ["\t".join(columns)]
    for one in suggestions:
        cells = _cells(one)
        lines.append("\t".join(cells.get(name, "") for name in columns))
    return "\n".join(lines) + "\n"


def parse_suggestions(text: str, path: str) -> tuple[Suggestion, ...]:
    """The suggestions of a review file, in its order. Raises FormatError, with line and cure, for a file or a row that is none."""
    file = parse(text, path)
    if missing := [name for name in ("status", *_EXTRA) if name not in file.columns]:
        said = f"no column {missing[0]!r}, so it holds no suggestions; tqa glossary suggest writes such files"
        raise FormatError(said, line=file.header, code="no-suggestions", path=path)
    found = []
    for row in file.rows:
        cells = {name: file.cell(row, name) for name in file.columns}
        try:
            if cells["status"] == "suggested":
                found.append(_suggestion(cells))
        except ValueError:
            said = "confidence, count and articles must be numbers, and renderings forms with “ ×” and a number; delete the row"
            raise FormatError(said, line=row.line, code="bad-suggestion", path=path) from None
    return tuple(found)


def shortened(sentence: str, inside: str) -> str:
    """A sentence cut to what stands around `inside`, at most so long as an example may be."""
    sentence = " ".join(sentence.split())
    if len(sentence) <= _LONGEST:
        return sentence
    start = max(0, min(sentence.find(inside) - _LONGEST // 2, len(sentence) - _LONGEST))
    return ("…" if start else "") + sentence[start : start + _LONGEST] + ("…" if start + _LONGEST < len(sentence) else "")


def _cells(one: Suggestion) -> dict[str, str]:
    forbids = one.change == "forbid"
    return {
        "source": join_list((one.source,)),
        "target": join_list((one.target,)),
        "allowed": join_list(one.allowed),
        "short": join_list(one.short),
        "kind": "" if one.kind == "term" else one.kind,
        "status": "suggested",
        "change": one.change,
        "confidence": f"{one.confidence:.2f}",
        "count": str(one.count),
        "articles": str(one.documents),
        "renderings": join_list(f"{form} ×{count}" for form, count in one.renderings),
        "example": " => ".join(one.example) if any(one.example) else "",
        "reason": one.reason,
        "forbidden": join_list((one.target,)) if forbids else "",
    }


def _suggestion(cells: dict[str, str]) -> Suggestion:
    kind: Kind = "name" if cells.get("kind") == "name" else "term"
    chinese, _, english = cells["example"].partition(" => ")
    return Suggestion(
        split_list(cells["source"])[0],
        split_list(cells["target"])[0],
        cells["change"],
        split_list(cells.get("allowed", "")),
        split_list(cells.get("short", "")),
        kind,
        float(cells["confidence"]),
        int(cells["count"]),
        int(cells["articles"]),
        _renderings(split_list(cells["renderings"])),
        (chinese, english),
        cells["reason"],
    )


def _renderings(items: Sequence[str]) -> tuple[tuple[str, int], ...]:
    parts = [item.rpartition(" ×") for item in items]
    return tuple((form, int(count)) for form, _, count in parts)
