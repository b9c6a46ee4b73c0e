"""A language model talks before its translation."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class LlmPreamble(FurnitureRule):
    """A language model talks before its translation.

    Why: it is no part of the article.
    Limits: it must speak of a translation or of the request; one glued to the first sentence is found by its own span.
    Measured: no false alarm on 146 human translations of news; every planted sentence found, on a line of its own or glued.
    """

    says = "a language model talks before its translation"

    examples = (
        example("The following is the full text of the speech:"),
        example("Here is the full text"),
        example("Sure, the dam will hold, the mayor said."),
        example("English: a language that conquered the world"),
        example(["⟦Sure! Here is the translation of your article:⟧", "The dam held."], fixed=["", "The dam held."]),
        example(["⟦Below is the English version of the text:⟧ The dam held."], fixed=["The dam held."]),
        example(["⟦As requested, I have translated the news report into English.⟧", "The dam held."]),
        example(["⟦以下是译文：⟧", "The dam held."]),
    )
