"""A URL of the translation is not the one of the source."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace
from tqa.text.addresses import urls


class UrlMismatch(PairRule):
    """A URL of the source stands changed in the translation, or not at all.

    Why: an address with one letter changed leads nowhere, and no reader of the text can see it.
    What: a URL of the translation that is nowhere in the source, beside one of the source that is nowhere in the translation. Where the
    two are not alike, the translation may lead to a page of its own: a warning then, and none where the source keeps no address.
    Limits: an address that was left out is no finding; the scheme, “www.” and a slash at the end are not compared.
    Measured: no finding on human translations; 1.00 of addresses with one letter changed are found.
    """

    severity = Severity.ERROR
    sides = ("target",)
    triggers = ("://", "www.")

    examples = (
        example("See https://a.cn/x.html.", "见https://a.cn/x.html。"),
        example("See http://www.a.cn/x/", "见https://a.cn/x"),
        example("See https://en.other.org/news", "见网站。"),  # the source has none: added for the reader
        example("The site has moved.", "见https://a.cn/x。"),
        example(["See the site.", "It is https://a.cn/x."], ["见https://a.cn/x。", "网站。"]),  # in the sentence beside
        example(
            "See ⟦https://a.cn/2022-07/c_1128155432.htm⟧.",
            "见https://a.cn/2022-07/c_1128155423.htm。",
            severity="error",
            fixed="See https://a.cn/2022-07/c_1128155423.htm.",
        ),
        example("See ⟦https://english.news.cn/today⟧.", "见https://a.cn/2022-07/c_1128155423.htm。", severity="warning"),
    )

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        source, target = pair.source.text, pair.target.text
        known, said = _addresses(facts.whole_source.text), _addresses(facts.whole.text)
        lost = [place for place in urls(source) if _bare(source[slice(*place)]) not in said]
        if not lost:
            return
        for place in urls(target):
            found = target[slice(*place)]
            if _bare(found) in known:
                continue
            nearest = max(lost, key=lambda other: _likeness(found, source[slice(*other)]))
            wanted = source[slice(*nearest)]
            alike = _likeness(found, wanted) >= 80
            segment, span = pair.target.place(*place)
            yield self.finding(
                segment,
                span,
                "the source has “{wanted}”",
                wanted=wanted,
                severity=Severity.ERROR if alike else Severity.WARNING,
                fix=replace(segment, span, wanted) if alike else None,
                related=[Related(pair.source.where(*nearest), "the address in the source")],
            )


def _addresses(text: str) -> set[str]:
    """The URLs of a text, bare."""
    return {_bare(text[start:end]) for start, end in urls(text)}


def _bare(address: str) -> str:
    """The URL as it is compared: without scheme, “www.” and a slash at the end."""
    return address.lower().partition("://")[2 * ("://" in address)].removeprefix("www.").rstrip("/")


def _likeness(one: str, other: str) -> float:
    """How alike two addresses are, 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(_bare(one), _bare(other))
