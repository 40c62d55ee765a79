"""What checks the partitions, and the engine that needs nothing but processes of this machine.

An engine yields each partition with its rows, in whatever order they are ready, and None for the rows where
the processes that checked it were killed again and again. Only a few partitions are under way at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial

from checker.batch.table import Row
from checker.batch.work import Keyed, check_partition
from checker.commands.pool import Pool
from checker.commands.running import Run

Partition = Sequence[Keyed]
Engine = Callable[[Iterator[Partition]], Iterator[tuple[Partition, list[Row] | None]]]


@contextmanager
def local(run: Run, workers: int) -> Iterator[Engine]:
    """Processes of this machine, without Dask."""
    with closing(Pool(partial(check_partition, run), workers)) as pool:
        yield pool.results
