"""A line of contacts, licence numbers or footer links."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class ContactOrLicenceLine(FurnitureRule):
    """A line of contacts, licence numbers or footer links.

    Why: the footer of a page names its hotline, its licences and its legal pages.
    Limits: a telephone number in a sentence is content.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "a line of contacts or licence numbers"

    examples = (
        example("For inquiries, call the alumni office at 85993119."),
        example("About us without us: villagers protest"),
        example("The hotline: who calls, and why"),
        example(["The dam held.", "⟦News hotline: 010-12345678⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦About us | Contact us | Site map⟧"]),
        example(["The dam held.", "⟦京ICP备00000000号⟧"]),
    )
