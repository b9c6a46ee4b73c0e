"""Source and target given the wrong way round: exit 2, in whatever way the sides come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tqa

CHINESE = "塘江港第四个深水泊位星期一正式启用，当地居民表示满意。\n市长出席了仪式。\n"
ENGLISH = "The fourth berth of Tangjiang Port opened on Monday, and people living nearby were pleased.\nThe mayor came to the ceremony.\n"
ROWS = list(zip(ENGLISH.split("\n"), CHINESE.split("\n"), strict=True))[:2]

FILES = {
    "pair/a.en.txt": CHINESE,
    "pair/a.zh.txt": ENGLISH,
    "md/a.en.md": CHINESE,
    "md/a.zh.md": ENGLISH,
    "zh.txt": CHINESE,
    "en.txt": ENGLISH,
    "strings.jsonl": json.dumps({"id": "1", "source": ENGLISH, "target": CHINESE}, ensure_ascii=False),
    "lists.jsonl": json.dumps({"id": "1", "source": ENGLISH.split("\n"), "target": CHINESE.split("\n")}),
    "fields.jsonl": json.dumps({"id": "1", "zh": CHINESE, "en": ENGLISH}),
    "header.tsv": "source\ttarget\n" + "".join(f"{english}\t{chinese}\n" for english, chinese in ROWS),
    "columns.tsv": "".join(f"{english}\t{chinese}\n" for english, chinese in ROWS),
    "ids.tsv": "id\tsource\ttarget\n" + "".join(f"{n}\t{english}\t{chinese}\n" for n, (english, chinese) in enumerate(ROWS)),
    "short.tsv": "id\tsource\ttarget\n1\tThe port opened its fourth berth.\t港口启用\n",
    "right/a.en.txt": ENGLISH,
    "right/a.zh.txt": CHINESE,
    "untranslated/a.en.txt": CHINESE,
    "untranslated/a.zh.txt": CHINESE,
    "names.tsv": "id\tsource\ttarget\n1\tiPhone Pro\t苹果手机\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


SWAPPED = [
    ["pair"],
    ["pair/a.en.txt"],
    ["md"],
    ["zh.txt", "--source", "en.txt"],
    ["strings.jsonl"],
    ["lists.jsonl"],
    ["fields.jsonl", "--field", "source=en", "--field", "target=zh"],
    ["header.tsv"],
    ["columns.tsv"],
    ["ids.tsv"],
    ["short.tsv"],
]


@pytest.mark.parametrize("arguments", SWAPPED, ids=" ".join)
def test_swapped_sides_are_not_checked(tqa: Tqa, folder: Path, arguments: list[str]) -> None:
    done = tqa("lint", *arguments, "--isolated", "--no-cache")
    assert done.status == 2
    assert "the source is English and the target Chinese" in done.err


@pytest.mark.parametrize(("arguments", "status"), [(["right"], 0), (["untranslated"], 1), (["names.tsv"], 1)])
def test_other_sides_are_checked(tqa: Tqa, folder: Path, arguments: list[str], status: int) -> None:
    done = tqa("lint", *arguments, "--select", "untranslated-segment", "--isolated", "--no-cache")
    assert done.status == status, done.out + done.err
