"""How many of the names and set phrases that several articles share have a concept in the shipped glossaries.

    python -m tests.bench.coverage ARTICLES.jsonl [--names NAMES.tsv] [--glossary FILE-or-NAME]... [--misses]

ARTICLES.jsonl: a story a line, {"id", "source": [...]}. NAMES.tsv: a table with a column `source` of Chinese names, such as the capitalised
entries of a dictionary. What counts stands in two articles or more: a name of the table, what stands in quotation or title marks, and a
string of four characters or more that is said again among other characters (accidents at word borders are left, so the share is too
low by as much as they are). It is covered where one concept is all of it, in part where concepts make up half of its characters.
"""

from __future__ import annotations

import argparse
import csv
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tqa.config.plans import glossary_paths, parse_glossary
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.layers import merge
from tqa.glossary.matcher import Matcher
from tqa.text.chinese_terms import repeated, titles
from tqa.text.han import HAN, han_count

FEWEST = 2
"""Articles that share a candidate."""


def read_sources(path: Path) -> dict[str, str]:
    """Id of an article → its Chinese, a segment a line."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {record["id"]: "\n".join(record["source"]) for record in records}


def read_names(path: Path) -> Matcher:
    """What finds the names of a table in a text."""
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["source"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    return Matcher(Glossary(Concept((name,), "name") for name in sorted(names) if han_count(name) == len(name) > 1))


def named(sources: Mapping[str, str], names: Matcher) -> set[str]:
    """The names of the table that several articles share."""
    return shared((text[hit.start : hit.end], article) for article, text in sources.items() for hit in names.in_source(text))


def phrased(sources: Mapping[str, str]) -> set[str]:
    """Titles, quoted strings and strings said again that several articles share."""
    quoted = shared((text[start:end], article) for article, text in sources.items() for start, end in titles(text))
    starts: list[int] = []
    whole = ""
    for text in sources.values():
        starts.append(len(whole))
        whole += text + "\n"
    articles = list(sources)
    phrases = {phrase: found for phrase, found in repeated(whole).items() if is_free(phrase, found, whole)}
    said = shared((phrase, articles[bisect_right(starts, at) - 1]) for phrase, found in phrases.items() for at in found)
    return quoted | said


def is_free(phrase: str, places: Sequence[int], text: str) -> bool:
    """Whether other characters stand before the phrase each time, and behind it: part of a longer word does not stand so."""
    before = {text[at - 1 : at] for at in places}
    behind = {text[at + len(phrase)] for at in places}
    return all(len(beside) > 1 or not HAN.match("".join(beside)) for beside in (before, behind))


def shared(found: Iterable[tuple[str, str]]) -> set[str]:
    """The strings that stand in several articles, given with the articles they stand in."""
    articles: dict[str, set[str]] = defaultdict(set)
    for phrase, article in found:
        articles[phrase].add(article)
    return {phrase for phrase, among in articles.items() if len(among) >= FEWEST}


def covered(phrase: str, matcher: Matcher) -> float:
    """Share of the characters that concepts make up; 1.0 only where one concept is all of it."""
    hits = matcher.in_source(phrase)
    if any((hit.start, hit.end) == (0, len(phrase)) for hit in hits):
        return 1.0
    return min(sum(hit.end - hit.start for hit in hits) / len(phrase), 0.99)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--glossary", action="append")
    parser.add_argument("--misses", action="store_true")
    wanted = parser.parse_args()
    sources = read_sources(wanted.articles)
    matcher = Matcher(merge([parse_glossary(path) for path in glossary_paths(tuple(wanted.glossary) if wanted.glossary else None)]))
    kinds = {"phrases": phrased(sources)}
    if wanted.names:
        kinds = {"names": named(sources, read_names(wanted.names)), **kinds}
    print(f"{len(sources)} articles, {len(matcher.glossary.sources)} concepts")
    for kind, phrases in kinds.items():
        shares = {phrase: covered(phrase, matcher) for phrase in sorted(phrases)}
        full, half = sum(share == 1.0 for share in shares.values()), sum(share >= 0.5 for share in shares.values())
        print(f"{kind:8} {len(shares):5} in {FEWEST} articles or more; a concept of their own {full}, half or more {half}")
        if wanted.misses:
            print("  " + " ".join(phrase for phrase, share in shares.items() if share < 0.5))


if __name__ == "__main__":
    main()
