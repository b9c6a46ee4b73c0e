"""How large the HTML report is and how quick: `python tests/bench/report.py [--articles 1000] [--findings 5000]`.

The articles are made from the samples' own paragraphs, each with another number in it, and the findings fall on words of them; what is
measured is writing the page, its size, and in the system's Chromium the first paint, a filter and a step to the next finding.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.reporters.browser import address, launched
from tests.reporters.rows import article, fix, related, row
from tqa.model import Result
from tqa.registry import own_rules
from tqa.reporters import Foot, Head, RenderOptions, reporter
from tqa.reporters.reporter import Totals

ROOT = Path(__file__).parents[2]
PARAGRAPHS = 14
"""Paragraphs of an article: about 430 English words and 700 Chinese characters, as in news."""


def stories() -> tuple[list[str], list[str]]:
    """Paragraphs of the samples: Chinese and English."""
    sides = []
    for code in ("zh", "ref"):
        lines = [line for path in sorted(ROOT.glob(f"samples/*/*.{code}.txt")) for line in path.read_text(encoding="utf-8").split("\n")]
        sides.append([line for line in lines if len(line) > (40 if code == "zh" else 150)])
    return sides[0], sides[1]


def results(articles: int, findings: int) -> Iterator[Result]:
    """The documents, each with its share of the findings, of every rule in turn."""
    chinese, english = stories()
    rules = cycle(sorted(own_rules().values(), key=lambda rule: rule.name))
    shares = [findings // articles + (number < findings % articles) for number in range(articles)]
    for number, share in enumerate(shares):
        source = [f"{line}（第{number}期）" for line in islice(cycle(chinese), number, number + PARAGRAPHS)]
        target = [f"{line} (No. {number})" for line in islice(cycle(english), number, number + PARAGRAPHS)]
        rows = [_row(number, place, target, source, next(rules)) for place in range(share)]
        yield Result(f"stories/{number:04}", f"stories/{number:04}.en.txt", tuple(rows), article=article(target, source))


def _row(number: int, place: int, target: Sequence[str], source: Sequence[str], rule: Any) -> Any:  # a rule's class; a Row
    segment = place % len(target)
    words = target[segment].split(" ")
    start = len(" ".join(words[: 3 + place])) + 1
    word = words[3 + place]
    found: Any = row(
        text=target[segment],
        start=start,
        end=start + len(word),
        rule=rule.name,
        group=rule.group,
        severity=rule.severity.word,
        message=f"“{word}” here, “{word.title()}” in 3 of 4 mentions",
        path=f"stories/{number:04}.en.txt",
        document=f"stories/{number:04}",
        segment=segment,
        fingerprint=f"{number:08x}{place:08x}",
        fixes=[fix(word.title(), safe=False, title=f"write “{word.title()}”")],
        related=[related(document=f"stories/{number:04}", segment=segment, start=0, end=4, text=source[segment][:4])],
    )
    found["fixes"][0]["edits"][0].update(segment=segment, start=start, end=start + len(word))
    return found


def write(path: Path, made: Sequence[Result]) -> float:
    """Write the page; seconds it took."""
    totals = Totals(documents=len(made), **{severity: sum(one.count(severity) for one in made) for severity in ("error", "warning", "info")})
    began = time.perf_counter()
    path.write_text("".join(reporter("html")(Head("bench"), made, lambda: Foot(totals=totals), RenderOptions())), encoding="utf-8")
    return time.perf_counter() - began


FIRST_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  if (paint) done(paint.startTime);
}).observe({ type: "paint", buffered: true }))"""
FRAMED = """act => new Promise(done => {
  const began = performance.now();
  new Function(act)();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
FILTER = "const find = document.getElementById('find'); find.value = {words!r}; find.dispatchEvent(new Event('input', {{bubbles: true}}));"
KEY = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));"


def look(path: Path) -> Iterator[tuple[str, float]]:
    """Milliseconds: what a person waits for."""
    with launched() as browser:
        # The measured code runs as a string, which the page's own policy would forbid.
        page = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True).new_page()
        page.goto(address(path))
        yield "first paint", page.evaluate(FIRST_PAINT)
        yield "opening the articles", page.evaluate(FRAMED, "location.hash = 'articles';")
        page.locator(".item").first.wait_for()
        for words in ("t", "the", "no. 77", ""):
            yield f"filter {words!r}", page.evaluate(FRAMED, FILTER.format(words=words))
        steps = [page.evaluate(FRAMED, KEY) for _ in range(30)]
        yield "next finding, the slowest of 30", max(steps)
        yield "opening the terms", page.evaluate(FRAMED, "location.hash = 'terms';")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--findings", type=int, default=5000)
    parser.add_argument("--keep", type=Path, help="Write the page here and keep it.")
    given = parser.parse_args()
    made = list(results(given.articles, given.findings))
    with tempfile.TemporaryDirectory() as folder:
        path = (given.keep or Path(folder) / "report.html").absolute()
        seconds = write(path, made)
        print(f"{given.articles} articles, {sum(len(one.rows) for one in made)} findings")
        print(f"written in {seconds:.2f} s, {path.stat().st_size / 1e6:.1f} MB")
        for name, milliseconds in look(path):
            print(f"{name}: {milliseconds:.0f} ms")


if __name__ == "__main__":
    main()
