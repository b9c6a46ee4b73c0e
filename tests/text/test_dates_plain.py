"""Dates that a translation repeats so plainly that it need not be read for others."""

from __future__ import annotations

import pytest

from tqa.text.dates import chinese
from tqa.text.dates.plain import are_plainly_told
from tqa.text.english import lower
from tqa.text.numbers.chinese import find_quantities as chinese_numbers
from tqa.text.numbers.english import find_quantities as english_numbers


@pytest.mark.parametrize(
    ("source", "target", "plain"),
    [
        ("2019年9月26日", "on September 26, 2019", True),
        ("2019年9月26日", "On 26 Sept. 2019", True),
        ("26日", "on the 26th", True),
        ("26日", "on September 26", True),  # the month was filled in
        ("9月", "last month", True),  # no month that could be wrong
        ("2019年9月26日", "on September 27, 2019", False),
        ("2019年9月26日", "on August 26, 2019", False),
        ("2019年9月26日", "on September 26, 2018", False),
        ("2019年9月26日", "on Wednesday", False),
        ("26日", "26 people", False),
        ("8日", "at 8 p.m.", False),
        ("9月26日，26人", "on September 26, 26 people", False),  # one 26 may stand for the other
        ("9月26日至10月1日", "from October 26 to September 1", False),
        ("9月至10月", "in September and October", True),
        ("9月26日", "Mayor Wang spoke on September 26", False),  # May, at a glance
        ("星期三", "on Thursday", False),
        ("下午3点", "at 4 p.m.", False),
        ("80年代", "in the 1990s", False),
        ("正月初五", "on January 5", False),
        ("去年", "this year", True),  # counts from today: relative-date's business
        ("今年9月", "in September this year", True),
    ],
)
def test_what_is_told_plainly(source: str, target: str, plain: bool) -> None:
    dates, numbers = chinese.find_moments(source), chinese_numbers(source)
    assert are_plainly_told(dates, numbers, english_numbers(target, lower(target)), target) == plain
