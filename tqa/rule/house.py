"""The house's own rules: phrases, or an RE2 pattern, written in the config."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, ConfigError, Finding, Segment, Severity, Span
from tqa.rule.kinds import SegmentRule, replace
from tqa.text.regex import regex
from tqa.value import value

_LETTER = regex(r"\w")


@value
class HouseSpec:
    """One `[[rule]]` table. `examples` begin `bad: ` or `good: `; `place`: path and line of the table."""

    name: str
    group: str
    message: str = ""
    phrases: tuple[str, ...] = ()
    pattern: str = ""
    replace: str | None = None
    severity: Severity = Severity.WARNING
    safe: bool = False
    examples: tuple[str, ...] = ()
    place: str = ""


@value
class HouseRule(SegmentRule):
    """A phrase the house does not want."""

    spec: HouseSpec

    certainty = Certainty.CERTAIN

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        spec = self.spec
        for start, end in _matches(spec, segment.text):
            found = segment.text[start:end]
            span = Span(start, end)
            fix = None if spec.replace is None else replace(segment, span, _cased(spec.replace, found), safe=spec.safe)
            if fix is None or fix.edits[0].text != found:
                yield self.finding(segment, span, "{told}", fix=fix, told=spec.message or f"the house does not write “{found}”")

    def __reduce__(self) -> tuple[Any, ...]:
        return house_rule, (self.spec,)


def house_rule(spec: HouseSpec) -> HouseRule:
    """The rule of a `[[rule]]` table. Raises ConfigError for a pattern RE2 cannot read or a missing extra."""
    if spec.pattern:
        _compiled(spec.pattern)
    triggers = None if spec.pattern else tuple(phrase.lower() for phrase in spec.phrases)
    identity = {"name": spec.name, "group": spec.group, "severity": spec.severity, "triggers": triggers, "mqm": "", "__slots__": ()}
    kind: type[HouseRule] = type("HouseRule", (HouseRule,), {"__module__": __name__, **identity})
    return kind(spec)


def _matches(spec: HouseSpec, text: str) -> Iterator[tuple[int, int]]:
    if spec.pattern:
        for match in _compiled(spec.pattern).finditer(text):
            if match.end() > match.start():
                yield match.start(), match.end()
        return
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    for phrase in sorted(spec.phrases, key=len, reverse=True):
        wanted = phrase.lower()
        start = lowered.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if _bounded(text, start, end):
                yield start, end
            start = lowered.find(wanted, end)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a Latin phrase is not part of a longer word; Han has no word bounds."""

    def joined(one: str, other: str) -> bool:
        return bool(one.isascii() and other.isascii() and _LETTER.match(one) and _LETTER.match(other))

    return not (start and joined(text[start - 1], text[start])) and not (end < len(text) and joined(text[end - 1], text[end]))


def _cased(text: str, model: str) -> str:
    return text[:1].upper() + text[1:] if model[:1].isupper() and text[:1].islower() else text


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:  # the type of an optional library
    try:
        import re2
    except ImportError:
        raise ConfigError(f"pattern {pattern!r} needs the extra re2: pip install 'tqa[re2]', or write phrases instead") from None
    choices = re2.Options()
    choices.log_errors = False
    try:
        compiled = re2.compile(pattern, choices)
    except re2.error as error:
        raise ConfigError(f"pattern {pattern!r}: RE2 cannot read it ({_plain(error)}); it knows no look-around and no back-reference") from None
    if compiled.fullmatch(""):
        raise ConfigError(f"pattern {pattern!r} matches nothing at all; make it match a character")
    return compiled


def _plain(error: Exception) -> str:
    reason = error.args[0] if error.args else ""
    return reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
