"""Figures that do not follow from the figures beside them: "rose from 10 to 15, up 40%".

In one sentence (or the next) an account gives a level, the level before and the change in per cent,
in percentage points or as a multiple. The change that the two levels give is worked out exactly over
all that the writer may have rounded; the finding is `does not add up` if the stated change is
nowhere in that range.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.claims.claim import Claim
from checker.comparison import ends_of, of_one_order, percent_change, signed
from checker.model import Interval, Kind, Relation, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, evidence_of

_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE})


def find(reading: SetReading) -> Iterator[Problem]:
    for item in reading.articles:
        for change, level, before in _triples(item):
            wanted = percent_change(level.value, before.value)
            if not of_one_order(level.value, before.value):
                continue  # what grows tenfold is no change in per cent: a year was read as a level
            if wanted is not None and signed(change.value).relation(wanted) is Relation.DISJOINT:
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
        both = [(c, ends) for c in claims if c is not change and (ends := ends_of(c.value))]
        if len(both) == 1:
            told, ends = both[0]
            before, level = (replace(told, value=end) for end in ends)
            yield change, level, before
            continue
        befores = [c for c in claims if c.topic.baseline and c.value.kind in _LEVELS]
        levels = [c for c in claims if len(befores) == 1 and _is_level(c, change, befores[0])]
        if len(levels) == 1:
            yield change, levels[0], befores[0]


def _is_level(claim: Claim, change: Claim, before: Claim) -> bool:
    return (
        claim is not change
        and claim is not before
        and not claim.topic.baseline
        and claim.value.change is None
        and claim.value.comparable(before.value)
    )


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
