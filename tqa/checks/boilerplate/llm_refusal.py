"""A language model refused its work."""

from __future__ import annotations

from tqa.model import Severity
from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class LlmRefusal(FurnitureRule):
    """A language model refused its work.

    Why: the segment is not translated, and the article has a hole.
    Limits: a refusal in quotation marks is somebody's words.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    severity = Severity.ERROR
    mends = False
    says = "a language model refused to translate"

    examples = (
        example("“I am sorry, but I cannot help you,” the clerk said."),
        example("I am sorry, but I cannot forget that day."),
        example("He said he was unable to help."),
        example(["⟦I'm sorry, but I can't assist with that.⟧"], severity="error"),
        example(["The dam held.", "⟦I cannot translate this text.⟧"]),
        example(["⟦很抱歉，我无法提供该内容的翻译。⟧"]),
    )
