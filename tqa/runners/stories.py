"""What is done with one story, or one part of a long file: checked, or checked again where a verdict marks something.

Pure but for the clock; a task and its answer can travel between processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tqa.engine.check import Checked, Verdicts, check, is_marked
from tqa.engine.plan import Plan
from tqa.files import ReadOptions, documents
from tqa.formats.format import Story
from tqa.model import Document, Problem, Result
from tqa.rule.kinds import AnyCorpusRule
from tqa.runners.deadline import Late, deadline, seconds_for
from tqa.value import replace, value

PlanOf = Callable[[str], Plan]
Answer = tuple[Checked | None, ...]
"""For each document of a task what checking it gave; None where it need not be checked again."""


@value
class Task:
    """A story of the file of that `number`: `names` of its documents, the `first` of which has that place in the file.

    `held`: places, in the file, of documents that gave a key of a verdict.
    """

    number: int
    story: Story
    names: tuple[str, ...]
    first: int
    held: frozenset[int] = frozenset()


def check_story(task: Task, plan_of: PlanOf, options: ReadOptions, *, gather: bool) -> Answer:
    """The documents checked; `gather`: corpus rules gather from them."""
    return tuple(_in_time(document, plan_of(document.path), None if gather else {}) for document in _named(task, options))


def mark_story(task: Task, plan_of: PlanOf, options: ReadOptions, verdicts: Verdicts, seeking: Sequence[AnyCorpusRule]) -> Answer:
    """The documents checked again in which a verdict marks something; `seeking`: rules that are asked whether it may."""

    def again(place: int, document: Document) -> Checked | None:
        concerned = place in task.held or any(rule.concerns(document, verdicts[rule.name]) for rule in seeking)
        plan = plan_of(document.path)
        return _in_time(document, plan, verdicts) if concerned and is_marked(document, plan, verdicts) else None

    return tuple(again(place, document) for place, document in enumerate(_named(task, options), task.first))


def _named(task: Task, options: ReadOptions) -> Iterator[Document]:
    found = (document for document in documents(task.story, options) if isinstance(document, Document))
    # A file that has more now has changed, which is told elsewhere.
    for document, name in zip(found, task.names, strict=False):
        yield replace(document, id=name)


def _in_time(document: Document, plan: Plan, verdicts: Verdicts | None) -> Checked:
    """The document checked, or left when its time is up; its findings are in the rows."""
    size = sum(len(segment.text) for side in (document.target, document.source) for segment in side)
    try:
        with deadline(seconds_for(size)):
            return replace(check(document, plan, verdicts), findings=())
    except Late:
        reason = f"document {document.id!r} took more than {seconds_for(size):.0f} seconds of processor time and was left; split it"
        late = Problem("too-slow", reason, document.path)
        return Checked(Result(document.id, document.path), (), (late,), (), {}, bool(document.source))
