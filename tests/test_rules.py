"""Every rule judges its own examples as they are marked, and has an identity a user can look up."""

from __future__ import annotations

import pickle

import pytest

from tqa.analysis.analysis import Analysis
from tqa.model import Severity
from tqa.registry import own_rules
from tqa.rule.kinds import GROUPS, Rule
from tqa.testing import Case, check_case, rule_cases

RULES = list(own_rules().values())


@pytest.mark.parametrize("case", rule_cases(*RULES), ids=str)
def test_examples(case: Case) -> None:
    check_case(case)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_identity(rule: type[Rule]) -> None:
    page = rule.__doc__ or ""
    assert rule.group in GROUPS
    for heading in ("Why:", "Limits:", "Measured:"):
        assert heading in page, f"{rule.name}: its page says nothing after {heading!r}"
    assert isinstance(rule.severity, Severity)
    assert set(rule.yields_to) <= {other.name for other in RULES}
    assert pickle.loads(pickle.dumps(rule())) == rule()
    assert not rule.given or hasattr(Analysis, rule.given.partition(".")[0]), f"{rule.name}: the analysis has no fact {rule.given!r}"
    for literal in rule.triggers if isinstance(rule.triggers, tuple) else ():
        assert literal == literal.lower(), f"{rule.name}: trigger {literal!r} is not in lower case"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_show_where_the_rule_stops(rule: type[Rule]) -> None:
    marked = ["⟦" in line for example in rule.examples for target, source in example.documents for line in (*target, *source)]
    silent = [not any("⟦" in line for target, source in example.documents for line in (*target, *source)) for example in rule.examples]
    assert any(marked), f"{rule.name}: no example shows the fault"
    assert any(silent), f"{rule.name}: no example shows a near-miss"
