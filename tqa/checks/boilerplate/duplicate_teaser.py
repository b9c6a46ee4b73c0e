"""A teaser repeats the beginning of the article."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class DuplicateTeaser(FurnitureRule):
    """A teaser repeats the beginning of the article.

    Why: lists of recommendations show headline and lead again, cut off somewhere.
    Limits: the fix is safe only where an earlier line holds the words; a summary above the text that repeats it word for word is left to you.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    says = "a part of the article stands here a second time"

    examples = (
        example(["Dam holds through the night in Riverside", "Dam holds through the night in Riverside as the army and volunteers work until dawn."]),
        example(["Dam holds", "Engineers worked on the dam all night.", "Engineers worked."]),
        example(
            [
                "Dam holds",
                "Engineers worked on the eastern wall of the dam until the rain stopped at dawn.",
                "⟦Engineers worked on the eastern wall of the dam until the…⟧",
            ],
            fixed=["Dam holds", "Engineers worked on the eastern wall of the dam until the rain stopped at dawn.", ""],
        ),
    )
