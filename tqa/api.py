"""Checks, mends and scores from Python: paths or open buffers in, values out.

from tqa.api import lint
for row in lint(["stories/"]).report.rows: ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import Verdicts
from tqa.files import Found, ReadOptions, StoryPaths, discover, documents, is_long, is_of_records, read_bytes, read_text
from tqa.formats import format_of, plain_text
from tqa.formats.format import Changes, Story
from tqa.model import ArticleRow, ConfigError, Document, FormatError, Notice, Problem, Report, Result
from tqa.rule.kinds import AnyCorpusRule
from tqa.runners.local import Run, Stdin, Work
from tqa.runners.processes import processes_for
from tqa.text.counted import counted
from tqa.text.positions import split_lines
from tqa.value import replace, value

if TYPE_CHECKING:
    from tqa.engine.mending import Accepted, Mended
    from tqa.glossary.memory import Memory, Uses
    from tqa.runners.cache import Cache
    from tqa.score.metrics import Scores

_MANY = 8
"""Stories of a run that is worth looking up: with fewer, the program's files are not read sooner than the stories are checked."""
CLEANS = ("boilerplate", "encoding")
"""What `clean` mends unless it is told otherwise."""
_SHOWN = 5
"""Terms a notice names."""


@value
class Linted:
    """A run's report and what the exit status depends on. `stale`: fingerprints in the baseline that were looked for and not found.

    `inputs`: every file that was read or would have been: articles, their sources and references, glossaries, baseline, config.
    `findings`: the JSON they were read from, made with settings it does not tell; "" where they were made now.
    """

    report: Report
    documents: int
    not_checked: int
    settings: Settings
    stale: frozenset[str] = frozenset()
    inputs: tuple[str, ...] = ()
    findings: str = ""

    @property
    def failed(self) -> bool:
        """Whether a finding reaches `fail_on`; a guess does only under `strict`."""
        fail_on = self.settings.fail_on
        if fail_on == "never":
            return False
        order = ("info", "warning", "error")
        failing = order[order.index(fail_on) :]
        return any(row["severity"] in failing and (self.settings.strict or row["certainty"] != "guess") for row in self.report.rows)


class Session:
    """Paths under one set of settings: found once, then linted or mended."""

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings | None = None,
        *,
        source: str = "",
        stdin: Stdin | None = None,
        articles: bool = False,
        gather: bool = False,
        jobs: int | None = 1,
        cache: str = "",
    ):
        """`stdin` is what stands for the path `-`; `articles`: results carry the articles; `jobs`: processes that check, None for as many
        as pay.

        `cache`: a folder of answers of earlier runs, "" for none; a run over few articles does without. `gather`: what corpus rules keep
        of the articles is wanted though there be but one. Raises ConfigError for settings that name nothing.
        """
        self._gather = gather
        self._jobs = jobs
        self._articles = articles
        self._cache_folder = cache
        self.settings = settings or Settings()
        self.planner = Planner(self.settings, articles=articles)
        self._paths = tuple(paths)
        self._source = source
        self._stdin = stdin

    @cached_property
    def options(self) -> ReadOptions:
        """How files are read."""
        settings = self.settings
        return ReadOptions(
            encoding=settings.encoding,
            max_file_size=settings.max_file_size,
            fields=settings.fields,
            unit=settings.unit,
            exclude=settings.exclude,
            include=settings.include,
            force_exclude=settings.force_exclude,
            root=settings.root,
            not_articles=frozenset((*self.planner.glossary_paths, self.planner.baseline_path, settings.memory)),
            pair=settings.pair,
            source=self._source,
        )

    @cached_property
    def found(self) -> Found:
        """The stories the paths name."""
        named = [path for path in self._paths if path != "-"]
        return discover(named, self.options) if named or not self._stdin else Found((), (), ())

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Every file that is read, which nothing written may replace unasked."""
        texts = [path for story in self.found.stories for path in (story.path, story.source, story.reference)]
        return tuple(path for path in (*texts, *self.standing) if path)

    @property
    def standing(self) -> tuple[str, ...]:
        """The files that say what is looked for, whatever the articles; "" stands for one that is not named."""
        return (*self.planner.glossary_paths, self.planner.baseline_path, self.settings.path)

    @cached_property
    def work(self) -> tuple[Work, ...]:
        """Standard input first, then the stories."""
        return (*([self._stdin] if self._stdin else []), *self.found.stories)

    @cached_property
    def _run(self) -> Run:
        corpus_rules = self.planner.corpus_rules if self._is_corpus else ()
        jobs = processes_for(self.work) if self._jobs is None else self._jobs
        run = Run(self.work, self.planner.for_path, self.options, corpus_rules, self.planner.memory, jobs, self._cache(corpus_rules))
        run.problems += self.found.problems
        run.notices += [*self.found.notices, *self.planner.notices]
        return run

    def _cache(self, corpus_rules: Sequence[AnyCorpusRule]) -> Cache | None:
        """The answers of earlier runs, where looking them up pays.

        Not with rules of plug-ins, for nobody knows what else they read, and not where the changed lines decide what is shown.
        """
        pays = len(self.work) >= _MANY or any(isinstance(work, StoryPaths) and is_long(work.path) for work in self.work)
        if not self._cache_folder or not pays or self.settings.since or self.planner.has_plugins:
            return None
        # Of no use to a run over one article.
        from tqa.config.ground import ground
        from tqa.runners.cache import Cache, kinds_of

        told = ground(self.planner, self.options, articles=self._articles)
        return Cache(self._cache_folder, f"{told}{bool(corpus_rules)}", kinds_of(corpus_rules))

    @property
    def _is_corpus(self) -> bool:
        """Whether there is more than one article to compare, or a memory to compare it with; a file of records may hold several."""
        many = len(self.work) != 1 or is_of_records(self.work[0].filename if isinstance(self.work[0], Stdin) else self.work[0].path)
        return many or self._gather or bool(self.settings.memory)

    @cached_property
    def linted(self) -> Linted:
        """Everything checked."""
        run = self._run
        results = run.results()
        self._tell_of_sources(run)
        memory = run.memory
        self._tell_of_caps(run, memory)
        stale = self._stale(run, results)
        not_checked = run.not_checked + len(self.found.problems)
        report = Report(tuple(results), tuple(run.problems), self.notices, self._figures(run, memory))
        return Linted(report, run.documents, not_checked, self.settings, stale, self.inputs)

    def _figures(self, run: Run, memory: Memory) -> dict[str, Any]:
        """Consistency within the articles, and across them as `corpus` where a rule gathered what they call things; adherence."""
        if not memory:
            return run.tally.shown
        from tqa.score.tallies import consistency_across

        across = consistency_across(memory).shown
        return {**run.tally.shown, **({"corpus": across} if across else {})}

    def _stale(self, run: Run, results: Sequence[Result]) -> frozenset[str]:
        """Entries of the baseline that nothing answers to any more; a notice tells of them."""
        if not self.planner.baseline.entries:
            return frozenset()
        from tqa.config.stale import stale_entries

        stale = stale_entries(self.planner, results, (*run.problems, *self.found.problems), with_sources=run.with_source > 0)
        if stale:
            said = f"{len(stale)} of its entries match nothing any more; tqa baseline prune drops them"
            run.notices.append(Notice("stale-baseline", said, self.planner.baseline_path))
        return stale

    @cached_property
    def memory(self) -> dict[str, Uses]:
        """How the articles render their terms, as far as corpus rules have gathered it."""
        _ = self.linted
        return self._run.memory

    def _tell_of_sources(self, run: Run) -> None:
        if run.with_source or not run.documents:
            return
        if self.planner.named_bilingual:
            names = ", ".join(self.planner.named_bilingual)
            run.problems.append(Problem("no-source", f"asked for by name, but no article has a source: {names}; add STORY.zh.txt or --source"))
        elif self.planner.bilingual:
            count = len(self.planner.bilingual)
            run.notices.append(Notice("no-source", f"no article has a source: {count} rules that compare with one did not run"))

    def _tell_of_caps(self, run: Run, memory: Memory) -> None:
        """A notice where a term has more renderings than are kept: no verdict is given on it."""
        if not memory:
            return
        from tqa.glossary.memory import MOST_USES, capped

        terms = capped(memory)
        if terms:
            said = f"{counted(len(terms), 'term')} rendered in {MOST_USES} ways or more, and so taken for no name: {', '.join(terms[:_SHOWN])}"
            run.notices.append(Notice("many-renderings", said))

    def mended(self, *, unsafe: bool = False, accepted: Accepted | None = None) -> Iterator[tuple[Work, Story, Mended]]:
        """Each story with its text after the fixes; what could not be read or mended is in `problems`.

        `accepted`: findings whose fix is made though it is not safe, as `accepted_in` reads them.
        """
        verdicts = self._verdicts()
        for work in self.work:
            story = self._run.story(work)
            if story is not None:
                mended = self._mend(story, unsafe=unsafe, accepted=accepted or {}, verdicts=verdicts)
                self._run.problems += mended.problems
                yield work, story, mended

    def _verdicts(self) -> Verdicts:
        """What corpus rules mark, where one of them runs."""
        if not self._is_corpus or not self.planner.runs_corpus_rules:
            return {}
        _ = self.linted
        return self._run.verdicts

    def _mend(self, story: Story, *, unsafe: bool, accepted: Accepted, verdicts: Verdicts) -> Mended:
        from tqa.engine.mending import mend

        form = format_of(story.path) or plain_text()

        def read(text: str) -> Iterable[Document | Problem]:
            return documents(replace(story, target=text), self.options)

        def write(text: str, changes: Changes) -> str:
            return form.write(replace(story, target=text), self.options.format, changes)

        return mend(story.target, story.path, read, write, self.planner.for_path, unsafe=unsafe, accepted=accepted, verdicts=verdicts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be checked so far."""
        return tuple(dict.fromkeys(self._run.problems))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What there is to know so far."""
        return tuple(dict.fromkeys(self._run.notices))


def lint(
    paths: Sequence[str],
    settings: Settings | None = None,
    *,
    source: str = "",
    stdin: Stdin | None = None,
    articles: bool = False,
    jobs: int | None = 1,
    cache: str = "",
) -> Linted:
    """Check articles: files, folders, globs, or `-` for `stdin`; `articles`: for reports that show them; `jobs`: in so many processes,
    None for as many as pay.

    `cache`: a folder of answers of earlier runs; "" for none. Raises ConfigError.
    """
    session = Session(paths, settings, source=source, stdin=stdin, articles=articles, jobs=jobs, cache=cache)
    if session.planner.runs_nothing:
        raise ConfigError("no rule is left to run, so nothing would be checked; look at select and ignore: tqa config show")
    return session.linted


def findings_of(path: str) -> Report:
    """What `tqa lint --format json` wrote to a file. Raises FormatError."""
    from tqa.engine.earlier import parse_findings

    return parse_findings(read_bytes(path), path)


def with_articles(path: str, settings: Settings | None = None) -> Linted:
    """The findings of a JSON file with the articles they stand in, which are read again; what has changed since is a problem."""
    from tqa.engine.earlier import rejoined

    found = findings_of(path)
    nothing = replace(settings or Settings(), select=(), extend_select=(), per_path={})
    paths = tuple(dict.fromkeys(result.path for result in found.results))
    read = Session(paths, nothing, articles=True).linted if paths else None
    report = rejoined(found, read.report if read else Report())
    inputs = (path, *(read.inputs if read else ()))
    return Linted(report, len(report.results), len(report.problems), settings or Settings(), inputs=inputs, findings=path)


def with_scores(linted: Linted) -> Linted:
    """The same with scores among its figures, where articles have a reference translation; furniture is not scored. Needs the articles."""
    articles = [result.article for result in linted.report.results if result.article is not None]
    sides = [(_visible(one), one["reference"]) for one in articles if any(text.strip() for text in one["reference"])]
    sides = [(target, reference) for target, reference in sides if target]
    if not sides:
        return linted
    from tqa.score.metrics import score_documents

    scores = [{"name": one.name, "score": one.score, "signature": one.signature} for one in score_documents(sides).metrics]
    return replace(linted, report=replace(linted.report, figures={**linted.report.figures, "scores": {"of": len(sides), "metrics": scores}}))


def _visible(article: ArticleRow) -> list[str]:
    """The target without furniture and blank segments."""
    return [text for number, text in enumerate(article["target"]) if text.strip() and number not in article["target_furniture"]]


def accepted_in(path: str) -> Accepted:
    """The findings of a file of decisions whose fix was accepted or reworded. Raises FormatError, also where one decision is not right."""
    from tqa.engine.decisions import parse_decisions

    found = parse_decisions(read_bytes(path), path)
    for problem in found.problems:
        raise FormatError(problem.message, line=problem.line, code=problem.code, path=path)
    return {one.fingerprint: one.value for one in found.decisions if one.fingerprint and one.action in ("accept", "edit")}


def clean_settings(settings: Settings, select: tuple[str, ...] = ()) -> Settings:
    """Settings under which only what `clean` mends is looked for."""
    return replace(settings, select=(*CLEANS, *select))


def score_files(hypothesis: str, reference: str, metrics: tuple[str, ...] = (), encoding: str = "") -> Scores:
    """Scores of two files, one segment a line, blank ones counted. Raises ScoreError, FormatError."""
    from tqa.score.metrics import DEFAULT_METRICS, score

    sides = []
    for path in (hypothesis, reference):
        if path.lower().endswith((".jsonl", ".tsv")):
            raise FormatError("a table of records; score reads plain text, one segment a line: write its texts to a .txt file", path=path)
        try:
            sides.append([line for _, line in split_lines(read_text(path, encoding))])
        except FormatError as error:
            raise FormatError(str(error), line=error.line, path=path) from None
    return score(sides[0], sides[1], metrics or DEFAULT_METRICS)
