"""Rule examples as tests: for our rules and, the same way, for plug-ins.

from tqa.testing import rule_cases, check_case

@pytest.mark.parametrize("case", rule_cases(MyRule), ids=str)
def test_example(case):
    check_case(case)
"""

from __future__ import annotations

from dataclasses import dataclass

from tqa.engine.check import Checked, check
from tqa.engine.corpus import Corpus
from tqa.engine.fixing import apply_fixes
from tqa.engine.gates import Gates
from tqa.engine.plan import Plan
from tqa.formats.markdown_blocks import split_marker
from tqa.glossary.concept import Glossary
from tqa.model import Document, Place, Run, Segment, Severity, Side
from tqa.rule.kinds import CorpusRule, Example, Rule
from tqa.text.regex import regex

MARK = regex("[⟦⟧]")
Marks = set[tuple[int, str, int, int, int]]
"""Document number, side, segment, start, end."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example of one rule."""

    rule: type[Rule]
    number: int
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.name}-{self.number}"


def rule_cases(*rules: type[Rule]) -> list[Case]:
    """The examples of `rules`."""
    return [Case(rule, number, example) for rule in rules for number, example in enumerate(rule.examples)]


def check_case(case: Case) -> None:
    """Raise AssertionError unless the rule finds exactly what the example marks, and its fixes reach `fixed` and stay there."""
    documents, expected = zip(*(read(case.example, number) for number in range(len(case.example.documents))), strict=True)
    plan = plan_of(case.rule, case.example)
    wanted: Marks = set().union(*expected)
    checked = run(documents, plan)
    found = {
        (number, row["side"], row["segment"], row["start"], row["end"])
        for number, one in enumerate(checked)
        for row in one.result.rows
        if row["rule"] == case.rule.name
    }
    problems = [problem.message for one in checked for problem in one.problems]
    assert not problems, f"{case}: {problems}"
    assert found == wanted, f"{case}: found {sorted(found)}, the example marks {sorted(wanted)}"
    _check_severity(case, checked)
    _check_fixed(case, documents[0], plan)
    _check_triggers(case, documents, wanted)


def _check_severity(case: Case, checked: list[Checked]) -> None:
    severities = {row["severity"] for one in checked for row in one.result.rows}
    if case.example.severity is not None:
        assert severities == {case.example.severity}, f"{case}: severities {sorted(severities)}, expected {case.example.severity}"


def _check_fixed(case: Case, document: Document, plan: Plan) -> None:
    if case.example.fixed is None:
        return
    texts = fix(document, plan)
    assert texts == case.example.fixed, f"{case}: fixed to {texts}, expected {case.example.fixed}"
    assert fix(with_target(document, texts), plan) == texts, f"{case}: its fixes do not come to rest"


def _check_triggers(case: Case, documents: tuple[Document, ...], wanted: Marks) -> None:
    rule = case.rule
    if not wanted or rule.triggers is None or isinstance(rule, CorpusRule):
        return
    from tqa.analysis.article import Text

    gates = Gates([rule()])
    sides: tuple[Side, ...] = rule.sides
    opened = any(gates.open(Text(document.side(side)), side) for document in documents for side in sides if document.side(side))
    assert opened, f"{case}: a marked example holds none of the rule's triggers"


def plan_of(rule: type[Rule], example: Example) -> Plan:
    """A plan of this rule alone with the example's glossary, showing everything."""
    return Plan((rule(),), Glossary(example.glossary), groups={rule.name: rule.group}, min_severity=Severity.INFO, max_findings=0)


def run(documents: tuple[Document, ...], plan: Plan) -> list[Checked]:
    """Check documents together, corpus rules included."""
    first = [check(document, plan) for document in documents]
    corpus = Corpus(plan.corpus_rules)
    for number, one in enumerate(first):
        corpus.add((0, number), one.states)
    verdicts = corpus.judge()
    return [check(document, plan, verdicts) for document in documents] if verdicts else first


def fix(document: Document, plan: Plan) -> tuple[str, ...]:
    """Target texts after every first fix, safe or not, until nothing changes."""
    texts = tuple(segment.text for segment in document.target)
    for _ in range(10):
        document = with_target(document, texts)
        edited = apply_fixes(document, check(document, plan).findings, unsafe=True).texts(document)
        if edited == texts:
            return texts
        texts = edited
    raise AssertionError(f"{plan.rules[0].name}: its fixes never come to rest")


def read(example: Example, number: int) -> tuple[Document, Marks]:
    """The example's document of that number without marks, and what they mark."""
    target, source = example.documents[number]
    path = f"example-{number}.{'md' if example.markdown else 'txt'}"
    marks: Marks = set()
    sides: dict[Side, tuple[Segment, ...]] = {}
    texts: tuple[tuple[Side, tuple[str, ...]], ...] = (("target", target), ("source", source))
    for side, lines in texts:
        segments = []
        for index, line in enumerate(lines):
            marker, line = split_marker(line) if example.markdown else ("", line)
            text, spans = unmark(line)
            marks |= {(number, side, index, start, end) for start, end in spans}
            segments.append(Segment(side, index, text, Place(path, (Run(0, index + 1, 1),), marker)))
        sides[side] = tuple(segments)
    aligned = len(target) == len(source)
    return Document(f"example-{number}", path, sides["target"], sides["source"], aligned=aligned), marks


def unmark(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦⟧, and the spans they held."""
    text, spans, opened = "", [], -1
    position = 0
    for mark in MARK.finditer(line):
        text += line[position : mark.start()]
        position = mark.end()
        if mark.group() == "⟦":
            opened = len(text)
        else:
            spans.append((opened, len(text)))
    return text + line[position:], spans


def with_target(document: Document, texts: tuple[str, ...]) -> Document:
    """The document with other target texts."""
    target = tuple(Segment("target", index, text, document.target[index].place, document.target[index].protected) for index, text in enumerate(texts))
    return Document(document.id, document.path, target, document.source, document.reference, document.aligned, document.title)
