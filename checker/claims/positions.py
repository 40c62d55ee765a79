"""Who stands how to what: the positions of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.cues import Cues, event_commitment
from checker.cues.lexicon import lexicon
from checker.data import word_list
from checker.lexical import concepts
from checker.model import Article, Modality, Span, Value
from checker.propositions.things import words_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

_NOT_SO_FAR = frozenset({Modality.PROPOSED, Modality.CONDITIONAL, Modality.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Position:
    """Where someone stands: agreed to, rejected, proposed … a thing or an act."""

    article: Article
    sentence: Span
    span: Span  # from the cue to the thing
    holders: frozenset[str]  # ids of actors
    holder_words: str
    stance: str
    negated: bool  # the act is one not to be done: "agreed not to strike"
    real: bool  # not merely proposed, possible or conditional
    open: bool  # a matter of talks, or under consideration
    act: frozenset[str]  # concepts of the act, if it is towards one
    thing: frozenset[str]
    modifiers: frozenset[str]
    measured: tuple[Value, ...] = ()  # "a 30-day truce"
    contents: frozenset[str] = frozenset()  # "a pause in strikes"


def find_positions(
    doc: Doc, article: Article, cues: Cues, index: ActorIndex, values: Sequence[Value] = ()
) -> list[Position]:
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
            stance = lexicon().stances[said.stance]
            for chain in _chains(_patients(token)[0] if token.pos_ == "VERB" and _patients(token) else token):
                stretch = _stretch([doc[cue.anchor], token, *chain])
                narrowing, behind = [m for noun in chain for m in _modifiers(noun)], _behind(chain[-1])
                measured = [
                    v for v in values if any(v.span.overlaps(_span(t)) for t in (*narrowing, *behind))
                ]
                words = [t for t in narrowing if not any(v.span.overlaps(_span(t)) for v in measured)]
                others = [t for t in behind if not any(v.span.overlaps(_span(t)) for v in measured)]
                position = Position(
                    article=article,
                    sentence=_sentence(token),
                    span=stretch,
                    holders=_holders(doc, article, said.holder, index),
                    holder_words=article.words(said.holder),
                    stance=said.stance,
                    negated=said.negated,
                    real=said.modality not in _NOT_SO_FAR,
                    open=stance.position == _UNDECIDED and said.modality is stance.modality,
                    act=concepts.of_token(token)
                    if token.pos_ == "VERB" and not _agrees(token)
                    else frozenset(),
                    thing=frozenset(c for noun in chain for c in concepts.of_token(noun)),
                    modifiers=frozenset(t.lemma_.lower() for t in words),
                    measured=tuple(measured),
                    contents=frozenset(t.lemma_.lower() for t in others if t.pos_ == "NOUN"),
                )
                found.append(_resolved(position, chain[0], found))
    return found


_UNDECIDED = frozenset({"undecided"})


def _chains(noun: Token) -> list[list[Token]]:
    """The nouns from that of a proposal, a deal or talks down to each of those that it is about."""
    stances = lexicon().stances
    entries = [e for e in lexicon().nouns.get(noun.lemma_.lower(), ()) if e.kind == "stance"]
    leading = {p for e in entries if "no" not in stances[e.value].position for p in e.prepositions}
    if noun.lemma_.lower() in words_of("carrying_out"):
        leading.add("of")
    inner = [t for t in _behind(noun) if t.pos_ == "NOUN" and t.head.lower_ in leading]
    return [[noun, *chain] for t in _with_conjuncts(inner) for chain in _chains(t)] or [[noun]]


def _behind(noun: Token) -> list[Token]:
    """What prepositions join to a noun, or to the verb right behind it: "sign a deal on a truce"."""
    joined = [*noun.children, *(t for t in noun.head.children if t.i == noun.i + 1)]
    return [t for p in joined if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]


def _agrees(verb: Token) -> bool:
    """Whether a verb is only that of saying yes: to refuse to sign a deal is to refuse the deal."""
    entries = lexicon().verbs.get(verb.lemma_.lower(), ())
    return any(e.kind == "stance" and e.value == "agreed" and not e.tail for e in entries)


def _holders(doc: Doc, article: Article, holder: Span, index: ActorIndex) -> frozenset[str]:
    """Those who hold a position: each of "Trump and Putin", who may be "the two leaders" further on."""
    span = doc.char_span(holder.start, holder.end, alignment_mode="expand")
    named = index.at(article.id, holder)
    if span is None or named is not None:
        others = _actors(list(span.root.conjuncts), article, index) if span is not None else frozenset()
        return others | ({named.id} if named else frozenset())
    if span.root.lemma_.lower() not in words_of("taking_up") or span.root.tag_ != "NNS":
        return frozenset()
    for token in reversed(doc[: span.start]):
        both = _actors([token, token.head], article, index) if token.dep_ == "conj" else frozenset()
        if len(both) > 1:
            return both
    return frozenset()


def _resolved(position: Position, thing: Token, before: list[Position]) -> Position:
    """ "They welcomed the deal. The regulator approved it": it is what the last stance was about."""
    if thing.lower_ not in _POINTING or not before or position.act:
        return position
    last = before[-1]
    apart = position.article.text[last.sentence.end : position.sentence.start]
    if last.span.overlaps(position.span) or apart.strip() or last.thing & _UNTOLD:
        return position
    return replace(
        position,
        act=last.act,
        thing=last.thing,
        modifiers=last.modifiers,
        measured=last.measured,
        contents=last.contents,
    )


_POINTING = frozenset({"it", "this", "them", "these"})
_UNTOLD = frozenset(f"n:{word}" for word in (*_POINTING, "which", "that", "what"))


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


def _modifiers(thing: Token) -> Iterator[Token]:
    for child in thing.children:
        if child.lower_ in word_list("topics", "planned") or child.dep_ not in ("amod", "compound", "nmod"):
            continue
        yield child
        yield from child.conjuncts
        yield from (c for c in child.children if c.dep_ in ("compound", "amod", "npadvmod", "nummod"))


def _sentence(token: Token) -> Span:
    return Span(token.sent.start_char, token.sent.end_char)


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _stretch(tokens: list[Token]) -> Span:
    return Span(min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens))
