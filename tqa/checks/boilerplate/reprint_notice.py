"""The page's terms of reprinting."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class ReprintNotice(FurnitureRule):
    """The page's terms of reprinting.

    Why: they bind the page, not the article.
    Limits: news about reprinting stays as long as its words are not those of a notice.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the terms of reprinting"

    examples = (
        example("Reprints of the novel were banned without explanation."),
        example("The court fined the site for reproducing the photo without permission."),
        example(["The dam held.", "⟦Please indicate the source when reprinting⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦No reproduction without written authorization⟧"]),
        example(["The dam held.", "⟦未经授权，禁止转载⟧"]),
    )
