"""How often correct pairs raise an alarm, and how many faults are found, by topic and by rule.

    python -m tests.bench.pairs [--alarms] [--misses]

The pairs are those of tests/pairs, one document each, all rules, the shipped glossaries. An alarm is a finding at warning or error; the
rate is per 1,000 correct pairs. A fault is found where one of the rules that may say so speaks; “in place”: in the very words that are
wrong. By rule, a fault counts for each of its rules, and is found if that rule finds it. `--alarms`, `--misses`: list them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable

from tests.pairs import FaultyPair, Linter, Pair, alarms, correct_pairs, faulty_pairs
from tqa.model import Row

HEAD = ("pairs", "alarms", "per 1,000", "faults", "at warning or error", "at any level", "in place")


class Counts:
    """What is counted of a topic or a rule."""

    def __init__(self) -> None:
        self.pairs = self.alarms = self.faults = self.loud = self.found = self.placed = 0

    def add_fault(self, found: Iterable[Row], pair: FaultyPair) -> None:
        """Count a fault and the findings that tell of it."""
        rows = list(found)
        self.faults += 1
        self.loud += bool(alarms(rows))
        self.found += bool(rows)
        self.placed += any(pair.touches(row) for row in rows)

    def line(self) -> str:
        """The counts as cells of a Markdown table."""
        rate = f"{1000 * self.alarms / self.pairs:.1f}" if self.pairs else ""
        shares = [f"{100 * count / self.faults:.0f} %" if self.faults else "" for count in (self.loud, self.found, self.placed)]
        return " | ".join([str(self.pairs), str(self.alarms), rate, str(self.faults), *shares])


def show(title: str, counts: dict[str, Counts]) -> None:
    """Print a table."""
    print(f"| {title} | {' | '.join(HEAD)} |\n|---|{'---:|' * len(HEAD)}")
    for name, one in sorted(counts.items()):
        print(f"| {name} | {one.line()} |")
    print()


def asked(description: str | None) -> argparse.Namespace:
    """What the command line asks to be listed: `alarms`, `misses`."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alarms", action="store_true")
    parser.add_argument("--misses", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Print both tables, and what was asked for."""
    wanted = asked(__doc__)
    linter = Linter()
    correct, faulty = correct_pairs(), faulty_pairs()
    topics = {pair.topic: Counts() for pair in (*correct, *faulty)}
    total = topics["all"] = Counts()
    rules: dict[str, Counts] = {}
    false: list[tuple[Pair, list[Row]]] = []
    missed: list[FaultyPair] = []
    for pair in correct:
        found = alarms(linter.rows(pair.document))
        for count in (topics[pair.topic], total):
            count.pairs += 1
            count.alarms += len(found)
        for rule, times in Counter(row["rule"] for row in found).items():
            rules.setdefault(rule, Counts()).alarms += times
        if found:
            false.append((pair, found))
    for fault in faulty:
        rows = linter.rows(fault.document)
        told = [row for row in rows if row["rule"] in fault.rules]
        for count in (topics[fault.topic], total):
            count.add_fault(told, fault)
        for rule in fault.rules:
            rules.setdefault(rule, Counts()).add_fault((row for row in told if row["rule"] == rule), fault)
        if fault.grade(rows):
            missed.append(fault)
    for one in rules.values():
        one.pairs = len(correct)
    show("topic", topics)
    show("rule", rules)
    if wanted.alarms:
        for pair, found in false:
            print(f"{pair.place}\t{pair.source}\t{pair.target}\t{', '.join(row['rule'] for row in found)}\t{pair.reason}")
    if wanted.misses:
        for pair in missed:
            print(f"{pair.place}\t{pair.source}\t{pair.target}\t{pair.wrong}\t{pair.known}\t{pair.reason}")


if __name__ == "__main__":
    main()
