"""The credit of a picture that is not there."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class PhotoCredit(FurnitureRule):
    """The credit of a picture that is not there.

    Why: the picture stayed on the page.
    Limits: captions ("Photo shows …") are content and stay.
    Measured: on 146 human translations only credits, 0.01 an article.
    """

    says = "the credit of a picture"

    examples = (
        example("Photo shows engineers at the dam on Monday."),
        example("The photo was taken by a farmer and went round the world."),
        example(["Photo shows engineers at the dam. ⟦(Photo by Li Ming)⟧"], fixed=["Photo shows engineers at the dam."]),
        example(["The dam held.", "⟦Picture source: Visual China⟧"], fixed=["The dam held.", ""]),
        example(["图为大坝。", "⟦摄影：李明⟧"]),
    )
