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


def make_forms(seen: Sequence[Seen], titled: set[Seen]) -> list[Form]:
    """Mentions by key, in order of first appearance, with the votes for their kind."""
    words, table = wording(), gazetteer()
    forms: dict[tuple[str, ...], Form] = {}
    for one in seen:
        joined = " ".join(one.key)
        country = table.names.get(joined)
        if country == "US" and joined == "us" and one.text not in ("US", "U.S.", "US.", "U.S"):
            continue
        if country is None and joined in table.demonyms:
            continue
        key = ("", country) if country is not None else one.key
        form = forms.setdefault(key, Form(key, country=country))
        form.seen.append(one)
        form.metonym = words.metonyms.get(joined)
        _vote(form, one, one in titled, words)
    return list(forms.values())


def _vote(form: Form, one: Seen, titled: bool, words: Wording) -> None:
    if one.label in _VOTES:
        form.votes[_VOTES[one.label]] += 2
    if form.country is not None:
        form.votes[ActorKind.PLACE] += 100
        return
    if " ".join(one.key) in gazetteer().capitals:
        form.votes[ActorKind.PLACE] += 9
    if titled or one.titled:
        form.votes[ActorKind.PERSON] += 6
    if one.honorific is not None:
        form.votes[ActorKind.PERSON] += 8
    last = one.text.lower().rstrip(".").split()[-1]
    if last in words.legal_forms and len(one.key) < len(one.text.split()):
        form.votes[ActorKind.ORGANISATION] += 8
        form.legal = True
    if form.metonym or (len(one.key) > 1 and (one.key[-1] in words.bodies or one.key[0] in words.bodies)):
        form.votes[ActorKind.ORGANISATION] += 6
    elif len(one.key) > 1 and (one.key[-1] in words.place_words or one.key[0] in ("mount", "lake")):
        form.votes[ActorKind.PLACE] += 6
    known = one.key[0] in words.gender, one.key[0] in words.given
    if (len(one.key) > 1 and any(known) and one.label != "ORG") or (len(one.key) in (2, 3) and known[0]):
        form.votes[ActorKind.PERSON] += 2
