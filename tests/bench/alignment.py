"""How well segments are linked after lines were merged and dropped: F1 over linked pairs of lines.

    python tests/bench/alignment.py PAIRS.jsonl[.gz] [SEED …]

A row is a document with `source_lines` and `reference_lines` (or `segments` of `source` and `target`), one line opposite the other. Both sides
are merged at random, then target lines dropped; the links should join what shares a line.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tqa.analysis.align import UNSURE, link
from tqa.model import Place, Run, Segment, Side

CASES = (("untouched", 0.0, 0.0), ("15 % merged", 0.15, 0.0), ("30 % merged", 0.3, 0.0), ("15 % merged, 10 % dropped", 0.15, 0.1))
Groups = list[list[int]]


def read(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Source and target lines of each document with three lines or more."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
    for row in map(json.loads, filter(None, lines)):
        if "segments" in row:
            sides = [([one["source"] for one in row["segments"]], [one["target"] for one in row["segments"]])]
        else:
            sides = [(row["source_lines"], row[key]) for key in ("reference_lines", "reference_b_lines") if row.get(key)]
        for source, target in sides:
            if len(source) >= 3 and len(source) == len(target):
                yield source, target


def merged(count: int, share: float, chance: random.Random) -> Groups:
    """Line numbers in groups: one line, or with the chance `share` two."""
    groups: Groups = []
    number = 0
    while number < count:
        size = 2 if number + 1 < count and chance.random() < share else 1
        groups.append(list(range(number, number + size)))
        number += size
    return groups


def segments(side: Side, lines: list[str], groups: Groups, joint: str) -> list[Segment]:
    """The groups as segments."""
    return [Segment(side, i, joint.join(lines[n] for n in group), Place("bench", (Run(0, i + 1, 1),))) for i, group in enumerate(groups)]


def main() -> None:
    """Print a row a case."""
    documents = list(read(Path(sys.argv[1])))
    if not documents:
        raise SystemExit(f"{sys.argv[1]}: no row has lines of both sides in pairs; see the head of this file")
    seeds = [int(seed) for seed in sys.argv[2:]] or [1]
    for name, merge, drop in CASES:
        right = wrong = missed = whole = 0
        spent = 0.0
        for seed in seeds:
            chance = random.Random(seed)
            for source, target in documents:
                left = merged(len(source), merge, chance)
                right_groups = [group for group in merged(len(source), merge, chance) if chance.random() >= drop]
                gold = {(a, b) for a, one in enumerate(left) for b, other in enumerate(right_groups) if set(one) & set(other)}
                sides = segments("source", source, left, ""), segments("target", target, right_groups, " ")
                begin = time.process_time()
                links = link(*sides, aligned=False)
                spent += time.process_time() - begin
                whole += any(one.confidence == UNSURE for one in links)
                got = {(a, b) for one in links for a in range(*one.source) for b in range(*one.target)}
                right, wrong, missed = right + len(gold & got), wrong + len(got - gold), missed + len(gold - got)
        count = len(documents) * len(seeds)
        f1 = 2 * right / (2 * right + wrong + missed)
        print(f"{name:<28} F1 {f1:.3f}  precision {right / (right + wrong):.3f}  recall {right / (right + missed):.3f}", end="  ")
        print(f"as a whole {whole}/{count}  {spent / count * 1e6:.0f} µs a document")


if __name__ == "__main__":
    main()
