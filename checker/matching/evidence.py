"""What is known of two claims: what sets them apart, and what they have in common, one number a test.

Each test is a feature with a fitted weight. What a claim does not say sets nothing apart; what bars a pair
whatever speaks for it stands in `barring`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.claims.claim import TIMED, Claim
from checker.lexical import concepts
from checker.matching.barring import excludes
from checker.matching.features import Features
from checker.model import Basis, Kind, Modality, Relation
from checker.propositions.scores import is_score
from checker.propositions.things import words_of
from checker.values.none_of import NOBODY, NONE

Test = Callable[[Claim, Claim], bool]

_NOT_SO_FAR = frozenset({Modality.PROPOSED, Modality.CONDITIONAL, Modality.FORECAST, Modality.POSSIBLE})
_BARRED = frozenset({Modality.FACT, Modality.FUTURE, Modality.POSSIBLE})  # "cannot", "may not be"


def of_one_event(a: Claim, b: Claim) -> bool:
    """Whether two claims give the day or the hour of what may be one event: "Friday's crash", "collided"."""
    if a.value.kind not in TIMED:
        return False
    one, other = (c.topic.core | c.topic.predicate | c.topic.states for c in (a, b))
    return bool((one & other) - words_of("reporting_concepts"))


def _baseline(a: Claim, b: Claim) -> bool:
    """One of them is the figure that the one told is compared with."""
    return a.topic.baseline != b.topic.baseline


def _reality(a: Claim, b: Claim) -> bool:
    """One is so, the other is planned, feared or offered; what has been and what is to come have two days."""
    x, y = a.commitment, b.commitment
    if a.value.kind in TIMED and (x.modality is Modality.FUTURE) != (y.modality is Modality.FUTURE):
        return True
    barred = x.negated and y.negated and {x.modality, y.modality} <= _BARRED
    if not barred and (x.modality in _NOT_SO_FAR) != (y.modality in _NOT_SO_FAR):
        return True
    return x.modality is not y.modality and Modality.PROPOSED in (x.modality, y.modality)


def _part(a: Claim, b: Claim) -> bool:
    """A part and a whole."""
    return a.value.kind is b.value.kind and (a.basis is Basis.PART) != (b.basis is Basis.PART)


def _rest(a: Claim, b: Claim) -> bool:
    """Two shares that make up a whole, of which other things are said: one in five ran, 80 % did not."""
    x, y = a.value, b.value
    if not x.kind is y.kind is Kind.PERCENTAGE or x.change or a.topic.predicate == b.topic.predicate:
        return False
    ends = x.bounds.low, y.bounds.low
    return x.bounds.is_point and y.bounds.is_point and ends[0] != ends[1] and sum(e or 0 for e in ends) == 100


def _state(a: Claim, b: Claim) -> bool:
    """Only one tells what happened to the people that it counts."""
    x, y = a.topic, b.topic
    people = x.about_people or y.about_people or not (x.core and y.core)
    return bool(x.states) != bool(y.states) and people and not of_one_event(a, b)


def _parties(a: Claim, b: Claim) -> bool:
    """Other people and bodies in the clause; of a score one account names the winner, the other the loser."""
    named = bool(a.parties and b.parties) and a.parties.isdisjoint(b.participants)
    return named and not is_score(a.value) and not of_one_event(a, b)


def _agents(a: Claim, b: Claim) -> bool:
    """The same act of others."""
    one = bool(a.topic.predicate & b.topic.predicate) and not is_score(a.value)
    return one and bool(a.agents and b.agents) and a.agents.isdisjoint(b.agents)


def _agent_untold(a: Claim, b: Claim) -> bool:
    """Only one says who did it: what one gave, and what was given in all."""
    return bool(a.agents) != bool(b.agents) and not is_score(a.value)


def _said(a: Claim, b: Claim) -> bool:
    """When it was said, not when it happened."""
    timed = a.value.kind in TIMED
    return timed and any(c.topic.predicate & words_of("reporting_concepts") for c in (a, b))


def _undated(a: Claim, b: Claim) -> bool:
    """Nothing says what is dated."""
    return a.value.kind in TIMED and (a.topic.empty or b.topic.empty) and not of_one_event(a, b)


def _year_only(a: Claim, b: Claim) -> bool:
    """Years alone, of what may be two events."""
    return a.value.kind in TIMED and any(c.value.grain in ("year", "decade") for c in (a, b))


def _time_untold(a: Claim, b: Claim) -> bool:
    """Only one says when."""
    return a.value.kind not in TIMED and (a.when is None) != (b.when is None)


def _single(a: Claim, b: Claim) -> bool:
    """One of something, which may be any of them: "two were arrested, and one charged"."""
    counts = a.value.kind is Kind.COUNT and not is_score(a.value)
    nobody = any(NONE in c.value.notes for c in (a, b))
    return counts and not nobody and any("1" in c.value.stated for c in (a, b))


def _pick(a: Claim, b: Claim) -> bool:
    """Words that pick another one: net and operating income, the first 100 days."""
    x, y = a.topic.modifiers, b.topic.modifiers
    picked = a.value.kind not in (Kind.DATE, Kind.AGE) and (x ^ y) & words_of("placing_modifiers")
    return bool(picked)


def _nobodys(a: Claim, b: Claim) -> bool:
    """Ages of which nothing says that they are one person's."""
    someone = a.owners & b.owners or a.topic.word.lower() == b.topic.word.lower()
    return a.value.kind is Kind.AGE and not (a.value.notes and b.value.notes) and not someone


def _thing(a: Claim, b: Claim) -> bool:
    """Other words for the thing."""
    x, y = a.topic, b.topic
    untold = not (x.core and y.core) or NOBODY in (x.word, y.word)
    bare = x.states & y.states and untold  # "the dead" and "45 people killed", "no one was hurt"
    return bool(x.core and y.core) and not bare and not concepts.same(x.core, y.core)


def _uncounted(a: Claim, b: Claim) -> bool:
    """Nothing says what is counted."""
    counts = a.value.kind is Kind.COUNT and not is_score(a.value)
    return counts and not all(c.value.counted or c.topic.states for c in (a, b))


def _act(a: Claim, b: Claim) -> bool:
    """Things of which nothing is told to have happened to them, and other words for what is done."""
    x, y = a.topic, b.topic
    if a.value.kind is not Kind.COUNT or is_score(a.value) or x.states & y.states:
        return False
    return bool(x.predicate and y.predicate) and not concepts.same(x.predicate, y.predicate)


APART: Mapping[str, Test] = {
    "baseline_other": _baseline,
    "reality_other": _reality,
    "part_other": _part,
    "rest_other": _rest,
    "state_untold": _state,
    "party_other": _parties,
    "agent_other": _agents,
    "agent_untold": _agent_untold,
    "said_only": _said,
    "undated": _undated,
    "year_only": _year_only,
    "time_untold": _time_untold,
    "single": _single,
    "picked_other": _pick,
    "nobodys": _nobodys,
    "thing_other": _thing,
    "uncounted": _uncounted,
    "act_other": _act,
}


def _one_thing(a: Claim, b: Claim) -> bool:
    x, y = a.topic, b.topic
    told = x.core and y.core and not (x.about_people and y.about_people)
    return bool(told) and concepts.same(x.core, y.core)


def _one_act(a: Claim, b: Claim) -> bool:
    x, y = a.topic, b.topic
    return bool(x.predicate and y.predicate) and concepts.same(x.predicate, y.predicate)


def _one_time(a: Claim, b: Claim) -> bool:
    timed = a.value.kind in TIMED
    return bool(not timed and a.when and b.when and a.when.relation(b.when) is not Relation.DISJOINT)


TOGETHER: Mapping[str, Test] = {
    "state_shared": lambda a, b: bool(a.topic.states & b.topic.states),
    "thing_shared": _one_thing,
    "event_shared": of_one_event,
    "act_shared": _one_act,
    "modifiers_shared": lambda a, b: bool(a.topic.modifiers & b.topic.modifiers),
    "parties_shared": lambda a, b: bool(a.participants & b.participants),
    "time_shared": _one_time,
    "figures_shared": lambda a, b: len(a.beside & b.beside) > 1,
    "told_alike": lambda a, b: bool(a.told_alike(b)),
}
NAMES = (
    *APART,
    *TOGETHER,
    *("pieces", "known_alike", "worded_alike", "sole_state", "sole_thing", "two_voices"),
)
_OF_WORDS = ("thing_other", "uncounted", "act_other")  # other words, no more: they may well mean one thing
_UNTOLD = ("state_untold", "agent_untold", "time_untold", "year_only", "single")  # what only one of them says
# What is known not to be the same, by these tests and by the features of all mentions.
_KNOWN_OF_CLAIMS = tuple(name for name in APART if name not in (*_OF_WORDS, *_UNTOLD))
_KNOWN_OF_MENTIONS = ("change_other", "denied_other", "owner_other", "time_other")
_KNOWN = (*_KNOWN_OF_CLAIMS, *_KNOWN_OF_MENTIONS)
_MOST = 2  # things known; further ones make no difference


def evidence(a: Claim, b: Claim, told: Features, sole: bool) -> list[float]:
    """One number a name of NAMES; `told` are the features of the two as mentions, and `sole` says that each
    is the only such figure of its account.

    `pieces` counts what they have in common where nothing sets them apart. What does so in sentences that are
    alike word for word is what they differ in: `known_alike`, `worded_alike`. `two_voices` tells of two
    speakers who each give a figure of their own.
    """
    apart = {name: float(test(a, b)) for name, test in APART.items()}
    together = {name: float(test(a, b)) for name, test in TOGETHER.items()}
    tests = [apart[name] for name in _KNOWN_OF_CLAIMS] + [getattr(told, name) for name in _KNOWN_OF_MENTIONS]
    known = 0.0 if is_score(a.value) else min(sum(tests), _MOST)
    worded = float(any(apart[name] for name in _OF_WORDS))
    alike = min(told.meaning, told.meaning_back)
    pieces = 0.0 if any(apart.values()) else sum(together.values())
    only = [together[name] * sole for name in ("state_shared", "thing_shared")]
    voices = float(bool(a.speaker and b.speaker) and a.speaker != b.speaker)
    return [*apart.values(), *together.values(), pieces, known * alike, worded * alike, *only, voices]


def is_known_apart(row: Mapping[str, float], words: bool) -> bool:
    """Whether anything sets the two of a row apart; other words alone do so only if asked for."""
    return any(row[name] for name in (*_KNOWN, *(_OF_WORDS if words else ())))


def is_apart(a: Claim, b: Claim) -> bool:
    """Whether anything that both say sets two claims apart."""
    return excludes(a, b) or any(test(a, b) for name, test in APART.items() if name not in _UNTOLD)


def shared(a: Claim, b: Claim) -> int:
    """How many pieces of evidence there are that two claims belong together."""
    return sum(test(a, b) for test in TOGETHER.values())
