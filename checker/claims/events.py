"""Who did what to whom, and who stands how to what: the predicates and positions of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import concepts
from checker.actors import ActorIndex
from checker.cues import Cues, event_commitment
from checker.data import load
from checker.model import Article, Modality, Span

if TYPE_CHECKING:
    from checker.language import Doc, Token

_NOT_SO_FAR = frozenset({Modality.PROPOSED, Modality.CONDITIONAL, Modality.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with those who take part: who did what to whom."""

    article: Article
    sentence: Span
    span: Span  # the predicate's word
    lemma: str
    concepts: frozenset[str]
    agents: frozenset[str]  # ids of actors
    patients: frozenset[str]
    negated: bool
    real: bool  # not merely proposed, possible or conditional
    agent_words: str = ""
    patient_words: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where someone stands: agreed to, rejected, proposed … a thing or an act."""

    article: Article
    sentence: Span
    span: Span  # from the cue to the thing
    holder: str | None  # id of an actor
    holder_words: str
    stance: str
    negated: bool  # the act is one not to be done: "agreed not to strike"
    real: bool
    act: frozenset[str]  # concepts of the act, if it is towards one
    thing: frozenset[str]
    modifiers: frozenset[str]


@lru_cache(maxsize=1)
def _idle_verbs() -> frozenset[str]:
    return frozenset(load("topics")["linking_verbs"])


def find_events(doc: Doc, article: Article, cues: Cues, index: ActorIndex) -> list[Event]:
    """Every predicate that says something of named actors, in the order of the text."""
    found = []
    for token in doc:
        if token.pos_ != "VERB" or token.dep_ in ("aux", "amod", "compound") or token.lemma_ in _idle_verbs():
            continue
        agents, patients = _agents(token), _patients(token)
        by, to = _actors(agents, article, index), _actors(patients, article, index)
        if not by and not to:
            continue
        said = event_commitment(cues, token.i)
        found.append(
            Event(
                article=article,
                sentence=_sentence(token),
                span=_span(token),
                lemma=token.lemma_.lower(),
                concepts=concepts.of_token(token),
                agents=by,
                patients=to,
                negated=said.negated,
                real=said.modality not in _NOT_SO_FAR,
                agent_words=_words(agents),
                patient_words=_words(patients),
            )
        )
    return found


def find_positions(doc: Doc, article: Article, cues: Cues, index: ActorIndex) -> list[Position]:
    """Every stance of a named actor towards a thing or an act, in the order of the text."""
    found: list[Position] = []
    for cue in cues.found:
        if cue.entry.kind != "stance" or cue.anchor in cues.leading_to:
            continue  # of a stance towards a stance ("ordered to review the rules") the outer one counts
        for content in cue.content:
            said = event_commitment(cues, content)
            token = doc[content]
            if said.stance is None or said.holder is None:
                continue
            holder = index.at(article.id, said.holder)
            thing = _patients(token)[0] if token.pos_ == "VERB" and _patients(token) else token
            position = Position(
                article=article,
                sentence=_sentence(token),
                span=_stretch([doc[cue.anchor], token, thing]),
                holder=holder.id if holder else None,
                holder_words=article.words(said.holder),
                stance=said.stance,
                negated=said.negated,
                real=said.modality not in _NOT_SO_FAR,
                act=concepts.of_token(token) if token.pos_ == "VERB" else frozenset(),
                thing=concepts.of_token(thing),
                modifiers=frozenset(_modifiers(thing)),
            )
            found.append(_resolved(position, thing, found))
    return found


def _resolved(position: Position, thing: Token, before: list[Position]) -> Position:
    """ "They welcomed the deal. The regulator approved it": it is what the last stance was about."""
    if thing.lower_ not in _POINTING or not before or position.act:
        return position
    last = before[-1]
    apart = position.article.text[last.sentence.end : position.sentence.start]
    if last.span.overlaps(position.span) or apart.strip() or last.thing & _UNTOLD:
        return position
    return replace(position, act=last.act, thing=last.thing, modifiers=last.modifiers)


_POINTING = frozenset({"it", "this", "them", "these"})
_UNTOLD = frozenset(f"n:{word}" for word in (*_POINTING, "which", "that", "what"))


@lru_cache(maxsize=1)
def _planned() -> frozenset[str]:
    return frozenset(load("topics")["planned"])


def _agents(verb: Token) -> list[Token]:
    found = [t for t in verb.children if t.dep_ == "nsubj"]
    for by in verb.children:
        if by.dep_ == "agent":
            found += [t for t in by.children if t.dep_ == "pobj"]
    shares = verb.dep_ in ("xcomp", "conj", "advcl") and verb.head.pos_ in ("VERB", "AUX")
    if not found and shares and not any(t.dep_ == "nsubjpass" for t in verb.children):
        found = [t for t in verb.head.children if t.dep_ == "nsubj"]
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBG":
        found = [verb.head]
    if verb.dep_ == "relcl":
        found = [verb.head if t.lower_ in ("who", "which", "that") else t for t in found]
    return _with_conjuncts(found)


def _patients(verb: Token) -> list[Token]:
    found = [t for t in verb.children if t.dep_ in ("dobj", "nsubjpass", "dative")]
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBN":
        found = [verb.head]
    if verb.dep_ == "relcl":
        found = [verb.head if t.lower_ in ("who", "which", "that", "whom") else t for t in found]
    return _with_conjuncts(found)


def _with_conjuncts(tokens: list[Token]) -> list[Token]:
    return [t for token in tokens for t in (token, *token.conjuncts)]


def _actors(tokens: list[Token], article: Article, index: ActorIndex) -> frozenset[str]:
    found = (index.at(article.id, Span(t.idx, t.idx + len(t))) for t in tokens)
    return frozenset(actor.id for actor in found if actor is not None)


def _modifiers(thing: Token) -> Iterator[str]:
    for child in thing.children:
        if child.lower_ in _planned():
            continue
        if child.dep_ in ("amod", "compound", "nmod") and child.pos_ != "NUM":
            yield child.lemma_.lower()
            yield from (c.lemma_.lower() for c in child.conjuncts)
            yield from (
                c.lemma_.lower() for c in child.children if c.dep_ in ("compound", "amod", "npadvmod")
            )


def _sentence(token: Token) -> Span:
    return Span(token.sent.start_char, token.sent.end_char)


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _stretch(tokens: list[Token]) -> Span:
    return Span(min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens))


def _words(tokens: list[Token]) -> str:
    return ", ".join(t.text for t in tokens)
