"""The thing of a value that stands under a verb: the verb itself, its subject, object or purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lexical import concepts
from checker.model import Kind, Value
from checker.pronouns import antecedent
from checker.topics.lengths import act_timed
from checker.topics.verbs import has_subject, links, predicate_of, subject_of
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token

TIMED = frozenset({Kind.DATE, Kind.TIME})


def of_verb(value: Value, verb: Token, token: Token, node: Token, within: set[int]) -> Token | None:
    """What a value that stands under a verb is a value of: the verb, or what it is said of."""
    if value.kind is Kind.DURATION:
        at = _instrument(verb, node, within) if verb.lemma_.lower() == "take" else None
        if (timed := at or act_timed(node, verb, within)) is not None:
            return timed  # "two hours on the telephone to arrive at a result"
    if value.change is None and (paid := _paid_as(node, within)) is not None:
        return paid
    own = concepts.more_than_verb(verb)  # "take over for $2bn" sets nothing at $2bn
    sets = verb.lemma_.lower() in words_of("setting_verbs") or token.head.lower_ in words_of("complements")
    if sets and token.dep_ == "pobj" and not own:
        set_down = [t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and t.i not in within]
        if set_down:
            return set_down[0]  # "officials put the death toll at 288", "listed the injured as 31"
    if value.kind not in TIMED and verb.lemma_.lower() in words_of("spending_verbs"):
        return _purpose(verb, within) or verb
    worth = value.kind is Kind.MONEY and verb.lemma_.lower() in words_of("worth_verbs")
    if value.kind is Kind.DURATION and any(concepts.type_of(c) == "state" for c in concepts.of_token(verb)):
        return verb  # "the driver got six years": it is the term that is so long
    if links(verb) or worth:
        return _said_of(value, verb, token, node, within)
    if node.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and not has_subject(verb, node):
        return None
    return verb


def _said_of(value: Value, verb: Token, token: Token, node: Token, within: set[int]) -> Token | None:
    """What a verb that only ties a value to its subject says it of."""
    if value.kind is Kind.DURATION and _reckoned_from(token, verb):
        return _instrument(verb, node, within)  # "reached a deal after 30 hours at the table"
    subject = subject_of(verb, node) or antecedent(verb)
    told = f"v:{verb.lemma_.lower()}" in words_of("reporting_concepts") or verb.pos_ != "VERB"
    if value.kind in TIMED and not told and (subject is None or _just_a_name(subject)):
        return event_among(verb) or verb  # a firm has no day, but what it does on one has
    if subject is not None or value.kind is Kind.MEASURE:
        return subject
    return _instrument(verb, node, within) or event_among(verb)


def stands_in(node: Token, thing: Token) -> bool:
    """Whether a thing is that of a value only because a pronoun stands for it."""
    verb = predicate_of(node)
    found = antecedent(verb) if verb is not None else None
    return found is not None and found.i == thing.i


def _just_a_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN" and not any(concepts.type_of(c) for c in concepts.of_token(noun))


def _reckoned_from(token: Token, verb: Token) -> bool:
    """Whether a length of time only says how long after or before something else it came to pass."""
    reckoned = token.dep_ == "pobj" and token.head.lower_ in ("after", "before", "following")
    return reckoned and token.head.head.i == verb.i


def _paid_as(node: Token, within: set[int]) -> Token | None:
    """The bare noun right behind an object: "took in $94.9 billion in revenue", "paid $3m in fines"."""
    after = max(within, default=node.i) + 1
    if node.dep_ != "dobj" or after >= len(node.doc) or node.doc[after].lower_ != "in":
        return None
    for kid in node.doc[after].children:
        bare = kid.dep_ == "pobj" and kid.pos_ == "NOUN" and not any(t.dep_ == "det" for t in kid.children)
        idle = words_of("payment_forms") | words_of("empty_things")
        if bare and kid.lemma_.lower() not in idle:
            return kid
    return None


def _purpose(verb: Token, within: set[int]) -> Token | None:
    """What money goes to: "spend $5m on a park", "pay $5m for repairing the roof"."""
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("on", "for", "in", "into"):
            for kid in prep.children:
                if kid.dep_ == "pobj" and kid.i not in within:
                    return kid
                if kid.dep_ == "pcomp":
                    return next((t for t in kid.children if t.dep_ == "dobj"), kid)
    return None


def event_among(verb: Token) -> Token | None:
    """The event that a verb is done to: the blaze that is fought, the strike that is held."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "xcomp", "advcl"):
            if child.pos_ == "VERB" and (found := event_among(child)):
                return found
            if child.pos_ == "NOUN" and any(concepts.type_of(c) == "event" for c in concepts.of_token(child)):
                return child
    return None


def _instrument(verb: Token, node: Token, within: set[int]) -> Token | None:
    """ "It took them two hours on the telephone": what they were at."""
    for over in (node, verb):
        for prep in over.rights:
            if prep.dep_ == "prep" and prep.lower_ in ("on", "in", "at") and prep.i not in within:
                for kid in prep.children:
                    if any(concepts.type_of(c) == "event" for c in concepts.of_token(kid)):
                        return kid
    return None
