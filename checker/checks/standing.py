"""The same one is second in one account and third in another: a rank, a title, "for the third time".

Held against each other are the numbers that accounts give one person, body or thing in one order: the
place somebody took, which time it happened, which of a kind it is ("the third drug on the market"). Both
sentences must name the same one or tell the same of it, and neither account may have the other's number.
Rounds, quarters, floors and days are numbered, too, but tell no rank. Ranks that the rule on ranks
compares are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.data import word_list
from checker.lexical import wordnet
from checker.model import Kind, Span, Value, Verdict
from checker.propositions.ranks import Rank, find_ranks
from checker.propositions.rarity import Keys, Rarity, keys_of, rarity_of
from checker.readings import SetReading, values_of
from checker.verdicts import Problem, evidence

_ENOUGH = 4.0  # weight of what two sentences share beside the one that is ranked
_LEAST = 2.0


def find(reading: SetReading) -> Iterator[Problem]:
    told = rarity_of(reading)
    ranks = [rank for item in reading.articles for rank in find_ranks(reading, item, told)]
    seen: set[tuple[Span, str]] = set()
    pairs = [(a, b) for a, b in combinations(ranks, 2) if _apart(reading, told, a, b, ranks)]
    for a, b in sorted(pairs, key=lambda p: not (p[0].drafted or p[1].drafted)):
        if b.drafted and not a.drafted:
            a, b = b, a
        ends = {(r.value.span, r.item.article.id) for r in (a, b)}
        if not ends & seen:
            yield _problem(a, b)
        seen |= ends


def _apart(reading: SetReading, told: Rarity, a: Rank, b: Rank, ranks: Sequence[Rank]) -> bool:
    if a.item is b.item or a.number == b.number or a.over != b.over or not _one_order(told, a, b):
        return False
    if a.by and b.by and a.by.isdisjoint(b.by):
        return False
    whose = {x for x in a.whose for y in b.whose if reading.index.same(x, y)}
    if not whose and a.whose and b.whose and a.order != "kind":
        return False
    if _also(told, a, b, ranks) or _also(told, b, a, ranks):
        return False
    shared = told.common(a.keys - a.whose, b.keys - b.whose).weight
    if a.order in ("time", "numbered", "kind") and whose:
        return shared >= _LEAST / 2 or a.order != "kind"
    if whose:
        return shared >= _LEAST
    return shared >= (_ENOUGH if a.order != "kind" else _LEAST)


def _one_order(told: Rarity, a: Rank, b: Rank) -> bool:
    """Whether two numbers count the same: places, times of one deed, things of one kind."""
    orders = {a.order, b.order}
    if orders <= {"place", "most"}:
        return True
    if orders == {"time", "numbered"}:
        verb, noun = (a.of, b.of) if a.order == "time" else (b.of, a.of)
        return verb in word_list("ranks", "winning") and noun in word_list("ranks", "wins")
    if len(orders) > 1:
        return False
    if a.order == "kind":
        return _one_kind(told, a, b)
    return a.of == b.of or bool(told.common(a.kind, b.kind).keys)


def _one_kind(told: Rarity, a: Rank, b: Rank) -> bool:
    """Whether both number things of one kind: drugs and medicines, women and female winners."""
    if a.deed and b.deed and not told.common(a.deed, b.deed).keys:
        return False
    if a.kind == b.kind:
        return True
    heads = wordnet.is_a(a.of, b.of, "n") or wordnet.is_a(b.of, a.of, "n")
    if heads and not (len(a.kind) > 1 or len(b.kind) > 1):
        return True
    more = [one.kind - told.common(one.kind, _words(told, other)).keys for one, other in ((a, b), (b, a))]
    return heads and not any(more)  # "the first Asian woman", "the second woman from Asia"


def _words(told: Rarity, rank: Rank) -> Keys:
    """The keys of all words of its sentence, of names too."""
    sentence = rank.item.sentence_at(rank.value.span.start)
    return frozenset(key for word in told.words(rank.item, sentence) for key in keys_of(word))


def _also(told: Rarity, a: Rank, b: Rank, ranks: Sequence[Rank]) -> bool:
    """Whether the account of one has the other's number in that order, or in that sentence, too."""
    return any(v.bounds == b.value.bounds for v in _ordinals(a)) or any(
        r.item is a.item
        and r.number == b.number
        and _one_order(told, r, b)
        and bool(r.whose & (a.whose | b.whose) or not r.whose)
        for r in ranks
    )


def _ordinals(rank: Rank) -> Iterator[Value]:
    """The ordinals of the sentence of a rank: "came up ninth, the youngest of them fifth"."""
    sentence = rank.item.sentence_at(rank.value.span.start)
    return (v for v in values_of(rank.item).over(sentence) if v.kind is Kind.ORDINAL)


def _problem(a: Rank, b: Rank) -> Problem:
    told = _words_of(a), _words_of(b)
    return Problem(
        Verdict.CONTRADICTION,
        told,
        tuple(evidence(r.item, r.value.span, str(r.number), side) for side, r in enumerate((a, b))),
        about=a.order,
        told=told,
        reasons=("both give the rank of one",),
    )


def _words_of(rank: Rank) -> str:
    """The number with the words it belongs to."""
    start = rank.value.span.start
    end = rank.item.sentence_at(start).end
    told = re.match(r"\S+(?:\s[\w’'-]+){0,3}", rank.item.article.text[start:end])
    return told[0] if told else rank.value.text
