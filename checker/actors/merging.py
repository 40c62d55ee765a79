"""One actor for each real one: which ways of writing a name are the same name.

Candidates come from keys (last word by sound, first word, initials), never from all pairs. What is
alike is only proposed; given names, brackets in the text, and who is named in full beside it decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from checker.actors.forms import Form, kind_by
from checker.actors.names import Seen, initials
from checker.actors.wording import wording
from checker.keeping import kept
from checker.lots import Lots
from checker.model import ActorKind

_ALIKE, _GIVEN_ALIKE, _LONG_ENOUGH = 88.0, 85.0, 5


@dataclass(slots=True, eq=False)
class Cluster:
    """The forms of one actor."""

    kind: ActorKind
    forms: list[Form]
    seen: list[Seen] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    company: bool = False
    short: set[str] = field(default_factory=set)  # tickers and initials by which it goes
    country: str | None = None
    speaks_for: str | None = None  # country code
    called: str = ""  # how an actor without a name of its own is shown

    @property
    def main(self) -> Form:
        """The fullest form, of several the commonest."""
        return max(self.forms, key=lambda f: (len(f.key) > 1, len(f.seen), len(f.key), f.shown))

    def gender(self) -> str:
        """m, f or "" where neither honorific nor given name says."""
        words = wording()
        votes: Counter[str] = Counter(one.honorific for one in self.seen if one.honorific)
        if not votes:
            for form in self.forms:
                if len(form.key) > 1 and form.key[0] in words.gender:
                    votes[words.gender[form.key[0]]] += 1
        return max(votes, key=lambda g: (votes[g], g)) if votes else ""


@kept(65_536)
def sound(word: str) -> str:
    """A word as it sounds, so that transliterations of one name meet: Zelenskyy, Zelenskiy, Zelensky."""
    if len(word) < _LONG_ENOUGH - 1:
        return word
    for old, new in wording().sounds:
        word = word.replace(old, new)
    kept = [c for i, c in enumerate(word) if i == 0 or c != word[i - 1]]
    return "".join(kept)


def _given(word: str) -> str:
    return wording().given.get(word, word)


def merge_forms(forms: list[Form], defined: Iterable[tuple[Form, Form, str]]) -> list[Cluster]:
    """Clusters of the forms of more than one word, and of bodies and places; single surnames come later."""
    join = _Join(forms)
    _full_names(join, [f for f in forms if f.kind is ActorKind.PERSON and len(f.key) > 1])
    for long, short, reason in defined:
        join.unite(long, short, reason)
    _bodies(join, [f for f in forms if f.kind is ActorKind.ORGANISATION])
    return join.clusters()


class _Join:
    """Forms put together, with reasons and doubts."""

    def __init__(self, forms: list[Form]) -> None:
        self.forms = forms
        self._lots = Lots()
        self.reasons: dict[int, list[str]] = defaultdict(list)
        self.doubts: dict[int, list[str]] = defaultdict(list)

    def root(self, form: Form) -> int:
        """What stands for all that a form is put together with."""
        return self._lots.of(id(form))

    def unite(self, a: Form, b: Form, reason: str) -> None:
        if self.root(a) != self.root(b):
            self._lots.join(id(b), id(a))
            self.reasons[id(a)].append(reason)

    def doubt(self, a: Form, b: Form, why: str) -> None:
        for one, other in ((a, b), (b, a)):
            self.doubts[id(one)].append(f"{other.shown}: {why}")

    def clusters(self) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for form in self.forms:
            cluster = found.setdefault(self.root(form), Cluster(form.kind, []))
            cluster.forms.append(form)
            cluster.reasons += self.reasons[id(form)]
            cluster.doubts += self.doubts[id(form)]
        for cluster in found.values():
            cluster.kind = kind_by(sum((f.votes for f in cluster.forms), Counter()))
            cluster.country = next((f.country for f in cluster.forms if f.country), None)
            cluster.company = any(f.legal for f in cluster.forms)
        return list(found.values())


def _full_names(join: _Join, forms: list[Form]) -> None:
    by_surname: dict[str, list[Form]] = defaultdict(list)
    by_given: dict[str, dict[str, Form]] = defaultdict(dict)
    parts: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        by_surname[sound(form.key[-1])].append(form)
        by_given[_given(form.key[0])].setdefault(sound(form.key[-1]), form)
        size = len(form.key)
        for start in range(size):
            for stop in range(start + 2, size + 1):
                if stop - start < size:
                    parts[form.key[start:stop]].append(form)
    joined: dict[str, Form] = {}
    for form in forms:
        other = joined.setdefault("".join(form.key), form)
        if other is not form:
            join.unite(other, form, f"{form.shown} is {other.shown} but for spaces and hyphens")
    for group in by_surname.values():
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                reason = same_given(a.key, b.key)
                if reason:
                    join.unite(a, b, f"{a.shown} and {b.shown}: one surname, {reason}")
    for form in forms:
        holding = {join.root(f): f for f in parts.get(form.key, ())}
        if len(holding) == 1:
            whole = next(iter(holding.values()))
            join.unite(whole, form, f"{form.shown} is part of {whole.shown}")
    for known in by_given.values():
        _alike(join, list(known.values()))


def same_given(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """Why the given names of two full names of one surname are the same; None where they are not."""
    first, other = _given(a[0]), _given(b[0])
    if first == other or sound(first) == sound(other):
        if not _fits(a[1:-1], b[1:-1]):
            return None
        return "one given name" if a[0] == b[0] else f"{a[0].title()} is {b[0].title()}"
    if (len(first) == 1 or len(other) == 1) and first[0] == other[0]:
        return "the initial fits"
    if min(len(first), len(other)) >= _LONG_ENOUGH and first[0] + first[-1] == other[0] + other[-1]:
        score = ratio(first, other)
        if score >= _GIVEN_ALIKE:
            return f"given names {score:.0f} % alike"
    return None


def _fits(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether middle names agree one by one, an initial with any name it begins."""
    return all(
        sound(x) == sound(y) or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a, b, strict=False)
    )


def _alike(join: _Join, forms: list[Form]) -> None:
    """Surnames of one given name that are nearly the same word."""
    for i, a in enumerate(forms):
        for b in forms[i + 1 :]:
            one, other = a.key[-1], b.key[-1]
            if min(len(one), len(other)) < _LONG_ENOUGH or one[0] != other[0] or _together(a, b):
                continue
            score = ratio(sound(one), sound(other))
            if score >= _ALIKE:
                join.unite(a, b, f"{a.shown} and {b.shown}: one given name, surnames {score:.0f} % alike")


def _together(a: Form, b: Form) -> bool:
    """Whether one article has both: it would spell one name in one way."""
    return bool({s.article for s in a.seen} & {s.article for s in b.seen})


def _bodies(join: _Join, forms: list[Form]) -> None:
    words = wording()
    by_first: dict[str, list[Form]] = defaultdict(list)
    by_initials: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.key) > 1:
            by_first[form.key[0]].append(form)
            for letters in initials(form.key):
                by_initials[letters].append(form)
    for form in forms:
        if len(form.key) != 1:
            continue
        word = form.key[0]
        if len(word) > 1 and all(s.text.replace(".", "").isupper() for s in form.seen):
            whole = _one(join, _with_initials(by_initials.get(word, []), form))
            if whole is not None:
                join.unite(whole, form, f"{form.shown} has the initials of {whole.shown}, the only such name")
                continue
        if word in words.weak_firsts:
            continue
        longer = by_first.get(word, [])
        _shortened(join, form, longer)


def _with_initials(longer: list[Form], form: Form) -> list[Form]:
    """Names with these initials; two letters are too few unless both stand in one article."""
    if len(form.key[0]) > 2:
        return longer
    return [other for other in longer if _together(other, form)]


def _one(join: _Join, forms: list[Form]) -> Form | None:
    return forms[0] if len(set(map(join.root, forms))) == 1 else None


def _shortened(join: _Join, form: Form, longer: list[Form]) -> None:
    """ "Goldman" after "Goldman Sachs", but not "Apple" for "Apple Store"."""
    words = wording()
    plain = [f for f in longer if all(w in words.legal_forms or w in words.styles for w in f.key[1:])]
    whole = _one(join, plain) or (_one(join, longer) if not plain else None)
    if whole is None:
        for other in longer:
            join.doubt(form, other, "several names begin so")
        return
    first_long = _firsts(whole)
    first_short = _firsts(form)
    both = first_long.keys() & first_short.keys()
    named_after = whole.key[-1] in ("university", "college") and any(
        first_short[a] < first_long[a] for a in both
    )
    if whole in plain and not named_after and (both or longer == [whole]):
        join.unite(whole, form, f"{form.shown} is short for {whole.shown}")
    elif both == first_short.keys() and all(first_long[a] < first_short[a] for a in both):
        join.unite(whole, form, f"{form.shown} follows {whole.shown} in one article")
    else:
        join.doubt(form, whole, "begins so, but nothing says they are one")


def _firsts(form: Form) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in form.seen:
        found.setdefault(one.article, one.first)
    return found
