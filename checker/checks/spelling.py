"""A person's name that is spelled in two ways: "Sarah Connolly" here, "Sara Connoly" there.

In a draft, a spelling that no source has is a warning, and so are two spellings of two sources, of which
one must be wrong; within one source it is a note. House styles (Zelenskiy and Zelensky, Müller and
Mueller), short forms and initials are no other spelling, nor are the names of two people of whom one
account tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from checker.actors.merging import sound
from checker.data import load
from checker.drafts.names import is_name, name_words
from checker.lexical import wordnet
from checker.lexical.gazetteer import fold
from checker.lots import Lots
from checker.model import ActorKind, Role, Span, Verdict
from checker.readings import Reading, SetReading
from checker.spellings import house_style, one_name, one_surname, two_people
from checker.verdicts import Problem, Weight, evidence

_SOURCES = 4  # of sources that spell a name alike, more teach nothing


class _Spelling(NamedTuple):
    """A name as an account first writes it."""

    place: tuple[int, int]  # the article and where in it, in the order of the set
    item: Reading
    span: Span
    words: tuple[str, ...]
    person: bool

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT

    @property
    def text(self) -> str:
        return self.item.article.words(self.span)


Pair = tuple[_Spelling, _Spelling]


def find(reading: SetReading) -> Iterator[Problem]:
    spellings = _spellings(reading)
    written = {house_style(word) for s in spellings if not s.drafted for word in s.words}
    found = list(_pairs(spellings))
    # a draft's name of which sources have each word is backed; the one it is held against may be wrong
    ours = [(next((s for s in pair if s.drafted), None), pair) for pair in found]
    drafted = [pair for one, pair in ours if one and not set(map(house_style, one.words)) <= written]
    for pairs in (drafted, [pair for one, pair in ours if one is None]):
        for lot in _connected(pairs):
            yield _problem(lot)


def _connected(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs of one name together, however many accounts have it."""
    numbers = {words: n for n, words in enumerate(dict.fromkeys(s.words for pair in pairs for s in pair))}
    lots, found = Lots(), defaultdict(list)
    for a, b in pairs:
        lots.join(numbers[a.words], numbers[b.words])
    for pair in pairs:
        found[lots.of(numbers[pair[0].words])].append(pair)
    return list(found.values())


def _spellings(reading: SetReading) -> list[_Spelling]:
    """Each way in which each account writes a name, once."""
    items = {item.article.id: (n, item) for n, item in enumerate(reading.articles)}
    found: dict[tuple[int, tuple[str, ...]], _Spelling] = {}
    for actor in reading.actors:
        for mention in actor.mentions:
            words = _words(mention.text) if is_name(mention.text) else ()
            if words and (len(words) > 1 or actor.kind is not ActorKind.PLACE):
                number, item = items[mention.article]
                place, person = (number, mention.span.start), actor.kind is ActorKind.PERSON
                found.setdefault((number, words), _Spelling(place, item, mention.span, words, person))
    return sorted(found.values(), key=lambda s: s.place)


def _words(text: str) -> tuple[str, ...]:
    """The folded words of a name without titles and small words."""
    small = {*load("drafts")["titles"], *load("drafts")["particles"]}
    return tuple(word for word in map(fold, name_words(text)) if word not in small and len(word) > 1)


def _pairs(spellings: Sequence[_Spelling]) -> Iterator[Pair]:
    """Names that may be one, found by how they begin and how they end; full names before single ones."""
    full = [s for s in spellings if len(s.words) > 1]
    ways: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    groups: dict[tuple[str, str], list[_Spelling]] = defaultdict(list)
    kept: dict[tuple[str, ...], int] = defaultdict(int)
    for one in full:
        ways[one.place[0]].add(one.words)
        kept[one.words] += not one.drafted
        if kept[one.words] <= _SOURCES:
            groups[sound(one.words[0])[0], sound(one.words[-1])[0]].append(one)
            groups["", sound(one.words[-1])].append(one)
    pairs = {
        (a.place, b.place): (a, b)
        for group in groups.values()
        for a, b in combinations(group, 2)
        if (a.person or b.person) and one_name(a.words, b.words) and not _two(a, b, ways)
    }
    yield from pairs.values()
    yield from _alone(spellings, full)


def _two(a: _Spelling, b: _Spelling, ways: dict[int, set[tuple[str, ...]]]) -> bool:
    """Whether they are two people: one account has both, or they are a man and a woman."""
    both = any({a.words, b.words} <= ways[s.place[0]] for s in (a, b))
    apart = a.words[-1] == b.words[-1] or a.item is not b.item
    return (both and apart) or (not (a.drafted or b.drafted) and two_people(a.words, b.words))


def _alone(spellings: Sequence[_Spelling], full: Sequence[_Spelling]) -> Iterator[Pair]:
    """Last names on their own that are nobody's full name, beside one that is nearly so."""
    surnames = {house_style(s.words[-1]) for s in full}
    by_start: dict[str, list[_Spelling]] = defaultdict(list)
    for one in full:
        if one.person:
            by_start[one.words[-1][0]].append(one)
    for single in (s for s in spellings if len(s.words) == 1):
        word = single.words[0]
        if house_style(word) in surnames or any(wordnet.known(word, pos) for pos in "nva"):
            continue
        here = [o for o in by_start[word[0]] if one_surname(word, o.words[-1])]
        own = [o for o in here if o.item is single.item]
        if len({o.words[-1] for o in own or here}) == 1 and (own or single.drafted):
            yield single, (own or here)[0]


def _problem(lot: Sequence[Pair]) -> Problem:
    ours, theirs = sorted(lot[0], key=lambda s: not s.drafted)
    every = {s.place: s for s in (ours, theirs, *(s for pair in lot for s in pair))}.values()
    alone = len({s.place[0] for s in every}) == 1
    if ours.item is theirs.item:
        two = f"spells one name in two ways: “{ours.text}” and “{theirs.text}”"
    else:
        two = f"spells “{ours.text}” what {theirs.item.article.name} spells “{theirs.text}”"
    sides = list(dict.fromkeys(s.words for s in every))
    return Problem(
        Verdict.ALTERED,
        f"{ours.item.article.name} {two}",
        tuple(evidence(s.item, s.span, " ".join(s.words), sides.index(s.words)) for s in every),
        about="",
        reasons=("the names are alike but for their letters",),
        weight=Weight.MINOR if alone and not ours.drafted else Weight.SURE,
    )
