"""The house itself: floors, docs, imports, shapes of patterns."""

from __future__ import annotations

import ast
import importlib
import re
import re._constants as sre_constants  # type: ignore[import-not-found]  # the standard library's own parser, private by name
import re._parser as sre_parse  # type: ignore[import-not-found]
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tqa.pages import rules_document, rules_index
from tqa.registry import index_of_own_rules, own_rules

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "tqa").rglob("*.py"))


def test_the_rules_page_is_what_the_rules_say() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_document(own_rules()), "run: make docs"


def test_the_index_is_what_the_rules_say() -> None:
    assert (ROOT / "tqa" / "checks" / "index.py").read_text(encoding="utf-8") == rules_index(index_of_own_rules()), "run: make docs"


HEAVY = [
    "sacrebleu",
    "numpy",
    "pypinyin",
    "langdetect",
    "rapidfuzz",
    "jinja2",
    "rich",
    "asyncio",
    "multiprocessing",
    "concurrent.futures",
    "importlib.metadata",
    "pydantic",
    "re2",
    "lxml",
]


def test_lint_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge  opened on Monday in Wuhan, the the governor said.\n")
    code = f"""
import sys
sys.argv = ["tqa", "lint", "a.txt", "--isolated"]
from tqa.__main__ import main
try:
    main()
except SystemExit:
    pass
print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)
"""
    # -I: no plug-ins beside the installed ones; the example plug-in makes importlib.metadata load, so it is switched off by the config.
    (tmp_path / "tqa.toml").write_text("plugins = false\n")
    code = code.replace(', "--isolated"', "")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stderr.strip().splitlines()[-1] == "[]"
    assert "double-space" in done.stdout


def test_version_imports_nothing_at_all() -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "tqa", "--version"], capture_output=True, text=True, timeout=60)
    assert "typer" not in done.stderr
    assert "tqa.model" not in done.stderr


FORBIDDEN_CALLS = {
    "eval": "runs text",
    "exec": "runs text",
    "hash": "differs between processes; use blake2b",
    "exit": "leaves from below cli",
}
FORBIDDEN_METHODS = {
    "extractall": "writes through names of an archive",
    "splitlines": "splits at U+2028 and others; use tqa.text.positions",
    "exit": "leaves from below cli",
}
FORBIDDEN_MODULES = {"pickle", "shelve", "marshal", "yaml", "socket", "urllib", "http"}
SPEAKS = {"cli", "__main__.py", "pages.py"}
RECORDS = {"NamedTuple", "TypedDict"}
OPENS = {"files", "registry.py"}
"""registry.py looks into metadata files of installed packages."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_dangerous(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    here = set(path.relative_to(ROOT / "tqa").parts)
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            found += [(node.lineno, name) for name in names if name.split(".")[0] in FORBIDDEN_MODULES]
        if isinstance(node, ast.ImportFrom) and node.module == "typing" and "records.py" not in here:
            found += [(node.lineno, f"typing.{alias.name}: slow to load, tqa.records has it") for alias in node.names if alias.name in RECORDS]
        if not isinstance(node, ast.Call):
            continue
        found += [(node.lineno, "shell=True") for keyword in node.keywords if keyword.arg == "shell"]
        if isinstance(node.func, ast.Name):
            name = node.func.id
            if name in FORBIDDEN_CALLS or (name == "print" and not here & SPEAKS) or (name == "open" and not here & OPENS):
                found.append((node.lineno, name))
        elif isinstance(node.func, ast.Attribute) and node.func.attr in FORBIDDEN_METHODS:
            # A lexicon of ours and a source file hold no such line ends.
            own = node.func.attr == "splitlines" and ("resources" in text or "getsource" in text)
            found += [] if own else [(node.lineno, node.func.attr)]
    assert not found, f"{path}: {found}"
    assert text.count("\n") <= 400, f"{path} is past 400 lines; is there a seam?"


QUANTIFIED = (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT)
SAMPLE = [chr(code) for code in range(128)] + list("’“”–—，。：；（）《》　é中二亿０\u200b")


def letters(node: Any) -> set[str]:
    """Characters of the sample that one item of a pattern may begin with; all of them for what is not known."""
    operation, argument = node
    if operation is sre_constants.LITERAL:
        return {chr(argument)}
    if operation is sre_constants.SUBPATTERN:
        return starts(argument[-1])
    if operation is sre_constants.BRANCH:
        return set().union(*map(starts, argument[1]))
    if operation is not sre_constants.IN:
        return set(SAMPLE)
    found: set[str] = set()
    for kind, value in argument:
        if kind is sre_constants.LITERAL:
            found.add(chr(value))
        elif kind is sre_constants.RANGE:
            found |= {character for character in SAMPLE if value[0] <= ord(character) <= value[1]}
        elif kind is sre_constants.CATEGORY:
            name = str(value).rpartition("_")[2].lower()[0]
            category = name.upper() if "NOT" in str(value) else name
            found |= {character for character in SAMPLE if re.match(f"\\{category}", character)}
    negated = argument[0][0] is sre_constants.NEGATE
    return set(SAMPLE) - found if negated else found


def starts(body: Any) -> set[str]:
    """Characters a sequence may begin with."""
    found: set[str] = set()
    for operation, argument in body:
        if operation in QUANTIFIED:
            found |= starts(argument[2])
            if argument[0] == 0:
                continue
            return found
        return found | letters((operation, argument))
    return found or set(SAMPLE)


def repeated(body: Any) -> set[str]:
    """What unbounded repeats inside may match."""
    found: set[str] = set()
    for operation, argument in body:
        if operation in QUANTIFIED:
            found |= set().union(*map(letters, argument[2])) if argument[1] == sre_constants.MAXREPEAT else repeated(argument[2])
        elif operation is sre_constants.SUBPATTERN:
            found |= repeated(argument[-1])
        elif operation is sre_constants.BRANCH:
            found |= set().union(*map(repeated, argument[1]))
    return found


def nests(parsed: Any) -> bool:
    """Whether an unbounded repeat holds one that can go on with what the next round begins with: (a+)+, (a[ab]*)*."""
    for operation, argument in parsed:
        if operation in QUANTIFIED:
            _, most, body = argument
            if most == sre_constants.MAXREPEAT and body and starts(body) & repeated(body):
                return True
            if nests(body):
                return True
        elif (operation is sre_constants.SUBPATTERN and nests(argument[-1])) or (operation is sre_constants.BRANCH and any(map(nests, argument[1]))):
            return True
    return False


@pytest.mark.parametrize(("pattern", "bad"), [("(a+)+$", True), ("(?:a[ab]*)*c", True), (r"(?:-\w+)*", False), (r"\w+ \w+", False)])
def test_what_nests(pattern: str, bad: bool) -> None:
    assert nests(sre_parse.parse(pattern)) is bad


def test_no_pattern_of_ours_nests_repeats() -> None:
    for path in SOURCES:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if name.endswith("__main__"):
            continue
        for attribute, value in vars(importlib.import_module(name)).items():
            if isinstance(value, re.Pattern):
                assert not nests(sre_parse.parse(value.pattern, value.flags & ~re.UNICODE)), f"{name}.{attribute}: {value.pattern}"
