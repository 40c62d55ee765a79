"""What was exchanged for what between two passages that are nearly the same, as problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.copies.sentences import best
from checker.model import Evidence, Span, Verdict
from checker.readings import Change, Parallel, SetReading, Word
from checker.verdicts import Problem, evidence


def changes(reading: SetReading) -> Iterator[tuple[Parallel, Change]]:
    """Each change between a passage and the one most like it, unless a third has the first one's words."""
    for parallel, others in best(reading.parallels):
        for change in parallel.changes:
            if not any(_has(o, change) for o in others if o.source is not parallel.source):
                yield parallel, change


def _has(other: Parallel, change: Change) -> bool:
    """Whether a passage has the words of a change or, where there are none, nothing there, either."""
    if change.a:
        return all(i in other.partner for i in change.a)
    before, after = (other.partner.get(i) for i in (change.a.start - 1, change.a.stop))
    return before is not None and after == before + 1


def exchanged(parallel: Parallel, ours: Span, theirs: Span) -> Problem:
    """Words of a draft for those of a source that stand in their place."""
    sides = evidence(parallel.draft, ours), evidence(parallel.source, theirs, side=1)
    return in_place_of(*sides, f"“{sides[0].text}” for “{sides[1].text}”")


def in_place_of(ours: Evidence, theirs: Evidence, what: str) -> Problem:
    """What a draft has in the place of what a source has."""
    return Problem(
        Verdict.CONTRADICTION,
        f"{ours.article.name} has {what} in {theirs.article.name}",
        (ours, theirs),
        about=what,
        exchanged=True,
        reasons=("the words around both are the same, in the same order",),
    )


def beside(parallel: Parallel, change: Change) -> tuple[Span, Span]:
    """The words of a change on both sides, with their neighbours where one side has none."""
    both = bool(change.a) and bool(change.b)
    return (
        _stretch(parallel.a, change.a, 0 if both else 1),
        _stretch(parallel.b, change.b, 0 if both else 1),
    )


def _stretch(words: Sequence[Word], of: range, around: int) -> Span:
    first, last = max(0, of.start - around), min(len(words), of.stop + around) - 1
    return Span(words[first].span.start, words[last].span.end)
