"""States of corpus rules: gathered from documents, added up in any order, judged once, looked up again when marking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tqa.rule.kinds import AnyCorpusRule
from tqa.text.digest import blake2b

Key = tuple[int, int]
"""How a runner names a document: number of the file, number in the file."""


def digest(key: str) -> str:
    """What stands for a key in states: 64 bits as hexadecimal digits, the same in every process."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Verdict(Mapping[str, object]):
    """What one rule marks, by key; kept under the digests of the keys."""

    def __init__(self, rows: Mapping[str, object]):
        self._rows = rows

    def __getitem__(self, key: str) -> object:
        return self._rows[digest(key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Corpus:
    """The states of several rules over the documents seen so far, and which keys each document holds."""

    def __init__(self, rules: Sequence[AnyCorpusRule]):
        self._rules = {rule.name: rule for rule in rules}
        self._states: dict[str, dict[str, object]] = {rule.name: {} for rule in rules}
        self._keys: dict[Key, frozenset[str]] = {}

    def add(self, document: Key, states: Mapping[str, Mapping[str, object]]) -> None:
        """Add what one document gave; `concerned` will name it by `document`."""
        keys: list[str] = []
        for name, share in states.items():
            state, rule = self._states[name], self._rules[name]
            for key, row in share.items():
                code = digest(key)
                state[code] = rule.add(state[code], row) if code in state else row
                keys.append(f"{name} {code}")
        if keys:
            self._keys[document] = frozenset(keys)

    def judge(self) -> dict[str, Verdict]:
        """Each rule's verdict over the sum; rules that mark nothing are left out."""
        judged = {name: rule.judge(dict(sorted(self._states[name].items()))) for name, rule in self._rules.items()}
        return {name: Verdict(rows) for name, rows in judged.items() if rows}

    def concerned(self, verdicts: Mapping[str, Verdict]) -> frozenset[Key]:
        """The documents that hold a key some verdict marks."""
        marked = {f"{name} {code}" for name, verdict in verdicts.items() for code in verdict}
        return frozenset(document for document, keys in self._keys.items() if not marked.isdisjoint(keys))
