"""What a reporter is: a head, results as they come, and a foot, in one format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

from tqa.model import Notice, Problem, Report, Result, Row
from tqa.text.counted import counted
from tqa.text.paths import relative
from tqa.text.regex import regex
from tqa.text.show import show
from tqa.value import fresh, value


@value
class RulePage:
    """What a rule says of itself: the first line of its page, the page, and how much it matters."""

    summary: str
    page: str
    severity: str
    certainty: str


def _no_page(rule: str) -> RulePage | None:
    return None


@value
class Head:
    """What is known before the first result. `config`: the path of the config file, or "".

    `root`: the folder below which paths are told to other programs; "" leaves them as they are. `page`: a rule's own words, if it has any.
    `lang`: the language of a report's own words, "en" or "zh". `made_with`: settings that made the findings, by name. `earlier`: what an
    earlier run found, to compare with.
    """

    version: str
    config: str = ""
    root: str = ""
    page: Callable[[str], RulePage | None] = _no_page
    lang: str = "en"
    made_with: tuple[tuple[str, str], ...] = ()
    earlier: Report | None = None

    def below(self, path: str) -> str:
        """The path as other programs want it: from the root, with slashes."""
        return path if path in ("", "-") else relative(path, self.root)


@value
class Totals:
    """Counts over the whole run; `hidden` lie below the lowest severity shown, `baselined` are in the baseline, `cut` over a cap."""

    documents: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    hidden: int = 0
    suppressed: int = 0
    cut: int = 0
    not_checked: int = 0
    baselined: int = 0
    untouched: int = 0


@value
class Foot:
    """What is known after the last result."""

    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    figures: Mapping[str, Any] = fresh(factory=dict)
    totals: Totals = fresh(factory=Totals)


@value
class RenderOptions:
    """How it may look. `width`: columns of the terminal. `talk`: whether text formats say problems and notices too, not only stderr.

    `silenced`: whether formats that know of such findings list those ignored in the text or in the baseline, marked as such.
    """

    color: bool = False
    width: int = 100
    talk: bool = True
    silenced: bool = False


class Render(Protocol):
    """Results in input order, as text in pieces of whole lines. `foot` is asked for after the last result."""

    def __call__(self, head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]: ...


class RenderBytes(Protocol):
    """The same for a format that is no text."""

    def __call__(self, head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> bytes: ...


SEVERITIES = ("error", "warning", "info")
CERTAINTIES = ("certain", "likely", "guess")


def worst_first(rows: Iterable[Row]) -> list[Row]:
    """The worst first, then the surest; else as they came."""
    return sorted(rows, key=lambda row: (SEVERITIES.index(row["severity"]), CERTAINTIES.index(row["certainty"])))


# A CI runner obeys these anywhere in a line of any output: ##[group], ##vso[…], ##teamcity[…].
_COMMAND = regex(r"##(?=[A-Za-z.]*\[)")
_LONGEST = 500


def plain(text: str, width: int = _LONGEST) -> str:
    """Words of an article or a file name on one line, so that neither terminal nor CI log obeys them."""
    return _COMMAND.sub(r"#\\x23", show(text, width))


def plain_path(path: str) -> str:
    """A path as the first word of a line: GitHub obeys a line that begins with two colons."""
    shown = plain(path)
    return f"./{shown}" if shown.lstrip().startswith(("::", "##")) else shown


def place(path: str, line: int | None, column: int | None) -> str:
    """`path:line:column`, as far as known."""
    return ":".join([plain_path(path), *(str(number) for number in (line, column) if number is not None)])


def summary(total: Totals) -> str:
    """One line that says what was found and what was not checked."""
    parts = [counted(number, noun) for number, noun in ((total.error, "error"), (total.warning, "warning")) if number]
    if total.info:
        parts.append(f"{total.info} info")
    said = ", ".join(parts) or "nothing found"
    rest = [
        f"{number} {what}"
        for number, what in (
            (total.hidden, "less severe not shown"),
            (total.suppressed, "suppressed"),
            (total.baselined, "in the baseline"),
            (total.untouched, "on unchanged lines"),
            (total.cut, "over the cap not shown"),
        )
        if number
    ]
    line = f"{said} in {counted(total.documents, 'article')}"
    if rest:
        line += f" ({', '.join(rest)})"
    return f"{line}; NOT CHECKED: {total.not_checked}" if total.not_checked else line
