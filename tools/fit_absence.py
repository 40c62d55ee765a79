"""Fits how likely a figure or name of a draft that no source has, or a source tells otherwise, is wrong.

    python -m tools.fit_absence [--drafts FILE.jsonl] [--claims FILE.jsonl] [--twins FOLDER …]
        [--sorts figure contradicted] [--write]

Every figure and name of right and wrong drafts that no source has is a case, and every figure that a source
tells otherwise; it is wrong where it lies on words that are marked as wrong. Prints figures cross-validated
by event and the share of wrong and right ones that each cut-off would warn of; --write puts weights and
cut-offs into rules/vocabulary/absence.yaml.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from checker.data import load
from checker.drafts.absence import ROWS, absence, contradiction, style_of
from checker.drafts.items import unjudged
from checker.model import Article, ArticleSet, DraftItem, Role, Span, Support
from checker.pipeline import read_set
from checker.readings import Reading, SetReading
from tools.fit_matching import FOLDS, Array, area, fit, likely, twin_set
from tools.written import write_weights

WRONG_WARNED = {
    "figure": 0.58,
    "name": 0.76,
    "contradicted": 0.93,
}  # shares of the wrong ones that are still warned of


class Case(NamedTuple):
    event: str
    articles: ArticleSet
    wrong: list[Span] | None  # None: all of the draft
    only: str | None = None  # figure or name: what is known to be right or wrong


def _set(sources: list[Article], draft: str) -> ArticleSet:
    return ArticleSet("case", (*sources, Article("draft", draft, role=Role.DRAFT)))


def drafts(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        if row["errors"]:
            marks = [] if row["errors"] == ["correct"] else [str(w) for w in row["wrong"]]
            places = [Span(at, at + len(w)) for w in marks if (at := row["draft"].find(w)) >= 0]
            yield Case(f"draft {number}", _set([Article("source", row["article"])], row["draft"]), places)


def claims(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        only = {"number": "figure", "date": "figure", "name": "name"}.get(row["kind"])
        if row["label"] in ("SUPPORTS", "REFUTES") and only:
            source = Article("source", f"{row['title']}\n\n{row['evidence']}")
            wrong = [] if row["label"] == "SUPPORTS" else None
            yield Case(f"claim {row['case']}", _set([source], row["claim"]), wrong, only)


def twins(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.rglob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        yield Case(row["id"], twin_set(row, "right"), [])
        places = [(row["wrong"].index(c["wrong"]), len(c["wrong"])) for c in row["changes"]]
        yield Case(row["id"], twin_set(row, "wrong"), [Span(at, at + n) for at, n in places])


def rows(case: Case) -> Iterator[tuple[str, str, list[float], float]]:
    """What of a case may be wrong: its sort, its event, its features, whether it is wrong."""
    reading = read_set(case.articles)
    (draft,) = reading.drafts
    items = unjudged(draft, reading)
    style = style_of(items)
    for item in items:
        bad = case.wrong is None or any(item.evidence.span.overlaps(span) for span in case.wrong)
        for sort, row in _told(item, style, draft, reading) if bad or not case.wrong else ():
            if case.only in (None, "name" if sort == "name" else "figure"):
                yield sort, case.event, row, float(bad)


def _told(
    item: DraftItem, style: Sequence[float], draft: Reading, reading: SetReading
) -> Iterator[tuple[str, list[float]]]:
    if (row := contradiction(item, style, draft, reading)) is not None:
        yield "contradicted", row
    elif item.support is Support.ABSENT and (row := absence(item, style, draft, reading)) is not None:
        yield "name" if item.what == "name" else "figure", row


def fitted(sort: str, found: list[tuple[str, str, list[float], float]]) -> Iterator[str]:
    """The weights of one sort as YAML, with the figures printed."""
    given = np.array([row for kind, _, row, _ in found if kind == sort])
    labels = np.array([y for kind, *_, y in found if kind == sort])
    folds = np.array([zlib.crc32(event.encode()) % FOLDS for kind, event, *_ in found if kind == sort])
    seen: Array = np.zeros(len(labels))
    for fold in range(FOLDS):
        kept = folds != fold
        seen[~kept] = likely(given[~kept], fit(given[kept], labels[kept], np.ones(kept.sum())))
    print(f"{len(labels)} of {sort}, {int(labels.sum())} wrong; area {area(seen, labels):.3f}")
    for cut in (0.4, 0.5, 0.6, 0.7, 0.8):
        shares = [100 * (seen[labels == y] >= cut).mean() for y in (1, 0)]
        print(f"  at {cut}: {shares[0]:.0f} % of the wrong, {shares[1]:.0f} % of the right")
    wrong = np.sort(seen[labels == 1])
    cutoff = float(wrong[int((1 - WRONG_WARNED[sort]) * len(wrong))])
    names = (*ROWS[sort], "bias")
    weights = fit(given, labels, np.ones(len(labels)))
    told = ", ".join(f"{name}: {number:.3f}" for name, number in zip(names, weights, strict=True))
    yield f"{sort}:"
    yield f"  weights: {{{told}}}"
    yield f"  cutoff: {cutoff:.3f}"


def as_it_is(sort: str) -> Iterator[str]:
    """The weights of one sort as YAML, as they stand."""
    now = load("absence")[sort]
    told = ", ".join(f"{name}: {number:.3f}" for name, number in now["weights"].items())
    yield f"{sort}:"
    yield f"  weights: {{{told}}}"
    yield f"  cutoff: {now['cutoff']:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--drafts", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--twins", type=Path, nargs="*", default=[])
    parser.add_argument("--sorts", nargs="*", choices=list(ROWS), default=list(ROWS), help="the others stay")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    cases = [
        *(drafts(args.drafts) if args.drafts else ()),
        *(claims(args.claims) if args.claims else ()),
        *(one for folder in args.twins for one in twins(folder)),
    ]
    found = [row for case in cases for row in rows(case)]
    if not found:
        print("skipped: no data; name --drafts, --claims or --twins")
        return
    lines = [
        "# Written by tools/fit_absence.py: how likely what no source has, or tells otherwise, is wrong.",
        *(line for sort in ROWS for line in (fitted(sort, found) if sort in args.sorts else as_it_is(sort))),
    ]
    print("\n".join(lines))
    if args.write:
        write_weights("absence", lines)


if __name__ == "__main__":
    main()
