"""What a draft says that no source has: a figure, a name or a quotation out of nowhere.

Each value, name and quotation of the draft is looked for in all sources in any wording: another unit,
a rounder number, another name of the same actor, the demonym of a country. What is nowhere is shown
once, where it first stands. A figure that contradicts a source is no finding of this check, but one of
the check for its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.drafts import assess
from checker.fingerprints import fingerprint
from checker.model import Finding, Relation, Severity, Support, Verdict
from checker.readings import SetReading
from checker.rules import Rule


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    severity = rule.severity_for(Relation.DISJOINT, "draft-source") or Severity.WARNING
    seen: set[tuple[str, str]] = set()
    for item in assess(reading):
        key = (item.evidence.article.id, " ".join(item.evidence.text.lower().split()))
        if item.support is not Support.UNSUPPORTED or key in seen:
            continue
        seen.add(key)
        yield Finding(
            rule=rule.id,
            severity=severity,
            relation=Relation.DISJOINT,
            verdict=Verdict.UNSUPPORTED,
            message=f"no source has “{item.evidence.text}”",
            evidence=(item.evidence,),
            fingerprint=fingerprint(rule.id, item.evidence.article.id, [item.evidence.text]),
            reasons=("looked for in every source, in other words and units, too",),
        )
