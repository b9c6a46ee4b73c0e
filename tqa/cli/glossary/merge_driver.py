"""`tqa glossary merge-driver`: the merge as git calls it."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, leave, say


def merge_driver(
    base: Annotated[str, typer.Argument(metavar="%O", help="The common ancestor.", show_default=False)],
    ours: Annotated[str, typer.Argument(metavar="%A", help="Our version; the result is written there.", show_default=False)],
    theirs: Annotated[str, typer.Argument(metavar="%B", help="Their version.", show_default=False)],
    path: Annotated[str, typer.Argument(metavar="%P", help="What the file is called in messages.")] = "",
) -> None:
    """Merge glossary files when git does: by concept, not by line.

    Exit status: 0 merged; 1 conflicts, or a file that cannot be read, and then both files stand in the result, whole.

    \b
        git config merge.tqa-glossary.driver "tqa glossary merge-driver %O %A %B %P"
        echo "terms/*.tsv merge=tqa-glossary" >> .gitattributes
    """
    from tqa.cli.versions import conflicts_text
    from tqa.glossaries import leave_both, merge_glossaries
    from tqa.model import TqaError
    from tqa.text.counted import counted
    from tqa.text.show import show

    name = path or ours
    try:
        conflicts = merge_glossaries(base, ours, theirs, ours, labels={"base": f"{name} (base)", "ours": "ours", "theirs": "theirs"}).conflicts
    except TqaError as error:
        leave_both(ours, theirs)
        leave(FOUND, f"tqa: {show(name)}: {show(str(error), 500)}; both versions stand in the file, or run git merge --abort and mend it first")
    if conflicts:
        say(f"tqa: {show(name)}: {counted(len(conflicts), 'conflict')}\n{conflicts_text(conflicts)}".rstrip())
    leave(FOUND if conflicts else CLEAN)
