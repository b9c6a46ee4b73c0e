"""What the page's script reads: findings, articles and rules as JSON that no markup can end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tqa.model import ArticleRow, EditRow, RelatedRow, Result, Row
from tqa.reporters.json import dumps
from tqa.reporters.reporter import Head
from tqa.text.digest import blake2b
from tqa.text.positions import utf16_length

_TITLE_LONGEST = 160


def embedded(content: object) -> str:
    """JSON that may stand inside a script element: nothing in it ends the element, and it is the same JSON."""
    # Not str.translate, which is twenty times slower on Chinese.
    return dumps(content).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def title(result: Result) -> str:
    """The article's title: its own, else its first line that is no furniture, else its id."""
    article = result.article
    if article is None:
        return result.document
    lines = (text for number, text in enumerate(article["target"]) if number not in article["target_furniture"] and text.strip())
    return (article["title"].strip() or next(lines, "").strip() or result.document)[:_TITLE_LONGEST]


def corpus_name(results: Sequence[Result]) -> str:
    """The same for the same articles, whatever is found in them: what the browser keeps decisions under."""
    return blake2b("\x1f".join(sorted(result.document for result in results)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def index(head: Head, results: Sequence[Result]) -> Mapping[str, Any]:
    """All findings, and what is said of their articles and rules. Offsets count UTF-16 units, as a browser does."""
    rules = sorted({row["rule"]: row["group"] for result in results for row in result.rows}.items())
    return {
        "corpus": corpus_name(results),
        "articles": [{"title": title(one), "path": head.below(one.path), "document": one.document} for one in results],
        "rules": {name: {"group": group, "page": _page(head, name)} for name, group in rules},
        "findings": list(_Findings(head, results)),
    }


def article(result: Result) -> Mapping[str, Any] | None:
    """The texts of one article, or None where they are not known."""
    known = result.article
    if known is None:
        return None
    return {
        "source": known["source"],
        "target": known["target"],
        "lines": known["lines"],
        "passages": [[one["source"], one["target"], one["moved"]] for one in known["passages"]],
        "furniture": {"source": known["source_furniture"], "target": known["target_furniture"]},
    }


def _page(head: Head, rule: str) -> str:
    page = head.page(rule)
    return page.page if page else ""


_COPIED = ("rule", "severity", "certainty", "message", "side", "segment", "line", "text", "block", "fingerprint")


class _Findings:
    """Rows as the page's script takes them: articles by number, offsets in UTF-16 units."""

    def __init__(self, head: Head, results: Sequence[Result]):
        self._head = head
        self._results = results
        self._numbers = {result.document: number for number, result in enumerate(results)}
        self._offsets = [_Offsets(result.article) for result in results]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for number, result in enumerate(self._results):
            for row in result.rows:
                yield self._finding(row, number)

    def _finding(self, row: Row, number: int) -> dict[str, Any]:
        offset = self._offsets[number]
        found: dict[str, Any] = {name: row[name] for name in _COPIED}  # type: ignore[literal-required]  # names of a Row
        found["article"] = number
        found["start"], found["end"] = offset(row["side"], row["segment"], row["start"]), offset(row["side"], row["segment"], row["end"])
        found["related"] = [self._related(one, number) for one in row["related"]]
        found["fixes"] = [
            {"title": fix["title"], "safe": fix["safe"], "edits": [_edit(edit, offset) for edit in fix["edits"]]} for fix in row["fixes"]
        ]
        return found

    def _related(self, one: RelatedRow, number: int) -> dict[str, Any]:
        there = number if one["document"] == self._results[number].document else self._numbers.get(one["document"])
        offset = _Offsets(None) if there is None else self._offsets[there]
        return {
            "article": there,
            "path": self._head.below(one["path"]),
            "side": one["side"],
            "segment": one["segment"],
            "start": offset(one["side"], one["segment"], one["start"]),
            "end": offset(one["side"], one["segment"], one["end"]),
            "line": one["line"],
            "text": one["text"],
            "message": one["message"],
        }


def _edit(edit: EditRow, offset: _Offsets) -> dict[str, Any]:
    return {
        "side": edit["side"],
        "segment": edit["segment"],
        "start": offset(edit["side"], edit["segment"], edit["start"]),
        "end": offset(edit["side"], edit["segment"], edit["end"]),
        "replacement": edit["replacement"],
    }


class _Offsets:
    """Code points of an article's segments in UTF-16 units."""

    def __init__(self, article: ArticleRow | None):
        self._sides: Mapping[str, Sequence[str]] = {} if article is None else {"source": article["source"], "target": article["target"]}

    def __call__(self, side: str, segment: int, offset: int) -> int:
        texts = self._sides.get(side, ())
        return utf16_length(texts[segment][:offset]) if segment < len(texts) else offset


def scripts(head: Head, results: Sequence[Result]) -> Iterator[tuple[str, str]]:
    """The id and the content of each data script of the page: the index, then an article each, read when it is opened."""
    yield "index", embedded(index(head, results))
    for number, result in enumerate(results):
        yield f"article-{number}", embedded(article(result))
