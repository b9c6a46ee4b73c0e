"""What is done with term memories: articles in, a file brought up to them.

from tqa.memories import update_memory
update_memory(["stories/"], Settings(memory="terms/memory.tsv"))
"""

from __future__ import annotations

from collections.abc import Sequence

from tqa.api import Linted, Session
from tqa.config.settings import Settings
from tqa.files import update
from tqa.glossary.memory import Uses, parse, written
from tqa.glossary.memory import update as updated
from tqa.model import ConfigError
from tqa.records import NamedTuple
from tqa.runners.local import Stdin
from tqa.value import replace


class Remembered(NamedTuple):
    """What a term memory holds after an update: its terms and their renderings. `linted`: the run over the articles."""

    terms: int
    renderings: int
    changed: bool
    linted: Linted


def update_memory(paths: Sequence[str], settings: Settings, *, source: str = "", stdin: Stdin | None = None) -> Remembered:
    """Bring the term memory that the settings name up to the articles; nothing is written if one of them could not be checked.

    Raises ConfigError for a memory without a name, FormatError for one that cannot be read or written.
    """
    path = settings.memory
    if not path:
        raise ConfigError("no term memory is named; write --memory FILE, or set the key memory")
    # A memory is no article, wherever it lies.
    read = replace(settings, select=("corpus-variant",), memory="", exclude=(*settings.exclude, path))
    session = Session(paths, read, source=source, stdin=stdin, gather=True)
    fresh, linted = session.memory, session.linted
    after: dict[str, Uses] = {}

    def change(text: str) -> str:
        after.update(updated(parse(text, path) if text else {}, fresh))
        return written(after)

    changed = not linted.report.problems and update(path, change)
    return Remembered(len(after), sum(map(len, after.values())), changed, linted)
