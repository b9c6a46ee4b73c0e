"""What a whole run costs beside a bare interpreter: CPU time of whole processes, interleaved, medians of pairwise ratios.

    python tests/bench/startup.py [ARTICLE] [--rounds 15] [--most 12]

Compile the package first (`python -m compileall -q tqa`): an installed one is. Exits 1 where linting costs more than `--most` bare
interpreters.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "samples" / "river-port" / "river-port.en.txt"


def cpu(command: list[str]) -> float:
    """Milliseconds of user and system time the command takes, with nothing to read and nobody to read it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    nothing = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)]
    process = os.posix_spawn(command[0], command, environment, file_actions=nothing)
    _, _, used = os.wait4(process, 0)
    return (used.ru_utime + used.ru_stime) * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", default=str(ARTICLE))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--most", type=float, default=12.0)
    wanted = parser.parse_args()
    tqa = str(Path(sys.executable).with_name("tqa"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "tqa --version": [tqa, "--version"],
        "tqa lint": [tqa, "lint", wanted.article],
        "tqa lint --isolated": [tqa, "lint", wanted.article, "--isolated"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(wanted.rounds + 1):
        for name, command in commands.items():
            used = cpu(command)
            if number:  # the first round warms up
                times[name].append(used)
    bare = times["python -c pass"]
    ratios = {name: statistics.median(one / other for one, other in zip(spent, bare, strict=True)) for name, spent in times.items()}
    for name, spent in times.items():
        print(f"{name:22} {statistics.median(spent):7.1f} ms  × {ratios[name]:.2f}")
    sys.exit(max(ratios["tqa lint"], ratios["tqa lint --isolated"]) > wanted.most)


if __name__ == "__main__":
    main()
