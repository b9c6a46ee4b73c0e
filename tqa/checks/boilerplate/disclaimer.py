"""A disclaimer of the site."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class Disclaimer(FurnitureRule):
    """A disclaimer of the site.

    Why: the site disowns views and risks; the article does not.
    Limits: a person who disowns a view in a sentence is content.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "a disclaimer of the site"

    examples = (
        example("The opinions expressed at the meeting do not represent the government, the minister told reporters in Beijing."),
        example("Statement: China regrets the decision"),
        example(["The dam held.", "⟦Disclaimer: This article only represents the views of the author.⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Platform statement: only information storage services are provided.⟧"]),
        example(["The dam held.", "⟦The above content is for reference only and does not constitute investment advice.⟧"]),
        example(["The dam held.", "⟦文章仅代表作者观点，不代表本网立场⟧"]),
    )
