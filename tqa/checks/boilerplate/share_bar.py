"""The share bar of the web page is still there."""

from __future__ import annotations

from tqa.rule.kinds import example
from tqa.rule.shapes import FurnitureRule


class ShareBar(FurnitureRule):
    """The share bar of the web page is still there.

    Why: the buttons under an article come along when a page is copied; a machine turns them into an order to the reader.
    Limits: a line must be made of the bar's own words; a button alone counts only beside other furniture.
    Measured: no false alarm on 146 human translations of news; every planted line found.
    """

    says = "the share bar of the web page"

    examples = (
        example("Share of exports rose to a third in May"),
        example("Share prices on Facebook and Twitter fell."),
        example("He wanted to share the story with more people."),
        example(["The dam held.", "⟦Share to: WeChat, Weibo, QQ Space⟧"], fixed=["The dam held.", ""]),
        example(["The dam held.", "⟦Forward it so that more friends can see it⟧"]),
        example(["The dam held.", "⟦分享到：微信 微博⟧"]),
        example(["The dam held.", "⟦Give others a look⟧"], source=["大坝守住了。", "⟦分享给好友⟧"]),
    )
