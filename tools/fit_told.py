"""Fits the weights by which mentions without numbers are held to disagree, and says how they fare.

    python -m tools.fit_told --sets FOLDER … [--events FILE.jsonl] [--cache FILE] [--missed] [--write]

Supervision: sets with planted disagreements (expected.yaml, in the format of cases/), the tests beside the
general rules, --pairs of sentences, twins, and --events, real coverage, of which a pair is hardly ever a
disagreement. Of one that was planted it is known which words stand on its sides, not which of the mentions
among them are the ones: of all pairs across its sides the likeliest are taken, twice over. Events are never
in both parts of a cross-validation. Prints figures cross-validated by event; --write puts the weights into
rules/vocabulary/told.yaml and the table into docs/told.md.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from checker.authoring.rule_tests import read_tests
from checker.matching.likely import Pair, likely_of
from checker.matching.told import Sort, Told
from checker.matching.told_rows import Row
from checker.model import Article, ArticleSet, Role
from checker.pipeline import read_set
from checker.rules.rulesets import load_ruleset
from tests import test_cases as cases
from tools.fit_matching import Array, area, event_sets, twin_set
from tools.fit_slots import GENERAL, TEST_WEIGHT, UNREAD, Place, _fold, _meet, _place, _span
from tools.written import write_page, write_weights

FOLDS = 5
RIDGE = 4.0
SURPLUS = 0.15  # findings a set that were not planted, real coverage included, that the cut-off is chosen for
WRONG_DRAFTS = 0.02  # share of right drafts with a wrong finding that their cut-off is chosen for
SAMPLE = 4  # of the pairs that are no disagreement one in so many is fitted on …
SMALL = 50  # … but for events of no more pairs than this
ROUNDS = 2
MARGIN = 1.0  # log odds behind the likeliest pair of a disagreement up to which others show it, too
LIGHT = 0.5  # what a test beside a rule weighs
CHECKS = frozenset({"apart", "contrary", "described", "agent", "office", "standing"})
_ELSEWHERE = re.compile(r"\[[^\]]*(quot|speaker|headline|spell)")  # told by other checks
_NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion|dozen|half"
    r"|third|quarter|first|second)\b",
    re.IGNORECASE,
)
End = tuple[str, int, int, str]


@dataclass
class Held:
    """A pair as it is fitted on: where it stands, what is known of it, and whose disagreement it may be."""

    ends: tuple[End, End]
    sort: str
    row: Row
    planted: list[int]
    touches: bool  # a side of a disagreement
    own: bool = True  # of the sort that its disagreement is of


@dataclass
class Event:
    name: str
    pairs: list[Held]
    about: dict[int, str] = field(default_factory=dict)  # disagreements without numbers, that are looked for
    weight: float = 1.0
    drafted: bool = False
    real: bool = False  # coverage in which nothing was planted
    labels: list[float | None] = field(default_factory=list)


def event_of(case: Path) -> Event:
    articles, expected = cases.set_of(case), cases.expected_of(case)
    sides = [[[_place(articles, w) for w in side] for side in f.between] for f in expected.findings]
    numeric = [sum(all(_NUMBER.search(w.words) for w in s) for s in f.between) > 1 for f in expected.findings]
    others = [bool(_ELSEWHERE.match(f.about)) for f in expected.findings]
    pairs = [_held(pair, sides) for pair in likely_of(read_set(articles)).pairs]
    for held in pairs:
        held.own = any(not others[k] and (not numeric[k] or held.sort == Sort.TIME) for k in held.planted)
    looked_for = {k: f.about for k, f in enumerate(expected.findings) if not numeric[k] and not others[k]}
    return Event(case.name, pairs, looked_for)


def _held(pair: Pair, sides: Sequence[Sequence[Sequence[Place]]]) -> Held:
    ends = _end(pair.a), _end(pair.b)
    where = [
        {(n, s) for n, told in enumerate(sides) for s, side in enumerate(told) if _on(end, side)}
        for end in ends
    ]
    planted = sorted({n for n, s in where[0] for m, t in where[1] if n == m and s != t})
    return Held(ends, pair.a.sort, pair.row, planted, bool(where[0] | where[1]))


def _on(end: End, side: Sequence[Place]) -> bool:
    return any(_meet(end[:3], place) for place in side)


def _end(told: Told) -> End:
    return told.reading.article.id, *told.span, told.text


def events_of_pairs(path: Path) -> Iterator[Event]:
    """Pairs of sentences that cannot both be right (`finds`), or can (`quiet`)."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    for group in ("finds", "quiet"):
        planted = [0] if group == "finds" else []
        for number, texts in enumerate(told[group]):
            articles = tuple(Article(str(n), text) for n, text in enumerate(texts))
            found = likely_of(read_set(ArticleSet(f"{group}-{number}", articles))).pairs
            pairs = [Held((_end(p.a), _end(p.b)), p.a.sort, p.row, planted, bool(planted)) for p in found]
            yield Event(f"pair {group} {number}", pairs, {}, TEST_WEIGHT)


def events_of_tests() -> Iterator[Event]:
    """The tests beside the general rules of what has no number, each a small event."""
    for test in (t for pack in load_ruleset().packs if pack.id == GENERAL for t in read_tests(pack)):
        if test.rule.check in CHECKS and not test.example.todo and not test.example.says:
            found = likely_of(read_set(test.articles)).pairs
            planted = [0] if test.example.finds else []
            yield Event(
                test.name,
                [Held((_end(p.a), _end(p.b)), p.a.sort, p.row, planted, bool(planted)) for p in found],
                {},
                LIGHT,
            )


def events_of_twins(folder: Path) -> Iterator[Event]:
    """Right drafts, in which nothing is in dispute, and wrong ones, in which the exchanged words are."""
    for path in sorted(folder.rglob("*.json")):
        twin = json.loads(path.read_text(encoding="utf-8"))
        for version in ("right", "wrong"):
            changed = [_span(twin["wrong"], c["wrong"]) for c in twin["changes"] if version == "wrong"]
            pairs = []
            for pair in likely_of(read_set(twin_set(twin, version))).pairs:
                if pair.a.drafted == pair.b.drafted:
                    continue
                draft = next(one for one in (pair.a, pair.b) if one.reading.article.role is Role.DRAFT)
                planted = [n for n, span in enumerate(changed) if draft.span.overlaps(span)]
                pairs.append(
                    Held((_end(pair.a), _end(pair.b)), pair.a.sort, pair.row, planted, bool(planted))
                )
            yield Event(f"{twin['id']} {version}", pairs, {}, LIGHT, drafted=True)


def events_of_coverage(path: Path) -> Iterator[Event]:
    for topic, articles in event_sets(path):
        found = likely_of(read_set(articles)).pairs
        pairs = [Held((_end(p.a), _end(p.b)), p.a.sort, p.row, [], False) for p in found]
        yield Event(f"{topic} {articles.id}", pairs, {}, UNREAD, real=True)


FREE = frozenset(
    {
        "siding",
        "many_senses",
        "head_one",
        "draft",
        "nominal",
        "clock",
        "light",
        "untold",
        "often_least",
        "often_most",
        "about_one",
        "once",
        "measured",
        "turned",
    }
)
AGAINST = frozenset({"away", "others_apart", "predicate_opposed", "relatives"})


def sign(name: str) -> int:
    """1 for a feature that can only speak for a disagreement, -1 for one against it, 0 for either."""
    if name in FREE or name.startswith(("is_", "way_")):
        return 0
    return -1 if name in AGAINST or name.endswith("_other") else 1


def names_of(events: Sequence[Event]) -> list[str]:
    found = {name: None for e in events for pair in e.pairs for name in sorted(pair.row)}
    return sorted(found)


def rows_of(event: Event, names: Sequence[str]) -> Array:
    return np.array([[p.row.get(n, 0.0) for n in names] for p in event.pairs]).reshape(-1, len(names))


def fit(rows: Array, labels: Array, sizes: Array, names: Sequence[str]) -> Array:
    """A logistic model, every feature shrunk by its spread, by Newton's method on the weights that are free:
    one that would say the opposite of what its feature means is none."""
    spread = rows.std(axis=0) + 1e-6
    full = np.hstack([rows / spread, np.ones((len(rows), 1))])
    signs = np.array([*map(sign, names), 0])
    shrink = np.full(full.shape[1], RIDGE)
    shrink[-1] = 1e-6
    given = np.zeros(full.shape[1])
    given[-1] = np.log((labels * sizes).sum() / ((1 - labels) * sizes).sum())

    def loss(weights: Array) -> float:
        odds = full @ weights
        return float(
            (sizes * (np.logaddexp(0, odds) - labels * odds)).sum() + (shrink * weights**2).sum() / 2
        )

    for _ in range(40):
        chances = 1 / (1 + np.exp(-(full @ given)))
        slope = full.T @ (sizes * (chances - labels)) + shrink * given
        free = ~((signs != 0) & (given == 0) & (slope * signs >= 0))
        part = full[:, free]
        curve = (part * (sizes * chances * (1 - chances))[:, None]).T @ part + np.diag(shrink[free])
        step = np.zeros_like(given)
        step[free] = np.linalg.solve(curve, slope[free])
        before, length = loss(given), 1.0
        while length > 1e-4:
            after = given - length * step
            after[(signs != 0) & (after * signs < 0)] = 0
            if loss(after) <= before:
                break
            length /= 2
        moved = float(np.abs(after - given).max())
        given = after
        if moved < 1e-3:
            break
    return np.append(given[:-1] / spread, given[-1])


def settle(events: Sequence[Event], names: Sequence[str], weights: Array | None) -> None:
    """Of each disagreement the likeliest pairs show it; of the others of its pairs nothing is known."""
    for event in events:
        scores = rows_of(event, names) @ weights[:-1] if weights is not None else np.zeros(len(event.pairs))
        best: dict[int, float] = defaultdict(lambda: -np.inf)
        for pair, score in zip(event.pairs, scores, strict=True):
            for k in pair.planted if pair.own else ():
                best[k] = max(best[k], score)
        event.labels = [
            0.0
            if not pair.planted
            else 1.0
            if pair.own and any(score >= best[k] - MARGIN for k in pair.planted)
            else None
            for pair, score in zip(event.pairs, scores, strict=True)
        ]


def fitted(events: Sequence[Event], names: Sequence[str]) -> Array:
    """Of the pairs that are no disagreement one in so many is fitted on, and weighs as much more."""
    steps = [1 if len(e.pairs) <= SMALL else SAMPLE for e in events]
    kept = [
        [p for n, p in enumerate(e.pairs) if p.planted or n % step == 0]
        for e, step in zip(events, steps, strict=True)
    ]
    events = [replace(e, pairs=pairs) for e, pairs in zip(events, kept, strict=True)]
    rows = np.vstack([rows_of(e, names) for e in events])
    sizes = np.array(
        [
            e.weight * (1 if p.planted else step)
            for e, step in zip(events, steps, strict=True)
            for p in e.pairs
        ]
    )
    weights = None
    for _ in range(ROUNDS):
        settle(events, names, weights)
        labels = [label for e in events for label in e.labels]
        known = np.array([label is not None for label in labels])
        given = np.array([label or 0.0 for label in labels])
        weights = fit(rows[known], given[known], sizes[known], names)
    assert weights is not None
    return weights


@dataclass(frozen=True)
class Seen:
    event: Event
    chances: Array


def seen_by(events: Sequence[Event], names: Sequence[str], weights: Array) -> list[Seen]:
    return [Seen(e, 1 / (1 + np.exp(-(rows_of(e, names) @ weights[:-1] + weights[-1])))) for e in events]


def cross_validated(events: Sequence[Event], names: Sequence[str]) -> list[Seen]:
    found = []
    for fold in range(FOLDS):
        weights = fitted([e for e in events if _fold(e.name, FOLDS) != fold], names)
        rest = [e for e in events if _fold(e.name, FOLDS) == fold and (e.about or e.drafted or e.real)]
        found += seen_by(rest, names, weights)
    return found


def outcome(seen: Sequence[Seen], cut: float) -> tuple[int, int, float]:
    """How many disagreements without numbers are found, of how many, and the wrong findings a set."""
    found = planted = wrong = 0
    for s in seen:
        chosen = [p for p, chance in zip(s.event.pairs, s.chances, strict=True) if chance >= cut]
        found += len({k for p in chosen for k in p.planted} & set(s.event.about))
        planted += len(s.event.about)
        lots: list[set[End]] = []
        for pair in (p for p in chosen if not p.touches):
            met = [lot for lot in lots if not lot.isdisjoint(pair.ends)]
            lots = [lot for lot in lots if lot not in met] + [set(pair.ends).union(*met)]
        wrong += len(lots)
    return found, planted, wrong / max(1, len(seen))


def cut_offs(seen: Sequence[Seen]) -> dict[str, float]:
    sets = [s for s in seen if not s.event.drafted]
    chances = sorted({round(float(c), 3) for s in sets for c in s.chances if c > 0.02})
    cut = next((c for c in chances if outcome(sets, c)[2] <= SURPLUS), 1.0)
    right = [s for s in seen if s.event.drafted and s.event.name.endswith("right")]
    highest = np.sort([max(map(float, s.chances), default=0.0) for s in right])
    draft = float(highest[int((1 - WRONG_DRAFTS) * (len(highest) - 1))]) + 1e-4 if len(highest) else cut
    return {"cut": cut, "cut_draft": max(cut, draft)}


def page(
    events: Sequence[Event],
    seen: Sequence[Seen],
    weights: Mapping[str, float],
    cut: Mapping[str, float],
) -> Iterator[str]:
    sets = [s for s in seen if not s.event.drafted]
    yield "# What is told without numbers"
    yield ""
    yield "Written by `python -m tools.fit_told`; see its help for what is fitted on."
    yield ""
    count = sum(len(e.pairs) for e in events)
    yield f"{len(events)} events, {count} pairs of mentions that exclude each other. Disagreements"
    yield "without numbers found on events that were not fitted on:"
    yield ""
    yield "| from probability | found | wrong a set |"
    yield "|---|---|---|"
    for at in (0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        found, planted, wrong = outcome(sets, at)
        yield f"| {at} | {found} of {planted} | {wrong:.2f} |"
    yield ""
    yield f"The cut-off {cut['cut']:.3f} is for {SURPLUS} wrong a set, that of a draft and a source,"
    yield f"{cut['cut_draft']:.3f}, for {WRONG_DRAFTS:.0%} of right drafts."
    yield ""
    yield "| sort | pairs | disagreements | area under the curve |"
    yield "|---|---|---|---|"
    for sort in Sort:
        told = [
            (float(c), label or 0.0)
            for s in sets
            for p, c, label in zip(s.event.pairs, s.chances, s.event.labels, strict=True)
            if p.sort == sort and label is not None
        ]
        if not any(label for _, label in told):
            continue
        chances, labels = (np.array(column) for column in zip(*told, strict=True))
        yield f"| {sort} | {len(told)} | {int(labels.sum())} | {area(chances, labels):.3f} |"
    yield ""
    yield "| feature | weight |"
    yield "|---|---|"
    yield from (f"| {name} | {weight:.2f} |" for name, weight in weights.items())


def data(weights: Mapping[str, float], cut: Mapping[str, float]) -> Iterator[str]:
    yield "# Written by tools/fit_told.py; docs/told.md tells how the weights fare."
    yield "pair:"
    yield from (f"  {name}: {number:.4f}" for name, number in weights.items() if number)
    yield "cutoffs:"
    yield from (f"  {name}: {number:.4f}" for name, number in cut.items())


def cached(path: Path | None, work: Callable[[], Any]) -> Any:
    if path is not None and path.exists():
        return pickle.loads(path.read_bytes())
    found = work()
    if path is not None:
        path.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, nargs="*", default=[])
    parser.add_argument("--events", type=Path, help="real coverage")
    parser.add_argument("--twins", type=Path, default=Path("tests/benchmarks/twins"))
    parser.add_argument("--pairs", type=Path, default=Path("tests/propositions/pairs.yaml"))
    parser.add_argument("--cache", type=Path, help="keeps what was read, for a run on other settings")
    parser.add_argument("--missed", action="store_true", help="print what is missed and what is wrong")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()

    def read() -> list[Event]:
        sets = [event_of(p.parent) for f in args.sets for p in sorted(f.glob("*/expected.yaml"))]
        real = events_of_coverage(args.events) if args.events else ()
        short = [*events_of_tests(), *events_of_pairs(args.pairs)]
        return [*sets, *short, *events_of_twins(args.twins), *real] if sets else []

    events = cached(args.cache, read)
    if not events:
        print("skipped: no data; name --sets")
        return
    names = names_of(events)
    seen = cross_validated(events, names)
    weights = fitted(events, names)
    settle([s.event for s in seen], names, weights)
    cut = cut_offs(seen)
    given = dict(zip((*names, "bias"), map(float, weights), strict=True))
    lines = list(page(events, seen, given, cut))
    print("\n".join(lines))
    if args.missed:
        for s in seen:
            tell(s, cut["cut"])
    if args.write:
        write_weights("told", data(given, cut))
        write_page("told", lines)


def tell(seen: Seen, cut: float) -> None:
    best: dict[int, tuple[float, Held]] = {}
    for pair, chance in zip(seen.event.pairs, seen.chances, strict=True):
        for k in pair.planted:
            if k not in best or chance > best[k][0]:
                best[k] = (float(chance), pair)
        if chance >= cut / 2 and not pair.touches:
            print(f"{seen.event.name}: wrong {chance:.2f} {pair.sort}: {pair.ends[0]} / {pair.ends[1]}")
    for k, about in seen.event.about.items():
        chance, held = best.get(k, (0.0, None))
        shown = f"{held.sort} {held.ends[0][3]} / {held.ends[1][3]}" if held else "no pair"
        print(f"{seen.event.name}: {'found' if chance >= cut else 'missed'} {chance:.3f} {about}: {shown}")


if __name__ == "__main__":
    main()
