"""Navigation: previous, next, page numbers, menus."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class PageNavigation(FurnitureRule):
    """Navigation: previous, next, page numbers, menus.

    Why: it leads to other pages.
    Limits: a menu of plain words ("Home", "Sports") counts only in company, at the head or tail.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the navigation of the site"

    examples = (
        example("Next page in relations turned"),
        example("The next chapter will be harder, the coach said."),
        example("Page 1 of the treaty was missing."),
        example(["The dam held.", "⟦Previous page 1 2 3 Next page⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Next article: Mayor opens new bridge⟧"]),
        example(["The dam held.", "⟦Page 1 of 3⟧"]),
        example(["The dam held.", "⟦上一篇：市长为新桥剪彩⟧"]),
    )
