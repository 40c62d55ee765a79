"""One account says that it was done, another that it was not, or that the opposite was done.

Held against each other are deeds of two accounts that are done to the same thing by the same one, as far
as both say: "approved the application" and "turned it down", "no plants will be closed" and "two plants
are to be closed", "the ruling is final" and "will appeal against the ruling". What is proposed, asked for
or conditional is no deed, and an account that tells both sides tells of two moments. What moves with time
("not yet", rises and falls) counts only where both say when, or give the same figure; what one may do and
another undo (open and close, arrest and release) only where all else that is told of it is the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from checker.data import word_list
from checker.lexical.opposed import DECIDED, listed, opposed, stances_of
from checker.lexical.predicates import meanings
from checker.model import Form, Modality, Role, Span, Verdict, statement_at
from checker.propositions import Filler, Proposition, Status
from checker.propositions import Role as In
from checker.propositions.alignment import Alignment, Alignments, alignments_of
from checker.propositions.opposition import AGAINST, IN_VIEW, against, exclude, one_deed
from checker.propositions.proposition import PLACES
from checker.readings import Reading, SetReading, once, pairs_of_readings
from checker.verdicts import Problem, Weight, evidence

_SAID = frozenset({Modality.FACT, Modality.FUTURE, Modality.FORECAST})
_OPEN = frozenset(
    {"considered", "proposed", "demanded", "opposed", "undecided", "postponed", "ended", "withheld", "open"}
)
_TELLING = 1.5  # weight of what two deeds are done to
_MUCH = 4.0  # the same, where a pronoun of which nobody is known does it
# another may tell what came after
_SO_FAR = re.compile(r"\b(?:has|have|(?P<had>had))(?:\s+not|n[’']t)\b")
Told = tuple[Reading, Proposition]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way in which two deeds exclude each other: by themselves, and where both are told of one thing."""

    why: str
    weight: Weight
    apart: Callable[[Proposition, Proposition], bool]
    of_one: Callable[[Alignments, Told, Told], bool]


def find(reading: SetReading) -> Iterator[Problem]:
    world = alignments_of(reading)
    found = [c for x, y in pairs_of_readings(reading.articles) for c in _contrary(world, x, y)]
    used: set[tuple[str, int]] = set()
    for way, *sides in sorted(found, key=lambda c: all(x.article.role is not Role.DRAFT for x, _ in c[1:])):
        ends = {(told.article.id, told.sentence.start) for _, told in sides}
        if not ends & used:
            yield _problem(way, *sides)
        used |= ends


def _contrary(world: Alignments, x: Reading, y: Reading) -> Iterator[tuple[_Way, Told, Told]]:
    """The deeds of two accounts that exclude each other, where neither account tells both sides."""
    for a, b in _worth_holding(x, y):
        if x.article is y.article and not _done_to_one(a, b):
            continue
        way = next((way for way in _WAYS if way.apart(a, b)), None)
        if way is None or not way.of_one(world, (x, a), (y, b)):
            continue
        if not any(_tells_both(world, way, *told) for told in ((x, a), (y, b))):
            yield way, (x, a), (y, b)


def _tells_both(world: Alignments, way: _Way, item: Reading, deed: Proposition) -> bool:
    """Whether an account tells the other side of the same one, too: then it tells of two moments."""
    return any(
        d is not deed
        and (d.noun or d.stance is None or d.stance in stances_of(d.lemma))
        and way.apart(d, deed)
        and bool(d.heads & deed.heads or not (d.heads and deed.heads))
        and _by_one(world, d, deed)
        for d in item.propositions
    )


def _by_one(world: Alignments, a: Proposition, b: Proposition) -> bool:
    """Whether one does both, as far as both say who does it."""
    ours, theirs = (tuple(f for f in told.of(In.AGENT) if f.entity or f.pos != "PRON") for told in (a, b))
    return not (ours and theirs) or world.same(ours, theirs)


def _done_to_one(a: Proposition, b: Proposition) -> bool:
    """Whether verbs of two sentences have one object; of one article no less shows that both tell of one."""
    named = any(not key.startswith("#") for key in a.heads & b.heads)
    return named and not (a.noun or b.noun) and a.sentence != b.sentence


def _worth_holding(x: Reading, y: Reading) -> Iterator[tuple[Proposition, Proposition]]:
    """The pairs of one meaning of which one is denied or not done, and those that exclude each other."""
    for one, other in ((x, y), (y, x)):
        theirs = _by_key(other)
        for a in _not_done(one):
            found = {id(b): b for key in meanings(a.lemma, a.pos) for b in theirs.get(key, ())}
            yield from ((a, b) if one is x else (b, a) for b in found.values())
    lemmas, opposing = _by_lemma(y), _by_opposed(x)
    both = lemmas.keys() & opposing.keys()
    for n, lemma in sorted((n, word) for word in both for n in opposing[word]):
        yield from ((x.propositions[n], b) for b in lemmas[lemma])


@once
def _not_done(item: Reading) -> list[Proposition]:
    return [p for p in item.propositions if _is_denied(p) or p.status in IN_VIEW]


@once
def _by_opposed(item: Reading) -> dict[str, list[int]]:
    """The numbers of the deeds of an account by the lemmas that may exclude them."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, told in enumerate(item.propositions):
        for word in against(told) if not told.noun else ():
            found[word].append(n)
    return found


@once
def _by_key(item: Reading) -> dict[str, list[Proposition]]:
    found: dict[str, list[Proposition]] = defaultdict(list)
    for told in item.propositions:
        for key in meanings(told.lemma, told.pos):
            found[key].append(told)
    return found


@once
def _by_lemma(item: Reading) -> dict[str, list[Proposition]]:
    found: dict[str, list[Proposition]] = defaultdict(list)
    for told in item.propositions:
        if not told.noun:
            found[told.lemma].append(told)
    return found


def _is_denied(deed: Proposition) -> bool:
    if deed.pos == "n" and deed.lemma not in word_list("deeds", "nouns"):
        return False
    if deed.pending or deed.modality not in _SAID or not deed.flat:
        return False
    return deed.negated or (deed.noun and deed.stance in AGAINST)


def _plain(deed: Proposition) -> bool:
    """Whether a deed is told as done or to be done, by itself."""
    return _is_told(deed) and (deed.stance not in _OPEN or deed.stance in stances_of(deed.lemma))


def _is_told(deed: Proposition) -> bool:
    return (deed.pos != "n" or deed.noun) and deed.modality in _SAID and deed.flat and not deed.pending


def _denied(a: Proposition, b: Proposition) -> bool:
    return (
        _is_denied(a) != _is_denied(b) and one_deed(a, b) and all(_is_denied(d) or _plain(d) for d in (a, b))
    )


def _denies(world: Alignments, one: Told, other: Told) -> bool:
    (item, no), (_, yes) = (one, other) if _is_denied(one[1]) else (other, one)
    light = word_list("deeds", "light")
    if yes.negated or yes.stance in AGAINST or no.lemma in light or yes.lemma in light:
        return False
    words = " ".join(re.findall(r"[\w’']+", no.article.words(no.sentence).lower()))
    for_now = any(f" {word} " in f" {words} " for word in word_list("deeds", "for_now"))
    if for_now or no.untold or yes.untold or _not_so_far(item, no):
        return False
    if not no.heads and not yes.heads and no.noun and yes.noun:
        return yes.identity and (no.identity or no.stance in AGAINST)
    return _on_one_thing(world, no, yes)


def _not_so_far(item: Reading, no: Proposition) -> bool:
    """Whether it has not been done yet; in reported speech "had not" only says that it was not."""
    when = _SO_FAR.search(no.article.words(no.span))
    if when is None or not when["had"]:
        return when is not None
    said = statement_at(item.statements, no.span)
    return said is None or said.form is not Form.INDIRECT


def _staged(a: Proposition, b: Proposition) -> bool:
    """Whether one is done and the other only offered or threatened."""
    done, view = (a, b) if a.status is Status.FACT else (b, a)
    held = done.status is Status.FACT and view.status in IN_VIEW and done.flat and not done.negated
    return held and one_deed(a, b)


def _stages(world: Alignments, one: Told, other: Told) -> bool:
    a, b = one[1], other[1]
    held = world.align(a, b)
    acts = any(f.role is g.role is In.AGENT for f, g in held.one)
    return acts and not held.apart and not world.other_time(a, b)


def _reverses(world: Alignments, one: Told, other: Told) -> bool:
    a, b = one[1], other[1]
    if not (_is_told(a) and _is_told(b)) or a.negated != b.negated or _to_some(a) != _to_some(b):
        return False
    if listed(a.said, b.said, *DECIDED):
        return _plain(a) and _plain(b) and _on_one_thing(world, a, b)
    return _told_alike(world, a, b)


_WAYS = (
    _Way("one denies what the other tells", Weight.LIKELY, _denied, _denies),
    _Way("one has as done what is only in view for the other", Weight.SURE, _staged, _stages),
    _Way("the two exclude each other", Weight.SURE, exclude, _reverses),
)


def _to_some(told: Proposition) -> frozenset[str]:
    """How many of several a deed is done to, or which: who won two games may have lost the 13th."""
    counted = (f.head if f.pos == "NUM" else f.number for f in told.of(In.PATIENT))
    return frozenset(filter(None, counted))


def _on_one_thing(world: Alignments, a: Proposition, b: Proposition) -> bool:
    """Whether two deeds are done to the same thing by the same one, as far as both say."""
    held = world.align(a, b)
    apart = [f for f, _ in held.apart if not (f.role is In.AGENT and _by_objects(a, b))]
    if apart or world.other_time(a, b) or (_theme(a) and _theme(b) and not _met(held, _theme(a), _theme(b))):
        return False
    whole = world.around(a, b)
    moved = listed({a.lemma}, {b.lemma}, "measured")
    if moved and not (In.PATIENT in held.roles and a.of(In.AGENT) and b.of(In.AGENT)):
        return bool(world.figures(a) & world.figures(b)) and whole >= _MUCH
    things = tuple((f, g) for f, g in held.one if not _acts(f) or not _acts(g))
    enough = _TELLING if things and not (a.untold or b.untold) else _MUCH
    known = bool(held.one) or any(not _acts(f) for f, _ in held.akin)
    return known and max(world.weight(replace(held, one=things)), whole) >= enough


def _by_objects(a: Proposition, b: Proposition) -> bool:
    """Whether they exclude each other by what each is done to: "won the appeal", "dismissed the appeal"."""
    return not opposed((a.lemma,), (b.lemma,), a.pos)


def _theme(told: Proposition) -> tuple[Filler, ...]:
    """What is acted on or what something happens to; of none of which only a pronoun is known."""
    found = told.of(In.PATIENT, In.RECIPIENT) or tuple(
        f for f in told.of(In.AGENT, In.OTHER, *PLACES) if f.loose or f.role is not In.AGENT
    )
    return () if any(f.pos == "PRON" and not f.entity for f in found) else found


def _met(held: Alignment, ours: tuple[Filler, ...], theirs: tuple[Filler, ...]) -> bool:
    return any(f in ours and g in theirs for f, g in (*held.one, *held.akin))


def _acts(filler: Filler) -> bool:
    return filler.role is In.AGENT and not filler.loose


def _told_alike(world: Alignments, a: Proposition, b: Proposition) -> bool:
    """Whether one does both, at one time, and neither account tells of it what the other does not."""
    told = world.rarity
    ours, theirs = a.everything, b.everything
    one = a.subject and b.subject and told.common(a.subject, b.subject).keys
    both = told.common(ours, theirs), told.common(theirs, ours)
    alike = both[0].keys >= ours and both[1].keys >= theirs
    return bool(one and alike and len(ours) > len(a.subject) and both[0].weight >= _MUCH)


def _stretch(told: Proposition) -> Span:
    """The predicate with what is acted on behind it, as a reader is shown it."""
    acted_on = told.of(In.PATIENT, In.RECIPIENT, In.GOAL)
    behind = [f.span.end for f in acted_on if told.sentence.contains(f.span)]
    return Span(told.span.start, max((told.span.end, *behind)))


def _problem(way: _Way, one: Told, other: Told) -> Problem:
    sides = tuple(evidence(item, told.span, told.lemma, n) for n, (item, told) in enumerate((one, other)))
    said = tuple(f"“{item.article.words(_stretch(told))}”" for item, told in (one, other))
    return Problem(
        Verdict.CONTRADICTION,
        said,
        sides,
        about=one[1].lemma,
        reasons=(way.why,),
        weight=way.weight,
        route="source-source" if one[0].article is other[0].article else None,
    )
