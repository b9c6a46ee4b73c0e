"""A line that names source and time, or a source in brackets at the end."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class SourceLine(FurnitureRule):
    """A line that names source and time, or a source in brackets at the end.

    Why: it is the page's record of where the text came from; in the article it reads as a sentence without a verb.
    Limits: a dateline ("BEIJING, May 17 (Xinhua) --") is the article's own; a date alone counts only beside other furniture.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the line that names source and time"

    examples = (
        example("BEIJING, May 17 (Xinhua) -- The dam held."),
        example("He named his source: the minister himself had told him so."),
        example("Source: minister to resign over dam"),
        # What a chart was drawn from.
        example(["Jobs return", "Graduates by country in 2022. Source: “2022 Survey Report on Jobs of Returnees”.", "They find work."]),
        example(["Jobs return", "Graduates by country\u3000来源：《海归就业调查报告》", "They find work."]),
        example(["Jobs return", "They find work. ⟦(Source: “Beijing Youth Report”)⟧"]),
        example(["Dam holds", "⟦2024-05-18 08:41 Source: Riverside Daily⟧", "The dam held."], fixed=["Dam holds", "", "The dam held."]),
        example(["Dam holds", "⟦Author :  Source :⟧", "The dam held."]),
        example(["The dam held through the night. ⟦(Source: Riverside Daily)⟧"], fixed=["The dam held through the night."]),
        example(["Dam holds", "⟦发布时间：2024-05-18 来源：江城日报⟧", "The dam held."]),
    )
