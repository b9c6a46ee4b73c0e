"""Buttons that print, close, save or mail the page."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class PrintOrClose(FurnitureRule):
    """Buttons that print, close, save or mail the page.

    Why: there is no page to close.
    Limits: one word alone ("Print", "Close") counts only beside other furniture.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the buttons of the web page"

    examples = (
        example("Print media face a hard year"),
        example("Close the window, she said."),
        example(["The dam held.", "⟦Print this page⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦[Print] [Close]⟧"]),
        example(["The dam held.", "⟦【打印】【关闭窗口】⟧"]),
    )
