"""The thing whose size, length or amount a value gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker import concepts, lexicon
from checker.model import Kind, Value
from checker.pronouns import antecedent
from checker.topics.lengths import act_timed
from checker.topics.order import figure_before, noun_before_of
from checker.topics.verbs import has_subject, links, predicate_of, subject_of
from checker.topics.words import words_of
from checker.values.calendar_words import calendar_words

if TYPE_CHECKING:
    from checker.language import Token


TIMED = frozenset({Kind.DATE, Kind.TIME})
MEASURED = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})


def told_thing(value: Value, thing: Token | None, within: set[int]) -> Token | None:
    """The thing behind a word for the number itself, and none where a name stands in its place."""
    if thing is None:
        return None
    types = {concepts.type_of(c) for c in concepts.of_token(thing)} - {None}
    named = bool(types)  # "Turnout was 79%" names nobody
    if "state" in types:
        return thing  # a toll is one of the dead, whatever it is the toll of
    several = value.counted is not None and thing.tag_ == "NNS"
    if several and any(t.dep_ == "nummod" and t.i in within for t in thing.children):
        return thing  # "seven counts of fraud": it is the counts that are counted
    if thing.lemma_.lower() in words_of("number_nouns"):
        behind = _of_object(thing, within) or _of_compound(thing, within)
        return behind or (thing if named else None)  # "toll" says what it is a toll of
    if thing.pos_ == "PROPN" and value.kind in MEASURED and not named and not _sized(thing, within):
        return None  # "gave the Chiefs 90 yards": the Chiefs have no length
    return thing


def _of_compound(thing: Token, within: set[int]) -> Token | None:
    """What a number noun is the number of, told before it: "the prize amount", "the casualty figure"."""
    own = [t for t in thing.lefts if t.dep_ == "compound" and t.pos_ == "NOUN" and t.i not in within]
    listed = any(concepts.type_of(c) for c in concepts.of_token(thing))
    return own[-1] if own and not listed else None


def _sized(thing: Token, within: set[int]) -> bool:
    """Whether a measure is the size of a thing with a name: "the 948-foot Dali", "the Dali, 984 ft long"."""
    attached = [kid for kid in thing.children if kid.i in within and kid.dep_ in ("compound", "amod", "nmod")]
    told = [kid for kid in thing.children if kid.dep_ == "amod" and kid.lower_ in words_of("sizes")]
    return bool(attached) or any(t.i in within for kid in told for t in kid.children)


_UNITS = ("monetary unit", "unit of measurement", "linear unit", "mass unit")
_ATTACHED = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "appos"})


def measured(value: Value, node: Token, within: set[int]) -> Token | None:
    """The noun whose size the value gives, or the verb whose length or amount it gives."""
    if value.change is not None and (before := figure_before(node, within)) is not None:
        own = {t.i for t in before.subtree} | {before.i, before.head.i if before.head.pos_ == "NUM" else before.i}
        return measured(replace(value, change=None), before, own)
    token, spanned = node, value.kind in (Kind.MONEY, Kind.PERCENTAGE)
    while token.dep_ in _ATTACHED and token.head.i != token.i:
        token = token.head
        if token.i not in within and token.pos_ in ("NOUN", "PROPN") and token.dep_ != "npadvmod":
            if is_timing(token) or _is_unit(token) or (spanned and _is_stretch(token)):
                continue  # "on 3 October to holders of 12 September", "13 million euros ($14 million)"
            return token  # but not the "year" of "grew 16% year over year"
        if token.i not in within and token.pos_ == "VERB":
            break
    size = token.head if token.dep_ == "npadvmod" and token.head.lower_ in words_of("sizes") else None
    if size is not None and size.dep_ == "amod" and size.head.pos_ in ("NOUN", "PROPN"):
        return size.head  # "the Dali, 984 feet long, had lost power"
    named = _over(token, within)
    if named is not None and spanned and _is_stretch(named):
        named = _over(named, within)  # "revenue for the second quarter of $30bn"
    if named is not None and (token.head.lower_ == "of" or spanned and token.head.head.i != named.i):
        return _whole(named)  # "revenue of $94.9bn", "a ceasefire of two months in …"
    if named is None and value.kind in MEASURED and (noun := noun_before_of(node, within)) is not None:
        return _whole(noun)
    moves = value.change is not None and token.dep_ in ("npadvmod", "dobj") and token.head.pos_ == "VERB"
    inner = None if moves else _of_object(node, within)  # "$94.9 billion in revenue", "6% of voters"
    if inner is not None:
        return inner
    if named is not None:
        return named
    verb = predicate_of(node)
    return _of_verb(value, verb, token, node, within) if verb is not None else None


def _of_verb(value: Value, verb: Token, token: Token, node: Token, within: set[int]) -> Token | None:
    """What a value that stands under a verb is a value of: the verb, or what it is said of."""
    timed = act_timed(node, verb, within) if value.kind is Kind.DURATION else None
    if timed is not None:
        return timed
    if value.change is None and (paid := _paid_as(node, within)) is not None:
        return paid
    own = concepts.more_than_verb(verb)  # "take over for $2bn" sets nothing at $2bn
    if verb.lemma_.lower() in words_of("setting_verbs") and token.dep_ == "pobj" and not own:
        set_down = [t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and t.i not in within]
        if set_down:
            return set_down[0]  # "officials put the death toll at 288"
    if verb.lemma_.lower() in words_of("spending_verbs"):
        return _purpose(verb, within) or verb
    worth = value.kind is Kind.MONEY and verb.lemma_.lower() in words_of("worth_verbs")
    if links(verb) or worth:
        if value.kind is Kind.DURATION and _reckoned_from(token):
            return _instrument(verb, node, within)  # "reached a deal after 30 hours at the table"
        said_of = subject_of(verb, node) or antecedent(verb)
        told = f"v:{verb.lemma_.lower()}" in words_of("reporting_concepts") or verb.pos_ != "VERB"
        if value.kind in TIMED and not told and (said_of is None or _just_a_name(said_of)):
            return event_among(verb) or verb  # a firm has no day, but what it does on one has
        if said_of is not None or value.kind is Kind.MEASURE:
            return said_of
        return _instrument(verb, node, within) or event_among(verb)
    if node.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and not has_subject(verb, node):
        return None
    return verb


def stands_in(node: Token, thing: Token) -> bool:
    """Whether a thing is that of a value only because a pronoun stands for it."""
    verb = predicate_of(node)
    found = antecedent(verb) if verb is not None else None
    return found is not None and found.i == thing.i


def _just_a_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN" and not any(concepts.type_of(c) for c in concepts.of_token(noun))


def _reckoned_from(token: Token) -> bool:
    """Whether a length of time only says how long after or before something else it came to pass."""
    return token.dep_ == "pobj" and token.head.lower_ in ("after", "before", "following")


def _over(token: Token, within: set[int]) -> Token | None:
    """The noun that the preposition of a value belongs to."""
    over = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else None
    if over is None or over.pos_ not in ("NOUN", "PROPN") or over.i in within:
        return None
    if token.head.lower_ in ("in", "within", "over", "after", "during"):
        return None  # "two extensions in seven months" are not seven months long
    return None if is_timing(over) else over


def _whole(noun: Token) -> Token:
    """The noun before "of" where both are one thing: "a state of emergency of two months"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return over if over is not None and concepts.is_listed(over, noun) else noun


def is_timing(token: Token) -> bool:
    """Whether a noun is part of a date or an hour: "September 12", "6 a.m. on Sunday"."""
    words = calendar_words()
    known = (words.months, words.weekdays, words_of("hours"))
    return token.pos_ in ("NOUN", "PROPN") and any(token.lower_ in found for found in known)


def _is_stretch(noun: Token) -> bool:
    """Whether a noun is a stretch of time, which has no worth: "12% year on year", "the quarter of $30bn"."""
    return noun.lemma_.lower() in words_of("stretches")


def _is_unit(token: Token) -> bool:
    """Whether a noun is the unit of another figure."""
    if token.lower_ in ("%", "percent"):
        return True
    numbered = any(t.pos_ == "NUM" for t in token.lefts)
    return numbered and any(lexicon.is_a(token.lemma_.lower(), unit) for unit in _UNITS)


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


def _of_object(token: Token, within: set[int]) -> Token | None:
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "for") and child.i not in within:
            paid_in = words_of("payment_forms") if child.lower_ == "in" else frozenset()
            for kid in child.children:
                if kid.dep_ != "pobj" or kid.i in within or kid.lemma_.lower() in paid_in:
                    continue
                if kid.pos_ in ("NOUN", "ADJ", "VERB"):
                    return kid
            if child.lower_ == "of":
                return None
    return None
