"""Right and wrong versions of one draft, side by side: what is marked, what is ticked, what is noise.

    python -m tests.benchmarks.twins [FOLDER] [--missed] [--only ID …]

A twin is a JSON file: {"id", "published", "sources": [{"id", "publisher", "text"}], "right", "wrong",
"changes": [{"kind", "right", "wrong"}]}. Prints how many right drafts raise a warning or an error, how many
of the changed words a warning or an error lies on, how many of them are ticked as backed, and how many of
the right drafts' items are ticked. --missed prints each of those.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.model import Severity, Span, Support
from checker.pipeline import check_set
from checker.reports.report import Report
from tools.fit_matching import twin_set

TWINS = Path(__file__).with_name("twins")


def alarms(report: Report) -> Iterator[tuple[Span, str]]:
    """The words of the draft that a warning or an error lies on, with its rule and message."""
    for finding in report.findings:
        if finding.severity is not Severity.NOTE:
            for e in finding.evidence:
                if e.article.id == "draft":
                    yield e.span, f"{finding.severity} {finding.rule}: {finding.message}"


def measure(twin: dict[str, Any], tally: Counter[str], kinds: dict[str, Counter[str]], missed: bool) -> None:
    right, wrong = (check_set(twin_set(twin, version)) for version in ("right", "wrong"))
    noise = sorted({told for _, told in alarms(right)})
    tally.update(drafts=1, loud=bool(noise), items=len(right.draft))
    tally["ticked"] += sum(item.support is Support.BACKED for item in right.draft)
    if missed:
        print(*(f"{twin['id']}: noise {told}" for told in noise), sep="\n", end="\n" if noise else "")
    found = list(alarms(wrong))
    for change in twin["changes"]:
        at = twin["wrong"].index(change["wrong"])
        words = Span(at, at + len(change["wrong"]))
        marked = any(span.overlaps(words) for span, _ in found)
        ticks = [i for i in wrong.draft if i.support is Support.BACKED and i.evidence.span.overlaps(words)]
        kinds.setdefault(change["kind"], Counter()).update(all=1, marked=marked, ticked=bool(ticks))
        if missed and (ticks or not marked):
            what = "ticked" if ticks else "missed"
            print(f"{twin['id']}: {what} {change['kind']}: {change['right']} -> {change['wrong']}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=TWINS)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    args = parser.parse_args()
    tally: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for path in sorted(args.folder.rglob("*.json")):
        twin = json.loads(path.read_text(encoding="utf-8"))
        if not args.only or twin["id"] in args.only or path.stem in args.only:
            measure(twin, tally, kinds, args.missed)
    if not tally:
        print(f"skipped: no twins in {args.folder}")
        return
    for kind, found in sorted(kinds.items()):
        print(f"{kind:<12} marked {found['marked']:>3} of {found['all']:>3}, ticked {found['ticked']}")
    whole = sum(kinds.values(), Counter())
    share = 100 / max(1, whole["all"])
    print(f"right drafts with a warning {tally['loud']} of {tally['drafts']}")
    print(f"wrong words marked {whole['marked']} of {whole['all']} ({share * whole['marked']:.0f} %)")
    print(f"wrong words ticked {whole['ticked']} of {whole['all']} ({share * whole['ticked']:.0f} %)")
    print(f"items of right drafts ticked {tally['ticked']} of {tally['items']}")


if __name__ == "__main__":
    main()
