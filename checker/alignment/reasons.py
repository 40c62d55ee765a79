"""Why two claims are held to speak of one thing: what logic may ask for, and the words that readers see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """A kind of evidence, with its words; {} is what it is about."""

    STATE = "both about {}"
    HAPPENING = "the day of one event: {}"
    BACKING = "both limits of what is given: {}"
    ONE_WORD = "both of {}"
    OTHER_WORD = "{}"
    ACT = "same act: {}"
    GROUP = "same group: {}"
    MODIFIERS = "same kind: {}"
    PARTIES = "same parties: {}"
    TIME = "same time"
    FIGURES = "beside the same figures: {}"
    TOLD_ALIKE = "told alike: {}"
    SOLE = "the only such figure in both"
    SAME_FIGURE = "the same figure"
    OTHER_UNIT = "one figure in another unit"
    LEFT_OVER = "neither has the other's figure"
    SIDING = "{} more with one of the two"


@dataclass(frozen=True, slots=True)
class Reason:
    why: Why
    about: str = ""

    def __str__(self) -> str:
        return self.why.value.format(self.about)
