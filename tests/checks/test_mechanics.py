"""What examples of one rule cannot show: rules together, protected text, Chinese targets, hostile input."""

from __future__ import annotations

import pytest

from tqa.engine.check import check
from tqa.engine.fixing import apply_fixes
from tqa.engine.plan import Plan
from tqa.model import Document, Place, Run, Segment, Severity, Span
from tqa.registry import own_rules
from tqa.testing import with_target
from tqa.text.mojibake import find_garbles

RULES = tuple(rule() for rule in own_rules().values() if rule.group in ("mechanics", "encoding"))
PLAN = Plan(RULES, groups={rule.name: rule.group for rule in RULES}, min_severity=Severity.INFO)


def document(*lines: str, protect: str = "") -> Document:
    segments = []
    for index, line in enumerate(lines):
        start = line.find(protect) if protect else -1
        protected = (Span(start, start + len(protect)),) if start >= 0 else ()
        segments.append(Segment("target", index, line, Place("a.txt", (Run(0, index + 1, 1),)), protected))
    return Document("a", "a.txt", tuple(segments))


def findings(*lines: str, protect: str = "") -> list[str]:
    checked = check(document(*lines, protect=protect), PLAN)
    assert not checked.problems
    return [finding.rule for finding in checked.findings]


def mended(*lines: str) -> tuple[str, ...]:
    """The lines after all safe fixes; each round must not add findings."""
    current, count = document(*lines), None
    for _ in range(10):
        found = check(current, PLAN).findings
        assert count is None or len(found) <= count
        count = len(found)
        texts = apply_fixes(current, found).texts(current)
        if texts == tuple(segment.text for segment in current.target):
            return texts
        current = with_target(current, texts)
    raise AssertionError("the fixes do not come to rest")


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("The port works ,and grows  ，We said。", "The port works, and grows, we said."),
        ("It grew 5％in May&nbsp;&nbsp;and fell.The the end came .", "It grew 5% in May and fell. The end came."),
        ("At the port (&quot;River&quot;)\u200b ships call,And wait.. the end.", 'At the port ("River") ships call, and wait. The end.'),
        ("He said,“we will ， Build roads”and left.", "He said, “we will, build roads” and left."),
    ],
)
def test_safe_fixes_of_many_rules_meet(line: str, right: str) -> None:
    assert mended(line) == (right,)
    assert mended(right) == (right,)


def test_clean_text_is_silent() -> None:
    assert (
        findings(
            "Hubei opens a port",
            "He Mingyuan, Mayor of Tangjiang, said: “We built it in 2.5 years, e.g. the road (G42), and it had had 900 ships.”",
            "“The U.S. side,” he said, “was, was it not, first ... No. 1 at 10:30 a.m. on Monday.” Li Wei (李伟) agreed; Xi'an did, too!",
        )
        == []
    )


def test_protected_text_is_not_spoken_of() -> None:
    address = "https://a.example/x,Y;the the (z"
    assert findings(f"See {address} today.", protect=address) == []


@pytest.mark.parametrize("line", ["当地居民表示， 满意（很好。", "他说:“好  好”！！", "据LME报道，The 铜价 ，上涨 。"])
def test_no_mechanics_on_a_chinese_line(line: str) -> None:
    assert not [rule for rule in findings(line) if own_rules()[rule].group == "mechanics"]


@pytest.mark.parametrize(
    "text",
    [
        " " * 60_000,
        "e" + "\u0301" * 60_000,
        "\u0301" * 60_000,
        '"' * 20_000,
        "(" * 20_000,
        "the " * 10_000,
        "a,b" * 20_000,
        "â€" * 20_000,
        "&amp;" * 10_000,
        "& " * 20_000,
        "，" * 20_000,
        ", We" * 5_000,
        "鈥" * 20_000,
        "*a" * 10_000,
        ". a" * 10_000,
        "“" * 5_000 + "”" * 5_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_text_ends_and_crashes_nothing(text: str) -> None:
    assert not check(document(text), PLAN).problems


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("itâ€™s", "’"),
        ("Ã©tÃ©", "é"),
        ("鈥檚", "’s"),
        ("涓浗", ""),  # 中国 lost a byte: nothing can be told
        ("涓\ue15e浗", "中国"),
        ("São CAFÉ” naïve", None),
        ("中国人民", None),
    ],
)
def test_garbles(text: str, repaired: str | None) -> None:
    found = find_garbles(text)
    assert (found[0].repaired if found else None) == (repaired or None)
