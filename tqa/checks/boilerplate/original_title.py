"""The title the article had elsewhere."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class OriginalTitle(FurnitureRule):
    """The title the article had elsewhere.

    Why: 原标题 tells readers of the page that the headline was changed.
    Limits: none known.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the original title of the article"

    examples = (
        example("The original title of the film was Dam."),
        example("Original titles fetch high prices at auction"),
        example(["The dam held.", "⟦Original title: Dam holds through the night⟧"], fixed=["The dam held.", ""]),
        example(["The dam held through the night. ⟦(Former title: Dam holds)⟧"], fixed=["The dam held through the night."]),
        example(["The dam held.", "⟦原标题：大坝安然度过洪峰⟧"]),
    )
