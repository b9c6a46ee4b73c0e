"""One person or place spelt two ways."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import DocumentRule, example, replace

_MOST_RELATED = 5


class SplitName(DocumentRule):
    """A name of a person or place is spelt two ways in one article.

    Why: a reader takes two spellings for two people, or cannot look either up.
    What: needs no source. Two spellings that differ by a letter, by two in long words, beside the same surname, given name or first
    name. An error where one of them is no pinyin and the other is; a warning where both may be right, one stands once and the other
    more often, and no sentence has both. A single word is compared where one spelling is pinyin of two syllables or more and stands more
    often. The source, where there is one, speaks through the rules on names, which then stand in this one's place.
    Limits: a name that stands once has nothing to be compared with. Short forms, endings (Korea, Korean) and words that also stand in
    small letters are no second spelling.
    Measured: on 146 human translations 2 findings, both slips of the translators; on 673 machine translations 3, none judged wrong. Without a
    source 0.97 of single wrong spellings of a repeated Chinese name are found.
    """

    severity = Severity.ERROR
    mqm = "terminology/inconsistent-use/name"
    given = "splits"
    yields_to = ("name-misspelled", "name-ungrounded", "name-reading", "place-exonym")

    examples = (
        example(["Li Jun spoke.", "Li Na and Li Jin answered."]),
        example(["Wang Zhonglin and Wang Zhongli are brothers.", "Wang Zhonglin spoke.", "Wang Zhongli answered."]),
        example(["Wang Jinping spoke.", "Wang Jinping left.", "Wang Jin-pyng came."]),
        example(["Shen Yu-bin spoke.", "Shin Yu-bin left."]),
        example(["Xi'an and Xian are one.", "Xi'an is old."]),
        example(["Hong Kong and Hong Kong's harbour.", "Two Hong Kongs."]),
        example(["The Korean envoy met.", "Both Koreas met.", "Korea agreed."]),
        example(["Martin Short spoke.", "Marvin Long answered."]),
        example(
            ["Wang Zhonglin spoke.", "⟦Wang Zhoglin⟧ left."],
            fixed=["Wang Zhonglin spoke.", "Wang Zhonglin left."],
            severity="error",
        ),
        example(
            ["Wang Zhonglin spoke.", "Wang Zhonglin left.", "⟦Wang Zhonglun⟧ came."],
            fixed=["Wang Zhonglin spoke.", "Wang Zhonglin left.", "Wang Zhonglin came."],
            severity="warning",
        ),
        example(["Wang Zhonglin spoke.", "⟦Wnag Zhonglin⟧ left."], fixed=["Wang Zhonglin spoke.", "Wang Zhonglin left."], severity="error"),
        example(["Chongqing grows.", "In Chongqing, they say.", "⟦Chonging⟧ falls."], severity="error"),
        example(["Sergei Slepnev spoke.", "Sergei Slepnev left.", "⟦Sergei Slepnov⟧ came."], severity="warning"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        article = facts.article
        taken: set[tuple[int, int]] = set()
        for split in facts.splits:
            right = article.text[slice(*split.right[0])]
            for place in split.wrong:
                if place in taken:
                    continue
                taken.add(place)
                segment, span = article.place(*place)
                yield self.finding(
                    segment,
                    span,
                    "“{wrong}” here, “{right}” in {n} other places",
                    wrong=span.of(segment.text),
                    right=right,
                    n=len(split.right),
                    severity=Severity.ERROR if split.sure else Severity.WARNING,
                    fix=replace(segment, span, right),
                    related=[Related(article.where(*one), "the other spelling") for one in split.right[:_MOST_RELATED]],
                )
