"""Names of a draft that stand where the passage it was made from has other names.

Another name of the same actor, a people for its country, initials and names that share a word are no
exchange. Names that only change places are told apart: where nothing else differs, they were swapped; where
other words differ, too, the sentence was turned round ("beat", "was beaten by").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checker.copies.sentences import best, is_small
from checker.data import load
from checker.drafts.names import is_name
from checker.lexical.gazetteer import codes, fold
from checker.matching.features import Mention
from checker.matching.mentions import names_of
from checker.model import ActorKind, Span
from checker.readings import Change, Parallel, Reading, SetReading, Word, once


@dataclass(frozen=True, slots=True)
class NameExchange:
    parallel: Parallel
    draft_span: Span
    source_span: Span
    is_place: bool
    swapped: bool = False


@once
def name_exchanges(reading: SetReading) -> Sequence[NameExchange]:
    """Every name of a draft that is another one in its passage."""
    exchanged: list[NameExchange] = []
    for parallel, others in best(reading.parallels):
        found = list(_exchanges(reading, parallel)) if parallel.changes else []
        there = {fold(word.text) for word in parallel.b}
        turned = _is_turned(parallel, {e.draft_span for e in found})
        others = [other for other in others if other.source is not parallel.source]
        for exchange in found:
            moved = not there.isdisjoint(_words_of(parallel.draft, exchange.draft_span))
            back = any(_is_reverse(exchange, other) for other in found)
            backed = any(_has(other, exchange.draft_span) for other in others)
            if not backed and (not moved or (back and not turned)):
                exchanged.append(replace(exchange, swapped=moved))
    return exchanged


def _exchanges(reading: SetReading, parallel: Parallel) -> Iterator[NameExchange]:
    kept = set(parallel.partner), set(parallel.partner.values())
    for change in filter(is_small, parallel.changes):
        ours = _name_of(reading, parallel.draft, [parallel.a[i] for i in change.a])
        theirs = _name_of(reading, parallel.source, [parallel.b[j] for j in change.b])
        if ours is not None and theirs is None:
            theirs = _next_to_kept(reading, parallel, change, ours)
        if ours is None or theirs is None or reading.index.same(ours.actor, theirs.actor):
            continue
        sides = (parallel.draft, ours.span), (parallel.source, theirs.span)
        if all(kept[n].isdisjoint(parallel.words_at(*side)) for n, side in enumerate(sides)) and not _akin(
            *(_words_of(*side) for side in sides)
        ):
            places = (_kind(reading, m) is ActorKind.PLACE for m in (ours, theirs))
            yield NameExchange(parallel, ours.span, theirs.span, any(places))


def _next_to_kept(reading: SetReading, parallel: Parallel, change: Change, ours: Mention) -> Mention | None:
    """At either end of what a draft took over, the name of its sort next to that: the rest is left out.

    "Lund was fined" for "Brekke's harbour master, Per Holm, was fined".
    """
    head, tail = change.a.start == 0, change.a.stop == len(parallel.a)
    words = change.b[-1:] if head else change.b[:1] if tail else ()
    theirs = _name_of(reading, parallel.source, [parallel.b[j] for j in words])
    alike = theirs is not None and _kind(reading, theirs) is _kind(reading, ours)
    return theirs if alike else None


def _name_of(reading: SetReading, item: Reading, words: Sequence[Word]) -> Mention | None:
    """The name that some words are, and nothing else but titles and articles."""
    said = [word for word in words if word.text not in _beside_names()]
    if not said:
        return None
    span = Span(said[0].span.start, said[-1].span.end)
    held = (m for m in names_of(reading)[item.article.id] if m.span.contains(span))
    return next((m for m in held if is_name(item.article.words(m.span))), None)


def _kind(reading: SetReading, mention: Mention) -> ActorKind | None:
    actor = reading.index.get(mention.actor)
    return None if actor is None else actor.kind


def _is_reverse(a: NameExchange, b: NameExchange) -> bool:
    """Whether the one puts in what the other takes out."""
    mine = _words_of(a.parallel.draft, a.draft_span)
    return not set(mine).isdisjoint(_words_of(a.parallel.source, b.source_span))


def _is_turned(parallel: Parallel, exchanged: set[Span]) -> bool:
    """Whether more than names differ: "was beaten by" for "beat"."""
    rest = [c.a for c in parallel.changes if c.a]
    apart = [words for words in rest if not any(parallel.span(words).overlaps(span) for span in exchanged)]
    return any(parallel.a[words[0]].pos == "ADP" or len(words) > 1 for words in apart)


def _has(parallel: Parallel, span: Span) -> bool:
    return all(i in parallel.partner for i in parallel.words_at(parallel.draft, span))


@lru_cache(maxsize=1)
def _beside_names() -> frozenset[str]:
    return frozenset([*load("drafts")["titles"], "'s", "'"])


def _words_of(item: Reading, span: Span) -> list[str]:
    """The words of a name without titles and small words, folded."""
    words = [fold(word) for word in item.article.words(span).removesuffix("'s").removesuffix("’s").split()]
    return [word for word in words if word not in _beside_names()] or words


def _akin(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names may name one: a word that begins alike, initials, a land and its people."""
    initials = ["".join(w[0] for w in words) for words in (a, b)]
    if initials[0] in b or initials[1] in a or any(x[:3] == y[:3] for x in a for y in b):
        return True
    kin = [set(group) for group in load("drafts")["kin"]]
    if any(set(a) & group and set(b) & group for group in kin):
        return True
    return any(codes(x) & codes(y) for x in (*a, "".join(a)) for y in (*b, "".join(b)))
