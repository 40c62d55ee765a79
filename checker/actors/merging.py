"""One actor for each real one: which ways of writing a name are the same name.

Candidates come from keys (last word by sound, first word, initials), never from all pairs. What is
alike is only proposed; given names, brackets in the text, and who is named in full beside it decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from checker.actors.forms import Form
from checker.actors.names import Seen, initials
from checker.actors.wording import wording
from checker.model import ActorKind

_LONG_ENOUGH = 4  # letters of a word that may sound like another


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


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word as it sounds, so that transliterations of one name meet: Zelenskyy, Zelenskiy, Zelensky."""
    if len(word) < _LONG_ENOUGH:
        return word
    for old, new in wording().sounds:
        word = word.replace(old, new)
    kept = [c for i, c in enumerate(word) if i == 0 or c != word[i - 1]]
    return "".join(kept)


def _given(word: str) -> str:
    return wording().given.get(word, word)


def merge_forms(forms: list[Form]) -> list[Cluster]:
    """Clusters of the forms of more than one word, and of bodies and places; single surnames come later."""
    join = _Join(forms)
    _full_names(join, [f for f in forms if f.kind is ActorKind.PERSON and len(f.key) > 1])
    _bodies(join, [f for f in forms if f.kind is ActorKind.ORGANISATION])
    return join.clusters()


class _Join:
    """Union-find over forms, keeping reasons and doubts."""

    def __init__(self, forms: list[Form]) -> None:
        self.forms = forms
        self.parent = {id(f): f for f in forms}
        self.reasons: dict[int, list[str]] = defaultdict(list)
        self.doubts: dict[int, list[str]] = defaultdict(list)

    def root(self, form: Form) -> Form:
        while self.parent[id(form)] is not form:
            self.parent[id(form)] = self.parent[id(self.parent[id(form)])]
            form = self.parent[id(form)]
        return form

    def unite(self, a: Form, b: Form, reason: str) -> None:
        one, other = self.root(a), self.root(b)
        if one is not other:
            self.parent[id(other)] = one
            self.reasons[id(a)].append(reason)

    def doubt(self, a: Form, b: Form, why: str) -> None:
        for one, other in ((a, b), (b, a)):
            self.doubts[id(one)].append(f"{other.shown}: {why}")

    def clusters(self) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for form in self.forms:
            root = self.root(form)
            cluster = found.setdefault(id(root), Cluster(root.kind, []))
            cluster.forms.append(form)
            cluster.reasons += self.reasons[id(form)]
            cluster.doubts += self.doubts[id(form)]
        for cluster in found.values():
            votes: Counter[ActorKind] = sum((f.votes for f in cluster.forms), Counter())
            order = list(ActorKind)
            cluster.kind = max(votes, key=lambda k: (votes[k], -order.index(k)), default=cluster.kind)
            cluster.country = next((f.country for f in cluster.forms if f.country), None)
            cluster.company = any(f.legal for f in cluster.forms)
        return list(found.values())


def _full_names(join: _Join, forms: list[Form]) -> None:
    by_surname: dict[str, list[Form]] = defaultdict(list)
    parts: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        by_surname[sound(form.key[-1])].append(form)
        size = len(form.key)
        for start in range(size):
            for stop in range(start + 2, size + 1):
                if stop - start < size:
                    parts[form.key[start:stop]].append(form)
    for group in by_surname.values():
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if reason := _same_given(a, b):
                    join.unite(a, b, reason)
    for form in forms:
        holding = {id(join.root(f)): f for f in parts.get(form.key, ())}
        if len(holding) == 1:
            whole = next(iter(holding.values()))
            join.unite(whole, form, f"{form.shown} is part of {whole.shown}")


def _same_given(a: Form, b: Form) -> str | None:
    """Why two full names of one surname have one given name, in words; None where they have two."""
    first, other = _given(a.key[0]), _given(b.key[0])
    alike = first == other or sound(first) == sound(other)
    if alike and all(map(_fits, a.key[1:-1], b.key[1:-1])):
        return f"{a.shown} and {b.shown}: one surname, one given name"
    return None


def _fits(a: str, b: str) -> bool:
    """Whether two middle names may be one, an initial with any name that it begins."""
    return sound(a) == sound(b) or (1 in (len(a), len(b)) and a[0] == b[0])


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
            whole = _one(join, by_initials.get(word, []))
            if whole is not None:
                join.unite(whole, form, f"{form.shown} has the initials of {whole.shown}, the only such name")
                continue
        if word in words.weak_firsts:
            continue
        longer = by_first.get(word, [])
        _shortened(join, form, longer)


def _one(join: _Join, forms: list[Form]) -> Form | None:
    return forms[0] if len({id(join.root(f)) for f in forms}) == 1 else None


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
    if whole in plain and (both or longer == [whole]):
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
