"""The figures, days and names of accounts, and which of another account each may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from checker.datelines import places
from checker.lexical.gazetteer import fold
from checker.matching.contexts import Contexts, contexts_of
from checker.matching.features import Mention
from checker.model import ActorKind, Kind, Span, Value
from checker.readings import Parallel, Reading, SetReading, once, parallels_at, values_of

_BESIDE = 2  # words on each side of a mention that must go on alike where it was copied
_BEHIND = 15  # characters: as much nearer is a name that stands before its figure
_TIMED = frozenset({Kind.DATE, Kind.TIME})


class Sort(StrEnum):
    """What is matched; each sort has weights of its own."""

    FIGURE = "figure"
    DAY = "day"
    NAME = "name"


def sort_of(value: Value) -> Sort:
    return Sort.DAY if value.kind in _TIMED else Sort.FIGURE


def is_telling(value: Value) -> bool:
    """Whether a figure or day is one that two accounts hardly share by chance: no bare "three", no "2019"."""
    if value.kind is Kind.DATE:
        return value.grain == "day"
    named = value.kind not in (Kind.COUNT, Kind.ORDINAL)  # by a unit
    return has_digits(value) or (named and any(number.strip("0.-") for number in value.stated))


def has_digits(value: Value) -> bool:
    """Whether a number has two digits that tell or more: 12 and 6.5, not 200."""
    return any(len(number.replace(".", "").strip("0-")) > 1 for number in value.stated)


@once
def figures_of(reading: SetReading) -> Mapping[str, Sequence[Mention]]:
    """The figures and days of each account, by its id, in the order of the text."""
    contexts = contexts_of(reading)
    named: dict[str, list[tuple[Span, str]]] = {item.article.id: [] for item in reading.articles}
    for actor in reading.actors:
        for m in actor.mentions:
            named[m.article].append((m.span, actor.id))
    return {
        item.article.id: list(_figures(item, contexts, sorted(named[item.article.id])))
        for item in reading.articles
    }


@once
def people_named(reading: SetReading) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The words of the names of the people whom each account, by its id, names."""
    found: dict[str, dict[str, frozenset[str]]] = {item.article.id: {} for item in reading.articles}
    for actor in reading.actors:
        words = frozenset(fold(" ".join(m.text for m in actor.mentions)).split())
        for m in actor.mentions if actor.kind is ActorKind.PERSON else ():
            found[m.article][actor.id] = words
    return found


def _figures(item: Reading, contexts: Contexts, named: Sequence[tuple[Span, str]]) -> Iterator[Mention]:
    claims = {id(claim.value): claim for claim in item.claims}
    over = [place.span() for place in places(item.article.text)]  # where and when the story was written
    for value in sorted(item.values, key=lambda v: v.span):
        dated = value.kind is Kind.DATE and any(a <= value.span.start < b for a, b in over)
        if value.kind not in (Kind.TERM, Kind.QUOTE) and not dated:
            sentence = contexts.at(item, value.span.start)
            near = nearest_name(value.span, sentence.span, named)
            lone = sum(v.kind is value.kind for v in values_of(item).within(sentence.span)) == 1
            yield Mention(sentence, value.span, value, claims.get(id(value)), nearest=near, lone=lone)


def nearest_name(span: Span, sentence: Span, named: Sequence[tuple[Span, str]]) -> str:
    """The actor named nearest in the sentence; before the figure if it can be."""
    first = bisect_left(named, sentence.start, key=lambda pair: pair[0].start)
    last = bisect_left(named, sentence.end, key=lambda pair: pair[0].start)
    away = [
        (span.start - at.end if at.end <= span.start else at.start - span.end + _BEHIND, actor)
        for at, actor in named[first:last]
        if not at.overlaps(span)
    ]
    return min(away, default=(0, ""))[1]


@once
def names_of(reading: SetReading) -> Mapping[str, Sequence[Mention]]:
    """The mentions of actors in each account, by its id, in the order of the text."""
    contexts = contexts_of(reading)
    found: dict[str, list[Mention]] = {item.article.id: [] for item in reading.articles}
    accounts = {item.article.id: item for item in reading.articles}
    for actor in reading.actors:
        for m in actor.mentions:
            sentence = contexts.at(accounts[m.article], m.span.start)
            found[m.article].append(Mention(sentence, m.span, actor=actor.id))
    return {name: sorted(mentions, key=lambda m: m.span) for name, mentions in found.items()}


def candidates(
    mention: Mention, there: Sequence[Mention], reading: SetReading, agreeing: Sequence[Mention] = ()
) -> list[Mention]:
    """The mentions of another account in sentences like that of `mention`, and the agreeing ones."""
    like = {id(s) for s in contexts_of(reading).like(mention.sentence)}
    held = {id(m) for m in agreeing}
    return [m for m in there if id(m) in held or id(m.sentence) in like]


def _goes_on(p: Parallel, words: Sequence[int]) -> bool:
    """Whether most of the words right before and behind some stand there in the source, too."""
    first, last = words[0], words[-1]
    ends = [(n, first) for n in range(max(0, first - _BESIDE), first)]
    ends += [(n, last) for n in range(last + 1, min(len(p.a), last + 1 + _BESIDE))]
    alike = sum(n in p.partner and p.partner[n] - p.partner[end] == n - end for n, end in ends)
    return 2 * alike > len(ends)


def copied(mention: Mention, other: Mention, reading: SetReading) -> bool:
    """Whether the words of a mention stand in the place of another's in a passage that is nearly the same."""
    ours, theirs = mention.sentence.reading, other.sentence.reading
    for p in parallels_at(reading, ours.article.id, mention.span):
        if p.draft is not ours or p.source is not theirs:
            continue
        words = p.words_at(p.draft, mention.span)
        if words and all(n in p.partner for n in words):
            return _goes_on(p, words) and any(p.b[p.partner[n]].span.overlaps(other.span) for n in words)
    return False
