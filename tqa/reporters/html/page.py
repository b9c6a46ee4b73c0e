"""The page put together: template, styles and scripts from their own files, the data escaped for where it stands."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pkgutil import get_data
from typing import Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from tqa.model import Result
from tqa.reporters.html import charts, tallies
from tqa.reporters.html.data import embedded, scripts, title
from tqa.reporters.html.terms import find_terms
from tqa.reporters.html.words import Words
from tqa.reporters.reporter import Foot, Head, plain
from tqa.reporters.statistics import tables
from tqa.tally import FEW_TERMS

STYLES = ("base.css", "overview.css", "articles.css", "print.css")
SCRIPTS = ("page.js", "show.js", "tip.js", "list.js", "decide.js", "notes.js", "article.js", "terms.js", "decisions.js", "main.js")
"""In the order they stand on the page: one script, each file using what stands before it."""

_MOST_WORST = 25
_MOST_RULES = 20


def pieces(head: Head, results: Sequence[Result], foot: Foot) -> Iterator[str]:
    """The page, piece by piece."""
    words = Words(head.lang)
    style, script = _joined(STYLES), _script()
    template = _environment(words).get_template("report.html")
    yield from template.generate(
        words=words,
        version=head.version,
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704  # a file of this package
        script=Markup(script),  # noqa: S704
        data=_data(head, results, words),
        few_terms=FEW_TERMS,
        **_overview(head, results, foot),
    )


def _data(head: Head, results: Sequence[Result], words: Words) -> Iterator[tuple[str, Markup]]:
    """The id of each data script and its JSON, which holds no character that markup begins with."""
    yield "words", Markup(embedded(words.table))  # noqa: S704
    for name, content in scripts(head, results):
        yield name, Markup(content)  # noqa: S704
    yield "terms", Markup(embedded([_term(one) for one in find_terms(results)]))  # noqa: S704


def _term(term: Any) -> Mapping[str, Any]:
    return {**term._asdict(), "renderings": [one._asdict() for one in term.renderings]}


def _overview(head: Head, results: Sequence[Result], foot: Foot) -> dict[str, Any]:
    rows = [row for result in results for row in result.rows]
    groups, rules = tallies.by("group", rows), tallies.by("rule", rows)
    group_of = {row["rule"]: row["group"] for row in rows}
    return {
        "totals": foot.totals,
        "clean": sum(not result.rows for result in results),
        "groups": groups,
        "most": max((one.total for one in groups), default=0),
        "rules": [(one, group_of[one.name]) for one in rules[:_MOST_RULES]],
        "more_rules": max(len(rules) - _MOST_RULES, 0),
        "most_of_a_rule": max((one.total for one in rules), default=0),
        "worst": [(number, title(results[number]), head.below(results[number].path), one) for number, one in tallies.worst(results, _MOST_WORST)],
        "spread": charts.columns(tallies.spread(results)),
        "fields": [table for table in tables(results, head) if table.by != "rule"],
        "figures": foot.figures,
        "earlier": head.earlier,
        "trend": None if head.earlier is None else tallies.trend(rows, list(head.earlier.rows)),
        "problems": foot.problems,
        "notices": foot.notices,
        "made_with": head.made_with,
    }


def _environment(words: Words) -> Environment:
    environment = Environment(autoescape=True, loader=FunctionLoader(_read), trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(t=words, bar=charts.bar, pair_of_bars=charts.pair_of_bars)
    environment.filters.update(shown=plain)
    return environment


def _script() -> str:
    """The scripts as one, so that nothing of them is seen outside."""
    return f'(() => {{\n"use strict";\n{_joined(SCRIPTS)}}})();\n'


def _joined(names: Sequence[str]) -> str:
    return "".join(map(_read, names))


def _read(name: str) -> str:
    return (get_data(__package__, name) or b"").decode("utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: this style and this script, and nothing else from anywhere."""
    return f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
