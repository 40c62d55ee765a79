"""What a rate comes to over a length of time: $15 million a day, for six days, is $90 million."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from checker.comparison.derivation import Derivation, Figure, Step, derived
from checker.comparison.operands import comes_to, number
from checker.data import load
from checker.model import Kind, Value

_PER = "per:"
_RATED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_ALL = 64  # figures of every source; more of them come to anything
_MONTH = Fraction(1461 * 86400, 48)  # seconds


def over_time(figure: Figure, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """A rate by the time, told anywhere in one account; never sure: who says that it went on all the time?"""
    if figure.value.kind not in _RATED or _unit(figure.value) or len(candidates) > _ALL:
        return
    lengths = [c for c in candidates if c.value.kind is Kind.DURATION]
    for rate in (c for c in candidates if _unit(c.value) and figure.value.kind is c.value.kind):
        each = number(rate.value) / _unit(rate.value)
        for length in (c for c in lengths if c.account == rate.account and rate.fits(figure)):
            if figure.value.dimension == _amount(rate.value) and comes_to(
                each * number(length.value), figure.value
            ):
                yield derived(Step.PRODUCT, (rate, length), sure=False)


def _amount(rate: Value) -> str:
    """The dimension of what a rate is a rate of."""
    return "" if rate.kind is Kind.COUNT else rate.dimension.partition("/")[0]


def _unit(value: Value) -> Fraction:
    """The seconds of the time that an amount is told by: "a day"; 0 for what is no rate of one."""
    per = [note.removeprefix(_PER) for note in value.notes if note.startswith(_PER)]
    return _seconds().get(per[0], Fraction(0)) if per else Fraction(0)


@lru_cache(maxsize=1)
def _seconds() -> dict[str, Fraction]:
    units = load("durations")["units"].items()
    return {name: Fraction(u.get("seconds", 0)) or u["months"] * _MONTH for name, u in units}
