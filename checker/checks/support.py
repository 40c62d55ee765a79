"""What a draft says that no source has, or has only of something else: a figure, a name or a quotation.

Each value, name and quotation of the draft is looked for in all sources in any wording: another unit,
a rounder number, another name of the same actor, the demonym of a country. What is nowhere is shown
once, where it first stands; so is a figure or a day that a source gives of something else. A figure that
contradicts a source is left to the check `contradicted`.

A figure that its writer may have worked out is a note: a share, a length of time, a count of a few, in a
sentence that keeps little of a source's words. So is a name that everybody knows, since writers know where
a town lies, but for one in the place of a source's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.data import load
from checker.drafts.items import assess
from checker.drafts.names import is_common_knowledge, is_name, spelled_otherwise, vocabulary_of
from checker.matching.contexts import Sentence, contexts_of
from checker.model import ActorKind, DraftItem, Qualifier, Span, Support, Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, Weight

_ELSEWHERE = "no source tells it of the same thing"
_REASON = "looked for in every source, in other words and units, too"


def find(reading: SetReading) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for item in assess(reading):
        if item.support is Support.BACKED and Qualifier.LIMITED in item.qualifiers:
            yield _limited(item)
        key = (item.evidence.article.id, " ".join(item.evidence.text.lower().split()))
        if key in seen or item.support not in (Support.ABSENT, Support.ELSEWHERE):
            continue
        seen.add(key)
        yield _elsewhere(item) if item.support is Support.ELSEWHERE else _absent(item, reading)


def _elsewhere(item: DraftItem) -> Problem:
    there = item.sources[0]
    return Problem(
        Verdict.UNSUPPORTED,
        f"“{item.evidence.text}” stands in {there.article.name} of something else",
        (item.evidence, *item.sources),
        about=item.evidence.article.id,
        told=(item.evidence.text,),
        reasons=(_ELSEWHERE,),
        weight=Weight.SURE if item.sure else Weight.BACKGROUND,
    )


def _limited(item: DraftItem) -> Problem:
    there = item.sources[0]
    return Problem(
        Verdict.IMPRECISE,
        f"{there.article.name} gives “{there.text}” as a limit",
        (item.evidence, *item.sources),
        about=item.evidence.article.id,
        told=(item.evidence.text,),
        weight=Weight.MINOR,
    )


def _absent(item: DraftItem, reading: SetReading) -> Problem:
    slip = item.what == "name" and spelled_otherwise(item.evidence.text, vocabulary_of(reading))
    telling = (not slip and _tells(item, reading)) if item.what == "name" else item.sure
    return Problem(
        Verdict.UNSUPPORTED,
        f"no source has “{item.evidence.text}”" + (" in this spelling" if slip else ""),
        (item.evidence,),
        about=item.evidence.article.id,
        reasons=(_REASON,),
        weight=Weight.SURE if telling else Weight.BACKGROUND,
    )


def _tells(item: DraftItem, reading: SetReading) -> bool:
    """Whether a name that no source has is none that everybody knows, or stands in the place of another."""
    article, span = item.evidence.article.id, item.evidence.span
    kinds = {
        actor.kind
        for actor in reading.actors
        if any(m.article == article and m.span.overlaps(span) for m in actor.mentions)
    }
    known = is_common_knowledge(item.evidence.text, vocabulary_of(reading))
    return not known or _replaces(item, kinds, reading)


def _replaces(item: DraftItem, kinds: set[ActorKind], reading: SetReading) -> bool:
    """Whether the sentence most like it has a name that the draft's sentence lacks."""
    contexts = contexts_of(reading)
    draft = next(r for r in reading.drafts if r.article is item.evidence.article)
    mine = contexts.at(draft, item.evidence.span.start)
    likes = [
        (contexts.likeness(mine, item.evidence.span, s, Span(0, 0)).same, n)
        for n, s in enumerate(contexts.like(mine))
    ]
    share, number = max(likes, default=(0.0, 0))
    if share < _alike():
        return False
    other = contexts.like(mine)[number]
    return any(
        (actor.kind in kinds or share >= _same()) and _is_named(actor.id, other, reading)
        for actor in reading.actors
        if actor.id in other.actors - mine.actors
    )


def _is_named(actor: str, sentence: Sentence, reading: SetReading) -> bool:
    known = reading.index.get(actor)
    return known is not None and any(
        m.article == sentence.reading.article.id and sentence.span.contains(m.span) and is_name(m.text)
        for m in known.mentions
    )


@lru_cache(maxsize=1)
def _alike() -> float:
    return float(load("novelty")["alike"])


@lru_cache(maxsize=1)
def _same() -> float:
    return float(load("novelty")["same"])
