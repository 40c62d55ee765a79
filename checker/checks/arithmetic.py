"""Figures that do not follow from the figures beside them: "rose from 10 to 15, up 40%".

In one sentence (or the next) an account gives a level, the level before and the change in per cent,
in percentage points or as a multiple. The change that the two levels give is worked out exactly over
all that the writer may have rounded; the finding is `does not add up` if the stated change is
nowhere in that range. A half per cent is always allowed, since writers round from unrounded figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.claims.claim import Claim
from checker.model import Interval, Kind, Relation, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, evidence_of

_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE})
_ALLOWANCE = Fraction(1, 2)


def find(reading: SetReading) -> Iterator[Problem]:
    for item in reading.articles:
        for change, level, before in _triples(item):
            wanted = _change(level, before)
            if wanted is None:
                continue
            stated = _signed(change)
            slack = Interval(_minus(stated.low), _plus(stated.high), stated.low_open, stated.high_open)
            if slack.relation(wanted) is Relation.DISJOINT:
                yield _problem(change, level, before, wanted)


def _triples(item: Reading) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Each stated change in per cent with the level and the figure compared with, in one sentence."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in item.claims:
        by_sentence.setdefault(claim.sentence.start, []).append(claim)
    for claims in by_sentence.values():
        changes = [c for c in claims if c.value.kind is Kind.PERCENTAGE and c.value.change]
        if len(changes) != 1:
            continue  # with more figures than these nothing says which belongs to which
        change = changes[0]
        both = [c for c in claims if "from-to" in c.value.notes and c is not change]
        if len(both) == 1:
            before, level = (_end(both[0], number) for number in both[0].value.stated)
            yield change, level, before
            continue
        befores = [c for c in claims if c.topic.baseline and c.value.kind in _LEVELS]
        levels = [c for c in claims if len(befores) == 1 and _is_level(c, change, befores[0])]
        if len(levels) == 1:
            yield change, levels[0], befores[0]


def _end(claim: Claim, number: str) -> Claim:
    """One end of "from 10 to 15" as a claim of its own."""
    point = Interval.point(Fraction(number))
    return replace(claim, value=replace(claim.value, bounds=point, rounded=None, stated=(number,)))


def _is_level(claim: Claim, change: Claim, before: Claim) -> bool:
    return (
        claim is not change
        and claim is not before
        and not claim.topic.baseline
        and claim.value.change is None
        and claim.value.comparable(before.value)
    )


def _signed(change: Claim) -> Interval:
    """The change in per cent, negative for a fall."""
    value = change.value
    bounds = value.rounded or value.bounds
    if value.change != "down":
        return bounds
    return Interval(
        None if bounds.high is None else -bounds.high,
        None if bounds.low is None else -bounds.low,
        bounds.high_open,
        bounds.low_open,
    )


def _change(level: Claim, before: Claim) -> Interval | None:
    """From one level to the other in per cent, over all they may have been rounded from."""
    a, b = (claim.value.rounded or claim.value.bounds for claim in (level, before))
    if a.low is None or a.high is None or b.low is None or b.high is None or b.low <= 0:
        return None
    return Interval((a.low / b.high - 1) * 100, (a.high / b.low - 1) * 100)


def _minus(low: Fraction | None) -> Fraction | None:
    return None if low is None else low - _ALLOWANCE


def _plus(high: Fraction | None) -> Fraction | None:
    return None if high is None else high + _ALLOWANCE


def _figure(claim: Claim) -> str:
    """A level in its own words, or the number of an end of "from 10 to 15"."""
    return claim.value.stated[0] if "from-to" in claim.value.notes else claim.value.text


def _problem(change: Claim, level: Claim, before: Claim, wanted: Interval) -> Problem:
    low, high = (float(end) if end is not None else 0.0 for end in (wanted.low, wanted.high))
    beside = dict.fromkeys(evidence_of(claim, 1) for claim in (level, before))
    is_so = f"from {_figure(before)} to {_figure(level)} is {(low + high) / 2:+.1f} %"
    return Problem(
        Verdict.UNSOUND,
        (f"{change.value.text}, but {is_so}",),
        (evidence_of(change), *beside),
        about="change",
        reasons=("all three stand in one sentence",),
    )
