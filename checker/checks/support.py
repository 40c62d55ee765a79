"""What a draft says that no source has, or has only of something else: a figure, a name or a quotation.

Each value, name and quotation of the draft is looked for in all sources in any wording: another unit,
a rounder number, another name of the same actor, the demonym of a country. What is nowhere is shown
once, where it first stands; so is a figure or a day that a source gives of something else. A figure that
contradicts a source is left to the check `contradicted`.

What its writer may have worked out or known is a note: a length of time or a count of a few in a draft that
tells freely, a name that everybody knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.drafts.items import assess
from checker.drafts.names import spelled_otherwise, vocabulary_of
from checker.model import DraftItem, Qualifier, Support, Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, Weight

_ELSEWHERE = "no source tells it of the same thing"
_ABSENT = "looked for in every source, in other words and units, too"


def find(reading: SetReading) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for item in assess(reading):
        if item.support is Support.BACKED and Qualifier.LIMITED in item.qualifiers:
            there = item.sources[0]
            said = f"{there.article.name} gives “{there.text}” as a limit"
            yield _problem(item, Verdict.IMPRECISE, said, (), Weight.MINOR)
        key = (item.evidence.article.id, " ".join(item.evidence.text.lower().split()))
        if key in seen or item.support not in (Support.ABSENT, Support.ELSEWHERE):
            continue
        seen.add(key)
        elsewhere = item.support is Support.ELSEWHERE
        sure = item.sure or (item.what == "quotation" and not elsewhere)
        yield _problem(
            item,
            Verdict.UNSUPPORTED,
            _elsewhere(item) if elsewhere else _absent(item, reading),
            (_ELSEWHERE if elsewhere else _ABSENT,),
            Weight.SURE if sure else Weight.BACKGROUND,
        )


def _elsewhere(item: DraftItem) -> str:
    return f"“{item.evidence.text}” stands in {item.sources[0].article.name} of something else"


def _absent(item: DraftItem, reading: SetReading) -> str:
    """That no source has it, and what a source has that is most like it."""
    slip = item.what == "name" and spelled_otherwise(item.evidence.text, vocabulary_of(reading))
    instead = "".join(f"; {there.article.name} has “{there.text}”" for there in item.sources[:1])
    return f"no source has “{item.evidence.text}”" + (" in this spelling" if slip else "") + instead


def _problem(
    item: DraftItem, verdict: Verdict, message: str, reasons: tuple[str, ...], weight: Weight
) -> Problem:
    return Problem(
        verdict,
        message,
        (item.evidence, *item.sources),
        about=item.evidence.article.id,
        told=(item.evidence.text,),
        reasons=reasons,
        weight=weight,
    )
