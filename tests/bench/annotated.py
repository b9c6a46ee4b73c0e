"""Share of inconsistencies marked by professional raters that the consistency rules find, at any severity.

    python -m tests.bench.annotated RATED.jsonl.gz [MORE …] [--misses]

RATED: machine translations in the format of WMT's MQM data, a story a line: {"doc_id", "system", "segments": [{"source", "target",
"errors": [{"category", "side", "start", "end"}, …]}, …]}. The filter: marks of a category that names inconsistency, on the target side, of
two words with content or more (articles and small words aside), outside the families of forms that style rules look at (US and United
States, Macao, currencies, dates); one mark of several raters at one place counts once, and so do marks that overlap.
A mark is found where a finding of the group `consistency`, or a place related to it, touches it.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import check
from tqa.model import Document, Place, Row, Run, Segment

_HUMAN = ("human", "ref")
_SMALL = frozenset(["a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from", "its", "their", "this", "that"])
_FAMILY = re.compile(
    r"\b(?:u\.?s\.?a?|united states|macao|macau|rmb|cny|yuan|renminbi|\d+|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)(?:'s|’s|\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def is_multi_word(text: str) -> bool:
    """Whether two words with content are left when the families of forms are taken away."""
    return sum(word.lower() not in _SMALL for word in _WORD.findall(_FAMILY.sub(" ", text))) >= 2


def marks(story: Mapping[str, Any]) -> Iterator[tuple[int, int, int]]:
    """Segment, start and end of each mark that passes the filter; of those that overlap the first."""
    for index, segment in enumerate(story["segments"]):
        last = -1
        for error in sorted(segment["errors"], key=lambda error: (error["start"] or 0, error["end"] or 0)):
            if error["side"] != "target" or error["start"] is None or "nconsisten" not in error["category"]:
                continue
            start, end = error["start"], error["end"]
            if start >= last and is_multi_word(segment["target"][start:end]):
                last = end
                yield index, start, end


def document(story: Mapping[str, Any], *, with_source: bool) -> Document:
    """The story as a document whose file pairs its lines."""
    name = f"{story['doc_id']}-{story['system']}"

    def place(number: int) -> Place:
        return Place(name, (Run(0, number + 1, 1),))

    target = tuple(Segment("target", n, segment["target"], place(n)) for n, segment in enumerate(story["segments"]))
    source = tuple(Segment("source", n, segment["source"], place(n)) for n, segment in enumerate(story["segments"]))
    return Document(name, name, target, source if with_source else (), aligned=with_source)


def touches(row: Row, mark: tuple[int, int, int], *, related: bool) -> bool:
    """Whether the finding, or with `related` one of its related places, shares a character with the mark."""
    index, start, end = mark
    places = [row, *(row["related"] if related else ())]
    return any(p["side"] == "target" and p["segment"] == index and p["start"] < end and start < p["end"] for p in places)


def main() -> None:
    """Print the share found, with and without the source."""
    paths = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    stories = [json.loads(line) for path in paths for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    stories = [story for story in stories if not story["system"].lower().startswith(_HUMAN)]
    plan = Planner(Settings(select=("consistency",), min_severity="info", plugins=False)).for_path("")
    for with_source in (True, False):
        total = own = found = 0
        for story in stories:
            wanted = list(marks(story))
            if not wanted:
                continue
            rows = check(document(story, with_source=with_source), plan).result.rows
            for mark in wanted:
                index, start, end = mark
                total += 1
                own += any(touches(row, mark, related=False) for row in rows)
                hit = any(touches(row, mark, related=True) for row in rows)
                found += hit
                if "--misses" in sys.argv and with_source and not hit:
                    print(story["doc_id"], story["system"], index, repr(story["segments"][index]["target"][start:end]))
        print(f"{'with' if with_source else 'without'} source: {found} of {total} = {found / max(1, total):.3f}; by their own span {own}")


if __name__ == "__main__":
    main()
