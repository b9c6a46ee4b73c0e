"""`tqa align`: which segments of source and target belong together."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer


def align(
    source: Annotated[str, typer.Argument(help="The Chinese source, or one JSONL or TSV file with both sides.")],
    target: Annotated[str, typer.Argument(help="The English translation; none if the first file holds both sides.")] = "",
    format_: Annotated[str, typer.Option("--format", help="tsv or jsonl.")] = "tsv",
    output: Annotated[str, typer.Option(help="Write the pairs here instead of standard output.", metavar="FILE")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of files that are not Unicode.")] = "",
) -> None:
    """Link the segments of a source and its translation, each link with a confidence from 0 to 1.

    Segments count from 0, as in findings. A segment without a counterpart stands alone, with confidence 0; one link of confidence 0.4
    over the whole article means that nothing finer could be trusted. Furniture is left out on both sides.

    \b
        tqa align story.zh.txt story.en.txt
        tqa align stories.jsonl --format jsonl
    """
    from tqa.alignments import align_files
    from tqa.cli.alignments import alignments_jsonl, alignments_tsv
    from tqa.cli.exits import NOT_CHECKED, leave, say, say_problems
    from tqa.config.settings import one_of
    from tqa.files import write_atomic
    from tqa.model import ConfigError
    from tqa.text.counted import counted

    one_of(format_, "--format", ("tsv", "jsonl"))
    if output and os.path.realpath(output) in map(os.path.realpath, (source, target)):
        raise ConfigError(f"{output}: is one of the two texts, and the pairs would replace it; name another file")
    aligned, problems = align_files(source, target, encoding)
    text = alignments_jsonl(aligned) if format_ == "jsonl" else alignments_tsv(aligned)
    if output and aligned:
        write_atomic(output, text)
    elif aligned:
        sys.stdout.write(text)
    for one in aligned:
        if one.moved:
            say(f"tqa: {one.document}: {counted(one.moved, 'segment')} elsewhere in the translation")
    if problems:
        say_problems(problems)
        leave(NOT_CHECKED)
