"""The counter or the buttons of comments, likes and favourites."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class CommentCounter(FurnitureRule):
    """The counter or the buttons of comments, likes and favourites.

    Why: nobody can comment here.
    Limits: one word alone ("Comment") counts only beside other furniture.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the comment counter or buttons"

    examples = (
        example("Comments on the draft are welcome until June"),
        example("I want to comment on that, the minister said."),
        example(["The dam held.", "⟦Comments (12) Post a comment⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Like 3 Favorites 5⟧"]),
        example(["The dam held.", "⟦网友评论 我要评论⟧"]),
    )
