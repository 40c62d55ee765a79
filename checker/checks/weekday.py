"""A weekday that does not fit its date: "Monday, 18 March 2025" was a Tuesday.

Found within one account. The date as read is the one in figures; the weekday is the one that is
doubted, though either may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judging.disputes import evidence_of
from checker.judging.fingerprints import fingerprint
from checker.model import Evidence, Finding, Kind, Relation, Role, Severity, Value, Verdict
from checker.readings import Reading, SetReading
from checker.rules.rule import Rule
from checker.values.calendar_words import calendar_words

_NOTE = "weekday differs"


def _name(number: str) -> str:
    """The weekday of an ISO number: "Tuesday" of 2."""
    return next(
        name for name, known in calendar_words().weekdays.items() if known == int(number)
    ).capitalize()


def _evidence(item: Reading, value: Value) -> Evidence:
    return Evidence(item.article, value.span, item.sentence_at(value.span.start), None, str(value.low))


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    for item in reading.articles:
        claims = {claim.value.span: claim for claim in item.claims}
        for value in item.values:
            wrong = [note for note in value.notes if note.startswith(_NOTE)]
            if value.kind is not Kind.DATE or not wrong:
                continue
            claim = claims.get(value.span)  # the date in a line above the text makes no claim
            drafted = item.article.role is Role.DRAFT
            right = wrong[0].removeprefix(_NOTE).strip(": ")
            yield Finding(
                rule=rule.id,
                severity=rule.severity_for(Relation.DISJOINT, "draft-source" if drafted else "source-source")
                or Severity.WARNING,
                relation=Relation.DISJOINT,
                verdict=Verdict.UNSOUND,
                message=f"{item.article.name}: {value.text} was a {_name(right)}",
                evidence=(evidence_of(claim) if claim else _evidence(item, value),),
                fingerprint=fingerprint(rule.id, item.article.id, [value.text]),
                reasons=("the weekday and the date stand side by side",),
            )
