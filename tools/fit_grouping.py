"""Fits the weights by which `checker group` puts articles into events.

    python -m tools.fit_grouping --events FILE.jsonl [--write]

FILE holds an article a line ({"set", "id", "text"}; sets are called by their topic's number, as "5-plus").
Topics whose number divides by three are left out. Three things are fitted, one after the other:

- the share of runs of words from which on one article is a copy of another: that which agrees best with what
  reports tell to be one copy;
- what each likeness of two articles counts, by pairs as they meet in shuffled streams of all topics;
- the mean log odds from which on an article joins an event: that by which whole streams come out best. In
  every stream one event of three has a single article, which has to stay alone.

Prints how other cut-offs fare; --write puts all into rules/vocabulary/grouping.yaml. How it fares on
topics that were left out, `python -m tests.benchmarks.grouping` measures.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from checker.copies.shared import shared_copies
from checker.grouping.events import Grouping, Told
from checker.grouping.likeness import AGAINST, FOR, NAMES, Row, Seen, Weights, features
from checker.grouping.rarity import Rarity
from checker.grouping.recent import Recent
from checker.model import ArticleSet
from checker.pipeline import read_set
from tests.benchmarks.grouping import HELD_OUT, Labelled, b_cubed, labelled, streams
from tools.fit_matching import Array, fit
from tools.written import write_weights

SHUFFLES = 4
CUTS = np.arange(-4.0, 4.1, 0.25)
COPIES = np.arange(0.05, 0.96, 0.05)


def copy_cut(told: Sequence[Labelled]) -> float:
    """The share of runs of words by which copies are told best, as reports tell them."""
    shares, copies = [], []
    for event in sorted({one.event for one in told}):
        its = [one for one in told if one.event == event]
        reading = read_set(ArticleSet(event, tuple(one.article for one in its)))
        groups = [set(group) for group in shared_copies(reading)]
        for a, b in combinations(its, 2):
            shares.append(float(a.sketch.signature.jaccard(b.sketch.signature)))
            copies.append(any({a.article.id, b.article.id} <= group for group in groups))
    found, true = np.array(shares), np.array(copies)
    scores = [2 * (true & (found >= cut)).sum() / (true.sum() + (found >= cut).sum()) for cut in COPIES]
    print(f"copies: {int(true.sum())} of {len(true)} pairs; F1 {max(scores):.3f}")
    return float(COPIES[int(np.argmax(scores))])


def pairs(stream: Sequence[Labelled], copy: float) -> Iterator[tuple[Row, float]]:
    """The pairs of a stream that come into question, with whether they are of one event."""
    rarity, before = Rarity(), list[Labelled]()
    recent = Recent(rarity, copy)
    for number, one in enumerate(stream):
        rarity.add(one.sketch)
        told = Told(number, one.article, one.sketch)
        near = {before[at].event for at in recent.like(told)}
        seen = Seen.by(rarity, one.sketch)
        for other in before:
            if other.event in near:
                row = features(seen, Seen.by(rarity, other.sketch), rarity)
                yield row, float(other.event == one.event)
        recent.add(told)
        before.append(one)


def weights_of(rows: Array, labels: Array) -> list[float]:
    """Fitted weights and bias; a feature that would count against its meaning is left out."""
    used = list(NAMES)
    while True:
        columns = [NAMES.index(name) for name in used]
        found = dict(zip((*used, "bias"), fit(rows[:, columns], labels, np.ones(len(labels))), strict=True))
        wrong = [n for n in used if (n in FOR and found[n] < 0) or (n in AGAINST and found[n] > 0)]
        if not wrong:
            return [float(found.get(name, 0.0)) for name in (*NAMES, "bias")]
        used = [name for name in used if name not in wrong]


def score(stream: Sequence[Labelled], weights: Weights) -> float:
    """B-cubed F1 of a stream."""
    grouping, found = Grouping(len(stream) + 1, weights=weights), []
    for number, one in enumerate(stream):
        found += list(grouping.add(Told(number, one.article, one.sketch)))
    found += list(grouping.rest())
    groups = [[stream[told.number] for told in event.told] for event in found]
    return b_cubed(groups).f1


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if args.events is None or not args.events.is_file():
        print(f"skipped: no {args.events or 'data; name --events'}")
        return
    told = [one for one in labelled(args.events) if one.topic % HELD_OUT]
    copy = copy_cut(told)
    whole = list(streams(told, SHUFFLES))
    found = [pair for stream in whole for pair in pairs(stream, copy)]
    rows, labels = np.array([row for row, _ in found]), np.array([label for _, label in found])
    print(f"{len(labels)} pairs, {int(labels.sum())} of one event")
    pair = weights_of(rows, labels)
    thinned = list(streams(told, SHUFFLES, alone=3))
    fared = {float(cut): np.mean([score(s, Weights(pair, cut, copy)) for s in thinned]) for cut in CUTS}
    for cut, mean in fared.items():
        print(f"  joins at {cut:5.2f}: B-cubed F1 {100 * mean:.1f}")
    joins = max(fared, key=lambda cut: (fared[cut], cut))
    told_weights = [f"  {name}: {number:.3f}" for name, number in zip((*NAMES, "bias"), pair, strict=True)]
    lines = [
        "# Written by tools/fit_grouping.py: by what articles of a feed are put into events.",
        "pair:",
        *told_weights,
        f"cutoffs: {{joins: {joins:.2f}, copy: {copy:.2f}}}",
    ]
    print("\n".join(lines))
    if args.write:
        write_weights("grouping", lines)


if __name__ == "__main__":
    main()
