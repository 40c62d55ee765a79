"""What fills a role: the head of a noun phrase, what narrows it, and the actor that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.clauses import kids
from checker.lexical import concepts
from checker.model import Article, Span
from checker.propositions.arguments import Argument
from checker.propositions.proposition import Filler, Keys

if TYPE_CHECKING:
    from checker.language import Token

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"})
_NARROWING = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


class Words:
    """The keys and fillers of the words of one article."""

    def __init__(self, article: Article, index: ActorIndex) -> None:
        self.article = article
        self._index = index
        self._keys: dict[int, Keys] = {}

    def key(self, token: Token) -> Keys:
        """The actor that a word names, else its concepts."""
        if token.i not in self._keys:
            self._keys[token.i] = self._key(token)
        return self._keys[token.i]

    def _key(self, token: Token) -> Keys:
        actor = self._index.at(self.article.id, span_of(token))
        if actor is not None:
            return frozenset({actor.id})
        if token.pos_ not in _CONTENT:
            return frozenset()
        if token.pos_ == "NUM" or token.like_num:
            return frozenset({f"#{token.lower_}"})
        return frozenset(f"w:{key}" for key in concepts.of_token(token))

    def filler(self, argument: Argument) -> Filler:
        head = argument.token
        named = self._named(head)
        lefts = [t for t in head.lefts if t.dep_ in _NARROWING]
        narrowing = [t for t in _phrase(head) if t.i != head.i]
        return Filler(
            role=argument.role,
            span=Span(min([head, *lefts], key=lambda t: t.i).idx, head.idx + len(head)),
            head=head.lemma_.lower(),
            pos=head.pos_,
            keys=self.key(head),
            narrowing=frozenset(key for t in narrowing for key in self.key(t)),
            words=tuple(t.lower_ for t in head.lefts if t.dep_ in ("amod", "compound", "nmod")),
            entity=named,
            preposition=argument.preposition,
            label=head.ent_type_ if head.pos_ == "PROPN" else "",
            number=next((t.lower_ for t in head.lefts if t.dep_ == "nummod" or t.like_num), ""),
            definite=any(t.lower_ == "the" for t in head.lefts),
            joined=argument.joined,
            loose=argument.loose,
        )

    def _named(self, head: Token) -> str | None:
        """The actor that a head names, or the one beside it: "the captain, Siya Kolisi"."""
        beside = [t for t in head.rights if t.dep_ == "appos" and t.pos_ == "PROPN"]
        found = (self._index.at(self.article.id, span_of(t)) for t in (head, *beside))
        return next((actor.id for actor in found if actor is not None), None)


def span_of(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _phrase(head: Token) -> Iterator[Token]:
    """The words of a noun phrase: the head, what stands before it, beside it and behind its prepositions."""
    yield head
    for child in head.children:
        if child.dep_ in _NARROWING:
            yield child
            yield from kids(child, "compound", "amod")
        elif child.dep_ == "appos":
            yield child
        elif child.dep_ == "prep":
            yield from (t for inside in kids(child, "pobj") for t in _phrase(inside))
