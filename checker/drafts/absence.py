"""How likely a figure that no source has is wrong, rather than worked out by its writer.

Who rewrites freely tells lengths of time and counts of a few that no source has in so many words, and leaves
more of the other figures undecided; who follows the sources does not. The weights are fitted on right
and wrong drafts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

from checker.data import load
from checker.matching.features import Mention
from checker.matching.mentions import figures_of, is_telling
from checker.matching.weights import probability
from checker.model import DraftItem, Kind, Qualifier, Support, Value
from checker.readings import SetReading

_LENGTHS = frozenset({Kind.DURATION, Kind.AGE})


@dataclass(frozen=True, slots=True)
class Absence:
    """What speaks for and against a figure that no source has; counts as their logarithms."""

    length: float  # a length of time or an age
    telling: float  # no bare "three"
    figures: float  # those of the sources, from which it may be worked out
    worked_out: float  # others of the draft that follow from the sources by arithmetic
    undecided: float  # others of the draft that no source is known to tell or not to tell

    @staticmethod
    def of(value: Value, items: Sequence[DraftItem], reading: SetReading) -> Absence:
        """A figure of a draft of which no source tells, among the draft's figures."""
        told = sum(len(figures_of(reading)[source.article.id]) for source in reading.sources)
        worked_out = sum(Qualifier.WORKED_OUT in item.qualifiers for item in items)
        undecided = sum(item.support is Support.UNDECIDED for item in items)
        return Absence(
            value.kind in _LENGTHS,
            is_telling(value),
            math.log1p(told),
            math.log1p(worked_out),
            math.log1p(undecided),
        )

    def row(self) -> list[float]:
        return [float(x) for x in astuple(self)]


def with_likelihood(
    found: Sequence[tuple[Mention, DraftItem]], reading: SetReading
) -> list[tuple[Mention, DraftItem]]:
    """The figures of a draft; those in no source are sure where they are likely to be wrong."""
    items = [item for _, item in found]
    return [(m, _judged(m, item, items, reading)) for m, item in found]


def _judged(mention: Mention, item: DraftItem, items: Sequence[DraftItem], reading: SetReading) -> DraftItem:
    if item.support not in (Support.ABSENT, Support.ELSEWHERE) or item.sure or mention.value is None:
        return item
    return replace(item, sure=is_likely_wrong(Absence.of(mention.value, items, reading)))


def is_likely_wrong(found: Absence) -> bool:
    """Whether such a figure is wrong often enough to warn of it."""
    fitted = load("absence")
    odds = sum(fitted["weights"][name] * x for name, x in zip(Absence.__slots__, found.row(), strict=True))
    return probability(odds + fitted["weights"]["bias"]) >= float(fitted["cutoff"])
