"""The name of the site stands on a line of its own or behind the headline."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class SiteNameLine(FurnitureRule):
    """The name of the site stands on a line of its own or behind the headline.

    Why: it belongs to the page, not to the article, and machines render it in many ways.
    Limits: a name nobody lists is believed only at the head of the article, above a headline, or where it is repeated there.
    Measured: on 146 human translations only names of sites that stand behind headlines, 31 of them.
    """

    says = "the name of the site"

    examples = (
        example(["Dam holds in Riverside", "China Daily reported that the dam held."]),
        example(["Floods recede", "The Yangtze fell by a metre on Monday, the ministry said."]),
        example(
            ["⟦Riverside Online⟧", "⟦Riverside Online⟧", "Dam holds through the night in Riverside", "The dam held."],
            fixed=["", "", "Dam holds through the night in Riverside", "The dam held."],
        ),
        example(["Dam holds through the night⟦ - Xinhuanet⟧", "The dam held."], fixed=["Dam holds through the night", "The dam held."]),
        example(["⟦人民网⟧", "大坝安然度过洪峰", "The dam held."]),
    )
