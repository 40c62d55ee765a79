"""What was exchanged for what between two passages that are nearly the same, as problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.copies.sentences import best
from checker.model import Span, Verdict
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


def exchanged(
    parallel: Parallel, ours: Span, theirs: Span, what: str = "", values: tuple[str, str] = ("", "")
) -> Problem:
    """Words of a draft for those of a source that stand in their place; `what` says it in other words."""
    draft, source = parallel.draft, parallel.source
    what = what or f"“{draft.article.words(ours)}” for “{source.article.words(theirs)}”"
    return Problem(
        Verdict.CONTRADICTION,
        f"{draft.article.name} has {what} in {source.article.name}",
        (evidence(draft, ours, values[0], 0), evidence(source, theirs, values[1], 1)),
        about=what,
        exchanged=True,
        reasons=(f"{len(parallel.partner)} of {len(parallel.a)} words stand there in the same order",),
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
