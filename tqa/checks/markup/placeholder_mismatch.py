"""A placeholder of the source is not in the translation, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.text.placeholders import placeholders


class PlaceholderMismatch(PairRule):
    """Source and translation do not hold the same placeholders: {name}, {{name}}, ${name}, {0}, %s, %(name)s.

    Why: a program fills them before anybody reads the text; one that is translated, lost or added breaks the page or shows as it is.
    Limits: their order is free.
    Measured: no finding on human translations, which hold none.
    """

    severity = Severity.ERROR
    sides = ("target", "source")
    triggers = ("{", "%s", "%d", "%(", "%1")

    examples = (
        example("{count} visitors came to {place}.", "{place}迎来{count}位游客。"),
        example("Up 5% so far, 5%s.", "增长5%。"),
        example("{{name}} said %1$s.", "%1$s，{{name}}说。"),
        example("⟦{number}⟧ visitors came.", "{count}位游客。"),
        example("Visitors came.", "⟦{count}⟧位游客。"),
        example("⟦${x}⟧ visitors came.", "游客来了。"),
    )

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        source, target = pair.source.text, pair.target.text
        wanted, found = _places(source), _places(target)
        added = [place for form, places in found.items() for place in places[len(wanted.get(form, ())) :]]
        lost = [place for form, places in wanted.items() for place in places[len(found.get(form, ())) :]]
        for number, place in enumerate(sorted(added)):
            segment, span = pair.target.place(*place)
            related = [Related(pair.source.where(*lost[number]), "the source has this")] if number < len(lost) else []
            yield self.finding(
                segment,
                span,
                "the source has “{wanted}”" if related else "“{found}” is not in the source",
                found=span.of(segment.text),
                wanted=source[slice(*lost[number])] if related else "",
                related=related,
            )
        for place in sorted(lost)[len(added) :]:
            segment, span = pair.source.place(*place)
            end = len(pair.target.text)
            related = [Related(pair.target.where(end, end), "it should stand in this segment")] if pair.target.segments else []
            yield self.finding(segment, span, "“{lost}” is not in the translation", lost=span.of(segment.text), related=related)


def _places(text: str) -> dict[str, list[tuple[int, int]]]:
    """Placeholder → where it stands."""
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end in placeholders(text):
        places.setdefault(text[start:end], []).append((start, end))
    return places
