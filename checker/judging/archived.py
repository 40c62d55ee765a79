"""Findings in which the archive has a part: what was published before does not outweigh what is told now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.model import Evidence, Finding, Role, Severity


def weighed(found: Sequence[Finding]) -> list[Finding]:
    """The findings, but for those in which the archive only disagrees with a source, with itself or with a
    draft that a source of the set backs; what it alone says against a draft is no error."""
    return [kept for finding in found for kept in _weighed(finding)]


def _weighed(finding: Finding) -> Iterator[Finding]:
    if all(e.article.role is not Role.ARCHIVE for e in finding.evidence):
        yield finding
        return
    sides = {e.side for e in finding.evidence if e.article.role is Role.DRAFT}
    if not sides:
        return
    against = _roles(finding.evidence, sides, on_them=False)
    if Role.SOURCE in against or not against:
        yield finding
    elif Role.SOURCE not in _roles(finding.evidence, sides, on_them=True):
        severity = max(finding.severity, Severity.WARNING, key=lambda s: s.rank)
        yield replace(finding, severity=severity)


def _roles(evidence: Sequence[Evidence], sides: set[int], *, on_them: bool) -> set[Role]:
    return {e.article.role for e in evidence if (e.side in sides) is on_them} - {Role.DRAFT}
