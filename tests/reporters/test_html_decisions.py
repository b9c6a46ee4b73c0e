"""Decisions made in the HTML report: kept, handed on, taken back, loaded from somebody else's file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Tqa
from tests.reporters.pages import Open, Page, go
from tqa.engine.decisions import parse_decisions

DISMISS = {"id": "x1", "action": "dismiss", "fingerprint": "0123456789abcdef", "reason": "<b>no</b>"}


def saved(page: Page, tmp_path: Path) -> list[dict[str, str]]:
    """The decisions of the file the page saves, which must be one that tqa reads."""
    go(page, "decisions")
    with page.expect_download() as download:
        page.click("#save")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    parsed = parse_decisions(path.read_bytes(), str(path))
    assert parsed.problems == ()
    rows: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))["decisions"]
    assert [one.id for one in parsed.decisions] == [one["id"] for one in rows]
    return rows


def test_decisions_are_kept_handed_on_and_applied(opened: Open, tmp_path: Path, tqa: Tqa) -> None:
    page = opened("articles?rule=split-title")
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.inner_text(".note.current .verdict >> nth=0") == "Accepted"
    page.reload()
    page.select_option("select[name=rule]", "name-misspelled")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.type("He is  another man")
    page.keyboard.press("Enter")
    assert page.inner_text("#decided") == "2", "kept over a reload"
    go(page, "terms")
    card = page.locator(".term", has_text="River to Ocean")
    card.locator("summary", has_text="For the glossary").click()
    card.locator("label", has_text="Chinese").locator("input").fill("通江达海")
    card.locator("button", has_text="Prefer this").click()
    card.locator("button", has_text="Forbid").click()
    go(page, "decisions")
    page.fill("#author", "wei")
    page.fill("#glossary", "terms/house.tsv")
    rows = saved(page, tmp_path)
    assert [(one["action"], one.get("value"), one.get("reason")) for one in rows] == [
        ("accept", None, None),
        ("dismiss", None, "He is another man"),
        ("prefer", "River to Sea", None),
        ("forbid", "River to Ocean", None),
    ]
    assert {one["author"] for one in rows} == {"wei"}
    assert [one.get("glossary") for one in rows] == [None, None, "terms/house.tsv", "terms/house.tsv"]
    assert rows[2]["concept"] == "通江达海"
    assert len({one["id"] for one in rows}) == 4
    house = tmp_path / "terms" / "house.tsv"
    house.parent.mkdir()
    house.write_text("source\ttarget\n国务院\tthe State Council\n", encoding="utf-8")
    applied = tqa("glossary", "apply", "DECISIONS.json", "--glossary", "terms/house.tsv")
    assert applied.status == 0
    assert "通江达海\tRiver to Sea\tRiver to Ocean" in house.read_text(encoding="utf-8")
    assert "He is another man" in (tmp_path / "tqa-baseline.json").read_text(encoding="utf-8")


def test_two_tabs_undo_nothing_of_each_other(opened: Open) -> None:
    first = opened("articles")
    second = first.context.new_page()
    second.goto(first.url)
    for page, keys, decided in ((first, "ja", "1"), (second, "jja", "2")):
        page.bring_to_front()
        page.keyboard.type(keys)
        for tab in (first, second):
            tab.locator("#decided", has_text=decided).wait_for()
    first.reload()
    assert first.inner_text("#decided") == "2"
    assert first.is_hidden("#unkept")


def test_a_browser_that_keeps_nothing_says_so(opened: Open) -> None:
    page = opened("articles")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    page.keyboard.type("ja")
    assert page.inner_text("#decided") == "1"
    assert "save DECISIONS.json" in page.inner_text("#unkept")


def test_a_decision_is_taken_back_or_replaced(opened: Open, tmp_path: Path) -> None:
    page = opened("articles?rule=name-misspelled")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.click(".note.current summary >> text=Write something else")
    page.fill(".note.current input[name=value]", "Shao Qiwen")
    page.click("text=Keep this")
    assert [(one["action"], one["value"]) for one in saved(page, tmp_path)] == [("edit", "Shao Qiwen")], "one finding, one decision"
    page.click("text=Take back")
    assert page.inner_text("#decided") == "0"
    assert saved(page, tmp_path) == []


def test_what_is_left_out_of_a_file_is_said(opened: Open, tmp_path: Path) -> None:
    page = opened("decisions")
    rows = [
        DISMISS,
        {**DISMISS, "id": ""},
        {**DISMISS, "id": "x2", "action": "explode"},
        {**DISMISS, "action": "toString"},
        {"id": "x3", "action": "accept"},
        {**DISMISS, "id": "x4", "fingerprint": "f"},
        3,
    ]
    (tmp_path / "theirs.json").write_text(json.dumps({"schema": 1, "decisions": rows}), encoding="utf-8")
    page.set_input_files("#load", tmp_path / "theirs.json")
    page.locator("#said", has_text="Loaded: 1").wait_for()
    assert page.inner_text("#said") == "Loaded: 1 · Left out: 6 (no id: 1, unknown action: 2, about nothing: 2, no object: 1)"
    assert page.inner_text("#decided") == "1"


def test_another_s_file_is_loaded(opened: Open, tmp_path: Path) -> None:
    page = opened("decisions")
    theirs = tmp_path / "theirs.json"
    theirs.write_text(json.dumps({"schema": 1, "decisions": [DISMISS]}), encoding="utf-8")
    page.set_input_files("#load", theirs)
    page.locator("#said", has_text="Loaded: 1").wait_for()
    assert "<b>no</b>" in page.inner_text("#decision-list")
    theirs.write_text("[]", encoding="utf-8")
    page.set_input_files("#load", theirs)
    page.locator("#said", has_text="That is no file").wait_for()
    assert saved(page, tmp_path)[0]["id"] == "x1"
