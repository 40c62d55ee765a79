"""A figure in the headline that the text below it contradicts, or does not have at all.

A headline may round and may add up: "Nearly 240 dead" stands over 233, "Five hurt" over three women and
two men. Found are people of one state (killed, injured, arrested …) of whom the text gives only other
numbers, and money, shares, lengths and larger counts that are nowhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from checker.claims.claim import Claim
from checker.comparison import Policy, Route, why
from checker.language import parse
from checker.lexical import wordnet
from checker.model import Interval, Kind, Value, Verdict
from checker.readings import Reading, SetReading
from checker.rules.tolerance import parse_tolerance
from checker.topics import Topic, topic_of
from checker.values import find_values
from checker.verdicts import Problem, evidence, evidence_of

_FIGURES = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT})
_SMALL = 10  # a smaller count may be of things that the text names one by one
_PARTS = 6  # how many figures of a text are tried as parts of the headline's
_ROUGH = parse_tolerance("5 %")  # headlines round by as much


def find(reading: SetReading) -> Iterator[Problem]:
    titled = [item for item in reading.articles if item.article.title]
    docs = parse([item.article.title or "" for item in titled])
    for item, doc in zip(titled, docs, strict=True):
        heading = replace(item.article, text=item.article.title or "")
        for value in find_values(doc, heading):
            if value.kind not in _FIGURES or value.dimension == "score" or value.bounds.low is None:
                continue
            topic = topic_of(doc, value)
            told = [c for c in item.claims if _alike(c, value, topic)]
            if told and not _supported(value, [c.value for c in told]) and not _one_by_one(value, told):
                yield _problem(item, value, told[0])
            elif not told and _missing(item, value):
                yield _problem(item, value, None)


def _alike(claim: Claim, value: Value, topic: Topic) -> bool:
    """Whether a claim of the text gives the number of those to whom the same was done."""
    same = bool(claim.topic.states & topic.states) and claim.topic.states == topic.states
    return same and value.kind is Kind.COUNT and claim.value.comparable(value) and not claim.topic.baseline


def _one_by_one(value: Value, told: Sequence[Claim]) -> bool:
    """Whether the text goes on to name more of them without a number: "two men and a woman"."""
    low = value.bounds.low or Fraction(0)
    if low >= _SMALL or any(c.value.bounds.low is None or c.value.bounds.low > low for c in told):
        return False
    rest = (c.article.text[c.value.span.end : c.sentence.end].lower().split() for c in told)
    return any(_names_one_more([word.strip(",;:.") for word in words]) for words in rest)


def _names_one_more(words: Sequence[str]) -> bool:
    """Whether a person is named without a number: "… and a woman", "… and their young son"."""
    return any(
        word in ("a", "an", "another", "his", "her", "their")
        and any(wordnet.is_a(noun, "person") for noun in words[i + 1 : i + 4])
        for i, word in enumerate(words)
    )


def _supported(value: Value, told: Sequence[Value]) -> bool:
    bounds = [v.bounds for v in told[:_PARTS]]
    sums = [_sum(part) for size in range(2, len(bounds) + 1) for part in combinations(bounds, size)]
    rough = Policy(Route.WITHIN, within=_ROUGH if (value.bounds.low or 0) >= _SMALL else None)
    parts = (
        replace(value, bounds=b, rounded=None, stated=(), hedge="=", basis=None) for b in (*bounds, *sums)
    )
    return any(why(value, part, rough).agrees for part in parts)


def _sum(parts: Sequence[Interval]) -> Interval:
    lows, highs = [p.low for p in parts], [p.high for p in parts]
    low = None if None in lows else sum((x for x in lows if x is not None), Fraction(0))
    high = None if None in highs else sum((x for x in highs if x is not None), Fraction(0))
    return Interval(low, high, whole=True)


def _missing(item: Reading, value: Value) -> bool:
    """Whether nothing in the text is, or adds up to, what the headline says."""
    if value.kind is Kind.COUNT and (value.bounds.low or 0) < _SMALL:
        return False
    if value.notes or value.change or set(value.stated) & {n for v in item.values for n in v.stated}:
        return False
    other = [v for v in item.values if v.comparable(value) or v.kind is value.kind]
    if not any(v.comparable(value) for v in other):
        return False  # the text has no such figure to go by
    return not _supported(value, [v for v in other if v.comparable(value)])


def _problem(item: Reading, value: Value, claim: Claim | None) -> Problem:
    words = f"“{value.text}{' ' + value.counted.text if value.counted else ''}”"
    below = evidence_of(claim) if claim else evidence(item, item.sentences[0], value.text)
    text = f"the text says “{below.text}”" if claim else "the text does not have it"
    return Problem(
        Verdict.UNSOUND,
        f"{item.article.name}: the headline says {words}, {text}",
        (below,),
        about=item.article.id,
        told=(value.text,),
        reasons=("the headline is held against the text below it",),
    )
