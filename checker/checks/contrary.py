"""One account says that it was done, another that it was not, or that the opposite was done.

Held against each other are deeds of two accounts that are done to the same thing by the same one, as far
as both say: "approved the application" and "turned it down", "no plants will be closed" and "two plants
are to be closed", "the ruling is final" and "will appeal against the ruling". What is proposed, asked for
or conditional is no deed, and an account that tells both sides tells of two moments. What moves with time
("not yet", rises and falls) counts only where both say when, or give the same figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import combinations, product
from typing import Literal

from checker import concepts, lexicon
from checker.claims.deeds import Deed
from checker.data import load
from checker.judging.fingerprints import fingerprint
from checker.model import Evidence, Finding, Modality, Relation, Role, Severity, Verdict
from checker.readings import Reading, SetReading
from checker.rules.rule import Rule
from checker.tellings import Keys, Tellings, tellings

_SAID = frozenset({Modality.FACT, Modality.FUTURE, Modality.FORECAST})
_AGAINST = frozenset({"rejected", "denied", "banned"})
_OPEN = frozenset({"considered", "proposed", "demanded", "opposed", "undecided", "postponed", "ended", "withheld", "open"})
_TELLING = 1.5  # weight of what two deeds are done to
_MUCH = 4.0  # the same, where a pronoun of which nobody is known does it
_ALIKE = 5.0  # weight of two whole sentences, where they do not say to what it was done
_ONE_TIME = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class _Pair:
    ones: Reading
    others: Reading
    a: Deed
    b: Deed
    why: str

    @property
    def drafted(self) -> bool:
        return Role.DRAFT in (self.ones.article.role, self.others.article.role)


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    told = tellings(reading)
    pairs = [p for x, y in combinations(reading.articles, 2) for p in _contrary(told, x, y)]
    used: set[tuple[str, int]] = set()
    for pair in sorted(pairs, key=lambda p: not p.drafted):
        ends = {(d.article.id, d.sentence.start) for d in (pair.a, pair.b)}
        if not ends & used:
            yield _finding(rule, pair)
        used |= ends


def _contrary(told: Tellings, x: Reading, y: Reading) -> Iterator[_Pair]:
    for a, b in product(x.deeds, y.deeds):
        if _is_denied(a) != _is_denied(b) and _one_deed(a, b):
            no, yes = (a, b) if _is_denied(a) else (b, a)
            if _denies(told, no, yes) and not _mixed(x, y, a, b):
                yield _Pair(x, y, a, b, "one denies what the other tells")
        elif _excludes(a, b) and _plain(a) and _plain(b) and a.negated == b.negated:
            if _on_one_thing(told, a, b) and not _tells_both(x, y, a, b):
                yield _Pair(x, y, a, b, "the two exclude each other")


def _one_deed(a: Deed, b: Deed) -> bool:
    """Whether two words tell one deed: one word, or the verb and its noun."""
    if a.lemma == b.lemma or not concepts.same(a.keys, b.keys):
        return a.lemma == b.lemma
    pos = ["n" if d.noun else "v" for d in (a, b)]
    if a.noun == b.noun:
        return lexicon.synonyms(a.lemma, b.lemma, pos[0])
    return lexicon.derived(a.lemma, pos[0], b.lemma, pos[1]) or lexicon.derived(b.lemma, pos[1], a.lemma, pos[0])


def _is_denied(deed: Deed) -> bool:
    if deed.pending:
        return True
    if deed.modality not in _SAID or not deed.flat:
        return False
    return deed.negated or (deed.noun and deed.stance in _AGAINST)


def _plain(deed: Deed) -> bool:
    """Whether a deed is told as done or to be done, by itself."""
    return deed.modality in _SAID and deed.flat and not deed.pending and deed.stance not in _OPEN


def _denies(told: Tellings, no: Deed, yes: Deed) -> bool:
    light = _words("light")
    if yes.negated or not _plain(yes) or yes.stance in _AGAINST or no.lemma in light or yes.lemma in light:
        return False
    if no.noun and yes.noun and no.stance is None and not no.negated and not no.pending:
        return False
    words = f" {no.article.words(no.sentence).lower()} "
    if not no.pending and any(f" {word} " in words.replace(",", " ").replace(".", " ") for word in _words("for_now")):
        return False
    return _on_one_thing(told, no, yes) and (not no.pending or (yes.modality is Modality.FACT and _at_once(no, yes)))


def _at_once(a: Deed, b: Deed) -> bool:
    one, other = a.article.published, b.article.published
    return one is None or other is None or abs(one - other) <= _ONE_TIME


def _excludes(a: Deed, b: Deed) -> bool:
    ours, theirs = _side(a), _side(b)
    return any(theirs.get(group, side) != side for group, side in ours.items())


def _side(deed: Deed) -> dict[int, int]:
    """The lists that a deed stands in, by itself or with its object, and on which side of each."""
    if deed.noun:
        return {}
    sides = dict(_sides().get(deed.lemma, {}))
    for head in deed.heads:
        sides.update(_sides().get(f"{deed.lemma} {head.rsplit(':', 1)[-1]}", {}))
    return sides


@lru_cache(maxsize=1)
def _sides() -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for number, groups in enumerate(load("deeds")["opposed"]):
        for side, verbs in enumerate(groups):
            for verb in verbs:
                found.setdefault(verb, {})[number] = side
    return found


def _on_one_thing(told: Tellings, a: Deed, b: Deed) -> bool:
    """Whether two deeds are done to the same thing by the same one, as far as both say."""
    if _clash(a.subject, b.subject) or _clash(a.object, b.object):
        return False
    whole = told.common(_everything(a), _everything(b))
    measured = {a.lemma, b.lemma} <= _words("measured")
    if measured:
        return any(key.startswith("=") for key in whole.keys) and bool(told.common(a.subject, b.subject).keys)
    if a.heads and b.heads:
        heads = told.common(a.heads, b.heads).keys
        told_enough = told.common(a.object, b.object).weight >= (_MUCH if a.untold or b.untold else _TELLING)
        return bool(heads) and told_enough
    subjects = told.common(a.subject, b.subject)
    return bool(subjects.keys) and whole.weight >= _ALIKE


def _everything(deed: Deed) -> Keys:
    return deed.subject | deed.object | deed.around


def _clash(a: Keys, b: Keys) -> bool:
    """Whether both name somebody, and nobody in common."""
    ours, theirs = _actors(a), _actors(b)
    return bool(ours and theirs) and not ours & theirs


def _actors(keys: Keys) -> frozenset[str]:
    return frozenset(key.rsplit("-", 1)[-1].rsplit(":", 1)[-1] for key in keys if not key.startswith(("w:", "#", "=")))


def _mixed(x: Reading, y: Reading, a: Deed, b: Deed) -> bool:
    """Whether one of the accounts both tells and denies it: then it tells of two moments or two things."""
    for item, deed in ((x, a), (y, b)):
        denied = _is_denied(deed)
        others = (d for d in item.deeds if d is not deed and concepts.same(d.keys, deed.keys))
        if any(_is_denied(d) != denied and (_plain(d) or _is_denied(d)) for d in others):
            return True
    return False


def _tells_both(x: Reading, y: Reading, a: Deed, b: Deed) -> bool:
    """Whether one of the accounts has both sides."""
    pairs = ((x, a), (y, b))
    return any(_excludes(d, deed) and bool(d.heads & deed.heads or not d.heads) for item, deed in pairs for d in item.deeds)


def _finding(rule: Rule, pair: _Pair) -> Finding:
    sides = [(pair.ones, pair.a), (pair.others, pair.b)]
    if pair.others.article.role is Role.DRAFT:
        sides.reverse()
    between: Literal["draft-source", "source-source"] = "draft-source" if pair.drafted else "source-source"
    evidence = tuple(_evidence(item, deed, n) for n, (item, deed) in enumerate(sides))
    shown = [f"{e.said_by}: “{e.text}”" for e in evidence]
    return Finding(
        rule=rule.id,
        severity=rule.severity_for(Relation.DISJOINT, between) or Severity.WARNING,
        relation=Relation.DISJOINT,
        verdict=Verdict.CONTRADICTION,
        message=" — ".join(shown),
        evidence=evidence,
        fingerprint=fingerprint(rule.id, pair.a.lemma, (e.text for e in evidence)),
        reasons=(pair.why,),
    )


def _evidence(item: Reading, deed: Deed, side: int) -> Evidence:
    holders: Sequence[str] = [s.speaker.name for s in item.statements if s.covers(deed.span) and s.speaker is not None]
    return Evidence(item.article, deed.span, deed.sentence, holders[-1] if holders else None, deed.lemma, side)


@lru_cache(maxsize=10)
def _words(key: str) -> frozenset[str]:
    return frozenset(load("deeds")[key])
