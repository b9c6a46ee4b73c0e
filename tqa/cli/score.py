"""`tqa score`: how near translations are to reference translations."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def score(
    hypothesis: Annotated[str, typer.Option(help="The translation, one segment a line.", metavar="H")],
    reference: Annotated[str, typer.Option(help="The reference translation, one segment a line.", metavar="R")],
    metric: Annotated[list[str] | None, typer.Option(help="BLEU, chrF, chrF++ or TER. Repeatable.")] = None,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    encoding: Annotated[str, typer.Option(help="Encoding of files that are not Unicode.")] = "",
) -> None:
    """Score a translation with sacrebleu: BLEU, chrF and chrF++, each with its signature.

    Unequal line counts are re-segmented along the reference, which is said beside the signature; nothing is cut off.

    \b
        tqa score --hypothesis story.en.txt --reference story.ref.txt
    """
    from tqa.api import score_files
    from tqa.cli.scores import scores_json, scores_text
    from tqa.config.settings import one_of

    one_of(format_, "--format", ("text", "json"))
    scored = score_files(hypothesis, reference, tuple(metric or ()), encoding)
    sys.stdout.write(scores_json(scored) if format_ == "json" else scores_text(scored))
