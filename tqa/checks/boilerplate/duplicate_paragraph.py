"""A paragraph stands twice."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class DuplicateParagraph(FurnitureRule):
    """A paragraph stands twice.

    Why: pages set a summary or a caption twice, and machines repeat themselves.
    Limits: short lines, refrains and whole-line quotations may repeat; deleting is safe only where an earlier line has the very words.
    Measured: 0.01 an article on human translations: one paragraph, translated twice by mistake.
    """

    says = "a paragraph stands here a second time"

    examples = (
        example(["Dam holds", "We shall stay.", "The river rose.", "We shall stay."]),
        example(
            [
                "Dam holds",
                "“We shall stay in this valley as long as the river lets us stay.”",
                "The river rose.",
                "“We shall stay in this valley as long as the river lets us stay.”",
            ]
        ),
        example(
            [
                "Results",
                "The bureau of the eastern district answered 17 questions on the supply of water.",
                "The bureau of the eastern district answered 71 questions on the supply of water.",
            ]
        ),
        example(
            [
                "Dam holds",
                "Engineers worked on the eastern wall of the dam until the rain stopped at dawn.",
                "The river fell.",
                "⟦Engineers worked on the eastern wall of the dam until the rain stopped at dawn⟧",
            ],
            fixed=["Dam holds", "Engineers worked on the eastern wall of the dam until the rain stopped at dawn.", "The river fell.", ""],
        ),
        example(
            [
                "Dam holds",
                "Engineers worked on the eastern wall of the dam until the rain had stopped at dawn.",
                "The river fell.",
                "⟦Engineers worked on the eastern wall of the dam until the rain stopped at dawn.⟧",
            ]
        ),
    )
