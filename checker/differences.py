"""What sets two claims apart: each function gives the reason in words, or None.

The order is from cheap and certain to dear and doubtful; the first reason ends the comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from checker import concepts, lexicon
from checker.claims import TIMED, Claim
from checker.gazetteer import gazetteer
from checker.groups import one_group
from checker.happenings import of_parties
from checker.lone_people import maybe_two
from checker.model import Basis, Kind, Modality, Relation
from checker.ranks import ranks_apart
from checker.results import is_score
from checker.stretches import modifiers as stretch_modifiers
from checker.topics import words_of
from checker.two_things import drafted, two_things
from checker.values.none_of import NOBODY, NONE

_NOT_SO_FAR = frozenset({Modality.PROPOSED, Modality.CONDITIONAL, Modality.FORECAST, Modality.POSSIBLE})
_BARRED = frozenset({Modality.FACT, Modality.FUTURE, Modality.POSSIBLE})  # "cannot", "may not be"
LEVELS = frozenset({Kind.DURATION, Kind.MONEY, Kind.PERCENTAGE})
_OWNED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_OF_EVENTS = frozenset({"magnitude"})
_MILLIONS = 7  # digits
_YEARS_APART = 3  # an age of a story of which nobody knows the day


def difference(a: Claim, b: Claim) -> str | None:
    """The first thing that shows two claims to be about different things."""
    return next((reason for test in _TESTS if (reason := test(a, b))), None)


def difference_of_fact(a: Claim, b: Claim) -> str | None:
    """What sets two claims apart although they give one figure: words that are no other way to tell of it."""
    return next((reason for test in _OF_FACT if (reason := test(a, b))), None)


def listed(items: Iterable[str]) -> str:
    """The first few concepts, without their marks."""
    return ", ".join(sorted(item[2:] if item[1:2] == ":" else item for item in items)[:4])


def one_happening(a: Claim, b: Claim) -> bool:
    """Whether two claims give the day or the hour of what may be one event."""
    return bool(a.happening & b.happening)


def same_sum(a: Claim, b: Claim) -> bool:
    """Whether one sum of millions stands beside both: the one sale, in whatever year it was."""
    return any(figure.isdigit() and len(figure) >= _MILLIONS for figure in a.beside & b.beside)


def _happening(a: Claim, b: Claim) -> str | None:
    """What sets the days of two events apart, of which the words alone show that they are of one kind."""
    if not one_happening(a, b):
        return "the days of two events" if a.happening and b.happening else None
    if (a.commitment.modality is Modality.FUTURE) != (b.commitment.modality is Modality.FUTURE):
        return "past and to come"
    if of_parties(a.happening & b.happening) and not (a.parties <= b.parties or b.parties <= a.parties):
        return "different parties"
    return None


def _kind(a: Claim, b: Claim) -> str | None:
    if not a.value.comparable(b.value):
        return "not of one kind"
    lost = a.value.kind is Kind.COUNT and a.topic.states & b.topic.states  # jobs cut, people laid off
    if (a.value.change is None) != (b.value.change is None) and not lost:
        return "a change and a level"
    if a.topic.baseline != b.topic.baseline:
        return "one is the figure compared with"
    return None


def _reality(a: Claim, b: Claim) -> str | None:
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


def _basis(a: Claim, b: Claim) -> str | None:
    bases = {a.basis, b.basis}
    if Basis.PART in bases and len(bases) > 1:
        return "a part and a whole"
    if bases == {Basis.TOTAL, None} and not drafted(a, b) and not a.topic.states & b.topic.states:
        return "a total and a single figure"
    return None


def _state(a: Claim, b: Claim) -> str | None:
    x, y = a.topic, b.topic
    if one_happening(a, b):
        return None  # "the crash on Friday", "40 were killed on Friday when two trains collided"
    if x.states and y.states and not x.states & y.states:
        return f"{listed(x.states)} and {listed(y.states)}"
    if bool(x.states) != bool(y.states) and (x.about_people or y.about_people or not (x.core and y.core)):
        return f"only one is about {listed(x.states | y.states)}"
    return None


def _nobody(claim: Claim) -> bool:
    """Whether it is said that nobody at all …, and not "nobody in the house"."""
    follows = claim.article.text[claim.value.span.end :].split(maxsplit=1)[:1]
    narrowed = bool(follows) and follows[0].lower() in words_of("locatives") | {"of", "else"}
    return NONE in claim.value.notes and claim.topic.word == NOBODY and not narrowed


def _thing(a: Claim, b: Claim) -> str | None:
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


def _opposites(a: Claim, b: Claim) -> str | None:
    """Words before the things counted that exclude each other: "18 old tanks", "40 new tanks"."""
    x, y = (c.value.counted.modifiers if c.value.counted else () for c in (a, b))
    pairs = ((one, other) for one in x for other in y if lexicon.opposites(one, other, "a"))
    return next((f"{one} and {other}" for one, other in pairs), None)


def _is_event(core: Iterable[str]) -> bool:
    return any(concepts.type_of(c) == "event" for c in core)


def _narrowing(a: Claim, b: Claim) -> frozenset[str]:
    """The narrowing words that only one claim has, but for names that stand in the clause of the other."""
    named = [{word.lower() for name in c.party_names for word in name.split()} for c in (a, b)]
    return (told_modifiers(a, b) - b.topic.modifiers - named[1]) | (
        told_modifiers(b, a) - a.topic.modifiers - named[0]
    )


def told_modifiers(claim: Claim, other: Claim) -> frozenset[str]:
    """What narrows a claim's thing, but for words of the stretch of time where both claims have one."""
    of_stretch = stretch_modifiers() if claim.stretch and other.stretch else frozenset()
    return claim.topic.modifiers - of_stretch


def _group(a: Claim, b: Claim) -> str | None:
    x, y = a.topic.group, b.topic.group
    if x and y and not one_group(x, y):
        return f"of different groups: {listed(x)} and {listed(y)}"
    if a.value.change and b.value.change and bool(x) != bool(y):
        return f"only one is of a group: {listed(x | y)}"
    return None


def _known_things(a: Claim, b: Claim) -> str | None:
    """Two things that the vocabulary tells apart: net income and operating income."""
    x, y = ({c for c in claim.topic.core if concepts.type_of(c)} for claim in (a, b))
    return f"{listed(x)} and {listed(y)}" if x and y and not x & y else None


def _parties(a: Claim, b: Claim) -> str | None:
    if is_score(a.value):
        return None  # one account names the winner, the other the loser
    if a.places and b.places and not a.places & b.places:
        return "different places"
    if one_happening(a, b):
        if a.participants and b.participants and not a.participants & b.participants:
            return "different places or parties"
        return None  # whoever stands in the sentence, it is the event that has a day
    if any(x.places and not y.places and _more_lands(y, x) for x, y in ((a, b), (b, a))):
        return "one land of several"
    if any(x.places and _of_lands(y) and not _of_lands(x) for x, y in ((a, b), (b, a))):
        return "one land of several"
    if a.value.unit in _OF_EVENTS and a.topic.core & b.topic.core:
        return None  # who else stands in the sentence feels a quake, or measures it
    if a.owners and b.owners and not a.owners & b.owners:
        return "of different parties"
    if a.parties and b.parties and not a.participants & b.participants:
        return "different parties"
    if a.value.kind in _OWNED and a.owners and b.owners and (a.owners < b.owners or b.owners < a.owners):
        return "of one party and of several together"
    if a.agents and b.agents and not a.agents & b.agents and a.topic.predicate & b.topic.predicate:
        return "done by different parties"
    return None


def _givers(a: Claim, b: Claim) -> str | None:
    """What one who is named gives is not what has been given in all: "more than 800 million was pledged"."""
    given = words_of("given_concepts")
    gifts = all((c.topic.core | c.topic.predicate) & given for c in (a, b))
    one = [bool(c.agents) or len(c.parties) == 1 for c in (a, b)]
    return "of one giver and of all" if a.value.kind is Kind.MONEY and gifts and one[0] != one[1] else None


def _more_lands(claim: Claim, other: Claim) -> bool:
    """Whether a claim tells of the country of the other and of more: "in Germany and Belgium"."""
    known = gazetteer().names
    lands = [
        {known[name] for p in ids if (name := p.removeprefix("place:")) in known}
        for ids in (claim.participants, other.places)
    ]
    return bool(lands[1]) and lands[0] > lands[1]


def _of_lands(claim: Claim) -> bool:
    """Whether a claim is told of many countries at once: "left 2,000 dead in a dozen countries"."""
    clause = claim.article.words(claim.topic.clause).lower()
    return any(words in clause for words in words_of("many_lands"))


def _time(a: Claim, b: Claim) -> str | None:
    if a.value.kind in TIMED:
        if any(c.topic.predicate & words_of("reporting_concepts") for c in (a, b)):
            return "when it was said, not when it happened"
        if (a.topic.empty or b.topic.empty) and not one_happening(a, b):
            return "nothing says what is dated"
        years = any(c.value.grain in ("year", "decade") for c in (a, b))
        if years and not drafted(a, b) and not same_sum(a, b):
            return "two years may be two events"
        return None
    if a.when and b.when and a.when.relation(b.when) is Relation.DISJOINT:
        return "different times"
    return None


def _stretch(a: Claim, b: Claim) -> str | None:
    if a.stretch and b.stretch and a.stretch != b.stretch:
        return f"of the {a.stretch} and of the {b.stretch}"
    if a.against and b.against and a.against != b.against:
        return f"a change on the {a.against} and on the {b.against} before"
    return None


def _borrowed(claim: Claim) -> bool:
    """Whether the number counts what was named before it."""
    counted = claim.value.counted
    return counted is not None and counted.span.start < claim.value.span.start


def _result(a: Claim, b: Claim) -> str | None:
    """Results are of one match if those who played it are named alike."""
    named = [[set(name.lower().rstrip(" 0123456789-–").split()) for name in c.party_names] for c in (a, b)]
    shared = sum(any(one & other for other in named[1]) for one in named[0])
    only = a.topic.core & {"vote result", "shoot-out result"}  # of which an event has one
    return None if only or shared >= min(2, *map(len, named)) >= 1 else "not known to be of one match"


def _count(a: Claim, b: Claim) -> str | None:
    if "yd" in (a.value.unit, b.value.unit) and not drafted(a, b):
        return "yards are gained in every play"
    if a.value.kind is not Kind.COUNT:
        return None
    if is_score(a.value):
        return _result(a, b)
    x, y = a.topic, b.topic
    if not all(c.value.counted or c.topic.states or c.topic.numbered for c in (a, b)):
        return "nothing says what is counted"
    if any("1" in c.value.stated and _borrowed(c) for c in (a, b)):
        return "one may be one of them"  # "two were arrested, and one charged"
    if x.states & y.states and not x.empty:
        return None
    scored = words_of("scored_things")
    if scored & {x.word.lower(), y.word.lower()} and not drafted(a, b):
        return "points are scored in every match"
    if "1" in (*a.value.stated, *b.value.stated) and not drafted(a, b):
        return "one may be any"
    if x.predicate and y.predicate and not concepts.same(x.predicate, y.predicate):
        return f"different acts: {listed(x.predicate)} and {listed(y.predicate)}"
    if x.empty and not (x.predicate and y.predicate):
        return "nothing says what is counted"
    return None


def _age(a: Claim, b: Claim) -> str | None:
    """An age is somebody's; and stories of which the day is not known may be years apart."""
    if a.value.kind is not Kind.AGE or (a.value.notes and b.value.notes):
        return None
    if not a.owners & b.owners and a.topic.word.lower() != b.topic.word.lower():
        return "nothing says that it is one person's"
    if not a.owners & b.owners and maybe_two(a, b):
        return "there may be two of them"
    if a.article.published and b.article.published:
        return None
    if drafted(a, b):
        return None
    ages = [Fraction(c.value.stated[0]) for c in (a, b) if c.value.stated]
    if len(ages) == 2 and abs(ages[0] - ages[1]) <= _YEARS_APART:
        return "the stories may be years apart"
    return None


_TESTS: tuple[Callable[[Claim, Claim], str | None], ...] = (
    _kind,
    ranks_apart,
    _happening,
    _reality,
    _basis,
    _state,
    _thing,
    _group,
    _parties,
    _givers,
    _time,
    _stretch,
    two_things,
    _count,
    _age,
)
_OF_FACT = (_kind, _state, _known_things, _time, _stretch)
