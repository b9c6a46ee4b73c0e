"""Maps and reduces on this machine: each article checked once, and again only where a corpus verdict concerns it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tqa.engine.check import Checked
from tqa.engine.corpus import Corpus, Key, State
from tqa.files import ReadOptions, StoryPaths, documents, load, load_stdin, stories
from tqa.formats.format import Story
from tqa.model import Document, FormatError, Notice, Problem, Result
from tqa.rule.kinds import AnyCorpusRule
from tqa.runners.stories import Answer, PlanOf, Task, check_story, mark_story
from tqa.tally import Tally
from tqa.text.digest import blake2b
from tqa.value import value

if TYPE_CHECKING:
    from tqa.glossary.memory import Memory, Uses
    from tqa.runners.cache import Cache


@value
class Stdin:
    """Standard input, read already: it cannot be read again. `filename` chooses its format; "" is plain text."""

    data: bytes
    filename: str


Work = StoryPaths | Stdin


class Run:
    """One run over files: results in input order, and what happened beside them."""

    def __init__(
        self,
        work: Sequence[Work],
        plan_of: PlanOf,
        options: ReadOptions,
        corpus_rules: Sequence[AnyCorpusRule] = (),
        memory: Memory | None = None,
        jobs: int = 1,
        cache: Cache | None = None,
    ):
        """`memory`: what corpus rules may know before the first article. `jobs`: processes that check; the answer is the same for any.

        `cache`: where answers lie that need not be found again.
        """
        self.work = work
        self.plan_of = plan_of
        self.options = options
        self.corpus_rules = corpus_rules
        self.jobs = jobs
        self.cache = cache
        self.problems: list[Problem] = []
        self.notices: list[Notice] = []
        self.documents = 0
        self.with_source = 0
        self.not_checked = 0
        self.corpus = Corpus(corpus_rules)
        self.verdicts: dict[str, State] = {}
        for rule in corpus_rules:
            self.corpus.add_state(rule.name, rule.remembered(memory or {}))
        self.tally = Tally()
        self._ids: dict[str, int] = {}

    def results(self) -> list[Result]:
        """Check everything; corpus rules are judged over all of it."""
        found: dict[int, list[Result]] = {number: [] for number in range(len(self.work))}
        digests: dict[int, bytes] = {}
        checking: Callable[[Task], Answer] = partial(check_story, plan_of=self.plan_of, options=self.options, gather=bool(self.corpus_rules))
        if self.cache is not None:
            checking = partial(self.cache.answer, check=checking)
        for task, answer in self._answers(self._tasks(digests), checking):
            for checked in self._all(task, answer):
                self.corpus.add((task.number, len(found[task.number])), checked.states)
                found[task.number].append(checked.result)
                self._note(checked)
        self.verdicts = self.corpus.judge()
        self.notices += self.corpus.notices
        self._mark(found, digests)
        return [result for results in found.values() for result in results]

    @property
    def memory(self) -> dict[str, Uses]:
        """How the articles checked so far render their terms."""
        return {term: uses for rule in self.corpus_rules for term, uses in rule.memory(self.corpus.state(rule.name)).items()}

    def _tasks(self, digests: dict[int, bytes]) -> Iterator[Task]:
        """The stories with their documents named; what is no document is noted, and `digests` learns what each file held."""
        for number, work in enumerate(self.work):
            first, digests[number] = 0, b""
            for story in self.stories(work):
                digests[number] = _digest(digests[number], story)
                names = tuple(self._names(story))
                yield Task(number, story, names, first)
                first += len(names)

    def _answers(self, tasks: Iterator[Task], answer: Callable[[Task], Answer]) -> Iterator[tuple[Task, Answer | None]]:
        """Each task with its answer, in order; None where the process that had it died."""
        if self.jobs < 2:
            return ((task, answer(task)) for task in tasks)
        # Slow to load, and of no use to one process.
        from tqa.runners.workers import Workers

        return Workers(self.jobs, answer).map(tasks)

    def _all(self, task: Task, answer: Answer | None) -> Iterator[Checked]:
        """What was checked; documents that were lost with their process as such."""
        if answer is not None:
            yield from (checked for checked in answer if checked is not None)
            return
        self.problems.append(_died(task.story.path))
        self.not_checked += len(task.names)
        for name in task.names:
            yield Checked(Result(name, task.story.path), (), (), (), {}, bool(task.story.source))

    def _mark(self, found: dict[int, list[Result]], digests: Mapping[int, bytes]) -> None:
        """Check again what a verdict marks."""
        seeking = tuple(rule for rule in self.corpus_rules if rule.seeks and rule.name in self.verdicts)
        holding = self.corpus.concerned(self.verdicts)
        numbers = [number for number in found if found[number] and (seeking or any(number == held for held, _ in holding))]
        marked = {number: list(found[number]) for number in numbers}
        again: dict[int, bytes] = {}
        marking: Callable[[Task], Answer] = partial(mark_story, plan_of=self.plan_of, options=self.options, verdicts=self.verdicts, seeking=seeking)
        if self.cache is not None and numbers:
            marking = partial(self.cache.judged(self.verdicts).answer, check=marking)
        for task, answer in self._answers(self._marking_tasks(marked, holding, again), marking):
            if answer is None:
                self.problems.append(_died(task.story.path))
            for place, checked in enumerate(answer or (), task.first):
                if checked is not None:
                    marked[task.number][place] = checked.result
                    self.problems += [problem for problem in checked.problems if problem not in self.problems]
        for number in numbers:
            if again[number] == digests[number]:
                found[number] = marked[number]
            else:
                self.problems.append(Problem("file-changed", "changed while it was checked; run tqa again", found[number][0].path))

    def _marking_tasks(self, results: Mapping[int, Sequence[Result]], holding: frozenset[Key], again: dict[int, bytes]) -> Iterator[Task]:
        """The stories of some files once more; `again` learns what each file holds now."""
        for number in results:
            first, again[number] = 0, b""
            for story in self.stories(self.work[number]):
                again[number] = _digest(again[number], story)
                count = sum(isinstance(document, Document) for document in documents(story, self.options))
                names = tuple(result.document for result in results[number][first : first + count])
                held = frozenset(place for place in range(first, first + len(names)) if (number, place) in holding)
                yield Task(number, story, names, first, held)
                first += count

    def stories(self, work: Work) -> Iterator[Story]:
        """The story in parts a worker takes at a time; one that cannot be read is noted as a problem."""
        yield from self._read(work, stories)

    def story(self, work: Work) -> Story | None:
        """The whole story, or None and a problem noted."""
        return next(self._read(work, lambda paths, options: iter((load(paths, options),))), None)

    def _read(self, work: Work, opened: Callable[[StoryPaths, ReadOptions], Iterator[Story]]) -> Iterator[Story]:
        try:
            if isinstance(work, Stdin):
                yield load_stdin(work.data, work.filename, self.options)
            else:
                yield from opened(work, self.options)
        except FormatError as error:
            path = error.path or (work.filename or "-" if isinstance(work, Stdin) else work.path)
            problem = Problem(error.code, str(error), path, error.line, error.column)
            if problem not in self.problems:
                self.problems.append(problem)
                self.not_checked += 1

    def _names(self, story: Story) -> Iterator[str]:
        """Names of the documents, unique in the run; what is none is noted."""
        for document in documents(story, self.options):
            if isinstance(document, Notice):
                self.notices.append(document)
            elif isinstance(document, Problem):
                self.problems.append(document)
                self.not_checked += 1
            else:
                seen = self._ids[document.id] = self._ids.get(document.id, 0) + 1
                yield document.id if seen == 1 else f"{document.id}~{seen}"

    def _note(self, checked: Checked) -> None:
        self.documents += 1
        self.not_checked += any(problem.code == "too-slow" for problem in checked.problems)
        self.problems += checked.problems
        self.notices += checked.notices
        self.with_source += checked.has_source
        self.tally += checked.tally


def _digest(before: bytes, story: Story) -> bytes:
    """What a file's stories so far held, as 16 bytes."""
    texts = "\x00".join((story.target, story.source or "", story.reference or ""))
    return blake2b(before + texts.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _died(path: str) -> Problem:
    return Problem(
        "process-died", "the process that checked it died, killed perhaps for the memory it took; split the file, or use fewer --jobs", path
    )
