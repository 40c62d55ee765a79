"""Who a source is: the actor it names, or for a pronoun or a document the one who spoke last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.clauses import kids, stands_for
from checker.data import word_list
from checker.model import Actor, ActorKind, Article, Span, Speaker
from checker.statements.attribution import TIMES, Attribution
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

if TYPE_CHECKING:
    from checker.language import Token

_PEOPLE = word_list("pronouns", "masculine") | word_list("pronouns", "feminine")
_THINGS, _MANY, _OWN = (word_list("pronouns", key) for key in ("thing", "several", "writer"))
_TITLES = frozenset(("NOUN", "ADJ", "NUM", "PUNCT"))  # "retired general", before a name
_FARTHEST = 120  # tokens from a pronoun back to the subject that it may mean
_REMEMBERED = 8  # speakers


class Speakers:
    """Resolves sources in the order of the text; remembers who spoke."""

    def __init__(
        self, layout: Layout, article: Article, actors: ActorIndex, attributions: list[Attribution]
    ) -> None:
        self._layout = layout
        self._article = article
        self._actors = actors
        self._recent: list[tuple[Speaker, Token, Actor | None]] = []
        self._said = bytearray(len(layout.text) + 1)  # whose subjects are no speakers outside
        for attribution in attributions:
            for part in attribution.content if attribution.asserted else ():
                self._said[part.start : part.end] = b"\1" * (part.end - part.start)

    def publisher(self) -> Speaker | None:
        """Who narrates: the publisher, as an actor where the set speaks of it."""
        name = self._article.publisher
        if not name:
            return None
        plain = name.split()
        while len(plain) > 1 and plain[-1].lower() in reporting().documents:
            plain.pop()  # "Kremlin readout": the Kremlin
        known = {name, " ".join(plain)}
        actor = next(
            (a for a in self._actors.actors if a.name in known or not known.isdisjoint(a.names)), None
        )
        return Speaker(name, None, actor.id if actor else None)

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """The speaker of the next attribution; None where the text names no source."""
        if attribution.source is None or attribution.head is None:
            return None
        token = self._layout.doc[attribution.head]
        actor, name = self._resolve(token, attribution.source)
        speaker = Speaker(actor.name if actor else name, attribution.source, actor.id if actor else None)
        if stands_for(token).i == token.i and token.lower_ not in _OWN:
            self._recent = [(speaker, token, actor), *self._recent[: _REMEMBERED - 1]]
        return speaker

    def _resolve(self, token: Token, source: Span) -> tuple[Actor | None, str]:
        words, word = self._name(token, source), token.lower_
        if word in _PEOPLE or word in _THINGS or word in _MANY:
            return self._meant(token, words)
        if word in _OWN:
            return self._own(words)
        if any(child.dep_ == "conj" for child in token.rights):
            return None, words  # two together are neither of them
        actor = self._at(token)
        if actor is not None:
            return actor, actor.name
        named = self._beside(token, source)
        if named is not None:
            return named
        meant = stands_for(token)
        if meant.i != token.i:
            phrase = self._layout.span(meant.left_edge.i, meant.i)
            return self._at(meant), self._layout.text[phrase.start : phrase.end]
        if token.lemma_.lower() in reporting().documents:
            inside = self._actors.within(self._article.id, source)
            if inside:
                return inside[0], inside[0].name
            if self._recent and _definite(token):
                speaker, _, who = self._recent[0]
                return who, speaker.name
        for speaker, other, who in self._recent:
            if other.lemma_.lower() == token.lemma_.lower() and _definite(token) and not _definite(other):
                return who, speaker.name  # "a senior official", then "the official"
        return None, words

    def _name(self, token: Token, source: Span) -> str:
        """The words of a source without what is said of it after a comma or a relative pronoun."""
        words = self._layout.text[source.start : source.end]
        for i in range(token.i + 1, self._layout.token_at(source.end)):
            child = self._layout.doc[i]
            if child.dep_ in ("relcl", "appos", "acl") and child.left_edge.i > token.i:
                end = self._layout.doc[child.left_edge.i].idx
                return self._layout.text[source.start : end].rstrip(" ,—–-(") or words
        return words

    def _at(self, token: Token) -> Actor | None:
        return self._actors.at(self._article.id, Span(token.idx, token.idx + len(token.text)))

    def _beside(self, token: Token, source: Span) -> tuple[Actor | None, str] | None:
        """Whose role it is: who is named right behind it or behind a comma after it.

        "The economist Helga Brandt", "the head of the works council, Ana Ruiz".
        """
        doc, stop = self._layout.doc, self._layout.token_at(source.end)
        for before in (token.i, *(i for i in range(token.i + 1, stop) if doc[i].text == ",")):
            first = before + 1
            while first < stop and doc[first].pos_ in _TITLES and doc[first].text != ",":
                first += 1
            last = first
            while last < stop and doc[last].pos_ == "PROPN" and doc[last].ent_type_ not in TIMES:
                last += 1
            if first < last and (last == stop or doc[last].pos_ != "CCONJ"):
                span = self._layout.span(first, last - 1)
                actor = self._actors.at(self._article.id, span)
                if before == token.i or (actor is not None and actor.kind is not ActorKind.PLACE):
                    return actor, actor.name if actor else self._layout.text[span.start : span.end]
        return None

    def _own(self, words: str) -> tuple[Actor | None, str]:
        """Whom "we" means outside quotations: the publisher."""
        publisher = self.publisher()
        return (self._actors.get(publisher.actor or ""), publisher.name) if publisher else (None, words)

    def _meant(self, token: Token, words: str) -> tuple[Actor | None, str]:
        """Whom a pronoun means: the nearer of the last fitting subject and the last fitting speaker."""
        subject = self._subject_before(token)
        for speaker, other, who in self._recent:
            if other.i < token.i and _fits(token, other, who):
                if subject is not None and subject[0].i > other.i:
                    break
                actor = who or self._at(token)
                return actor, actor.name if actor else speaker.name
        actor = subject[1] if subject else self._at(token)
        return actor, actor.name if actor else words

    def _subject_before(self, token: Token) -> tuple[Token, Actor] | None:
        layout = self._layout
        inside = self._said[token.idx]
        for i in range(token.i - 1, max(-1, token.i - _FARTHEST), -1):
            other = layout.doc[i]
            if other.dep_ not in ("nsubj", "nsubjpass") or other.pos_ == "PRON":
                continue
            if self._said[other.idx] and not inside:
                continue
            actor = self._at(other)
            if actor is not None and _fits(token, other, actor):
                return other, actor
        return None


def _definite(token: Token) -> bool:
    return any(child.lower_ in word_list("pronouns", "definite") for child in token.lefts)


def _fits(pronoun: Token, other: Token, actor: Actor | None) -> bool:
    """Whether a pronoun may mean an earlier speaker: a person, a body, or several."""
    word = pronoun.lower_
    plural = other.tag_ in ("NNS", "NNPS") or bool(kids(other, "conj"))
    if word in _MANY:
        return plural or (actor is not None and actor.kind is ActorKind.ORGANISATION)
    person = actor.kind is ActorKind.PERSON if actor else other.ent_type_ in ("PERSON", "")
    return not plural and (person if word in _PEOPLE else not person or actor is None)
