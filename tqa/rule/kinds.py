"""What a rule is: an identity, options, a page, examples, and one check.

A check is one file. Class attributes are its identity, the fields of a value its options (a docstring under each), the class
docstring its page, `examples` its tests. Rules are pure: no I/O, no clock, no global state.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar

from tqa.glossary.concept import Concept
from tqa.model import Certainty, Document, Edit, Finding, Fix, Related, Segment, Severity, Side, Span, Where
from tqa.rule.card import Kind, Triggers
from tqa.value import value

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis, Pair
    from tqa.glossary.memory import Memory

GROUPS: Mapping[str, str] = {
    "glossary": "terminology/inconsistent-with-terminology-resource",
    "consistency": "terminology/inconsistent-use",
    "numbers": "accuracy/mistranslation",
    "names": "accuracy/mistranslation",
    "completeness": "accuracy/omission",
    "mechanics": "linguistic-conventions/typography",
    "boilerplate": "other/boilerplate",
    "encoding": "linguistic-conventions/character-encoding",
    "style": "style/unidiomatic",
    "markup": "design-and-markup/markup",
}
"""The groups of rules and the MQM type a rule of the group has unless it says otherwise."""

Place = tuple[Segment, Span]
WRITE = "write “{text}”"
"""The title of a fix that puts words in place of others."""
DELETE = "delete it"
"""The title of a fix that takes words away."""


@value
class Example:
    """Text a rule must judge as its marks say; without marks it must stay silent.

    Each document is a target and perhaps a source, as segments with `⟦…⟧` marks in them.
    """

    documents: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    glossary: tuple[Concept, ...] = ()
    fixed: tuple[str, ...] | None = None
    severity: str | None = None
    markdown: bool = False


def example(
    target: str | Sequence[str],
    source: str | Sequence[str] | None = None,
    glossary: Concept | Sequence[Concept] = (),
    fixed: str | Sequence[str] | None = None,
    severity: str | None = None,
    markdown: bool = False,
) -> Example:
    """One article: `⟦…⟧` marks what must be found (`⟦⟧` an empty place); `fixed` is the target after all its fixes.

    `markdown`: a segment may begin with the marker of a heading or a list item.
    """
    concepts = (glossary,) if isinstance(glossary, Concept) else tuple(glossary)
    return Example(((_segments(target), _segments(source or ())),), concepts, None if fixed is None else _segments(fixed), severity, markdown)


def corpus_example(*targets: str | Sequence[str], sources: Sequence[str | Sequence[str]] = (), glossary: Concept | Sequence[Concept] = ()) -> Example:
    """Several articles that are judged together; `sources` is empty or holds one for each."""
    concepts = (glossary,) if isinstance(glossary, Concept) else tuple(glossary)
    pairs = zip(targets, sources or [()] * len(targets), strict=True)
    return Example(tuple((_segments(target), _segments(source)) for target, source in pairs), concepts)


def _segments(side: str | Sequence[str]) -> tuple[str, ...]:
    return (side,) if isinstance(side, str) else tuple(side)


def kebab(name: str) -> str:
    """`DoubledWord` as users write it: doubled-word."""
    starts = [at for at in range(1, len(name)) if name[at].isupper() and not name[at - 1].isupper()]
    return "-".join([name[start:end] for start, end in pairwise([0, *starts, len(name)])]).lower()


class Rule:
    """What all rules share. A rule with options is a `@value`; one without needs no decorator."""

    __slots__ = ()

    name: ClassVar[str] = ""
    group: ClassVar[str] = ""
    kind: ClassVar[Kind] = "document"
    severity: ClassVar[Severity] = Severity.WARNING
    """The highest severity a finding of the rule may carry, and the one it carries unless it says less."""
    certainty: ClassVar[Certainty] = Certainty.LIKELY
    mqm: ClassVar[str] = ""
    sides: ClassVar[tuple[Side, ...]] = ("target",)
    """Sides on which the triggers are looked for; a segment rule is called for segments of these sides."""
    triggers: ClassVar[Triggers] = None
    """Literals in lower case, or a pattern, of which one must occur before the rule can fire; None: it always runs."""
    given: ClassVar[str] = ""
    """A fact of the analysis, by its name (`rare`, `forbidden`), without which the rule has nothing to say; "": it needs none."""
    sees: ClassVar[Literal["visible", "all"]] = "visible"
    yields_to: ClassVar[tuple[str, ...]] = ()
    """Rules whose findings, where they overlap one of this rule, stand in its place."""
    examples: ClassVar[tuple[Example, ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        parts = cls.__module__.split(".")
        if parts[:2] == ["tqa", "checks"]:
            cls.group = parts[2]
        cls.name = cls.__dict__.get("name") or kebab(cls.__name__)
        cls.mqm = cls.__dict__.get("mqm") or GROUPS.get(cls.group, "")

    def __eq__(self, other: object) -> bool:
        """A rule without options is equal to any other of its class."""
        return type(other) is type(self)

    def __hash__(self) -> int:
        return id(type(self))

    def finding(
        self,
        segment: Segment,
        span: Span,
        message: str,
        *,
        fix: Fix | None = None,
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        severity: Severity | None = None,
        certainty: Certainty | None = None,
        block: str | None = None,
        **values: object,
    ) -> Finding:
        """A finding at `span` of `segment`; `message` is a template that `values` fill when it is shown."""
        return self.finding_at(
            Where(segment.side, segment.index, span),
            message,
            fixes=(fix, *fixes) if fix else tuple(fixes),
            related=related,
            severity=severity,
            certainty=certainty,
            block=block,
            **values,
        )

    def finding_at(
        self,
        where: Where,
        message: str,
        *,
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        severity: Severity | None = None,
        certainty: Certainty | None = None,
        block: str | None = None,
        **values: object,
    ) -> Finding:
        """The same for a place already known as a Where. The engine fills in the document."""
        return Finding(
            self.name,
            "",
            where,
            message,
            self.severity if severity is None else min(severity, self.severity),
            self.certainty if certainty is None else certainty,
            values,
            tuple(fixes),
            tuple(related),
            block,
        )


class SegmentRule(Rule):
    """Looks at one segment at a time."""

    __slots__ = ()

    kind: ClassVar[Kind] = "segment"

    @abstractmethod
    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        """Findings in `segment`."""
        raise NotImplementedError


class PairRule(Rule):
    """Looks at linked segments of both sides; without a source it does not run."""

    __slots__ = ()

    kind: ClassVar[Kind] = "pair"

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        """The pairs to look at; fewer where a fact knows which."""
        return facts.pairs

    @abstractmethod
    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        """Findings in `pair`."""
        raise NotImplementedError


class DocumentRule(Rule):
    """Looks at the whole article."""

    __slots__ = ()

    kind: ClassVar[Kind] = "document"

    @abstractmethod
    def check(self, facts: Analysis) -> Iterator[Finding]:
        """Findings in the article."""
        raise NotImplementedError


S = TypeVar("S")
V = TypeVar("V")


class CorpusRule(Rule, Generic[S, V]):
    """Looks across articles: each gives a state, states add up, the sum is judged once, the verdict is marked back.

    A state and a verdict map a key to a small row of plain values. Any order of adding gives the same state.
    """

    __slots__ = ()

    kind: ClassVar[Kind] = "corpus"
    most_keys: ClassVar[int] = 200_000
    """Keys of a state that are kept: of more, those with the smallest hashes, which is a notice."""
    rows: ClassVar[tuple[type, ...]] = ()
    """Named tuples that rows of a state are made of, so that a cache can keep a state."""
    seeks: ClassVar[bool] = False
    """Whether an article may hold a key of the verdict that it did not give; each is then read again and `concerns` is asked."""

    @abstractmethod
    def gather(self, facts: Analysis) -> dict[str, S]:
        """What this article adds, by key."""
        raise NotImplementedError

    @abstractmethod
    def add(self, one: S, other: S) -> S:
        """The row of a key that two parts of the corpus share."""
        raise NotImplementedError

    def remembered(self, memory: Memory) -> Mapping[str, S]:
        """What the rule knows from a term memory before the first article."""
        return {}

    def memory(self, state: Mapping[str, S]) -> Memory:
        """What a term memory keeps of the articles."""
        return {}

    @abstractmethod
    def judge(self, state: Mapping[str, S]) -> Mapping[str, V]:
        """The keys to mark, each with what the mark needs to know; `mark` is given this very mapping."""
        raise NotImplementedError

    def concerns(self, document: Document, verdict: Mapping[str, V]) -> bool:
        """Whether an article may hold a key of the verdict; asked of each where the rule `seeks`, so it is to be cheap."""
        return False

    @abstractmethod
    def mark(self, facts: Analysis, verdict: Mapping[str, V]) -> Iterator[Finding]:
        """Findings in an article that holds one of the keys."""
        raise NotImplementedError


AnyCorpusRule = CorpusRule[Any, Any]
"""A corpus rule whose rows are its own business."""


def replace(segment: Segment, span: Span, text: str, title: str = "", *, safe: bool = False) -> Fix:
    """The fix that puts `text` in place of `span`; without a title of its own it says what it writes, or that it deletes."""
    title = title or ("" if text else DELETE)
    edits = (Edit(Where(segment.side, segment.index, span), text),)
    return Fix(title, edits, safe) if title else Fix(WRITE, edits, safe, {"text": text})


def delete(segment: Segment, span: Span, title: str = DELETE, *, safe: bool = False) -> Fix:
    """The fix that takes `span` away."""
    return replace(segment, span, "", title, safe=safe)
