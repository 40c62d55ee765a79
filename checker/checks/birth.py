"""An age that does not fit the year or day on which the same person was born: born in 1961, 70 in 2024.

The age is counted on the day its account was published, so accounts without a date are left alone, as
are ages somebody had at another time ("was 18 when", "aged 69 at his death"). One year either way is
no finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from checker.claims.claim import Claim
from checker.data import load
from checker.lexical.gazetteer import fold
from checker.model import ActorKind, Kind, Span, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, evidence_of

_YEAR = Fraction(1461, 4)  # days
_SLACK = 1  # years: a birthday between two accounts, an age that was not brought up to date
_BORN = frozenset({"v:bear"})


def find(reading: SetReading) -> Iterator[Problem]:
    ages: dict[str, list[Claim]] = defaultdict(list)
    births: dict[str, list[Claim]] = defaultdict(list)
    for item in reading.articles:
        for claim in item.claims:
            if claim.value.kind is Kind.AGE and (person := _named(claim, reading)) and _is_now(claim, item):
                ages[person].append(claim)
            elif claim.value.kind is Kind.DATE and _BORN & claim.topic.core:
                for person in _people(claim, reading):
                    births[person].append(claim)
    for person, born in births.items():
        actor = reading.index.get(person)
        for age in sorted(ages[person], key=lambda claim: claim.value.span):
            wrong = ((birth, years) for birth in born if (years := _misfit(age, birth)))
            if found := next(wrong, None):
                yield _problem(age, *found, actor.name if actor else "")


def _named(claim: Claim, reading: SetReading) -> str | None:
    """The person right beside whose name the age stands: "Hoffmann, 70", "Hoffmann is 70 years old"."""
    for person in _people(claim, reading):
        actor = reading.index.get(person)
        if actor and any(fold(claim.topic.word) in fold(name).split() for name in actor.names):
            return person
    return None


def _people(claim: Claim, reading: SetReading) -> list[str]:
    """The people of whom the clause tells; of those that a year of birth may be of the one named last."""
    if claim.value.kind is not Kind.DATE:
        return [id for id in sorted(claim.participants) if _is_person(id, reading)]
    before = Span(claim.sentence.start, claim.value.span.start)
    named = [
        actor.id for actor in reading.index.within(claim.article.id, before) if _is_person(actor.id, reading)
    ]
    return named[-1:]


def _is_person(id: str, reading: SetReading) -> bool:
    actor = reading.index.get(id)
    return actor is not None and actor.kind is ActorKind.PERSON


def _is_now(claim: Claim, item: Reading) -> bool:
    """Whether somebody has the age on the day of publication."""
    value = claim.value
    if (
        claim.article.published is None
        or len(value.stated) != 1
        or value.unit not in (None, "year")
        or value.notes
    ):
        return False
    words = {word.strip(",.;:") for word in claim.article.words(claim.sentence).lower().split()}
    if words & set(load("ages")["another_time"]) or not _is_plain(claim):
        return False
    return not any(
        v.kind is Kind.DATE and claim.sentence.contains(v.span) and _other_year(v.bounds.low, claim)
        for v in item.values
    )


def _is_plain(claim: Claim) -> bool:
    """Whether it is told as what somebody is: "Hoffmann, 70,", "70-year-old Hoffmann", "is 70"."""
    text = claim.article.text[: claim.value.span.start].rstrip(" ")
    return text.endswith((",", "(", " is")) or "year-old" in claim.value.text


def _other_year(day: Fraction | None, claim: Claim) -> bool:
    """Whether the sentence tells of another year than that of publication."""
    published = claim.article.published
    return day is not None and published is not None and abs(published.toordinal() - day) > 366


def _misfit(age: Claim, birth: Claim) -> list[int]:
    """How old somebody born then is on the day of publication, at least and at most, if that is no such age.

    What one sentence tells of both is mostly of another time: "born in 1961, he was 30 when".
    """
    first, last, published = birth.value.bounds.low, birth.value.bounds.high, age.article.published
    together = age.article is birth.article and age.sentence == birth.sentence
    known = birth.value.grain in ("year", "month", "day") and not together
    if not known or first is None or last is None or published is None:
        return []
    low, high = (int((published.date().toordinal() - end) // _YEAR) for end in (last, first))
    return [] if low - _SLACK <= Fraction(age.value.stated[0]) <= high + _SLACK else sorted({low, high})


def _problem(age: Claim, birth: Claim, years: list[int], name: str) -> Problem:
    return Problem(
        Verdict.UNSOUND if age.article is birth.article else Verdict.CONTRADICTION,
        (age.value.text, f"born {birth.value.text}, which makes {' or '.join(map(str, years))}"),
        (evidence_of(age), evidence_of(birth, 1)),
        about=name,
        told=(age.value.text, birth.value.text),
        reasons=("the age is counted on the day of publication",),
    )
