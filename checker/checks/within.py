"""One account that gives two figures for one thing: ten dead in its text, fourteen in a caption.

Held against each other are those of one account to whom one thing was done (killed, injured, arrested …),
where both sentences tell of it alike; and what one gives in all, with nothing of another event, which
cannot be less than the figure before it. Figures of two speakers, of two places or
times, parts, limits, and accounts that say that a figure changed are no findings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from checker import concepts
from checker.alignment.pairings import align, keys
from checker.alignment.reasons import Why
from checker.alignment.relations import relate
from checker.claims.claim import Claim
from checker.data import load
from checker.differences import difference
from checker.model import Basis, Kind, Modality, Relation, Verdict
from checker.readings import Reading, SetReading
from checker.topics import words_of
from checker.verdicts import Problem, evidence_of

_LESS = "fewer in all than before"
_MANY = 8  # claims of one account under one key: more of them are a list


def find(reading: SetReading) -> Iterator[Problem]:
    for item in reading.articles:
        told: set[frozenset[int]] = set()
        for a, b in _pairs(item):
            key = frozenset((a.value.span.start, b.value.span.start))
            if (
                key not in told
                and (reasons := _one_thing(a, b, item))
                and relate(a, b, None) is Relation.DISJOINT
            ):
                told.add(key)
                yield _problem(a, b, reasons)
                break  # an account that contradicts itself is read again anyway
        else:
            yield from (_problem(a, b, (_LESS,)) for a, b in _less_in_all(item))


def _pairs(item: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Claims of one account that could be found by one key, in the order of the text."""
    buckets: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in item.claims:
        if claim.value.kind is Kind.COUNT and _is_plain(claim):
            for key in sorted(keys(claim)):
                buckets[key].append(claim)
    for bucket in buckets.values():
        if len(bucket) <= _MANY and len({c.value.bounds for c in bucket}) == 2:
            yield from combinations(bucket, 2)


def _less_in_all(item: Reading) -> Iterator[tuple[Claim, Claim]]:
    """A figure and a lower one that is given further on for all: "killing 16", "in all, 14 people died"."""
    counts = [c for c in item.claims if c.value.kind is Kind.COUNT and c.topic.states]
    for number, total in enumerate(counts):
        if total.basis is not Basis.TOTAL or not _is_plain(total, Basis.TOTAL):
            continue
        before = [c for c in counts[:number] if c.topic.states & total.topic.states]
        if len({c.value.bounds for c in before}) != 1 or not all(map(_is_plain, before)):
            continue
        figure = before[0]
        high, low = total.value.bounds.high, figure.value.bounds.low
        if high is not None and low is not None and high < low and _says_no_more(total, figure, item):
            yield figure, total


def _says_no_more(total: Claim, figure: Claim, item: Reading) -> bool:
    """Whether the words with a total name no other event, place, time or speaker than those of the figure."""
    if len({total.speaker_actor, figure.speaker_actor} - {None}) > 1 or _days(total, item):
        return False
    if total.sentence == figure.sentence or total.places or total.owners or total.topic.modifiers:
        return False
    if difference(figure, total) or (figure.topic.core and figure.topic.core != total.topic.core):
        return False
    told = total.topic.states | total.topic.core
    new = total.context - figure.context - words_of("number_nouns")
    return all(any(told & concepts.of_word(word, pos) for pos in "nva") for word in new)


def _is_plain(claim: Claim, basis: Basis | None = None) -> bool:
    """Whether a figure is stated as a fact, and not as a part, a change, a limit or one that moved."""
    value = claim.value
    if (
        value.basis is not basis
        or value.change
        or value.notes
        or claim.topic.baseline
        or value.bounds.low is None
    ):
        return False
    if (
        value.bounds.high is None
        or claim.commitment.negated
        or claim.commitment.modality is not Modality.FACT
    ):
        return False
    return not set(claim.article.words(claim.sentence).lower().replace(",", " ").split()) & _moving()


@lru_cache(maxsize=1)
def _moving() -> frozenset[str]:
    return frozenset(load("updates")["moving"])


def _one_thing(a: Claim, b: Claim, item: Reading) -> Sequence[str]:
    """The evidence that two figures of one account are of one thing; none where it is not clear."""
    speakers = {a.speaker_actor, b.speaker_actor} - {None}
    if (
        a.sentence == b.sentence
        or len(speakers) > 1
        or a.places != b.places
        or _days(b, item) - _days(a, item)
    ):
        return ()
    if a.topic.modifiers != b.topic.modifiers or a.topic.core != b.topic.core or a.value.counted is None:
        return ()
    pair = align(a, b, sole=True)
    alike = any(reason.why is Why.TOLD_ALIKE for reason in pair.reasons)
    if pair.refused is not None or not a.topic.states & b.topic.states or not alike:
        return ()
    return [str(reason) for reason in pair.reasons]


def _days(claim: Claim, item: Reading) -> set[str]:
    """The days that a sentence names: those of the later figure must hold for the earlier one."""
    timed = (v for v in item.values if v.kind is Kind.DATE)
    return {v.text.lower() for v in timed if claim.sentence.contains(v.span)}


def _problem(a: Claim, b: Claim, reasons: Sequence[str]) -> Problem:
    first, second = evidence_of(a), evidence_of(b, 1)
    return Problem(
        Verdict.UNSOUND,
        f"{a.article.name} says “{first.text}” and further on “{second.text}”",
        (first, second),
        about=a.article.id,
        reasons=tuple(reasons),
    )
