"""Pronouns and common nouns that stand for an actor: "he", "she", "it", "the company", "the ministry".

Resolved only where one candidate is left: nearness, the subject before, gender and kind decide. Coreferee
1.5.0 was weighed: its code runs on spaCy 3.8, but its English models come as downloads from a source
repository, not as a package, so a plain install could not bring them; fastcoref needs PyTorch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.actors.merging import Cluster
from checker.actors.texts import Text
from checker.actors.wording import wording
from checker.clauses import subjects
from checker.data import word_list
from checker.model import ActorKind, Span
from checker.pronouns import antecedent

_PRONOUNS = dict.fromkeys(word_list("pronouns", "masculine"), "m") | dict.fromkeys(
    word_list("pronouns", "feminine"), "f"
)
_BACK = 2  # sentences


@dataclass(frozen=True, slots=True)
class Point:
    """A mention of a cluster at tokens of a text."""

    first: int
    last: int
    cluster: Cluster
    subject: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    span: Span
    cluster: Cluster
    gender: str = ""


def resolve(text: Text, points: Sequence[Point], genders: dict[int, str]) -> Iterator[Resolved]:
    """Every pronoun and noun of the text that safely stands for an actor. `points` in order of the text.

    `genders` is m, f or "" by cluster; what a pronoun tells is added to it.
    """
    words = wording()
    past: list[Point] = []
    queue = list(points)
    nouns = words.company_words | words.body_words
    at = covered = 0
    for i, low in enumerate(text.lower):
        while at < len(queue) and queue[at].first <= i:
            covered = max(covered, queue[at].last)
            past.append(queue[at])
            at += 1
        if i < covered:
            continue
        found, first = None, i
        if low in _PRONOUNS:
            found = _person(text, i, _PRONOUNS[low], past, genders)
        elif low in nouns and text.lower[i - 1 : i] == ["the"]:
            found, first = _thing(text, i, low, past), i - 1
        elif low == "old" and (first := _so_old(text, i)) < i:
            found = _person(text, i, "", past, genders)
        elif low == "it" and text.subject[i]:
            found = _body_before(text, i, past)
        if found is not None:
            yield Resolved(text.span(first, i + 1), found, _PRONOUNS.get(low, ""))
            past.append(Point(first, i + 1, found, text.subject[i]))


def _person(text: Text, i: int, gender: str, past: list[Point], genders: dict[int, str]) -> Cluster | None:
    here = text.sentence[i]
    window: list[Point] = []
    for point in reversed(past):
        if text.sentence[point.first] < here - _BACK:
            break
        known = genders.get(id(point.cluster), "")
        if point.cluster.kind is ActorKind.PERSON and (not gender or known in ("", gender)):
            window.append(point)
    barred = _subject_of(text, i, past)
    window = [point for point in window if point.cluster is not barred]
    window = [point for point in window if not _joined(text, point)] or window
    if not window:
        return None
    only = _only(p for p in window if gender and genders.get(id(p.cluster)) == gender)
    if only is window[0].cluster:
        return only
    nearest = text.sentence[window[0].first]
    near = [p for p in window if text.sentence[p.first] == nearest]
    told_anew = text.subject[i] and nearest != here
    return _only(near) or (_only(p for p in near if p.subject) if told_anew else None)


def _only(points: Iterable[Point]) -> Cluster | None:
    """The one cluster that all points are mentions of."""
    found = {id(point.cluster): point.cluster for point in points}
    return next(iter(found.values())) if len(found) == 1 else None


def _so_old(text: Text, i: int) -> int:
    """Where "the 31-year-old" begins that ends at token i, nobody being named behind it; else i."""
    named = i + 1 < len(text.words) and (text.proper[i + 1] or text.doc[i + 1].pos_ in ("NOUN", "PROPN"))
    told = text.lower[max(0, i - 5) : i]
    if named or told[-2:] != ["year", "-"] or "the" not in told:
        return i
    return i - len(told) + told.index("the")


def _joined(text: Text, point: Point) -> bool:
    """Whether a mention is one of several joined by "and": "he" after "Ann, Ben and Carl" is none of them."""
    return any(text.doc[j].conjuncts for j in range(point.first, point.last))


def _subject_of(text: Text, i: int, past: list[Point]) -> Cluster | None:
    """The subject of the clause of an object pronoun: in "Ann thanked her" she is someone else."""
    token = text.doc[i]
    if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith("self"):
        return None
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    told = {subject.i for subject in subjects(verb)}
    return next((p.cluster for p in reversed(past) if told & set(range(p.first, p.last))), None)


def _thing(text: Text, i: int, noun: str, past: list[Point]) -> Cluster | None:
    bodies = [p for p in past if p.cluster.kind is ActorKind.ORGANISATION]
    named = [p for p in bodies if any(noun in form.key for form in p.cluster.forms)]
    if named or noun not in wording().company_words:
        return _only(named)
    public = wording().public_bodies
    firms = [p for p in bodies if not any(public & set(form.key) for form in p.cluster.forms)]
    near = [p for p in firms if text.sentence[p.first] >= text.sentence[i] - 1]
    return _only(p for p in firms if p.cluster.company) or _only(firms) or _only(near)


def _body_before(text: Text, i: int, past: list[Point]) -> Cluster | None:
    """The body or country that "it" goes on with: "Acme was split in 2023. It had sales of $3bn"."""
    noun = antecedent(text.doc[i].head)
    if noun is None:
        return None
    for point in reversed(past):
        if point.first <= noun.i < point.last:
            bodies = (ActorKind.ORGANISATION, ActorKind.PLACE)
            return point.cluster if point.cluster.kind in bodies else None
    return None
