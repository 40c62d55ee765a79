"""Fits the weights by which quotations of two sources are held to be one, told otherwise.

    python -m tools.fit_quotations --sets FOLDER … [--events FILE.jsonl] [--write]

Supervision: sets with planted disagreements (expected.yaml, in the format of cases/): two quotations
that stand on two sides of one disagreement are one, any others are two. Of real coverage (--events) hardly
any two are one told otherwise. Events are never in both parts of a cross-validation. Prints figures
cross-validated by event; --write puts the weights into rules/vocabulary/quoted.yaml and the table into
docs/quoted.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checker.matching.contexts import contexts_of
from checker.model import ArticleSet
from checker.pipeline import read_set
from checker.quotations.likeness import Likeness, Quoted, likeness, unlike_pairs
from tests import test_cases as cases
from tools.fit_matching import Array, event_sets, fit
from tools.fit_slots import Place, _fold, _meet, _place
from tools.written import write_page, write_weights

FOLDS = 5
RIDGE = 3.0
WRONG = 0.02  # share of wrong ones among those found in written sets that the cut-off is chosen for
REAL = 0.3  # what a pair of real coverage weighs
NAMES = (*Likeness._fields, "bias")


@dataclass(frozen=True)
class Event:
    name: str
    rows: Array
    planted: Sequence[frozenset[int]]  # of each pair the disagreements that it shows
    about: frozenset[int]  # those that some pair shows
    weight: float


def event_of(case: Path) -> Event:
    articles, expected = cases.set_of(case), cases.expected_of(case)
    sides = [[[_place(articles, w) for w in side] for side in f.between] for f in expected.findings]
    return _event(case.name, articles, sides)


def _event(
    name: str, articles: ArticleSet, sides: Sequence[Sequence[Sequence[Place]]], weight: float = 1.0
) -> Event:
    reading = read_set(articles)
    contexts, rows, planted = contexts_of(reading), [], []
    for a, b in unlike_pairs(reading):
        rows.append(likeness(a, b, contexts))
        ends = [
            {(n, s) for n, told in enumerate(sides) for s, side in enumerate(told) if _on(q, side)}
            for q in (a, b)
        ]
        planted.append(frozenset(n for n, s in ends[0] for m, t in ends[1] if n == m and s != t))
    return Event(
        name,
        np.array(rows, dtype=float).reshape(-1, len(Likeness._fields)),
        planted,
        frozenset().union(*planted),
        weight,
    )


def _on(quoted: Quoted, side: Sequence[Place]) -> bool:
    return any(_meet((quoted.reading.article.id, *quoted.span), place) for place in side)


def fitted(events: Sequence[Event]) -> Array:
    rows = np.vstack([e.rows for e in events])
    labels = np.array([float(bool(p)) for e in events for p in e.planted])
    sizes = np.array([e.weight for e in events for _ in e.planted])
    spread = rows.std(axis=0) + 1e-6
    found = fit(rows / spread, labels, sizes, RIDGE)
    return np.append(found[:-1] / spread, found[-1])


Seen = tuple[Event, Array]


def seen_by(events: Sequence[Event], weights: Array) -> list[Seen]:
    return [(e, 1 / (1 + np.exp(-(e.rows @ weights[:-1] + weights[-1])))) for e in events]


def cross_validated(events: Sequence[Event]) -> list[Seen]:
    found: list[Seen] = []
    for fold in range(FOLDS):
        weights = fitted([e for e in events if _fold(e.name, FOLDS) != fold])
        found += seen_by([e for e in events if _fold(e.name, FOLDS) == fold], weights)
    return found


def outcome(seen: Sequence[Seen], cut: float) -> tuple[int, int, int]:
    """How many altered quotations are found, of how many, and how many pairs wrongly."""
    found = wrong = 0
    for event, chances in seen:
        chosen = [p for p, chance in zip(event.planted, chances, strict=True) if chance >= cut]
        found += len(frozenset().union(*chosen))
        wrong += sum(not p for p in chosen)
    return found, sum(len(e.about) for e, _ in seen), wrong


def cut_off(seen: Sequence[Seen]) -> float:
    """The lowest cut-off, but no less than even odds, from which on no more than the stated share of what is
    found is wrong."""
    cuts = np.arange(0.95, 0.495, -0.01)
    lowest = 1.0
    for cut in cuts:
        found, _, wrong = outcome(seen, cut)
        if wrong > WRONG * (found + wrong):
            break
        lowest = float(cut)
    return lowest


def page(events: Sequence[Event], seen: Sequence[Seen], weights: Array, cut: float) -> Iterator[str]:
    yield "# Quotations told otherwise"
    yield ""
    yield "Written by `python -m tools.fit_quotations`; see its help for what is fitted on."
    yield ""
    count = sum(len(e.planted) for e in events)
    yield f"{len(events)} events, {count} pairs of quotations of two sources that share"
    yield "half of their words. Altered quotations found on events that were not fitted on:"
    yield ""
    yield "| from probability | found | pairs wrong | pairs of real coverage |"
    yield "|---|---|---|---|"
    for at in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
        found, planted, wrong = outcome([s for s in seen if s[0].weight == 1], at)
        real = outcome([s for s in seen if s[0].weight != 1], at)[2]
        yield f"| {at} | {found} of {planted} | {wrong} | {real} |"
    yield ""
    yield f"The cut-off {cut:.2f} is for {WRONG:.0%} wrong of what is found in written sets."
    yield ""
    yield "| feature | weight |"
    yield "|---|---|"
    yield from (f"| {name} | {weight:.2f} |" for name, weight in zip(NAMES, weights, strict=True))


def data(weights: Mapping[str, float], cut: float) -> Iterator[str]:
    yield "# Written by tools/fit_quotations.py; docs/quoted.md tells how the weights fare."
    yield "pair:"
    yield from (f"  {name}: {number:.4f}" for name, number in weights.items())
    yield f"cut: {cut:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, nargs="*", default=[])
    parser.add_argument("--events", type=Path, help="real coverage")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    events = [event_of(p.parent) for folder in args.sets for p in sorted(folder.glob("*/expected.yaml"))]
    if not events:
        print("skipped: no data; name --sets")
        return
    if args.events:
        events += [_event(f"{topic} {s.id}", s, (), REAL) for topic, s in event_sets(args.events)]
    seen, weights = cross_validated(events), fitted(events)
    cut = cut_off([s for s in seen if s[0].weight == 1])
    lines = list(page(events, seen, weights, cut))
    print("\n".join(lines))
    if args.write:
        given = dict(zip(NAMES, map(float, weights), strict=True))
        write_weights("quoted", data(given, cut))
        write_page("quoted", lines)


if __name__ == "__main__":
    main()
