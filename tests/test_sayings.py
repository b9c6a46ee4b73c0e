"""What findings say has its Chinese, all of it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.conftest import Tqa
from tqa.data import lexicon
from tqa.engine.sayings import chinese_messages, say_in
from tqa.registry import own_rules
from tqa.testing import plan_of, read, run

ROOT = Path(__file__).parents[1]
SPEAKS = {"finding": 2, "finding_at": 1, "Related": 1, "delete": 2, "replace": 3, "Fix": 0}
"""Calls that take a template, and its place among the arguments."""
HAN = re.compile(r"[㐀-鿿]")


def literal_templates() -> set[str]:
    """Templates that stand as literals where rules speak."""
    found: set[str] = set()
    for folder in ("checks", "rule"):
        for path in (ROOT / "tqa" / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    said = node.args[SPEAKS[name] :][:1] if name in SPEAKS else []
                    both = [branch for one in said for branch in ([one.body, one.orelse] if isinstance(one, ast.IfExp) else [one])]
                    found |= {one.value for one in both if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def spoken_templates() -> set[str]:
    """Templates that the rules' examples bring forth."""
    found: set[str] = set()
    for rule in own_rules().values():
        for example in rule.examples:
            documents = tuple(read(example, number)[0] for number in range(len(example.documents)))
            for finding in (finding for checked in run(documents, plan_of(rule, example)) for finding in checked.findings):
                found.add(finding.message)
                found |= {related.message for related in finding.related} | {fix.title for fix in finding.fixes}
    return found


def test_every_message_has_its_chinese() -> None:
    # “{told}” is what a house rule says in the words of its own config.
    missing = (literal_templates() | spoken_templates()) - {"", "{told}"} - chinese_messages().keys()
    assert not missing, f"tqa/data/messages-zh.tsv has no row for {sorted(missing)}; a template with words put into it needs values"


def test_the_chinese_keeps_the_values() -> None:
    for english, chinese in chinese_messages().items():
        values, kept = (set(re.findall(r"\{(\w+)\}", text)) for text in (english, chinese))
        assert kept <= values, f"{english}: the Chinese names {kept - values}"
        assert values - kept <= {"wrong", "right"}, f"{english}: the Chinese leaves out {values - kept}"
        assert HAN.search(chinese), english


def test_no_template_stands_twice() -> None:
    for name in ("messages-zh.tsv", "report-zh.tsv"):
        rows = [row[0] for row in lexicon(name)[1:]]
        assert len(rows) == len(set(rows)), name


def test_english_is_itself_and_the_unknown_stays() -> None:
    assert say_in("en")("more than one space") == "more than one space"
    assert say_in("zh")("more than one space") == "多余的空格"
    assert say_in("zh")("a plug-in speaks") == "a plug-in speaks"


def test_lint_speaks_chinese(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge  opened on Monday in Wuhan, the governor said.\n")
    english, chinese = tqa("lint", "a.txt"), tqa("lint", "a.txt", "--lang", "zh")
    assert "double-space  more than one space" in english.out
    assert "double-space  多余的空格" in chinese.out
    assert "fix: 只留一个空格" in chinese.out
    assert english.status == chinese.status == 1
    assert tqa("lint", "a.txt", "--lang", "fr").status == 2
