"""What an import or an export did, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tqa.cli.concepts import concept_row, told
from tqa.cli.exits import say
from tqa.text.counted import noun_for
from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.exchange import Exported, Imported
    from tqa.glossary.exchange.format import Read, Rejected
    from tqa.glossary.exchange.intake import Outcome, Taken

_SHOWN = 3
"""Terms shown as a sample of what was understood."""
_OUTCOMES: dict[Outcome, str] = {
    "added": "added",
    "completed": "completed",
    "replaced": "replaced",
    "same": "there already",
    "conflict": "in conflict",
}


def say_understood(path: str, read: Read) -> None:
    """How a file was taken, and its first terms, on stderr: for whoever knows the file to check."""
    for line in read.understood:
        say(f"tqa: {show(path)}: {line}")
    for concept in read.concepts[:_SHOWN]:
        say(f"tqa:   {told(concept)}")
    if len(read.concepts) > _SHOWN:
        say(f"tqa:   … and {len(read.concepts) - _SHOWN:,} more")


def imported_text(imported: Imported) -> str:
    """A line a row that was rejected, a conflict, a change; what was there already is only counted."""
    lines = [f"rejected   {rejected_text(rejected)}" for rejected in imported.read.rejected]
    for taken in imported.taken:
        lines += [f"{taken.outcome:<10} {line}" for line in _taken_lines(taken)]
    return "".join(f"{line}\n" for line in lines)


def say_imported(imported: Imported, into: str, *, dry_run: bool) -> None:
    """The numbers, on stderr."""
    counts = Counter(taken.outcome for taken in imported.taken)
    parts = [f"{counts[outcome]:,} {said}" for outcome, said in _OUTCOMES.items() if counts[outcome]]
    parts += [f"{len(imported.read.rejected):,} rejected"] if imported.read.rejected else []
    changed = counts["added"] + counts["completed"] + counts["replaced"]
    advice = "; nothing was written (--dry-run)" if dry_run else f"; now run: tqa glossary check {show(into)}" if changed else "; nothing to change"
    say(f"tqa: {show(into)}: {', '.join(parts)}{advice}")


def imported_content(imported: Imported) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "format": imported.format,
        "understood": list(imported.read.understood),
        "rejected": [rejected._asdict() for rejected in imported.read.rejected],
        "taken": [
            {
                "outcome": taken.outcome,
                "line": taken.line,
                "concept": concept_row(taken.concept),
                "changes": [change._asdict() for change in taken.changes],
                "kept": [kept._asdict() for kept in taken.kept],
                "reasons": list(taken.reasons),
            }
            for taken in imported.taken
        ],
    }


def say_exported(exported: Exported, output: str) -> None:
    """What was written, and what the format could not hold, on stderr."""
    for rejected in exported.left_out:
        say(f"tqa: left out: {rejected_text(rejected)}")
    for loss in exported.losses:
        said = ", ".join(show(source, 30) for source in loss.concepts[:_SHOWN])
        more = ", …" if len(loss.concepts) > _SHOWN else ""
        count = f"{len(loss.concepts):,} of {exported.listed:,} {noun_for(exported.listed, 'concept')}"
        say(f"tqa: not carried by {exported.format}: {show(loss.column, 40)}, in {count} ({said}{more})")
    where = "standard output" if output == "-" else show(output)
    written = exported.listed - len(exported.left_out)
    split = f" as {exported.concepts:,} {noun_for(exported.concepts, 'entry')}" if exported.concepts > written else ""
    say(f"tqa: {where}: {written:,} of {exported.listed:,} {noun_for(exported.listed, 'concept')} written{split}")


def exported_content(exported: Exported, output: str) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "path": output,
        "format": exported.format,
        "listed": exported.listed,
        "entries": exported.concepts,
        "losses": [{"column": loss.column, "concepts": list(loss.concepts)} for loss in exported.losses],
        "left_out": [rejected._asdict() for rejected in exported.left_out],
    }


def rejected_text(rejected: Rejected) -> str:
    """Place, reason, and what stands there."""
    said = f" [{show(rejected.said, 80)}]" if rejected.said else ""
    return f"{show(rejected.place, 60)}: {show(rejected.reason, 200)}{said}"


def _taken_lines(taken: Taken) -> Iterator[str]:
    place = f" (line {taken.line})" if taken.line and taken.outcome != "added" else ""
    if taken.outcome == "added":
        yield told(taken.concept)
    yield from _each(taken, place, taken.reasons)
    yield from _each(taken, place, (f"{change.column}: {change.before or '(empty)'} → {change.after or '(empty)'}" for change in taken.changes))
    yield from _each(taken, place, (f"{kept.column} stays: {kept.before!r}, not {kept.after!r}" for kept in taken.kept))


def _each(taken: Taken, place: str, said: Iterable[str]) -> Iterator[str]:
    for line in said:
        yield f"{show('|'.join(taken.concept.source), 60)}{place}: {show(line, 300)}"
