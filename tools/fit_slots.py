"""Fits the weights by which figures of several accounts are put into slots, and says how they fare.

    python -m tools.fit_slots --sets FOLDER … [--events FILE.jsonl] [--write]

Supervision: sets with planted disagreements (expected.yaml, in the format of cases/). Two figures that stand
on words of two sides of one disagreement are of one thing and conflict, two on words of one side are of one
thing and agree; any others that do not agree are of two things. The tests beside the rules, the pairs
of tests/corpora/pairs.yaml and the twins are fitted on as well, and --events, real coverage with what two
readers labelled of it. Events are never in both parts of a cross-validation. Prints figures cross-validated
by event; --write puts the weights into rules/vocabulary/slots.yaml and the table into docs/slots.md.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from checker.authoring.rule_tests import read_tests
from checker.claims import updates
from checker.comparison import SOURCES, why
from checker.matching.features import Mention
from checker.matching.figures import CONFLICT, SURROUNDINGS, Figures, Pair
from checker.matching.mentions import is_telling
from checker.matching.standing import KINDS
from checker.model import Article, ArticleSet, Role, Span
from checker.pipeline import read_set
from checker.rules.rulesets import load_ruleset
from tests import test_cases as cases
from tools.fit_matching import area, event_sets, fit, twin_set
from tools.written import write_page, write_weights

Array = NDArray[np.float64]
FOLDS, INNER = 5, 3
SURPLUS = 0.15  # wrong conflicts a set that the cut-off is chosen for; as many are left to what has no number
AGREED = (0.1, 0.5)  # shares of true agreements that the cut-offs leave out, of telling figures and of others
WRONG_DRAFTS = 0.05  # share of right drafts with a wrong conflict that their cut-off is chosen for
UNREAD = 0.2  # of real coverage, what a pair weighs that nobody labelled
RIDGE = 6.0
COMPARED = "compared"
LABELS = Path("tests/benchmarks/event_sets.pairs.yaml")
GENERAL = "general"
TEST_WEIGHT = 3.0  # what a pair of sentences weighs: it is alike in all but one thing …
REAL_WEIGHT = 0.8  # … a draft, and real coverage


@dataclass(frozen=True)
class Event:
    name: str
    figures: Figures
    same: list[float | None]  # of each pair: whether it is of one thing; None where nobody knows
    planted: list[int | None]  # the number of the disagreement that it shows
    weight: float = 1.0
    drafted: bool = False  # a draft beside its sources, right or wrong
    known: Collection[int] = ()  # the pairs that somebody labelled, where the others weigh less
    moved: Collection[int] = ()  # the pairs of which the later only replaces the earlier: no disagreement

    @property
    def sizes(self) -> Array:
        """What each pair weighs."""
        light = UNREAD if self.known else 1.0
        weights = [
            0.0 if n in self.moved else 1.0 if n in self.known else light for n in range(len(self.same))
        ]
        return self.weight * np.array(weights)

    @property
    def rows(self) -> Array:
        return np.array([pair.surroundings for pair in self.figures.pairs]).reshape(-1, len(SURROUNDINGS))


def event_of(case: Path) -> Event:
    articles, expected = cases.set_of(case), cases.expected_of(case)
    figures = Figures(read_set(articles))
    sides = [[[_place(articles, w) for w in side] for side in f.between] for f in expected.findings]
    same: list[float | None] = []
    planted: list[int | None] = []
    for pair in figures.pairs:
        ends = [_where(figures, n) for n in (pair.x, pair.y)]
        told = [_sides(sides, ends, number) for number in range(len(sides))]
        conflicts = [n for n, (a, b) in enumerate(told) if a is not None and b is not None and a != b]
        together = any(a is not None and a == b for a, b in told)
        planted.append(conflicts[0] if conflicts and not pair.agrees else None)
        same.append(1.0 if conflicts or together else None if pair.agrees else 0.0)
    moved = frozenset(n for n, p in enumerate(figures.pairs) if planted[n] is None and _moved(figures, p))
    return Event(case.name, figures, same, planted, moved=moved)


def _moved(figures: Figures, pair: Pair) -> bool:
    a, b = (figures.mentions[n].claim for n in (pair.x, pair.y))
    return a is not None and b is not None and not pair.agrees and updates.moved(a, b)


def events_of_tests() -> Iterator[Event]:
    """The tests beside the rules of figures, each a small event: pairs alike in all but one thing."""
    for test in (test for pack in load_ruleset().packs for test in read_tests(pack)):
        example, rule = test.example, test.rule
        kind = rule.claim.value.kind if rule.claim is not None else None
        if kind is None or example.todo or any(account.published for account in example.accounts):
            continue
        figures = Figures(read_set(test.articles))
        apart = [n for n, p in enumerate(figures.pairs) if not p.agrees and figures.kind(p) is kind]
        wanted = bool(example.finds)
        if len(apart) == 1 or (apart and not wanted):
            planted = [0 if wanted and n in apart else None for n in range(len(figures.pairs))]
            same = [float(wanted) if n in apart else None for n in range(len(figures.pairs))]
            yield Event(test.name, figures, same, planted, TEST_WEIGHT)


def events_of_twins(folder: Path) -> Iterator[Event]:
    """Right drafts, whose figures are in dispute with none, and wrong ones, of which the exchanged figures
    are in dispute with the mentions in the sources of what stands in their place in the right one."""
    for path in sorted(folder.rglob("*.json")):
        twin = json.loads(path.read_text(encoding="utf-8"))
        right, wrong = (Figures(read_set(twin_set(twin, version))) for version in ("right", "wrong"))
        none: list[int | None] = [None] * len(right.pairs)
        yield Event(
            f"{twin['id']} right",
            right,
            [None if p.agrees else 0.0 for p in right.pairs],
            none,
            REAL_WEIGHT,
            drafted=True,
        )
        planted = [_planted(twin, right, wrong, pair) for pair in wrong.pairs]
        same = [
            1.0 if k is not None else None if p.agrees else 0.0
            for k, p in zip(planted, wrong.pairs, strict=True)
        ]
        yield Event(f"{twin['id']} wrong", wrong, same, planted, REAL_WEIGHT, drafted=True)


def events_of_coverage(path: Path, labels: Path) -> Iterator[Event]:
    """Real coverage of events, with the findings that two readers labelled; what nobody labelled is hardly
    ever a conflict, and weighs less. Topics that are held out are left out."""
    told: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in yaml.safe_load(labels.read_text(encoding="utf-8")):
        told[row["set"]].append(row)
    for topic, articles in event_sets(path):
        figures = Figures(read_set(articles))
        ends = [[_where(figures, n) for n in (p.x, p.y)] for p in figures.pairs]
        known = {
            n: row["right"]
            for n, pair in enumerate(figures.pairs)
            for row in told.get(articles.id, ())
            if not pair.agrees and _is_between(ends[n], row)
        }
        same = [None if p.agrees else float(known.get(n, False)) for n, p in enumerate(figures.pairs)]
        planted = [0 if known.get(n) else None for n in range(len(figures.pairs))]
        yield Event(f"{topic} {articles.id}", figures, same, planted, REAL_WEIGHT, known=known or {-1})


def _is_between(ends: Sequence[Place], row: Mapping[str, Any]) -> bool:
    places = [(name, start, end) for name, start, end in (row["a"], row["b"])]
    return any(all(_meet(e, p) for e, p in zip(ends, side, strict=True)) for side in (places, places[::-1]))


def _planted(twin: Mapping[str, Any], right: Figures, wrong: Figures, pair: Pair) -> int | None:
    """The number of the change that a pair of a draft's figure and a source's shows."""
    ends = sorted((wrong.mentions[n] for n in (pair.x, pair.y)), key=_is_source)
    if pair.agrees or _is_source(ends[0]):
        return None
    for number, change in enumerate(twin["changes"]):
        if ends[0].span.overlaps(_span(twin["wrong"], change["wrong"])):
            meant = _span(twin["right"], change["right"])
            told = (m.value for m in right.mentions if not _is_source(m) and m.span.overlaps(meant))
            if any(v is not None and ends[1].value and why(ends[1].value, v, SOURCES).agrees for v in told):
                return number
    return None


def _is_source(mention: Mention) -> bool:
    return mention.sentence.reading.article.role is Role.SOURCE


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


Place = tuple[str, int, int]


def events_of_pairs(path: Path) -> Iterator[Event]:
    """Pairs of statements with one value each in brackets, of one thing (`compared`) or of two."""
    for group, pairs in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for number, item in enumerate(pairs):
            texts = [item[side] for side in ("one", "other")]
            articles = tuple(Article(str(n), re.sub(r"[\[\]]", "", text)) for n, text in enumerate(texts))
            figures = Figures(read_set(ArticleSet(f"{group}-{number}", articles)))
            spans = [Span(text.index("["), text.index("]") - 1) for text in texts]
            meant = [
                all(figures.mentions[n].span.overlaps(s) for n, s in zip((p.x, p.y), spans, strict=True))
                for p in figures.pairs
            ]
            one = group == COMPARED
            same = [float(one) if m else None for m in meant]
            planted = [
                0 if m and one and not p.agrees else None for m, p in zip(meant, figures.pairs, strict=True)
            ]
            yield Event(f"pair {group} {number}", figures, same, planted, TEST_WEIGHT)


def _place(articles: ArticleSet, words: cases.Words) -> Place:
    text = next(a.text for a in articles.articles if a.id == words.article)
    at = text.find(words.words)
    return words.article, at, at + len(words.words)


def _where(figures: Figures, number: int) -> Place:
    mention = figures.mentions[number]
    return mention.sentence.reading.article.id, *mention.span


def _sides(
    sides: list[list[list[Place]]], ends: Sequence[Place], number: int
) -> tuple[int | None, int | None]:
    a, b = (
        next((s for s, side in enumerate(sides[number]) if any(_meet(end, place) for place in side)), None)
        for end in ends
    )
    return a, b


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and other[1] >= 0 and one[1] < other[2] and other[1] < one[2]


FREE = frozenset({"siding", "small", "two_voices", "drafted", "drafted_first", *map(str, KINDS)})
AGAINST = frozenset(
    {
        "away",
        "opposed",
        "state_untold",
        "agent_untold",
        "said_only",
        "undated",
        "year_only",
        "time_untold",
        "single",
        "nobodys",
        "uncounted",
        "known_alike",
        "worded_alike",
        "told",
        "told_one",
        "told_both",
        "apart",
        "far",
    }
)


def sign(name: str) -> int:
    """1 for a feature that can only speak for a pair, -1 for one against it, 0 for either."""
    return 0 if name in FREE else -1 if name in AGAINST or name.endswith("_other") else 1


def scaled_fit(rows: Array, labels: Array, sizes: Array, names: Sequence[str]) -> Array:
    """As `fit`, with every feature shrunk by its spread; the weights are of the features as they are.

    A feature whose weight would say the opposite of what it means gets none: of features that go together,
    such weights cancel out on the data and mislead where only one of them is high.
    """
    spread = rows.std(axis=0) + 1e-6
    signs = np.array([sign(name) for name in names])
    kept = np.ones(len(names), dtype=bool)
    while True:
        given = np.zeros(len(names) + 1)
        given[np.append(kept, True)] = fit(rows[:, kept] / spread[kept], labels, sizes, RIDGE)
        wrong = np.maximum(0, -given[:-1] * signs)
        if not wrong.max() > 0:
            return np.append(given[:-1] / spread, given[-1])
        kept &= ~(wrong >= wrong.max() / 2)  # the plainest first: the others may come right without them


def fit_same(events: Sequence[Event]) -> Array:
    rows = np.vstack([e.rows for e in events if e.figures.pairs])
    same = [s for e in events for s in e.same]
    sizes = np.concatenate([e.sizes for e in events])
    known = np.array([s is not None for s in same]) & (sizes > 0)
    labels = np.array([s or 0.0 for s in same])
    return scaled_fit(rows[known], labels[known], sizes[known], SURROUNDINGS)


def conflict_rows(event: Event, same: Array) -> tuple[Array, Array, Array]:
    """The rows, labels and weights of the pairs that do not agree."""
    scores = event.rows @ same[:-1] + same[-1] if event.figures.pairs else np.array([])
    standings = event.figures.standings(list(map(float, scores)))
    rows = [
        [*s.row(), *p.surroundings]
        for p, s in zip(event.figures.pairs, standings, strict=True)
        if s is not None
    ]
    labels = [float(k is not None) for k, s in zip(event.planted, standings, strict=True) if s is not None]
    sizes = event.sizes[[s is not None for s in standings]]
    return np.array(rows).reshape(-1, len(CONFLICT)), np.array(labels), sizes


def fit_conflict(events: Sequence[Event]) -> Array:
    """Fitted on standings by weights that were not fitted on the same events, as they will be met."""
    parts = []
    for fold in range(INNER):
        inside = [e for e in events if _fold(e.name[::-1], INNER) != fold]
        same = fit_same(inside)
        parts += [conflict_rows(e, same) for e in events if _fold(e.name[::-1], INNER) == fold]
    rows, labels, sizes = (np.concatenate(column) for column in zip(*parts, strict=True))
    return scaled_fit(rows, labels, sizes, CONFLICT)


def _fold(name: str, folds: int) -> int:
    return zlib.crc32(name.split("-", 3)[-1].encode()) % folds


@dataclass(frozen=True)
class Seen:
    """An event that was not fitted on: the log odds of its pairs, and the chances that they conflict."""

    event: Event
    scores: Array
    chances: Array  # of those that do not agree, in order


def cross_validated(events: Sequence[Event]) -> list[Seen]:
    """How each event fares by weights that were not fitted on it; tests beside rules are fitted on alone."""
    seen = []
    for fold in range(FOLDS):
        kept = [e for e in events if _fold(e.name, FOLDS) != fold]
        same, conflict = fit_same(kept), fit_conflict(kept)
        for e in (e for e in events if _fold(e.name, FOLDS) == fold and (e.weight == 1 or e.drafted)):
            rows = conflict_rows(e, same)[0]
            scores = e.rows @ same[:-1] + same[-1]
            seen.append(Seen(e, scores, 1 / (1 + np.exp(-(rows @ conflict[:-1] + conflict[-1])))))
    return seen


def outcome(seen: Sequence[Seen], cut: float) -> tuple[int, int, float]:
    """How many disagreements that can be found are, of how many, and the wrong conflicts a set."""
    found = planted = wrong = 0
    for s in seen:
        keys = [k for k, p in zip(s.event.planted, s.event.figures.pairs, strict=True) if not p.agrees]
        ends = [(p.x, p.y) for p in s.event.figures.pairs if not p.agrees]
        planted += len(set(keys) - {None})
        chosen = [n for n, chance in enumerate(s.chances) if chance >= cut]
        found += len({keys[n] for n in chosen} - {None})
        told = {end for n in chosen if keys[n] is not None for end in ends[n]}
        moved = {(p.x, p.y) for n, p in enumerate(s.event.figures.pairs) if n in s.event.moved}
        lots: list[set[int]] = []
        for n in (n for n in chosen if keys[n] is None and ends[n] not in moved and told.isdisjoint(ends[n])):
            met = [lot for lot in lots if not lot.isdisjoint(ends[n])]
            lots = [lot for lot in lots if lot not in met] + [set(ends[n]).union(*met)]
        wrong += len(lots)
    return found, planted, wrong / len(seen)


def draft_cut(seen: Sequence[Seen]) -> float:
    """The lowest cut-off for which no more than the stated share of right drafts has a wrong conflict."""
    right = [s for s in seen if set(s.event.planted) == {None}]
    highest = np.sort([max(map(float, s.chances), default=0.0) for s in right])
    return float(highest[int((1 - WRONG_DRAFTS) * (len(highest) - 1))]) + 1e-4


def cut_offs(seen: Sequence[Seen]) -> dict[str, float]:
    drafts = [s for s in seen if s.event.drafted]
    seen = [s for s in seen if not s.event.drafted]
    chances = sorted({round(float(c), 3) for s in seen for c in s.chances}, reverse=True)
    held = [cut for cut in chances[:: max(1, len(chances) // 400)] if outcome(seen, cut)[2] <= SURPLUS]
    agreed: tuple[list[float], list[float]] = ([], [])
    for s in seen:
        for pair, same, score in zip(s.event.figures.pairs, s.event.same, s.scores, strict=True):
            values = [s.event.figures.mentions[n].value for n in (pair.x, pair.y)]
            if pair.agrees and same:
                agreed[not all(v is not None and is_telling(v) for v in values)].append(float(score))
    telling, small = (float(np.quantile(a, share)) for a, share in zip(agreed, AGREED, strict=True))
    return {
        "agree": telling,
        "agree_small": small,
        "cut": min(held, default=1.0),
        "cut_draft": draft_cut(drafts),
    }


def page(
    events: Sequence[Event], seen: Sequence[Seen], same: Array, conflict: Array, cut: Mapping[str, float]
) -> Iterator[str]:
    chances = np.concatenate([s.chances for s in seen])
    labels = np.concatenate(
        [
            [
                float(k is not None)
                for k, p in zip(s.event.planted, s.event.figures.pairs, strict=True)
                if not p.agrees
            ]
            for s in seen
        ]
    )
    yield "# Slots"
    yield ""
    yield "Written by `python -m tools.fit_slots`; see its help for what is fitted on."
    yield ""
    yield f"{len(events)} events, {sum(len(e.figures.pairs) for e in events)} pairs of figures, "
    yield f"{int(labels.sum())} of them planted disagreements. On events that were not fitted on:"
    yield f"area under the curve {area(chances, labels):.3f}."
    yield ""
    yield "| from probability | found | wrong a set |"
    yield "|---|---|---|"
    for at in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
        found, planted, wrong = outcome(seen, at)
        yield f"| {at} | {found} of {planted} | {wrong:.2f} |"
    yield ""
    yield f"The cut-off {cut['cut']:.3f} is for {SURPLUS} wrong a set, that of a draft and a source,"
    yield f"{cut['cut_draft']:.3f}, for {WRONG_DRAFTS:.0%} of right drafts. What is predicted and what is so:"
    yield ""
    yield "| predicted | pairs | conflicts |"
    yield "|---|---|---|"
    for low, high in ((0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        within = (chances >= low) & (chances < high)
        share = f"{100 * labels[within].mean():.0f} %" if within.any() else "–"
        yield f"| {low} to {min(high, 1)} | {int(within.sum())} | {share} |"
    yield ""
    yield "| surroundings | weight (one thing) | weight (conflict) |"
    yield "|---|---|---|"
    for n, name in enumerate(SURROUNDINGS):
        yield f"| {name} | {same[n]:.2f} | {conflict[len(CONFLICT) - len(SURROUNDINGS) + n]:.2f} |"
    yield ""
    yield "| standing | weight |"
    yield "|---|---|"
    for n, name in enumerate(CONFLICT[: len(CONFLICT) - len(SURROUNDINGS)]):
        yield f"| {name} | {conflict[n]:.2f} |"


def data(same: Array, conflict: Array, cut: Mapping[str, float]) -> Iterator[str]:
    yield "# Written by tools/fit_slots.py; docs/slots.md tells how the weights fare."
    for part, names, numbers in (("same", SURROUNDINGS, same), ("conflict", CONFLICT, conflict)):
        yield f"{part}:"
        yield from (f"  {name}: {number:.4f}" for name, number in zip((*names, "bias"), numbers, strict=True))
    yield "cutoffs:"
    yield from (f"  {name}: {number:.4f}" for name, number in cut.items())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, nargs="*", default=[])
    parser.add_argument("--events", type=Path, help="real coverage, with its labels in tests/benchmarks")
    parser.add_argument("--twins", type=Path, default=Path("tests/benchmarks/twins"))
    parser.add_argument("--pairs", type=Path, default=Path("tests/corpora/pairs.yaml"))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    events = [event_of(p.parent) for folder in args.sets for p in sorted(folder.glob("*/expected.yaml"))]
    if not events:
        print("skipped: no data; name --sets")
        return
    events += events_of_tests()
    events += events_of_pairs(args.pairs)
    events += events_of_twins(args.twins)
    if args.events:
        events += events_of_coverage(args.events, LABELS)
    seen = cross_validated(events)
    same, conflict, cut = fit_same(events), fit_conflict(events), cut_offs(seen)
    seen = [s for s in seen if not s.event.drafted]
    lines = list(page(events, seen, same, conflict, cut))
    print("\n".join(lines))
    if args.write:
        write_weights("slots", data(same, conflict, cut))
        write_page("slots", lines)


if __name__ == "__main__":
    main()
