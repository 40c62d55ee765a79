"""What a draft says that no source has: a figure, a name or a quotation out of nowhere.

Each value, name and quotation of the draft is looked for in all sources in any wording: another unit,
a rounder number, another name of the same actor, the demonym of a country. What is nowhere is shown
once, where it first stands. A figure that contradicts a source is no finding of this check, but one of
the check for its kind.

A name weighs less where it is all that a sentence adds: writers know where a town lies. It is then a
note, and so is a name that differs from a source's by one letter. A person of whom no source knows, a
name in the place of a source's name and one beside other things that no source has are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.data import load
from checker.drafts.items import assess
from checker.drafts.names import is_name, is_stranger, spelled_otherwise, vocabulary_of
from checker.drafts.novelty import by_sentence, new_words, wordstock_of
from checker.model import (
    ActorKind,
    Article,
    DraftItem,
    Mention,
    Span,
    Support,
    Verdict,
)
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight

_REASON = "looked for in every source, in other words and units, too"


def find(reading: SetReading) -> Iterator[Problem]:
    items = assess(reading)
    missing = [item for item in items if item.support is Support.UNSUPPORTED]
    if not missing:
        return
    vocabulary = vocabulary_of(reading)
    lone = _lone(reading, items, missing, vocabulary)
    seen: set[tuple[str, str]] = set()
    for item in missing:
        key = (item.evidence.article.id, " ".join(item.evidence.text.lower().split()))
        if key in seen:
            continue
        seen.add(key)
        slip = item.what == "name" and spelled_otherwise(item.evidence.text, vocabulary)
        yield Problem(
            Verdict.UNSUPPORTED,
            f"no source has “{item.evidence.text}”" + (" in this spelling" if slip else ""),
            (item.evidence,),
            about=item.evidence.article.id,
            reasons=(_REASON, "nothing else in the sentence is new") if key in lone else (_REASON,),
            weight=Weight.BACKGROUND if slip or key in lone else Weight.SURE,
        )


def _lone(
    reading: SetReading,
    items: Sequence[DraftItem],
    missing: Sequence[DraftItem],
    vocabulary: frozenset[str],
) -> set[tuple[str, str]]:
    """The names that are all that their sentences add, by article and words."""
    known = wordstock_of(reading)
    lone: set[tuple[str, str]] = set()
    telling: set[tuple[str, str]] = set()
    for draft in reading.drafts:
        spans = [item.evidence.span for item in items if item.evidence.article is draft.article]
        for sentence, words in by_sentence(draft):
            here = [item for item in missing if _stands_in(item, draft.article, sentence)]
            names = {" ".join(item.evidence.text.lower().split()) for item in here if item.what == "name"}
            if not names:
                continue
            added = sum(new.weight for new in new_words(draft, words, known, spans))
            others = [item for item in here if item.what != "name"]
            alone = len(names) == 1 and not others and added < _background()
            if alone and any(is_stranger(item, _kinds(item, reading), vocabulary) for item in here):
                alone = False
            if alone and any(_replaces(item, draft, reading, known.closest(words)) for item in here):
                alone = False
            (lone if alone else telling).update((draft.article.id, name) for name in names)
    return lone - telling


def _kinds(item: DraftItem, reading: SetReading) -> set[ActorKind]:
    article, span = item.evidence.article.id, item.evidence.span
    return {
        actor.kind
        for actor in reading.actors
        if any(m.article == article and m.span.overlaps(span) for m in actor.mentions)
    }


def _stands_in(item: DraftItem, article: Article, sentence: Span) -> bool:
    return item.evidence.article is article and sentence.overlaps(item.evidence.span)


def _replaces(
    item: DraftItem, draft: Reading, reading: SetReading, closest: tuple[Reading, Span, float] | None
) -> bool:
    """Whether the sentence most like it has a name that the draft's sentence lacks."""
    if closest is None or closest[2] < _alike():
        return False
    source, sentence, _ = closest
    kinds = _kinds(item, reading)
    for actor in reading.actors:
        if any(_at(m, draft, item.evidence.sentence) for m in actor.mentions):
            continue
        fits = actor.kind in kinds or closest[2] >= _same()
        if fits and any(_at(m, source, sentence) and is_name(m.text) for m in actor.mentions):
            return True
    return False


def _at(mention: Mention, item: Reading, span: Span) -> bool:
    return mention.article == item.article.id and mention.span.overlaps(span)


@lru_cache(maxsize=1)
def _background() -> float:
    return float(load("novelty")["background"])


@lru_cache(maxsize=1)
def _alike() -> float:
    return float(load("novelty")["alike"])


@lru_cache(maxsize=1)
def _same() -> float:
    return float(load("novelty")["same"])
