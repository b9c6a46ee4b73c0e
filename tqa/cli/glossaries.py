"""What the glossary verbs share: arguments, options, and the answer as text or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import typer

File = Annotated[str, typer.Argument(metavar="FILE", help="A glossary file.", show_default=False)]
Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Glossary files.", show_default=False)]
Source = Annotated[str, typer.Argument(metavar="SOURCE", help="The Chinese term.", show_default=False)]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="How to answer.")]
Encoding = Annotated[str, typer.Option(help="Encoding of files that are not Unicode, e.g. gb18030.")]


def answer(format_: str, text: str, content: Mapping[str, Any]) -> None:
    """Write `text`, or for the format json `content` as an object, to standard output."""
    sys.stdout.write(json.dumps({"schema": 1, **content}, ensure_ascii=False) + "\n" if format_ == "json" else text)
