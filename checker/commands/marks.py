"""What an editor shows in a draft: where findings stand, and what the sources say there."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Article, Evidence, Finding, Role, Severity, Span
from checker.reports import drafted
from checker.reports.places import cited, lines
from checker.reports.report import Report

Place = tuple[int, int]  # line and column of the file, from 0, in characters


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the draft and what is to be said of it; `finding` is None for what only informs."""

    start: Place
    end: Place
    message: str
    severity: Severity = Severity.NOTE
    finding: Finding | None = None

    def overlaps(self, start: Place, end: Place) -> bool:
        return self.start <= end and start <= self.end


def draft_of(report: Report) -> Article | None:
    return next((a for a in report.articles.articles if a.role is Role.DRAFT), None)


def marks(report: Report) -> list[Mark]:
    """Every finding that nobody let stand, at its words in the draft, and comments that ignore nothing."""
    draft = draft_of(report)
    if draft is None:
        return []
    found = [
        Mark(*place(draft, evidence.span), finding.message, finding.severity, finding)
        for finding in report.findings
        if finding.accepted is None
        for evidence in finding.evidence
        if evidence.article.id == draft.id
    ]
    idle = [
        Mark((a.line - 1, 0), (a.line, 0), f"nothing is found here that {a.what} would ignore")
        for a in report.stale
        if a.inline and a.path == draft.path
    ]
    return sorted(found + idle, key=lambda mark: (mark.start, mark.end, mark.message))


def place(article: Article, span: Span) -> tuple[Place, Place]:
    """Where a span begins and ends in the article's file."""
    first, column, last, end = lines(article, span)
    return (first - 1, column - 1), (last - 1, end - 1)


def told(report: Report, at: Place) -> tuple[str, tuple[Place, Place]] | None:
    """How the draft stands at a place, what each account says of it, and the stretch it is about."""
    draft = draft_of(report)
    if draft is None:
        return None
    item = next((i for i in report.draft if _covers(i.evidence, draft, at)), None)
    how = [f"{drafted.SIGNS[item.support]} {drafted.words(item)}: {drafted.outcome(item)}"] if item else []
    lots = [("\n".join([f.message, *how]), f.evidence) for f in report.findings]
    lots += [(how[0], (item.evidence, *item.sources))] if item else []
    lots += [(fact.label, tuple(e for _, cell in fact.cells for e in cell)) for fact in report.facts]
    for title, evidence in lots:
        for mine in evidence:
            if _covers(mine, draft, at):
                others = [cited(e) for e in evidence if e.article.id != draft.id]
                said = dict.fromkeys(others or ["No other account speaks of it."])
                return "\n".join([title, "", *said]), place(draft, mine.span)
    return None


def _covers(evidence: Evidence, draft: Article, at: Place) -> bool:
    start, end = place(draft, evidence.span)
    return evidence.article.id == draft.id and start <= at <= end
