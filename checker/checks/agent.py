"""Who did it and to whom it was done have changed places.

Where a sentence of the draft keeps every word of a source's sentence but two names that have changed
places, the one who acted and the one acted on were swapped. However the sentences are turned ("beat", "was
beaten by", "lost to"), who does what to whom must be the same in any two accounts. What
two do to each other ("met") says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from checker.checks import exchanged
from checker.data import word_list
from checker.lexical.predicates import converses, is_reciprocal, meanings
from checker.matching.crowds import CROWD
from checker.model import Role, Span, Verdict
from checker.propositions import Filler, Proposition
from checker.propositions import Role as In
from checker.propositions.alignment import Alignments, alignments_of
from checker.propositions.comparison import is_anyone
from checker.readings import Reading, SetReading, once, pairs_of_readings
from checker.verdicts import Problem, Weight, evidence

_ACTED_ON = frozenset(In) - {In.AGENT, In.TIME, In.CAUSE, In.ATTRIBUTE, In.PLACE, In.QUANTITY}


def find(reading: SetReading) -> Iterator[Problem]:
    told: set[tuple[str, Span]] = set()
    for problem in exchanged.find(reading, exchanged.SWAPPED):
        told.add((problem.evidence[0].article.id, problem.evidence[0].sentence))
        yield problem
    world = alignments_of(reading)
    for x, y in pairs_of_readings(reading.articles):
        for a, b in _turned(world, x, y):
            ends = {(p.article.id, p.sentence) for p in (a, b)}
            if not ends & told:
                told |= ends
                yield _problem(reading, x, y, a, b)


def _turned(world: Alignments, x: Reading, y: Reading) -> Iterator[tuple[Proposition, Proposition]]:
    """Deeds of one meaning that the one does to the other here, and the other to the one there."""
    theirs = _by_meaning(y)
    for a in _between_two(x):
        keys = {*meanings(a.lemma, a.pos), *(f"v:{c.lemma}" for c in converses(a.lemma))}
        like = list({id(b): b for key in keys for b in theirs.get(key, ())}.values())
        against = [b for b in like if _reverses(world, a, b)]
        if against and not any(_agrees(world, a, b) for b in like):
            yield a, against[0]


@once
def _between_two(item: Reading) -> Sequence[Proposition]:
    return [
        p
        for p in item.propositions
        if p.pos == "v"
        and p.flat
        and _known(p.of(In.AGENT))
        and _known(p.of(*_ACTED_ON))
        and _says_much(p.lemma)
    ]


def _known(fillers: Sequence[Filler]) -> bool:
    """Whether it is told who they are, by name or as more than "a man"."""
    return any(f.entity or (f.pos != "PRON" and not is_anyone(f.head)) for f in fillers)


def _says_much(verb: str) -> bool:
    return not is_reciprocal(verb) and (bool(converses(verb)) or verb not in word_list("deeds", "light"))


@once
def _by_meaning(item: Reading) -> dict[str, list[Proposition]]:
    found: dict[str, list[Proposition]] = defaultdict(list)
    for told in _between_two(item):
        for key in meanings(told.lemma, told.pos):
            found[key].append(told)
    return {key: every[:CROWD] for key, every in found.items()}


def _reverses(world: Alignments, a: Proposition, b: Proposition) -> bool:
    """Whether one does to the other what the other does to the one, as far as else is told at one time."""
    if (
        a is b
        or a.negated != b.negated
        or a.status is not b.status
        or a.earlier != b.earlier
        or world.other_time(a, b)
    ):
        return False
    turned = [c for c in converses(a.lemma) if c.lemma == b.lemma]
    if turned:
        roles = turned[0].roles
        return any(
            world.same(_in(a, "agent"), _in(b, "agent")) and world.same(_in(a, ours), _in(b, theirs))
            for ours in {ours for ours, _ in roles} - {"agent"}
            for theirs in {theirs for _, theirs in roles} - {"agent"}
        )
    ours, theirs = _in(a, "agent"), _in(b, "agent")
    return not world.same(ours, theirs) and any(
        world.same(ours, (g,)) and world.same((f,), theirs) and not world.same((f,), (g,))
        for f, g in product(a.of(*_ACTED_ON), b.of(*_ACTED_ON))
        if f.role is g.role and f.preposition == g.preposition and not (f.loose or g.loose)
    )


def _agrees(world: Alignments, a: Proposition, b: Proposition) -> bool:
    """Whether the two tell the same of the same: then the account tells both ways of it."""
    turned = next((c for c in converses(a.lemma) if c.lemma == b.lemma), None)
    pairs = turned.roles if turned else (("agent", "agent"),)
    return any(world.same(_in(a, ours), _in(b, theirs)) for ours, theirs in pairs) and not _reverses(
        world, a, b
    )


def _in(told: Proposition, role: str) -> tuple[Filler, ...]:
    """The fillers of a role, or of what stands behind a preposition."""
    return tuple(f for f in told.fillers if f.role == role or f.preposition == role)


def _problem(reading: SetReading, x: Reading, y: Reading, a: Proposition, b: Proposition) -> Problem:
    sides = [evidence(i, _stretch(p), p.lemma, n) for n, (i, p) in enumerate(((x, a), (y, b)))]
    if y.article.role is Role.DRAFT:
        sides.reverse()
    return Problem(
        Verdict.CONTRADICTION,
        tuple(f"“{e.text}”" for e in sides),
        tuple(sides),
        about=a.lemma,
        told=tuple(e.article.words(e.sentence) for e in sides),
        reasons=("who does it in one account is the one it is done to in the other",),
        weight=Weight.SURE,
    )


def _stretch(told: Proposition) -> Span:
    """From the first to the last of the predicate and those who take part."""
    spans = [told.span, *(f.span for f in told.of(In.AGENT, In.PATIENT, In.RECIPIENT))]
    inside = [span for span in spans if told.sentence.contains(span)]
    return Span(min(s.start for s in inside), max(s.end for s in inside))
