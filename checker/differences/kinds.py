"""Claims of which one is no statement of the sort that the other is: a change, a plan, a part."""

from __future__ import annotations

from checker.claims.claim import Claim
from checker.comparison import SOURCES, Reason, why
from checker.differences.two_things import drafted
from checker.lexical import concepts
from checker.model import Basis, Kind, Modality

_NOT_SO_FAR = frozenset({Modality.PROPOSED, Modality.CONDITIONAL, Modality.FORECAST, Modality.POSSIBLE})
_BARRED = frozenset({Modality.FACT, Modality.FUTURE, Modality.POSSIBLE})  # "cannot", "may not be"


_OTHER_UNIT = frozenset({Reason.OTHER_CURRENCY, Reason.OTHER_UNIT, Reason.PERCENT_FOR_COUNT})


def another_unit(a: Claim, b: Claim) -> bool:
    """Whether two claims give one figure of one thing in another currency, or a share of it for a count."""
    x, y = a.value, b.value
    if x.comparable(y) or x.change != y.change or not concepts.same(a.topic.core, b.topic.core):
        return False
    return why(x, y, SOURCES).reason in _OTHER_UNIT


def kind(a: Claim, b: Claim) -> str | None:
    if not a.value.comparable(b.value) and not another_unit(a, b):
        return "not of one kind"
    lost = a.value.kind is Kind.COUNT and a.topic.states & b.topic.states  # jobs cut, people laid off
    if (a.value.change is None) != (b.value.change is None) and not lost:
        return "a change and a level"
    if a.topic.baseline != b.topic.baseline:
        return "one is the figure compared with"
    return None


def reality(a: Claim, b: Claim) -> str | None:
    x, y = a.commitment, b.commitment
    if a.value.kind is Kind.AGE and a.value.notes and {x.stance, y.stance} <= {None, "planned"}:
        now = [c.modality is Modality.FACT for c in (x, y)]  # a law: will, must and shall say one thing
        return "one is denied" if x.negated != y.negated else "now and to come" if now[0] != now[1] else None
    wanted = {x.modality, y.modality} == {Modality.FUTURE, Modality.PROPOSED} and x.negated == y.negated
    if wanted and a.holder and a.holder == b.holder:
        return None  # what one wants to do, and wants to be done
    barred = x.negated and y.negated and {x.modality, y.modality} <= _BARRED
    if not barred and (x.modality in _NOT_SO_FAR) != (y.modality in _NOT_SO_FAR):
        return f"{x.modality} and {y.modality}"
    if x.modality is not y.modality and Modality.PROPOSED in (x.modality, y.modality):
        return f"{x.modality} and {y.modality}"  # what was offered and what was hoped for
    return "one is denied" if x.negated != y.negated else None


def basis(a: Claim, b: Claim) -> str | None:
    bases = {a.basis, b.basis}
    if _are_all(a, b):
        return "a share and the rest"
    if Basis.PART in bases and len(bases) > 1 and a.value.kind is b.value.kind:  # a share is one of a whole
        return "a part and a whole"
    if bases == {Basis.TOTAL, None} and not drafted(a, b) and not a.topic.states & b.topic.states:
        return "a total and a single figure"
    return None


def _are_all(a: Claim, b: Claim) -> bool:
    """Whether two shares make up a whole of which other things are said: one in five ran, 80 % did not."""
    x, y = a.value, b.value
    if not x.kind is y.kind is Kind.PERCENTAGE or x.change or a.topic.predicate == b.topic.predicate:
        return False
    ends = x.bounds.low, y.bounds.low
    return x.bounds.is_point and y.bounds.is_point and ends[0] != ends[1] and sum(e or 0 for e in ends) == 100
