"""A language model remarks on its translation, or takes its leave."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class LlmNote(FurnitureRule):
    """A language model remarks on its translation, or takes its leave.

    Why: the remark may hold something worth knowing, so it is shown and deleted only on request.
    Limits: a quoted offer of help is content; a note that says nothing of a translation stays silent.
    Measured: no false alarm on 146 human translations of news; every planted sentence found, on a line of its own or glued.
    """

    says = "a language model remarks on its translation"

    examples = (
        example("“Let me know if you need any help,” the mayor told them."),
        example("Note: the exchange is closed on Monday."),
        example("Please note that the road is closed."),
        example(["The dam held.", "⟦Let me know if you would like any changes to the wording.⟧"], fixed=["The dam held.", ""]),
        example(["The dam held. ⟦(Note: “dam” was translated literally.)⟧"], fixed=["The dam held."]),
        example(["The dam held.", "⟦Translator's note: names follow the pinyin of the original text.⟧"]),
    )
