"""`tqa glossary`: the folder is the list of its verbs, one file each.

A verb is the function named like its file, with `_` for the `-` of its name, and one at the end where the name is a word of Python's:
merge_driver.py holds `merge_driver`, the verb merge-driver; import_.py holds `import_`, the verb import. `SETTINGS` beside it go to typer.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import typer

from tqa.cli.exits import guarded
from tqa.cli.tree import for_typer

app = typer.Typer(help="Keep glossaries in order.", no_args_is_help=True, rich_markup_mode=None)


def _verbs() -> dict[str, str]:
    """Name of a verb → its module; a run that names one needs no other."""
    verbs = {module.name.rstrip("_").replace("_", "-"): module.name for module in iter_modules(__path__)}
    named = sys.argv[2] if len(sys.argv) > 2 else ""
    return {named: verbs[named]} if named in verbs else verbs


for _verb, _name in _verbs().items():
    _module = import_module(f"{__name__}.{_name}")
    app.command(_verb, context_settings=getattr(_module, "SETTINGS", None))(for_typer(guarded(getattr(_module, _name))))
