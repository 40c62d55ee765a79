"""A figure or day of a draft that is another one where a source tells of the same thing.

Each figure of the draft is matched with the figures of every source by what surrounds them. Where the
most likely one says another thing, and no source has the draft's figure of it, the draft is contradicted:
another number, day, unit, currency or scale, or per cent for a count.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.drafts.items import assess
from checker.model import Support, Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, Weight


def find(reading: SetReading) -> Iterator[Problem]:
    for item in assess(reading):
        if item.support is Support.CONTRADICTED and not item.replaced:
            there = item.sources[0]
            yield Problem(
                Verdict.CONTRADICTION,
                (item.evidence.text, there.text),
                (item.evidence, *item.sources),
                about=item.evidence.article.id,
                weight=Weight.SURE if item.sure else Weight.LIKELY,
                reasons=("told alike",),
            )
