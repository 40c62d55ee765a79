"""A long stream: sets of which one in a hundred is bad, and what the process took at each tenth.

    python -m tests.benchmarks.stream [--sets 20000] [--jobs 1]

Every good set has a report, every bad one a failure; the exit status is 2. Reads /proc.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_PLACES = ("Brenna", "Lund", "Aarhus", "Ghent", "Halle", "Faro", "Exeter", "Cardiff", "Bergen", "Izmir")
_BAD = ("{", "[1]", '{"id": "x", "text": ""}', '{"id": "x", "articles": [{"id": "a"}]}', "[" * 9_000)


def lines(sets: int) -> Iterator[str]:
    for number in range(sets):
        if number % 100 == 50:
            yield _BAD[number // 100 % len(_BAD)]
            continue
        place, dead = _PLACES[number % len(_PLACES)], 9 + number % 70
        story = "A fire in {} killed {} people on {} May 2024, said Ada Quay{}, who keeps the port."
        texts = [story.format(place, dead + more, 1 + number % 28, number) for more in (0, number % 3)]
        articles = [{"id": name, "text": text} for name, text in zip("ab", texts, strict=True)]
        yield json.dumps({"id": f"set {number}", "articles": articles})


def _fed(pipe: IO[str], sets: int) -> None:
    for line in lines(sets):
        pipe.write(line + "\n")
    pipe.close()


def _memory(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sets", type=int, default=20_000)
    options.add_argument("--jobs", default="1")
    args = options.parse_args()
    command = [sys.executable, "-m", "checker", "check", "-", "--format", "jsonl", "--jobs", args.jobs]
    started = time.monotonic()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        threading.Thread(target=_fed, args=(process.stdin, args.sets), daemon=True).start()
        good = bad = 0
        for number, line in enumerate(process.stdout, 1):
            failed = bool(json.loads(line)["failed"])
            good, bad = good + (not failed), bad + failed
            if number % max(1, args.sets // 10) == 0:
                print(
                    f"{number:>8,} {time.monotonic() - started:>7.0f} s {_memory(process.pid):>6} MB",
                    flush=True,
                )
    print(f"{good:,} reports, {bad:,} failures, exit status {process.returncode}")


if __name__ == "__main__":
    main()
