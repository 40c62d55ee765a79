"""What the checker flags in sets of real accounts, and how much of it an editor would want to see.

    python -m tests.benchmarks.event_sets FILE.jsonl [--first 150] [--unlabelled] [--packs auto|on|off]

FILE holds an article a line ({"set", "id", "text"}). Every set is checked; the first findings of severity
warning and above are held against the labels in event_sets.labels.yaml, which name findings by fingerprint
("right": an editor would want to see it; "wrong"). Prints the share of right ones; --unlabelled prints the
findings that have no label yet, to be read and labelled.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from checker.model import Article, ArticleSet, Finding, Severity
from checker.pipeline import check_set
from tests.benchmarks import packs

LABELS = Path(__file__).with_name("event_sets.labels.yaml")


def sets(path: Path) -> Iterator[ArticleSet]:
    rows: dict[str, list[Article]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["set"], []).append(Article(row["id"], row["text"]))
    for name, articles in rows.items():
        yield ArticleSet(name, tuple(articles))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--first", type=int, default=150)
    parser.add_argument("--unlabelled", action="store_true")
    packs.add_option(parser)
    args = parser.parse_args()
    rules = packs.switched(args.packs)
    if not args.file.is_file():
        print(f"skipped: no {args.file}")
        return
    labels: dict[str, str] = yaml.safe_load(LABELS.read_text("utf-8")) or {} if LABELS.is_file() else {}
    shown: list[Finding] = []
    for articles in sets(args.file):
        shown += [
            f for f in check_set(articles, rules.active(articles)).findings if f.severity is not Severity.NOTE
        ]
    shown = shown[: args.first]
    tally = Counter(labels.get(f.fingerprint, "unlabelled") for f in shown)
    judged = tally["right"] + tally["wrong"]
    print(f"{len(shown)} findings: {dict(sorted(tally.items()))}")
    if judged:
        print(f"right {tally['right']} of {judged} labelled ({100 * tally['right'] / judged:.1f} %)")
    if args.unlabelled:
        for finding in shown:
            if finding.fingerprint not in labels:
                _print(finding)


def _print(finding: Finding) -> None:
    print(f"\n{finding.fingerprint}  {finding.rule}  {finding.message}")
    for evidence in finding.evidence:
        words = evidence.article.text[evidence.sentence.start : evidence.sentence.end]
        print(f"   {evidence.side} {evidence.article.id}: [{evidence.text}] {' '.join(words.split())[:240]}")


if __name__ == "__main__":
    main()
