"""Which of many like claims are held against each other, so that the cost grows with their number.

All pairs of some are; of a crowd each is held against every claim of a draft and against what most
accounts say, since a figure that stands alone is told by what it contradicts there. Of a crowd of figures in
two accounts each is held against its equals and against those in the sentences most like its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, islice

from checker.claims.claim import Claim
from checker.matching.contexts import Contexts, Sentence, contexts_of
from checker.matching.features import Mention
from checker.matching.mentions import figures_of, names_of
from checker.model import Role
from checker.readings import SetReading, once

CROWD = 150  # of no more claims than that all pairs are held against each other, of more like deeds the first
_COMMON = 60  # of a crowd, claims that each of the others is held against
_PAIRS = 10_000  # pairs of figures in two accounts; of more, each is held against some, of which …
_FEWEST = 4  # … there are so many at least
_PER_SIGNATURE = 3  # claims that say the same in the same way: more of them teach nothing


def thinned(claims: Iterable[Claim], *, by_account: bool = False) -> list[Claim]:
    """The claims, few of those that say the same in the same way; all of a draft beside sources."""
    claims = list(claims)
    kept: dict[tuple[object, ...], list[Claim]] = {}
    drafted = set(_drafted(claims))
    for n, claim in enumerate(claims):
        account = claim.account if by_account else None
        key = (claim.value.stated, account, *signature(claim), claim.participants)
        same = kept.setdefault(key, [])
        if len(same) < _PER_SIGNATURE or n in drafted:
            same.append(claim)
    return [claim for same in kept.values() for claim in same]


def pairs_of(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The places of two claims at a time, the first before the second, in order."""
    if len(claims) <= CROWD:
        yield from combinations(range(len(claims)), 2)
        return
    common = _common(claims)
    for first in range(len(claims)):
        if first in common:
            yield from ((first, second) for second in range(first + 1, len(claims)))
        else:
            yield from ((first, second) for second in sorted(common) if second > first)


def _common(claims: Sequence[Claim]) -> frozenset[int]:
    """The claims of drafts and, for each value that most accounts tell, the first ones that tell it."""
    drafted = _drafted(claims)
    told = Counter((claim.value.bounds, claim.value.stated) for claim in claims)
    places = sorted(range(len(claims)), key=lambda n: -told[claims[n].value.bounds, claims[n].value.stated])
    return frozenset((*drafted, *places[:_COMMON]))


def _drafted(claims: Sequence[Claim]) -> list[int]:
    """Those of drafts, where there are claims of others to hold them against."""
    if len({claim.article.id for claim in claims}) == 1:
        return []
    return [n for n, claim in enumerate(claims) if claim.article.role is Role.DRAFT]


def signature(claim: Claim) -> tuple[object, ...]:
    """What claims have in common that say the same in the same way."""
    value, topic = claim.value, claim.topic
    return (
        value.bounds,
        value.change,
        value.basis,
        topic.core,
        topic.states,
        topic.modifiers,
        topic.predicate,
        topic.baseline,
        claim.commitment.modality,
        claim.commitment.negated,
        claim.when,
        claim.places,
    )


def is_crowd(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether two accounts have too many figures for each to be held against each."""
    return len(one) * len(other) > _PAIRS


class Crowd:
    """The figures or names of an account, to be found by what they tell and by their sentences."""

    def __init__(self, figures: Sequence[Mention], contexts: Contexts) -> None:
        self._all, self._like = figures, contexts.like
        self._equal: dict[object, list[Mention]] = defaultdict(list)
        self._inside: dict[Sentence, list[Mention]] = defaultdict(list)
        for m in figures:
            self._equal[_told(m)].append(m)
            self._inside[m.sentence].append(m)

    def likeliest(self, mention: Mention, among: Sequence[object]) -> list[Mention]:
        """Those that one of another account, one `among` so many, is held against."""
        if not is_crowd(self._all, among):
            return list(self._all)
        most = max(_FEWEST, _PAIRS // (len(self._all) + len(among)))
        equal = self._equal.get(_told(mention), [])[: most // 2]
        alike = (m for sentence in self._like(mention.sentence) for m in self._inside.get(sentence, ()))
        return list(dict.fromkeys(islice(chain(equal, alike), 2 * most)))[:most]


def _told(mention: Mention) -> object:
    return mention.value.stated if mention.value else mention.actor


@once
def crowds_of(reading: SetReading) -> Mapping[str, Crowd]:
    """The figures and days of each account."""
    return {name: Crowd(told, contexts_of(reading)) for name, told in figures_of(reading).items()}


@once
def named_of(reading: SetReading) -> Mapping[str, Crowd]:
    """The names of each account."""
    return {name: Crowd(told, contexts_of(reading)) for name, told in names_of(reading).items()}
