"""The config file as a JSON schema, for editors: what each key takes, and every rule's options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tqa.config.settings import ENGLISH, FAIL_ON, LANGS, SEVERITIES
from tqa.registry import options
from tqa.reporters import REPORTERS
from tqa.rule.kinds import GROUPS, Rule

Schema = dict[str, Any]
"""A JSON schema, or what stands in one."""

_STRING: Schema = {"type": "string"}
_BOOLEAN: Schema = {"type": "boolean"}
_RULE_NAME: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_STRINGS: Schema = {"anyOf": [_STRING, {"type": "array", "items": _STRING}]}
_SEVERITY: Schema = {"enum": list(SEVERITIES)}


def config_schema(rules: Mapping[str, type[Rule]]) -> Schema:
    """The schema of tqa.toml and [tool.tqa]. `rules`: every rule there is, by name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tqa.toml",
        "description": "How tqa checks translated articles: docs/config.md.",
        **_table({"extend": _told(_STRING, "Another config file to start from."), **_keys(rules)}),
        # A name that is not listed may be one of the file's own [[rule]] tables.
        "$defs": {"names": {"anyOf": [{"enum": ["all", *GROUPS, *sorted(rules)]}, _RULE_NAME]}},
    }


def _keys(rules: Mapping[str, type[Rule]]) -> Mapping[str, Schema]:
    names: Schema = {"anyOf": [{"$ref": "#/$defs/names"}, {"type": "array", "items": {"$ref": "#/$defs/names"}}]}
    caps = {"type": "object", "additionalProperties": _SEVERITY}
    here = {"select": names, "ignore": names, "severity": caps}
    jsonl = _table({"fields": {"type": "object", "additionalProperties": _STRING}})
    txt = _table({"unit": {"enum": ["auto", "line", "paragraph"]}})
    return {
        "glossary": _told(_STRINGS, "Shipped glossaries by name, your own by path; a later one wins; []: none."),
        "baseline": _told(_STRING, 'Findings that are known; "": none.'),
        "memory": _told(_STRING, 'A term memory, how earlier articles render their terms; "": none.'),
        "select": _told(names, "Rules and groups to run."),
        "extend-select": _told(names, "Run these too."),
        "ignore": _told(names, "Do not run these."),
        "severity": _told(caps, "The highest severity of a rule's or group's findings."),
        "min-severity": _told(_SEVERITY, "What is shown."),
        "fail-on": _told({"enum": list(FAIL_ON)}, "From which severity on the exit status is 1."),
        "strict": _told(_BOOLEAN, "A guess fails too."),
        "max-findings": _told(_COUNT, "Shown a rule and article; 0: all."),
        "encoding": _told(_STRING, "Of files that are not Unicode, e.g. gb18030."),
        "max-file-size": _told(_COUNT, "Bytes a file may have, in JSONL and TSV a record."),
        "exclude": _told(_STRINGS, "Files left out, as in .gitignore."),
        "include": _told(_STRINGS, "Files read besides the usual ones, as in .gitignore."),
        "pair": _told(_STRING, "'{stem}.zh.txt:{stem}.en.txt'"),
        "inline": _told(_BOOLEAN, "Ignores written into the text count."),
        "plugins": _told(_BOOLEAN, "Rules of installed packages run."),
        "lang": _told({"enum": list(LANGS)}, "The language of messages."),
        "format": {"anyOf": [{"enum": list(REPORTERS)}, _table({"txt": txt, "jsonl": jsonl})]},
        "rules": _table({name: _rule(rule) for name, rule in sorted(rules.items())}),
        "style": _told(_table({"english": {"enum": list(ENGLISH)}, "prefer": _STRINGS}), "What the house writes; options of variant-family."),
        "per-path": _told({"type": "object", "additionalProperties": _table(here)}, "What differs for the files a glob names."),
        "rule": {"type": "array", "items": _house()},
    }


def _rule(rule: type[Rule]) -> Schema:
    """A rule's options, each of the type of its default."""
    found: dict[str, Schema] = {}
    for name, (_, default) in options(rule).items():
        kind = next(schema for type_, schema in _KINDS.items() if isinstance(default, type_))
        found[name.replace("_", "-")] = {**kind, "default": list(default) if isinstance(default, tuple) else default}
    return _table(found)


_KINDS: Mapping[type, Schema] = {
    # In this order: true is an int too.
    bool: _BOOLEAN,
    int: {"type": "integer"},
    float: {"type": "number"},
    str: _STRING,
    tuple: {"type": "array", "items": _STRING},
}


def _house() -> Schema:
    told = _table(
        {
            "name": _RULE_NAME,
            "group": {"enum": list(GROUPS)},
            "phrases": _STRINGS,
            "pattern": _STRING,
            "replace": _STRING,
            "message": _STRING,
            "severity": _SEVERITY,
            "safe": _BOOLEAN,
            "examples": _STRINGS,
        }
    )
    return {**told, "required": ["name"], "oneOf": [{"required": ["phrases"]}, {"required": ["pattern"]}]}


def _table(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _told(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}
