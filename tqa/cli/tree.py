"""The verbs as a typer app: help, completion, and every command line that is not plain."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from tqa.cli import declared
from tqa.cli.exits import guarded


def app_for(verbs: tuple[str, ...]) -> typer.Typer:
    """The command line with some of its verbs. A run needs one: the modules of the others are not loaded."""
    app = typer.Typer(
        name="tqa",
        help="Quality assurance for machine-translated Chinese news.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_top)
    for verb in verbs:
        module = import_module(f"tqa.cli.{verb}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=verb)
        else:
            app.command()(for_typer(guarded(getattr(module, verb))))
    return app


def _top(version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False) -> None:
    if version:
        from tqa import __version__

        sys.stdout.write(f"tqa {__version__}\n")
        raise typer.Exit


def for_typer(command: Callable[..., None]) -> Callable[..., None]:
    """The command with what is declared of its parameters in typer's words; one that declares nothing speaks them already."""
    parameters: Mapping[str, declared.Parameter] | None = getattr(command, "parameters", None)
    if parameters is not None:
        told = Signature([_told(parameter) for parameter in parameters.values()])
        command.__signature__ = told  # type: ignore[attr-defined]  # what typer reads
        # typer reads the annotations beside the signature.
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in told.parameters.values()} | {"return": None}
    return command


def _told(parameter: declared.Parameter) -> Parameter:
    says = parameter.says
    info: Any = (
        typer.Argument(metavar=says.metavar, help=says.help)
        if says.positional
        else typer.Option(*says.flags, metavar=says.metavar, help=says.help, min=says.min)
    )
    return Parameter(parameter.name, Parameter.KEYWORD_ONLY, default=parameter.default, annotation=Annotated[parameter.kind, info])
