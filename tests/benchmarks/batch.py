"""How much faster two workers of `checker batch` are than one.

    python -m tests.benchmarks.batch FILE.jsonl [--engine dask|local] [--articles 60] [--times 3]

FILE holds an article a line ({"set", "id", "text"}); two that follow each other make a set. One and two
workers check the same sets in turn, without kept parses. The clock runs from the first result to the last, so
that what it takes to start processes and load the model is not counted; that is told beside it. Prints each
ratio, and how busy the machine was.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from checker.batch.cluster import dask
from checker.batch.engines import Engine, Partition, local
from checker.batch.run import run_batch
from checker.batch.table import Row
from checker.commands.running import Run
from checker.config import load_settings
from checker.model import Article, ArticleSet


def sets_of(path: Path, articles: int) -> list[ArticleSet]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:articles]]
    pairs = zip(rows[::2], rows[1::2], strict=False)
    return [
        ArticleSet(f"set {n}", tuple(Article(r["id"], r["text"]) for r in p)) for n, p in enumerate(pairs)
    ]


class Watched:
    """An engine with the time at which each partition was ready."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.ready: list[float] = []

    def __call__(self, partitions: Iterator[Partition]) -> Iterator[tuple[Partition, list[Row] | None]]:
        for found in self.engine(partitions):
            self.ready.append(time.perf_counter())
            yield found


def seconds(name: str, run: Run, sets: list[ArticleSet], workers: int) -> tuple[float, float]:
    """How long a worker is at work for all sets but the first few, and how long the whole takes."""
    started = time.perf_counter()
    by = dask(run, workers, None) if name == "dask" else local(run, workers)
    with tempfile.TemporaryDirectory() as out, by as engine:
        watched = Watched(engine)
        run_batch(sets, run, watched, Path(out), 1)
        ended = time.perf_counter()
    warm = 2 * workers  # each worker has loaded the model by then
    each = (watched.ready[-1] - watched.ready[warm - 1]) / (len(sets) - warm)
    return each * len(sets), ended - started


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--engine", choices=["dask", "local"], default="dask")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    if not args.file.is_file():
        print(f"skipped: no {args.file}")
        return
    os.environ["CHECKER_CACHE"] = "off"
    sets, run = sets_of(args.file, args.articles), Run(load_settings(Path(), {}, use=False, folders=()))
    ratios = []
    for _ in range(args.times):
        (one, all_one), (two, all_two) = (seconds(args.engine, run, sets, n) for n in (1, 2))
        ratios.append(one / two)
        load = os.getloadavg()[0]
        print(
            f"{len(sets)} sets: one worker {one:.1f} s (with its start {all_one:.1f} s), two {two:.1f} s "
            f"({all_two:.1f} s): {one / two:.2f} times as fast; with the start {all_one / all_two:.2f}; "
            f"load {load:.1f} on {os.cpu_count()} cores",
            flush=True,
        )
    print(f"best {max(ratios):.2f}, worst {min(ratios):.2f}")


if __name__ == "__main__":
    main()
