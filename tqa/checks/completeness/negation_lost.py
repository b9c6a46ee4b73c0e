"""A negation of the source that the translation lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.script import simplified
from tqa.model import Certainty, Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.text.negation import are_plainly_answered, denials, lost


class NegationLost(PairRule):
    """The source denies something, and the English denies less.

    Why: a lost “not” turns a sentence round and leaves it perfectly fluent.
    Limits: Chinese idioms that hold a character of negation (不断, 无人机, 未来) are silent, and so is English that says a denial with
    a word of its own (fail, lack, refuse, without); where the two sides deny equally often nothing is seen, though it be another thing.
    Measured: 0.06 findings an article on 146 human translations of news (63,000 words), two of the nine real slips, the others
    denials said in other words; 0.64 of dropped “not” found.
    """

    severity = Severity.INFO
    certainty = Certainty.GUESS
    mqm = "accuracy/mistranslation"
    examples = (
        # Idioms that deny nothing.
        example("The town keeps growing.", source="该镇不断发展。"),
        example("It is cheap and also good.", source="不仅便宜，而且好。"),
        example("Many people came before long.", source="不久，不少人来了。"),
        example("Drones from Wuxi flew to Africa.", source="来自无锡的无人机飞往非洲。"),
        example("In future they will be very good.", source="未来他们会非常不错。"),
        example("The factory had to close.", source="工厂不得不关门。"),
        example("Fewer than ten people came.", source="来了不到十人。"),
        example("Profit turned from loss to gain.", source="利润由负转正。"),
        example("Other people took special care.", source="别人特别小心。"),
        example("Can it be done?", source="能不能做？"),
        example("They argued for days.", source="他们争吵不休。"),
        example("It is illegal to park here.", source="在此非法停车。"),
        example("The future fund keeps growing.", source="未來基金不斷發展。"),
        # Denials said in other words.
        example("He failed to come.", source="他没有来。"),
        example("The ministry refused to answer.", source="该部不回答。"),
        example("It is a public body rather than a private one.", source="它是国有而非民营机构。"),
        example("Smoking is banned here.", source="此处禁止吸烟。"),
        example("I haven’t seen it.", source="我没看到。"),
        example("The road is impassable.", source="道路不能通行。"),
        example("He neither ate nor drank.", source="没吃饭，也没喝酒。"),
        example("They were not stolen or robbed.", source="不是偷来的、不是抢来的。"),
        example("The share is up to 5%.", source="比例不超过5%。"),
        # Denials that are gone.
        example("The deal has been signed.", source="协议⟦尚未⟧签署。"),
        example("The mayor will resign.", source="市长⟦不会⟧辞职。"),
        example("The mayor will resign.", source="市長⟦不會⟧辭職。"),
        example("Smoking is allowed here.", source="此处⟦禁止⟧吸烟。"),
        example("The share shall exceed 5%.", source="比例⟦不得超过⟧5%。"),
        example("They do the work well.", source="他们工作⟦不到位⟧。"),
        example("He did not come, and he said so.", source="他没有来，而且市长表示对此事⟦不能⟧理解。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        # Not triggers: no other rule has any on the source, and one search for single characters costs less than an automaton.
        found, target = denials(facts.simplified_source), facts.article
        denying = [start for start, _ in (*found.words, *found.limits)]
        return [
            facts.pair(number)
            for number, places in facts.sure_links(denying, "source").items()
            if not are_plainly_answered(len(places), target.text, *target.range(facts.links[number].target))
        ]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        found = lost(simplified(pair.source.text), pair.target.text) if pair.target.text.strip() else None
        if found is not None:
            word = pair.source.text[found[0] : found[1]]
            segment, span = pair.source.place(*found)
            there = pair.target.where(*[_opposite(found[0], pair)] * 2)
            yield self.finding(
                segment,
                span,
                "“{word}” denies, and the English does not seem to: is a “not” lost?",
                word=word,
                related=[Related(there, "here it is looked for")],
            )


def _opposite(place: int, pair: Pair) -> int:
    """The word start of the target that lies as far in as `place` does in the source."""
    text = pair.target.text
    far = len(text) * place // max(1, len(pair.source.text))
    return text.rfind(" ", 0, far) + 1
