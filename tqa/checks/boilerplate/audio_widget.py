"""The words of an audio player."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class AudioWidget(FurnitureRule):
    """The words of an audio player.

    Why: there is nothing to play.
    Limits: one word alone ("Audio") counts only beside other furniture.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    says = "the audio player of the web page"

    examples = (
        example("Listen to the people, premier tells officials"),
        example("Audio books sell well"),
        example(["Dam holds", "⟦Click to play audio⟧", "The dam held."], fixed=["Dam holds", "", "The dam held."]),
        example(["Dam holds", "⟦Listen to this article⟧", "The dam held."]),
        example(["Dam holds", "⟦听新闻⟧", "The dam held."]),
    )
