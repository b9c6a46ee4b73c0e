"""The copyright notice of the site."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class CopyrightNotice(FurnitureRule):
    """The copyright notice of the site.

    Why: it belongs to the page.
    Limits: news about copyright stays.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the copyright notice of the site"

    examples = (
        example("Copyright law comes into force"),
        example("He said all rights were reserved for members."),
        example("Copyright disputes rise as sites copy each other"),
        example(["The dam held.", "⟦Copyright © 2024 Riverside Daily. All rights reserved.⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦All rights belong to the original author⟧"]),
        example(["The dam held.", "⟦版权所有 江城日报社⟧"]),
    )
