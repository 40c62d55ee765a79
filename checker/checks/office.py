"""A person who holds one office here and another there: finance minister, and interior minister.

Held against each other are offices of which nobody has two at once, and one office of two countries,
where the words stand beside the name. What somebody used to be, accounts months apart and an account
that has both offices are no findings; nor is a draft that follows one of its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from checker.data import load
from checker.lexical.gazetteer import gazetteer
from checker.lexical.sorts import exclusive_offices
from checker.model import Actor, ActorKind, Office, Role, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, evidence

_ONE_TIME = timedelta(days=60)  # accounts further apart may tell of an office and of the next


def find(reading: SetReading) -> Iterator[Problem]:
    items = {item.article.id: item for item in reading.articles}
    for actor in reading.actors:
        if actor.kind is not ActorKind.PERSON:
            continue
        held = _held(actor, items)
        pairs = [(a, b) for a, b in combinations(held, 2) if _apart(a, b, held) and _at_once(a, b, items)]
        drafted = [pair for pair in pairs if any(_drafted(o, items) for o in pair)]
        for a, b in drafted:
            ours, theirs = (a, b) if _drafted(a, items) else (b, a)
            backed = any(not _drafted(o, items) and _same(o, ours) for o in held)
            if not backed:
                yield _problem(actor, (ours, theirs), items)
                break
        sources = [pair for pair in pairs if pair not in drafted]
        if sources:
            yield _problem(actor, sources[0], items)


def _held(actor: Actor, items: dict[str, Reading]) -> list[Office]:
    """The offices that each account says the person holds now, each once, but none that is past for any."""
    gone = {o.name for o in actor.offices if o.past}
    now = [o for o in actor.offices if o.name not in gone and not _was_held(o, items[o.article])]
    return list({(o.article, o.name, o.of): o for o in now}.values())


def _was_held(office: Office, item: Reading) -> bool:
    """Whether what follows says when it was held: "Keller, finance minister until 2019"."""
    sentence = item.sentence_at(office.span.start)
    following = item.article.text[office.span.end : sentence.end].lower().split()[:8]
    return any(word.strip(",") in load("offices")["past"] for word in following[1:])


def _apart(a: Office, b: Office, held: Sequence[Office]) -> bool:
    """Whether two accounts give offices that nobody has at once, and neither has both."""
    if a.article == b.article:
        return False
    if a.name == b.name:
        lands = gazetteer().countries
        other = a.of != b.of and a.of in lands and b.of in lands
        return other and not any(
            o.name == a.name and o.of in (a.of, b.of) and o is not a and o is not b for o in held
        )
    if (a.name, b.name) not in exclusive_offices() or (a.of and b.of and a.of != b.of):
        return False
    both = ({o.name for o in held if o.article == article} for article in (a.article, b.article))
    return not any({a.name, b.name} <= names for names in both)


def _at_once(a: Office, b: Office, items: dict[str, Reading]) -> bool:
    one, other = (items[o.article].article.published for o in (a, b))
    return one is None or other is None or abs(one.date() - other.date()) <= _ONE_TIME


def _drafted(office: Office, items: dict[str, Reading]) -> bool:
    return items[office.article].article.role is Role.DRAFT


def _same(a: Office, b: Office) -> bool:
    return a.name == b.name and (a.of == b.of or None in (a.of, b.of))


def _problem(actor: Actor, pair: tuple[Office, Office], items: dict[str, Reading]) -> Problem:
    names = tuple(_shown(office, pair) for office in pair)
    sides = enumerate(zip(pair, names, strict=True))
    return Problem(
        Verdict.CONTRADICTION,
        (f"{actor.name} is {names[0]}", names[1]),
        tuple(evidence(items[office.article], office.span, name, n) for n, (office, name) in sides),
        about=actor.id,
        told=names,
        reasons=("nobody holds both at once",),
    )


def _shown(office: Office, pair: Sequence[Office]) -> str:
    country = gazetteer().countries.get(office.of or "")
    lands = {o.of for o in pair}
    return (
        f"{office.name} of {country.name}"
        if country and len(lands) > 1 and pair[0].name == pair[1].name
        else office.name
    )
