"""Maps and reduces on this machine: each article checked once, and again only where a corpus verdict concerns it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tqa.engine.check import Checked, Verdicts, check
from tqa.engine.corpus import Corpus, Key, Verdict
from tqa.engine.plan import Plan
from tqa.files import ReadOptions, StoryPaths, documents, load, load_stdin, stories
from tqa.formats.format import Story
from tqa.model import Document, FormatError, Notice, Problem, Result
from tqa.rule.kinds import AnyCorpusRule
from tqa.runners.deadline import Late, deadline, seconds_for
from tqa.text.digest import blake2b
from tqa.value import replace, value

PlanOf = Callable[[str], Plan]


@value
class Stdin:
    """Standard input, read already: it cannot be read again. `filename` chooses its format; "" is plain text."""

    data: bytes
    filename: str


Work = StoryPaths | Stdin


class Run:
    """One run over files: results in input order, and what happened beside them."""

    def __init__(self, work: Sequence[Work], plan_of: PlanOf, options: ReadOptions, corpus_rules: Sequence[AnyCorpusRule] = ()):
        self.work = work
        self.plan_of = plan_of
        self.options = options
        self.corpus_rules = corpus_rules
        self.problems: list[Problem] = []
        self.notices: list[Notice] = []
        self.documents = 0
        self.with_source = 0
        self.not_checked = 0
        self.verdicts: dict[str, Verdict] = {}
        self._ids: dict[str, int] = {}

    def results(self) -> list[Result]:
        """Check everything; corpus rules are judged over all of it."""
        corpus = Corpus(self.corpus_rules)
        found: dict[int, list[Result]] = {}
        digests: dict[int, bytes] = {}
        for number, work in enumerate(self.work):
            results, digest = found.setdefault(number, []), blake2b(digest_size=16)
            for story in self.stories(work):
                digest.update(_bytes(story))
                for document in self._documents(story):
                    checked = self._check(document)
                    corpus.add((number, len(results)), checked.states)
                    results.append(checked.result)
                    self._note(checked)
            digests[number] = digest.digest()
        self.verdicts = corpus.judge()
        self._mark(corpus.concerned(self.verdicts), found, digests)
        return [result for _, results in sorted(found.items()) for result in results]

    def _mark(self, concerned: frozenset[Key], found: dict[int, list[Result]], digests: dict[int, bytes]) -> None:
        by_work: dict[int, set[int]] = {}
        for key in concerned:
            by_work.setdefault(key[0], set()).add(key[1])
        for number, ordinals in sorted(by_work.items()):
            results, digest = list(found[number]), blake2b(digest_size=16)
            ordinal = -1
            for story in self.stories(self.work[number]):
                digest.update(_bytes(story))
                for document in documents(story, self.options):
                    if isinstance(document, Problem):
                        continue
                    ordinal += 1
                    if ordinal in ordinals and ordinal < len(results):
                        named = replace(document, id=results[ordinal].document)
                        checked = self._check(named, self.verdicts)
                        self.problems += [problem for problem in checked.problems if problem not in self.problems]
                        results[ordinal] = checked.result
            if digest.digest() == digests[number]:
                found[number] = results
            else:
                self.problems.append(Problem("file-changed", "changed while it was checked; run tqa again", results[0].path))

    def _check(self, document: Document, verdicts: Verdicts | None = None) -> Checked:
        size = sum(len(segment.text) for side in (document.target, document.source) for segment in side)
        try:
            with deadline(seconds_for(size)):
                return check(document, self.plan_of(document.path), verdicts)
        except Late:
            reason = f"document {document.id!r} took more than {seconds_for(size):.0f} seconds and was left; split it, or use a quieter machine"
            self.not_checked += 1
            late = Problem("too-slow", reason, document.path)
            return Checked(Result(document.id, document.path), (), (late,), (), {}, bool(document.source))

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

    def _documents(self, story: Story) -> Iterator[Document]:
        for document in documents(story, self.options):
            if isinstance(document, Notice):
                self.notices.append(document)
                continue
            if isinstance(document, Problem):
                self.problems.append(document)
                self.not_checked += 1
                continue
            seen = self._ids[document.id] = self._ids.get(document.id, 0) + 1
            yield document if seen == 1 else replace(document, id=f"{document.id}~{seen}")

    def _note(self, checked: Checked) -> None:
        self.documents += 1
        self.problems += checked.problems
        self.notices += checked.notices
        self.with_source += checked.has_source


def _bytes(story: Story) -> bytes:
    return "\x00".join((story.target, story.source or "", story.reference or "")).encode("utf-8", "surrogatepass")
