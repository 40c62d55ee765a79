"""One agreed, says one account; the same one rejected it, says another.

Positions are compared where the same actor holds them towards the same thing: the same act or noun,
narrowed by the same words ("full ceasefire" is not "energy ceasefire"). What was only proposed or
conditional is not compared; that a thing is still talked about goes against its having been refused, which
is a note. It does not matter who tells it: "Zelensky said that Putin rejected it" is a position of Putin's.
The speakers of one article are held against each other and against what it tells itself. The severity of a
finding is that of the rule; a draft against its sources is worse than two sources against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.claims.positions import Position
from checker.cues import stance_relation
from checker.lexical import concepts
from checker.model import Account, Relation, Role, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight, evidence


def find(reading: SetReading) -> Iterator[Problem]:
    held: dict[str, list[Held]] = defaultdict(list)
    for item in reading.articles:
        for position in item.positions:
            for holder in position.holders if position.real or position.open else ():
                held[holder].append(Held(position, item, item.account_at(position.span)))
    for holder, positions in sorted(held.items()):
        actor = reading.index.get(holder)
        name = actor.name if actor else positions[0].position.holder_words
        yield from _conflicts(name, positions)


class Held(NamedTuple):
    """A position with who tells of it."""

    position: Position
    item: Reading
    account: Account

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT


def _conflicts(name: str, held: list[Held]) -> Iterator[Problem]:
    used: set[int] = set()
    for i, a in enumerate(held):
        if i in used:
            continue
        against = [j for j, b in enumerate(held) if j > i and j not in used and opposed(a, b)]
        against = [j for j in against if not _also_says(held, a, held[j])]
        if against:
            used.update(against)
            alike = [
                h for h in held if h is not a and _same_thing(a.position, h.position) and not opposed(a, h)
            ]
            alike = [h for h in alike if any(opposed(h, held[j]) for j in against)]
            yield _problem(name, [a, *alike], [held[j] for j in against])


def _also_says(held: list[Held], a: Held, b: Held) -> bool:
    """Whether the account of one side tells the other side, too: then it tells of a change of mind."""
    one = a.account.article == b.account.article
    return any(
        (h.account == other.account if one else h.item is other.item)
        and h.position.open == mine.position.open
        and _same_thing(h.position, other.position)
        and not opposed(h, mine)
        and _same_thing(h.position, mine.position)
        for mine, other in ((a, b), (b, a))
        for h in held
        if h is not other
    )


def opposed(a: Held, b: Held) -> bool:
    """Whether the two, told by two accounts, cannot both be held."""
    if a.account == b.account or (a.item is b.item and a.drafted) or not _same_thing(a.position, b.position):
        return False
    one, other = a.position, b.position
    apart = stance_relation(one.stance, other.stance) is Relation.DISJOINT
    if one.open or other.open:  # what is talked about may be agreed in the end, and is not yet refused
        return apart and one.negated == other.negated and _refused(other if one.open else one)
    settled = _settled(one) and _settled(other)
    return apart != (one.negated != other.negated) if settled else apart and one.negated == other.negated


def _refused(position: Position) -> bool:
    return stance_relation(position.stance, _REFUSED) in (Relation.EQUAL, Relation.NARROWER)


_REFUSED = "rejected"


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
    sizes = [x.relation(y) for x in a.measured for y in b.measured if x.comparable(y)]
    if Relation.DISJOINT in sizes:
        return False
    if a.modifiers or b.modifiers:
        return bool(a.modifiers & b.modifiers)
    one = a.contents == b.contents or bool(a.contents & b.contents)
    return bool(sizes and one) or not (a.measured or b.measured)


def _problem(name: str, ones: list[Held], others: list[Held]) -> Problem:
    if any(h.drafted for h in others) and not ones[0].drafted:
        ones, others = others, ones
    sides = tuple(
        evidence(h.item, h.position.span, h.position.stance, side)
        for side, lot in enumerate((ones, others))
        for h in lot
    )
    a, b = sides[0], sides[len(ones)]
    return Problem(
        Verdict.CONTRADICTION,
        f"{a.said_by} has {name} “{a.text}”; {b.said_by} has “{b.text}”",
        sides,
        about=name,
        reasons=(f"both positions of {name}", f"towards {', '.join(sorted(ones[0].position.thing))}"),
        weight=Weight.MINOR if ones[0].position.open or others[0].position.open else Weight.SURE,
        backed=any(not h.drafted for h in ones),
    )
