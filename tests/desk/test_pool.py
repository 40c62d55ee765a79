"""The processes of a stream: none of them hears Ctrl-C, however late it was started."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing

from checker.commands.pool import Pool


def heard(_: int) -> tuple[int, bool]:
    """The process, and if an interrupt would reach it."""
    time.sleep(0.5)  # the other one has to be started
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, set())
    return os.getpid(), not blocked and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_no_process_hears_an_interrupt() -> None:
    with closing(Pool(heard, 2)) as pool:
        told = [result for _, result in pool.results(range(12)) if result]
    assert len({process for process, _ in told}) == 2
    assert not any(hears for _, hears in told)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())
