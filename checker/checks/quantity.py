"""A figure, an amount or a date of a draft that is another one in the passage it was made from.

Where a sentence of the draft keeps the words of a source's sentence, the values in the same place
must be the same: another number, unit, currency, date or length of time there is `disputed`, even if
the figure stands elsewhere in the source. Other words for the same value ("90 minutes", "an hour and a
half"), a rounder figure and values that only change places are not. If another source has the
draft's value in the same words, the sources disagree, and the draft follows one of them.
So it is held between two sources that have a passage nearly word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claims.updates import moved
from checker.comparison import DRAFT, Reason, why
from checker.copies.exchanges import beside, changes, exchanged
from checker.copies.sentences import best, is_small
from checker.datelines import datelines, is_dateline
from checker.lexical import concepts
from checker.matching.pairings import pairings_of
from checker.model import Kind, Relation, Role, Span, Value
from checker.readings import Change, Parallel, Reading, SetReading, once
from checker.verdicts import Problem

_NAMED = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE, Kind.DURATION})
_NUMBERS = _NAMED | {Kind.COUNT, Kind.AGE, Kind.ORDINAL}
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_BESIDE = 6  # words in the line of a date that only dates the story: "Posted Friday, 3 May, at 9 a.m. EDT"
_NOT_FIGURES = frozenset({Kind.TERM, Kind.QUOTE})


def find(reading: SetReading) -> Iterator[Problem]:
    for parallel, _ in best(reading.parallels):
        if not parallel.changes:
            continue
        drafted = parallel.draft.article.role is Role.DRAFT
        others = [s for s in reading.sources if s is not parallel.source]
        pairs = list(_exchanged(parallel))
        told = (
            [p for p in pairs if _backed(p[0], others)]
            if drafted
            else _of_other_things(parallel, pairs, reading)
        )
        for value, rival in (pair for pair in pairs if pair not in told):
            texts = value.text, rival.text
            yield exchanged(parallel, value.span, rival.span, " for ".join(texts), texts)
    for parallel, change in changes(reading):
        if _is_unread_figure(parallel, change):
            yield exchanged(parallel, *beside(parallel, change))


def _backed(value: Value, sources: Sequence[Reading]) -> bool:
    return any(v.stated == value.stated and agree(value, v) for s in sources for v in s.values)


def _of_other_things(
    parallel: Parallel, pairs: Sequence[tuple[Value, Value]], reading: SetReading
) -> list[tuple[Value, Value]]:
    """What two accounts tell each of its own: a toll that rose, another census with its year, a part.

    Claims that were not compared are of two things where more was exchanged than the values.
    """
    claims = [{id(c.value): c for c in item.claims} for item in (parallel.draft, parallel.source)]
    told = []
    for a, b in pairs:
        x, y = claims[0].get(id(a)), claims[1].get(id(b))
        if x and y and (id(x), id(y)) in _refused(reading) and not _alone(parallel, pairs):
            told.append((a, b))
        elif x and y and a.kind is not Kind.DATE:
            dated = x.when and y.when and x.when.relation(y.when) is Relation.DISJOINT
            if dated or moved(x, y):
                told.append((a, b))
    return [*told, *(pair for pair in pairs if told and pair[0].kind is Kind.DATE)]


@once
def _refused(reading: SetReading) -> frozenset[tuple[int, int]]:
    """The claims that were not compared, both ways round."""
    pairs = [(id(p.a), id(p.b)) for p in pairings_of(reading) if p.refused]
    return frozenset(pairs + [(b, a) for a, b in pairs])


def _is_unread_figure(parallel: Parallel, change: Change) -> bool:
    """Whether numbers that nothing was read of stand for others: "(1801–1864)", "No. 7"."""
    if not change.a or not change.b or not is_small(change):
        return False
    sides = [[parallel.a[i] for i in change.a], [parallel.b[j] for j in change.b]]
    if all(
        any(v.span.overlaps(word.span) for v in item.values for word in words)
        for item, words in zip((parallel.draft, parallel.source), sides, strict=True)
    ):
        return False
    if not all(_FIGURE.fullmatch(word.text) for words in sides for word in words):
        return False
    ours, theirs = (set(_NUMBER.findall(" ".join(w.text for w in words).replace(",", ""))) for words in sides)
    return bool(ours - theirs) and bool(theirs - ours)


_FIGURE = re.compile(r"\d[\d.,–-]*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _exchanged(parallel: Parallel) -> Iterator[tuple[Value, Value]]:
    """The values of the draft that contradict what stands in their place."""
    passage = _values(parallel.source, Span(parallel.b[0].span.start, parallel.b[-1].span.end))
    kept = {
        w.span for j in parallel.partner.values() if (w := parallel.b[j]).text.isalnum()
    }  # "%" is no value
    for value in _values(parallel.draft, parallel.sentence):
        words = set(parallel.words_at(parallel.draft, value.span))
        if not words or words <= set(parallel.partner):
            continue
        place = {j for i in words for j in _opposite(parallel, i)}
        rivals = [w for w in passage if any(parallel.b[j].span.overlaps(w.span) for j in place)]
        if any(agree(value, rival) for rival in rivals):
            continue
        free = [w for w in passage if w not in rivals and not any(s.overlaps(w.span) for s in kept)]
        exact = value.hedge not in "<>"
        if any(agree(value, other) and (exact or _is_of(value, other)) for other in free):
            continue  # it stands elsewhere in the passage: the words come in another order
        for rival in rivals:
            if contradict(value, rival) and _of_one_thing(value, rival) and _fits(parallel, value, rival):
                yield value, rival
                break


def _is_of(limit: Value, other: Value) -> bool:
    """Whether a limit is told of a figure, and not only true of it."""
    return limit.stated == other.stated or why(limit, other, DRAFT).reason is Reason.LIMIT_HELD


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


def _alone(parallel: Parallel, pairs: Sequence[tuple[Value, Value]]) -> bool:
    """Whether no words were exchanged or put in but for some values."""
    ours, theirs = ([pair[side].span for pair in pairs] for side in (0, 1))
    return all(
        any(span.overlaps(word.span) for span in spans) or word.pos not in _CONTENT
        for change in parallel.changes
        for words, at, spans in ((parallel.a, change.a, ours), (parallel.b, change.b, theirs))
        for word in (words[n] for n in at)
    )


def _fits(parallel: Parallel, a: Value, b: Value) -> bool:
    """Whether values of two kinds are all that was exchanged: other words with them tell something else."""
    return a.kind is b.kind or any(
        all(parallel.a[i].span.overlaps(a.span) for i in c.a)
        and all(parallel.b[j].span.overlaps(b.span) for j in c.b)
        for c in parallel.changes
        if c.a and c.b and parallel.span(c.a).overlaps(a.span) and parallel.source_span(c.b).overlaps(b.span)
    )


def _opposite(parallel: Parallel, i: int) -> Sequence[int]:
    """The words of the passage in the place of a word of the draft."""
    if i in parallel.partner:
        return (parallel.partner[i],)
    return next((c.b for c in parallel.changes if i in c.a and is_small(c)), ())


def _values(reading: Reading, span: Span) -> list[Value]:
    """The values within a stretch; they are not in the order of the text."""
    return [v for v in _figures(reading) if v.span.overlaps(span)]


@once
def _figures(reading: Reading) -> Sequence[Value]:
    """The figures and dates of an article; not the date that stands over it."""
    over = datelines(reading.article, reading.values)
    found = [v for v in reading.values if v.kind not in _NOT_FIGURES]
    return [v for v in found if not (is_dateline(v, over) and _has_own_line(reading, v))]


def _has_own_line(reading: Reading, value: Value) -> bool:
    """Whether hardly a word stands beside a date in its line: it dates the story and tells nothing in it."""
    text = reading.article.text
    start, end = text.rfind("\n", 0, value.span.start) + 1, text.find("\n", value.span.end)
    line = Span(start, end if end >= 0 else len(text))
    beside = [w for w in reading.tokens if line.contains(w.span) and w.pos not in ("NUM", "PUNCT")]
    return len(beside) <= _BESIDE


def agree(a: Value, b: Value) -> bool:
    """Whether a draft's value may be the source's, in whatever words."""
    found = why(a, b, DRAFT)
    if found.reason is Reason.UNRELATED:  # "Tuesday" may be 4 March
        return a.kind is b.kind is Kind.DATE or (bool(a.stated) and a.stated == b.stated)
    if found.relation is not Relation.EQUAL and _other_ends(a, b):
        return False
    if found.reason in (Reason.LIMIT_HELD, Reason.FAR_OFF) and a.hedge == b.hedge:
        return False  # "more than 100" for "more than 160": it may be so, but it is not what was said
    return found.agrees and (found.reason is not Reason.MORE_PRECISE or a.kind is Kind.DATE)


def _other_ends(a: Value, b: Value) -> bool:
    """Whether two stretches of time name other ends: 1901 to 1910 is no other word for 1899 to 1910."""
    if not all("range" in value.notes for value in (a, b)):
        return False
    one, other = (set(_END.findall(value.text)) for value in (a, b))
    return bool(one - other) and bool(other - one)


_END = re.compile(r"\d+|[A-Z]\w+")


def contradict(a: Value, b: Value) -> bool:
    """Whether they cannot be the same value."""
    if a.kind is b.kind:
        return not agree(a, b)
    # "millions of pounds" for "millions of tons" names another unit
    single = len(a.stated) == len(b.stated) == 1 or (bool(a.stated) and a.stated == b.stated)
    return single and a.kind in _NUMBERS and b.kind in _NUMBERS and not agree(a, b)
