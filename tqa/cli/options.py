"""The options that every verb reading articles shares, and how they become Settings."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

from tqa.cli.declared import argument, option, parameters_of
from tqa.cli.exits import DEBUG
from tqa.value import replace, value

if TYPE_CHECKING:
    from tqa.config.settings import Settings

Paths = Annotated[list[str] | None, argument(metavar="[PATHS|-]", help="Articles, folders, globs, or - for standard input.")]
OptionalPaths = list[str] | None


@value
class Reading:
    """What to read and how: the shared options, resolved."""

    paths: tuple[str, ...]
    settings: Settings
    source: str
    stdin_filename: str


def _shared(
    paths: Paths = None,
    source: Annotated[str, option(help="Chinese source of the one article named.", metavar="PATH")] = "",
    pair: Annotated[str, option(help="How source and target names belong together: '{stem}.zh.txt:{stem}.en.txt'.")] = "",
    field: Annotated[list[str] | None, option(help="JSONL names, e.g. target=text. Repeatable.", metavar="OURS=THEIRS")] = None,
    encoding: Annotated[str, option(help="Encoding of files that are not Unicode, e.g. gb18030.")] = "",
    max_file_size: Annotated[int | None, option(min=1, help="Bytes a file (JSONL, TSV: a record) may have.")] = None,
    exclude: Annotated[list[str] | None, option(help="Leave out files that match. Repeatable.", metavar="GLOB")] = None,
    force_exclude: Annotated[bool, option("--force-exclude", help="Exclude also files that are named.")] = False,
    stdin_filename: Annotated[str, option(help="Name (and so format) of standard input.", metavar="NAME")] = "",
    glossary: Annotated[list[str] | None, option(help="Glossary file, or a shipped one by name. Repeatable, later wins.")] = None,
    no_glossary: Annotated[bool, option("--no-glossary", help="Use no glossary at all.")] = False,
    baseline: Annotated[str, option(help="Findings that are known; default: tqa-baseline.json beside the config.", metavar="FILE")] = "",
    no_baseline: Annotated[bool, option("--no-baseline", help="Show also what is in the baseline.")] = False,
    memory: Annotated[str, option(help="Term memory: how earlier articles render their terms.", metavar="FILE")] = "",
    select: Annotated[list[str] | None, option(help="Rules and groups to run, with commas. Repeatable.", metavar="RULES")] = None,
    extend_select: Annotated[list[str] | None, option(help="Run these too.", metavar="RULES")] = None,
    ignore: Annotated[list[str] | None, option(help="Do not run these.", metavar="RULES")] = None,
    min_severity: Annotated[str, option(help="Show info, warning or error and above.", metavar="LEVEL")] = "",
    max_findings: Annotated[int | None, option(min=0, help="Show so many findings a rule and article; 0: all.")] = None,
    lang: Annotated[str, option(help="Language of the messages: en or zh.", metavar="LANG")] = "",
    config: Annotated[str, option(help="Config file instead of the nearest one.", metavar="FILE")] = "",
    isolated: Annotated[bool, option("--isolated", help="Read no config file.")] = False,
    verbose: Annotated[bool, option("--verbose", "-v", help="Say on stderr what is read and which rules run.")] = False,
    debug: Annotated[bool, option("--debug", help="Show the traceback where tqa itself or a rule crashes.")] = False,
) -> None:
    """Only its signature is used."""


def reads_articles(command: Callable[..., None]) -> Callable[..., None]:
    """Give `command` the shared options in place of its parameter `reading`; all are listed as its `parameters`."""
    shared = parameters_of(_shared)

    @wraps(command)
    def with_reading(**given: Any) -> None:
        options = {name: given.pop(name) for name in shared}
        if options["debug"]:
            os.environ[DEBUG] = "1"
        reading = _resolve(options, given)
        if options["verbose"]:
            from tqa.cli.verbose import say_what_is_read

            say_what_is_read(reading)
        command(reading=reading, **given)

    with_reading.parameters = shared | parameters_of(command)  # type: ignore[attr-defined]  # what the command line reads
    return with_reading


def _resolve(options: dict[str, Any], given: dict[str, Any]) -> Reading:
    from tqa.model import ConfigError

    paths = tuple(options["paths"] or ["."])
    if "" in paths:
        raise ConfigError("an empty path names nothing; write . for this folder")
    settings = file_settings(options["config"], isolated=options["isolated"])
    changes = _overrides(options, given)
    return Reading(paths, replace(settings, **changes), options["source"], options["stdin_filename"])


def file_settings(config: str, *, isolated: bool) -> Settings:
    """Settings of the config file and the environment. Raises ConfigError."""
    from tqa.cli.exits import say
    from tqa.config.settings import Settings, find_config, load, misspelt_variables, with_environment
    from tqa.text.paths import posix
    from tqa.text.show import show

    for name, near in misspelt_variables(os.environ):
        say(f"tqa: the environment variable {show(name)} is not read; did you mean TQA_{near}?")

    named = config or os.environ.get("TQA_CONFIG", "")
    path = None if isolated else posix(named) if named else find_config(os.getcwd())
    # Isolated, nothing that lies about is taken up unasked.
    return with_environment(load(path) if path else Settings(baseline="") if isolated else Settings(), os.environ)


def _overrides(options: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    from tqa.config.settings import FAIL_ON, LANGS, SEVERITIES, one_of
    from tqa.model import ConfigError

    changes: dict[str, Any] = {}
    for name in ("select", "extend_select", "ignore"):
        if options[name]:
            changes[name] = split_names(options[name])
    if options["glossary"] and options["no_glossary"]:
        raise ConfigError("--glossary and --no-glossary cannot both be given")
    if options["glossary"] or options["no_glossary"]:
        changes["glossary"] = tuple(options["glossary"] or ())
    if options["baseline"] and options["no_baseline"]:
        raise ConfigError("--baseline and --no-baseline cannot both be given")
    if options["baseline"] or options["no_baseline"]:
        changes["baseline"] = options["baseline"]
    if options["exclude"]:
        changes["exclude"] = tuple(options["exclude"])
    for name in ("pair", "encoding", "memory", "max_file_size", "max_findings", "force_exclude"):
        if options[name]:
            changes[name] = options[name]
    if options["max_findings"] == 0:
        changes["max_findings"] = 0
    if options["min_severity"]:
        changes["min_severity"] = one_of(options["min_severity"], "--min-severity", SEVERITIES)
    if options["lang"]:
        changes["lang"] = one_of(options["lang"], "--lang", LANGS)
    for option_, attribute in (("strict", "strict"), ("format_", "format"), ("since", "since")):
        if given.get(option_):
            changes[attribute] = given[option_]
    if given.get("statistics"):
        # Everything is counted, whatever a list would show.
        changes["max_findings"] = 0
    if given.get("fail_on"):
        changes["fail_on"] = one_of(given["fail_on"], "--fail-on", FAIL_ON)
    if options["field"]:
        changes["fields"] = dict(_field(entry) for entry in options["field"])
    return changes


def _field(entry: str) -> tuple[str, str]:
    from tqa.model import ConfigError

    ours, equals, theirs = entry.partition("=")
    if ours not in ("id", "source", "target", "reference", "title", "meta") or not equals or not theirs:
        raise ConfigError(f"--field {entry!r} must read OURS=THEIRS, ours being id, source, target, reference, title or meta")
    return ours, theirs


def split_names(given: list[str]) -> tuple[str, ...]:
    """Names from a repeatable option with commas."""
    return tuple(name.strip() for entry in given for name in entry.split(",") if name.strip())
