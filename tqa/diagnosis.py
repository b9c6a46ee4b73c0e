"""Whether an installation works: each part tried, not assumed."""

from __future__ import annotations

import importlib
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tqa import __version__
from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.model import TqaError
from tqa.registry import all_rules
from tqa.testing import check_case, rule_cases
from tqa.text.counted import counted

LIBRARIES = ("typer", "rapidfuzz", "langdetect", "sacrebleu", "jinja2", "ahocorasick_rs", "pypinyin")
EXTRAS = {"re2": "re2", "formats": "python_calamine"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing tried. `well` None: an extra that is not installed."""

    well: bool | None
    text: str


def diagnose(settings: Callable[[], Settings]) -> Iterator[Line]:
    """Try everything; a broken part ends only itself."""
    yield Line(True, f"tqa {__version__} on Python {platform.python_version()}")
    for name in LIBRARIES:
        yield _imports(name, f"library {name}")
    for extra, module in EXTRAS.items():
        line = _imports(module, f"extra {extra}")
        yield line if line.well else Line(None, f"extra {extra} is not installed (pip install 'tqa[{extra}]')")
    try:
        planner = Planner(settings())
    except TqaError as error:
        yield Line(False, str(error))
        return
    yield Line(True, f"config {planner.settings.path or 'none: the defaults'}")
    try:
        for file in planner.glossary_files:
            yield Line(True, f"glossary {file.path}: {counted(len(file.concepts), 'concept')}")
        if planner.baseline.entries:
            yield Line(True, f"baseline {planner.baseline_path}: {counted(len(planner.baseline.entries), 'known finding')}")
    except TqaError as error:
        yield Line(False, str(error))
    yield from _rules(planner)


def _imports(module: str, name: str) -> Line:
    try:
        importlib.import_module(module)
    except ImportError as error:
        return Line(False, f"{name}: {error}; reinstall tqa")
    return Line(True, name)


def _rules(planner: Planner) -> Iterator[Line]:
    failed = []
    known = all_rules(plugins=planner.settings.plugins)
    for case in rule_cases(*known.values()):
        try:
            check_case(case)
        except Exception as error:  # whatever a rule does wrong is what is looked for
            failed.append(f"rule {case.rule.name}: {error}")
    yield Line(True, f"{len(known)} rules, {len(planner.rules)} of them run here")
    for text in failed:
        yield Line(False, text)
