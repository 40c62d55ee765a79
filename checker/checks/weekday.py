"""A weekday that does not fit its date: "Monday, 18 March 2025" was a Tuesday.

Found within one account. The date as read is the one in figures; the weekday is the one that is
doubted, though either may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Kind, Verdict
from checker.readings import SetReading
from checker.values.calendar_words import calendar_words
from checker.verdicts import Problem, evidence, evidence_of

_NOTE = "weekday differs"


def _name(number: str) -> str:
    """The weekday of an ISO number: "Tuesday" of 2."""
    return next(
        name for name, known in calendar_words().weekdays.items() if known == int(number)
    ).capitalize()


def find(reading: SetReading) -> Iterator[Problem]:
    for item in reading.articles:
        claims = {claim.value.span: claim for claim in item.claims}
        for value in item.values:
            wrong = [note for note in value.notes if note.startswith(_NOTE)]
            if value.kind is not Kind.DATE or not wrong:
                continue
            claim = claims.get(value.span)  # the date in a line above the text makes no claim
            right = wrong[0].removeprefix(_NOTE).strip(": ")
            yield Problem(
                Verdict.UNSOUND,
                (f"{value.text} was a {_name(right)}",),
                (evidence_of(claim) if claim else evidence(item, value.span, str(value.low)),),
                about=item.article.id,
                told=(value.text,),
                reasons=("the weekday and the date stand side by side",),
            )
