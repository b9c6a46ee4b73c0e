"""The settings in force, for people."""

from __future__ import annotations

import dataclasses
from typing import Any

from tqa.config.plans import Planner
from tqa.model import Severity


def shown(planner: Planner) -> dict[str, Any]:
    """Every setting by the name the config file uses, the glossaries read and the rules that run."""
    settings = {
        field.name.replace("_", "-"): _plain(getattr(planner.settings, field.name))
        for field in dataclasses.fields(planner.settings)
        if field.name not in ("path", "root", "house", "glossary", "since")
    }
    return {
        "config": planner.settings.path or None,
        "settings": settings,
        "glossaries": [
            {"path": path, "concepts": len(file.concepts)} for path, file in zip(planner.glossary_paths, planner.glossary_files, strict=True)
        ],
        "own-rules": [rule.name for rule in planner.settings.house],
        "rules": [rule.name for rule in planner.rules],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Severity):
        return value.word
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return list(value) if isinstance(value, tuple) else value
