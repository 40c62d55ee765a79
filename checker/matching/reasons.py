"""Why two claims are held to speak of one thing: the features that spoke for and against, in plain words.

The words of each feature are data (rules/vocabulary/reasons.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.data import load

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence: its name, what it is about, and how much it weighs (log odds; 0 if unweighed)."""

    name: str
    about: str = ""
    weight: float = 0.0

    def __str__(self) -> str:
        words = load("reasons")["words"][self.name]
        return f"{words}: {self.about}" if self.about else words


def weighed(names: Sequence[str], row: Sequence[float], weights: Sequence[float]) -> Iterator[Reason]:
    """The features that are known of a pair, each with what it adds to the log odds; those of one family
    together, the weightiest first."""
    added: dict[str, float] = {}
    for name, value, weight in zip(names, row, weights, strict=False):  # the bias is the last weight
        if value:
            family = _families().get(name, name)
            added[family] = added.get(family, 0.0) + value * weight
    for name, weight in sorted(added.items(), key=lambda item: -abs(item[1])):
        yield Reason(name, weight=weight)


@lru_cache(maxsize=1)
def _families() -> Mapping[str, str]:
    return {name: family for family, names in load("reasons")["families"].items() for name in names}


def telling(names: Sequence[str], row: Sequence[float], weights: Sequence[float]) -> tuple[Reason, ...]:
    """The features that speak most for a pair."""
    return tuple(reason for reason in weighed(names, row, weights) if reason.weight > 0)[:_SHOWN]
