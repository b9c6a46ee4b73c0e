"""What an article costs, by stage and by group of rules, in microseconds and in yardsticks.

    python tests/bench/speed.py [ARTICLES.jsonl] [--rules] [--select GROUPS,RULES]

One yardstick is `re.findall(r"\\w+", english)` over the same text. Without a file the samples are used. CPU time, medians; compare
ratios, not microseconds, between machines. Each round reads other text (long figures with other digits, the same on both sides; a word
in forty and a character of each Chinese line another), so that what is remembered by line helps no more than in a stream of news.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tqa.analysis.analysis import Analysis
from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import check
from tqa.files import ReadOptions, documents
from tqa.formats.format import Story
from tqa.model import Document, Segment
from tqa.rule.card import Card
from tqa.rule.kinds import Rule

ROOT = Path(__file__).parents[2]
ROUNDS = 9


def read(path: Path | None) -> list[Document]:
    """Every document of a JSONL file, or the samples."""
    if path is not None:
        story = Story("bench", path.name, path.read_text(encoding="utf-8"))
        return [document for document in documents(story, ReadOptions()) if isinstance(document, Document)]
    stories = []
    for folder in sorted((ROOT / "samples").iterdir()):
        if folder.is_dir():
            sides = {code: (folder / f"{folder.name}.{code}.txt").read_text(encoding="utf-8") for code in ("en", "zh")}
            stories.append(Story(folder.name, f"{folder.name}.en.txt", sides["en"], f"{folder.name}.zh.txt", sides["zh"]))
    return [document for story in stories for document in documents(story, ReadOptions()) if isinstance(document, Document)]


_FIGURE = re.compile(r"(?<![0-9])(?<![0-9][.,])(?!(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]))[0-9]+(?:[.,][0-9]+)*")
"""What is no year: another figure makes no date wrong."""
_LATIN_WORD = re.compile("(?<![A-Za-z])[a-z]{5,}(?![A-Za-z])")
_HAN = re.compile("[\u4e00-\u9fff]")


def _in_digits(figure: str, digits: dict[int, int]) -> str:
    """The figure in other digits if it has three that count; of 300万 and 3 million, 12万 and 120,000 one side alone would change."""
    return figure.translate(digits) if len(figure.replace(",", "").replace(".", "").strip("0")) >= 3 else figure


def varied(documents: Sequence[Document], seed: int) -> list[Document]:
    """The documents with other figures, and other words and characters from among their own; short lines keep their words."""
    draw = random.Random(seed)
    words = [word for document in documents for segment in document.target for word in _LATIN_WORD.findall(segment.text)]
    han = [character for document in documents for segment in document.source for character in _HAN.findall(segment.text)]

    def vary(segment: Segment, digits: dict[int, int]) -> Segment:
        text = _FIGURE.sub(lambda figure: _in_digits(figure.group(), digits), segment.text)
        pattern, others, every = (_LATIN_WORD, words, 40) if segment.side == "target" else (_HAN, han, 60)
        places = [match.span() for match in pattern.finditer(text)] if len(text) > (60 if segment.side == "target" else 20) else []
        for start, end in sorted(draw.sample(places, min(len(places), 1 + len(text.split()) // every)), reverse=True):
            text = text[:start] + draw.choice(others) + text[end:]
        return replace(segment, text=text)

    found = []
    for document in documents:
        # One and the same for both sides, or every number would be wrong.
        digits = str.maketrans("123456789", "".join(draw.sample("123456789", 9)))
        target, source = (tuple(vary(segment, digits) for segment in side) for side in (document.target, document.source))
        found.append(replace(document, target=target, source=source))
    return found


class Bench:
    """Measures on text that was not seen before, at each call."""

    def __init__(self, articles: Sequence[Document]):
        self._articles = articles
        self._seed = 0

    def cost(self, work: Callable[[Document], object]) -> float:
        """Median CPU microseconds an article."""
        times = []
        for _ in range(ROUNDS):
            self._seed += 1
            articles = varied(self._articles, self._seed)
            begin = time.process_time()
            for article in articles:
                work(article)
            times.append(time.process_time() - begin)
        return statistics.median(times) / len(articles) * 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, help="JSONL file; the samples without one")
    parser.add_argument("--rules", action="store_true", help="also each rule alone, with the facts it asks for")
    parser.add_argument("--select", default="", help="groups and rules, comma-separated; all without it")
    options = parser.parse_args()
    # As the command does; the collector's default doubles what an article costs beside a corpus.
    gc.set_threshold(50_000)
    articles = read(options.articles)
    bench = Bench(articles)
    words = sum(len(segment.text.split()) for article in articles for segment in article.target) / len(articles)
    english = {article.id: "\n".join(segment.text for segment in article.target) for article in articles}
    yardstick = bench.cost(lambda article: re.findall(r"\w+", english[article.id]))
    print(f"{len(articles)} articles of {words:.0f} words; Y = {yardstick:.0f} µs an article")
    plan = replace(Planner(Settings(min_severity="info", plugins=False)).for_path(""), max_findings=0)
    wanted = {name for name in options.select.split(",") if name}
    plan = replace(plan, rules=tuple(rule for rule in plan.rules if not wanted or not wanted.isdisjoint((rule.name, rule.group))))
    # Automata and lexicons are built once a process.
    bench.cost(lambda article: check(article, plan))
    rows = {"everything": bench.cost(lambda article: check(article, plan))}
    bare = replace(plan, rules=())
    nothing = rows["no rule (furniture, rows)"] = bench.cost(lambda article: check(article, bare))
    rows["furniture"] = bench.cost(lambda article: Analysis(article, plan.matcher).furniture)

    def alone(rules: Sequence[Rule | Card]) -> float:
        some = replace(plan, rules=tuple(rules))
        return bench.cost(lambda article: check(article, some)) - nothing

    for group in sorted({rule.group for rule in plan.rules}):
        rows[group] = alone([rule for rule in plan.rules if rule.group == group])
    for rule in plan.rules if options.rules else ():
        rows[f"  {rule.name}"] = alone([rule])
    for name, value in rows.items():
        print(f"{name:28} {value:8.0f} µs  {value / yardstick:6.2f} Y")
    print(json.dumps({"words": words, "yardstick": yardstick, **{name.strip(): value for name, value in rows.items()}}))


if __name__ == "__main__":
    main()
