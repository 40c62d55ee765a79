"""Amounts that follow from others by one step of arithmetic: 62 = 30 + 32.

A step is sure of figures of one kind, dimension and sort of thing, in one sentence or two that follow each
other and tell of the same. It might be meant of two that stand apart, unless they are small counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, permutations

from checker.comparison.derivation import Derivation, Figure, Step, derived
from checker.comparison.limits import faces, is_limit, meant
from checker.comparison.operands import (
    MULTIPLE,
    SCORE,
    SMALL,
    comes_to,
    ends_of,
    in_one_unit,
    in_unit_of,
    is_chance,
    like,
    number,
    of_one_sort,
)
from checker.model import Basis, Interval, Kind, Relation, Value

_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENTAGE})
_ADDENDS = 4
_CROWD = 8  # figures of two sentences; more of them come to anything
NAMED = 6  # people that a list names and a writer may count
_ALL = 64  # figures of every source; of more, two that stand apart are no evidence
_PERCENT, _PERSON = "percent", "person"
_BETWEEN = {"percentage_point": _PERCENT, "temperature difference": "temperature"}  # a difference, of what
_SLACK = Fraction(1, 2)  # per cent, since changes are worked out from figures that are not rounded
_LOOSE = Fraction(1, 20)  # how far a multiple is from what it is told for


def amounts(figure: Figure, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """Every step by which amounts come to one."""
    value = figure.value
    if value.kind not in _AMOUNTS or value.dimension == SCORE or len(value.stated) > 1:
        return  # "hundreds" come from anything
    known = [in_unit_of(value, c) for c in candidates if c.value.kind in _AMOUNTS]
    if value.dimension == MULTIPLE or (value.dimension == _PERCENT and not value.change):
        yield from _ratios(figure, known if len(known) <= _ALL else [c for c in known if c.alike])
    if any(faces(value, c.value) for c in known if c.alike and like(figure, c)):
        return  # a limit that was made from that figure, rightly or not
    for beside in _passages(known):
        yield from _steps(figure, beside)
    yield from (derived(Step.SUM, (c,), sure=False) for c in known if _are_others(figure, c))
    for one, other in combinations(known if len(known) <= _ALL else (), 2):
        told = (one.alike or other.alike) and not one.near(other)
        if told and of_one_sort(one, other) and not is_chance(one, other):
            yield from _steps(figure, [replace(f, alike=False) for f in (one, other)])


def _steps(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    value = figure.value
    if value.dimension == MULTIPLE:
        return
    if value.dimension == _PERCENT and value.change:
        yield from _changes(figure, beside)
    else:
        yield from (d for d in (*_sums(figure, beside), *_differences(figure, beside)) if _adds_up(d, value))
        yield from _products(figure, beside)
        yield from _shares(figure, beside)


def _are_others(whole: Figure, part: Figure) -> bool:
    """Whether a count may be of others and of those named beside them: 96 of "his wife and 94 others"."""
    counts = whole.value.kind is part.value.kind is Kind.COUNT and whole.befell_same(part)
    more = part.value.basis is Basis.MORE and whole.value.basis is not Basis.MORE
    return counts and more and whole.fits(part) and 0 < number(whole.value) - number(part.value) <= NAMED


def _adds_up(derivation: Derivation, value: Value) -> bool:
    """Whether all operands are told in one unit, and none of them is the figure by itself."""
    units = {(o.kind, o.dimension) for o in derivation.operands if o.kind is not Kind.COUNT or o.dimension}
    return len(units) < 2 and not any(comes_to(number(o), value) for o in derivation.operands)


def _passages(known: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of each sentence with those of the next."""
    told: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, figure in enumerate(known):
        told[figure.account, figure.sentence].append(n)
    for account, at in sorted(told):
        beside = [known[n] for n in sorted((*told[account, at], *told.get((account, at + 1), ())))]
        if len(beside) <= _CROWD:
            yield beside


def _sums(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    parts = [c for c in beside if _addend(figure, c)]
    for size in range(2, min(_ADDENDS, len(parts)) + 1):
        for chosen in combinations(parts, size):
            numbers = [number(c.value) for c in chosen]
            total = sum(numbers, Fraction(0))
            if max(numbers) * 2 == total and (size > 2 or not chosen[0].in_sentence(chosen[1])):
                continue  # a whole and its own parts; one figure told twice
            if comes_to(total, figure.value):
                known = of_one_sort(figure, *chosen)
                yield derived(Step.SUM, chosen, known and (size == len(parts) or total > SMALL))


def _addend(total: Figure, part: Figure) -> bool:
    return (
        not is_limit(part.value)
        and like(total, part)
        and total.befell_same(part)
        and (part.value.bounds.is_point or part.value.hedge != "=")  # a range is no part
    )


def _differences(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """What is left of a whole, by how much two figures differ, how far one went, the others in per cent."""
    alike = [c for c in beside if like(figure, c) or _is_between(figure, c.value)]
    for whole, part in permutations(alike, 2):
        if (sure := _is_left(figure.value, whole, part)) is not None:
            yield derived(Step.DIFFERENCE, (whole, part), sure)
    for told in alike:
        if (ends := ends_of(told.value)) and comes_to(abs(number(ends[0]) - number(ends[1])), figure.value):
            yield derived(Step.DIFFERENCE, (told,), sure=True)
        shares = figure.value.dimension == told.value.dimension == _PERCENT
        if shares and comes_to(100 - number(told.value), figure.value):
            yield derived(Step.DIFFERENCE, (told,), sure=False)
    yield from _of_scores(figure, beside)


def _is_left(value: Value, whole: Figure, part: Figure) -> bool | None:
    """Whether a figure is surely what a part leaves of a whole; none if it cannot be."""
    left = number(whole.value) - number(part.value)
    of_one = left > 0 and whole.fits(part) and whole.befell_same(part)
    if not of_one or not comes_to(left, value):
        return None
    if left > SMALL:
        return of_one_sort(whole, part) or (_is_named_part(part) and whole.in_sentence(part))
    if not whole.in_sentence(part):
        return None if is_chance(whole, part) else False
    return _is_named_part(part)


def _is_named_part(part: Figure) -> bool:
    """Whether a figure is told as part of another: "of the seven, four"."""
    return part.value.basis is Basis.PART or part.value.counted is None


def _of_scores(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """How far one side of a score is ahead, and what one side has: "four judges" of "by four to two"."""
    for told in beside if figure.value.kind is Kind.COUNT else ():
        if told.value.dimension == SCORE and len(told.value.stated) == 2:
            ours, theirs = (Fraction(n) for n in told.value.stated)
            if figure.lead and comes_to(abs(ours - theirs), figure.value):
                yield derived(Step.DIFFERENCE, (told,), sure=True)
            elif comes_to(ours, figure.value) or comes_to(theirs, figure.value):
                yield derived(Step.PART, (told,), sure=False)


def _is_between(figure: Figure, other: Value) -> bool:
    """Whether a figure may say how far two others are apart that are told in another unit."""
    points = figure.lead and figure.value.kind is Kind.COUNT and other.dimension == _PERCENT
    return points or _BETWEEN.get(figure.value.dimension, "") == other.dimension != ""


def _products(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """So many times what each has: "two sides", "175 each"; "twice" and "40"; or what of a total each has."""
    value = figure.value
    for times, base in permutations(beside, 2):
        count = number(times.value)
        if not times.in_sentence(base) or times.value.kind is not Kind.COUNT or not like(figure, base):
            continue
        each = base.value.basis is Basis.EACH
        if times.value.dimension == MULTIPLE and comes_to(count * number(base.value), value):
            yield derived(Step.PRODUCT, (times, base), sure=True)
        elif not times.value.dimension and count > 1 and not times.counts_same(base):
            if comes_to(count * number(base.value), value) and (each or count <= SMALL):
                yield derived(Step.PRODUCT, (times, base), each)
            elif value.basis is Basis.EACH and comes_to(number(base.value) / count, value):
                yield derived(Step.PRODUCT, (times, base), sure=True)


def _shares(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """A share of two figures, or the figure that is a share of another."""
    value = figure.value
    for told in beside:
        if value.dimension == _PERCENT and (ends := ends_of(told.value)):
            small, great = sorted(number(end) for end in ends)
            if great and any(comes_to(part / great * 100, value) for part in (small, great - small)):
                yield derived(Step.SHARE, (told,), sure=False)
    for one, other in permutations(beside, 2):
        a, b = number(one.value), number(other.value)
        if one.value.dimension == _PERCENT and like(figure, other) and comes_to(a * b / 100, value):
            yield derived(Step.PART, (one, other), one.in_sentence(other) and not is_limit(value))


def _amounts_of_one(a: Figure, b: Figure) -> bool:
    """Whether two figures may be those of one thing at two times, or of a part and its whole."""
    amounts = a.value.kind is not Kind.PERCENTAGE and a.value.dimension != MULTIPLE
    alike = a.value.comparable(b.value) or (a.near(b) and in_one_unit(a.value, b.value))
    return amounts and alike and a.fits(b)


def _ratios(figure: Figure, known: Sequence[Figure]) -> Iterator[Derivation]:
    """Any two amounts in one unit as what share the one is of the other, or how many times it."""
    value = figure.value
    step, unit = (Step.MULTIPLE, 1) if value.dimension == MULTIPLE else (Step.SHARE, 100)
    bounds = value.rounded or meant(value)
    low, high = (None if end is None else abs(end) for end in (bounds.low, bounds.high))
    for later, earlier, operands in _changing(known):
        if number(earlier) <= 0 or (len(operands) > 1 and is_chance(*operands) and not _near(operands)):
            continue
        if _PERSON in figure.heads and any(o.value.kind is not Kind.COUNT for o in operands):
            continue  # years and pounds are no share of people
        times = number(later) / number(earlier) * unit
        if step is Step.SHARE:
            of_both = number(later) / (number(later) + number(earlier)) * unit
            whole = len(operands) > 1 and times < unit and comes_to(times, value)
            if whole or (len(operands) > 1 and _beside(operands) and comes_to(of_both, value)):
                yield derived(step, operands, whole and _is_sure(operands))
        elif (low is None or times >= low * (1 - _LOOSE)) and (high is None or times <= high * (1 + _LOOSE)):
            yield derived(step, operands, _is_sure(operands))


def _near(operands: Sequence[Figure]) -> bool:
    return all(operands[0].near(o) for o in operands)


def _beside(operands: Sequence[Figure]) -> bool:
    return all(operands[0].in_sentence(o) for o in operands)


def _is_sure(operands: Sequence[Figure]) -> bool:
    """Whether two levels are told in one sentence and known to be of one thing, or as "from … to"."""
    return _beside(operands) and of_one_sort(*operands)


def _changes(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """From one figure to another in per cent."""
    for later, earlier, operands in _changing(beside):
        change = percent_change(later, earlier)
        if change is None or (is_limit(figure.value) and not _comes_near(change, figure.value)):
            continue
        if change.relation(signed(figure.value)) is not Relation.DISJOINT:
            yield derived(Step.CHANGE, operands, _is_sure(operands))


def _comes_near(change: Interval, limit: Value) -> bool:
    ends = [end for end in (change.low, change.high) if end is not None]
    return comes_to(abs(sum(ends, Fraction(0)) / len(ends)), limit)


def percent_change(later: Value, earlier: Value) -> Interval | None:
    """From one level to another in per cent, over all that both may have been rounded from.

    A half per cent is always allowed, since writers round from figures that are not.
    """
    a, b = (value.rounded or value.bounds for value in (later, earlier))
    if a.low is None or a.high is None or b.low is None or b.high is None or b.low <= 0:
        return None
    return Interval((a.low / b.high - 1) * 100 - _SLACK, (a.high / b.low - 1) * 100 + _SLACK)


def signed(change: Value) -> Interval:
    """A change in per cent, negative for a fall."""
    told = change.rounded or change.bounds
    if change.change != "down":
        return told
    low, high = (None if end is None else -end for end in (told.high, told.low))
    return Interval(low, high, told.high_open, told.low_open)


def _changing(beside: Sequence[Figure]) -> Iterator[tuple[Value, Value, tuple[Figure, ...]]]:
    """Two figures of one thing as the later and the earlier, with what they were told in."""
    for figure in beside:
        if ends := ends_of(figure.value):
            yield ends[1], ends[0], (figure,)
    for one, other in permutations(beside, 2):
        if _amounts_of_one(one, other):
            yield one.value, other.value, (one, other)
