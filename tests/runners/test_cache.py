"""Answers of earlier runs: the same bytes with them and without, and none where anything has changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import Tqa
from tqa.api import Session
from tqa.config.ground import ground
from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import Checked
from tqa.files import Damaged, ReadOptions
from tqa.formats.format import Story
from tqa.model import Problem, Result, Severity
from tqa.runners import cache as kept
from tqa.runners.cache import Cache, kinds_of
from tqa.runners.stories import Answer, PlanOf, Task, check_story
from tqa.value import replace

SAMPLES = Path(__file__).parents[2] / "samples"
COUNT = 9
"""Stories of a run that looks answers up."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Stories with all a run can find: each sample three times, so that articles have much in common."""
    (tmp_path / "tqa.toml").write_text("plugins = false\n")
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        for number in range(3):
            for file in sample.iterdir():
                if file.suffix == ".txt":
                    (tmp_path / f"{number}-{file.name}").write_bytes(file.read_bytes())
    return tmp_path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the stories that were checked, and not looked up."""
    paths: list[str] = []

    def noting(task: Task, plan_of: PlanOf, options: ReadOptions, *, gather: bool) -> Answer:
        paths.append(task.story.path)
        return check_story(task, plan_of, options, gather=gather)

    monkeypatch.setattr("tqa.runners.local.check_story", noting)
    return paths


def run(corpus: Path, settings: Settings | None = None, *, cache: str = "cache") -> str:
    """The rows of a run in a folder, as JSON."""
    wanted = replace(settings or Settings(), plugins=False, root=str(corpus), min_severity="info")
    linted = Session([str(corpus)], wanted, cache=str(corpus / cache) if cache else "").linted
    return json.dumps([[result.rows, result.figures, result.hidden, result.suppressed] for result in linted.report.results])


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "html", "junit"])
def test_the_same_bytes_with_and_without(corpus: Path, tqa: Tqa, format_: str) -> None:
    folder = str(corpus.parent / "answers")
    wanted = ("lint", str(corpus), "--config", str(corpus / "tqa.toml"), "--format", format_)
    runs = [tqa(*wanted, *more, TQA_CACHE_DIR=folder) for more in (("--no-cache",), (), (), ("--jobs", "2"))]
    assert len({(done.status, done.out, done.err) for done in runs}) == 1
    assert runs[0].status == 1
    assert len([path for path in Path(folder).rglob("*") if path.is_file()]) >= COUNT


def test_only_what_changed_is_checked_again(corpus: Path, checked: list[str]) -> None:
    first = run(corpus)
    assert len(checked) == COUNT
    checked.clear()
    assert run(corpus) == first
    assert checked == []
    story = next(corpus.glob("0-*.en.txt"))
    story.write_text(story.read_text("utf-8") + "\nBack to top\n", "utf-8")
    changed = run(corpus)
    assert [Path(path).name for path in checked] == [story.name]
    assert changed == run(corpus, cache="")
    assert changed != first
    checked.clear()
    source = next(corpus.glob("1-*.zh.txt"))
    source.write_text(source.read_text("utf-8") + "\n又一行。\n", "utf-8")
    run(corpus)
    assert [Path(path).name for path in checked] == [source.name.replace(".zh.", ".en.")]


@pytest.mark.parametrize(
    "change",
    [
        {"ignore": ("boilerplate",)},
        {"rules": {"sentence-too-long": {"words": 12}}},
        {"severity": {"boilerplate": Severity.INFO}},
        {"max_findings": 1},
        {"lang": "zh"},
        {"inline": False},
        {"glossary": ("terms.tsv",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_other_settings_are_another_question(corpus: Path, checked: list[str], change: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    (corpus / "terms.tsv").write_text("source\ttarget\n港口\tharbour town\n", "utf-8")
    run(corpus)
    checked.clear()
    other = replace(Settings(), **change)
    found = run(corpus, other)
    assert len(checked) == COUNT
    assert found == run(corpus, other, cache="")


def test_other_words_in_the_same_glossary(corpus: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    settings = Settings(glossary=("terms.tsv",))
    for target in ("harbour town", "harbour city"):
        (corpus / "terms.tsv").write_text(f"source\ttarget\n港口\t{target}\n", "utf-8")
        checked.clear()
        run(corpus, settings)
        assert len(checked) == COUNT


def test_how_it_is_shown_is_no_other_question(corpus: Path, checked: list[str]) -> None:
    run(corpus)
    checked.clear()
    run(corpus, Settings(format="json", fail_on="never", strict=True))
    assert checked == []


def test_a_damaged_entry_is_told_and_mended(corpus: Path, tqa: Tqa) -> None:
    folder = corpus.parent / "answers"
    wanted = ("lint", str(corpus), "--config", str(corpus / "tqa.toml"))
    first = tqa(*wanted, TQA_CACHE_DIR=str(folder))
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.write_bytes(b"\xff" * 100)
    again = tqa(*wanted, TQA_CACHE_DIR=str(folder))
    assert again.out == first.out
    assert again.err.count("damaged-cache") == 1
    assert tqa(*wanted, TQA_CACHE_DIR=str(folder)).err == first.err


@pytest.mark.parametrize(
    "body",
    [b"", b"no JSON", b"{}", b"[[]]", b"[1]", b"[" * 100_000, b'[[["a"],[],[],{},true,[],[]]]', b'[[[],[],[],{"x":{"y":{"os":[1]}}},true,[],[]]]'],
    ids=range(8),
)
def test_what_nobody_wrote_is_damage(body: bytes) -> None:
    if body == b"{}":
        assert kept._read(body, {}) == ()
    else:
        with pytest.raises(Damaged):
            kept._read(body, {})


def given(answer: Answer, task: Task) -> Answer:
    return answer


def test_what_another_run_may_not_have_is_not_kept(tmp_path: Path) -> None:
    task = Task(0, Story("a", "a.txt", "Text."), ("a",), 0)
    answers: list[Answer] = [
        (Checked(Result("a", "a.txt"), (), (Problem(code, "told", "a.txt"),), (), {}, has_source=False),) for code in ("too-slow", "rule-crashed")
    ]
    answers.append((Checked(Result("a", "a.txt"), (), (), (), {"house": {"key": object()}}, has_source=False),))  # no row JSON knows
    for answer in answers:
        cache = Cache(str(tmp_path), "ground", {})
        assert cache.answer(task, partial(given, answer)) == answer
        assert not list(tmp_path.iterdir())


def test_states_come_back_as_they_were(corpus: Path, tmp_path: Path) -> None:
    planner = Planner(Settings(plugins=False, root=str(corpus)))
    story = next(corpus.glob("*.en.txt"))
    source = story.with_name(story.name.replace(".en.", ".zh."))
    task = Task(0, Story("a", story.name, story.read_text("utf-8"), source.name, source.read_text("utf-8")), ("a",), 0)
    checking = partial(check_story, plan_of=planner.for_path, options=ReadOptions(), gather=True)
    cache = Cache(str(tmp_path / "answers"), "ground", kinds_of(planner.corpus_rules))
    first = cache.answer(task, checking)

    def never(_: Task) -> Answer:
        raise AssertionError

    again = cache.answer(task, never)
    assert again == first
    assert first[0] is not None
    assert sum(map(len, first[0].states.values())) > 10
    (one,) = again
    assert one is not None
    for name, state in one.states.items():
        assert {type(row) for row in state.values()} == {type(row) for row in first[0].states[name].values()}


def test_few_articles_plugins_and_changed_lines_do_without(corpus: Path) -> None:
    story = str(next(corpus.glob("*.en.txt")))
    settings = Settings(plugins=False)
    _ = Session([story], settings, cache=str(corpus / "cache")).linted
    _ = Session([str(corpus)], Settings(), cache=str(corpus / "cache")).linted if Planner(Settings()).has_plugins else None
    assert not (corpus / "cache").exists()


def test_the_ground_is_the_same_in_every_process(corpus: Path) -> None:
    code = (
        "from tqa.config.ground import ground\nfrom tqa.config.plans import Planner\nfrom tqa.config.settings import Settings\n"
        "from tqa.files import ReadOptions\nfrom tqa.model import Severity\n"
        "planner = Planner(Settings(plugins=False, severity={'style': Severity.INFO, 'names': Severity.INFO}))\n"
        "print(ground(planner, ReadOptions(not_articles=frozenset(map(str, range(50)))), articles=False))"
    )
    told = {
        subprocess.run([sys.executable, "-c", code], cwd=corpus, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_ground_knows_what_it_stands_on(corpus: Path) -> None:
    planner = Planner(Settings(plugins=False))
    plain = ground(planner, ReadOptions(), articles=False)
    assert plain != ground(planner, ReadOptions(), articles=True)
    assert plain != ground(planner, ReadOptions(unit="line"), articles=False)
    assert plain != ground(Planner(Settings(plugins=False, glossary=())), ReadOptions(), articles=False)
