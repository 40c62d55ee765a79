"""Figures that stand where the passage nearly the same has others."""

from __future__ import annotations

from collections.abc import Sequence

from checker.copies.sentences import is_small
from checker.matching.features import Mention
from checker.readings import Parallel, SetReading, parallels_at


def stand_for_one_another(ours: Mention, theirs: Mention, reading: SetReading) -> bool:
    """Whether one figure stands in the place of the other in passages that are otherwise nearly the same."""
    for parallel in parallels_at(reading, ours.sentence.reading.article.id, ours.span):
        if parallel.draft is ours.sentence.reading and parallel.source is theirs.sentence.reading:
            words = set(parallel.words_at(parallel.draft, ours.span))
            place = {j for i in words for j in _opposite(parallel, i)}
            if words - parallel.partner.keys() and any(
                parallel.b[j].span.overlaps(theirs.span) for j in place
            ):
                return True
    return False


def _opposite(parallel: Parallel, i: int) -> Sequence[int]:
    """The words of the passage in the place of a word of the draft."""
    if i in parallel.partner:
        return (parallel.partner[i],)
    return next((c.b for c in parallel.changes if i in c.a and is_small(c)), ())
