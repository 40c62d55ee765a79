"""Values of two kinds or dimensions, and values that are no sets of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.comparison.dates import undated
from checker.comparison.policy import Comparison, Reason
from checker.data import load
from checker.model import Kind, Relation, Value

_NAMED = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE, Kind.DURATION})  # told in a unit
_WORDS = frozenset({Kind.TERM, Kind.QUOTE})
_RELATIVE = "relative"
_UNRELATED = Comparison(Relation.OVERLAPS, Reason.UNRELATED)


def unlike(a: Value, b: Value) -> Comparison | None:
    """How values relate that are not two sets of numbers of one dimension; None where they are.

    The same number of another currency, unit or of per cent is a disagreement. Other numbers of another
    currency may be converted, and other numbers of another kind are other facts.
    """
    if a.kind in _WORDS or b.kind in _WORDS:
        return _words(a, b)
    if a.comparable(b):
        return _relative(a, b) if a.kind is Kind.DATE and a.dimension == _RELATIVE else None
    if a.kind is b.kind is Kind.DATE:
        return undated(a, b)
    if not a.stated or a.stated != b.stated:
        return _UNRELATED
    kinds = {a.kind, b.kind}
    if kinds == {Kind.COUNT, Kind.PERCENTAGE}:
        return Comparison(Relation.DISJOINT, Reason.PERCENT_FOR_COUNT)
    if kinds <= _NAMED and (a.kind is b.kind or Kind.DURATION not in kinds):
        return _of_other_unit(a, b)
    if kinds <= {Kind.AGE, Kind.DURATION, Kind.COUNT} and Kind.AGE in kinds:
        return Comparison(Relation.EQUAL, Reason.EQUAL)  # "Jones, 41", "is 41 years old"
    if Kind.COUNT in kinds and all(
        v.counted is None and not v.dimension for v in (a, b) if v.kind is Kind.COUNT
    ):
        return Comparison(Relation.OVERLAPS, Reason.LESS_PRECISE)  # a number that tells no unit
    return _UNRELATED


def _words(a: Value, b: Value) -> Comparison:
    if a.kind is not b.kind:
        return _UNRELATED
    if a.stated == b.stated:
        return Comparison(Relation.EQUAL, Reason.EQUAL)
    return Comparison(Relation.DISJOINT, Reason.OTHER_VALUE)


def _relative(a: Value, b: Value) -> Comparison:
    """Days counted from one that no account gives: they are the same in the same words."""
    same = a.notes == b.notes and a.text.lower() == b.text.lower()
    return Comparison(Relation.EQUAL, Reason.EQUAL) if same else _UNRELATED


def _of_other_unit(a: Value, b: Value) -> Comparison:
    (one, _, per), (other, _, other_per) = (v.dimension.partition("/") for v in (a, b))
    if a.kind is b.kind and one == other and not (per and other_per):
        return Comparison(Relation.OVERLAPS, Reason.LESS_PRECISE)  # "$5" and "$5 a share"
    if _words_of(a) and _words_of(a) < _words_of(b):
        return Comparison(Relation.OVERLAPS, Reason.LESS_PRECISE)  # "49 degrees" of "49 degrees Celsius"
    if {a.unit, b.unit} in _of_one_name():
        return Comparison(Relation.OVERLAPS, Reason.LESS_PRECISE)  # "45 pounds" and "£45"
    money = a.kind is b.kind is Kind.MONEY
    return Comparison(Relation.DISJOINT, Reason.OTHER_CURRENCY if money else Reason.OTHER_UNIT)


@lru_cache(maxsize=1)
def _of_one_name() -> Sequence[set[str]]:
    return [set(units) for units in load("units")["of one name"]]


def _words_of(value: Value) -> set[str]:
    """What is said of the unit; signs are no words."""
    return {word for word in value.text.lower().replace("-", " ").split() if word.isalpha()}
