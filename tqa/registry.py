"""Finds the rules: ours by folder, third-party ones by the entry point `tqa.rules`.

A run that checks articles takes cards and loads the rules that can fire; `tqa rules` and the tests load all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

import tqa.checks
from tqa.model import ConfigError
from tqa.rule.card import Card, card_of
from tqa.rule.kinds import GROUPS, CorpusRule, DocumentRule, PairRule, Rule, SegmentRule
from tqa.text.nearest import nearest

KINDS = (SegmentRule, PairRule, DocumentRule, CorpusRule)
ENTRY_POINT = "tqa.rules"


@cache
def own_cards() -> Mapping[str, Card]:
    """Our rules' cards by name: from the index, or, for a file that is not what the index was made from, from the file."""
    from tqa.checks.index import INDEX

    indexed = {card.place.partition(":")[0]: (size, card) for size, card in INDEX}
    cards = []
    for module, size in _own_files():
        known = indexed.get(module)
        cards.append(known[1] if known and known[0] == size else card_of(_own_rule(module)))
    return {card.name: card for card in sorted(cards, key=lambda card: card.name)}


@cache
def own_rules() -> Mapping[str, type[Rule]]:
    """Our rules by name: checks/<group>/<rule>.py holds the rule of that name and no other."""
    rules = [_own_rule(module) for module, _ in _own_files()]
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)}


def index_of_own_rules() -> Iterator[tuple[int, Card]]:
    """What `tqa.checks.index` should hold: the size of each rule's file and the rule's card."""
    for module, size in sorted(_own_files()):
        yield size, card_of(_own_rule(module))


def _own_files() -> Iterator[tuple[str, int]]:
    """The module of each rule file and the file's size in bytes."""
    for folder in os.scandir(os.path.dirname(tqa.checks.__file__)):
        if folder.is_dir() and not folder.name.startswith("_"):
            for file in os.scandir(folder):
                if file.name.endswith(".py") and not file.name.startswith("_"):
                    yield f"tqa.checks.{folder.name}.{file.name[:-3]}", file.stat().st_size


def _own_rule(module: str) -> type[Rule]:
    rules = rules_in(import_module(module))
    expected = module.rpartition(".")[2].replace("_", "-")
    if [rule.name for rule in rules] != [expected] or rules[0].group not in GROUPS:
        raise ConfigError(f"{module}: must hold exactly the rule {expected!r}, in a known group")
    return rules[0]


def rules_in(module: ModuleType) -> list[type[Rule]]:
    """The rules defined in a module, by name."""
    rules = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, KINDS) and value not in KINDS and value.__module__ == module.__name__
    ]
    return sorted(rules, key=lambda rule: rule.name)


@cache
def plugin_rules() -> Mapping[str, type[Rule]]:
    """Rules of installed packages. An entry point names a rule class or a module of them.

    Raises ConfigError for one that cannot be loaded, takes a name that is taken, or has no known group.
    """
    found: dict[str, type[Rule]] = {}
    for name, value in sorted(set(_entry_points())):
        plugin = f"plug-in {name!r} ({value})"
        try:
            loaded = _named(value)
        except Exception as error:
            raise ConfigError(f"{plugin} cannot be loaded: {error}; mend or uninstall it") from error
        for rule in rules_in(loaded) if isinstance(loaded, ModuleType) else [loaded]:
            if not (isinstance(rule, type) and issubclass(rule, KINDS)):
                raise ConfigError(f"{plugin} is neither a rule nor a module of rules")
            if rule.name in own_cards() or rule.name in found:
                raise ConfigError(f"{plugin}: a rule {rule.name!r} exists already; rename it")
            if rule.group not in GROUPS:
                raise ConfigError(f"{plugin}: rule {rule.name!r} needs a group, one of: {', '.join(GROUPS)}")
            found[rule.name] = rule
    return found


def _entry_points() -> Iterator[tuple[str, str]]:
    """Name and value of each entry point of ours that an installed package declares.

    Not importlib.metadata: it takes twice as long to load as a bare interpreter.
    """
    for declared in _declarations():
        section = ""
        for line in declared.split("\n"):
            stripped = line.strip()
            if stripped.startswith("["):
                section = stripped[1:].partition("]")[0].strip()
            elif section == ENTRY_POINT and "=" in stripped and stripped[0] not in "#;":
                name, _, value = stripped.partition("=")
                yield name.strip(), value.partition("[")[0].strip()


def _declarations() -> Iterator[str]:
    """The entry points of every package on the path, as they are written, where ours are among them."""
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith(("dist-info", "egg-info")):
                try:
                    with open(os.path.join(folder, name, "entry_points.txt"), encoding="utf-8", errors="replace") as file:
                        declared = file.read()
                except OSError:
                    continue
                if ENTRY_POINT in declared:
                    yield declared


def _named(value: str) -> object:
    """What "package.module" or "package.module:name" names."""
    module, _, attributes = value.partition(":")
    found: object = import_module(module.strip())
    for attribute in filter(None, attributes.strip().split(".")):
        found = getattr(found, attribute)
    return found


def all_rules(*, plugins: bool = True) -> Mapping[str, type[Rule]]:
    """Every rule there is, by name."""
    return {**own_rules(), **(plugin_rules() if plugins else {})}


def all_cards(*, plugins: bool = True) -> Mapping[str, Card]:
    """The card of every rule there is, by name."""
    return {**own_cards(), **({name: card_of(rule) for name, rule in plugin_rules().items()} if plugins else {})}


def options(rule: type[Rule]) -> Mapping[str, tuple[str, object]]:
    """Option name → type as written, default. The options of a plug-in's rule may be a dataclass's fields."""
    from dataclasses import MISSING, Field, fields, is_dataclass

    own: tuple[Field[Any], ...] = fields(rule) if is_dataclass(rule) else ()
    listed = {}
    for field in own:
        default = field.default if field.default is not MISSING else field.default_factory() if field.default_factory is not MISSING else None
        listed[field.name] = (str(field.type), default)
    return listed


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ "; did you mean 'x'?" for a known name that is like it, else nothing."""
    near = nearest(name, known)
    return f"; did you mean {near!r}?" if near else ""
