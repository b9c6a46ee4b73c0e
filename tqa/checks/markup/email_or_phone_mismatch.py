"""An e-mail address or a telephone number of the source is not in the translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace
from tqa.text.addresses import mail_addresses, phone_numbers

_Find = Callable[[str], Iterator[tuple[int, int]]]


class EmailOrPhoneMismatch(PairRule):
    """An e-mail address or telephone number of the translation is not the one of the source.

    Why: nobody can be reached at a number with one digit changed.
    What: an address or number of the translation that is nowhere in the source, beside one of the source that is nowhere in the
    translation. Blanks, hyphens, brackets and the code of a country are not compared.
    Limits: a number is looked for where the source speaks of a telephone; one that was left out is no finding here; lines of contacts are
    site furniture (`contact-or-licence-line`).
    Measured: no finding on human translations, which hold few of either.
    """

    sides = ("source",)
    triggers = ("@", "电话", "電話", "热线", "熱線", "传真", "傳真", "手机", "手機", "致电", "致電", "拨打", "+86", "400-")
    severity = Severity.WARNING
    yields_to = ("number-mismatch", "number-magnitude")

    examples = (
        example("Call (010) 1234 5678 or write to news@a.cn.", "电话010-12345678，邮箱news@a.cn。"),
        example("Call +86 10 1234 5678.", "电话010-12345678。"),
        example("Call us.", "电话010-12345678。"),
        example("They sold 13812345678 items.", "售出13812345678件。"),
        example("Call ⟦010-12345687⟧.", "电话010-12345678。", fixed="Call 010-12345678."),
        example("Write to ⟦new@a.cn⟧.", "邮箱news@a.cn。", fixed="Write to news@a.cn."),
    )

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        yield from self._changed(pair, facts, mail_addresses, str.lower)
        yield from self._changed(pair, facts, phone_numbers, _digits)

    def _changed(self, pair: Pair, facts: Analysis, find: _Find, bare: Callable[[str], str]) -> Iterator[Finding]:
        source, target = pair.source.text, pair.target.text
        places = list(find(source))
        if not places:
            return
        said, known = bare(facts.whole.text), bare(facts.whole_source.text)
        lost = [place for place in places if bare(source[slice(*place)]) not in said]
        added = [place for place in find(target) if bare(target[slice(*place)]) not in known]
        for wanted, found in zip(lost, added, strict=False):
            segment, span = pair.target.place(*found)
            yield self.finding(
                segment,
                span,
                "the source has “{wanted}”",
                wanted=source[slice(*wanted)],
                fix=replace(segment, span, source[slice(*wanted)]),
                related=[Related(pair.source.where(*wanted), "as the source has it")],
            )


def _digits(text: str) -> str:
    """The digits of a text without the zero of an area code and the code of China."""
    return "".join([char for char in text if char.isdigit()]).removeprefix("86").lstrip("0")
