"""One HTML file for the people who correct the articles: what was found, where it stands, and what they decide about it.

It holds everything it shows and asks the network for nothing. All findings are held in memory; a browser stays quick up to some
20,000 of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Result
from tqa.reporters.reporter import Foot, Head, RenderOptions


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """The page. Its overview is plain HTML; articles, terms and decisions are built from the data it carries."""
    # jinja2 takes longer to load than most articles to check.
    from tqa.reporters.html.page import pieces

    yield from pieces(head, list(results), foot())
