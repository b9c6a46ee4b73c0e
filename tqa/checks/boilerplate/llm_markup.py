"""Tags, fences, thoughts or a prompt of a language model."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class LlmMarkup(FurnitureRule):
    """Tags, fences, thoughts or a prompt of a language model.

    Why: they steer the model and mean nothing to a reader.
    Limits: code in a document that may hold code is protected and stays.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    says = "markup of a language model"

    examples = (
        example("He thought: the dam will hold."),
        example("Growth was < 5 % and > 3 %."),
        example("Translate the words into deeds, premier says"),
        example(["⟦</think>⟧", "The dam held."], fixed=["", "The dam held."]),
        example(["⟦</think>⟧The dam held."], fixed=["The dam held."]),
        example(["⟦```text⟧", "The dam held.", "⟦```⟧"], fixed=["", "The dam held.", ""]),
        example(["⟦Translate the following article into English:⟧", "The dam held."]),
        example(["⟦Thought: the user wants a translation.⟧", "The dam held."]),
    )
