"""`python -m tqa` and the command `tqa`."""

from __future__ import annotations

import atexit
import gc
import sys

_THRESHOLD = 50_000
"""Objects made and kept before the collector looks at them: more than loading and one article make, few beside a corpus."""


def main() -> None:
    """Run the command line; `--version` alone is answered before anything is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from tqa import __version__

        sys.stdout.write(f"tqa {__version__}\n")
        return
    # Loading makes many objects and no garbage: the collector would look at them dozens of times.
    gc.set_threshold(_THRESHOLD)
    # At the end all of it goes at once: the collector need not look there for what to free first.
    atexit.register(gc.freeze)
    from tqa.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
