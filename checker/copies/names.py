"""Names of a draft that stand where the passage it was made from has other names.

Only names for names: every word exchanged is part of a name, a title or an article. Another name of
the same actor, a people for its country, initials and names that share a word are no exchange. Names
that only change places are told apart: where nothing else differs, they were swapped; where other
words differ, too, the sentence was turned round ("beat", "was beaten by").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from checker.copies.sentences import best, is_small
from checker.data import load
from checker.lexical import wordnet
from checker.lexical.gazetteer import codes, fold
from checker.lexical.sorts import peoples_of
from checker.model import Actor, ActorKind, Kind, Span
from checker.readings import Change, Parallel, Reading, SetReading, Word, once, values_of
from checker.spellings import same_word


@dataclass(frozen=True, slots=True)
class NameExchange:
    parallel: Parallel
    draft_span: Span
    source_span: Span
    draft_actor: Actor | None
    source_actor: Actor | None
    swapped: bool

    @property
    def is_place(self) -> bool:
        return any(a is not None and a.kind is ActorKind.PLACE for a in (self.draft_actor, self.source_actor))


@once
def name_exchanges(reading: SetReading) -> Sequence[NameExchange]:
    """Every name of a draft that is another one in its passage."""
    exchanged: list[NameExchange] = []
    for parallel, others in best(reading.parallels):
        found = [e for change in parallel.changes if (e := _exchange(reading, parallel, change))]
        gone = {fold(parallel.b[j].text) for change in parallel.changes for j in change.b}
        turned = _is_turned(parallel, {e.draft_span for e in found}, gone)
        others = [other for other in others if other.source is not parallel.source]
        for exchange in found:
            moved = not gone.isdisjoint(_names(parallel.a, exchange.draft_span))
            back = any(_is_reverse(exchange, other) for other in found)
            backed = any(_has(other, exchange.draft_span) for other in others)
            if not backed and (not moved or (back and not turned)):
                exchanged.append(replace(exchange, swapped=moved))
    return exchanged


def _is_reverse(a: NameExchange, b: NameExchange) -> bool:
    """Whether the one puts in what the other takes out."""
    mine, theirs = _names(a.parallel.a, a.draft_span), _names(a.parallel.b, b.source_span)
    return not set(mine).isdisjoint(theirs)


def _is_turned(parallel: Parallel, exchanged: set[Span], gone: set[str]) -> bool:
    """Whether more than names differ: "was beaten by" for "beat", or figures that change places with them."""
    rest = [c.a for c in parallel.changes if c.a and parallel.span(c.a) not in exchanged]
    first = [parallel.a[words[0]] for words in rest]
    moved = any(word.pos == "ADP" or fold(word.text) in gone for word in first)
    return moved or any(len(words) > 1 for words in rest)


def _has(parallel: Parallel, span: Span) -> bool:
    return all(i in parallel.partner for i in parallel.words_at(parallel.draft, span))


def _exchange(reading: SetReading, parallel: Parallel, change: Change) -> NameExchange | None:
    return names_exchanged(reading, parallel, change) or names_exchanged(
        reading, parallel, _trimmed(parallel, change)
    )


def names_exchanged(reading: SetReading, parallel: Parallel, change: Change) -> NameExchange | None:
    if not change.a or not change.b or not is_small(change):
        return None
    sides = [parallel.a[i] for i in change.a], [parallel.b[j] for j in change.b]
    if any(of(sides[0]) != of(sides[1]) for of in (_describes, _prepositions)):
        return None
    ours, theirs = parallel.span(change.a), parallel.source_span(change.b)
    mine = reading.index.at(parallel.draft.article.id, ours)
    other = reading.index.at(parallel.source.article.id, theirs)
    named = (parallel.draft, sides[0], mine), (parallel.source, sides[1], other)
    if not all(_only_names(*side) for side in named) or len({_lists(*side[:2]) for side in named}) > 1:
        return None
    a, b = _names(parallel.a, ours), _names(parallel.b, theirs)
    if _one(reading, mine, other) or _of_two_kinds(mine, other) or not a or not b or _akin(a, b):
        return None
    return NameExchange(parallel, ours, theirs, mine, other, False)


def _of_two_kinds(a: Actor | None, b: Actor | None) -> bool:
    """Whether one is a place and the other somebody: "in Biloxi, Miss.", "in Biloxi, Coroner Gary Holm said".

    A name of one word may be taken for either.
    """
    kinds = {actor.kind for actor in (a, b) if actor is not None}
    people = [actor for actor in (a, b) if actor is not None and actor.kind is ActorKind.PERSON]
    whole = any(" " in name for actor in people for name in actor.names)
    return kinds == {ActorKind.PLACE, ActorKind.PERSON} and whole


def _trimmed(parallel: Parallel, change: Change) -> Change:
    """At either end of what the draft took over, the name next to it: what comes before or after is left out.

    "Lund was fined" for "Brekke's harbour master, Per Holm, was fined".
    """
    a, b = change
    head, tail = a.start == 0, a.stop == len(parallel.a)
    if head == tail or not all(_is_name(parallel.a[i]) or parallel.a[i].text in _beside_names() for i in a):
        return change
    inward = list(reversed(b)) if head else list(b)
    while head and inward and parallel.b[inward[0]].pos == "AUX":
        inward.pop(0)  # "Holm had taken" for "Lund took"
    named = list(takewhile(lambda j: _is_name(parallel.b[j]), inward))
    return Change(a, range(min(named), max(named) + 1)) if named else change


def _describes(words: Sequence[Word]) -> bool:
    """Whether words tell what sort of thing it is, and not its name: "a Leicester hospital", "the Dane"."""
    if any(word.text in ("a", "an") for word in words):
        return True
    behind = words[1:] if words[0].pos == "DET" else ()
    return any(w.pos == "NOUN" and not w.capital for w in behind) or (
        len(behind) == 1 and bool(peoples_of((behind[0].text,)))
    )


def _prepositions(words: Sequence[Word]) -> set[str]:
    """What leads to a place: "in Rogaland" says another thing of it than "on Strand Road"."""
    return {word.text for word in words if word.pos == "ADP" and not word.capital and word.text != "of"}


def _only_names(item: Reading, words: Sequence[Word], actor: Actor | None) -> bool:
    """Whether words are a name and nothing else, within one sentence, and no title alone."""
    over = (v for w in words for v in values_of(item).over(w.span) if v.kind is not Kind.TERM)
    if any(v.kind is not Kind.ORDINAL or v.text[:1].islower() for v in over):
        return False
    if not item.sentence_at(words[0].span.start).contains(words[-1].span):
        return False
    small = _beside_names()
    begun = [_is_name(w) for w in words]
    # behind a word that is a name the tagger is a poor judge of the next: "Jay-Z"
    names = [
        _is_name(w) or (w.capital and any(begun[:n])) or _names_actor(item, w, actor)
        for n, w in enumerate(words)
    ]
    beside = [w.text in small for w in words]
    pairs = list(zip(names, beside, strict=True))
    return (True, False) in pairs and (False, False) not in pairs


def _lists(item: Reading, words: Sequence[Word]) -> int:
    """How many names stand there: a town with its state is no town alone."""
    return len(_SEPARATE.findall(item.article.text, words[0].span.start, words[-1].span.end))


_SEPARATE = re.compile(r"[,;:]\s")  # what stands on either side is two names


def _is_name(word: Word) -> bool:
    return word.capital and word.pos == "PROPN" and len(word.text) > 1


def _names_actor(item: Reading, word: Word, actor: Actor | None) -> bool:
    """Whether a word that may be a common one is part of an actor's name: "Trump said", "the Sixth Circuit".

    At the head of a sentence any word has a capital: there it must be no other word than the name.
    """
    if actor is None or len(word.text) < 2:
        return False
    held = [m for m in actor.mentions if m.article == item.article.id and m.span.contains(word.span)]
    if any(" " in m.text and m.text[:1].isupper() for m in held):
        return word.capital or all(word.span.end < m.span.end for m in held)  # the "for" of a name
    if not held or not word.capital or word.pos != "NOUN":
        return False
    leads = item.sentence_at(word.span.start).start == word.span.start
    return not leads or " " in actor.name or not wordnet.known(word.lemma, "n")


@lru_cache(maxsize=1)
def _beside_names() -> frozenset[str]:
    known = load("drafts")
    return frozenset([*known["titles"], *known["particles"], "'s", "'", "mr.", "ms.", "mrs.", "dr."])


def _names(words: Sequence[Word], span: Span) -> list[str]:
    """The words of a name without titles and small words, folded."""
    titles = _beside_names()
    inside = [w for w in words if w.span.overlaps(span) and w.capital]
    return [fold(w.text) for w in inside if w.text not in titles] or [fold(w.text) for w in inside]


def _one(reading: SetReading, a: Actor | None, b: Actor | None) -> bool:
    return a is not None and b is not None and reading.index.same(a.id, b.id)


def _akin(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names may name one: a word in common, initials, a land and its people."""
    if any(same_word(x, y) for x in a for y in b):
        return True
    if any("".join(word[0] for word in x) in y for x, y in ((a, b), (b, a))):
        return True
    if any(not (set(a).isdisjoint(kin) or set(b).isdisjoint(kin)) for kin in load("drafts")["kin"]):
        return True
    return bool(_lands(a) & _lands(b)) or any(x[:3] == y[:3] for x in a for y in b)


def _lands(words: Sequence[str]) -> frozenset[str]:
    return frozenset(code for form in (*words, "".join(words)) for code in codes(form))
