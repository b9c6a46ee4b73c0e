"""What is told of a rule: its page, the list, the rules page of the docs, the index. All of it comes from the rule's own file."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator, Mapping

from tqa.model import ConfigError
from tqa.registry import did_you_mean, options
from tqa.reporters import RulePage
from tqa.rule.card import Card
from tqa.rule.kinds import GROUPS, CorpusRule, Example, PairRule, Rule

Rules = Mapping[str, type[Rule]]


def list_rules(known: Rules) -> str:
    """A line a rule: name, group, highest severity, what it finds."""
    width = max(map(len, known), default=0)
    lines = []
    for group in GROUPS:
        for name, rule in sorted(known.items()):
            if rule.group == group:
                lines.append(f"{name:<{width}}  {group:<12}  {rule.severity.word:<7}  {summary(rule)}\n")
    return "".join(lines)


def rule_page(known: Rules, name: str) -> str:
    """The page of one rule. Raises ConfigError for an unknown name."""
    return "\n".join(_page(_known(known, name), level=1)) + "\n"


def rules_json(known: Rules, name: str = "") -> str:
    """The rules, or one, as JSON: name, group, severity, certainty, mqm, summary, options."""
    chosen = [_known(known, name)] if name else [rule for _, rule in sorted(known.items())]
    listed = [
        {
            "name": rule.name,
            "group": rule.group,
            "severity": rule.severity.word,
            "certainty": rule.certainty.word,
            "mqm": rule.mqm,
            "needs_source": issubclass(rule, PairRule),
            "summary": summary(rule),
            "page": inspect.getdoc(rule),
            "options": {option: {"type": kind, "default": default} for option, (kind, default) in options(rule).items()},
        }
        for rule in chosen
    ]
    return json.dumps(listed[0] if name else listed, ensure_ascii=False, indent=2) + "\n"


def rules_document(known: Rules) -> str:
    """The rules page of the docs, in Markdown."""
    lines = ["# The rules", "", "Made from the rules' own files by `python -m tqa.pages`; `tqa rules NAME` shows one of them.", ""]
    for group in GROUPS:
        rules = [rule for _, rule in sorted(known.items()) if rule.group == group]
        if not rules:
            continue
        lines += [f"## {group}", "", "| rule | severity | finds |", "|---|---|---|"]
        lines += [f"| [`{rule.name}`](#{rule.name}) | {rule.severity.word} | {_cell(summary(rule))} |" for rule in rules]
        lines.append("")
        for rule in rules:
            lines += [*_page(rule, level=3), ""]
    return "\n".join(lines)


def rules_index(index: Iterable[tuple[int, Card]]) -> str:
    """The module `tqa.checks.index`."""
    cards = [f"    ({size}, {_written(card)}),\n" for size, card in index]
    pattern = "from tqa.text.regex import regex\n" if any("=regex(" in card for card in cards) else ""
    return f'{_INDEX_HEAD}{pattern}\nINDEX: tuple[tuple[int, Card], ...] = (\n{"".join(cards)})\n"""Size of the rule\'s file in bytes, card."""\n'


_INDEX_HEAD = '''"""The cards of our rules, made from their files by `python -m tqa.pages index`: what a run knows of a rule before it loads it."""
# fmt: off
# ruff: noqa: E501

from tqa.rule.card import Card
'''


def _written(card: Card) -> str:
    """The card as Python, without what is as usual."""
    fields = [f"{field}={_literal(value)}" for field, value in card._asdict().items() if value != Card._field_defaults.get(field, _NO_DEFAULT)]
    return f"Card({', '.join(fields)})"


_NO_DEFAULT = object()


def _literal(value: object) -> str:
    pattern = getattr(value, "pattern", None)
    return repr(value) if pattern is None else f"regex({pattern!r}, {int(getattr(value, 'flags', 0))})"


def summary(rule: type[Rule]) -> str:
    """The first line of a rule's page."""
    return (inspect.getdoc(rule) or "").split("\n", 1)[0]


def rule_words(known: Rules, name: str) -> RulePage | None:
    """What a rule says of itself in reports, or None for one that is not known: the house's own."""
    rule = known.get(name)
    return RulePage(summary(rule), inspect.getdoc(rule) or "", rule.severity.word, rule.certainty.word) if rule else None


def _known(known: Rules, name: str) -> type[Rule]:
    if name not in known:
        raise ConfigError(f"unknown rule {name!r}{did_you_mean(name, known)}; `tqa rules` lists them")
    return known[name]


def _page(rule: type[Rule], *, level: int) -> Iterator[str]:
    yield f"{'#' * level} {rule.name}"
    yield ""
    kind = "across articles" if issubclass(rule, CorpusRule) else "needs a source" if issubclass(rule, PairRule) else "with or without a source"
    yield f"{rule.group} · {rule.severity.word} · {rule.certainty.word} · {kind} · MQM {rule.mqm}"
    yield ""
    yield from (
        (inspect.getdoc(rule) or "")
        .replace("\nWhy:", "\n\nWhy:")
        .replace("\nLimits:", "\n\nLimits:")
        .replace("\nMeasured:", "\n\nMeasured:")
        .replace("\n\n\n", "\n\n")
        .split("\n")
    )
    yield ""
    for option, (kind_, default) in options(rule).items():
        yield f"- option `{option}` ({kind_}, default `{default!r}`){_told(rule, option)}"
    if options(rule):
        yield ""
    yield "Examples (⟦…⟧ is what is found; an example without it stays silent):"
    yield ""
    for example in rule.examples:
        yield from _example(example)


def _told(rule: type[Rule], option: str) -> str:
    """The docstring under an option's field, if its source is at hand."""
    try:
        lines = inspect.getsource(rule).splitlines()
    except OSError:
        return ""
    for number, line in enumerate(lines[:-1]):
        if line.strip().startswith(f"{option}:"):
            below = lines[number + 1].strip()
            return f": {below.strip(chr(34))}" if below.startswith('"""') else ""
    return ""


def _example(example: Example) -> Iterator[str]:
    for target, source in example.documents:
        sides = [f"`{_code(' ⏎ '.join(target))}`"]
        if source:
            sides.append(f"source `{_code(' ⏎ '.join(source))}`")
        if example.fixed is not None:
            sides.append(f"fixed `{_code(' ⏎ '.join(example.fixed))}`")
        yield f"- {', '.join(sides)}"


def _code(text: str) -> str:
    from tqa.text.show import show

    return show(text, 300).replace("`", "ˋ")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    import sys

    from tqa.registry import index_of_own_rules, own_rules

    sys.stdout.write(rules_index(index_of_own_rules()) if sys.argv[1:] == ["index"] else rules_document(own_rules()))
