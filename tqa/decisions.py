"""Files of decisions carried out: glossaries first, then the baseline, each in one step and each remembered before the next.

from tqa.decisions import apply_decisions
apply_decisions("DECISIONS.json", glossaries=["terms/house.tsv"], baseline="tqa-baseline.json")
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os.path import realpath
from types import MappingProxyType

from tqa.baselines import accept
from tqa.config.plans import Planner, glossary_paths, shipped
from tqa.config.settings import Settings
from tqa.engine.baseline import Accepted, parse
from tqa.engine.decided import carry_out, is_for_glossary, memory_path, remembered, remembering
from tqa.engine.decisions import Decision, parse_decisions
from tqa.files import read_bytes, read_text, update
from tqa.glossaries import change_glossary
from tqa.glossary.edits import Draft, new_file
from tqa.model import FormatError, Problem
from tqa.records import NamedTuple

Details = Mapping[str, Mapping[str, str]]
"""Source of a concept → column → cell."""


class Applied(NamedTuple):
    """What became of a file of decisions. With `problems` nothing was written.

    `done`: carried out now; `known`: carried out before; `left`: about the text of articles, for whoever edits them.
    """

    done: tuple[Decision, ...] = ()
    known: tuple[Decision, ...] = ()
    left: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


class DecisionFiles(NamedTuple):
    """Files that decisions may change. `baseline` is "" where none is wanted."""

    glossaries: tuple[str, ...]
    baseline: str


def decision_files(settings: Settings, glossaries: tuple[str, ...] = (), baseline: str = "") -> DecisionFiles:
    """The glossaries named, else the config's own, without those shipped with tqa; the baseline named, else the config's."""
    named = glossaries or settings.glossary or ()
    own = [path for path in glossary_paths(named) if path not in shipped().values()]
    return DecisionFiles(tuple(own), baseline or Planner(settings).baseline_path)


def apply_decisions(path: str, glossaries: Sequence[str], baseline: str, details: Details = MappingProxyType({})) -> Applied:
    """Carry out the decisions of a file, each once by its id; a run that broke off is finished by the next.

    `glossaries`: the files that may be written, the last one for decisions that name none. `details`: further cells of new concepts, by
    source. Everything is tried before anything is written.
    Raises FormatError for a file of decisions, a glossary, a baseline or a memory that cannot be read or written.
    """
    parsed = parse_decisions(read_bytes(path), path)
    plan: dict[str, list[Decision]] = {}
    problems = list(parsed.problems)
    left = []
    for decision in parsed.decisions:
        try:
            if is_for_glossary(decision):
                plan.setdefault(_glossary_of(decision, glossaries), []).append(decision)
            elif decision.action == "dismiss":
                plan.setdefault(_baseline(baseline), []).append(decision)
            else:
                left.append(decision)
        except FormatError as error:
            problems.append(error.problem(path))
    order = sorted(plan, key=lambda file: file == baseline)
    done: list[Decision] = []
    known: list[Decision] = []
    for file in order:
        new = _new(plan[file], remembered(_text(memory_path(file)), memory_path(file)))
        known += [one for one in plan[file] if one not in new]
        plan[file] = new
        problems += _trial(file, new, details, is_baseline=file == baseline)
    if not problems:
        for file in order:
            _write(file, plan[file], details, is_baseline=file == baseline)
            done += plan[file]
    return Applied(tuple(done), tuple(known), tuple(left), tuple(problems))


def _glossary_of(decision: Decision, glossaries: Sequence[str]) -> str:
    """Which of the files a decision is about. A file of decisions may come from anywhere, so it opens no file by its own name."""
    if not glossaries:
        raise FormatError("no glossary to write to; name one: tqa glossary apply --glossary FILE", code="no-glossary")
    if not decision.glossary:
        return glossaries[-1]
    if decision.glossary in shipped():
        said = f"decision {decision.id!r}: {decision.glossary!r} is shipped with tqa and not yours to change; name a file of your own"
        raise FormatError(said, code="shipped-glossary")
    for file in glossaries:
        if realpath(file) == realpath(decision.glossary):
            return file
    said = f"decision {decision.id!r}: the glossary {decision.glossary!r} is not one in use; if it is meant: --glossary {decision.glossary}"
    raise FormatError(said, code="unknown-glossary")


def _baseline(path: str) -> str:
    if not path:
        raise FormatError('no baseline is wanted here (--isolated or baseline = ""); name one with --baseline FILE', code="no-baseline")
    return path


def _trial(file: str, decisions: Sequence[Decision], details: Details, *, is_baseline: bool) -> list[Problem]:
    """Why decisions cannot be carried out on a file; nothing is written."""
    text = _text(file)
    if is_baseline:
        if text:
            parse(text.encode(), file)
        return []
    draft = Draft(text or new_file(("source",)), file)
    problems = []
    for decision in decisions:
        try:
            carry_out(draft, decision, details.get(decision.concept, {}))
        except FormatError as error:
            problems.append(Problem(error.code, f"decision {decision.id!r}: {error}", file, error.line))
    return problems


def _write(file: str, decisions: Sequence[Decision], details: Details, *, is_baseline: bool) -> None:
    """Carry the decisions out, then remember them. A crash between the two is mended by the next run: a second time changes nothing."""
    if not decisions:
        return
    if is_baseline:
        accept(file, [Accepted(one.fingerprint, reason=one.reason, author=one.author, date=one.date) for one in decisions])
    else:
        change_glossary(file, lambda draft: [carry_out(draft, one, details.get(one.concept, {})) for one in decisions], begin=("source",))
    memory = memory_path(file)
    update(memory, lambda text: remembering(text, _new(decisions, remembered(text, memory))))


def _new(decisions: Sequence[Decision], known: Sequence[Decision]) -> list[Decision]:
    """The decisions that are not among the known: another run may have been first."""
    ids = {one.id for one in known}
    return [one for one in decisions if one.id not in ids]


def _text(path: str) -> str:
    """The text of a file, "" if there is none."""
    try:
        return read_text(path)
    except FormatError as error:
        if error.code == "missing-path":
            return ""
        raise
