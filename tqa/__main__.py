"""`python -m tqa` and the command `tqa`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; `--version` alone is answered before anything is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from tqa import __version__

        sys.stdout.write(f"tqa {__version__}\n")
        return
    # Loading makes many objects and no garbage: collecting begins when it is done, and leaves them alone.
    gc.disable()
    from tqa.cli.app import main as run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
