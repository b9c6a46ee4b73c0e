"""A link back to the top of the page, or to the site, is still there."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class BackToTop(FurnitureRule):
    """A link back to the top of the page, or to the site, is still there.

    Why: it leads nowhere off the page.
    Limits: one glued to the last sentence is found by its own span.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "a link that leads back to the top or to the site"

    examples = (
        example("Back to the top of the league for Wuhan"),
        example("The team is back on top."),
        example(["The dam held.", "⟦Return to the top⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Back to the Riverside Daily homepage⟧"]),
        example(["The dam held. ⟦Back to top⟧"], fixed=["The dam held."]),
        example(["The dam held.", "⟦返回顶部⟧"]),
    )
