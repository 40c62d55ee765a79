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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.data import word_list
from checker.lexical.opposed import DECIDED, listed, opposed, stances_of
from checker.lexical.predicates import meanings
from checker.model import Form, Modality, Role, Verdict, statement_at
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
_PARTIES = frozenset({In.AGENT, In.PATIENT})
_DENIED = "one denies what the other tells"
_TELLING = 1.5  # weight of what two deeds are done to
_MUCH = 4.0  # the same, where a pronoun of which nobody is known does it


# another may tell what came after
_SO_FAR = re.compile(r"\b(?:has|have|(?P<had>had))(?:\s+not|n[’']t)\b")


@dataclass(frozen=True, slots=True)
class _Pair:
    ones: Reading
    others: Reading
    a: Proposition
    b: Proposition
    why: str

    @property
    def drafted(self) -> bool:
        return Role.DRAFT in (self.ones.article.role, self.others.article.role)


def find(reading: SetReading) -> Iterator[Problem]:
    world = alignments_of(reading)
    pairs = [p for x, y in pairs_of_readings(reading.articles) for p in _contrary(world, x, y)]
    used: set[tuple[str, int]] = set()
    for pair in sorted(pairs, key=lambda p: not p.drafted):
        ends = {(d.article.id, d.sentence.start) for d in (pair.a, pair.b)}
        if not ends & used:
            yield _problem(pair)
        used |= ends


def _contrary(world: Alignments, x: Reading, y: Reading) -> Iterator[_Pair]:
    for a, b in _worth_holding(x, y):
        if x.article is y.article and not _done_to_one(a, b):
            continue
        if _is_denied(a) != _is_denied(b):
            no, yes = (a, b) if _is_denied(a) else (b, a)
            if not one_deed(a, b) or _not_so_far(x if no is a else y, no):
                continue
            if _denies(world, no, yes) and not _mixed(x, y, a, b):
                yield _Pair(x, y, a, b, _DENIED)
        elif _is_staged(world, a, b):
            if not _tells_stage(x, y, a, b):
                yield _Pair(x, y, a, b, "one has as done what is only in view for the other")
        elif _reverses(world, a, b) and not _tells_both(x, y, a, b):
            yield _Pair(x, y, a, b, "the two exclude each other")


def _done_to_one(a: Proposition, b: Proposition) -> bool:
    """Whether verbs of two sentences have one object; of one article no less shows that both tell of one."""
    named = any(not key.startswith("#") for key in a.heads & b.heads)
    return named and not (a.noun or b.noun) and a.sentence != b.sentence


def _worth_holding(x: Reading, y: Reading) -> Iterator[tuple[Proposition, Proposition]]:
    """The pairs of one meaning of which one is denied or not done, and those that exclude each other."""
    for one, other in ((x, y), (y, x)):
        theirs = _by_key(other)
        for a in _marked(one):
            found = {id(b): b for key in meanings(a.lemma, a.pos) for b in theirs.get(key, ())}
            yield from ((a, b) if one is x else (b, a) for b in found.values())
    lemmas = _by_lemma(y)
    for a in x.propositions:
        if not a.noun:
            yield from ((a, b) for word in sorted(against(a) & lemmas.keys()) for b in lemmas[word])


@once
def _marked(item: Reading) -> Sequence[Proposition]:
    return [p for p in item.propositions if _is_denied(p) or p.status in IN_VIEW]


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


def _reverses(world: Alignments, a: Proposition, b: Proposition) -> bool:
    if not (_is_told(a) and _is_told(b)) or a.negated != b.negated or not exclude(a, b):
        return False
    if listed(a.said, b.said, *DECIDED):
        return _plain(a) and _plain(b) and _on_one_thing(world, a, b)
    return _told_alike(world, a, b)


def _is_staged(world: Alignments, a: Proposition, b: Proposition) -> bool:
    """Whether one has as done what somebody only offered or threatened in the other."""
    done, view = (a, b) if a.status is Status.FACT else (b, a)
    if done.status is not Status.FACT or view.status not in IN_VIEW or not done.flat or done.negated:
        return False
    held = world.align(a, b)
    acts = any(f.role is g.role is In.AGENT for f, g in held.one)
    return acts and one_deed(a, b) and not held.apart and not world.other_time(a, b)


def _tells_stage(x: Reading, y: Reading, a: Proposition, b: Proposition) -> bool:
    """Whether one of the accounts tells both: that it was offered, and that it was done."""
    return any(
        one_deed(p, other) and p.status is other.status
        for item, other in ((x, b), (y, a))
        for p in item.propositions
        if p.flat or p.status in IN_VIEW
    )


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


def _not_so_far(item: Reading, no: Proposition) -> bool:
    """Whether it has not been done yet; in reported speech "had not" only says that it was not."""
    when = _SO_FAR.search(no.article.words(no.span))
    if when is None or not when["had"]:
        return when is not None
    said = statement_at(item.statements, no.span)
    return said is None or said.form is not Form.INDIRECT


def _denies(world: Alignments, no: Proposition, yes: Proposition) -> bool:
    light = word_list("deeds", "light")
    if yes.negated or not _plain(yes) or yes.stance in AGAINST or no.lemma in light or yes.lemma in light:
        return False
    words = " ".join(re.findall(r"[\w’']+", no.article.words(no.sentence).lower()))
    if no.untold or yes.untold or any(f" {word} " in f" {words} " for word in word_list("deeds", "for_now")):
        return False
    if not no.heads and not yes.heads and no.noun and yes.noun:
        return yes.identity and (no.identity or no.stance in AGAINST)
    return _on_one_thing(world, no, yes)


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
    return not opposed({a.lemma}, {b.lemma}, a.pos)


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


def _mixed(x: Reading, y: Reading, a: Proposition, b: Proposition) -> bool:
    """Whether one of the accounts both tells and denies it: then it tells of two moments or two things."""
    for item, deed in ((x, a), (y, b)):
        denied = _is_denied(deed)
        others = (
            d
            for d in item.propositions
            if d is not deed and one_deed(d, deed) and (d.heads & deed.heads or not (d.heads and deed.heads))
        )
        if any(_is_denied(d) != denied and (_plain(d) or _is_denied(d)) for d in others):
            return True
    return False


def _tells_both(x: Reading, y: Reading, a: Proposition, b: Proposition) -> bool:
    """Whether one of the accounts has both sides: then it tells of two moments."""
    pairs = ((x, a), (y, b))
    return any(
        exclude(d, deed) and bool(d.heads & deed.heads or not d.heads)
        for item, deed in pairs
        for d in item.propositions
    )


def _problem(pair: _Pair) -> Problem:
    a, b = pair.a, pair.b
    sides = evidence(pair.ones, a.span, a.lemma), evidence(pair.others, b.span, b.lemma, 1)
    said = tuple(f"“{side.text}”" for side in sides)
    weight = Weight.LIKELY if pair.why == _DENIED else Weight.SURE
    return Problem(Verdict.CONTRADICTION, said, sides, about=a.lemma, reasons=(pair.why,), weight=weight)
