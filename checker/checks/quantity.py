"""A figure, an amount or a date of a draft that is another one in the passage it was made from.

Where a sentence of the draft keeps the words of a source's sentence, the values in the same place
must be the same: another number, unit, currency, date or length of time there is `disputed`, even if
the figure stands elsewhere in the source. Other words for the same value ("90 minutes", "an hour and a
half"), a rounder figure and values that only change places are not. If another source has the
draft's value in the same words, the sources disagree, and the draft follows one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import concepts
from checker.comparison import DRAFT, Reason, why
from checker.drafts.exchanges import exchanged
from checker.drafts.parallels import best, is_small
from checker.model import Kind, Span, Value
from checker.readings import Parallel, Reading, SetReading
from checker.verdicts import Problem

_NAMED = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE, Kind.DURATION})
_NUMBERS = _NAMED | {Kind.COUNT, Kind.AGE, Kind.ORDINAL}
_NOT_FIGURES = frozenset({Kind.TERM, Kind.QUOTE})


def find(reading: SetReading) -> Iterator[Problem]:
    for parallel, _ in best(reading.parallels):
        if not parallel.changes:
            continue
        elsewhere = [s for s in reading.sources if s is not parallel.source]
        for value, rival in _exchanged(parallel):
            if not any(agree(value, v) and v.stated == value.stated for s in elsewhere for v in s.values):
                texts = value.text, rival.text
                yield exchanged(parallel, value.span, rival.span, " for ".join(texts), texts)


def _exchanged(parallel: Parallel) -> Iterator[tuple[Value, Value]]:
    """The values of the draft that contradict what stands in their place."""
    passage = _values(parallel.source, Span(parallel.b[0].span.start, parallel.b[-1].span.end))
    kept = {parallel.b[j].span for j in parallel.partner.values()}
    for value in _values(parallel.draft, parallel.sentence):
        words = {i for i, word in enumerate(parallel.a) if word.span.overlaps(value.span)}
        if not words or words <= set(parallel.partner) or _moved(parallel, words):
            continue
        place = {j for i in words for j in _opposite(parallel, i)}
        rivals = [w for w in passage if any(parallel.b[j].span.overlaps(w.span) for j in place)]
        if any(agree(value, rival) for rival in rivals):
            continue
        free = [w for w in passage if w not in rivals and not any(s.overlaps(w.span) for s in kept)]
        exact = value.hedge not in "<>"
        if any(agree(value, other) and (exact or value.stated == other.stated) for other in free):
            continue  # it stands elsewhere in the passage: the words come in another order
        for rival in rivals:
            if contradict(value, rival) and _of_one_thing(value, rival):
                yield value, rival
                break


def _moved(parallel: Parallel, words: set[int]) -> bool:
    """Whether the passage has the very words in another place, and the draft no second time."""
    kept = set(parallel.partner.values())
    free = {word.text for j, word in enumerate(parallel.b) if j not in kept}
    return all(parallel.a[i].text in free for i in words)


def _of_one_thing(a: Value, b: Value) -> bool:
    """Whether nothing says that they count different things."""
    if a.kind is not b.kind and Kind.AGE in (a.kind, b.kind):
        return False
    if a.counted is None or b.counted is None or a.counted.head == b.counted.head:
        return True
    return concepts.same(concepts.of_word(a.counted.head, "n"), concepts.of_word(b.counted.head, "n"))


def _opposite(parallel: Parallel, i: int) -> Sequence[int]:
    """The words of the passage in the place of a word of the draft."""
    if i in parallel.partner:
        return (parallel.partner[i],)
    return next((c.b for c in parallel.changes if i in c.a and is_small(c)), ())


def _values(reading: Reading, span: Span) -> list[Value]:
    """The values within a stretch; `values` are not in the order of the text."""
    return [v for v in reading.values if v.kind not in _NOT_FIGURES and v.span.overlaps(span)]


def agree(a: Value, b: Value) -> bool:
    """Whether a draft's value may be the source's, in whatever words."""
    found = why(a, b, DRAFT)
    if found.reason is Reason.UNRELATED:
        return bool(a.stated) and a.stated == b.stated
    if found.reason in (Reason.LIMIT_HELD, Reason.FAR_OFF) and a.hedge == b.hedge:
        return False  # "more than 100" for "more than 160": it may be so, but it is not what was said
    return found.agrees and (found.reason is not Reason.MORE_PRECISE or a.kind is Kind.DATE)


def contradict(a: Value, b: Value) -> bool:
    """Whether they cannot be the same value."""
    if a.kind is b.kind:
        return not agree(a, b)
    # "millions of pounds" for "millions of tons" names another unit
    single = len(a.stated) == len(b.stated) == 1 or (bool(a.stated) and a.stated == b.stated)
    return single and a.kind in _NUMBERS and b.kind in _NUMBERS and not agree(a, b)
