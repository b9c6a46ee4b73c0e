"""A prompt to scan a code, follow an account or download an app."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class QrOrAppPrompt(FurnitureRule):
    """A prompt to scan a code, follow an account or download an app.

    Why: the code is not there; machines make 关注 an order to pay attention and 客户端 a client.
    Limits: a sentence that reports on an app stays.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "a prompt to scan, follow or download"

    examples = (
        example("Follow us into the valley"),
        example("The client paid attention to the small print."),
        example("Download speeds rose by half in a year"),
        example("Visitors scan the code at the gate and show their passes."),
        example(["The dam held.", "⟦Please pay attention to our public account⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Download the Riverside client to read more news⟧"]),
        example(["The dam held.", "⟦Long press to identify the QR code⟧"]),
        example(["The dam held.", "⟦扫码关注我们⟧"]),
    )
