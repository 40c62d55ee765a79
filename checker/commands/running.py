"""From sets to reports under a desk's settings: what all commands that check have in common."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.accepted import Known, compared_with, settle
from checker.config import Settings
from checker.errors import CheckerError
from checker.model import ArticleSet, Report, Severity
from checker.pipeline import check_set
from checker.reading import need_source

_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Under what sets are checked. `today` is the day by which acceptances end."""

    settings: Settings
    folders: tuple[Path, ...] = ()
    today: date | None = None
    baseline: Known | None = None
    new_only: bool = False

    def check(self, articles: ArticleSet) -> Report:
        """The report of one set; CheckerError if it cannot be checked."""
        need_source(articles)
        articles = self.settings.trusting(articles)
        ruleset = self.settings.ruleset(self.folders)
        report = check_set(articles, ruleset.active(articles), self.settings.values.model)
        report = settle(report, self.settings.folder, self.today)
        return report if self.baseline is None else compared_with(report, self.baseline, self.new_only)

    @property
    def failing(self) -> frozenset[Severity]:
        return _FAILING[self.settings.values.fail_on]

    def fails(self, report: Report) -> bool:
        """Whether a finding is as bad as the settings say, and neither accepted nor known."""
        failing = self.failing
        return any(f.severity in failing and not f.accepted and not f.known for f in report.findings)


def check_all(sets: Iterable[ArticleSet], run: Run, jobs: int = 1) -> Iterator[Report]:
    """The reports in the order of the sets, by so many processes; the same for any number of them."""
    if jobs == 1:
        yield from map(run.check, sets)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    waiting: deque[Future[Report]] = deque()
    wrong: list[CheckerError] = []
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs, get_context("spawn"))
    try:
        with _deaf_to_interrupts():
            pool.submit(int)  # starts the processes
        for articles in _until_wrong(iter(sets), wrong):
            waiting.append(pool.submit(run.check, articles))
            if len(waiting) > 2 * jobs:  # a stream is not read further ahead than it is checked
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BaseException:  # an interrupt, a set that is wrong, a reader that has gone
        for process in set(active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    if wrong:
        raise wrong[0]


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started here never hear Ctrl-C, which a terminal sends to all of them: it is for us alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _until_wrong(sets: Iterator[ArticleSet], wrong: list[CheckerError]) -> Iterator[ArticleSet]:
    """The sets up to one that cannot be read, which is kept until those before it are told."""
    try:
        yield from sets
    except CheckerError as e:
        wrong.append(e)
