"""A person's name that is spelled in two ways: "Sarah Connolly" here, "Sara Connoly" there.

In a draft, a spelling that no source has is a warning, and so are two spellings of two sources, of which
one must be wrong; within one source it is a note. House styles (Zelenskiy and Zelensky, Müller and
Mueller), short forms and initials are no other spelling, nor are the names of two people of whom one
account tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.actors.merging import sound
from checker.data import load
from checker.drafts.names import is_name, name_words
from checker.lexical import wordnet
from checker.lexical.gazetteer import fold
from checker.model import ActorKind, Article, Role, Span, Verdict
from checker.readings import Reading, SetReading
from checker.spellings import house_style, one_name, one_surname, two_people
from checker.verdicts import Problem, Weight, evidence

_SOURCES = 4  # of sources that spell a name alike, more teach nothing


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name as an account first writes it."""

    item: Reading
    span: Span
    words: tuple[str, ...]
    person: bool

    @property
    def article(self) -> Article:
        return self.item.article

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.article.id, self.words

    @property
    def text(self) -> str:
        return self.article.words(self.span)


def find(reading: SetReading) -> Iterator[Problem]:
    spellings = _spellings(reading)
    written = {word for s in spellings if s.article.role is Role.SOURCE for word in map(house_style, s.words)}
    found = list(_pairs(spellings))
    for drafted in (True, False):
        pairs = [pair for pair in found if _is_drafted(pair) is drafted]
        if drafted:
            pairs = [pair for pair in pairs if not _backed(pair, written)]
        for lot in _connected(pairs):
            yield _problem(lot, drafted)


def _is_drafted(pair: tuple[_Spelling, _Spelling]) -> bool:
    return any(s.article.role is Role.DRAFT for s in pair)


def _connected(pairs: Sequence[tuple[_Spelling, _Spelling]]) -> list[list[tuple[_Spelling, _Spelling]]]:
    """The pairs of one name together, however many accounts have it."""
    lots: list[tuple[set[tuple[str, ...]], list[tuple[_Spelling, _Spelling]]]] = []
    for pair in pairs:
        ways = {s.words for s in pair}
        touching = [lot for lot in lots if lot[0] & ways]
        lots = [lot for lot in lots if lot not in touching]
        known = ways.union(*(lot[0] for lot in touching))
        lots.append((known, [*(p for lot in touching for p in lot[1]), pair]))
    return [found for _, found in lots]


def _spellings(reading: SetReading) -> list[_Spelling]:
    """Each way in which each account writes a name, once."""
    items = {item.article.id: item for item in reading.articles}
    found: dict[tuple[str, tuple[str, ...]], _Spelling] = {}
    for actor in reading.actors:
        person = actor.kind is ActorKind.PERSON
        for mention in actor.mentions:
            words = _words(mention.text) if is_name(mention.text) else ()
            if words and (len(words) > 1 or actor.kind is not ActorKind.PLACE):
                spelling = _Spelling(items[mention.article], mention.span, words, person)
                found.setdefault((mention.article, words), spelling)
    order = {item.article.id: n for n, item in enumerate(reading.articles)}
    return sorted(found.values(), key=lambda s: (order[s.article.id], s.span))


def _words(text: str) -> tuple[str, ...]:
    """The folded words of a name without titles and small words."""
    known = load("drafts")
    small = {*known["titles"], *known["particles"]}
    return tuple(word for word in map(fold, name_words(text)) if word not in small and len(word) > 1)


def _pairs(spellings: Sequence[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Names that may be one, found by how they begin and how they end; full names before single ones."""
    full = [s for s in spellings if len(s.words) > 1]
    ways: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    groups: dict[tuple[str, str], list[_Spelling]] = defaultdict(list)
    kept: Counter[tuple[str, ...]] = Counter()
    for one in full:
        ways[one.article.id].add(one.words)
        kept[one.words] += one.article.role is Role.SOURCE
        if kept[one.words] <= _SOURCES:
            groups[sound(one.words[0])[0], sound(one.words[-1])[0]].append(one)
            groups["", sound(one.words[-1])].append(one)
    pairs = {
        (a.key, b.key): (a, b)
        for group in groups.values()
        for a, b in combinations(group, 2)
        if (a.person or b.person) and one_name(a.words, b.words) and not _two(a, b, ways)
    }
    yield from pairs.values()
    yield from _alone(spellings, full)


def _two(a: _Spelling, b: _Spelling, ways: dict[str, set[tuple[str, ...]]]) -> bool:
    """Whether they are two people: one account has both, or they are a man and a woman."""
    both = any({a.words, b.words} <= ways[s.article.id] for s in (a, b))
    drafted = Role.DRAFT in (a.article.role, b.article.role)
    one_family = a.words[-1] == b.words[-1]
    return (both and (one_family or a.article is not b.article)) or (
        not drafted and two_people(a.words, b.words)
    )


def _alone(
    spellings: Sequence[_Spelling], full: Sequence[_Spelling]
) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Last names on their own that are nobody's full name, beside one that is nearly so."""
    surnames = {house_style(s.words[-1]) for s in full}
    by_start: dict[str, list[_Spelling]] = defaultdict(list)
    for one in full:
        if one.person:
            by_start[one.words[-1][0]].append(one)
    for single in spellings:
        if len(single.words) > 1 or house_style(single.words[0]) in surnames or _is_word(single):
            continue
        here = [o for o in by_start[single.words[0][0]] if one_surname(single.words[0], o.words[-1])]
        own = [o for o in here if o.article is single.article]
        if len({o.words[-1] for o in own or here}) == 1 and (own or single.article.role is Role.DRAFT):
            yield single, (own or here)[0]


def _is_word(single: _Spelling) -> bool:
    return any(wordnet.known(single.words[0], pos) for pos in "nva")


def _backed(pair: tuple[_Spelling, _Spelling], written: set[str]) -> bool:
    """Whether sources have each word of the draft's name; the one it is held against may be wrong."""
    ours = next(s for s in pair if s.article.role is Role.DRAFT)
    return set(map(house_style, ours.words)) <= written


def _problem(lot: Sequence[tuple[_Spelling, _Spelling]], drafted: bool) -> Problem:
    ours, theirs = sorted(lot[0], key=lambda s: s.article.role is not Role.DRAFT)
    alone = len({s.article.id for pair in lot for s in pair}) == 1
    if ours.article is theirs.article:
        message = f"{ours.article.name} spells one name in two ways: “{ours.text}” and “{theirs.text}”"
    else:
        message = (
            f"{ours.article.name} spells “{ours.text}” what {theirs.article.name} spells “{theirs.text}”"
        )
    every = {s.key: s for s in (ours, theirs, *(s for pair in lot for s in pair))}
    sides = list(dict.fromkeys(words for _, words in every))
    return Problem(
        Verdict.ALTERED,
        message,
        tuple(evidence(s.item, s.span, " ".join(s.words), sides.index(s.words)) for s in every.values()),
        about="",
        reasons=("the names are alike but for their letters",),
        weight=Weight.MINOR if alone and not drafted else Weight.SURE,
    )
