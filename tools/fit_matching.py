"""Fits the weights by which mentions in two accounts are matched, and says how they fare on other events.

    python -m tools.fit_matching [--events FILE.jsonl] [--drafts FILE.jsonl] [--twins FOLDER]
                                 [--sets FOLDER …] [--write]

Supervision without labels: a figure, a day or a name that two accounts of one event share, and that each
has of one thing only, is a true pair; the other mentions of its sort in the account of the true partner are
false ones. No feature looks at the value itself. Each event weighs the same; of --events, topics whose
number divides by three are left out. What a draft's figure is worth is fitted on the same mentions: as they
are, and with the figure of another mention put in. Prints figures cross-validated by event; --write puts the
weights into rules/vocabulary/matching.yaml and the table into docs/matching.md.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.matching.contexts import contexts_of
from checker.matching.features import NAMES, Mention, features
from checker.matching.mentions import Sort, candidates, figures_of, is_telling, names_of, sort_of
from checker.matching.weights import NONE, Stand
from checker.model import ActorKind, Article, ArticleSet, Kind, Role
from checker.pipeline import read_set
from checker.reading.sets import read_sets
from checker.readings import SetReading
from tools.written import write_page, write_weights

Array = NDArray[np.float64]
FOLDS = 5
HELD_OUT = 3  # event topics whose number divides by it are never fitted on
MOST_ACCOUNTS = 10  # of one set
MOST_TOLD = 150  # mentions of one event and sort
WRONG_TICKS, WRONG_ALARMS, WRONG_RIVALS, WRONG_ERRORS = 0.01, 0.002, 0.25, 0.1  # shares the cut-offs are for
BACKED = ("agreeing", "rival", "no_rival", "better", "bias")
ASSIGNED = ("best", "margin", "bias")


class Told(NamedTuple):
    """A mention whose partner in another account is known, and all that it might be held against there."""

    event: str
    rows: list[list[float]]
    agrees: list[bool]
    put_in: list[bool]  # the mentions of another figure, as if that stood in the place of the true one


def event_sets(path: Path) -> Iterator[tuple[str, ArticleSet]]:
    rows: dict[str, list[Article]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["set"]].append(Article(row["id"], row["text"]))
    for name, articles in rows.items():
        topic = int(name.split("-")[0])
        if topic % HELD_OUT:
            yield f"topic {topic}", ArticleSet(name, tuple(articles[:MOST_ACCOUNTS]))


def draft_sets(path: Path) -> Iterator[tuple[str, ArticleSet]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        if row["errors"] == ["correct"]:
            draft = Article("draft", row["draft"], role=Role.DRAFT)
            yield f"draft {number}", ArticleSet(str(number), (Article("source", row["article"]), draft))


def twin_sets(folder: Path) -> Iterator[tuple[str, ArticleSet]]:
    for path in sorted(folder.rglob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        yield row["id"], twin_set(row, "right")


def twin_set(row: dict[str, Any], version: str) -> ArticleSet:
    """The sources of a twin with its right or wrong draft."""
    day = datetime.fromisoformat(row["published"]).replace(tzinfo=UTC)
    sources = [Article(s["id"], s["text"], s["publisher"], published=day) for s in row["sources"]]
    draft = Article("draft", row[version], "Our draft", Role.DRAFT, day)
    return ArticleSet(f"{row['id']}-{version}", (*sources, draft))


def folder_sets(folder: Path) -> Iterator[tuple[str, ArticleSet]]:
    for path in sorted(p.parent for p in folder.glob("*/set.yaml")):
        yield from ((path.name, one) for one in read_sets([path]))


def told(event: str, reading: SetReading, sort: Sort) -> Iterator[Told]:
    """Some of the mentions of one sort that two accounts share, with their candidates."""
    contexts, chance = contexts_of(reading), random.Random(event)
    kinds = {actor.id: actor.kind for actor in reading.actors}
    every = list(_shared(reading, sort))
    for mention, there in chance.sample(every, min(len(every), MOST_TOLD)):
        key = _key(mention)
        alike = [m for m in there if _sort(m, kinds) == _sort(mention, kinds)]
        decoy = _decoy(mention, alike, reading, chance)
        anywhere = () if sort is Sort.NAME else [m for m in alike if _key(m) in (key, decoy)]
        held = candidates(mention, alike, reading, anywhere)
        keys = [_key(m) for m in held]
        if key in keys:
            rows = [features(mention, m, contexts) for m in held]
            yield Told(event, rows, [k == key for k in keys], [k == decoy for k in keys])


def _decoy(mention: Mention, alike: Sequence[Mention], reading: SetReading, chance: random.Random) -> object:
    """What is put in for the true one: as a careless writer does, one that stands in a sentence like it."""
    near = [m for m in candidates(mention, alike, reading) if _key(m) != _key(mention)]
    others = near or [m for m in alike if _key(m) != _key(mention)]
    return _key(chance.choice(others)) if others else None


def _shared(reading: SetReading, sort: Sort) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """Each mention that another account has, too, and the mentions of that account."""
    found = names_of(reading) if sort is Sort.NAME else figures_of(reading)
    drafts = {item.article.id for item in reading.drafts}
    for one, mine in found.items():
        known = Counter(_key(m) for m in mine)
        for other, theirs in found.items():
            if one == other or other in drafts:
                continue
            there = [m for m in theirs if m.value is None or sort_of(m.value) is sort]
            partners = Counter(_key(m) for m in there)
            for mention in mine:
                key = _key(mention)
                alone = sort is Sort.NAME or known[key] + partners[key] == 2
                if partners[key] and alone and _tells(mention, sort):
                    yield mention, there


def _key(mention: Mention) -> object:
    value = mention.value
    if value is None:
        return mention.actor
    return (
        (value.kind, value.bounds) if value.kind is Kind.DATE else (value.kind, value.dimension, value.stated)
    )


def _sort(mention: Mention, kinds: dict[str, ActorKind]) -> object:
    """What may stand in one place: names of one kind of actor, days, figures of one dimension."""
    value = mention.value
    if value is None:
        return kinds[mention.actor]
    return (value.kind, "" if value.kind is Kind.DATE else value.dimension)


def _tells(mention: Mention, sort: Sort) -> bool:
    """Whether two accounts hardly share it by chance."""
    value = mention.value
    return value is None or (sort_of(value) is sort and is_telling(value))


def fit(rows: Array, labels: Array, sizes: Array, ridge: float = 1.0) -> Array:
    """A logistic model by Newton's method; the last weight is the bias, which is not shrunk."""
    full = np.hstack([rows, np.ones((len(rows), 1))])
    given = np.zeros(full.shape[1])
    shrink = np.eye(full.shape[1]) * ridge
    shrink[-1, -1] = 1e-6
    for _ in range(60):
        chances = likely(rows, given)
        slope = full.T @ (sizes * (chances - labels)) + shrink @ given
        curve = (full * (sizes * chances * (1 - chances))[:, None]).T @ full + shrink
        step = np.linalg.solve(curve, slope)
        given = given - step
        if np.abs(step).max() < 1e-7:
            break
    return given


def likely(rows: Array, given: Array) -> Array:
    odds: Array = 1 / (1 + np.exp(-(rows @ given[:-1] + given[-1])))
    return odds


def fit_pairs(items: Sequence[Told]) -> Array:
    rows = np.array([row for item in items for row in item.rows])
    labels = np.array([float(y) for item in items for y in item.agrees])
    events = [item.event for item in items for _ in item.rows]
    counted = Counter(zip(events, labels, strict=True))
    sizes = np.array([1 / max(3, counted[key]) for key in zip(events, labels, strict=True)])
    return fit(rows, labels, sizes * len(items) / sizes.sum())


def stands(items: Sequence[Told], pair: Array) -> tuple[Array, Array, Array, Array]:
    """How the mentions stand as they are (label 1) and with the figure of another put in (label 0); and for
    each the best candidate and the margin before the next, with whether it is the partner."""
    backed, backed_labels, assigned, assigned_labels = [], [], [], []
    for item in items:
        scores = [float(np.dot(pair[:-1], row) + pair[-1]) for row in item.rows]
        backed.append(_stand(scores, item.agrees))
        backed_labels.append(1.0)
        ranked = sorted(zip(scores, item.agrees, strict=True), reverse=True)
        assigned.append(_lead([score for score, _ in ranked]))
        assigned_labels.append(float(ranked[0][1]))
        rivals = [score for score, agrees in ranked if not agrees]
        if rivals:  # as if no source told of it
            assigned.append(_lead(rivals))
            assigned_labels.append(0.0)
        if any(item.put_in):
            backed.append(_stand(scores, item.put_in))
            backed_labels.append(0.0)
    return np.array(backed), np.array(backed_labels), np.array(assigned), np.array(assigned_labels)


def _lead(ranked: Sequence[float]) -> list[float]:
    return [ranked[0], ranked[0] - (ranked[1] if len(ranked) > 1 else NONE)]


def _stand(scores: Sequence[float], agrees: Sequence[bool]) -> list[float]:
    best = max(s for s, y in zip(scores, agrees, strict=True) if y)
    rivals = [s for s, y in zip(scores, agrees, strict=True) if not y]
    return Stand(best, max(rivals, default=NONE), sum(s > best for s in rivals)).row()


class Fitted(NamedTuple):
    pair: Array
    backed: Array
    assigned: Array

    @staticmethod
    def to(items: Sequence[Told]) -> Fitted:
        pair = fit_pairs(items)
        backed, labels, assigned, partners = stands(items, pair)
        ones = np.ones(len(labels))
        return Fitted(pair, fit(backed, labels, ones), fit(assigned, partners, np.ones(len(partners))))


class Seen(NamedTuple):
    """Predictions for events that were not fitted on, with the labels."""

    backed: Array
    right: Array
    assigned: Array
    partner: Array
    pairs: Array
    true: Array


def cross_validated(items: Sequence[Told]) -> Seen:
    folds = [zlib.crc32(item.event.encode()) % FOLDS for item in items]
    found: list[list[Array]] = []
    for fold in range(FOLDS):
        kept = Fitted.to([item for item, at in zip(items, folds, strict=True) if at != fold])
        held = [item for item, at in zip(items, folds, strict=True) if at == fold]
        backed, right, assigned, partner = stands(held, kept.pair)
        rows = np.array([row for item in held for row in item.rows])
        true = np.array([float(y) for item in held for y in item.agrees])
        found.append(
            [
                likely(backed, kept.backed),
                right,
                likely(assigned, kept.assigned),
                partner,
                likely(rows, kept.pair),
                true,
            ]
        )
    return Seen(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def cut_offs(seen: Seen) -> dict[str, float]:
    """The probabilities from which on, or up to which, no more than the stated share is wrong."""
    wrong, right = np.sort(seen.backed[seen.right == 0]), np.sort(seen.backed[seen.right == 1])
    return {
        "tick": float(wrong[int((1 - WRONG_TICKS) * (len(wrong) - 1))]),
        "elsewhere": float(right[int(WRONG_ALARMS * len(right))]),
        "contradicted": _least(seen.assigned, seen.partner, WRONG_RIVALS),
        "sure": _least(seen.assigned, seen.partner, WRONG_ERRORS),
    }


def _least(chances: Array, labels: Array, wrong: float) -> float:
    """The lowest probability above which at most that share of the labels is 0."""
    order = np.argsort(-chances)
    shares = 1 - np.cumsum(labels[order]) / np.arange(1, len(order) + 1)
    held = np.nonzero(shares <= wrong)[0]
    return float(chances[order[held[-1]]]) if len(held) else 1.0


def area(chances: Array, labels: Array) -> float:
    """The chance that a true one is held more likely than a false one."""
    ranks = np.argsort(np.argsort(chances))
    true = labels.sum()
    return float((ranks[labels == 1].sum() - true * (true - 1) / 2) / (true * (len(labels) - true)))


def table(
    sort: Sort, items: Sequence[Told], fitted: Fitted, seen: Seen, cuts: dict[str, float]
) -> Iterator[str]:
    """The report on one sort, in Markdown."""
    rows = np.array([row for item in items for row in item.rows])
    true = np.array([y for item in items for y in item.agrees])
    right, wrong = seen.right == 1, seen.right == 0
    events = len({item.event for item in items})
    ticked = (seen.backed >= cuts["tick"])[right].mean()
    caught = (seen.backed <= cuts["elsewhere"])[wrong].mean()
    yield f"## {sort.value.capitalize()}s"
    yield ""
    yield f"{len(items)} mentions, {len(rows)} pairs ({int(true.sum())} true), {events} events."
    yield "On events that were not fitted on:"
    yield ""
    areas = area(seen.pairs, seen.true), area(seen.backed, seen.right)
    yield f"- area under the curve: pairs {areas[0]:.3f}, backing {areas[1]:.3f}"
    shares = f"{_percent(ticked)} of the right, {_percent(WRONG_TICKS)} of the wrong"
    yield f"- ticked at {cuts['tick']:.3f}: {shares}"
    shares = f"{_percent(caught)} of the wrong, {_percent(WRONG_ALARMS)} of the right"
    yield f"- told to be of something else at {cuts['elsewhere']:.3f}: {shares}"
    for name, share in (("contradicted", WRONG_RIVALS), ("sure", WRONG_ERRORS)):
        held = (seen.assigned >= cuts[name]).mean()
        yield f"- {name} at {cuts[name]:.3f}: {_percent(held)} assigned, {_percent(share)} of them wrongly"
    yield ""
    yield "| feature | weight | mean of true pairs | of false pairs |"
    yield "|---|---|---|---|"
    for n, name in enumerate(NAMES):
        yield f"| {name} | {fitted.pair[n]:.2f} | {rows[true, n].mean():.2f} | {rows[~true, n].mean():.2f} |"
    yield f"| bias | {fitted.pair[-1]:.2f} | | |"
    yield ""


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def data(fitted: Fitted, cuts: dict[str, float]) -> Iterator[str]:
    parts = {
        "pair": dict(zip((*NAMES, "bias"), fitted.pair, strict=True)),
        "backed": dict(zip(BACKED, fitted.backed, strict=True)),
        "assigned": dict(zip(ASSIGNED, fitted.assigned, strict=True)),
        "cutoffs": cuts,
    }
    for part, numbers in parts.items():
        yield f"  {part}: {{{', '.join(f'{name}: {number:.4f}' for name, number in numbers.items())}}}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=Path)
    parser.add_argument("--drafts", type=Path)
    parser.add_argument("--twins", type=Path)
    parser.add_argument("--sets", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    sets = [
        *(event_sets(args.events) if args.events else ()),
        *(draft_sets(args.drafts) if args.drafts else ()),
        *(twin_sets(args.twins) if args.twins else ()),
        *(one for folder in args.sets for one in folder_sets(folder)),
    ]
    if not sets:
        print("skipped: no data; name --events, --drafts, --twins or --sets")
        return
    found: dict[Sort, list[Told]] = {sort: [] for sort in Sort}
    for event, articles in sets:
        reading = read_set(articles)
        for sort in Sort:
            found[sort] += told(event, reading, sort)
    page = [
        "# Matching",
        "",
        "Written by `python -m tools.fit_matching`; see its help for what is fitted on.",
        "",
    ]
    lines = ["# Written by tools/fit_matching.py; docs/matching.md tells how the weights fare."]
    for sort, items in found.items():
        fitted, seen = Fitted.to(items), cross_validated(items)
        cuts = cut_offs(seen)
        page += table(sort, items, fitted, seen, cuts)
        lines += [f"{sort.value}:", *data(fitted, cuts)]
    print("\n".join(page))
    if args.write:
        write_weights("matching", lines)
        write_page("matching", page)


if __name__ == "__main__":
    main()
