"""Figures and days that stand where the passage nearly the same has others.

Another number, unit, currency, day or length of time in one place; not other words for the same value, nor
values that only change places. If another source has the draft's value, or this one has it in words that are
more like the draft's, the draft follows it; what two sources tell each of its own, as a toll that rose, is no
exchange.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.updates import moved
from checker.comparison import DRAFT, Reason, why
from checker.copies.sentences import best, is_small
from checker.datelines import datelines, is_dateline
from checker.lexical import concepts
from checker.matching.contexts import contexts_of
from checker.matching.pairings import pairings_of
from checker.model import Kind, Placed, Relation, Role, Span, Value
from checker.readings import Parallel, Reading, SetReading, once

_UNITS = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE, Kind.DURATION, Kind.COUNT, Kind.ORDINAL})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_BESIDE = 6  # words in the line of a date that only dates the story: "Posted Friday, 3 May, at 9 a.m. EDT"
_NOT_FIGURES = frozenset({Kind.TERM, Kind.QUOTE})
_END = re.compile(r"\d+|[A-Z]\w+")
Values = tuple[Value, Value]


def figures_exchanged(reading: SetReading) -> Iterator[tuple[Parallel, Value, Value]]:
    """The figures and days of a passage that contradict what stands in their place."""
    for parallel, _ in best(reading.parallels):
        pairs = list(_exchanged(parallel)) if parallel.changes else []
        if parallel.draft.article.role is Role.DRAFT:
            others = [s for s in reading.sources if s is not parallel.source]
            told = [p for p in pairs if any(_telling(s, p[0]) for s in others)]
            told += [p for p in pairs if _has_its_own(parallel, *p, reading)]
        else:
            told = _of_other_things(parallel, pairs, reading)
        yield from ((parallel, *pair) for pair in pairs if pair not in told)


def _has_its_own(parallel: Parallel, value: Value, rival: Value, reading: SetReading) -> bool:
    """Whether the source has the draft's figure, too, in words that are no less like the draft's."""
    contexts = contexts_of(reading)
    mine = contexts.at(parallel.draft, value.span.start)

    def near(other: Value) -> float:
        there = contexts.at(parallel.source, other.span.start)
        return contexts.likeness(mine, value.span, there, other.span).near

    least = near(rival)
    return any(near(v) >= least for v in _telling(parallel.source, value))


def _telling(item: Reading, value: Value) -> list[Value]:
    """The values of an account that agree with one in the same figures."""
    return [v for v in _by_figures(item).get(value.stated, ()) if _agree(value, v)]


@once
def _by_figures(item: Reading) -> Mapping[Sequence[str], Sequence[Value]]:
    found: dict[Sequence[str], list[Value]] = defaultdict(list)
    for value in item.values:
        found[value.stated].append(value)
    return found


def _exchanged(parallel: Parallel) -> Iterator[Values]:
    passage = _values(parallel.source, Span(parallel.b[0].span.start, parallel.b[-1].span.end))
    same = (parallel.b[j] for j in parallel.partner.values())
    kept = {word.span for word in same if word.text.isalnum()}  # "%" is no value
    for value in _values(parallel.draft, parallel.sentence):
        words = set(parallel.words_at(parallel.draft, value.span))
        if not words or words <= set(parallel.partner):
            continue
        place = {j for i in words for j in _opposite(parallel, i)}
        rivals = [w for w in passage if any(parallel.b[j].span.overlaps(w.span) for j in place)]
        free = [w for w in passage if w not in rivals and not any(s.overlaps(w.span) for s in kept)]
        if any(_agree(value, rival) for rival in rivals) or any(_is_of(value, other) for other in free):
            continue  # in other words, or elsewhere in the passage: the words come in another order
        against = (rival for rival in rivals if _contradict(value, rival) and _fits(parallel, value, rival))
        yield from ((value, rival) for rival in [next(against, None)] if rival)


def _opposite(parallel: Parallel, i: int) -> Sequence[int]:
    """The words of the passage in the place of a word of the draft."""
    if i in parallel.partner:
        return (parallel.partner[i],)
    return next((c.b for c in parallel.changes if i in c.a and is_small(c)), ())


def _values(reading: Reading, span: Span) -> list[Value]:
    return _figures(reading).over(span)


@once
def _figures(reading: Reading) -> Placed:
    """The figures and dates of an article; not the date that stands over it."""
    over = datelines(reading.article, reading.values)
    found = [v for v in reading.values if v.kind not in _NOT_FIGURES]
    return Placed(v for v in found if not (is_dateline(v, over) and _has_own_line(reading, v)))


def _has_own_line(reading: Reading, value: Value) -> bool:
    """Whether hardly a word stands beside a date in its line: it dates the story and tells nothing in it."""
    text = reading.article.text
    start, end = text.rfind("\n", 0, value.span.start) + 1, text.find("\n", value.span.end)
    line = Span(start, end if end >= 0 else len(text))
    beside = [w for w in reading.tokens if line.contains(w.span) and w.pos not in ("NUM", "PUNCT")]
    return len(beside) <= _BESIDE


def _agree(a: Value, b: Value) -> bool:
    """Whether a draft's value may be the source's, in whatever words."""
    found = why(a, b, DRAFT)
    if found.reason is Reason.UNRELATED:  # "Tuesday" may be 4 March
        return a.kind is b.kind is Kind.DATE or (bool(a.stated) and a.stated == b.stated)
    if found.relation is not Relation.EQUAL and _other_ends(a, b):
        return False
    if found.reason in (Reason.LIMIT_HELD, Reason.FAR_OFF) and a.hedge == b.hedge:
        return False  # "more than 100" for "more than 160": it may be so, but it is not what was said
    return found.agrees and (found.reason is not Reason.MORE_PRECISE or a.kind is Kind.DATE)


def _is_of(value: Value, other: Value) -> bool:
    """Whether a value is told of a figure elsewhere; of a limit it is not enough that it is true."""
    exact = value.hedge not in "<>" or value.stated == other.stated
    return _agree(value, other) and (exact or why(value, other, DRAFT).reason is Reason.LIMIT_HELD)


def _other_ends(a: Value, b: Value) -> bool:
    """Whether two stretches of time name other ends: 1901 to 1910 is no other word for 1899 to 1910."""
    one, other = (set(_END.findall(value.text)) for value in (a, b))
    return all("range" in value.notes for value in (a, b)) and bool(one - other) and bool(other - one)


def _contradict(a: Value, b: Value) -> bool:
    """Whether they cannot be the same value; of two kinds, as pounds for tons, each must be one figure."""
    single = len(a.stated) == len(b.stated) == 1 or (bool(a.stated) and a.stated == b.stated)
    if a.kind is not b.kind and not (single and {a.kind, b.kind} <= _UNITS):
        return False
    if a.counted and b.counted and a.counted.head != b.counted.head:
        one, other = (concepts.of_word(v.counted.head, "n") for v in (a, b) if v.counted)
        return concepts.same(one, other) and not _agree(a, b)
    return not _agree(a, b)


def _fits(parallel: Parallel, a: Value, b: Value) -> bool:
    """Whether values of two kinds are all that was exchanged: other words with them tell something else."""
    return a.kind is b.kind or any(
        all(parallel.a[i].span.overlaps(a.span) for i in c.a)
        and all(parallel.b[j].span.overlaps(b.span) for j in c.b)
        for c in parallel.changes
        if c.a and c.b and parallel.span(c.a).overlaps(a.span) and parallel.source_span(c.b).overlaps(b.span)
    )


def _of_other_things(parallel: Parallel, pairs: Sequence[Values], reading: SetReading) -> list[Values]:
    """What two sources tell each of its own: a toll that rose, another census with its year, a part.

    Claims that were not compared are of two things where more was exchanged than the values.
    """
    claims = [{id(c.value): c for c in item.claims} for item in (parallel.draft, parallel.source)]
    told = []
    for a, b in pairs:
        x, y = claims[0].get(id(a)), claims[1].get(id(b))
        if x is None or y is None:
            continue
        dated = x.when and y.when and x.when.relation(y.when) is Relation.DISJOINT
        refused = frozenset((id(x), id(y))) in _refused(reading) and not _alone(parallel, pairs)
        if refused or (a.kind is not Kind.DATE and (dated or moved(x, y))):
            told.append((a, b))
    return [*told, *(pair for pair in pairs if told and pair[0].kind is Kind.DATE)]


@once
def _refused(reading: SetReading) -> frozenset[frozenset[int]]:
    """The claims that were not compared."""
    return frozenset(frozenset((id(p.a), id(p.b))) for p in pairings_of(reading) if p.refused)


def _alone(parallel: Parallel, pairs: Sequence[Values]) -> bool:
    """Whether no words were exchanged or put in but for some values."""
    ours, theirs = ([pair[side].span for pair in pairs] for side in (0, 1))
    return all(
        any(span.overlaps(word.span) for span in spans) or word.pos not in _CONTENT
        for change in parallel.changes
        for words, at, spans in ((parallel.a, change.a, ours), (parallel.b, change.b, theirs))
        for word in (words[n] for n in at)
    )
