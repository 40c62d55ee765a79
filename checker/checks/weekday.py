"""A weekday that does not fit its date: "Monday, 18 March 2025" was a Tuesday.

Found within one account. The date as read is the one in figures; the weekday is the one that is
doubted, though either may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.disputes import evidence_of
from checker.fingerprints import fingerprint
from checker.model import Finding, Kind, Relation, Role, Severity, Verdict
from checker.readings import SetReading
from checker.rules import Rule

_NOTE = "weekday differs"


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    for item in reading.articles:
        for claim in item.claims:
            wrong = [note for note in claim.value.notes if note.startswith(_NOTE)]
            if claim.value.kind is not Kind.DATE or not wrong:
                continue
            drafted = item.article.role is Role.DRAFT
            right = wrong[0].removeprefix(_NOTE).strip(": ")
            yield Finding(
                rule=rule.id,
                severity=rule.severity_for(Relation.DISJOINT, "draft-source" if drafted else "source-source")
                or Severity.WARNING,
                relation=Relation.DISJOINT,
                verdict=Verdict.UNSOUND,
                message=f"{item.article.name}: {claim.value.text} was a {right}",
                evidence=(evidence_of(claim),),
                fingerprint=fingerprint(rule.id, item.article.id, [claim.value.text]),
                reasons=("the weekday and the date stand side by side",),
            )
