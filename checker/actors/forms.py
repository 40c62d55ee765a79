"""What kind of thing a name names, decided over the whole set and never by one mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.actors.names import Seen
from checker.actors.wording import Wording, wording
from checker.lexical.gazetteer import gazetteer
from checker.model import ActorKind

_VOTES = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "NORP": ActorKind.ORGANISATION,
}


@dataclass(slots=True)
class Form:
    """One way of writing a name, with every place where it stands so."""

    key: tuple[str, ...]
    seen: list[Seen] = field(default_factory=list)
    country: str | None = None
    metonym: str | None = None
    votes: Counter[ActorKind] = field(default_factory=Counter)
    legal: bool = False

    @property
    def kind(self) -> ActorKind:
        return kind_by(self.votes)

    @property
    def shown(self) -> str:
        """As it is written most often."""
        texts = Counter(seen.text for seen in self.seen)
        return max(texts, key=lambda text: (texts[text], len(text), text))


def kind_by(votes: Counter[ActorKind]) -> ActorKind:
    """The kind with most votes, of several the first; without a vote a body."""
    order = list(ActorKind)
    return max(votes, key=lambda kind: (votes[kind], -order.index(kind)), default=ActorKind.ORGANISATION)


def make_forms(seen: Sequence[Seen]) -> list[Form]:
    """Mentions by key, in order of first appearance, with the votes for their kind."""
    words, table = wording(), gazetteer()
    forms: dict[tuple[str, ...], Form] = {}
    for one in seen:
        joined = " ".join(one.key)
        country = table.names.get(joined)
        if joined == "us" and one.text not in ("US", "U.S.", "US.", "U.S"):
            continue
        if country is None and joined in table.demonyms:
            continue
        key = ("", country) if country is not None else one.key
        form = forms.setdefault(key, Form(key, country=country))
        form.seen.append(one)
        form.metonym = words.metonyms.get(joined)
        _vote(form, one, words)
    return list(forms.values())


def _vote(form: Form, one: Seen, words: Wording) -> None:
    if one.label in _VOTES:
        form.votes[_VOTES[one.label]] += 2
    if form.country is not None:
        form.votes[ActorKind.PLACE] += 100
        return
    first, last, several = one.key[0], one.key[-1], len(one.key) > 1
    legal = one.text.lower().rstrip(".").split()[-1] in words.legal_forms
    form.legal |= legal
    body = form.metonym is not None or (several and not words.bodies.isdisjoint((first, last)))
    place = last in words.place_words or first in words.place_firsts
    known = first in words.gender, first in words.given
    named = any(known) and one.label != "ORG" if several else False
    for kind, weight, holds in (
        (ActorKind.PLACE, 9, " ".join(one.key) in gazetteer().capitals),
        (ActorKind.PERSON, 6, one.titled),
        (ActorKind.PERSON, 8, one.honorific is not None),
        (ActorKind.ORGANISATION, 8, legal),
        (ActorKind.ORGANISATION, 6, body),
        (ActorKind.PLACE, 6, place and several and not body),
        (ActorKind.PERSON, 2, named or (len(one.key) in (2, 3) and known[0])),
    ):
        if holds:
            form.votes[kind] += weight
