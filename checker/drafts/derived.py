"""Figures of a draft that a reader can work out from those of a source.

By one step of arithmetic ("62" of "30 women and 32 men") from the sentences that tell of the same, by the
calendar ("in 23 years", "since 2001") from any; "won by 14 points" of "17-3", "two colleagues" where two are
named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.claims.claim import Claim
from checker.comparison import Derivation, Figure, derive
from checker.comparison.amounts import NAMED
from checker.comparison.limits import is_limit
from checker.data import word_list
from checker.lexical import concepts, wordnet
from checker.matching.crowds import CROWD
from checker.model import ActorKind, Kind, Value
from checker.readings import Reading, SetReading, once

_UNIT = re.compile(r"\s*-?([a-z]+)")
_CALENDAR = frozenset({Kind.AGE, Kind.DATE, Kind.DURATION, Kind.TIME})


def is_listed(value: Value, source: Reading, reading: SetReading) -> bool:
    """Whether a draft may count the names of a list: "two colleagues" where two are named."""
    plain = value.kind is Kind.COUNT and not value.dimension and len(value.stated) == 1
    return plain and not is_limit(value) and value.stated[0] in _listed(source, reading)


def derivation(value: Value, draft: Reading, *sources: Reading) -> Derivation | None:
    """The step by which a draft's figure follows from those of its sources, and whether it is sure.

    It is sure only of figures of one source, in sentences that tell what the draft's tells.
    """
    figure = _by_value(draft).get(id(value))
    if figure is None or not draft.sentences:
        return None
    about = _contents(draft)[figure.sentence]
    known = []
    for source in sources:
        shared = [len(about & told) for told in _contents(source)]
        figures = figures_of(source)
        if len(figures) > CROWD:
            figures = sorted(figures, key=lambda f: (-shared[f.sentence], f.sentence))[:CROWD]
        known += [replace(f, alike=f.value.kind in _CALENDAR or shared[f.sentence] > 0) for f in figures]
    return derive(figure, known)


@once
def _by_value(reading: Reading) -> Mapping[int, Figure]:
    return {id(figure.value): figure for figure in figures_of(reading)}


@once
def figures_of(reading: Reading) -> Sequence[Figure]:
    """The values of an article, each with what it counts and where it stands."""
    claims = {id(claim.value): claim for claim in reading.claims}
    published = reading.article.published
    day = published.toordinal() if published else None
    return [
        Figure(
            value,
            _heads(value, claim),
            claim.topic.states if claim else frozenset(),
            reading.article.id,
            max(0, bisect_right(reading.sentences, value.span.start, key=lambda s: s.start) - 1),
            day,
            lead=_is_lead(value, reading),
        )
        for value in reading.values
        for claim in [claims.get(id(value))]
        if value.kind is not Kind.TERM
    ]


def _heads(value: Value, claim: Claim | None) -> frozenset[str]:
    """What a figure counts, by its noun; what happened on a date."""
    if claim is not None and value.kind is Kind.DATE:
        return claim.topic.core
    if value.counted is None:
        return frozenset()
    head = value.counted.head
    if not wordnet.known(head, "n"):
        return frozenset()  # "1,779 infected" says what befell them, not what they are
    person = wordnet.is_a(head, "person") and not wordnet.is_a(head, "animal", senses=1)  # "you dog"
    return concepts.of_word(head, "n") | ({"person"} if person else frozenset())


@once
def _contents(reading: Reading) -> Sequence[frozenset[str]]:
    """The content words of each sentence."""
    starts = [sentence.start for sentence in reading.sentences]
    found: list[set[str]] = [set() for _ in starts]
    for word in reading.words:
        found[bisect_right(starts, word.span.start) - 1].add(word.lemma)
    return [frozenset(words) for words in found]


def _is_lead(value: Value, reading: Reading) -> bool:
    """Whether it is told in what a lead in a score is told in: "by 14 points"."""
    told = _UNIT.match(reading.article.text, value.span.end)
    return told is not None and told.group(1) in word_list("drafts", "leads")


def _listed(source: Reading, reading: SetReading) -> Iterator[str]:
    """How many people stand in each list of names: "Anna Lund, Per Holm and Ida Berg"."""
    spans = sorted(
        mention.span
        for actor in reading.actors
        if actor.kind is ActorKind.PERSON
        for mention in actor.mentions
        if mention.article == source.article.id and mention.text[:1].isupper()
    )
    text, run = source.article.text, 1
    for i, span in enumerate(spans, 1):
        joined = i < len(spans) and re.fullmatch(r",? and |, ", text[span.end : spans[i].start])
        run += bool(joined)
        if not joined:
            if 1 < run <= NAMED:
                yield str(run)
            run = 1
