"""How long the program takes to start, and to check what it has checked before.

    python -m tests.benchmarks.warm [--runs 7]

Each command is a process of its own; parses and reports are kept in a folder of their own, empty at first.
Prints the least seconds of user time and of the clock among the runs (of a cold check there is one), and how
many times the clock of `python -c pass` that is; then how much faster a warm check is than a cold one.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FIRST = sorted(path.name for path in (ROOT / "cases").iterdir() if path.is_dir())[0]


class Taken(NamedTuple):
    """Seconds of one process."""

    user: float
    clock: float


def once(*args: str) -> Taken:
    """One run of Python with these arguments; what it prints goes nowhere."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, time.perf_counter()
    done = subprocess.run([sys.executable, *args], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == 0, args
    clock = time.perf_counter() - started
    return Taken(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, clock)


def least(runs: int, *args: str) -> Taken:
    """The least of several runs, after one that is not counted: it may have to write bytecode."""
    once(*args)
    taken = [once(*args) for _ in range(runs)]
    return Taken(min(t.user for t in taken), min(t.clock for t in taken))


def checking(*paths: str) -> tuple[str, ...]:
    return ("-m", "checker", "check", "--fail-on", "never", *paths)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--runs", type=int, default=7)
    runs = asked.parse_args().runs
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as kept:
        os.environ["CHECKER_CACHE"] = kept
        case, cases = checking(f"cases/{FIRST}"), checking("cases")
        bare = least(runs, "-c", "pass")
        rows = {
            "python -c pass": bare,
            "python -c 'import click'": least(runs, "-c", "import click"),
            "checker --help": least(runs, "-m", "checker", "--help"),
            "checker rules list": least(runs, "-m", "checker", "rules", "list"),
            "the first case, cold": once(*case),
            "the first case, warm": least(runs, *case),
            "clear": once("-m", "checker", "cache", "clear"),
            "all cases, cold": once(*cases),
            "all cases, warm": least(runs, *cases),
            "all cases, warm, two jobs": least(runs, *cases, "--jobs", "2"),
        }
    print(f"{'':28} {'user':>7} {'clock':>7}")
    for name, taken in rows.items():
        if name != "clear":
            print(f"{name:28} {taken.user:7.3f} {taken.clock:7.3f}   × {taken.clock / bare.clock:.1f}")
    cold, warm = rows["all cases, cold"], rows["all cases, warm"]
    times = cold.user / warm.user, cold.clock / warm.clock
    print(f"all cases warm: × {times[0]:.1f} faster by user time, × {times[1]:.1f} by the clock")


if __name__ == "__main__":
    main()
