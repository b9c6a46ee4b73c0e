"""What CI runs: several reports at once, the action, the hook, the snippets of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tqa

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SNIPPETS: list[tuple[str, str]] = re.findall(r"^```(\w*)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
FAULTY = "The bridge  opened on Monday in Wuhan, the the governor said.\n"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "samples", tmp_path / "stories")
    return tmp_path


def test_several_reports_at_once(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    formats = {"sarif": "a.sarif", "junit": "j.xml", "gitlab": "g.json", "tsv": "t.tsv", "xlsx": "x.xlsx", "markdown": "m.md"}
    done = tqa("lint", "a.txt", "--format", "concise", *(f"--report={kind}:{path}" for kind, path in formats.items()))
    assert done.status == 1
    assert done.out.startswith("a.txt:1:11: double-space")
    found = done.out.count("\n")
    assert len(json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"]) == found
    assert len(json.loads((tmp_path / "g.json").read_text())) == found
    assert ElementTree.parse(tmp_path / "j.xml").getroot().get("failures") == "1"
    assert (tmp_path / "t.tsv").read_text().count("\n") == found + 1
    assert zipfile.is_zipfile(tmp_path / "x.xlsx")
    assert (tmp_path / "m.md").read_text().startswith("### tqa\n")


def test_an_unknown_format_is_told_before_anything_is_written(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    done = tqa("lint", "a.txt", "--report", "junit:j.xml", "--report", "yaml:y")
    assert done.status == 2
    assert "unknown format 'yaml'" in done.err
    assert done.out == ""
    assert not (tmp_path / "j.xml").exists()


def test_a_workbook_into_a_pipe_is_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    done = subprocess.run([sys.executable, "-m", "tqa", "lint", "a.txt", "--format", "xlsx"], cwd=tmp_path, capture_output=True, timeout=60)
    assert done.stdout.startswith(b"PK")


def test_the_step_summary_is_added_to(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    for _ in range(2):
        assert tqa("lint", "a.txt", "--format", "github", GITHUB_STEP_SUMMARY=str(summary)).status == 1
    assert summary.read_text().startswith("before\n### tqa\n")
    assert summary.read_text().count("### tqa") == 2
    before = summary.read_text()
    tqa("lint", "a.txt", "--format", "concise", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text() == before
    done = tqa("lint", "a.txt", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "folder"))
    assert done.status == 2
    assert "cannot be written" in done.err


def test_sarif_holds_the_pages_of_the_rules(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    (tmp_path / "tqa.toml").write_text('[[rule]]\nname = "no-wuhan"\ngroup = "style"\nphrases = ["Wuhan"]\n')
    run = json.loads(tqa("lint", "a.txt", "--format", "sarif").out)["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert "Why:" in rules["doubled-word"]["help"]["text"]
    assert rules["no-wuhan"]["help"]["text"] == "a rule of this house: no-wuhan"


def test_paths_are_told_from_here(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    said = json.loads(tqa("lint", str(tmp_path / "a.txt"), "--format", "gitlab").out)
    assert {one["location"]["path"] for one in said} == {"a.txt"}


# --- the action


def run_step(number: int, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A step's script as GitHub's runner runs it, with `tqa` on the path."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    tool = bin_ / "tqa"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tqa "$@"\n')
    tool.chmod(0o755)
    script = folder / "step.sh"
    script.write_text(ACTION["runs"]["steps"][number]["run"])
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("TQA_", "GITHUB_", "INPUT_"))}
    (folder / "output").touch()
    own = {"PATH": f"{bin_}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(folder / "output"), "PYTHONPATH": str(ROOT)}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    return subprocess.run(command, cwd=folder, env={**inherited, **own, **environment}, capture_output=True, text=True, timeout=120)


def inputs(**given: str) -> dict[str, str]:
    """The environment of the check, with the defaults of the inputs not given."""
    listed = {name.replace("-", "_"): entry["default"] for name, entry in ACTION["inputs"].items()}
    return {f"INPUT_{name.upper()}": value for name, value in {**listed, **given}.items()}


def test_no_input_reaches_the_script_as_text() -> None:
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
    environment = ACTION["runs"]["steps"][1]["env"]
    assert set(environment) == set(inputs())
    for name, value in environment.items():
        assert value == "${{ inputs." + name.removeprefix("INPUT_").lower().replace("_", "-") + " }}"
    assert all("default" in entry and entry["description"] for entry in ACTION["inputs"].values())


def test_the_check(stories: Path) -> None:
    done = run_step(
        1, stories, **inputs(paths="stories/\n", reports="sarif:tqa.sarif\njunit:tqa.xml", arguments="--ignore=boilerplate\n--no-glossary")
    )
    assert done.returncode == 1, done.stderr
    assert (stories / "output").read_text() == "status=1\n"
    assert "::warning file=stories/" in done.stdout
    assert "site-name-line" not in done.stdout
    assert json.loads((stories / "tqa.sarif").read_text())["runs"][0]["results"]
    assert ElementTree.parse(stories / "tqa.xml").getroot().get("tests") == "3"


def test_the_check_where_nothing_fails_and_where_nothing_is_found(stories: Path) -> None:
    assert run_step(1, stories, **inputs(paths="stories/", fail_on="never")).returncode == 0
    assert run_step(1, stories, **inputs(paths="nowhere/")).returncode == 2
    assert (stories / "output").read_text() == "status=0\nstatus=2\n"


@pytest.mark.parametrize("nasty", ["$(touch broken)", "`touch broken`", "a; touch broken", "a' \"b", "--output=broken", "a && touch broken", "*"])
def test_an_input_is_never_run(tmp_path: Path, nasty: str) -> None:
    for name in ("paths", "fail_on", "reports"):
        done = run_step(1, tmp_path, **inputs(**{name: nasty}))
        assert done.returncode == 2
        assert not (tmp_path / "broken").exists()


def test_the_installation(tmp_path: Path) -> None:
    """The script of the first step, with a Python that only says what it is asked for."""
    (tmp_path / "bin").mkdir()
    fake = '#!/bin/sh\necho "$0 $@" >> "$LOG"\nif [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    (tmp_path / "bin" / "python3").write_text(fake)
    (tmp_path / "bin" / "python3").chmod(0o755)
    own = {"LOG": str(tmp_path / "log"), "RUNNER_TEMP": str(tmp_path), "TOOL": "/the tool", "GITHUB_PATH": str(tmp_path / "path")}
    done = run_step(0, tmp_path, **own)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "path").read_text() == f"{tmp_path}/tqa/bin\n"
    asked = (tmp_path / "log").read_text().rstrip("\n").split("\n")
    assert asked[-1] == f"{tmp_path}/tqa/bin/python -m pip install --quiet --disable-pip-version-check /the tool"


# --- the hook


def test_the_hook(tqa: Tqa, stories: Path) -> None:
    assert set(HOOK) == {"id", "name", "description", "entry", "language", "require_serial", "files"}
    assert HOOK["require_serial"] is True
    files = sorted(str(path.relative_to(stories)) for path in (stories / "stories").rglob("*") if re.search(HOOK["files"], path.name))
    assert files
    program, *arguments = shlex.split(HOOK["entry"])
    assert program == "tqa"
    done = tqa(*arguments, *files)
    assert done.status == 1, done.err
    assert not re.search(HOOK["files"], "glossary.tsv")
    (stories / "tqa.toml").write_text('exclude = ["stories/"]\n')
    # A commit of excluded files only is no failure, and is said.
    done = tqa(*arguments, files[0])
    assert done.status == 0
    assert "[all-excluded]" in done.err


def test_the_manifest_is_one_to_pre_commit() -> None:
    pytest.importorskip("pre_commit")
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


# --- the page


def snippet(beginning: str) -> str:
    (found,) = [text for _, text in SNIPPETS if text.startswith(beginning)]
    return found


def commands(text: str) -> list[str]:
    """The `tqa lint` commands of a snippet, without what they are piped into."""
    return [found.partition(" | ")[0].rstrip("' ") for found in re.findall(r"tqa lint [^\n]*", text)]


@pytest.mark.parametrize("command", sorted({command for _, text in SNIPPETS for command in commands(text)}))
def test_the_commands_of_the_page_run(tqa: Tqa, stories: Path, command: str) -> None:
    done = tqa(*shlex.split(command)[1:])
    assert done.status == 1, done.err
    for kind, path in re.findall(r"--report (\w+):(\S+)", command):
        text = (stories / path).read_text(encoding="utf-8")
        _ = json.loads(text) if kind in ("sarif", "gitlab") else ElementTree.fromstring(text)


@pytest.mark.parametrize(
    ("schema", "beginning"),
    [
        ("vendor.github-workflows", "name: tqa\non: [push, pull_request]"),
        ("vendor.github-workflows", "name: tqa\non: [pull_request]"),
        ("vendor.gitlab-ci", "tqa:\n  image"),
        ("vendor.azure-pipelines", "pool:"),
        ("vendor.github-actions", ""),
    ],
)
def test_what_ci_reads_is_valid(tmp_path: Path, schema: str, beginning: str) -> None:
    pytest.importorskip("check_jsonschema")
    (tmp_path / "a.yml").write_text(snippet(beginning) if beginning else (ROOT / "action.yml").read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "a.yml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_gives_the_action_inputs_it_has() -> None:
    workflow = yaml.safe_load(snippet("name: tqa\non: [push"))
    (step,) = [step for step in workflow["jobs"]["tqa"]["steps"] if step["uses"] == "./tqa"]
    assert set(step["with"]) <= set(ACTION["inputs"])
    (hook,) = yaml.safe_load(snippet("repos:"))["repos"][0]["hooks"]
    assert hook["id"] == HOOK["id"]


def test_the_page_lists_every_format() -> None:
    from tqa.reporters import REPORTERS

    listed = {name for cell in re.findall(r"^\| (`[^|]*) \|", PAGE, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)}
    assert listed == set(REPORTERS)


# --- strangers' file names, and what a format costs


@pytest.mark.parametrize("format_", ["sarif", "junit", "gitlab", "rdjson", "rdjsonl", "checkstyle", "azure", "github", "markdown", "tsv", "json"])
def test_hostile_file_names(tqa: Tqa, tmp_path: Path, format_: str) -> None:
    names = ["::error::x", "a\n::error::x", "##vso[x]", "新 闻 '\"<b>&|`", "=1+1", "a\x1b[31m", "a\u202eb", "%0A", "a]]>"]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(FAULTY)
    os.mkdir(tmp_path / "d")
    done = tqa("lint", *(f"./{name}.txt" for name in names), "--format", format_, "--no-glossary", "--select", "double-space,doubled-word")
    assert done.status == 1, done.err
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", done.out)
    allowed = 2 * len(names)
    lines = done.out.split("\n")
    assert sum(line.lstrip().startswith("::") for line in lines) == (allowed if format_ == "github" else 0)
    assert sum("##vso[" in line for line in lines) == (allowed if format_ == "azure" else 0)
    if format_ in ("sarif", "gitlab", "rdjson", "json"):
        json.loads(done.out)
    elif format_ in ("junit", "checkstyle"):
        ElementTree.fromstring(done.out)


def test_a_lint_loads_no_format_it_does_not_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    code = (
        "import sys\nsys.argv = ['tqa', 'lint', 'a.txt', '--format', 'concise', '--isolated']\nfrom tqa.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith('tqa.reporters.') or name in ('zipfile', 'tqa.pages')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    loaded = set(re.findall(r"'([\w.]+)'", done.stderr.strip().split("\n")[-1]))
    assert loaded == {"tqa.reporters.reporter", "tqa.reporters.concise"}
