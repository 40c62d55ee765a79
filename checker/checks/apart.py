"""What two accounts tell of one thing in ways that cannot both be right, where no number says so.

Held against each other are names that fill one place, peoples and countries, descriptions of one person,
words of a sort (kin, colours, directions, parts of the body), those who take part in one deed, deeds and what
denies, undoes or excludes them, days and hours. Which two are of one thing is weighed (docs/told.md): how
alike the sentences tell, who is named in them, which role the two fill, whether either account also says the
other's. A draft must be surer than two sources to be held against one.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.data import load
from checker.matching.likely import Pair, likely_of
from checker.matching.told import Told
from checker.matching.told_weights import told_weights
from checker.model import Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, Weight, evidence


def find(reading: SetReading) -> Iterator[Problem]:
    held = told_weights().found(likely_of(reading))
    used: set[object] = set()
    for _, pair in sorted(held, key=lambda found: -found[0]):
        ends = {pair.a, pair.b, frozenset({pair.a.key, pair.b.key})}
        if ends.isdisjoint(used):
            yield _problem(pair)
        used |= ends


def shown(one: Told, other: Told) -> tuple[str, str]:
    """The words of two sides; of a deed named in the same words, which other words deny, the sentences."""
    if one.text != other.text:
        return one.text, other.text
    first, second = (told.reading.article.words(told.sentence.span).strip() for told in (one, other))
    return first, second


def _problem(pair: Pair) -> Problem:
    sides = (pair.b, pair.a) if pair.b.drafted else (pair.a, pair.b)
    words = load("reasons")
    return Problem(
        Verdict.CONTRADICTION,
        tuple(f"“{words}”" for words in shown(*sides)),
        tuple(evidence(t.reading, t.span, t.key.lstrip("~"), n) for n, t in enumerate(sides)),
        about=pair.a.sort,
        told=tuple(told.text for told in sides),
        reasons=(words["sorts"][pair.a.sort], words["ways"][pair.way]),
        weight=Weight.LIKELY,
        backed=pair.backed,
    )
