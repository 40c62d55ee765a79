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
from checker.judging.fingerprints import fingerprint
from checker.model import Evidence, Finding, Relation, Role, Severity, Verdict
from checker.readings import SetReading
from checker.rules.rule import Rule


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    held: dict[str, list[Position]] = defaultdict(list)
    for item in reading.articles:
        for position in item.positions:
            if position.holder is not None and position.real:
                held[position.holder].append(position)
    for holder, positions in sorted(held.items()):
        actor = reading.index.get(holder)
        name = actor.name if actor else positions[0].holder_words
        yield from _conflicts(reading, rule, name, positions)


def _conflicts(reading: SetReading, rule: Rule, name: str, positions: list[Position]) -> Iterator[Finding]:
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
            yield _finding(reading, rule, name, [a, *alike], [positions[j] for j in against])


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


def _finding(
    reading: SetReading, rule: Rule, name: str, ones: list[Position], others: list[Position]
) -> Finding:
    if any(p.article.role is Role.DRAFT for p in others) and ones[0].article.role is not Role.DRAFT:
        ones, others = others, ones
    drafted = any(p.article.role is Role.DRAFT for p in (*ones, *others))
    backed = any(p.article.role is Role.SOURCE for p in ones)
    pair = "draft-source" if drafted and not backed else "source-source"
    severity = rule.severity_for(
        Relation.DISJOINT, "draft-source" if pair == "draft-source" else "source-source"
    )
    evidence = tuple(_evidence(reading, p, side) for side, lot in enumerate((ones, others)) for p in lot)
    a, b = ones[0], others[0]
    return Finding(
        rule=rule.id,
        severity=severity or Severity.WARNING,
        relation=Relation.DISJOINT,
        verdict=Verdict.CONTRADICTION,
        message=f"{a.article.name} has {name} “{a.article.words(a.span)}”; "
        f"{b.article.name} has “{b.article.words(b.span)}”",
        evidence=evidence,
        fingerprint=fingerprint(rule.id, name, (e.text for e in evidence)),
        reasons=(f"both positions of {name}", f"towards {', '.join(sorted(a.thing))}"),
    )


def _evidence(reading: SetReading, position: Position, side: int) -> Evidence:
    item = next(r for r in reading.articles if r.article is position.article)
    holders = [s for s in item.statements if s.covers(position.span) and s.speaker is not None]
    speaker = holders[-1].speaker.name if holders and holders[-1].speaker else None
    return Evidence(position.article, position.span, position.sentence, speaker, position.stance, side)
