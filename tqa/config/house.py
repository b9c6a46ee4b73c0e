"""The house's own rules in a config file: `[[rule]]` tables to rules, each tried on its examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqa.config.settings import SEVERITIES, one_of, read_boolean, read_string, read_strings, read_table
from tqa.config.where import where, where_tables
from tqa.model import ConfigError, Document, Place, Run, Segment, Severity
from tqa.registry import did_you_mean
from tqa.rule.house import HouseRule, HouseSpec, house_rule
from tqa.rule.kinds import GROUPS
from tqa.text.regex import regex

_NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS = ("name", "group", "phrases", "pattern", "replace", "message", "severity", "safe", "examples")


def house_specs(value: Any, path: str) -> tuple[HouseSpec, ...]:
    """The `[[rule]]` tables of a config file. Raises ConfigError with path, line, rule and cure."""
    if not isinstance(value, list):
        raise ConfigError(f"{where(path, 'rule')}: rule must be written [[rule]]: a table for each rule")
    lines = where_tables(path, "rule", len(value))
    return tuple(_spec(item, place, number) for number, (item, place) in enumerate(zip(value, lines, strict=True), 1))


def _spec(item: Any, place: str, number: int) -> HouseSpec:
    given = read_table(item, f"{place}: rule number {number}")
    here = f"{place}: [[rule]] {given.get('name', f'number {number}')!r}"
    for key in given:
        if key not in _KEYS:
            raise ConfigError(f"{here}: unknown key {key!r}{did_you_mean(key, _KEYS)}")
    phrases = read_strings(given.get("phrases", []), f"{here}: phrases")
    pattern = read_string(given.get("pattern", ""), f"{here}: pattern")
    if not given.get("name") or bool(phrases) == bool(pattern) or not all(phrases):
        raise ConfigError(f"{here} needs a name and either phrases or a pattern")
    if not _NAME.fullmatch(read_string(given["name"], f"{here}: name")):
        raise ConfigError(f"{here}: a rule's name is small letters, figures and hyphens: house-style")
    if given["name"] in GROUPS:
        raise ConfigError(f"{here} is named like a group of rules; give it a name of its own")
    return HouseSpec(
        name=given["name"],
        group=one_of(given.get("group", "style"), f"{here}: group", GROUPS),
        message=read_string(given.get("message", ""), f"{here}: message"),
        phrases=phrases,
        pattern=pattern,
        replace=read_string(given["replace"], f"{here}: replace") if "replace" in given else None,
        severity=SEVERITIES[one_of(given.get("severity", "warning"), f"{here}: severity", SEVERITIES)],
        safe=read_boolean(given.get("safe", False), f"{here}: safe"),
        examples=read_strings(given.get("examples", []), f"{here}: examples"),
        place=place,
    )


def tried(spec: HouseSpec) -> HouseRule:
    """The rule of a table, once its examples came out as they say. Raises ConfigError."""
    here = f"{spec.place}: [[rule]] {spec.name!r}"
    try:
        rule = house_rule(spec)
    except ConfigError as error:
        raise ConfigError(f"{here}: {error}") from None
    for written in spec.examples:
        verdict, _, text = written.partition(":")
        if verdict not in ("bad", "good") or not text.strip():
            raise ConfigError(f"{here}: example {written!r} must begin with bad: or good:")
        if any(_found(rule, text.strip())) != (verdict == "bad"):
            said = "finds nothing in" if verdict == "bad" else "finds a fault in"
            raise ConfigError(f"{here} {said} its example {written!r}")
    return rule


def _found(rule: HouseRule, text: str) -> Iterator[bool]:
    # Slow to import; most configs have no rules of their own.
    from tqa.engine.check import check
    from tqa.engine.plan import Plan

    segment = Segment("target", 0, text, Place("", (Run(0, 1, 1),)))
    plan = Plan((rule,), groups={rule.name: rule.group}, min_severity=Severity.INFO)
    return (True for _ in check(Document("example", "", (segment,)), plan).findings)
