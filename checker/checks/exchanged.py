"""What stands in a passage where the passage it was made from has something else.

Where a sentence of the draft keeps the words of a source's sentence, or two sources have a passage nearly
word for word, whatever differs in one place can be compared. A rule names one sort of it:

- quantity: a figure, an amount or a day that is another one, even if it stands elsewhere in the source
- name, place: another person, body or place; no other name of one, no title, no people for its country
- denial: a "not" put in or left out, a verb for one that excludes it; two of them make none
- scope: "all" for "some", "a full withdrawal" for "a partial one", before or after a thing
- wording: a word for its opposite or for one that excludes it (colours, kin, sports, peoples); any other
  word that is neither a synonym nor broader or narrower is a note
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.copies.denials import is_contrary, is_made_good
from checker.copies.exchanges import beside, changes, exchanged, in_place_of
from checker.copies.names import name_exchanges, names_exchanged
from checker.copies.sentences import is_near
from checker.copies.wording import Wording, is_other_scope, wording
from checker.drafts.items import assess
from checker.model import Evidence
from checker.readings import Change, Parallel, SetReading, once, values_of
from checker.verdicts import Problem, Weight

SWAPPED = "agent"  # two names in one another's place: who did it and to whom
_WEIGHT = {Wording.OPPOSED: Weight.SURE, Wording.SORT: Weight.LIKELY, Wording.OTHER: Weight.MINOR}


def find(reading: SetReading, sort: str) -> Iterator[Problem]:
    yield from _exchanges(reading).get(sort, ())


@once
def _exchanges(reading: SetReading) -> Mapping[str, Sequence[Problem]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for sort, problem in (*_figures(reading), *_names(reading), *_words(reading)):
        found[sort].append(problem)
    return found


def _figures(reading: SetReading) -> Iterator[tuple[str, Problem]]:
    for item in assess(reading):
        if item.replaced:
            ours, theirs = (_bare(e) for e in (item.evidence, item.sources[0]))
            yield "quantity", in_place_of(ours, theirs, f"{ours.text} for {theirs.text}")


def _bare(figure: Evidence) -> Evidence:
    """A figure without what it counts, which may be the same on both sides."""
    return replace(figure, span=figure.read.span, value=figure.read.text) if figure.read else figure


def _names(reading: SetReading) -> Iterator[tuple[str, Problem]]:
    for one in name_exchanges(reading):
        sort = SWAPPED if one.swapped else "place" if one.is_place else "name"
        yield sort, exchanged(one.parallel, one.draft_span, one.source_span)


def _words(reading: SetReading) -> Iterator[tuple[str, Problem]]:
    for parallel, change in changes(reading):
        problem = exchanged(parallel, *beside(parallel, change))
        if is_contrary(parallel, change):
            if not is_made_good(parallel, change):
                yield "denial", problem
        elif is_other_scope(parallel, change):
            yield "scope", problem
        elif (told := _worded(reading, parallel, change)) is not Wording.SAME:
            yield "wording", replace(problem, weight=_WEIGHT[told])


def _worded(reading: SetReading, parallel: Parallel, change: Change) -> Wording:
    """What the words of a near copy say in place of others; figures and names are held by themselves."""
    figure = change.a and values_of(parallel.draft).over(parallel.span(change.a))
    if not is_near(parallel) or figure:
        return Wording.SAME
    told = wording(parallel, change)
    named = told is not Wording.SAME and names_exchanged(reading, parallel, change) is not None
    return Wording.SAME if named else told
