"""Which segments belong together."""

from __future__ import annotations

import pytest

from tqa.analysis.align import UNSURE, link
from tqa.model import Place, Run, Segment, Side

CHINESE = (
    "新的跨江大桥周一通车。",
    "专家认为，这座桥将降低运输成本，促进旅游业发展。",
    "当地农民过去只能坐渡船去城里卖蔬菜。",
    "医院和学校也在河对岸，病人和学生不再需要等待。",
    "政府计划2026年再修建一条铁路。",
    "环保组织担心鸟类的栖息地受到影响。",
)
ENGLISH = (
    "The new bridge across the river opened to traffic on Monday.",
    "Experts believe the bridge will lower the cost of transport and promote the development of tourism.",
    "In the past local farmers had to take a ferry to sell their vegetables in the city.",
    "The hospital and the school are on the other bank too, and patients and students need not wait any more.",
    "The government plans to build a railway in 2026.",
    "Environmental organisations worry that the habitat of birds will be affected.",
)


def side(name: Side, lines: tuple[str, ...]) -> list[Segment]:
    return [Segment(name, i, line, Place("x", (Run(0, i + 1, 1),))) for i, line in enumerate(lines)]


def linked(source: tuple[str, ...], target: tuple[str, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    links = link(side("source", source), side("target", target), aligned=False)
    return [(tuple(range(*one.source)), tuple(range(*one.target))) for one in links]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (CHINESE, ENGLISH, [((i,), (i,)) for i in range(6)]),
        (CHINESE[:2], (" ".join(ENGLISH[:2]),), [((0, 1), (0,))]),
        (
            CHINESE,
            (ENGLISH[0], " ".join(ENGLISH[1:3]), *ENGLISH[3:]),
            [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))],
        ),
        (CHINESE, (*ENGLISH[:2], *ENGLISH[3:]), [((0,), (0,)), ((1,), (1,)), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))]),
        ((), ENGLISH, []),
        (CHINESE, (), []),
    ],
)
def test_link(source: tuple[str, ...], target: tuple[str, ...], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> None:
    assert linked(source, target) == expected


def test_a_moved_segment_is_said() -> None:
    target = (ENGLISH[0], *ENGLISH[2:], ENGLISH[1], "Weather: sunny.")
    links = link(side("source", CHINESE), side("target", target), aligned=False)
    assert [(one.source[0], one.target[0]) for one in links if one.moved] == [(1, 5)]


def test_strangers_are_one_article() -> None:
    other = ("The singer released her third album.", "Critics praised its quiet piano and strings.", "She will tour in autumn with a small band.")
    links = link(side("source", CHINESE), side("target", other), aligned=False)
    assert [one.confidence for one in links] == [UNSURE]


@pytest.mark.parametrize("text", ["9" * 100_000, "港" * 100_000, "𠮷", "😀", " "])
def test_hostile_lines(text: str) -> None:
    link(side("source", (text, "港口")), side("target", (text, "port", "x")), aligned=False)
    link(side("source", (text,) * 3), side("target", (text,)), aligned=False)
