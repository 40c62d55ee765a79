"""Which claims of two accounts speak of one thing: figures by fitted weights, terms by who they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.claims.claim import Claim
from checker.copies.figures import stand_for_one_another
from checker.matching.crowds import pairs_of, thinned
from checker.matching.evidence import is_known_apart
from checker.matching.figures import (
    SURROUNDINGS,
    Figures,
    Pair,
    SlotWeights,
    agrees_in_thing,
    figures_held,
    slot_weights,
)
from checker.matching.other_units import in_other_units
from checker.matching.reasons import Reason, telling
from checker.matching.voices import held, voice_pairs
from checker.model import Kind, Role
from checker.readings import SetReading, once

_TWO_THINGS = "too little shows that they are of one thing"
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two claims held against each other; `refused` says why they are not comparable, if they are not."""

    a: Claim
    b: Claim
    reasons: tuple[Reason, ...] = ()
    refused: str | None = None
    mutual: bool = False  # no other figure of either account is more like the other one
    undecided: bool = (
        False  # … and nothing known sets the two apart: a desk may know that they are of one thing
    )


@once
def pairings_of(reading: SetReading) -> Sequence[Pairing]:
    """Every pair of claims of a set that was held against each other, comparable or not."""
    claims = [claim for item in reading.articles for claim in item.claims]
    alone = not reading.sources
    figures, weights = figures_held(reading), slot_weights()
    terms = [claim for claim in claims if claim.value.kind is Kind.TERM]
    return [
        *_figure_pairs(figures, weights, reading),
        *(Pairing(a, b, (Reason("voices"),)) for a, b in voice_pairs(claims, alone)),
        *(Pairing(a, b, (Reason("other_unit"),)) for a, b in in_other_units(claims)),
        *term_pairings(terms, alone),
    ]


def _figure_pairs(figures: Figures, weights: SlotWeights, reading: SetReading) -> Iterator[Pairing]:
    scores = figures.scores(weights)
    standings = figures.standings(scores)
    for pair, score, standing in zip(figures.pairs, scores, standings, strict=True):
        a, b = (figures.mentions[n].claim for n in (pair.x, pair.y))
        assert a is not None, "only figures of claims are held"
        assert b is not None
        if standing is None:
            one = agrees_in_thing(pair, score, figures, weights)
        else:
            likely = weights.probability([*standing.row(), *pair.surroundings]) >= figures.cut(pair, weights)
            one = likely or _exchanged(figures, pair, reading)
        if one:
            yield Pairing(a, b, telling(SURROUNDINGS, pair.surroundings, weights.same))
        else:
            best = standing is not None and standing.mutual > 0
            row = dict(zip(SURROUNDINGS, pair.surroundings, strict=True))
            undecided = best and not is_known_apart(row, words=False)
            yield Pairing(a, b, refused=_TWO_THINGS, mutual=best, undecided=undecided)


def _exchanged(figures: Figures, pair: Pair, reading: SetReading) -> bool:
    """Whether figures of two sources stand in one place of passages that are otherwise nearly the same."""
    a, b = figures.mentions[pair.x], figures.mentions[pair.y]
    if Role.DRAFT in (a.sentence.reading.article.role, b.sentence.reading.article.role):
        return False
    return stand_for_one_another(a, b, reading) or stand_for_one_another(b, a, reading)


def term_pairings(
    claims: Sequence[Claim], alone: bool, same: Iterable[str] = ("actor",)
) -> Iterator[Pairing]:
    """Pairs of term claims of two accounts that may be about one thing.

    What else they must share a rule says (`same`); for one that asks for the actor, claims that name
    different ones are not even tried. Claims that name nobody need words in common. `alone`: see `held`.
    """
    by_actor = "actor" in same
    rest = thinned(claims)
    for x, y in pairs_of(rest):
        a, b = rest[x], rest[y]
        if not held(a, b, alone):
            continue
        shared = a.participants & b.participants
        if by_actor and a.parties and b.parties and not shared:
            continue
        nobody = not by_actor or not (a.participants or b.participants)
        alike = a.told_alike(b)
        if shared or alike or (nobody and a.context & b.context):
            yield Pairing(a, b, tuple(_together(a, b)))


def _together(a: Claim, b: Claim) -> Iterator[Reason]:
    """What two terms have in common, in words."""
    if shared := a.participants & b.participants:
        yield Reason("actors", ", ".join(sorted(shared)[:_LISTED]))
    if shared := a.told_alike(b):
        yield Reason("terms", ", ".join(sorted(shared)[:_LISTED]))
