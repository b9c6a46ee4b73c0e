"""What 100,000 concepts cost: the glossary verbs in seconds, and linting beside a glossary of 100 that finds the same.

    python -m tests.bench.glossary_size [ARTICLES.jsonl] [--concepts 100000] [--write FILE]

`--write` only writes the glossary. Without articles the samples are linted. The concepts are the shipped ones that the articles name, up
to 100 of them, and made-up compounds of common words that no article holds, with English words of the shipped ones; a seed makes them, so
they are always the same. Seconds are of whole processes, wall clock and CPU, the best of three; linting is CPU time, rules and facts without
loading, small and large glossary in turn. Exits 1 where a bar is missed: check 10 s, add 1 s, find 0.5 s, linting × 1.5.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.speed import read, varied
from tqa.config.plans import Planner, parse_glossary, shipped
from tqa.config.settings import Settings
from tqa.data import lexicon
from tqa.engine.check import check
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.matcher import Matcher
from tqa.glossary.tsv import dump
from tqa.model import Document

HOT = 100
ROUNDS = 8
BARS = {"check": 10.0, "add": 1.0, "edit": 1.0, "find": 0.5}


def known() -> list[Concept]:
    """The shipped concepts that have an English form."""
    return [concept for path in shipped().values() for concept in parse_glossary(path).concepts if concept.target]


def hot(articles: Sequence[Document]) -> list[Concept]:
    """Shipped concepts the articles name, at most HOT."""
    matcher = Matcher(Glossary(tuple(known())))
    text = "\n".join(segment.text for article in articles for segment in article.source)
    return list({hit.concept.source: hit.concept for hit in matcher.in_source(text)}.values())[:HOT]


def cold(articles: Sequence[Document], seed: int = 0) -> Iterator[Concept]:
    """Compounds of two or three common Chinese words that no article holds, without end."""
    draw = random.Random(seed)
    words = [row[0] for row in lexicon("dictionary.tsv")[1:] if len(row[0]) > 1]
    english = sorted({word for concept in known() for word in concept.target.split() if word.isalpha()} - {"a", "an", "the", "A", "An", "The"})
    text = "\n".join(segment.text for article in articles for segment in article.source)
    seen = {form for concept in known() for form in concept.source}
    while True:
        source = "".join(draw.sample(words, draw.choice((2, 2, 3))))
        if source not in seen and source not in text:
            seen.add(source)
            forbidden = (" ".join(draw.sample(english, 3)),) if draw.random() < 0.1 else ()
            yield Concept((source,), " ".join(draw.sample(english, draw.choice((3, 4)))), forbidden=forbidden)


def glossary(articles: Sequence[Document], size: int) -> list[Concept]:
    """`size` concepts, those the articles name first."""
    made = cold(articles)
    concepts = hot(articles)[:size]
    return concepts + [next(made) for _ in range(size - len(concepts))]


def seconds(arguments: Sequence[str], compiled: str) -> tuple[float, float]:
    """Wall clock and CPU of a run of tqa, the best of three after one that compiles its modules into a folder, as installing does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": compiled}
    command = [sys.executable, "-m", "tqa", *arguments]
    times = []
    for _ in range(4):
        begin, used = time.perf_counter(), os.times()
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        now = os.times()
        cpu = now.children_user + now.children_system - used.children_user - used.children_system
        times.append((time.perf_counter() - begin, cpu))
    return min(wall for wall, _ in times[1:]), min(cpu for _, cpu in times[1:])


def linting(articles: Sequence[Document], paths: Sequence[str]) -> tuple[list[float], list[int]]:
    """CPU milliseconds an article and number of findings, by glossary."""
    plans = [Planner(Settings(glossary=(path,))).for_path("x.en.txt") for path in paths]
    times, found = [0.0 for _ in plans], [0 for _ in plans]
    for number in range(ROUNDS + 1):
        texts = varied(articles, number)
        # What is remembered of a text helps whoever comes second.
        for place in (0, 1) if number % 2 else (1, 0):
            begin = time.process_time()
            found[place] += sum(len(check(text, plans[place]).findings) for text in texts)
            if number:  # the first round builds the automata
                times[place] += (time.process_time() - begin) * 1000 / len(texts) / ROUNDS
    return times, found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--write", type=Path)
    wanted = parser.parse_args()
    articles = read(wanted.articles)
    if wanted.write:
        wanted.write.write_text(dump(glossary(articles, wanted.concepts)), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        small, large = (str(Path(folder, name)) for name in ("small.tsv", "large.tsv"))
        for path, size in ((small, HOT), (large, wanted.concepts)):
            Path(path).write_text(dump(glossary(articles, size)), encoding="utf-8")
        sys.exit(not (_verbs(large, folder) & _lint(articles, [small, large])))


def _verbs(path: str, folder: str) -> bool:
    term = parse_glossary(path).concepts[-1].source[0]
    runs = {
        "check": ["check", path],
        "add": ["add", path, "新词新词", "a new word"],
        "edit": ["edit", path, term, f"note={term}"],
        "find": ["find", "xinzhi", "--glossary", path],
        "find (English)": ["find", "economic developmnt", "--glossary", path],
        "find (Chinese)": ["find", "生产力", "--glossary", path],
    }
    met = True
    for name, arguments in runs.items():
        (wall, cpu), bar = seconds(["glossary", *arguments], folder), BARS[name.partition(" ")[0]]
        print(f"{name:16} {wall:7.2f} s  (CPU {cpu:.2f} s)   bar {bar:.1f}")
        met &= wall <= bar
    return met


def _lint(articles: Sequence[Document], paths: Sequence[str]) -> bool:
    (small, large), found = linting(articles, paths)
    print(f"lint             {small:.2f} → {large:.2f} ms an article, × {large / small:.2f}   bar 1.5   ({found[0]} and {found[1]} findings)")
    return large <= 1.5 * small and found[0] == found[1]


if __name__ == "__main__":
    main()
