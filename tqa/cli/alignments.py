"""Alignments as TSV and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tqa.alignments import Aligned

_HEADER = "document\tsource_segments\ttarget_segments\tconfidence\n"


def alignments_tsv(aligned: Sequence[Aligned]) -> str:
    """A row a link; segment numbers with commas between them."""
    rows = [
        "\t".join((_cell(one.document), _numbers(row.source), _numbers(row.target), f"{row.confidence:.2f}")) for one in aligned for row in one.rows
    ]
    return _HEADER + "".join(f"{row}\n" for row in rows)


def alignments_jsonl(aligned: Sequence[Aligned]) -> str:
    """An object a link; `moved` says that the two stand at different places of their articles."""
    return "".join(
        json.dumps(
            {
                "document": one.document,
                "source_segments": list(row.source),
                "target_segments": list(row.target),
                "confidence": row.confidence,
                "moved": row.moved,
            },
            ensure_ascii=False,
        )
        + "\n"
        for one in aligned
        for row in one.rows
    )


def _numbers(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


def _cell(text: str) -> str:
    return " ".join(text.split())
