"""How many of the disagreements planted in sets written blind are found, and what is wrongly flagged.

    python -m tests.benchmarks.blind_sets [SLUG ...] [--folder DIR] [--missed]

The sets stand in tests/benchmarks/blind, in the format of the cases. An expected finding is found if one has
evidence on words of two of its sides, whatever its verdict; a finding that is none of these is a surplus.
--missed prints the words of what was not found and the surplus findings.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from checker.model import ArticleSet, Finding
from tests import test_cases as cases

SETS = Path(__file__).with_name("blind")
_KIND = re.compile(r"\[([^\]]+)\]")


def sides_of(articles: ArticleSet, finding: Finding, expected: cases.ExpectedFinding) -> int:
    """How many sides of an expected finding a finding has evidence on."""
    return sum(any(cases.touched(articles, finding, words) for words in side) for side in expected.between)


def measure(case: Path, tally: Counter[str], kinds: dict[str, Counter[str]], missed: bool) -> None:
    articles, expected, report = cases.set_of(case), cases.expected_of(case), cases.report_of(case)
    told: set[str] = set()
    for one in expected.findings:
        hits = [f.fingerprint for f in report.findings if sides_of(articles, f, one) > 1]
        on_a_side = [f.fingerprint for f in report.findings if sides_of(articles, f, one)]
        told.update(hits or on_a_side)
        kind = (_KIND.match(one.about) or ["", "other"])[1]
        kinds.setdefault(kind, Counter()).update(["found" if hits else "missed"])
        tally["found" if hits else "missed"] += 1
        if missed and not hits:
            print(f"{case.name}: missed {one.about}")
            for side in one.between:
                print("   ", " / ".join(f"{words.article}: {words.words}" for words in side))
    for finding in report.findings:
        if finding.fingerprint not in told:
            tally["surplus"] += 1
            if missed:
                print(f"{case.name}: surplus {finding.rule}: {finding.message}")
    for silence in expected.silences:
        both = [f for f in report.findings if all(cases.touched(articles, f, w) for w in silence.between)]
        wanted = (any(sides_of(articles, f, one) > 1 for one in expected.findings) for f in both)
        tally["silences"] += 1
        tally["broken"] += not all(wanted)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("slugs", nargs="*", metavar="SLUG")
    parser.add_argument("--folder", type=Path, default=SETS)
    parser.add_argument("--missed", action="store_true")
    args = parser.parse_args()
    tally: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for case in sorted(path.parent for path in args.folder.glob("*/expected.yaml")):
        if not args.slugs or case.name in args.slugs:
            measure(case, tally, kinds, args.missed)
    if not kinds:
        print(f"skipped: no sets in {args.folder}")
        return
    for kind, found in sorted(kinds.items()):
        print(f"{kind:<20} {found['found']:>3} of {found.total():>3}")
    planted = tally["found"] + tally["missed"]
    print(f"found {tally['found']} of {planted} ({100 * tally['found'] / planted:.0f} %)")
    print(f"surplus findings: {tally['surplus']}; silences broken: {tally['broken']} of {tally['silences']}")


if __name__ == "__main__":
    main()
