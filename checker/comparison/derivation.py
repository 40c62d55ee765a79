"""One step of arithmetic from figures to another: what it is, from what, and whether it is sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.comparison.limits import is_limit
from checker.model import Value


class Step(StrEnum):
    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    SHARE = "share"  # 20 % of 2 and 10
    PART = "part"  # 6 of a third and 18
    MULTIPLE = "multiple"
    CHANGE = "change"  # 32 % of "from 146,000 to 100,000"
    AGE = "age"
    LENGTH = "length"
    DAY = "day"


_SIGNS = {Step.SUM: "+", Step.DIFFERENCE: "−", Step.PRODUCT: "×", Step.SHARE: "of", Step.PART: "of"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A value where it stands; `heads` and `states` say what it counts and what befell that, where known."""

    value: Value
    heads: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    account: str = ""
    sentence: int = 0
    day: int | None = None  # on which the account appeared, as an ordinal
    alike: bool = True  # its sentence tells what the draft's sentence tells
    lead: bool = False  # how far one side is ahead: "by 14 points"

    def near(self, other: Figure) -> bool:
        """Whether both stand in one sentence or in two that follow each other."""
        return self.account == other.account and abs(self.sentence - other.sentence) < 2

    def in_sentence(self, other: Figure) -> bool:
        return (self.account, self.sentence) == (other.account, other.sentence)

    def fits(self, other: Figure) -> bool:
        """Whether nothing says that they count different things."""
        return not (self.heads and other.heads) or bool(self.heads & other.heads)

    def counts_same(self, other: Figure) -> bool:
        """Whether they are known to count one sort of thing."""
        return self.fits(other) and bool(self.heads & other.heads or self.states & other.states)

    def befell_same(self, other: Figure) -> bool:
        """Whether nothing says that other things befell them: killed here, injured there."""
        return not (self.states and other.states) or bool(self.states & other.states)


@dataclass(frozen=True, slots=True)
class Derivation:
    """The step by which a figure follows, and from what; where it is not sure, it might be meant."""

    step: Step
    operands: tuple[Value, ...]
    sure: bool

    @property
    def shown(self) -> str:
        """As a report shows it behind "62 =": "30 + 32"."""
        return f" {_SIGNS.get(self.step, 'and')} ".join(" ".join(v.text.split()) for v in self.operands)


def derived(step: Step, operands: Sequence[Figure], sure: bool) -> Derivation:
    """A step, which is never sure of figures that are told of something else or only as limits."""
    known = all(figure.alike and not is_limit(figure.value) for figure in operands)
    return Derivation(step, tuple(figure.value for figure in operands), sure and known)


def first_sure(found: Iterable[Derivation]) -> Derivation | None:
    """The first that is sure, or else the first."""
    might = None
    for derivation in found:
        if derivation.sure:
            return derivation
        might = might or derivation
    return might
