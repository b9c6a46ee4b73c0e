"""What a run reads and does, said before it begins: `--verbose`."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.api import Session
from tqa.cli.exits import say
from tqa.cli.options import Reading
from tqa.config.plans import Planner
from tqa.files import StoryPaths
from tqa.text.counted import counted
from tqa.text.show import show

_SHOWN = 200
"""Articles that are named; of more only the number is said."""


def say_what_is_read(reading: Reading) -> None:
    """Config, glossaries, baseline and memory, the rules that run, and each article with its source and reference, on stderr.

    What is wrong with them is not said here: the run says it.
    """
    session = Session(reading.paths, reading.settings, source=reading.source)
    stories = session.found.stories
    for line in (*_files(session.planner), *map(_story, stories[:_SHOWN])):
        say(f"tqa: {line}")
    if len(stories) > _SHOWN:
        say(f"tqa: … and {counted(len(stories) - _SHOWN, 'more article')}")


def _files(planner: Planner) -> Iterator[str]:
    settings = planner.settings
    yield f"config: {show(settings.path) or 'none, the defaults'}"
    yield f"glossaries: {', '.join(map(show, planner.glossary_paths)) or 'none'}"
    if planner.baseline.entries:
        yield f"baseline: {show(planner.baseline_path)}, {counted(len(planner.baseline.entries), 'known finding')}"
    if settings.memory:
        yield f"term memory: {show(settings.memory)}"
    yield f"rules: {counted(len(planner.rules), 'rule')} of those that tqa rules lists"


def _story(story: StoryPaths) -> str:
    beside = [f"{name} {show(path)}" for name, path in (("source", story.source), ("reference", story.reference)) if path]
    return f"article: {show(story.path)}{', ' if beside else ''}{', '.join(beside)}"
