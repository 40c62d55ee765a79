"""How likely a figure that no source has is wrong, rather than worked out by its writer.

Who rewrites freely tells shares, lengths of time and counts of a few that no source has in so many words;
who keeps a source's sentence does not. The weights are fitted on right and wrong drafts.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from checker.data import load
from checker.matching.contexts import contexts_of
from checker.matching.features import Mention
from checker.matching.mentions import is_telling
from checker.matching.weights import probability
from checker.model import Kind, Span
from checker.readings import SetReading

_LENGTHS = frozenset({Kind.DURATION, Kind.AGE})
_TIMED = frozenset({Kind.DATE, Kind.TIME})
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Absence:
    """What speaks for and against a figure that no source has, each from 0 to 1."""

    close: float  # share of the sentence's words that the source sentence most like it has
    close_meaning: float
    share: bool  # told as a fraction: "a quarter"
    times: bool  # "twice", "nine more times"
    length: bool
    timed: bool
    hedged: bool
    telling: bool  # no bare "three"

    def row(self) -> list[float]:
        return [float(x) for x in astuple(self)]


def absence(mention: Mention, reading: SetReading) -> Absence:
    """A figure of a draft as one that no source has."""
    value, contexts = mention.value, contexts_of(reading)
    assert value is not None
    likes = [
        contexts.likeness(mention.sentence, mention.span, other, _NOWHERE)
        for other in contexts.like(mention.sentence)
    ]
    return Absence(
        max((like.same for like in likes), default=0.0),
        max((like.meaning for like in likes), default=0.0),
        value.kind is Kind.PERCENTAGE and "%" not in value.text and "per" not in value.text.lower(),
        value.dimension == "multiple",
        value.kind in _LENGTHS,
        value.kind in _TIMED,
        value.hedge != "=",
        is_telling(value),
    )


def likely_wrong(found: Absence) -> float:
    """The probability that such a figure is wrong."""
    fitted = load("absence")
    odds = sum(fitted["weights"][name] * x for name, x in zip(Absence.__slots__, found.row(), strict=True))
    return probability(odds + fitted["weights"]["bias"])


def is_warned() -> float:
    """The probability from which on a warning is worth it."""
    return float(load("absence")["cutoff"])
