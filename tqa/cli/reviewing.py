"""Suggestions on a terminal: one on the screen, one key for a decision."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqa.cli.exits import say
from tqa.glossary.suggestions.suggestion import Suggestion
from tqa.model import ConfigError
from tqa.reviews import Review
from tqa.text.counted import counted
from tqa.text.show import show

_KEYS = "a accept · 1-9 another form · e edit · f forbid · r reject · s skip · u take back · q stop"
_MOST_FORMS = 9
_STOP = ("q", "\x04", "")
"""q, the end of the input, and a terminal that is gone."""


def ask_all(review: Review) -> None:
    """Show each suggestion that is left and keep what is decided, until all are decided or skipped, or somebody stops."""
    left = list(review.left())
    decided = len(review.suggestions) - len(left)
    if not left:
        say(f"tqa: nothing left to decide of {counted(len(review.suggestions), 'suggestion')}")
        return
    _need_terminal()
    say(_KEYS)
    at = 0
    while at < len(left):
        _show(left[at], decided + at + 1, len(review.suggestions))
        key = _key()
        if key in _STOP:
            return
        if key == "u":
            if review.undo():
                at = _place_of_undone(review, left, at)
            else:
                say("nothing to take back")
        elif _decide(review, left[at], key):
            at += 1


def _decide(review: Review, one: Suggestion, key: str) -> bool:
    """Do what a key says; whether that settles the suggestion for now."""
    if key == "s":
        return True
    if key == "a":
        review.decide(one, "accept")
    elif key.isdecimal() and 0 < int(key) <= len(one.renderings[:_MOST_FORMS]):
        review.decide(one, "edit", value=one.renderings[int(key) - 1][0])
    elif key == "e" and (form := _line("its English: ")):
        review.decide(one, "edit", value=form)
    elif key == "f" and (form := _line(f"the form to forbid [{show(one.target)}]: ") or one.target):
        review.decide(one, "forbid", value=form)
    elif key == "r":
        review.decide(one, "reject", reason=_line("why (may be empty): "))
    else:
        say(_KEYS)
        return False
    return True


def _place_of_undone(review: Review, left: list[Suggestion], at: int) -> int:
    """Where the suggestion stands whose decision was taken back, or `at` if it was decided in an earlier review."""
    open_ = {one.id for one in review.left()}
    before = [place for place in range(at) if left[place].id in open_]
    return before[-1] if before else at


def _show(one: Suggestion, number: int, of: int) -> None:
    asked = {"": "", "allow": "allow ", "forbid": "forbid "}.get(one.change, "")
    known = f"{one.confidence:.2f}; {one.count} in {counted(one.documents, 'article')}"
    say(f"\n[{number}/{of}]  {show(one.source)} → {asked}{show(one.target)}   ({known})")
    forms = [f"{place} {show(form)} ×{count}" for place, (form, count) in enumerate(one.renderings[:_MOST_FORMS], 1)]
    if len(forms) > 1:
        say(f"    {'   '.join(forms)}")
    for sentence in filter(None, one.example):
        say(f"    {show(sentence)}")
    say(f"    {show(one.reason)}")


def _need_terminal() -> None:
    """Raise ConfigError where no key can be read."""
    try:
        import termios  # noqa: F401  # looked for, not used
    except ImportError:
        raise ConfigError("this system's terminal gives no single keys; write DECISIONS.json, and tqa glossary apply") from None
    if not sys.stdin.isatty():
        raise ConfigError("a review asks on a terminal, and standard input is none; write DECISIONS.json, and tqa glossary apply")


def _key() -> str:
    """The next key, without waiting for the end of a line; "" at the end of the input."""
    with _single_keys():
        return os.read(sys.stdin.fileno(), 1).decode("ascii", "replace").lower()


@contextmanager
def _single_keys() -> Iterator[None]:
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    # Not the default, which throws away what was typed ahead.
    tty.setcbreak(terminal, termios.TCSANOW)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _line(prompt: str) -> str:
    """A line that somebody types, without blanks around it."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return " ".join(sys.stdin.readline().split())
