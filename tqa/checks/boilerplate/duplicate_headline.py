"""The headline stands a second time."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class DuplicateHeadline(FurnitureRule):
    """The headline stands a second time.

    Why: pages repeat it in their title, their share text and their list of recommendations.
    Limits: a quotation that became the headline may stand in the text in its quotation marks.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    says = "the headline stands a second time"

    examples = (
        example(["“We will not leave the valley”", "Thousands gathered.", "“We will not leave the valley”"]),
        example(["Dam holds", "Dam holds, mayor thanks the army."]),
        example(
            ["Dam holds through the night in Riverside", "The dam held.", "⟦Dam holds through the night in Riverside⟧"],
            fixed=["Dam holds through the night in Riverside", "The dam held.", ""],
        ),
        example(["大坝安然度过洪峰", "The dam held.", "⟦大坝安然度过洪峰⟧"]),
    )
