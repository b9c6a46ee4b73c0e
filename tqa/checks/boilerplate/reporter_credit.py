"""A by-line names the reporter."""

from __future__ import annotations

from tqa.model import Severity
from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class ReporterCredit(FurnitureRule):
    """A by-line names the reporter.

    Why: it may stay, so it is information only; who strips by-lines finds them here.
    Limits: it is never hidden from other rules and has no fix.
    Measured: on 146 human translations only by-lines, 0.01 an article.
    """

    severity = Severity.INFO
    mends = False
    says = "the by-line of a reporter"

    examples = (
        example("The reporter asked the minister about the dam."),
        example("Reporter Wang Fang said she was stopped at the gate."),
        example(["The dam held through the night. ⟦(Reporter Li Ming)⟧"]),
        example(["Dam holds", "⟦By reporter Li Ming⟧", "The dam held."]),
        example(["The dam held.", "⟦（记者 李明）⟧"]),
    )
