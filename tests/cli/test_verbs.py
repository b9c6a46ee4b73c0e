"""Each verb does its job from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tqa

STORY = """\
The bridge opened on Monday after three years of work, and the city council said traffic would ease.

Back to top
"""
KEPT = "The bridge opened on Monday after three years of work, and the city council said traffic would ease.\n"


def test_clean_shows_a_diff_and_writes_when_told(tqa: Tqa, tmp_path: Path) -> None:
    story = tmp_path / "story.en.txt"
    story.write_text(STORY)
    shown = tqa("clean", "story.en.txt")
    assert shown.status == 1, "something would change"
    assert "-Back to top" in shown.out
    assert story.read_text() == STORY, "a diff writes nothing"
    assert tqa("clean", "story.en.txt", "--write").status == 0
    assert story.read_text() == KEPT
    again = tqa("clean", "story.en.txt")
    assert (again.status, again.out) == (0, "")


def test_clean_to_a_file_and_to_a_folder(tqa: Tqa, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    assert tqa("clean", "a.txt", "--output", "out.txt").status == 0
    assert (tmp_path / "out.txt").read_text() == KEPT
    assert tqa("clean", "a.txt", "b.txt", "--output", "cleaned").status == 0
    assert sorted(path.name for path in (tmp_path / "cleaned").iterdir()) == ["a.txt", "b.txt"]
    assert tqa("clean", "a.txt", "b.txt", "--output", "out.txt").status == 2, "two articles, one file"
    assert (tmp_path / "out.txt").read_text() == KEPT


def test_clean_from_a_pipe(tqa: Tqa, tmp_path: Path) -> None:
    assert tqa("clean", "-", "--output", "-", stdin=STORY).out == KEPT
    refused = tqa("clean", "-", "--write", stdin=STORY)
    assert (refused.status, refused.out) == (2, "")
    assert "standard input is none" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_no_folder(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    for place in ("reports/", "."):
        refused = tqa("lint", "a.txt", "--output", place)
        assert (refused.status, "is a folder" in refused.err) == (2, True)
    assert "Back to top" in tqa("lint", "a.txt", "--output", "-").out


def test_a_report_replaces_no_article_and_no_other_report(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    for arguments in (["--output", "a.txt"], ["--report", "xlsx:./a.txt"], ["--report", "sarif:b", "--report", "junit:b"], ["--report", "sarif:-"]):
        assert tqa("lint", "a.txt", *arguments).status == 2
    assert (tmp_path / "a.txt").read_text() == STORY
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_report_replaces_nothing_that_was_read(tqa: Tqa, tmp_path: Path) -> None:
    """Neither source nor reference, glossary, baseline or config, also by another name for it."""
    files = {
        "a.en.txt": STORY,
        "a.zh.txt": "大桥周一开通。\n\n返回顶部\n",
        "a.ref.txt": KEPT,
        "g.tsv": "source\ttarget\n大桥\tbridge\n",
        "tqa.toml": 'glossary = ["./g.tsv"]\n',
        "tqa-baseline.json": '{"schema": 1, "findings": []}\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("a.zh.txt")
    for name in (*files, "link.txt", f"../{tmp_path.name}/g.tsv"):
        done = tqa("lint", "a.en.txt", "--output", name)
        assert (done.status, "one of the files that were read" in done.err) == (2, True), name
        if name.endswith("txt"):
            assert tqa("clean", "a.en.txt", "--output", name).status == 2
    for output in (".", "./"):
        done = tqa("clean", "a.en.txt", "--output", output)
        assert (done.status, "use --write" in done.err) == (2, True)
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in files} == files


def test_one_fault_of_many_records_is_said_once(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(f'{{"id": "{number}", "body": "x"}}\n' for number in range(60)))
    done = tqa("lint", "a.jsonl", "--field", "target=text")
    assert done.status == 2
    assert done.err.count("\n") == 2, done.err
    assert "tqa: a.jsonl:1: no 'text'; name the field" in done.err
    assert "(and the same in 49 more places, the last line 50)" in done.err


def test_a_source_without_a_translation_is_not_checked(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.zh.txt").write_text("会议召开。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("\n")
    done = tqa("lint", "a.en.txt")
    assert done.status == 2
    assert "[no-translation]" in done.err


def test_clean_keeps_places_in_jsonl(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "target": STORY.split("\n")}) + "\n")
    assert tqa("clean", "a.jsonl", "--output", "b.jsonl").status == 0
    assert json.loads((tmp_path / "b.jsonl").read_text())["target"] == [*STORY.split("\n")[:2], "", ""]


def test_fix_writes_safe_fixes(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The the bridge  opened.\n")
    assert tqa("lint", "a.txt", "--fix", "--diff").status == 1
    assert (tmp_path / "a.txt").read_text() == "The the bridge  opened.\n"
    assert tqa("lint", "a.txt", "--fix").status == 0
    assert (tmp_path / "a.txt").read_text() == "The bridge opened.\n"


def test_score(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "h.txt").write_text("The bridge opened on Monday.\n\nTraffic will ease now.\n")
    (tmp_path / "r.txt").write_text("The bridge opened on Monday.\n\nTraffic will ease.\n")
    scored = json.loads(tqa("score", "--hypothesis", "h.txt", "--reference", "r.txt", "--format", "json").out)
    assert [metric["name"] for metric in scored["metrics"]] == ["BLEU", "chrF", "chrF++"]
    assert all(metric["alignment"] == "1-1" and len(metric["segments"]) == 3 for metric in scored["metrics"])
    text = tqa("score", "--hypothesis", "h.txt", "--reference", "r.txt").out
    assert "align:1-1  nrefs:1|case:mixed" in text
    (tmp_path / "h.jsonl").write_text('{"target": "x"}\n')
    refused = tqa("score", "--hypothesis", "h.jsonl", "--reference", "r.txt")
    assert refused.status == 2
    assert "h.jsonl: a table of records" in refused.err


def test_rules_lists_and_explains(tqa: Tqa) -> None:
    listed = tqa("rules").out
    assert "split-term" in listed
    assert tqa("rules", "mechanics").out.count("doubled-word") == 1
    assert "split-term" not in tqa("rules", "mechanics").out
    page = tqa("rules", "split-term").out
    assert page.startswith("# split-term\n")
    assert "Why:" in page
    assert {"name", "group", "severity"} <= set(json.loads(tqa("rules", "--format", "json").out)[0])


def test_init_writes_a_config_that_works(tqa: Tqa, tmp_path: Path) -> None:
    assert tqa("init").status == 0
    assert tqa("init").status == 2, "one that stands is left alone"
    (tmp_path / "a.txt").write_text(KEPT)
    assert tqa("lint", ".").status == 0
    assert json.loads(tqa("config", "show").out)["config"].endswith("tqa.toml")


def test_doctor(tqa: Tqa) -> None:
    done = tqa("doctor")
    assert done.status == 0, done.out
    assert "BROKEN" not in done.out


def test_glossary_verbs(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "g.tsv").write_text("source\ttarget\n新质生产力\tnew quality productive forces\n国务院\tState Council\n", encoding="utf-8")
    assert tqa("glossary", "fmt", "--check", "g.tsv").status == 1
    assert tqa("glossary", "fmt", "g.tsv").status == 0
    assert tqa("glossary", "fmt", "--check", "g.tsv").status == 0
    assert tqa("glossary", "check", "g.tsv").status == 0
    assert "新质生产力" in tqa("glossary", "find", "xinzhi", "--glossary", "g.tsv").out
    assert tqa("glossary", "find", "zzzzqqq", "--glossary", "g.tsv").status == 1
    (tmp_path / "bad.tsv").write_text("source\ttarget\n国务院\tthe State Council.\n", encoding="utf-8")
    done = tqa("glossary", "check", "bad.tsv")
    assert done.status == 1
    assert "bad.tsv:2:" in done.out


@pytest.mark.parametrize("format_", ["text", "concise", "json", "jsonl", "github"])
def test_every_format_names_the_place(tqa: Tqa, tmp_path: Path, format_: str) -> None:
    (tmp_path / "a.txt").write_text("One line.\nThe bridge  opened.\n")
    done = tqa("lint", "a.txt", "--format", format_, "--output", "report")
    assert (done.status, done.out) == (1, "")
    report = (tmp_path / "report").read_text()
    assert "double-space" in report
    assert "2" in report


def test_several_reports(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge  opened.\n")
    done = tqa("lint", "a.txt", "--format", "concise", "--report", "json:r.json", "--report", "github:r.txt")
    assert done.out.startswith("a.txt:1:11: double-space")
    assert json.loads((tmp_path / "r.json").read_text())["summary"]["warning"] == 1
    assert (tmp_path / "r.txt").read_text().count("::warning") == 1


def test_entities_and_images_in_markdown_are_syntax(tqa: Tqa, tmp_path: Path) -> None:
    text = "| a &#124; b | c |\n|---|---|\n| d | e |\n\n&#35; not a heading\n\nShe said ![pic](a.png) to him.\n"
    (tmp_path / "a.md").write_text(text)
    tqa("lint", "a.md", "--fix")
    tqa("clean", "a.md", "--write")
    assert (tmp_path / "a.md").read_text() == text


def test_markdown_that_lost_its_markers(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.zh.md").write_text("# 大桥通车\n\n大桥周一通车。\n\n## 造价\n\n- 造价很高。\n", encoding="utf-8")
    (tmp_path / "a.en.md").write_text("# The bridge opens\n\nThe bridge opened on Monday.\n\nThe cost\n\nThe cost was high.\n")
    done = tqa("lint", "a.en.md", "--select", "markdown-structure", "--format", "concise")
    assert done.status == 1
    assert done.out.splitlines() == [
        "a.en.md:5:1: markdown-structure a heading of the source is none here",
        "a.en.md:7:1: markdown-structure a list item of the source is none here",
    ]
    (tmp_path / "a.en.txt").write_text("The bridge opens\n\nThe bridge opened on Monday.\n\nThe cost\n\nThe cost was high.\n")
    assert tqa("lint", "a.en.txt", "--source", "a.zh.md", "--select", "markdown-structure").status == 0, "a text has no markers to lose"
