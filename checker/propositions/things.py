"""Which word of a sentence a value is a value of: the noun that is counted or measured, or else the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.clauses import subjects
from checker.data import word_list
from checker.lexical import concepts, wordnet
from checker.model import Kind, Value
from checker.pronouns import antecedent
from checker.values.calendar_words import is_calendar_name

if TYPE_CHECKING:
    from checker.language import Token

MEASURED = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})
TIMED = frozenset({Kind.DATE, Kind.TIME})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ATTACHED = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "appos"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_TERMS = frozenset({*_OBJECTS, "nsubj", "attr"})
_OUTSIDE = frozenset({"in", "within", "over", "after", "during"})  # "two extensions in seven months"
_UNITS = ("monetary unit", "unit of measurement", "linear unit", "mass unit")


def words_of(key: str) -> frozenset[str]:
    """A word list of rules/vocabulary/topics.yaml."""
    return word_list("topics", key)


def predicate_of(token: Token) -> Token | None:
    """The nearest verb above that is not an auxiliary."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def subject_of(verb: Token, within: set[int]) -> Token | None:
    """The noun that a verb is said of, be it by a pronoun."""
    found = next((t for t in subjects(verb) if t.i not in within), None)
    if found is None or found.pos_ == "PRON":
        return antecedent(verb)
    return found if found.pos_ in (*_NOUNS, "ADJ") else None


def links(verb: Token) -> bool:
    """Whether a verb ties what it is said of to something else, not so with a particle: "take over"."""
    return verb.lemma_.lower() in words_of("linking_verbs") and not concepts.more_than_verb(verb)


def thing_of(value: Value, node: Token, within: set[int]) -> Token | None:
    """The word for what a value is a value of; `node` is its own word or the noun that it counts."""
    if value.counted is not None and node.pos_ in (*_NOUNS, "ADJ", "VERB"):
        several = any(t.dep_ == "nummod" and t.i in within for t in node.children)
        return node if several and node.tag_ == "NNS" else _behind_number(node, within)
    found = _measured(value, node, within)
    return _behind_number(found, within) if found is not None else None


def _behind_number(noun: Token, within: set[int]) -> Token | None:
    """What a noun for the number itself is the number of; a toll is one of the dead, whoever they are."""
    types = {concepts.type_of(c) for c in concepts.of_token(noun)} - {None}
    if "state" in types or noun.lemma_.lower() not in words_of("number_nouns"):
        return noun
    before = [t for t in noun.lefts if t.dep_ == "compound" and t.pos_ == "NOUN" and t.i not in within]
    return _of_object(noun, within) or (noun if types else next(iter(before[-1:]), None))


def _measured(value: Value, node: Token, within: set[int]) -> Token | None:
    token = node
    while token.dep_ in _ATTACHED and token.head.i != token.i:
        token = token.head
        if token.pos_ == "VERB" and token.i not in within:
            break
        if token.pos_ in _NOUNS and token.i not in within and token.dep_ != "npadvmod" and not is_unit(token):
            return token
    preposition = token.head if token.dep_ == "pobj" else None
    over = preposition.head if preposition is not None else token
    verb = predicate_of(node)
    if is_unit(over) and over.dep_ == "pobj":
        over = over.head.head  # "revenue for the second quarter of $30bn"
    if value.kind is Kind.DURATION and (spent := _spent(node, within)) is not None:
        return spent
    known = over.pos_ in _NOUNS and over.i not in within and not is_unit(over)
    if preposition is not None and known and preposition.lower_ not in _OUTSIDE:
        return _whole(over)  # "revenue of $94.9bn", "a ceasefire of two months"
    moves = value.change is not None and "VERB" in (token.pos_, token.head.pos_)
    inner = None if moves else _of_object(node, within)  # "$94.9 billion in revenue", "6% of voters"
    if verb is not None and node.dep_ == "dobj" and value.kind is Kind.MONEY:
        inner = inner or _paid_as(verb)
    if inner is not None or verb is None:
        return inner
    return _of_verb(value, verb, token, node, within)


def _spent(node: Token, within: set[int]) -> Token | None:
    """What a time is spent in or on: "15 years in prison", "two hours on the telephone"; trees vary."""
    last = max(within, default=node.i)
    behind = next((p for p in node.doc[last + 1 : last + 2] if p.dep_ == "prep"), None)
    led_to = [t for t in behind.children if t.dep_ == "pobj"] if behind is not None else []
    known = ("state", "event") if behind is not None and behind.lower_ == "on" else ("state",)
    return next((t for t in led_to if any(concepts.type_of(c) in known for c in concepts.of_token(t))), None)


def _of_verb(value: Value, verb: Token, token: Token, node: Token, within: set[int]) -> Token | None:
    """What a value that fills a role of a verb is a value of: the verb, or what it is said of."""
    lemma = verb.lemma_.lower()
    led_by = token.head.lower_ if token.dep_ == "pobj" else ""
    told = _set_down(value, verb, led_by, within)
    if told is None and value.kind is Kind.DURATION:
        told = _lasting(verb, led_by)
    if told is not None:
        return told
    if links(verb) or (value.kind is Kind.MONEY and lemma in words_of("worth_verbs")):
        return _said_of(value, verb, within)
    if node.dep_ in _TERMS and value.kind is Kind.COUNT:
        return None  # "20 were hurt": who they are is left out
    return verb


def _set_down(value: Value, verb: Token, led_by: str, within: set[int]) -> Token | None:
    """What a figure is put on behind a preposition: "put the death toll at 288", "cut deaths by a third"."""
    if led_by in ("", *_OUTSIDE) or value.kind in TIMED:
        return None
    changed = value.change is not None and led_by == "by"
    if not (changed or verb.lemma_.lower() in words_of("setting_verbs") or led_by in words_of("complements")):
        return None
    return next((t for t in verb.children if t.dep_ in _OBJECTS and t.i not in within), None)


def _lasting(verb: Token, led_by: str) -> Token | None:
    """What a length of time is that of: an act, or a term: "the driver got six years"."""
    if any(t.lower_ == "it" and t.dep_ == "nsubj" for t in verb.lefts) and (act := _infinitive(verb)):
        return act  # "it took two hours to land"
    if verb.lower_ in words_of("passing"):
        after = next((t for t in verb.children if t.dep_ == "advcl"), None)
        if after is not None:
            return after  # "40 minutes passed before help came"
    within_it = led_by in _OUTSIDE and verb.lemma_.lower() != "be"  # "gone within ten minutes"
    return verb if within_it or _states(verb) else None


def _said_of(value: Value, verb: Token, within: set[int]) -> Token | None:
    """The subject of which a value is said; a man worth $4bn is not the thing that costs so much."""
    subject = subject_of(verb, within)
    if subject is not None and (subject.pos_ != "PROPN" or _is_listed(subject)):
        return subject
    if value.kind is not Kind.MEASURE and value.kind in MEASURED:
        return None
    told = f"v:{verb.lemma_.lower()}" in words_of("reporting_concepts") or verb.pos_ != "VERB"
    return verb if value.kind in TIMED and not told else subject


def _states(verb: Token) -> bool:
    return any(concepts.type_of(c) == "state" for c in concepts.of_token(verb))


def _infinitive(verb: Token) -> Token | None:
    return next((t for t in verb.subtree if t.tag_ == "VB" and any(k.lower_ == "to" for k in t.lefts)), None)


def _whole(noun: Token) -> Token:
    """The noun before "of" where both are one thing: "a state of emergency of two months"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return over if over is not None and concepts.is_listed(over, noun) else noun


def _of_object(token: Token, within: set[int]) -> Token | None:
    """What a number is one of or in: "the number of dead", "$94.9 billion in revenue"."""
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "in", "for") and prep.i not in within:
            paid_in = words_of("payment_forms") if prep.lower_ == "in" else frozenset()
            for kid in prep.children:
                if kid.dep_ == "pobj" and kid.i not in within and kid.lemma_.lower() not in paid_in:
                    return kid if kid.pos_ in ("NOUN", "ADJ", "VERB") else None
    return None


def _paid_as(verb: Token) -> Token | None:
    """The bare noun behind a sum: "took in $94.9 billion in revenue", "paid $3m in fines"."""
    led_to = (t for p in verb.rights if p.lower_ == "in" for t in p.children if t.pos_ == "NOUN")
    idle = words_of("payment_forms") | words_of("stretches") | words_of("empty_things")
    bare = (t for t in led_to if not any(k.dep_ == "det" for k in t.children))
    return next((t for t in bare if t.lemma_.lower() not in idle), None)


def _is_listed(noun: Token) -> bool:
    return any(concepts.type_of(c) for c in concepts.of_token(noun))


def is_unit(token: Token) -> bool:
    """Whether a noun is part of a date, a stretch of time or the unit of another figure, of which none is."""
    lemma = token.lemma_.lower()
    if is_calendar_name(token.lower_) or token.lower_ in words_of("hours") or lemma in words_of("stretches"):
        return True
    numbered = any(t.pos_ == "NUM" for t in token.lefts)
    return token.lower_ in ("%", "percent") or (
        numbered and any(wordnet.is_a(lemma, unit) for unit in _UNITS)
    )
