"""How an item of a draft is told: a sign, its outcome in words, and the sentences it was held against."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import DraftItem, Qualifier, Support
from checker.reports.places import one_line

SIGNS = {
    Support.BACKED: "✓",
    Support.CONTRADICTED: "≠",
    Support.ELSEWHERE: "⇄",
    Support.ABSENT: "∅",
    Support.UNDECIDED: "?",
}
_HARMLESS = frozenset({Qualifier.LESS_PRECISE, Qualifier.WORKED_OUT})


def counts(items: Iterable[DraftItem]) -> list[tuple[DraftItem, int]]:
    """The first item of each outcome, and how many it has."""
    found: dict[Support, list[DraftItem]] = {support: [] for support in Support}
    for item in items:
        found[item.support].append(item)
    return [(alike[0], len(alike)) for alike in found.values() if alike]


def tally(items: Iterable[DraftItem]) -> str:
    """ "12 backed, 2 contradicted"."""
    return ", ".join(f"{number} {item.support.value}" for item, number in counts(items))


def is_open(item: DraftItem) -> bool:
    """Whether it asks for a look: no plain tick, and no known name in a sentence of its own."""
    if item.support is Support.BACKED or (item.support is Support.UNDECIDED and item.what == "name"):
        return not _HARMLESS.issuperset(item.qualifiers)
    return True


def undecided_names(items: Iterable[DraftItem]) -> list[str]:
    """Those that are not open, each once."""
    left = [i for i in items if i.support is Support.UNDECIDED and not is_open(i)]
    return list(dict.fromkeys(one_line(item.evidence.text) for item in left))


def words(item: DraftItem) -> str:
    """Its words, with the step by which they follow: "359 MPs = 211 + 148"."""
    said = one_line(item.evidence.text)
    return f"{said} = {item.step}" if Qualifier.WORKED_OUT in item.qualifiers and item.step else said


def mark(item: DraftItem) -> str:
    return SIGNS[item.support]


def outcome(item: DraftItem) -> str:
    """ "backed, disputed"."""
    return ", ".join([item.support.value, *(q.value for q in item.qualifiers)])
