"""Fits how likely a figure of a draft that no source has is wrong, rather than worked out by its writer.

    python -m tools.fit_absence [--drafts FILE.jsonl] [--claims FILE.jsonl] [--twins FOLDER] [--write]

Every figure of right and wrong drafts that no source agrees with is a case; it is wrong where it lies on
words that are marked as wrong. Prints figures cross-validated by event and the share of wrong and right ones
that each cut-off would warn of; --write puts weights and cut-off into rules/vocabulary/absence.yaml.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from checker.data import rules_folder
from checker.drafts.absence import Absence
from checker.drafts.items import assess
from checker.matching.mentions import figures_of
from checker.model import Article, ArticleSet, Role, Span, Support
from checker.pipeline import read_set
from tools.fit_matching import FOLDS, Array, area, fit, likely, twin_set

WRONG_WARNED = 0.95  # share of the wrong ones that the cut-off still warns of
NAMES = (*Absence.__slots__, "bias")


class Case(NamedTuple):
    event: str
    articles: ArticleSet
    wrong: list[Span] | None  # None: all of the draft


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
        if row["label"] in ("SUPPORTS", "REFUTES") and row["kind"] == "number":
            source = Article("source", f"{row['title']}\n\n{row['evidence']}")
            wrong = [] if row["label"] == "SUPPORTS" else None
            yield Case(f"claim {row['case']}", _set([source], row["claim"]), wrong)


def twins(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        yield Case(row["id"], twin_set(row, "right"), [])
        places = [(row["wrong"].index(c["wrong"]), len(c["wrong"])) for c in row["changes"]]
        yield Case(row["id"], twin_set(row, "wrong"), [Span(at, at + n) for at, n in places])


def rows(case: Case) -> Iterator[tuple[str, list[float], float]]:
    """The absent figures of a case; of a wrong draft only those that are wrong."""
    reading = read_set(case.articles)
    places = {m.span: m for m in figures_of(reading)["draft"]}
    figures = [item for item in assess(reading) if item.what == "value"]
    for item in figures:
        if item.support is not Support.ABSENT:
            continue
        mention = next((m for span, m in places.items() if span.overlaps(item.evidence.span)), None)
        bad = case.wrong is None or any(item.evidence.span.overlaps(span) for span in case.wrong)
        if mention is not None and mention.value is not None and (bad or not case.wrong):
            yield case.event, Absence.of(mention.value, figures, reading).row(), float(bad)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--drafts", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--twins", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    cases = [
        *(drafts(args.drafts) if args.drafts else ()),
        *(claims(args.claims) if args.claims else ()),
        *(twins(args.twins) if args.twins else ()),
    ]
    found = [row for case in cases for row in rows(case)]
    if not found:
        print("skipped: no data; name --drafts, --claims or --twins")
        return
    given, labels = np.array([r for _, r, _ in found]), np.array([y for *_, y in found])
    folds = np.array([zlib.crc32(event.encode()) % FOLDS for event, *_ in found])
    seen: Array = np.zeros(len(labels))
    for fold in range(FOLDS):
        kept = folds != fold
        seen[~kept] = likely(given[~kept], fit(given[kept], labels[kept], np.ones(kept.sum())))
    fitted = fit(given, labels, np.ones(len(labels)))
    counted = f"{len(found)} absent figures, {int(labels.sum())} wrong"
    print(f"{counted}; area under the curve {area(seen, labels):.3f}")
    for cut in (0.4, 0.5, 0.6, 0.7, 0.8):
        shares = [100 * (seen[labels == y] >= cut).mean() for y in (1, 0)]
        print(f"  at {cut}: {shares[0]:.0f} % of the wrong, {shares[1]:.0f} % of the right")
    wrong = np.sort(seen[labels == 1])
    cutoff = float(wrong[int((1 - WRONG_WARNED) * len(wrong))])
    weights = ", ".join(f"{name}: {number:.3f}" for name, number in zip(NAMES, fitted, strict=True))
    lines = [
        "# Written by tools/fit_absence.py: how likely a figure that no source has is wrong, not worked out.",
        f"weights: {{{weights}}}",
        f"cutoff: {cutoff:.3f}",
    ]
    print("\n".join(lines))
    if args.write:
        path = rules_folder() / "vocabulary" / "absence.yaml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
