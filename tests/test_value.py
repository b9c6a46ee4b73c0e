"""Values keep what frozen, slotted dataclasses promise."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from dataclasses import replace as dataclass_replace
from functools import cached_property

import pytest

from tqa.model import Finding, Segment
from tqa.registry import options
from tqa.rule.kinds import SegmentRule
from tqa.value import fresh, replace, setters, value


@value
class Stop:
    """A stop of a bus."""

    name: str
    minute: int = 0
    notes: Mapping[str, str] = fresh(factory=dict)


@value
class Terminus(Stop):
    """The last one."""


def test_equal_by_content_and_kind() -> None:
    assert Stop("Wuhan", minute=3) == Stop("Wuhan", 3)
    assert Stop("Wuhan") != Terminus("Wuhan")
    assert hash(Stop("Wuhan", 3, ())) == hash(Stop("Wuhan", 3, ()))  # type: ignore[arg-type]
    assert repr(Terminus("Wuhan")) == "Terminus(name='Wuhan', minute=0, notes={})"


def test_never_changed() -> None:
    stop = Stop("Wuhan")
    with pytest.raises(AttributeError, match="minute"):
        stop.minute = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del stop.name
    assert not hasattr(stop, "__dict__")
    assert stop.notes is not Stop("Wuhan").notes


def test_replaced_and_pickled() -> None:
    assert replace(Stop("Wuhan"), minute=4) == dataclass_replace(Stop("Wuhan"), minute=4) == Stop("Wuhan", 4)
    assert is_dataclass(Stop)
    assert [field.name for field in fields(Stop)] == ["name", "minute", "notes"]
    assert pickle.loads(pickle.dumps(Terminus("Wuhan", 4))) == Terminus("Wuhan", 4)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Stop(), "needs 'name'"),  # type: ignore[call-arg]
        (lambda: Stop("a", hour=1), "hour"),  # type: ignore[call-arg]
        (lambda: Stop("a", name="b"), "name"),  # type: ignore[misc]
        (lambda: Stop("a", 1, {}, 4), "so many"),  # type: ignore[call-arg]
        (lambda: replace(Stop("a"), hour=1), "hour"),
    ],
)
def test_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        make()


@value
class Ride:
    """From one minute to another; writes its own `__init__`, as what is made in numbers does."""

    start: int
    end: int = 60

    def __init__(self, start: int, end: int = 60):
        set_start, set_end = setters(Ride)
        set_start(self, start)
        set_end(self, max(start, end))

    @cached_property
    def length(self) -> int:
        """Minutes."""
        return self.end - self.start


def test_own_init_and_cached_properties() -> None:
    ride = Ride(70)
    assert (ride.end, ride.length) == (70, 0)
    assert replace(ride, start=10).length == 60
    copy = pickle.loads(pickle.dumps(ride))
    assert copy == ride
    assert not vars(copy), "what is cached is not sent"
    with pytest.raises(AttributeError):
        ride.start = 1  # type: ignore[misc]


@value
class AsValue(SegmentRule):
    """A rule with an option."""

    most: int = 2

    def check(self, segment: Segment, facts: object) -> Iterator[Finding]:
        """Find nothing."""
        yield from ()


@dataclass(frozen=True, slots=True)
class AsDataclass(SegmentRule):
    """The same, as a plug-in may write it."""

    most: int = 2

    def check(self, segment: Segment, facts: object) -> Iterator[Finding]:
        """Find nothing."""
        yield from ()


class WithoutOptions(AsValue):
    """A rule that adds none."""


@pytest.mark.parametrize("rule", [AsValue, AsDataclass, WithoutOptions])
def test_options_of_a_rule(rule: type[SegmentRule]) -> None:
    assert options(rule) == {"most": ("int", 2)}
    assert rule() == rule()
