"""The engine that checks partitions on Dask: a cluster by its scheduler's address, or one of this machine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any

from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

from checker.batch.engines import Engine, Partition
from checker.batch.table import Row
from checker.batch.work import check_partition, read_article, texts_of
from checker.commands.running import Run
from checker.errors import CheckerError

_AHEAD = 2  # partitions a worker, so that none waits
_PATIENCE = "10s"


@contextmanager
def dask(run: Run, workers: int, scheduler: str | None) -> Iterator[Engine]:
    """The cluster of a scheduler, or one of this machine alone with so many worker processes."""
    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=_PATIENCE)
        except (OSError, ValueError) as e:
            raise CheckerError(
                f"--scheduler: nothing answers at {scheduler}: {str(e) or type(e).__name__}",
                hint="write its address as it tells it: tcp://HOST:8786",
            ) from None
        with client:
            yield partial(_on, client, run)
        return
    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield partial(_on, client, run)


def _on(
    client: Client, run: Run, partitions: Iterator[Partition]
) -> Iterator[tuple[Partition, list[Row] | None]]:
    everywhere = client.scatter(run, broadcast=True, hash=False)
    under_way: dict[Any, Partition] = {}
    ahead = _AHEAD * max(1, len(client.nthreads())) + 1
    first = [_submitted(client, everywhere, run, one, under_way) for one in islice(partitions, ahead)]
    ready = as_completed(first)
    for future in ready:
        partition = under_way.pop(future.key)
        rows = _result(future)
        for following in islice(partitions, 1):
            ready.add(_submitted(client, everywhere, run, following, under_way))
        yield partition, rows


def _submitted(
    client: Client, everywhere: Future[Run], run: Run, partition: Partition, under_way: dict[Any, Partition]
) -> Future[list[Row]]:
    """A task an article, once for all sets that have it, and one for the sets, which waits for them."""
    texts, model = texts_of(partition), run.settings.values.model
    parses = [client.submit(read_article, text, model) for text in texts]
    future = client.submit(check_partition, everywhere, partition, texts, parses, pure=False)
    under_way[future.key] = partition
    return future


def _result(future: Future[list[Row]]) -> list[Row] | None:
    try:
        rows: list[Row] = future.result()
        return rows
    except KilledWorker:
        return None
