"""Everything that is shown of one set."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from checker.model import Acceptance, ArticleSet, DraftItem, Fact, Failure, Finding, RuleNote, Severity

_FRAME = "width: 100%; height: 36rem; border: 1px solid #ccc"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report shows of one set."""

    articles: ArticleSet
    findings: tuple[Finding, ...]  # worst first, then in the order of the text
    facts: tuple[Fact, ...]
    read: dict[str, int]  # how many articles, statements, values, actors, claims were read
    compared: int  # how many pairs of claims were compared
    one_voice: bool = False  # a single article in which nobody but itself speaks
    draft: tuple[DraftItem, ...] = ()
    not_run: tuple[str, ...] = ()  # checks that had nothing to compare, in words
    shared_copy: tuple[tuple[str, ...], ...] = ()  # articles that carry one agency's copy
    rules: tuple[RuleNote, ...] = ()  # those in force, by id
    refused: tuple[str, ...] = ()  # pairs that look alike and were not compared, with the reason, in words
    expired: tuple[Acceptance, ...] = ()  # they held until a day that has passed
    stale: tuple[Acceptance, ...] = ()  # what they accept is no longer found
    failing: frozenset[Severity] = frozenset({Severity.ERROR})  # what makes a check of it fail
    held: tuple[str, ...] = ()  # the ids of articles of which something was held against another account

    @property
    def failed(self) -> tuple[Failure, ...]:
        """Its articles that were not checked; where nothing was, what is wrong with the set."""
        return self.articles.failed

    def status(self) -> int:
        """As the exit status: 2 where something was not checked, 3 where nothing was compared and that is
        required, 1 where a finding fails the check, else 0.

        A finding that was accepted, or that the baseline has, fails nothing.
        """
        if self.failed:
            return max(failure.error.status for failure in self.failed)
        return int(any(f.severity in self.failing and not f.accepted and not f.known for f in self.findings))

    def __repr__(self) -> str:
        from checker.reports.acceptances import summed

        return f"<Report {self.articles.id!r}: {summed(self)}; {self.compared} pairs compared>"

    def to_dict(self) -> dict[str, Any]:
        """The report as `check --format json` has it; docs/output.md describes it."""
        from checker.reports.as_json import as_data

        return as_data(self)

    def to_json(self) -> str:
        return self._rendered("json")

    def to_html(self) -> str:
        """A page that stands alone."""
        return self._rendered("html")

    def _repr_html_(self) -> str:
        """For notebooks: the page in a frame, so that its style and script stay its own."""
        page = escape(self.to_html(), quote=True)
        return f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="{_FRAME}" title="report"></iframe>'

    def _rendered(self, name: str) -> str:
        from checker.reports import Look, renderer

        return renderer(name)([self], Look())
