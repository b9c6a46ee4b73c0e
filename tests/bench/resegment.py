"""How well hypotheses that were merged and split at random come back, and what that does to corpus scores.

Usage: python tests/bench/resegment.py DATA    (DATA holds pairs/, mqm/ and scored/)
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tqa.score.alignment import resegment
from tqa.score.metrics import score

Article = tuple[list[str], list[str]]

FILES = ("mqm/newstest2020.dev.jsonl.gz", "mqm/newstest2021.dev.jsonl.gz", "scored/wmt22-news.dev.jsonl.gz")
PAIRS = "pairs/news-zh-en.dev.jsonl.gz"


@dataclass(frozen=True)
class Damage:
    """Chances that a line is joined to the one before, cut at a sentence's end, cut between any two words, or lost."""

    join: float = 0.0
    sentence: float = 0.0
    word: float = 0.0
    lost: float = 0.0


DAMAGES = {
    "lines joined": Damage(join=0.3),
    "lines split at sentences": Damage(sentence=0.5),
    "joined and split": Damage(join=0.3, sentence=0.3),
    "a sentence a line": Damage(sentence=1.0),
    "cut between any words": Damage(word=0.4),
    "joined and cut anywhere": Damage(join=0.3, word=0.4),
    "one line an article": Damage(join=1.0),
    "one line in ten lost": Damage(lost=0.1),
}

SENTENCE_END = re.compile(r"""(?<=[.!?])["'”’)]*\s+(?=["“‘(]?[A-Z0-9])""")


def main(folder: Path) -> None:
    """Writes a table: every damage over all hypotheses, article by article, and two of them over each as one long text."""
    systems = read_systems(folder)
    articles = sum(map(len, systems.values()))
    segments = sum(len(reference) for pairs in systems.values() for _, reference in pairs)
    write(f"{len(systems)} hypotheses, {articles} articles, {segments} segments")
    write("mean and worst |score - score of the undamaged text|, over hypotheses; a lost line counts as empty in the truth\n")
    write(f"{'damage':34}{'same':>8}{'BLEU':>8}{'worst':>8}{'chrF':>8}{'worst':>8}{'ms/article':>12}")
    for name, damage in DAMAGES.items():
        write(row(name, damage, systems, divide_articles))
    for name in ("joined and split", "one line in ten lost"):
        write(row(f"{name}, whole corpus", DAMAGES[name], systems, divide_corpus))


def write(line: str) -> None:
    """Shows the line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def read_systems(folder: Path) -> dict[str, list[Article]]:
    """Articles by hypothesis: machine systems, and the second human translation scored against the first."""
    systems: dict[str, list[Article]] = defaultdict(list)
    for record in read_records(folder / PAIRS):
        if all(record.get("reference_b_lines") or [""]):
            systems["pairs"].append((clean(record["reference_b_lines"]), clean(record["reference_lines"])))
    for name in FILES:
        for record in read_records(folder / name):
            key = f"{record['year']} {record['system']}"
            segments = record["segments"]
            systems[key].append((clean(s["target"] for s in segments), clean(s["reference"] for s in segments)))
    return dict(sorted(systems.items()))


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a compressed JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def clean(lines: Any) -> list[str]:
    """Lines without inner line ends and doubled spaces."""
    return [" ".join(line.split()) for line in lines]


def damaged(lines: list[str], damage: Damage, draw: Random) -> tuple[list[str], list[str]]:
    """The lines after the damage, and the truth: the lines before it, with lost ones empty."""
    truth = ["" if draw.random() < damage.lost else line for line in lines]
    result: list[str] = []
    for line in filter(None, truth):
        ends = [match.end() for match in SENTENCE_END.finditer(line) if draw.random() < damage.sentence]
        if draw.random() < damage.word and " " in line:
            ends = [draw.choice([place for place, letter in enumerate(line) if letter == " "])]
        parts = [line[start:end].strip() for start, end in zip([0, *ends], [*ends, len(line)], strict=True)]
        if result and draw.random() < damage.join:
            result[-1] += " " + parts.pop(0)
        result += parts
    return result, truth


Divided = tuple[list[str], list[str], list[str]]


def divide_articles(articles: list[Article], damage: Damage, draw: Random) -> Divided:
    """Segments divided article by article, the truth and the reference."""
    divided: Divided = ([], [], [])
    for hypothesis, reference in articles:
        lines, truth = damaged(hypothesis, damage, draw)
        for column, part in zip(divided, (resegment(lines, reference), truth, reference), strict=True):
            column.extend(part)
    return divided


def divide_corpus(articles: list[Article], damage: Damage, draw: Random) -> Divided:
    """The same, with all articles in one text."""
    lines, truth = damaged([line for hypothesis, _ in articles for line in hypothesis], damage, draw)
    reference = [line for _, lines in articles for line in lines]
    return list(resegment(lines, reference)), truth, reference


def row(name: str, damage: Damage, systems: dict[str, list[Article]], divide: Callable[[list[Article], Damage, Random], Divided]) -> str:
    """One line of the table."""
    same = total = 0
    seconds = 0.0
    off: dict[str, list[float]] = {"BLEU": [], "chrF": []}
    for system, articles in systems.items():
        started = time.perf_counter()
        divided, truth, reference = divide(articles, damage, Random(f"{name} {system}"))
        seconds += time.perf_counter() - started
        same += sum(ours == theirs for ours, theirs in zip(divided, truth, strict=True))
        total += len(truth)
        pairs = zip(score(divided, reference, tuple(off)).metrics, score(truth, reference, tuple(off)).metrics, strict=True)
        for ours, theirs in pairs:
            off[ours.name].append(abs(ours.score - theirs.score))
    figures = "".join(f"{sum(values) / len(values):8.3f}{max(values):8.3f}" for values in off.values())
    return f"{name:34}{same / total:8.1%}{figures}{1000 * seconds / sum(map(len, systems.values())):12.2f}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
