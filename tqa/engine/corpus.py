"""States of corpus rules: gathered from documents, added up in any order, judged once, looked up again when marking."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tqa.model import Notice
from tqa.rule.kinds import AnyCorpusRule
from tqa.text.digest import blake2b

Key = tuple[int, int]
"""How a runner names a document: number of the file, number in the file."""
State = Mapping[str, Any]  # a row is its rule's own business
"""What one rule gathered, by key."""


class Corpus:
    """The states of several rules over the documents seen so far, and which keys each document holds.

    A rule keeps its `most_keys` keys with the smallest hashes. A key that is dropped would be dropped from every larger corpus too,
    so that any order of adding gives the same state; what is kept is complete.
    """

    def __init__(self, rules: Sequence[AnyCorpusRule]):
        self._rules = {rule.name: rule for rule in rules}
        self._states: dict[str, dict[str, Any]] = {rule.name: {} for rule in rules}
        self._keys: dict[Key, array[int]] = {}
        self._cut: set[str] = set()

    def add(self, document: Key, states: Mapping[str, State]) -> None:
        """Add what one document gave; `concerned` will name it by `document`."""
        keys: array[int] = array("Q")
        for name, share in states.items():
            self.add_state(name, share)
            if not self._rules[name].seeks:
                keys.extend(_hashed(name, key) for key in share)
        if keys:
            self._keys[document] = keys

    def add_state(self, name: str, share: State) -> None:
        """Add to the state of one rule what belongs to no document of this run."""
        state, rule = self._states[name], self._rules[name]
        for key, row in share.items():
            state[key] = rule.add(state[key], row) if key in state else row
        # Twice as many before it is sorted: so a key costs a few comparisons, however many there are.
        if len(state) > 2 * rule.most_keys:
            self._prune(name)

    def state(self, name: str) -> State:
        """The state of one rule, sorted by key."""
        if len(self._states[name]) > self._rules[name].most_keys:
            self._prune(name)
        return dict(sorted(self._states[name].items()))

    def judge(self) -> dict[str, State]:
        """Each rule's verdict over the sum; rules that mark nothing are left out."""
        judged = {name: rule.judge(self.state(name)) for name, rule in self._rules.items()}
        return {name: verdict for name, verdict in judged.items() if verdict}

    def concerned(self, verdicts: Mapping[str, State]) -> frozenset[Key]:
        """The documents that gave a key some verdict marks; of rules that seek their keys, none."""
        marked = {_hashed(name, key) for name, verdict in verdicts.items() for key in verdict}
        return frozenset(document for document, keys in self._keys.items() if not marked.isdisjoint(keys))

    @property
    def notices(self) -> Iterator[Notice]:
        """Rules that had more keys than they keep."""
        for name in sorted(self._cut):
            most = self._rules[name].most_keys
            yield Notice("corpus-cut", f"{name} met more than {most:,} different keys and compared {most:,} of them, drawn by their hashes")

    def _prune(self, name: str) -> None:
        state, most = self._states[name], self._rules[name].most_keys
        for key in _largest(name, state, len(state) - most):
            del state[key]
        self._cut.add(name)


def _largest(name: str, keys: Iterable[str], count: int) -> list[str]:
    """The `count` keys with the largest hashes."""
    return sorted(keys, key=lambda key: (_hashed(name, key), key), reverse=True)[:count]


def _hashed(name: str, key: str) -> int:
    """64 bits that stand for a rule's key, the same in every process."""
    return int.from_bytes(blake2b(f"{name}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
