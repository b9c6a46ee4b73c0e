"""The credit of an editor, proofreader or reviewer."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class EditorCredit(FurnitureRule):
    """The credit of an editor, proofreader or reviewer.

    Why: Chinese pages name those who answer for a text (责编, 一审 二审 三审); machines make trials and instances of them.
    Limits: a label that can head a headline ("Review: …", "First trial: …") counts only in brackets or beside other furniture.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the credit of an editor or proofreader"

    examples = (
        example("Editor-in-chief Wang said the paper would appeal."),
        example("First trial: the court hears four witnesses"),
        example("The responsible editor: a man who never slept."),
        # Names that a verb follows make a sentence.
        example(["Chief Editor Li Ming, Deputy Editor Wang Wu Attend Forum", "The forum opened on Monday."]),
        example(["Chief Editor: Li Ming Attends Forum", "The forum opened on Monday."]),
        example(["The dam held.", "⟦Chief Editor Li Ming, Deputy Editor Wang Wu⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Duty editor: Li Ming⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦First trial: Li Ming Second trial: Wang Fang Third trial: He Jun⟧"]),
        example(["The dam held through the night. ⟦[Editor in charge: Li Ming]⟧"], fixed=["The dam held through the night."]),
        example(["The dam held.", "⟦（责任编辑：李明）⟧"]),
    )
