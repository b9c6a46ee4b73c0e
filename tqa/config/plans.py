"""Settings to Plans: which rules run where, with which options and which glossary."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING, Any

from tqa.config.settings import SEVERITIES, PathSettings, Settings
from tqa.config.where import where
from tqa.engine.baseline import NAME, Baseline
from tqa.engine.baseline import parse as parse_baseline
from tqa.engine.changes import Changes
from tqa.engine.plan import Plan
from tqa.files import changes_since, read_bytes, read_text
from tqa.glossary.concept import Glossary
from tqa.glossary.layers import join, merge
from tqa.glossary.tsv import ParsedFile, parse
from tqa.model import ConfigError, FormatError, Notice, Severity
from tqa.registry import all_cards, did_you_mean, options, plugin_rules
from tqa.rule.card import Card, card_of
from tqa.rule.kinds import AnyCorpusRule, Rule
from tqa.text.paths import below

if TYPE_CHECKING:
    from tqa.glossary.memory import Memory
    from tqa.rule.house import HouseRule

PACKAGE = os.path.dirname(os.path.dirname(__file__))
SHIPPED = (os.path.join(PACKAGE, "data", "glossaries"), os.path.join(os.path.dirname(PACKAGE), "glossaries"))
"""Where the shipped glossaries lie: inside an installed package, or beside it in a checkout."""
ALL_SHIPPED = "shipped"
"""The name that stands for every shipped glossary."""


class Planner:
    """Plans for the files of one run. Raises ConfigError for anything in the settings that names nothing."""

    def __init__(self, settings: Settings, *, articles: bool = False):
        """`articles`: whether results carry the articles, for reports that show them."""
        self.settings = settings
        self._articles = articles
        house = _tried(settings)
        self._cards = dict(all_cards(plugins=settings.plugins))
        for rule in house:
            if rule.name in self._cards:
                raise ConfigError(f"{rule.spec.place}: [[rule]] {rule.name!r}: a rule of that name exists already; rename it")
            self._cards[rule.name] = card_of(type(rule))
        self._house = {rule.name: rule for rule in house}
        self._rules = {name: self._configured(name) for name in self._cards}
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._folder = os.getcwd()
        self.root = settings.root or os.path.dirname(os.path.abspath(settings.baseline or NAME))
        """The folder that patterns and fingerprints start from: the config's, else that of a baseline that is named, else this one."""
        self._check_names()

    @cached_property
    def baseline_path(self) -> str:
        """Where the baseline lies, or would: as named, else beside the config; "" where none is wanted."""
        named = self.settings.baseline
        return os.path.join(self.root, NAME) if named is None else named

    @cached_property
    def baseline(self) -> Baseline:
        """The findings that are known. Raises ConfigError if the baseline is named and not there, or cannot be parsed."""
        path = self.baseline_path
        if not path or (self.settings.baseline is None and not os.path.lexists(path)):
            return Baseline()
        try:
            return parse_baseline(read_bytes(path), path)
        except FormatError as error:
            cure = "; tqa baseline write makes it" if error.code == "missing-path" else ""
            raise ConfigError(f"{placed(error, path)}: {error}{cure}") from None

    @cached_property
    def _changes(self) -> Changes | None:
        """The lines to which findings are kept, if to any."""
        return changes_since(self.settings.since, self._folder, self.root) if self.settings.since else None

    def place(self, path: str) -> str:
        """A path from the root, as patterns, fingerprints and the baseline see it."""
        return below(path, self._folder, self.root)

    @cached_property
    def glossary_paths(self) -> tuple[str, ...]:
        """The files of the glossaries in use. Raises ConfigError, with its place in the config, for one that is not there."""
        named = self.settings.glossary
        if named is None:
            return tuple(glossary_paths(None))
        found: list[str] = []
        for name in named:
            with self._telling_where(name):
                found += glossary_paths((name,))
        return tuple(found)

    @cached_property
    def glossary_files(self) -> tuple[ParsedFile, ...]:
        """The glossaries in use, parsed; later ones win."""
        return tuple(parse_glossary(path, self.settings.encoding) for path in self.glossary_paths)

    @cached_property
    def glossary(self) -> Glossary:
        """The concepts of all glossaries in use."""
        # The shipped ones share no form, and folding all of them takes longer than an article.
        return join(self.glossary_files) if self.settings.glossary is None else merge(self.glossary_files)

    @cached_property
    def memory(self) -> Memory:
        """What the term memory in use holds. Raises ConfigError with file, line and cure."""
        return read_memory(self.settings.memory) if self.settings.memory else {}

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Glossaries that list nothing."""
        return tuple(
            Notice("empty-glossary", "the glossary has a header and no rows", file.path) for file in self.glossary_files if not len(file.listing)
        )

    def for_path(self, path: str) -> Plan:
        """The plan for the file at `path`; "" is a file that no pattern names."""
        place = self.place(path)
        patterns = tuple(pattern for pattern in self.settings.per_path if _matches(place, pattern))
        if patterns not in self._plans:
            self._plans[patterns] = self._plan([self.settings.per_path[pattern] for pattern in patterns])
        return self._plans[patterns]

    @property
    def rules(self) -> tuple[Rule | Card, ...]:
        """The rules that run where no path says otherwise; a card for each that is not loaded yet."""
        return self.for_path("").rules

    @cached_property
    def corpus_rules(self) -> tuple[AnyCorpusRule, ...]:
        """Every rule that looks across articles; on a path where it is not selected it gathers nothing."""
        return Plan(tuple(rule for rule in self._rules.values() if rule.kind == "corpus")).corpus_rules

    @property
    def runs_corpus_rules(self) -> bool:
        """Whether a rule that looks across articles runs on some path; per-path tables can only add to what `rules` tells."""
        names = {rule.name for rule in self.corpus_rules}
        selected = {rule.name for rule in self.rules}.union(*(self._chosen((), here.select, ()) for here in self.settings.per_path.values()))
        return not names.isdisjoint(selected)

    @property
    def has_plugins(self) -> bool:
        """Whether rules of other packages are at hand."""
        return self.settings.plugins and bool(plugin_rules())

    @property
    def runs_nothing(self) -> bool:
        """Whether the selection leaves no rule on any path, so that nothing would be checked."""
        return not self.rules and not any(here.select for here in self.settings.per_path.values())

    @property
    def bilingual(self) -> tuple[str, ...]:
        """Rules that run and say nothing without a source."""
        return tuple(rule.name for rule in self.rules if rule.kind == "pair")

    @cached_property
    def named_bilingual(self) -> tuple[str, ...]:
        """Rules asked for by their own name that say nothing without a source."""
        named = {*self.settings.select, *self.settings.extend_select}
        return tuple(sorted(name for name, card in self._cards.items() if name in named and card.kind == "pair"))

    def _plan(self, here: list[PathSettings]) -> Plan:
        settings = self.settings
        chosen = self._chosen(
            settings.select,
            (*settings.extend_select, *(name for one in here for name in one.select)),
            (*settings.ignore, *(name for one in here for name in one.ignore)),
        )
        caps = self._caps([settings.severity, *(one.severity for one in here)])
        return Plan(
            rules=tuple(self._rules[name] for name in sorted(chosen)),
            glossary=self.glossary,
            groups={name: card.group for name, card in self._cards.items()},
            caps=caps,
            min_severity=SEVERITIES[settings.min_severity],
            max_findings=settings.max_findings,
            inline=settings.inline,
            root=self.root,
            folder=self._folder,
            baseline=self.baseline,
            articles=self._articles,
            lang=settings.lang,
            changes=self._changes,
        )

    def _chosen(self, select: Iterable[str], extend: Iterable[str], ignore: Iterable[str]) -> set[str]:
        """Rules selected and not ignored: a rule's own name outweighs its group, a group outweighs "all"; ignoring wins a tie."""
        weights: dict[str, tuple[int, bool]] = {}
        for names, wanted in (((*select, *extend), True), (tuple(ignore), False)):
            for name in names:
                weight = 0 if name == "all" else 2 if name in self._cards else 1
                for rule in self._named(name):
                    if rule not in weights or (weight, not wanted) >= (weights[rule][0], not weights[rule][1]):
                        weights[rule] = (weight, wanted)
        return {rule for rule, (_, wanted) in weights.items() if wanted}

    def _named(self, name: str) -> list[str]:
        found = [rule for rule, card in self._cards.items() if name in ("all", rule, card.group)]
        if not found:
            groups = {card.group for card in self._cards.values()}
            raise ConfigError(f"unknown rule or group {name!r}{did_you_mean(name, [*groups, *self._cards])}")
        return found

    def _caps(self, tables: list[Mapping[str, Severity]]) -> dict[str, Severity]:
        caps: dict[str, Severity] = {}
        for table in tables:
            for name, severity in sorted(table.items(), key=lambda item: item[0] in self._cards):
                caps.update(dict.fromkeys(self._named(name), severity))
        return caps

    def _check_names(self) -> None:
        settings = self.settings
        named = {*settings.select, *settings.extend_select, *settings.ignore, *settings.severity}
        for here in settings.per_path.values():
            named |= {*here.select, *here.ignore, *here.severity}
        for name in sorted(named):
            with self._telling_where(name):
                self._named(name)
        for name in settings.rules:
            if name not in self._cards:
                raise ConfigError(f"{where(settings.path, name)}: [rules.{name}]: unknown rule {name!r}{did_you_mean(name, self._cards)}")

    @contextmanager
    def _telling_where(self, name: str) -> Iterator[None]:
        """Put the place of the name in the config before what is said of it."""
        try:
            yield
        except ConfigError as error:
            at = where(self.settings.path, name) if self.settings.path else ""
            # A name that the file does not hold came from the command line or the environment.
            raise ConfigError(f"{at}: {error}" if at != self.settings.path else str(error)) from None

    def _configured(self, name: str) -> Rule | Card:
        """The rule with its options; the card where none is set."""
        if name in self._house:
            return self._house[name]
        card, given = self._cards[name], self.settings.rules.get(name)
        if not given:
            return card
        kind = card.load()
        known = options(kind)
        here = f"{where(self.settings.path, name)}: [rules.{name}]"
        values: dict[str, Any] = {}
        for key, value in given.items():
            field = key.replace("-", "_")
            if field not in known:
                raise ConfigError(f"{here}: unknown option {key!r}{did_you_mean(key, known)}")
            values[field] = _fitting(value, known[field][1], f"{here} {key}")
        return kind(**values)


def _fitting(value: Any, default: object, name: str) -> Any:
    """`value` as the type of the option's default."""
    if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(default, bool) or isinstance(value, bool):
        fits = isinstance(default, bool) and isinstance(value, bool)
    elif isinstance(default, float):
        fits = isinstance(value, int | float) and isfinite(value)
    else:
        fits = isinstance(value, type(default))
    if not fits:
        raise ConfigError(f"{name}: expected {_kind(default)}, not {value!r}")
    return value


def _kind(default: object) -> str:
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "a string", tuple: "a list of strings"}
    return names.get(type(default), type(default).__name__)


def glossary_paths(named: tuple[str, ...] | None) -> list[str]:
    """Files of glossaries given by path or by theme; `shipped` and None: all that are shipped."""
    if named is None:
        return list(shipped().values())
    paths = []
    for name in named:
        if name.endswith(".tsv") or "/" in name or os.path.exists(name):
            paths.append(name)
        elif name == ALL_SHIPPED:
            paths += shipped().values()
        elif name in shipped():
            paths.append(shipped()[name])
        else:
            known = (ALL_SHIPPED, *shipped())
            near = did_you_mean(name, known)
            raise ConfigError(f"no glossary {name!r}: not a file, and not one of the shipped ones ({', '.join(known)}){near}")
    return paths


def shipped() -> dict[str, str]:
    """The shipped glossaries by theme."""
    for folder in SHIPPED:
        if os.path.isdir(folder):
            return {name.removesuffix(".tsv"): os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".tsv")}
    return {}


def parse_glossary(path: str, encoding: str = "") -> ParsedFile:
    """A glossary file; `encoding` is what it is in if it is not Unicode. Raises ConfigError with file, line and cure."""
    try:
        return parse(read_text(path, encoding), path)
    except FormatError as error:
        raise ConfigError(f"{placed(error, path)}: {error}") from None


def placed(error: FormatError, path: str) -> str:
    """The path and, where known, the line of an error."""
    return f"{path}:{error.line}" if error.line else path


def read_memory(path: str) -> Memory:
    """A term memory. Raises ConfigError with file, line and cure."""
    from tqa.glossary.memory import parse as parse_memory

    try:
        return parse_memory(read_text(path), path)
    except FormatError as error:
        line = f":{error.line}" if error.line else ""
        raise ConfigError(f"{path}{line}: {error}") from None


def _tried(settings: Settings) -> list[HouseRule]:
    """The house's own rules. Raises ConfigError for one that does not do what its examples say."""
    if not settings.house:
        return []
    from tqa.config.house import tried

    return [tried(spec) for spec in settings.house]


def _matches(path: str, pattern: str) -> bool:
    """Whether a glob names the path; `folder/**` and `folder/` name everything below."""
    if pattern.endswith("/"):
        pattern += "**"
    if pattern.endswith("/**"):
        head = pattern[:-3]
        return path == head or path.startswith(head + "/") or fnmatchcase(path, pattern)
    return fnmatchcase(path, pattern) or fnmatchcase(path.rpartition("/")[2], pattern)
