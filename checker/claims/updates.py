"""News moves: a later figure replaces an earlier one without contradicting it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import combinations

from checker.claims.claim import Claim
from checker.comparison import SOURCES, meant, why
from checker.data import word_list
from checker.keeping import kept
from checker.model import Kind, Modality, Relation

_GROWING = frozenset({Kind.COUNT, Kind.MEASURE})
_APART = timedelta(minutes=30)  # two accounts filed within this time tell the same moment


def published(claim: Claim) -> datetime | None:
    """When the article appeared, in UTC; a time without a zone is taken as UTC."""
    time = claim.article.published
    if time is None:
        return None
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def moves(claim: Claim) -> bool:
    """Whether the figure is of a kind that grows as news comes in: tolls, cases, damage."""
    if claim.value.kind not in _GROWING:
        return False
    return bool(claim.topic.states & word_list("updates", "moving_states")) or bool(
        claim.topic.core & word_list("updates", "moving_things")
    )


def revised(claim: Claim) -> bool:
    """Whether the words around the claim, or those of its article, tell of a correction."""
    return _tells_of_correction(claim.article.text)


@kept(1_024)
def _tells_of_correction(text: str) -> bool:
    text = text.lower()
    return any(cue in text for cue in word_list("updates", "revision_cues"))


def supersedes(a: Claim, b: Claim) -> Claim | None:
    """The claim that replaces the other, if the later of two moving figures does."""
    return _later(a, b) if moves(a) and moves(b) else None


def moved(a: Claim, b: Claim) -> bool:
    """Whether two accounts gave different figures of what goes on, the later a higher or corrected one."""
    apart = _may_move(a) and _may_move(b) and not why(a.value, b.value, SOURCES).agrees
    return apart and _later(a, b) is not None


def any_moved(claims: Iterable[Claim]) -> bool:
    """Whether any two of the claims did; of those that give one figure the first and the last tell."""
    ends: dict[tuple[object, ...], tuple[Claim, Claim]] = {}
    for claim in claims:
        when = published(claim)
        if when is None or not _may_move(claim):
            continue
        value = claim.value
        key = (value.kind, value.dimension, value.bounds, revised(claim))
        first, last = ends.get(key, (claim, claim))
        ends[key] = min(first, claim, key=_appeared), max(last, claim, key=_appeared)
    told = [claim for pair in ends.values() for claim in pair]
    return any(moved(a, b) for a, b in combinations(told, 2))


def _appeared(claim: Claim) -> datetime:
    return published(claim) or datetime.min.replace(tzinfo=UTC)


def _may_move(claim: Claim) -> bool:
    """Whether a figure told as a fact is one that news moves, or that is worked out from such."""
    if claim.commitment.modality is not Modality.FACT:
        return False
    return moves(claim) or not claim.topic.core.isdisjoint(word_list("updates", "drawn_things"))


def _later(a: Claim, b: Claim) -> Claim | None:
    """The claim of the later account, if its figure is higher or told as a correction."""
    at, bt = published(a), published(b)
    if at is None or bt is None or abs(at - bt) < _APART:
        return None
    later, earlier = (a, b) if at > bt else (b, a)
    x, y = meant(later.value).high, meant(earlier.value).high
    rises = x is None or (y is not None and x > y)
    return later if rises or revised(later) else None


def climbs(a: Claim, b: Claim, relation: Relation) -> bool:
    """Whether the later of two accounts only tells of a higher rung: charged yesterday, convicted today."""
    if a.when and b.when and a.when.relation(b.when) is Relation.EQUAL:
        return False  # both tell of one day
    at, bt = published(a), published(b)
    if at is None or bt is None:
        return relation in (Relation.NARROWER, Relation.BROADER)  # nothing says which came first
    if abs(at - bt) < _APART:
        return False
    return relation is (Relation.NARROWER if at > bt else Relation.BROADER)
