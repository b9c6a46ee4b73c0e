"""`tqa glossary stats`: what glossary files hold, in numbers."""

from __future__ import annotations

from tqa.cli.glossaries import Encoding, Files, Format, answer


def stats(files: Files, format_: Format = "text", encoding: Encoding = "") -> None:
    """Count concepts by kind, status and strength, their forms, and what is filled in.

    Exit status: 0 counted, 2 broken.

    \b
        tqa glossary stats terms/*.tsv
    """
    from tqa.cli.censuses import census_rows, censuses_text
    from tqa.glossaries import count_glossaries

    counted = count_glossaries(files, encoding)
    answer(format_, censuses_text(counted), {"glossaries": census_rows(counted)})
