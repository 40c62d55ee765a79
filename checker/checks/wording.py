"""A word that stands for another in a passage that is otherwise the same.

Where two accounts have a passage nearly word for word, a word exchanged for its opposite or for one that
excludes it (colours, kin, sports, peoples) tells another fact. Other words that are neither synonyms nor
broader or narrower are shown as a note; figures, names and denials have checks of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.checks.denial import is_contrary
from checker.checks.scope import differs
from checker.copies.exchanges import beside, changes, exchanged
from checker.copies.names import names_exchanged
from checker.copies.sentences import is_near
from checker.copies.wording import Wording, wording
from checker.readings import SetReading
from checker.verdicts import Problem, Weight

_WEIGHT = {Wording.OPPOSED: Weight.SURE, Wording.SORT: Weight.LIKELY, Wording.OTHER: Weight.MINOR}


def find(reading: SetReading) -> Iterator[Problem]:
    for parallel, change in changes(reading):
        if not is_near(parallel) or is_contrary(parallel, change) or differs(parallel, change):
            continue
        if change.a and any(v.span.overlaps(parallel.span(change.a)) for v in parallel.draft.values):
            continue
        told = wording(parallel, change)
        if told is not Wording.SAME and names_exchanged(reading, parallel, change) is None:
            yield replace(exchanged(parallel, *beside(parallel, change)), weight=_WEIGHT[told])
