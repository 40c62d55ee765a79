"""One agreed, says one account; the same one rejected it, says another.

Positions are compared where the same actor holds them towards the same thing: the same act or noun,
narrowed by the same words ("full ceasefire" is not "energy ceasefire"). What was only proposed,
considered or conditional is not compared. It does not matter who tells it: "Zelensky said that Putin
rejected it" is a position of Putin's. The severity of a finding is that of the rule; a draft against
its sources is worse than two sources against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker import concepts
from checker.claims.events import Position
from checker.cues import stance_relation
from checker.model import Relation, Role, Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, evidence


def find(reading: SetReading) -> Iterator[Problem]:
    held: dict[str, list[Position]] = defaultdict(list)
    for item in reading.articles:
        for position in item.positions:
            if position.holder is not None and position.real:
                held[position.holder].append(position)
    for holder, positions in sorted(held.items()):
        actor = reading.index.get(holder)
        name = actor.name if actor else positions[0].holder_words
        yield from _conflicts(reading, name, positions)


def _conflicts(reading: SetReading, name: str, positions: list[Position]) -> Iterator[Problem]:
    used: set[int] = set()
    for i, a in enumerate(positions):
        if i in used:
            continue
        against = [j for j, b in enumerate(positions) if j > i and j not in used and opposed(a, b)]
        against = [j for j in against if not _also_says(positions, a, positions[j])]
        if against:
            used.update(against)
            alike = [p for p in positions if p is not a and _same_thing(a, p) and not opposed(a, p)]
            alike = [p for p in alike if any(opposed(p, positions[j]) for j in against)]
            yield _problem(reading, name, [a, *alike], [positions[j] for j in against])


def _also_says(positions: list[Position], a: Position, b: Position) -> bool:
    """Whether the article of one side tells the other side, too: then it tells of a change of mind."""
    return any(
        p.article is other.article and _same_thing(p, other) and not opposed(p, mine) and _same_thing(p, mine)
        for mine, other in ((a, b), (b, a))
        for p in positions
        if p is not other
    )


def opposed(a: Position, b: Position) -> bool:
    """Whether the two cannot both be held."""
    if a.article is b.article or not _same_thing(a, b):
        return False
    apart = stance_relation(a.stance, b.stance) is Relation.DISJOINT
    return (
        apart != (a.negated != b.negated) if _settled(a) and _settled(b) else apart and a.negated == b.negated
    )


def _settled(position: Position) -> bool:
    """Whether a position leaves nothing open: neither considered nor withheld."""
    return stance_relation(position.stance, "considered") is Relation.DISJOINT


def _same_thing(a: Position, b: Position) -> bool:
    if bool(a.act) != bool(b.act) and not concepts.same(a.act or a.thing, b.act or b.thing):
        return False
    if a.act and b.act and not concepts.same(a.act, b.act):
        return False
    if not concepts.same(a.thing, b.thing):
        return False
    return bool(a.modifiers & b.modifiers) or not (a.modifiers or b.modifiers)


def _problem(reading: SetReading, name: str, ones: list[Position], others: list[Position]) -> Problem:
    if any(p.article.role is Role.DRAFT for p in others) and ones[0].article.role is not Role.DRAFT:
        ones, others = others, ones
    items = {item.article.id: item for item in reading.articles}
    sides = ((p, side) for side, lot in enumerate((ones, others)) for p in lot)
    a, b = ones[0], others[0]
    return Problem(
        Verdict.CONTRADICTION,
        f"{a.article.name} has {name} “{a.article.words(a.span)}”; "
        f"{b.article.name} has “{b.article.words(b.span)}”",
        tuple(evidence(items[p.article.id], p.span, p.stance, side) for p, side in sides),
        about=name,
        reasons=(f"both positions of {name}", f"towards {', '.join(sorted(a.thing))}"),
        backed=any(p.article.role is Role.SOURCE for p in ones),
    )
