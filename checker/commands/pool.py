"""Processes that check the sets of a stream, a bounded number of sets ahead."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import active_children, get_context
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Pool(Generic[T, R]):
    """What `work` gives for each item, in order. Where a process is killed, all are started anew.

    What is `easy` is done here: to start a process for it would take longer.
    """

    def __init__(
        self, work: Callable[[T], R], jobs: int, easy: Callable[[T], bool] = lambda _: False
    ) -> None:
        self.work, self.jobs, self.easy = work, jobs, easy
        self.others = set(active_children())
        self.pool = self._started()
        self.done = False

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.jobs, get_context("spawn"))

    def results(self, items: Iterable[T]) -> Iterator[tuple[T, R | None]]:
        """Each item with its result; None where the process was killed twice over it."""
        waiting: deque[tuple[T, Future[R] | None]] = deque()
        for item in items:
            waiting.append((item, self._done(item) if self.easy(item) else self._submitted(item)))
            if len(waiting) > 2 * self.jobs:  # a stream is not read further ahead than it is checked
                yield from self._first(waiting)
        while waiting:
            yield from self._first(waiting)
        self.done = True

    def _done(self, item: T) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(self.work(item))
        return future

    def _submitted(self, item: T) -> Future[R] | None:
        """On its way to a process; where none is idle, one more is started for it, up to `jobs` of them."""
        with _deaf_to_interrupts(), suppress(BrokenProcessPool):
            return self.pool.submit(self.work, item)
        return None

    def _first(self, waiting: deque[tuple[T, Future[R] | None]]) -> Iterator[tuple[T, R | None]]:
        """The first of those that wait; where the processes were killed, all of them, one after the other."""
        item, future = waiting.popleft()
        result = _result(future)
        if result is not None:
            yield item, result
            return
        lost = [(item, future), *waiting]
        waiting.clear()
        self._restart()
        for item, future in lost:
            yield item, (_result(future) if future and future.done() else None) or self._alone(item)

    def _alone(self, item: T) -> R | None:
        """Once more, with nothing beside it that could be what was killed."""
        result = _result(self._submitted(item))
        if result is None:
            self._restart()
        return result

    def _restart(self) -> None:
        self.pool.shutdown(cancel_futures=True)
        self.pool = self._started()

    def close(self) -> None:
        """At an interrupt, or where nobody reads on, what is under way is not waited for."""
        if not self.done:
            for process in set(active_children()) - self.others:
                process.terminate()
        self.pool.shutdown(cancel_futures=True)


def _result(future: Future[R] | None) -> R | None:
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started here never hear Ctrl-C, which a terminal sends to all of them: it is for us alone.

    They inherit the mask; an interrupt that comes meanwhile reaches us at the end. Windows has no such mask.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
