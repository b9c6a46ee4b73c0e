"""Suggestions from the command line, and their review on a terminal."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Tqa

CHINESE = ["东风汽车集团在武汉。", "新质生产力需要人才。", "他参观了东风汽车集团。", "企业发展新质生产力。"]
ENGLISH = [
    "Dongfeng Motor Group is in Wuhan.",
    "New quality productive forces need talent.",
    "He visited Dongfeng Motor Group.",
    "Enterprises develop new quality productive forces.",
]
REFERENCE = [line.replace("Motor Group", "Automobile Group") for line in ENGLISH]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        for code, lines in (("zh", CHINESE), ("en", ENGLISH), ("ref", REFERENCE)):
            (tmp_path / f"{name}.{code}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def suggested(path: Path) -> dict[str, dict[str, str]]:
    """Source of each row of a review file → its cells by column."""
    header, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


def test_suggest_writes_a_review_file(tqa: Tqa, stories: Path) -> None:
    done = tqa("glossary", "suggest", ".", "-o", "house.suggested.tsv", "--no-glossary")
    assert (done.status, done.out) == (0, "")
    assert "suggestions from 2 of 2 articles" in done.err
    rows = suggested(stories / "house.suggested.tsv")
    row = rows["东风汽车集团"]
    assert (row["status"], row["kind"], row["count"], row["articles"]) == ("suggested", "name", "4", "2")
    assert {form.rpartition(" ×")[0] for form in row["renderings"].split("|")} == {"Dongfeng Motor Group", "Dongfeng Automobile Group"}
    assert "东风汽车集团" in row["example"]
    assert " => " in row["example"]
    assert "新质生产力" in rows
    again = (stories / "house.suggested.tsv").read_bytes()
    assert tqa("glossary", "suggest", ".", "-o", "house.suggested.tsv", "--no-glossary", PYTHONHASHSEED="7").status == 0
    assert (stories / "house.suggested.tsv").read_bytes() == again, "the same articles, the same bytes"


def test_what_is_listed_or_rejected_is_not_suggested(tqa: Tqa, stories: Path) -> None:
    (stories / "house.tsv").write_text("source\ttarget\n東風汽車集團\tDongfeng Motor Group|Dongfeng Automobile Group\n", encoding="utf-8")
    (stories / "house.decided.tsv").write_text("id\taction\tconcept\tvalue\n1\treject\t新质生产力\t\n", encoding="utf-8")
    assert tqa("glossary", "suggest", ".", "-o", "house.suggested.tsv", "--no-glossary").status == 0
    assert not {"东风汽车集团", "新质生产力"} & set(suggested(stories / "house.suggested.tsv"))


def test_what_two_listed_terms_make_is_not_suggested(tqa: Tqa, stories: Path) -> None:
    for rows, there in (("东风\tDongfeng\n汽车集团\tMotor Group|Automobile Group\n", False), ("东风\tDongfeng\n汽车集团\tCar Maker\n", True)):
        (stories / "terms.tsv").write_text(f"source\ttarget\n{rows}", encoding="utf-8")
        assert tqa("glossary", "suggest", ".", "-o", "new.suggested.tsv", "--glossary", "terms.tsv").status == 0
        assert ("东风汽车集团" in suggested(stories / "new.suggested.tsv")) is there


def test_a_departure_of_several_articles_is_a_change(tqa: Tqa, stories: Path) -> None:
    (stories / "terms.tsv").write_text("source\ttarget\n东风汽车集团\tDongfeng Vehicle Corporation\n", encoding="utf-8")
    assert tqa("glossary", "suggest", ".", "-o", "new.suggested.tsv", "--glossary", "terms.tsv").status == 0
    row = suggested(stories / "new.suggested.tsv")["东风汽车集团"]
    assert (row["change"], row["target"], row["articles"]) == ("allow", "Dongfeng Motor Group", "2")
    assert "Dongfeng Vehicle Corporation" in row["reason"]


def test_unreviewed_suggestions_raise_no_error(tqa: Tqa, stories: Path) -> None:
    header = "source\ttarget\tstatus\n"
    (stories / "house.suggested.tsv").write_text(header + "东风汽车集团\tEastwind Holdings\tsuggested\n", encoding="utf-8")
    report = json.loads(tqa("lint", "a.en.txt", "--glossary", "house.suggested.tsv", "--format", "json", "--min-severity", "info").out)
    severities = {row["severity"] for row in report["findings"] if row["group"] == "glossary"}
    assert "warning" in severities, "it is looked for"
    assert "error" not in severities


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([".", "-o", "house.tsv"], "a review file is named FILE.suggested.tsv"),
        (["."], "a review file is named FILE.suggested.tsv"),
        ([".", "-o", ".suggested.tsv"], "a review file is named"),
        (["-", "-o", "x.suggested.tsv"], "standard input is none"),
        (["none.en.txt", "-o", "x.suggested.tsv"], "none.en.txt"),
        ([".", "-o", "none/x.suggested.tsv"], "cannot be written"),
        ([".", "-o", "x.suggested.tsv", "--glossary", "none.tsv"], "none.tsv"),
    ],
)
def test_suggest_refuses(tqa: Tqa, stories: Path, arguments: list[str], said: str) -> None:
    refused = tqa("glossary", "suggest", *arguments)
    assert (refused.status, said in refused.err) == (2, True), refused.err
    assert not (stories / "x.suggested.tsv").exists()


def test_articles_without_a_source_suggest_nothing(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(ENGLISH[0], encoding="utf-8")
    done = tqa("glossary", "suggest", ".", "-o", "x.suggested.tsv")
    assert (done.status, "0 of 1 article," in done.err) == (2, True)
    assert not (tmp_path / "x.suggested.tsv").exists()


# The review --------------------------------------------------------------------------------------------------------------------------------

HEADER = "source\ttarget\tallowed\tforbidden\tshort\tkind\tstatus\tchange\tconfidence\tcount\tarticles\trenderings\texample\treason\n"
ROWS = (
    "新质生产力\tnew productivity\t\t\t\t\tsuggested\t\t0.93\t5\t3\tnew productivity ×3|new quality productive forces ×2\t句 => A\tin 3 articles\n"
    "东风\tDongfeng\t\t\tDFM\tname\tsuggested\t\t0.90\t4\t2\tDongfeng ×4\t句 => B\tcapitals\n"
    "举办\thold\t\t\t\t\tsuggested\t\t0.50\t4\t2\thold ×4\t句 => C\t\n"
    "北约\tthe Alliance\t\t\t\t\tsuggested\tallow\t0.60\t4\t2\tthe Alliance ×4|NATO ×9\t句 => D\t2 articles\n"
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "house.suggested.tsv").write_text(HEADER + ROWS, encoding="utf-8")
    (tmp_path / "house.tsv").write_text("source\ttarget\n北约\tNATO\n", encoding="utf-8")
    return tmp_path


INTERRUPT = "^C"


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def on_terminal(folder: Path, keys: list[str], *arguments: str) -> tuple[int, str]:
    """Status and screen of a review in which each of `keys` is typed once a new prompt stands there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tqa", "glossary", "review", "house.suggested.tsv", *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1764201600", "GIT_AUTHOR_NAME": "wei"}
    # A shell that runs tests in the background ignores Ctrl-C for all that it starts.
    running = subprocess.Popen(
        command,
        cwd=folder,
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=environment,
        preexec_fn=_heed_interrupts,
    )
    os.close(theirs)
    screen = b""
    waiting, answered = list(keys), 0
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        ready, _, _ = select.select([ours], [], [], 0.15)
        if ready:
            try:
                read = os.read(ours, 65536)
            except OSError:
                break
            if not read:
                break
            screen += read
        elif waiting and len(screen) > answered:
            key, answered = waiting.pop(0), len(screen)
            if key == INTERRUPT:
                running.send_signal(signal.SIGINT)
            else:
                os.write(ours, key.encode())
        elif running.poll() is not None:
            break
    if running.poll() is None and time.monotonic() >= deadline:
        running.kill()
    running.wait(timeout=20)
    os.close(ours)
    return running.returncode, screen.decode("utf-8", "replace")


def test_a_review_with_one_key_each(house: Path) -> None:
    status, screen = on_terminal(house, ["2", "a", "r", "a verb\n", "a"])
    assert status == 0, screen
    assert "[1/4]  新质生产力 → new productivity   (0.93; 5 in 3 articles)" in screen
    assert "[4/4]  北约 → allow the Alliance" in screen
    assert "tqa: 4 decisions carried out" in screen
    assert (house / "house.tsv").read_text(encoding="utf-8") == (
        "source\ttarget\tshort\tkind\tallowed\n北约\tNATO\t\t\tthe Alliance\n新质生产力\tnew quality productive forces\n东风\tDongfeng\tDFM\tname\n"
    )
    memory = (house / "house.decided.tsv").read_text(encoding="utf-8")
    assert "\treject\t举办\t\t\ta verb\twei\t2025-11-27\n" in memory


def test_a_review_is_gone_on_with(house: Path) -> None:
    status, screen = on_terminal(house, ["a", "s", "q"])
    assert (status, "1 decision carried out" in screen) == (0, True), screen
    status, screen = on_terminal(house, ["u", "x", "q"])
    assert status == 0
    assert "[2/4]  东风" in screen
    assert "nothing to take back" in screen, "what is carried out stays"
    assert "新质生产力" not in screen


def test_a_decision_is_taken_back_and_made_anew(house: Path) -> None:
    status, screen = on_terminal(house, ["f", "\n", "u", "e", "new quality  forces\n", "q"])
    assert status == 0, screen
    assert (house / "house.tsv").read_text(encoding="utf-8").split("\n")[2] == "新质生产力\tnew quality forces"


def test_what_is_decided_outlives_an_interruption(tqa: Tqa, house: Path) -> None:
    status, screen = on_terminal(house, ["a", INTERRUPT])
    assert status == 130, screen
    assert "新质生产力" not in (house / "house.tsv").read_text(encoding="utf-8"), "carried out only at the end"
    (decision,) = json.loads((house / "house.decisions.json").read_text(encoding="utf-8"))["decisions"]
    assert (decision["action"], decision["concept"], decision["value"]) == ("accept", "新质生产力", "new productivity")
    status, screen = on_terminal(house, ["q"])
    assert (status, "1 decision carried out" in screen) == (0, True), screen


def test_a_review_needs_a_terminal_and_a_review_file(tqa: Tqa, house: Path) -> None:
    refused = tqa("glossary", "review", "house.suggested.tsv")
    assert (refused.status, "standard input is none" in refused.err) == (2, True)
    for name, said in (("house.tsv", "a review file is named"), ("none.suggested.tsv", "there is no such file")):
        refused = tqa("glossary", "review", name)
        assert (refused.status, said in refused.err) == (2, True), refused.err
    (house / "house.suggested.tsv").write_text("source\ttarget\n", encoding="utf-8")
    assert "no column 'status'" in tqa("glossary", "review", "house.suggested.tsv").err
