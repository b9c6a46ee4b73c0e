"""Records are what `typing` makes of the same classes."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from tqa.glossary.matcher import TermHit
from tqa.records import NamedTuple, TypedDict


class Stop(NamedTuple):
    """A stop of a bus."""

    name: str
    minute: int = 0

    @property
    def late(self) -> bool:
        """Whether it is after ten."""
        return self.minute > 10

    @classmethod
    def first(cls) -> Stop:
        """The first one."""
        return cls("depot")


class TypedStop(typing.NamedTuple):
    """A stop of a bus."""

    name: str
    minute: int = 0


class StopRow(TypedDict):
    """A stop as JSON shows it."""

    name: str


class TestNamedTuple:
    @pytest.mark.parametrize("attribute", ["_fields", "_field_defaults", "__doc__", "__match_args__", "__slots__"])
    def test_like_typing(self, attribute: str) -> None:
        assert getattr(Stop, attribute) == getattr(TypedStop, attribute)

    @pytest.mark.parametrize("given", [(), ("a", 1, 2), ("a", {"hour": 1})])
    def test_refuses_what_typing_refuses(self, given: tuple[Any, ...]) -> None:
        named = given[-1] if given and isinstance(given[-1], dict) else {}
        for kind in (Stop, TypedStop):
            with pytest.raises(TypeError):
                kind(*given[: len(given) - bool(named)], **named)

    def test_is_a_tuple_with_names(self) -> None:
        stop = Stop("quay", minute=12)
        assert stop == ("quay", 12) == TypedStop("quay", 12)
        assert (stop.name, stop.late, Stop.first().late) == ("quay", True, False)
        assert repr(stop) == "Stop(name='quay', minute=12)"
        assert stop._replace(minute=3)._asdict() == {"name": "quay", "minute": 3}
        with pytest.raises(AttributeError):
            stop.minute = 3  # type: ignore[misc]

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda stop: pickle.loads(pickle.dumps(stop))])
    def test_travels(self, copied: Any) -> None:
        stop = Stop("quay", 3)
        assert copied(stop) == stop
        assert type(copied(stop)) is Stop

    def test_is_named_where_it_stands(self) -> None:
        assert (Stop.__module__, Stop.__qualname__, TermHit.__module__) == (__name__, "Stop", "tqa.glossary.matcher")


def test_a_typed_dict_is_a_plain_dict() -> None:
    row = StopRow(name="quay")
    assert type(row) is dict
    assert row == {"name": "quay"}
