"""Amounts that follow from others by one step of arithmetic: 62 = 30 + 32.

Only figures of one kind, dimension and sort of thing are worked with, and only of one sentence or two that
follow each other: small numbers come to anything by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, permutations

from checker.comparison.compare import why
from checker.comparison.derivation import Derivation, Figure, Step, derived
from checker.comparison.limits import faces, is_limit, meant
from checker.comparison.policy import DRAFT, Reason
from checker.model import Basis, Interval, Kind, Relation, Value

_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENTAGE})
_UNITS = frozenset({Kind.MONEY, Kind.MEASURE, Kind.DURATION})  # told in a unit, which says what is added up
_ADDENDS = 4
_CROWD = 8  # figures of two sentences; more of them come to anything
_ALL = 64  # figures of every source; of more, two that stand apart are no evidence
_SMALL = 12  # counts up to it come about by chance
_MULTIPLE, _PERCENT, _SCORE = "multiple", "percent", "score"
_BETWEEN = {"percentage_point": _PERCENT, "temperature difference": "temperature"}  # a difference, of what
_FROM_TO = "from-to"
_SLACK = Fraction(1, 2)  # per cent, since changes are worked out from figures that are not rounded
_NEAR = Fraction(6, 5)  # how many times its limit a figure may be
_LOOSE = Fraction(1, 20)  # how far a multiple is from what it is told for


def amounts(figure: Figure, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """Every step by which amounts come to one."""
    value = figure.value
    if value.kind not in _AMOUNTS or value.dimension == _SCORE or len(value.stated) > 1:
        return  # "hundreds" come from anything
    known = [c for c in candidates if c.value.kind in _AMOUNTS]
    if any(faces(value, c.value) for c in known if c.alike and _like(figure, c)):
        return  # a limit that was made from that figure, rightly or not
    for beside in _passages(known):
        yield from _steps(figure, beside)
    for one, other in combinations(known if len(known) <= _ALL else (), 2):
        told = (one.alike or other.alike) and not one.near(other)
        if told and _of_one_sort(one, other) and not _is_chance(one, other):
            yield from _steps(figure, [replace(f, alike=False) for f in (one, other)])


def _steps(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    value = figure.value
    if value.dimension == _MULTIPLE:
        yield from _multiples(figure, beside)
    elif value.dimension == _PERCENT and value.change:
        yield from _changes(figure, beside)
    else:
        yield from _sums(figure, beside)
        yield from _differences(figure, beside)
        yield from _products(figure, beside)
        yield from _shares(figure, beside)


def _passages(known: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of each sentence with those of the next."""
    for account, at in sorted({(c.account, c.sentence) for c in known}):
        beside = [c for c in known if c.account == account and c.sentence in (at, at + 1)]
        if len(beside) <= _CROWD:
            yield beside


def _is_chance(*figures: Figure) -> bool:
    """Whether figures are too common to be meant together: one is a small count."""
    return any(f.value.kind is Kind.COUNT and _number(f.value) <= _SMALL for f in figures)


def _sums(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    parts = [c for c in beside if _addend(figure, c)]
    for size in range(2, min(_ADDENDS, len(parts)) + 1):
        for chosen in combinations(parts, size):
            numbers = [_number(c.value) for c in chosen]
            total = sum(numbers, Fraction(0))
            if max(numbers) * 2 == total and size > 2:
                continue  # a whole and its own parts
            if _comes_to(total, figure.value):
                known = _of_one_sort(figure, *chosen)
                yield derived(Step.SUM, chosen, known and (size == len(parts) or total > _SMALL))


def _addend(total: Figure, part: Figure) -> bool:
    return (
        not is_limit(part.value)
        and _like(total, part)
        and total.befell_same(part)
        and _FROM_TO not in part.value.notes
    )


def _differences(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """What is left of a whole, by how much two figures differ, how far one went, the others in per cent."""
    value = figure.value
    alike = [c for c in beside if _like(figure, c) or _is_between(figure, c.value)]
    for whole, part in permutations(alike, 2):
        left = _number(whole.value) - _number(part.value)
        if left > 0 and whole.fits(part) and whole.befell_same(part) and _comes_to(left, value):
            named = part.value.basis is Basis.PART or part.value.counted is None  # "of the seven, four"
            if left > _SMALL or whole.in_sentence(part) or not _is_chance(whole, part):
                sure = (left > _SMALL and _of_one_sort(whole, part)) or (named and whole.in_sentence(part))
                yield derived(Step.DIFFERENCE, (whole, part), sure)
    for told in alike:
        if (ends := ends_of(told.value)) and _comes_to(abs(_number(ends[0]) - _number(ends[1])), value):
            yield derived(Step.DIFFERENCE, (told,), sure=True)
        if value.dimension == told.value.dimension == _PERCENT and _comes_to(
            100 - _number(told.value), value
        ):
            yield derived(Step.DIFFERENCE, (told,), sure=False)
    for told in beside:
        if told.value.dimension == _SCORE and value.kind is Kind.COUNT and len(told.value.stated) == 2:
            ours, theirs = (Fraction(n) for n in told.value.stated)
            if figure.lead and _comes_to(abs(ours - theirs), value):
                yield derived(Step.DIFFERENCE, (told,), sure=True)
            elif _comes_to(ours, value) or _comes_to(theirs, value):
                yield derived(Step.PART, (told,), sure=False)  # "four judges" of "by four to two"


def _is_between(figure: Figure, other: Value) -> bool:
    """Whether a figure may say how far two others are apart that are told in another unit."""
    points = figure.lead and figure.value.kind is Kind.COUNT and other.dimension == _PERCENT
    return points or _BETWEEN.get(figure.value.dimension, "") == other.dimension != ""


def _products(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """So many times what each has: "two sides", "175 each"; "twice" and "40"; or what of a total each has."""
    value = figure.value
    for times, base in permutations(beside, 2):
        number = _number(times.value)
        if not times.in_sentence(base) or times.value.kind is not Kind.COUNT or not _like(figure, base):
            continue
        each = base.value.basis is Basis.EACH
        if times.value.dimension == _MULTIPLE and _comes_to(number * _number(base.value), value):
            yield derived(Step.PRODUCT, (times, base), sure=True)
        elif not times.value.dimension and number > 1 and not times.counts_same(base):
            if _comes_to(number * _number(base.value), value) and (each or number <= _SMALL):
                yield derived(Step.PRODUCT, (times, base), each)
            elif value.basis is Basis.EACH and _comes_to(_number(base.value) / number, value):
                yield derived(Step.PRODUCT, (times, base), sure=True)


def _shares(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """A share of two figures, or the figure that is a share of another."""
    value = figure.value
    for told in beside:
        if value.dimension == _PERCENT and (ends := ends_of(told.value)):
            small, great = sorted(_number(end) for end in ends)
            if great and any(_comes_to(part / great * 100, value) for part in (small, great - small)):
                yield derived(Step.SHARE, (told,), sure=False)
    for one, other in permutations(beside, 2):
        a, b = _number(one.value), _number(other.value)
        sure = one.in_sentence(other)
        if value.dimension == _PERCENT and _amounts_of_one(one, other):
            if 0 < a < b and _comes_to(a / b * 100, value):
                yield derived(Step.SHARE, (one, other), sure and _of_one_sort(one, other))
        elif one.value.dimension == _PERCENT and _like(figure, other) and _comes_to(a * b / 100, value):
            yield derived(Step.PART, (one, other), sure and not is_limit(value))


def _amounts_of_one(a: Figure, b: Figure) -> bool:
    """Whether two figures may be those of one thing at two times, or of a part and its whole."""
    amounts = a.value.kind is not Kind.PERCENTAGE and a.value.dimension != _MULTIPLE
    return amounts and _in_one_unit(a.value, b.value) and a.fits(b)


def _multiples(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    for later, earlier, operands in _changing(beside):
        unlike = any(bool(a.heads) != bool(b.heads) for a, b in combinations(operands, 2))
        if _number(earlier) <= 0 or unlike or (len(operands) > 1 and _is_chance(*operands)):
            continue
        times = _number(later) / _number(earlier)
        bounds = meant(figure.value)
        low, high = (None if end is None else abs(end) for end in (bounds.low, bounds.high))
        if (low is None or times >= low * (1 - _LOOSE)) and (high is None or times <= high * (1 + _LOOSE)):
            yield derived(Step.MULTIPLE, operands, _is_sure(operands))


def _is_sure(operands: Sequence[Figure]) -> bool:
    """Whether two levels are told in one sentence and known to be of one thing, or as "from … to"."""
    return all(operands[0].in_sentence(o) for o in operands) and _of_one_sort(*operands)


def _changes(figure: Figure, beside: Sequence[Figure]) -> Iterator[Derivation]:
    """From one figure to another in per cent."""
    for later, earlier, operands in _changing(beside):
        change = percent_change(later, earlier)
        if change is not None and change.relation(signed(figure.value)) is not Relation.DISJOINT:
            yield derived(Step.CHANGE, operands, _is_sure(operands))


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


def _like(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind and dimension, and of one sort of thing as far as is known."""
    same = _in_one_unit(a.value, b.value) and a.value.dimension not in (_MULTIPLE, _SCORE)
    return same and a.fits(b) and b.value.basis is not Basis.MORE


def _in_one_unit(a: Value, b: Value) -> bool:
    """Whether two amounts compare, as told or once the unit is put back: "5 million euros … 2 million"."""
    return a.comparable(b) or any(x.kind in _UNITS and _is_bare(y) for x, y in ((a, b), (b, a)))


def _is_bare(value: Value) -> bool:
    """Whether a number leaves what it counts to the words before it."""
    beside = value.counted is not None and value.counted.span.start > value.span.start
    return value.kind is Kind.COUNT and not value.dimension and not beside and _number(value) > _SMALL


def _of_one_sort(*figures: Figure) -> bool:
    """Whether figures are known to be of one sort of thing; money and measures are by their unit."""
    return all(f.value.kind in _UNITS for f in figures) or all(
        a.counts_same(b) for a, b in combinations(figures, 2)
    )


def _number(value: Value) -> Fraction:
    low, high = value.bounds.low, value.bounds.high
    ends = [end for end in (low, high) if end is not None]
    return sum(ends, Fraction(0)) / max(1, len(ends))


def ends_of(value: Value) -> tuple[Value, Value] | None:
    """Both ends of "from 10 to 15", each a value of its own."""
    if _FROM_TO not in value.notes or len(value.stated) != 2 or not Fraction(value.stated[1]):
        return None
    unit = _number(value) / Fraction(value.stated[1])
    before, after = (
        replace(value, bounds=Interval.point(Fraction(n) * unit), rounded=None, stated=(n,))
        for n in value.stated
    )
    return before, after


def _comes_to(number: Fraction, value: Value) -> bool:
    """Whether a number worked out is what a draft says, as it says it."""
    told = value.rounded or value.bounds
    if is_limit(value):  # what a writer gives a limit for is near it
        low, high = told.low, told.high
        told = Interval((high or 0) / _NEAR, high) if low is None else Interval(low, low * _NEAR)
    if (told.low is not None and number < told.low) or (told.high is not None and number > told.high):
        return False
    made = replace(
        value,
        bounds=Interval.point(number, whole=value.bounds.whole and number.denominator == 1),
        stated=(str(number),),
        hedge="=",
        rounded=None,
        basis=None,
        notes=(),
    )
    found = why(value, made, DRAFT)
    return found.backs and found.reason not in (Reason.FAR_OFF, Reason.EACH_AND_TOTAL)
