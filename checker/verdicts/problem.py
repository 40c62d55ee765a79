"""What a check yields: what differs, and between which words. How bad it is, the reporter says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from checker.model import Evidence, Relation, Verdict
from checker.rules.rule import Pair


class Weight(Enum):
    """How far a problem is to be trusted: what it is at most, whatever the rule says."""

    SURE = auto()  # what the rule says
    LIKELY = auto()  # a warning: something in it was worked out, and does not stand there in words
    MINOR = auto()  # a note
    BACKGROUND = auto()  # a note, but for a desk that has such things as errors


@dataclass(frozen=True, slots=True)
class Problem:
    verdict: Verdict
    message: str | tuple[str, ...]  # a sentence; or what each side says, side by side
    evidence: tuple[Evidence, ...]
    about: str  # what it is about, for the fingerprint
    told: tuple[str, ...] = ()  # what the sides say, for the fingerprint; if not the words shown
    reasons: tuple[str, ...] = ()
    relation: Relation = Relation.DISJOINT
    weight: Weight = Weight.SURE
    backed: bool = False  # a source says what the draft says: the draft follows one of several
    exchanged: bool = False  # the words of one side stand where those of the other stood
    fix: str | None = None  # what to write there instead
    route: Pair | None = None  # where the roles of the evidence do not tell it
