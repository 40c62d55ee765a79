"""Drafts with one fact changed, and drafts with none: which of them does the checker flag?

    python -m tests.benchmarks.mutants FILE.jsonl… [--each 60] [--kind KIND] [--misses N] [--limit N]
        [--packs auto|on|off]

A FILE holds an article a line ({"id", "text"}, perhaps "publisher" and "published"). From each,
extracts of 3 to 8 consecutive sentences are made and one thing in them is edited; the draft is then
checked against its own article. A changed fact counts as found if a finding of severity warning or
worse lies on the changed words; any finding at all, notes too, that shows words of a draft which changes
no fact is a false alarm.
The program's own reading says where there is something to change, so what it never reads is not asked.
Prints a table and writes nothing; the same files give the same table.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.language import parse
from checker.model import Article, ArticleSet, Finding, Role, Severity
from checker.pipeline import check_set
from checker.reports.report import Report
from checker.rules.rulesets import Ruleset
from tests.benchmarks import changes_of_fact, changes_of_words, packs
from tests.benchmarks.extracts import Draft, Source, drafts, read_sources

UNCHANGED = "unchanged"


def report_of(draft: Draft, rules: Ruleset | None = None) -> Report:
    written = Article("draft", draft.text, role=Role.DRAFT, published=draft.article.published)
    both = ArticleSet(draft.article.id, (draft.article, written))
    return check_set(both, rules.active(both) if rules else None)


def hits(draft: Draft, found: Sequence[Finding]) -> list[Finding]:
    """The findings of severity warning or worse that lie on the changed words."""
    return [
        finding
        for finding in found
        if finding.severity is not Severity.NOTE
        and any(
            e.article.id == "draft" and e.span.overlaps(c) for e in finding.evidence for c in draft.changed
        )
    ]


def alarms(found: Sequence[Finding]) -> list[Finding]:
    """The findings on the draft: what an article alone is found to say in two ways is none of its doing."""
    return [finding for finding in found if any(e.article.id == "draft" for e in finding.evidence)]


def show(kind: str, right: int, made: int, word: str) -> None:
    share = f"{100 * right / made:5.1f} %" if made else "    –"
    print(f"{kind:<26} {word} {right:>3} of {made:>3}  {share}", flush=True)


def run(kind: str, made: Sequence[Draft], misses: int, rules: Ruleset) -> tuple[int, list[str]]:
    changed = kind in changes_of_fact.KINDS
    parse([draft.text for draft in made])  # in one batch: the checks then take the parses from the cache
    count = 0
    told: list[str] = []
    for draft in made:
        found = report_of(draft, rules).findings
        flagged = bool(hits(draft, found) if changed else alarms(found))
        count += flagged
        if flagged != changed and len(told) < misses:
            told.append("\n".join(_told(draft, found)))
    return count, told


def _told(draft: Draft, found: Sequence[Finding]) -> Iterator[str]:
    for span, was in list(zip(draft.changed, draft.was, strict=True))[:2]:
        yield (
            f"  {draft.article.id} | …{draft.text[max(0, span.start - 90) : span.start]}⟦"
            f"{was} → {draft.text[span.start : span.end]}⟧{draft.text[span.end : span.end + 70]}…".replace(
                "\n", " "
            )
        )
    for finding in found[:3]:
        yield f"      {finding.rule} {finding.severity}: {finding.message[:200]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument(
        "--each", type=int, default=60, help="drafts of each kind from each file (default 60)"
    )
    parser.add_argument("--kind", action="append", help="only this kind (may be given again)")
    parser.add_argument("--misses", type=int, default=0, help="print this many of each kind that went wrong")
    parser.add_argument("--limit", type=int, help="only the first N articles of a file")
    packs.add_option(parser)
    options = parser.parse_args()
    for path in options.files:
        if not path.is_file():
            print(f"skipped: no {path}")
            continue
        articles = read_sources(path, options.limit)
        print(f"{path.name}: {len(articles)} articles")
        measure(articles, options)


def measure(articles: Sequence[Source], options: argparse.Namespace) -> None:
    every = {**changes_of_fact.KINDS, UNCHANGED: None, **changes_of_words.KINDS}
    for kind, edits in every.items():
        if options.kind and kind not in options.kind:
            continue
        made = drafts(kind, edits, articles, options.each, quoted=kind in changes_of_fact.KINDS)
        count, told = run(kind, made, options.misses, packs.switched(options.packs))
        show(kind, count, len(made), "found" if kind in changes_of_fact.KINDS else "alarm")
        for text in told:
            print(text)


if __name__ == "__main__":
    main()
