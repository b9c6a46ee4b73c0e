"""Which files are meant, and which belong together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from tqa.cached import cached_property
from tqa.files.door import read_start, read_text
from tqa.files.options import ReadOptions
from tqa.files.walk import Walk, entries_of, join, matching
from tqa.formats import ENDINGS, ending_of
from tqa.formats.naming import Codes, Name, PairPattern, Role, read_pair, story_id
from tqa.model import ConfigError, FormatError, Notice, Problem
from tqa.text.paths import posix
from tqa.text.patterns import has_wildcard, is_below_named, is_named, read_patterns
from tqa.value import value


@value
class StoryPaths:
    """The files of one story, posix, as given; `id` is unique in what was found. Without a source or reference it is ""."""

    id: str
    path: str
    source: str = ""
    reference: str = ""


@value
class Found:
    """What the named paths hold, in order."""

    stories: tuple[StoryPaths, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def discover(paths: Sequence[str], options: ReadOptions) -> Found:
    """The stories in files, folders and patterns. Raises ConfigError for a pair pattern or source that cannot be followed."""
    finder = _Finder(options)
    for path in paths:
        finder.take(path)
    return finder.found(paths)


def companions(path: str, options: ReadOptions) -> tuple[str, str]:
    """Source and reference of a target, which itself need not exist; "" where there is none."""
    return _Finder(options).companions(path)


class _Finder:
    def __init__(self, options: ReadOptions):
        self.options = options
        self.targets: dict[str, str] = {}
        """Real path → path as given."""
        self.lone: dict[str, str] = {}
        """Sources and references as given → their side."""
        self.said: list[Problem] = []
        """Problems and notices, as they came up."""
        self.codes: Codes = self.options.codes
        self.pair: PairPattern | None = read_pair(self.options.pair) if self.options.pair else None
        self.exclude = read_patterns(self.options.exclude)
        self.include = read_patterns(self.options.include)
        self._left_out: list[str] = []
        self.source_is_folder = bool(self.options.source) and os.path.isdir(self.options.source)
        self._listings: dict[str, list[tuple[str, Name]]] = {}
        self._source = os.path.realpath(self.options.source) if self.options.source and not self.source_is_folder else ""

    @cached_property
    def _passed(self) -> set[str]:
        """Real paths of our own files, which a folder may hold."""
        return {os.path.realpath(path) for path in self.options.not_articles}

    def take(self, given: str) -> None:
        """One path of the command line."""
        path = posix(given)
        if os.path.isdir(path):
            before = len(self.targets) + len(self.lone)
            self._take_all(Walk(path, self._is_excluded, self.said).files())
            if len(self.targets) + len(self.lone) == before:
                self.said.append(Notice("empty-folder", "the folder holds no article that is read", path))
        elif os.path.lexists(path):
            self._take_named(path)
        elif has_wildcard(path):
            named = list(matching(path, self._is_excluded, self.said))
            for file in named:
                self._take_named(file)
            if not named:
                self.said.append(Problem("nothing-matched", "the pattern matches no file", path))
        else:
            self.said.append(Problem("missing-path", "there is no such file or folder", path))

    def found(self, paths: Sequence[str]) -> Found:
        """Everything taken, paired."""
        stories = []
        ids: set[str] = set()
        if self._source and len(self.targets) > 1:
            raise ConfigError(
                f"--source {self.options.source} is one file, but {len(self.targets)} targets are named; name one target, or a folder of sources"
            )
        used = set()
        for path in self.targets.values():
            source, reference = self.companions(path)
            used |= {source, reference}
            id_ = next(name for name in (story_id(path, self.codes), os.path.splitext(path)[0], path) if name not in ids)
            ids.add(id_)
            stories.append(StoryPaths(id_, path, source, reference))
        for path, side in self.lone.items():
            if path not in used and not self._has_target(path):
                self.said.append(Notice(f"{side}-without-target", f"a {side} by its name, but its target is not there; it was not checked", path))
        problems = [said for said in self.said if not isinstance(said, Notice)]
        if not stories and not problems and self._left_out:
            # A commit of excluded files only, as pre-commit names them.
            self.said.append(Notice("all-excluded", f"--force-exclude leaves out all that is named: {', '.join(self._left_out)}"))
        elif not stories and not problems:
            problems.append(Problem("nothing-matched", f"no article in {', '.join(paths) or 'nothing'}"))
        return Found(tuple(stories), tuple(problems), tuple(said for said in self.said if isinstance(said, Notice)))

    def companions(self, path: str) -> tuple[str, str]:
        """Source and reference of a target."""
        source = self.options.source
        if self.source_is_folder:
            source = self._beside(path, "source", folder=posix(source))
        return source or self._beside(path, "source"), self._beside(path, "reference")

    def _beside(self, path: str, side: Role, folder: str | None = None) -> str:
        if self.pair is not None and folder is None and (side == "source" or side == "reference"):
            wanted = self.pair.companion(path, side)
            if wanted:
                return wanted if os.path.isfile(wanted) else ""
        head, _, tail = path.rpartition("/")
        name = self.codes.read(tail)
        if name is None:
            return ""
        beside = [other for other in self._listing(head if folder is None else folder) if _same_story(other[1], name)]
        fitting = [other for other in beside if other[1].side == side] or [
            other for other in beside if folder is not None and other[1].side != "reference"
        ]
        if not fitting:
            return ""
        best = min(fitting, key=lambda other: (self.codes.rank(other[1]), other[0]))
        return join(head if folder is None else folder, best[0])

    def _has_target(self, path: str) -> bool:
        if self.pair is not None and self.pair.role(path) == "source":
            return os.path.isfile(self.pair.target_of(path))
        head, _, tail = path.rpartition("/")
        name = self.codes.read(tail)
        return name is not None and any(_same_story(other, name) and other.side in ("", "target") for _, other in self._listing(head))

    def _take_all(self, files: Iterable[str]) -> None:
        for path in files:
            if not ending_of(path) or os.path.realpath(path) in self._passed:
                continue
            if path.lower().endswith(".tsv") and not self._is_article_table(path):
                continue
            self._add(path)

    def _take_named(self, path: str) -> None:
        if not ending_of(path):
            try:
                read_start(path)
            except FormatError as error:
                self.said.append(error.problem())
                return
            self.said.append(Problem("unknown-format", f"no format reads it; known endings are {', '.join(ENDINGS)}", path))
        elif self.options.force_exclude and self._is_excluded_anywhere(path):
            self._left_out.append(path)
        else:
            self._add(path)

    def _add(self, path: str) -> None:
        if os.path.realpath(path) == self._source:
            return
        role = self.pair.role(path) if self.pair is not None else None
        if role is None:
            name = self.codes.read(path.rpartition("/")[2])
            role = name.side if name else ""
        if role == "source" or role == "reference":
            self.lone.setdefault(path, role)
            if role == "source" and (target := self._target_beside(path)):
                self.targets.setdefault(os.path.realpath(target), target)
        else:
            self.targets.setdefault(os.path.realpath(path), path)

    def _target_beside(self, path: str) -> str:
        """The target of a source named alone."""
        if self.pair is not None and self.pair.role(path) == "source":
            target = self.pair.target_of(path)
            return target if os.path.isfile(target) else ""
        return self._beside(path, "target") or self._beside(path, "")

    def _listing(self, folder: str) -> list[tuple[str, Name]]:
        """The readable files of a folder with their names taken apart; links are not followed."""
        if folder not in self._listings:
            try:
                entries = entries_of(folder or ".")
            except OSError as error:
                entries = []
                # A buffer may have the name of a file that is yet to be saved.
                if not isinstance(error, FileNotFoundError):
                    self.said.append(Notice("unreadable-folder", "cannot be listed, so no source or reference was looked for", folder))
            files = (entry.name for entry in entries if entry.is_file(follow_symlinks=False))
            self._listings[folder] = [(file, name) for file in files if (name := self.codes.read(file))]
        return self._listings[folder]

    def _is_article_table(self, path: str) -> bool:
        if not is_below_named(self.include, self._relative(path)):
            return False
        try:
            from tqa.formats.tsv import is_glossary_header

            return not is_glossary_header(read_text(path, self.options.encoding, None))
        except FormatError:
            # Said when it is read.
            return True

    def _is_excluded(self, path: str, is_folder: bool) -> bool:
        return bool(self.exclude) and bool(is_named(self.exclude, self._relative(path), is_folder=is_folder))

    def _is_excluded_anywhere(self, path: str) -> bool:
        return is_below_named(self.exclude, self._relative(path))

    def _relative(self, path: str) -> str:
        """The path as the config's patterns see it."""
        root = os.path.abspath(self.options.root or ".")
        full = os.path.abspath(path)
        inside = full.startswith(root.rstrip(os.sep) + os.sep)
        return posix(os.path.relpath(full, root)) if inside else posix(full).lstrip("/")


def _same_story(one: Name, other: Name) -> bool:
    return one.stem == other.stem and one.ending == other.ending
