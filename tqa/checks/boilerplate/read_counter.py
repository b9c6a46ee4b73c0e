"""The counter of readers or clicks."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class ReadCounter(FurnitureRule):
    """The counter of readers or clicks.

    Why: it counted on the page.
    Limits: a number of readers inside a sentence is content.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    says = "the counter of readers"

    examples = (
        example("Reading 1,000 books a year is too much, he said."),
        example("Views on the dam differ"),
        example("1,234 people read the letter aloud in the square."),
        example(["Dam holds", "⟦Views: 1,234⟧", "The dam held."], fixed=["Dam holds", "", "The dam held."]),
        example(["Dam holds", "⟦Read 23,000 times⟧", "The dam held."]),
        example(["Dam holds", "⟦阅读量 1.2万⟧", "The dam held."]),
    )
