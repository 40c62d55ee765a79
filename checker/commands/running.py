"""From sets to reports under a desk's settings: what all commands that check have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.accepted import Known, compared_with, settle
from checker.config import Settings
from checker.errors import CheckerError, NotCompared
from checker.language import ModelError, model_folder
from checker.model import ArticleSet, Failure, Role, Severity
from checker.reading import need_source
from checker.reading.files import failures
from checker.reading.gate import there
from checker.reports.report import Report
from checker.results import is_known, known_or

if TYPE_CHECKING:
    from checker.memory import Memory
    from checker.readings import SetReading
    from checker.rules.rulesets import Ruleset

KILLED = "the process that checked it was killed, and so was one that had nothing else to do"
SMALLER = "there may be too little memory for it: cut it into smaller sets"
_LOOK = "see that its sources tell of the same event, and that their text was read: checker explain"
_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "note": frozenset(Severity),
    "never": frozenset[Severity](),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Under what sets are checked. `today` is the day by which acceptances end."""

    settings: Settings
    today: date | None = None
    baseline: Known | None = None
    new_only: bool = False
    alone: bool = False  # whether a draft may be without sources
    memory: Memory | None = None  # of who checks one set again and again

    def check(self, articles: ArticleSet) -> Report:
        """The report of one set; CheckerError if it cannot be checked."""
        need_source(articles, self.alone)
        articles = self.settings.trusting(articles)
        ruleset = self.settings.ruleset()
        report = known_or(lambda: self._checked(articles, ruleset), articles, self.settings)
        report = settle(replace(report, failing=self.failing), self.settings.file, self.today)
        if self.settings.select or self.settings.ignore:
            report = replace(report, stale=())  # what was not looked for may still be there
        if self.settings.values.require_compared:
            report = _with_not_compared(report)
        return report if self.baseline is None else compared_with(report, self.baseline, self.new_only)

    def knows(self, articles: ArticleSet) -> bool:
        """Whether the set seems to have been checked before, so that its report is soon there."""
        return is_known(self.settings.trusting(articles), self.settings)

    def _checked(self, articles: ArticleSet, ruleset: Ruleset) -> Report:
        from checker.pipeline import check_set  # with all that reads and compares, which takes long to import

        return check_set(articles, ruleset.active(articles), self.settings.values.model, self.memory)

    def read(self, articles: ArticleSet) -> SetReading:
        """What a set says; CheckerError if it cannot be read."""
        from checker.pipeline import read_set

        return read_set(articles, self.settings.ruleset().active(articles), self.settings.values.model)

    def report(self, articles: ArticleSet) -> Report:
        """The report of one set, whatever happens: what goes wrong is a failure of this set."""
        if articles.failed and not any(a.role is not Role.DRAFT for a in articles.articles):
            return not_checked(articles)
        try:
            return self.check(articles)
        except ModelError:
            raise  # it is the same for every set
        except Exception as e:
            return not_checked(articles, e)

    @property
    def failing(self) -> frozenset[Severity]:
        return _FAILING[self.settings.values.fail_on]


def start_of(paths: Sequence[Path | str]) -> Path:
    """Where settings are looked for: at the first path that can be one, and upwards."""
    for path in paths:
        there(Path(path))
    return next((Path(path) for path in paths if str(path) != "-"), Path())


def not_checked(articles: ArticleSet, e: Exception | None = None) -> Report:
    """The report of a set of which nothing was checked."""
    path, line = articles.written or (next((a.path for a in articles.articles if a.path), None), None)
    why = tuple(Failure(failure.error) for failure in failures(e, path)) if e else ()
    for failure in why:
        failure.error.line = failure.error.line or (line if failure.error.path == path else None)
    return Report(replace(articles, articles=(), failed=(*articles.failed, *why)), (), (), {}, 0)


def _with_not_compared(report: Report) -> Report:
    """With a failure for each draft of which nothing was compared; without drafts, for the set."""
    drafts = [a for a in report.articles.articles if a.role is Role.DRAFT]
    lost = [draft for draft in drafts if draft.id not in report.held]
    why = [
        Failure(
            NotCompared("nothing in this draft was compared with a source", path=a.path, hint=_LOOK), a.id
        )
        for a in lost
    ]
    if not drafts and not report.held:
        name = report.articles.id
        why = [Failure(NotCompared(f"nothing was compared in the set {name!r}", hint=_LOOK))]
    return replace(report, articles=replace(report.articles, failed=(*report.failed, *why)))


def check_all(sets: Iterable[ArticleSet], run: Run, jobs: int = 1) -> Iterator[Report]:
    """The reports in the order of the sets, by so many processes; the same for any number of them."""
    run.settings.ruleset()
    model_folder(run.settings.values.model)  # what is wrong with rules or model is no fault of a set
    if jobs == 1:
        yield from map(run.report, sets)
        return
    from checker.commands.pool import Pool

    with closing(Pool(run.report, jobs, run.knows)) as pool:
        for articles, report in pool.results(sets):
            yield report or not_checked(articles, CheckerError(KILLED, hint=SMALLER))
