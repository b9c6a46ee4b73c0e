"""How many wrong names are found: other given names, one wrong mention of several, one wrong spelling without a source.

    python -m tests.bench.names ARTICLES.jsonl [--misses]

ARTICLES.jsonl: a story a line, {"id", "source": [...], "target": [...]} with lists of equal length, good translations. A name is a pair of
words that the source confirms. Each case changes one mention in a copy of its article; the names of the other articles lend given names.
A case is found where a new finding of the rules on names (without a source: split-name) touches the changed mention.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.speed import read
from tqa.analysis.analysis import Analysis
from tqa.analysis.names import Mention
from tqa.checks.consistency.split_name import SplitName
from tqa.checks.names.name_misspelled import NameMisspelled
from tqa.checks.names.name_order import NameOrder
from tqa.checks.names.name_reading import NameReading
from tqa.checks.names.name_ungrounded import NameUngrounded
from tqa.checks.names.place_exonym import PlaceExonym
from tqa.engine.check import check
from tqa.engine.plan import Plan
from tqa.model import Document, Segment
from tqa.rule.kinds import Rule

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST = 6
"""Cases of a kind an article."""
BILINGUAL: tuple[Rule, ...] = (NameMisspelled(), NameUngrounded(), NameOrder(), NameReading(), PlaceExonym(), SplitName())
ALONE: tuple[Rule, ...] = (SplitName(),)
Case = tuple[Document, int, int, int, str]


def typo(word: str, chance: random.Random) -> str:
    """The word with one letter changed, lost, added or two turned round; never the first."""
    while True:
        at = chance.randrange(1, len(word))
        changed = chance.choice(
            [
                word[:at] + chance.choice(LETTERS) + word[at + 1 :],
                word[:at] + word[at + 1 :],
                word[:at] + chance.choice(LETTERS) + word[at:],
                word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at > 1 else word + chance.choice(LETTERS),
            ]
        )
        if changed != word and len(changed) > 1:
            return changed


def changed(document: Document, index: int, start: int, end: int, text: str) -> Case:
    """The document with other text at a place of a target segment, and the place of the new text."""
    target = list(document.target)
    segment = target[index]
    target[index] = Segment("target", index, segment.text[:start] + text + segment.text[end:], segment.place)
    copy = Document(document.id, document.path, tuple(target), document.source, aligned=document.aligned)
    return copy, index, start, start + len(text), text


def names_of(document: Document) -> tuple[Analysis, list[Mention]]:
    """The names the source confirms, surname first."""
    facts = Analysis(document)
    return facts, [one for one in facts.names.mentions if one.verdict == "right" and len(one.given) > 1]


def cases(documents: list[Document], kind: str, chance: random.Random) -> Iterator[Case]:
    """Wrong names of one kind, a few an article."""
    known = [(document, *names_of(document)) for document in documents]
    pool = sorted({one.given for _, _, names in known for one in names})
    for document, facts, names in known:
        text = facts.article.text
        many = [one for one in names if sum(text[other.start : other.end] == text[one.start : one.end] for other in names) > 1]
        for one in chance.sample(some, min(MOST, len(some))) if (some := names if kind == "other given name" else many) else ():
            segment, span = facts.article.place(one.start, one.end)
            surname, _, given = span.of(segment.text).partition(" ")
            if kind == "other given name":
                others = [other for other in pool if len(other) > 3 and other not in text.lower() and other != one.given]
                wrong = chance.choice(others).capitalize()
            else:
                wrong = typo(given, chance)
            if f"{surname} {wrong}" not in text:
                yield changed(document, segment.index, span.start, span.end, f"{surname} {wrong}")


def measure(documents: list[Document], kind: str, rules: tuple[Rule, ...], seed: int) -> tuple[int, int, list[str]]:
    """Cases, cases found, and the wrong names that were missed."""
    plan = Plan(rules, groups={rule.name: rule.group for rule in rules}, max_findings=0)
    count, found, missed = 0, 0, []
    for document, index, start, end, wrong in cases(documents, kind, random.Random(seed)):
        if rules == ALONE:
            document = Document(document.id, document.path, document.target)
        count += 1
        rows = [row for row in check(document, plan).result.rows if row["side"] == "target" and row["segment"] == index]
        rows = [row for row in rows if row["start"] < end and start < row["end"]]
        found += bool(rows)
        if not rows:
            missed.append(f"{document.id}: {wrong}")
    return count, found, missed


def main() -> None:
    """Print the table."""
    documents = read(Path(sys.argv[1]))
    for kind, rules in (
        ("other given name", BILINGUAL),
        ("one wrong mention of several", BILINGUAL),
        ("one wrong spelling, no source", ALONE),
    ):
        total = [0, 0]
        missed: list[str] = []
        for seed in range(3):
            count, found, some = measure(documents, kind, rules, seed)
            total = [total[0] + count, total[1] + found]
            missed += some
        print(f"{kind:32} {total[1]:5} of {total[0]:5} = {total[1] / max(1, total[0]):.3f}")
        if "--misses" in sys.argv:
            print(json.dumps(missed, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
