"""What is compared with what, and what a comparison may find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from checker.model import Relation, Value


class Route(StrEnum):
    SOURCES = "sources"  # two accounts of one fact: what each writer meant
    DRAFT = "draft"  # a draft and its source: whether the draft's words follow
    WITHIN = "within"  # one account: whether both can be so


class Tolerance(Protocol):
    """How far two values may lie apart and still count as the same."""

    def covers(self, a: Value, b: Value) -> bool: ...


@dataclass(frozen=True, slots=True)
class Policy:
    route: Route
    exact: bool = False  # no figure counts as rounded
    within: Tolerance | None = None
    capped: bool = False  # the words around both say that they are the most there may be


SOURCES, DRAFT, WITHIN = (Policy(route) for route in Route)


class Reason(StrEnum):
    """Why two values agree or do not. Of a draft and its source the draft comes first."""

    EQUAL = "equal"
    ROUNDED = "rounded"  # 200 for 196
    CONVERTED = "converted"  # 100 mph, 160 km/h
    HEDGED = "hedged"  # one figure, limited in another way: "nearly 200", "200"
    EACH_AND_TOTAL = "each and total"  # 175 each, 350 in all
    TOLERATED = "tolerated"
    LIMIT_HELD = "limit held"  # "fewer than 850" of 812
    FAR_OFF = "far off"  # "more than 10" of 250, 250 of "more than 10": so, but not what was meant
    LESS_PRECISE = "less precise"  # "November" of "November 2"
    MORE_PRECISE = "more precise"  # "November 2" of "November": it may be so, but is not said
    UNHEDGED = "unhedged"  # "15 km" of "up to 15 km"
    UNRELATED = "unrelated"  # values of two kinds: neither speaks for or against the other
    LIMIT_BROKEN = "limit broken"  # "more than 93" of 93, "more than 75" of "more than 73"
    OTHER_UNIT = "other unit"
    OTHER_CURRENCY = "other currency"
    OTHER_SCALE = "other scale"  # million for billion
    PERCENT_FOR_COUNT = "percent for count"
    OTHER_DIRECTION = "other direction"
    OTHER_VALUE = "other value"


_SAYS_MORE = frozenset({Reason.MORE_PRECISE, Reason.UNRELATED, Reason.LIMIT_BROKEN})


@dataclass(frozen=True, slots=True)
class Comparison:
    relation: Relation
    reason: Reason

    @property
    def agrees(self) -> bool:
        """Whether both may be so."""
        return self.relation is not Relation.DISJOINT

    @property
    def backs(self) -> bool:
        """Whether the first follows from the second: it agrees and says no more."""
        far = self.reason is Reason.FAR_OFF and self.relation is Relation.NARROWER
        return self.agrees and self.reason not in _SAYS_MORE and not far

    def swapped(self) -> Comparison:
        """The same comparison seen from the other side."""
        return Comparison(self.relation.swapped(), _SWAPPED.get(self.reason, self.reason))


_SWAPPED = {Reason.LESS_PRECISE: Reason.MORE_PRECISE, Reason.MORE_PRECISE: Reason.LESS_PRECISE}
