"""Other things, states and groups, and other words that narrow them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.claim import Claim
from checker.differences.moments import one_happening
from checker.lexical import concepts
from checker.lexical.opposed import opposed
from checker.model import Basis, Kind
from checker.propositions.things import words_of
from checker.values.none_of import NOBODY, NONE
from checker.values.transitions import FROM_TO

LEVELS = frozenset({Kind.DURATION, Kind.MONEY, Kind.PERCENTAGE})


def listed(items: Iterable[str]) -> str:
    """The first few concepts, without their marks."""
    return ", ".join(sorted(item[2:] if item[1:2] == ":" else item for item in items)[:4])


def state(a: Claim, b: Claim) -> str | None:
    x, y = a.topic, b.topic
    if one_happening(a, b):
        return None  # "the crash on Friday", "40 were killed on Friday when two trains collided"
    if x.states and y.states and not x.states & y.states:
        return f"{listed(x.states)} and {listed(y.states)}"
    if bool(x.states) != bool(y.states) and (x.about_people or y.about_people or not (x.core and y.core)):
        return f"only one is about {listed(x.states | y.states)}"
    return None


def thing(a: Claim, b: Claim) -> str | None:
    x, y = a.topic, b.topic
    if one_happening(a, b):
        return None
    if x.empty != y.empty:
        return f"{x.word} and {y.word}"
    # "the dead" and "45 people killed": a bare figure of people goes with any count of people in that state
    # and "no one was hurt" with any people who were
    nobody = any(_nobody(c) for c in (a, b))
    bare = bool(x.states & y.states) and (nobody or not (x.core and y.core))
    if x.core and y.core and not bare and not concepts.same(x.core, y.core):
        return f"{listed(x.core)} and {listed(y.core)}"
    if a.value.kind is Kind.DURATION and bare and _is_event(x.core) != _is_event(y.core):
        return "the length of an event and another"  # nine years in prison, a trial of four months
    if apart := _opposites(a, b):
        return f"narrowed to opposites: {apart}"
    narrowing = _narrowing(a, b)
    if not narrowing or a.value.kind in (Kind.DATE, Kind.AGE):
        return None
    event = a.value.kind is Kind.DURATION and _is_event(x.core & y.core)
    if event and (x.modifiers <= y.modifiers or y.modifiers <= x.modifiers):
        return None  # "the fire" and "the warehouse fire"
    first = words_of("placing_modifiers")  # the first 100 days are not any others
    if a.value.kind in LEVELS and not (x.modifiers and y.modifiers) and not narrowing & first:
        return None  # only one account narrows it, which alignment takes for want of evidence
    return f"narrowed differently: {listed(narrowing)}"


def which_one(a: Claim, b: Claim) -> str | None:
    """What picks another one, or comes on top: each of several, the first of them, 22 more."""
    if apart := _opposites(a, b):
        return f"narrowed to opposites: {apart}"
    picked = _narrowing(a, b) & words_of("placing_modifiers")
    if picked:
        return f"narrowed differently: {listed(picked)}"
    if (FROM_TO in a.value.notes) != (FROM_TO in b.value.notes):
        return "one is where a change has ended"
    return "one comes on top of others" if (a.basis is Basis.MORE) != (b.basis is Basis.MORE) else None


def smaller_part(a: Claim, b: Claim) -> str | None:
    """Fewer of one sort of the things that the other counts: two passenger trains, three trains."""
    if a.value.kind is not Kind.COUNT or not concepts.same(a.topic.core, b.topic.core):
        return None
    for x, y in ((a, b), (b, a)):
        most, least = x.value.bounds.high, y.value.bounds.low
        narrowed = x.topic.modifiers > y.topic.modifiers
        if narrowed and most is not None and least is not None and most < least:
            return f"fewer, of one sort: {listed(x.topic.modifiers - y.topic.modifiers)}"
    return None


def _nobody(claim: Claim) -> bool:
    """Whether it is said that nobody at all …, and not "nobody in the house"."""
    if NONE not in claim.value.notes or claim.topic.word != NOBODY:
        return False
    follows = claim.article.text[claim.value.span.end :].split(maxsplit=1)[:1]
    return not follows or follows[0].lower() not in words_of("locatives") | {"of", "else"}


def _opposites(a: Claim, b: Claim) -> str | None:
    """Words before the things counted that exclude each other: "18 old tanks", "40 new tanks"."""
    x, y = (c.value.counted.modifiers if c.value.counted else () for c in (a, b))
    pairs = ((one, other) for one in x for other in y if opposed({one}, {other}, "a"))
    return next((f"{one} and {other}" for one, other in pairs), None)


def _is_event(core: Iterable[str]) -> bool:
    return any(concepts.type_of(c) == "event" for c in core)


def _narrowing(a: Claim, b: Claim) -> frozenset[str]:
    """The narrowing words that only one claim has, but for names that stand in the clause of the other."""
    named = [{word.lower() for name in c.party_names for word in name.split()} for c in (a, b)]
    return (a.topic.modifiers - b.topic.modifiers - named[1]) | (
        b.topic.modifiers - a.topic.modifiers - named[0]
    )
