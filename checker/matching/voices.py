"""Claims of one article that are held against each other: of two speakers, of a speaker and the narration,
of early and late paragraphs, a caption and the text.

One article tells of more than one thing, in words that differ less than those of two articles. So more is
asked of a pair: plain figures, nothing that only one side narrows, and no third figure that could be meant.
Of one voice only counts of those to whom one thing was done are held, in sentences that tell of it alike,
and what it gives in all, which cannot be less than the figure before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.claims.claim import TIMED, Claim
from checker.data import word_list
from checker.lexical import concepts
from checker.matching.crowds import pairs_of, thinned
from checker.model import Basis, Kind, Modality, Role
from checker.propositions.things import words_of


def voice_pairs(claims: Iterable[Claim], alone: bool) -> Iterator[tuple[Claim, Claim]]:
    """The figures of one article that are held against each other, two at a time; `alone`: see `held`."""
    told: dict[tuple[str, Kind, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.value.kind is not Kind.TERM:
            told[claim.article.id, claim.value.kind, claim.value.dimension].append(claim)
    for every in told.values():
        alike = thinned(every, by_account=True)
        apart = [claim.without_teller() for claim in alike]
        for x, y in pairs_of(alike):
            if _figures_held(alike[x], alike[y], alike, _one_topic(apart[x], apart[y]), alone):
                yield alike[x], alike[y]


def held(a: Claim, b: Claim, alone: bool) -> bool:
    """Whether two claims are of two accounts, or of one speaker who is quoted twice.

    What the speakers of a draft say is held against its sources, and only if it stands `alone` against each
    other.
    """
    if a.article is not b.article:
        return True
    if a.article.role is Role.DRAFT and not alone:
        return False
    return a.account != b.account or (a.account.speaker is not None and a.sentence != b.sentence)


def _figures_held(a: Claim, b: Claim, told: Sequence[Claim], one_topic: bool, alone: bool) -> bool:
    """Whether two figures of one article may be of one thing; `told` are those that could be meant, too."""
    first, second = sorted((a, b), key=lambda c: c.value.span)
    if _less_in_all(first, second, told):
        return True
    if not one_topic:
        return False
    if a.value.kind in TIMED or a.topic.modifiers != b.topic.modifiers or a.places != b.places:
        return False
    if second.days - first.days or _are_many(a, b, told):
        return False
    speakers = {a.account.speaker, b.account.speaker}
    if a.account != b.account and held(a, b, alone):
        alike = None not in speakers or (a.sentence != b.sentence and a.told_alike(b))
        return bool(alike) and a.basis == b.basis and _of_one_wish(a, b)
    if len(speakers - {None}) > 1 or not (_is_plain(a) and _is_plain(b)):
        return False
    return a.sentence != b.sentence and _befell_alike(a, b)


def _are_many(a: Claim, b: Claim, told: Sequence[Claim]) -> bool:
    """Whether more figures than a few may be meant."""
    found: set[tuple[str, ...]] = set()
    for claim in told:
        if claim.value.stated not in found and _may_be(claim, a, b):
            found.add(claim.value.stated)
            if len(found) > _FEW:
                return True
    return False


def _may_be(claim: Claim, a: Claim, b: Claim) -> bool:
    """Whether a figure is one of the two, or may be of the thing of either."""
    if claim.days - (a.days | b.days) or not claim.places <= a.places | b.places:
        return False
    return claim in (a, b) or _one_topic(claim, a) or _one_topic(claim, b)


def _one_topic(a: Claim, b: Claim) -> bool:
    """Whether two figures are told of one thing, in one state, by one sort of statement, of one party."""
    x, y = a.topic, b.topic
    things = concepts.same(x.core, y.core) if x.core and y.core else bool(x.states & y.states)
    sorts = [
        (
            c.topic.states,
            c.topic.baseline,
            c.value.change,
            c.basis,
            c.commitment.modality,
            c.commitment.negated,
        )
        for c in (a, b)
    ]
    strangers = a.parties and b.parties and not a.participants & b.participants
    return things and sorts[0] == sorts[1] and not strangers


_FEW = 2  # figures: with a third it is not clear which of them are of one thing


def _of_one_wish(a: Claim, b: Claim) -> bool:
    """Whether both tell what is so, or what one and the same wants, offers or asks for."""
    wishes = [c.commitment.modality is Modality.PROPOSED for c in (a, b)]
    return not any(wishes) or (a.holder is not None and a.holder == b.holder)


def _befell_alike(a: Claim, b: Claim) -> bool:
    """Whether both count those to whom one thing was done, in sentences that have most words in common."""
    if a.value.kind is not Kind.COUNT or a.value.counted is None or a.topic.core != b.topic.core:
        return False
    return bool(a.topic.states & b.topic.states and a.told_alike(b))


def _less_in_all(figure: Claim, total: Claim, told: Sequence[Claim]) -> bool:
    """Whether a lower figure is given further on for all: "killing 16", "in all, 14 people died".

    The words with the total must name no other event, place, time or speaker than those of the figure.
    """
    if not _is_plain(total, Basis.TOTAL) or len({total.account, figure.account}) > 1 or total.days:
        return False
    before = [c for c in told if c.value.span < total.value.span and c.topic.states & total.topic.states]
    if len({c.value.bounds for c in before}) != 1 or not all(map(_is_plain, before)):
        return False
    high, low = total.value.bounds.high, figure.value.bounds.low
    if high is None or low is None or high >= low or total.sentence == figure.sentence:
        return False
    if total.places or total.owners or total.topic.modifiers or figure.topic.core - total.topic.core:
        return False
    known = total.topic.states | total.topic.core
    new = total.context - figure.context - words_of("number_nouns")
    return all(any(known & concepts.of_word(word, pos) for pos in "nva") for word in new)


def _is_plain(claim: Claim, basis: Basis | None = None) -> bool:
    """Whether a figure is stated as a fact, and not as a part, a change, a limit or one that moved."""
    value, commitment = claim.value, claim.commitment
    if claim.basis is not basis or value.change or value.notes or claim.topic.baseline:
        return False
    if value.bounds.low is None or value.bounds.high is None:
        return False
    if commitment.negated or commitment.modality is not Modality.FACT:
        return False
    return not _is_moving(claim)


def _is_moving(claim: Claim) -> bool:
    """Whether words of the sentence say that the figure has changed."""
    return not word_list("updates", "moving").isdisjoint(
        claim.article.words(claim.sentence).lower().replace(",", " ").split()
    )
