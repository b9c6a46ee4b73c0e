"""What the engine must know of a rule before it loads it."""

from __future__ import annotations

import re
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from tqa.model import Side
from tqa.records import NamedTuple

if TYPE_CHECKING:
    from tqa.rule.kinds import Rule

Kind = Literal["segment", "pair", "document", "furniture", "corpus"]
Triggers = tuple[str, ...] | re.Pattern[str] | None


class Card(NamedTuple):
    """A rule's identity and what must be there before it can fire; stands for the rule, as it is without options set.

    Most rules have nothing to say of most articles: with a card they need not even be loaded. The fields are the rule's
    class attributes; `place` is where its class stands: "module:Class".
    """

    name: str
    group: str
    kind: Kind
    place: str
    mqm: str = ""
    sides: tuple[Side, ...] = ("target",)
    triggers: Triggers = None
    given: str = ""
    sees: Literal["visible", "all"] = "visible"
    yields_to: tuple[str, ...] = ()

    def load(self) -> type[Rule]:
        """The rule's class."""
        module, _, name = self.place.partition(":")
        rule: type[Rule] = attrgetter(name)(import_module(module))
        return rule


def card_of(rule: type[Rule]) -> Card:
    """The card of a rule that is loaded."""
    return Card(
        rule.name,
        rule.group,
        rule.kind,
        f"{rule.__module__}:{rule.__qualname__}",
        rule.mqm,
        rule.sides,
        rule.triggers,
        rule.given,
        rule.sees,
        rule.yields_to,
    )
