"""Finds the rules: ours by folder, third-party ones by the entry point `tqa.rules`."""

from __future__ import annotations

import glob
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from types import ModuleType

import tqa.checks
from tqa.model import ConfigError
from tqa.rule.kinds import GROUPS, CorpusRule, DocumentRule, PairRule, Rule, SegmentRule

KINDS = (SegmentRule, PairRule, DocumentRule, CorpusRule)
ENTRY_POINT = "tqa.rules"


@cache
def own_rules() -> Mapping[str, type[Rule]]:
    """Our rules by name: checks/<group>/<rule>.py holds the rule of that name and no other."""
    found: dict[str, type[Rule]] = {}
    for group in pkgutil.iter_modules(tqa.checks.__path__, "tqa.checks."):
        package = importlib.import_module(group.name)
        for module in pkgutil.iter_modules(package.__path__, f"{group.name}."):
            file = module.name.rpartition(".")[2]
            if file.startswith("_"):
                continue
            rules = rules_in(importlib.import_module(module.name))
            expected = file.replace("_", "-")
            if [rule.name for rule in rules] != [expected] or rules[0].group not in GROUPS:
                raise ConfigError(f"{module.name}: must hold exactly the rule {expected!r}, in a known group")
            found[expected] = rules[0]
    return dict(sorted(found.items()))


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
    if not _plugins_installed():
        return {}
    # Slow to import (27 ms), so only where there is something to load.
    from importlib.metadata import entry_points

    found: dict[str, type[Rule]] = {}
    for point in sorted(entry_points(group=ENTRY_POINT), key=lambda p: (p.name, p.value)):
        try:
            loaded = point.load()
        except Exception as error:
            raise ConfigError(f"plug-in {point.name!r} ({point.value}) cannot be loaded: {error}; mend or uninstall it") from error
        for rule in rules_in(loaded) if isinstance(loaded, ModuleType) else [loaded]:
            if not (isinstance(rule, type) and issubclass(rule, KINDS)):
                raise ConfigError(f"plug-in {point.name!r} ({point.value}) is neither a rule nor a module of rules")
            if rule.name in own_rules() or rule.name in found:
                raise ConfigError(f"plug-in {point.name!r} ({point.value}): a rule {rule.name!r} exists already; rename it")
            if rule.group not in GROUPS:
                raise ConfigError(f"plug-in {point.name!r} ({point.value}): rule {rule.name!r} needs a group, one of: {', '.join(GROUPS)}")
            found[rule.name] = rule
    return found


def _plugins_installed() -> bool:
    """Whether a package on the path declares our entry point: a look at its metadata files, far cheaper than parsing them."""
    for folder in sys.path:
        for declared in glob.iglob(os.path.join(glob.escape(folder or "."), "*.*-info", "entry_points.txt")):
            try:
                with open(declared, encoding="utf-8", errors="replace") as file:
                    if f"[{ENTRY_POINT}]" in file.read():
                        return True
            except OSError:
                continue
    return False


def all_rules(*, plugins: bool = True) -> Mapping[str, type[Rule]]:
    """Every rule there is, by name."""
    return {**own_rules(), **(plugin_rules() if plugins else {})}


def options(rule: type[Rule]) -> Mapping[str, tuple[str, object]]:
    """Option name → type as written, default."""
    listed = {}
    for field in fields(rule):
        default = field.default if field.default is not MISSING else field.default_factory() if field.default_factory is not MISSING else None
        listed[field.name] = (str(field.type), default)
    return listed


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ "; did you mean 'x'?" for the nearest known name, else nothing."""
    from rapidfuzz import process

    near = process.extractOne(name, sorted(known), score_cutoff=60)
    return f"; did you mean {near[0]!r}?" if near else ""
