"""The way from the home page to the article."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class Breadcrumb(FurnitureRule):
    """The way from the home page to the article.

    Why: Home > News > Text is the site's map, not the article's.
    Limits: with bars or hyphens instead of arrows it must begin at a home page or end in the text.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the way to the page"

    examples = (
        example("Beijing - Shanghai - Guangzhou"),
        example("Growth > 5% expected in China"),
        example("Position: goalkeeper, height: two metres, and no plans to retire"),
        example(
            ["⟦Home > News > Domestic > Main text⟧", "Dam holds through the night", "The dam held."],
            fixed=["", "Dam holds through the night", "The dam held."],
        ),
        example(["⟦Current location: Home page » Finance⟧", "Dam holds", "The dam held."]),
        example(["⟦首页 > 新闻 > 正文⟧", "Dam holds", "The dam held."]),
    )
