"""The thing whose size, length or amount a value gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.lexical import concepts
from checker.model import Kind, Value
from checker.topics.no_things import is_stretch, is_timing, is_unit
from checker.topics.of_verbs import of_verb
from checker.topics.order import figure_before, noun_before_of
from checker.topics.verbs import predicate_of
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token


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


_ATTACHED = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "appos"})


def measured(value: Value, node: Token, within: set[int]) -> Token | None:
    """The noun whose size the value gives, or the verb whose length or amount it gives."""
    if value.change is not None and (before := figure_before(node, within)) is not None:
        return _of_figure(value, before)
    spanned = value.kind in (Kind.MONEY, Kind.PERCENTAGE)
    token, noun = _attached(node, within, spanned)
    if noun is not None:
        return noun
    size = token.head if token.dep_ == "npadvmod" and token.head.lower_ in words_of("sizes") else None
    if size is not None and size.dep_ == "amod" and size.head.pos_ in ("NOUN", "PROPN"):
        return size.head  # "the Dali, 984 feet long, had lost power"
    named = _over(token, within)
    if named is not None and spanned and is_stretch(named):
        named = _over(named, within)  # "revenue for the second quarter of $30bn"
    if named is not None and (token.head.lower_ == "of" or (spanned and token.head.head.i != named.i)):
        return _whole(named)  # "revenue of $94.9bn", "a ceasefire of two months in …"
    if named is None and value.kind in MEASURED and (before := noun_before_of(node, within)) is not None:
        return _whole(before)
    verbal = token.pos_ == "VERB" or (token.dep_ in ("npadvmod", "dobj") and token.head.pos_ == "VERB")
    moves = value.change is not None and verbal  # "rose 14 percent in late trading" is no rise of trading
    inner = None if moves else _of_object(node, within)  # "$94.9 billion in revenue", "6% of voters"
    if inner is not None or named is not None:
        return inner or named
    verb = predicate_of(node)
    return of_verb(value, verb, token, node, within) if verb is not None else None


def _of_figure(value: Value, number: Token) -> Token | None:
    """What the figure is a figure of that a change is told behind."""
    own = {number.i, *(t.i for t in number.subtree)}
    if number.head.pos_ == "NUM":
        own.add(number.head.i)
    again = figure_before(number, own) is not None
    return measured(value if again else replace(value, change=None), number, own)


def _attached(node: Token, within: set[int], spanned: bool) -> tuple[Token, Token | None]:
    """The head of the words that a value hangs on, and the noun that it is part of, if any."""
    token = node
    while token.dep_ in _ATTACHED and token.head.i != token.i:
        token = token.head
        if token.i not in within and token.pos_ in ("NOUN", "PROPN") and token.dep_ != "npadvmod":
            if is_timing(token) or is_unit(token) or (spanned and is_stretch(token)):
                continue  # "on 3 October to holders of 12 September", "13 million euros ($14 million)"
            return token, token  # but not the "year" of "grew 16% year over year"
        if token.i not in within and token.pos_ == "VERB":
            break
    return token, None


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
