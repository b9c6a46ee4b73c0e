"""The text-size buttons of the web page are still there."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class FontSizeWidget(FurnitureRule):
    """The text-size buttons of the web page are still there.

    Why: 字号：大 中 小 means nothing off the page.
    Limits: size words alone ("Small") count only beside other furniture.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the text-size buttons of the web page"

    examples = (
        example("Small and medium-sized firms hire again"),
        example("The font size of the notice was too small, he said."),
        example(["Dam holds", "⟦Text size: large medium small⟧", "The dam held."], fixed=["Dam holds", "", "The dam held."]),
        example(["Dam holds", "⟦Word size: A- A+⟧", "The dam held."]),
        example(["Dam holds", "⟦【字体：大 中 小】⟧", "The dam held."]),
    )
