"""How many known findings stay known while their articles are edited, and how many new ones are taken for known.

    python -m tests.bench.baseline ARTICLES.jsonl [--seed 1] [--misses]

ARTICLES.jsonl: a story a line, {"id", "source": [...], "target": [...]}, machine translations best, since they have findings. Each is read
as a text file with its source beside it, every rule at every severity; what is found is the baseline. Then the same story is edited:
its paragraphs change places (both sides alike), lines are put before them, paragraphs with faults of their own between them, and the
target's white space is set anew: wrapped at 72 columns, or with other blanks around.

A finding is the same one if its rule, its paragraph and its characters in it are, blanks not counted: no fingerprint is asked. Of the old
findings that are found again, `kept` are matched by fingerprint; of the new ones, `swallowed` are. What the edit itself takes away or
brings (a line that is now a copy of an earlier one) is neither.
"""

from __future__ import annotations

import argparse
import json
import random
import textwrap
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import check
from tqa.engine.plan import Plan
from tqa.formats import format_of
from tqa.formats.format import FormatOptions, Story
from tqa.model import Document, Row

FAULTS = ("The plan plan works.", "It was  built in May.", "He said ,it is done.")
LINES = ("A line that was put here later.", "Another new line of the editor, before the article.")


class Article(NamedTuple):
    """Numbered paragraphs of both sides; -1 marks a new one."""

    source: tuple[tuple[int, str], ...]
    target: tuple[tuple[int, str], ...]


class Same(NamedTuple):
    """What makes a finding the same: its rule, side and paragraph, and which characters of it, blanks not counted."""

    rule: str
    side: str
    paragraph: int
    first: int
    last: int


def read(line: str) -> Article:
    """The article of a line of the data."""
    record = json.loads(line)
    return Article(*(tuple(enumerate(" ".join(text.split()) for text in record[side])) for side in ("source", "target")))


def findings(article: Article, plan: Plan, layout: Callable[[str], str]) -> dict[Same, str]:
    """The fingerprint of each finding of an article, its target laid out so."""
    form = format_of("a.en.txt")
    assert form is not None
    source = "".join(f"{text}\n" for _, text in article.source)
    target = "\n".join(layout(text) for _, text in article.target)
    (document,) = (one for one in form.read(Story("a", "a.en.txt", target, "a.zh.txt", source), FormatOptions()) if isinstance(one, Document))
    places = {"source": _Places(document, "source", article.source), "target": _Places(document, "target", article.target)}
    return {places[row["side"]].same(row): row["fingerprint"] for row in check(document, plan, {}).result.rows}


class _Places:
    """Places in segments as places in paragraphs: both hold the same characters in the same order, whatever the white space."""

    def __init__(self, document: Document, side: str, paragraphs: Sequence[tuple[int, str]]):
        self._texts = [segment.text for segment in (document.target if side == "target" else document.source)]
        self._before = [0, *accumulate(len(_joined(text)) for text in self._texts)]
        self._numbers = [number for number, _ in paragraphs]
        self._starts = [0, *accumulate(len(_joined(text)) for _, text in paragraphs)]

    def same(self, row: Row) -> Same:
        """Rule and place of a finding, without its white space."""
        text = self._texts[row["segment"]]
        before = self._before[row["segment"]]
        first, last = before + len(_joined(text[: row["start"]])), before + len(_joined(text[: row["end"]]))
        at = min(bisect_right(self._starts, first) - 1, len(self._numbers) - 1)
        return Same(row["rule"], row["side"], self._numbers[at], first - self._starts[at], last - self._starts[at])


def _joined(text: str) -> str:
    return "".join(text.split())


def edited(article: Article, chance: random.Random) -> Article:
    """The article with its paragraphs in another order, new lines before them, and faulty paragraphs between them."""
    order = list(range(min(len(article.source), len(article.target))))
    chance.shuffle(order)
    target = [article.target[number] for number in order]
    for fault in FAULTS:
        target.insert(chance.randrange(len(target) + 1), (-1, fault))
    return Article(tuple(article.source[number] for number in order), (*((-1, line) for line in LINES), *target))


def wrapped(text: str) -> str:
    """A paragraph at 72 columns, with a blank line after it."""
    return "\n".join(textwrap.wrap(text, 72, break_long_words=False, break_on_hyphens=False)) + "\n"


def spaced(text: str) -> str:
    """A paragraph with blanks before and after it."""
    return f"  {text}\t\n"


def main() -> None:
    """Print the counts of each layout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    wanted = parser.parse_args()
    plan = Planner(Settings(min_severity="info", max_findings=0, plugins=False)).for_path("")
    layouts: dict[str, Callable[[str], str]] = {"as it was": lambda text: f"{text}\n", "wrapped": wrapped, "spaced": spaced}
    counts: dict[str, Counter[str]] = {name: Counter() for name in layouts}
    for number, line in enumerate(Path(wanted.articles).read_text(encoding="utf-8").splitlines()):
        article = read(line)
        old = findings(article, plan, layouts["as it was"])
        known = set(old.values())
        later = edited(article, random.Random(f"{wanted.seed} {number}"))
        for name, layout in layouts.items():
            found = findings(later, plan, layout)
            counts[name]["old"] += len(old)
            for one in tally(old, known, found, counts[name]):
                if wanted.misses:
                    print(number, name, one)
    for name, count in counts.items():
        kept = f"{count['kept']:6} ({count['kept'] / max(1, count['still found']):.4f})"
        print(
            f"{name:10} old {count['old']:5}  found again {count['still found']:5}  kept {kept}  new {count['new']:6}  swallowed {count['swallowed']}"
        )


def tally(old: dict[Same, str], known: set[str], found: dict[Same, str], count: Counter[str]) -> Iterator[str]:
    """Count an edit's findings; what is missed or swallowed is said."""
    for same, fingerprint in found.items():
        hidden = fingerprint in known
        if same in old:
            count["still found"] += 1
            count["kept"] += hidden
            if not hidden:
                yield f"missed {same}"
        else:
            count["new"] += 1
            count["swallowed"] += hidden
            if hidden:
                yield f"swallowed {same}"


if __name__ == "__main__":
    main()
