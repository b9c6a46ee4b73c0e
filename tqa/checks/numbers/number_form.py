"""A number in a dress no English reader knows."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Fix, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.numbers.forms import find_odd_forms


class NumberForm(DocumentRule):
    """The value may be right, but no English reader writes it so: 300 ten thousand, $300 RMB, 1, 500,000.

    Why: Chinese counts by ten thousands, and a system that keeps the count, the currency twice or a stray space leaves the reader to
    reckon.
    What: a count of ten thousands or hundred millions, a currency said twice, thousands parted by a space after their comma or not by
    threes, a misspelt scale ("billon").
    Limits: "ten thousand" alone is English. "RMB 5 yuan" is house style in much of China's press and stays silent.
    Measured: 1 finding on 146 human translations of news (63,000 words), a slip of the translator.
    """

    mqm = "locale-conventions/number-format"
    examples = (
        example("Ten thousand people, a hundred million yuan, 500,000 cars"),
        example("In rooms 1, 500 and 501"),
        example("On May 1, 2019, 500 people came."),
        example("RMB 5 million yuan, $3 million and 5 euros"),
        example("It has 12,345,678 people."),
        example("It costs $300 (RMB 2,000)."),
        example("It rose to ⟦1,5000⟧.", fixed="It rose to 15,000."),
        example("It has ⟦300 ten thousand⟧ people.", fixed="It has 3 million people."),
        example("It has ⟦3 hundred million⟧ people.", fixed="It has 300 million people."),
        example("It costs ⟦$300 RMB⟧."),
        example("It costs ⟦$5 million dollars⟧.", fixed="It costs $5 million."),
        example("It sold ⟦1, 500,000⟧ cars.", fixed="It sold 1,500,000 cars."),
        example("It sold 5 ⟦billon⟧ cars.", fixed="It sold 5 billion cars."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for form in find_odd_forms(facts.article.text, facts.article.lower):
            segment, span = facts.article.place(form.start, form.end)
            if not facts.is_prose(segment, span):
                continue
            fixes: list[Fix] = [replace(segment, Span(span.start, span.end), form.better)] if form.better else []
            yield self.finding(segment, span, form.message, fixes=fixes, wrong=span.of(segment.text), right=form.better)
