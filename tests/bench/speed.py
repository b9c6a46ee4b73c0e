"""What an article costs, by stage and by group of rules, in microseconds and in yardsticks.

    python tests/bench/speed.py [ARTICLES.jsonl]

One yardstick is `re.findall(r"\\w+", english)` over the same text. Without a file the samples are used. CPU time, medians; compare
ratios, not microseconds, between machines.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tqa.analysis.analysis import Analysis
from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import check
from tqa.files import ReadOptions, documents
from tqa.formats.format import Story
from tqa.model import Document

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


def cost(work: Callable[[], object], articles: int) -> float:
    """Median CPU microseconds an article."""
    work()
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times) / articles * 1e6


def main() -> None:
    """Print the table."""
    articles = read(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    count = len(articles)
    english = ["\n".join(segment.text for segment in article.target) for article in articles]
    words = sum(len(text.split()) for text in english) / count
    yardstick = cost(lambda: [re.findall(r"\w+", text) for text in english], count)
    print(f"{count} articles of {words:.0f} words; Y = {yardstick:.0f} µs an article")
    plan = replace(Planner(Settings(min_severity="info", plugins=False)).for_path(""), max_findings=0)
    rows = {"everything": cost(lambda: [check(article, plan) for article in articles], count)}
    bare = replace(plan, rules=())
    rows["no rule (furniture, rows)"] = cost(lambda: [check(article, bare) for article in articles], count)
    rows["furniture"] = cost(lambda: [Analysis(article, plan.matcher).furniture for article in articles], count)
    for group in sorted({rule.group for rule in plan.rules}):
        some = replace(plan, rules=tuple(rule for rule in plan.rules if rule.group == group))
        rows[group] = cost(lambda some=some: [check(article, some) for article in articles], count) - rows["no rule (furniture, rows)"]  # type: ignore[misc]
    if "--rules" in sys.argv:
        for rule in plan.rules:
            one = replace(plan, rules=(rule,))
            rows[f"  {rule.name}"] = cost(lambda one=one: [check(article, one) for article in articles], count) - rows["no rule (furniture, rows)"]  # type: ignore[misc]
    for name, value in rows.items():
        print(f"{name:28} {value:8.0f} µs  {value / yardstick:6.2f} Y")
    print(json.dumps({"words": words, "yardstick": yardstick, **{name.strip(): value for name, value in rows.items()}}))


if __name__ == "__main__":
    main()
