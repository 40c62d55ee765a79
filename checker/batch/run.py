"""A batch: sets in partitions to an engine, rows to part files, and what is done is not done again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from checker.batch.engines import Engine, Partition
from checker.batch.table import FAILED, FINDING, Row, done_in, rows_of, without_old, write_part
from checker.batch.work import Keyed, common_key, keyed
from checker.commands.running import KILLED, SMALLER, Run, not_checked
from checker.errors import CheckerError
from checker.model import ArticleSet


@dataclass
class Counts:
    """What became of the sets of a batch."""

    skipped: int = 0
    checked: int = 0
    failed: int = 0
    findings: int = 0


def run_batch(sets: Iterable[ArticleSet], run: Run, engine: Engine, out: Path, size: int) -> Counts:
    """Check the sets by partitions of that size and write their rows into the folder `out`.

    A set of which `out` has rows already is skipped, unless they tell of a failure. Where the workers that
    checked a partition were killed, its sets are checked one by one; one that is killed alone is a failure.
    """
    counts, now = Counts(), defaultdict[str, set[str]](set)
    done, common = done_in(out), common_key(run.settings)
    new: set[Path] = set()
    redone: set[str] = set()

    def wanted() -> Iterator[Keyed]:
        for articles in sets:
            one = keyed(articles, common)
            again = one.key in now[articles.id]
            now[articles.id].add(one.key)
            if one.key in done or again:
                counts.skipped += 1
            else:
                yield one

    for rows in _checked(_partitions(wanted(), size), engine):
        new.add(write_part(out, rows))
        redone |= {row["key"] for row in rows}
        counts.checked += len({row["key"] for row in rows})
        counts.failed += len({row["key"] for row in rows if row["outcome"] == FAILED})
        counts.findings += sum(row["outcome"] == FINDING for row in rows)
    without_old(out, new, redone, now)
    return counts


def _checked(partitions: Iterator[Partition], engine: Engine) -> Iterator[list[Row]]:
    lost: list[Partition] = []
    for partition, rows in engine(partitions):
        if rows is None:
            lost += [[one] for one in partition]
        else:
            yield rows
    for partition, rows in engine(iter(lost)):
        yield rows if rows is not None else [row for one in partition for row in _killed(one)]


def _killed(one: Keyed) -> list[Row]:
    return rows_of(one.key, not_checked(one.articles, CheckerError(KILLED, hint=SMALLER)))


def _partitions(sets: Iterator[Keyed], size: int) -> Iterator[Partition]:
    while some := list(islice(sets, size)):
        yield some
