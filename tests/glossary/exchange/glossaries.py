"""Glossaries made up of anything a file of ours can hold, and files as they come in."""

from __future__ import annotations

from hypothesis import strategies as st

from tqa.files.door import decode_bytes
from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import Incoming
from tqa.glossary.rows import cells_of, read_row

_CHINESE = '国务院新质生产力两会北约东风汽车〇𠮷A5·（）“”"|\\;'
_ENGLISH = "abcdeXYZ éñ'’-&<>\"|\\;,.%0_x\u2028"
chinese = st.text(st.sampled_from(_CHINESE), min_size=1, max_size=8).map(lambda text: "中" + text.strip())
english = st.text(st.sampled_from(_ENGLISH), min_size=1, max_size=14).map(lambda text: "T" + text.strip())
phrases = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20).map(str.strip)
lists = st.lists(english, max_size=3, unique=True)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """A concept as reading a row of ours gives it."""
    targets = draw(st.lists(english, min_size=1, max_size=3, unique=True))
    status = draw(st.sampled_from(["approved"] * 6 + ["suggested", "forbidden"]))
    made = Concept(
        source=tuple(draw(st.lists(chinese, min_size=1, max_size=3, unique=True))),
        target=targets[0],
        allowed=tuple(targets[1:]),
        forbidden=tuple(draw(lists)),
        forbidden_if_source=tuple(draw(lists)),
        short=tuple(draw(lists)),
        strength=draw(st.sampled_from(["", "info", "error"])),
        kind=draw(st.sampled_from(["term", "name", "generic"])),
        exact_case=draw(st.booleans()),
        keep=draw(st.booleans()),
        only_if_source=draw(st.booleans()),
        not_inside=tuple(draw(st.lists(chinese, max_size=2, unique=True))),
        origin=draw(phrases),
        note=draw(phrases),
        examples=draw(st.sampled_from(["", "good: A b", "good: 中文 => A | bad: B", "bad: B", "no example"])),
    )
    cells = cells_of(made) | ({"status": status} if status != "approved" else {})
    return read_row(tuple(cells.values()), tuple(cells), "", 1)


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Concept, ...]:
    """Concepts of which no two share a source form."""
    seen: set[str] = set()
    found = []
    for concept in draw(st.lists(concepts(), min_size=1, max_size=5)):
        if seen.isdisjoint(concept.source):
            seen |= {*concept.source}
            found.append(concept)
    return tuple(found)


def incoming(data: bytes | str, path: str = "terms.csv", encoding: str = "", columns: str = "", sheet: str = "") -> Incoming:
    """A file as it comes in; what is given as text is UTF-8."""
    raw = data.encode() if isinstance(data, str) else data
    named = tuple(columns.split(",")) if columns else ()
    return Incoming(path, raw, lambda: decode_bytes(raw, path, encoding).text, encoding, named, sheet)
