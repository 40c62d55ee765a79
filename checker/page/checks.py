"""What was checked since the page was opened: in memory, the last few, until it is forgotten."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock

from checker.accepted import named
from checker.commands.accepting import Word, git_name, write_entry
from checker.commands.running import Run
from checker.errors import CheckerError, Errors, InputError
from checker.model import Acceptance, ArticleSet, Finding, Role
from checker.page.original import Letters, Original
from checker.page.texts import repaired
from checker.reports.repairs import repair_of
from checker.reports.report import Report

_MOST = 20  # checks that are remembered


@dataclass(frozen=True, slots=True)
class Check:
    """A set as it was given, and its report."""

    id: str
    articles: ArticleSet
    report: Report
    original: Original | None = None  # the Word document that its draft was

    def letters(self) -> Letters | None:
        """That document, with what was changed since; None where there is none, or it cannot take that."""
        drafts = [a.text for a in self.articles.articles if a.role is Role.DRAFT]
        return self.original.with_text(drafts[0]) if self.original and drafts else None

    def finding(self, fingerprint: str) -> Finding:
        """The finding that a fingerprint names; InputError if there is none."""
        found = named(fingerprint, self.report.findings)
        if found is None:
            raise InputError("this finding is no longer there", hint="look at the newest report")
        return found


class Checks:
    """Makes checks, one at a time, and remembers them. `keep` is a folder for what is accepted."""

    def __init__(self, make_run: Callable[[], Run], today: Callable[[], date], keep: Path | None) -> None:
        self._make_run, self._today, self.keep = make_run, today, keep
        self._worker = ThreadPoolExecutor(1)
        self._made: OrderedDict[str, Check] = OrderedDict()
        self._accepted: dict[str, Acceptance] = {}
        self._lock = Lock()

    def make(self, articles: ArticleSet, original: Original | None = None) -> Check:
        """Check a set; CheckerError where nothing of it can be checked. `original`: see `Check`."""
        report = self._worker.submit(lambda: self._make_run().report(articles)).result()
        if not report.articles.articles:
            raise Errors(failure.error for failure in report.failed)
        check = Check(secrets.token_urlsafe(16), articles, report, original)
        with self._lock:
            self._made[check.id] = check
            while len(self._made) > _MOST:
                self._made.popitem(last=False)
        return check

    def get(self, name: str) -> Check | None:
        """A check with what was accepted since; None where it was forgotten."""
        with self._lock:
            check = self._made.get(name)
            if check is None:
                return None
            found = check.report.findings
            marked = (replace(f, accepted=f.accepted or self._accepted.get(f.fingerprint)) for f in found)
            return replace(check, report=replace(check.report, findings=tuple(marked)))

    def accept(self, check: Check, finding: Finding, reason: str) -> None:
        """Let a finding stand; on disk only where a folder was named for that."""
        word = Word(reason, git_name(), self._today())
        if not reason.strip():
            raise InputError("there is no reason", hint="say why the finding may stand")
        with self._lock:
            path = ""
            if self.keep is not None:
                path = str(write_entry(check.articles, finding.fingerprint, finding, word))
            accepted = Acceptance(finding.fingerprint, " ".join(reason.split()), path, 0, word.who, word.when)
            self._accepted[finding.fingerprint] = accepted

    def reopen(self, finding: Finding) -> None:
        """Take back what was accepted here and not kept."""
        with self._lock:
            self._accepted.pop(finding.fingerprint, None)

    def repair(self, check: Check, finding: Finding) -> Check:
        """The check of the draft with the source's words in it."""
        repair = repair_of(finding)
        if repair is None:
            raise CheckerError("no source's words can be put there")
        return self.make(repaired(check.articles, repair), check.original)

    def forget(self) -> None:
        """Every text, report and reason."""
        with self._lock:
            self._made.clear()
            self._accepted.clear()
