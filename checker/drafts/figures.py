"""How the figures and days of a draft stand against those of its sources.

A figure is backed by a mention of a source that is matched with it and agrees. One that merely stands
somewhere in a source is of something else, or undecided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker import comparison
from checker.comparison import DRAFT, Comparison, Derivation, Reason
from checker.comparison.limits import is_limit
from checker.data import load
from checker.drafts.derived import derivation as derived
from checker.drafts.derived import is_listed
from checker.lexical.gazetteer import codes, fold
from checker.matching.contexts import contexts_of
from checker.matching.crowds import crowds_of
from checker.matching.features import Features, Mention, features
from checker.matching.mentions import candidates, copied, figures_of, has_digits, is_telling, sort_of
from checker.matching.weights import NONE, Stand, Weights, weights
from checker.model import DraftItem, Evidence, Kind, Qualifier, Relation, Support, Value
from checker.readings import Reading, SetReading, once
from checker.values.counts import ONE_OF
from checker.values.none_of import NONE as NONE_OF
from checker.values.numerals import find_numerals
from checker.verdicts import evidence, evidence_of

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_QUALIFIERS = {
    Reason.LESS_PRECISE: Qualifier.LESS_PRECISE,
    Reason.UNHEDGED: Qualifier.LIMITED,
    Reason.FAR_OFF: Qualifier.LIMITED,
    Reason.MORE_PRECISE: Qualifier.MORE_PRECISE,
}
_SAME_NUMBER = frozenset(  # one number, told of something else: what is equal speaks for one thing
    {Reason.OTHER_UNIT, Reason.OTHER_CURRENCY, Reason.OTHER_SCALE, Reason.PERCENT_FOR_COUNT}
)
_LOOSE = frozenset({Reason.MORE_PRECISE, Reason.FAR_OFF})  # they may be so, and are not said
_NO_CONTRADICTION = _LOOSE | {Reason.UNRELATED}


@dataclass(frozen=True, slots=True)
class Held:
    """A mention of a source that a draft's figure is held against."""

    value: Value  # the draft's
    mention: Mention
    compared: Comparison
    score: float  # log odds that both are of one thing
    apart: bool = False  # they are known to be of two: a share of other things, people of another land

    @property
    def other(self) -> Value:
        assert self.mention.value is not None  # of an actor no figure is held against
        return self.mention.value

    @property
    def agrees(self) -> bool:
        """Whether it says what the draft says, and not only something that leaves room for it."""
        backed = self.compared.backs and self.compared.reason not in _LOOSE
        return backed and not self.loosely and not self.apart

    @property
    def loosely(self) -> bool:
        """Whether only the bare number, two hedges that meet or a day before an open end speak for it."""
        if self.compared.reason is Reason.LIMIT_HELD and self.value.kind is Kind.DATE:
            return not is_limit(self.other)
        if self.other.kind is not self.value.kind:
            return self.compared.reason is Reason.LESS_PRECISE or self.value.counted is not None
        return self.compared.reason is Reason.HEDGED and self.other.stated != self.value.stated

    @property
    def leaves_room(self) -> bool:
        """Whether both may be so, and the source does not say it: "less than 500" of "over 422"."""
        if self.compared.reason is Reason.FAR_OFF:
            return comparison.of_one_order(self.value, self.other)
        open_ended = self.compared.agrees and self.compared.reason is Reason.LIMIT_BROKEN
        return open_ended or self.compared.reason in _LOOSE or self.loosely

    @property
    def is_same_number(self) -> bool:
        return bool(self.value.stated) and self.value.stated == self.other.stated

    @property
    def contradicts(self) -> bool:
        return not self.compared.agrees and self.compared.reason not in _NO_CONTRADICTION


def figures_in(draft: Reading, reading: SetReading) -> Iterator[DraftItem]:
    """Every figure and day of a draft with how it stands, in the order of the text."""
    for mention in figures_of(reading)[draft.article.id]:
        value = mention.value
        if value is None or NONE_OF in value.notes:
            continue
        item = _Figure(mention, value, draft, reading).item()
        if item.support is Support.BACKED or not _says_little(value):
            yield item


class _Figure:
    """One figure of a draft beside all of its sources."""

    def __init__(self, mention: Mention, value: Value, draft: Reading, reading: SetReading) -> None:
        self._mention, self._draft, self._reading = mention, draft, reading
        self._value = value
        self._weights: Weights = weights(sort_of(value))
        self._held = {s.article.id: self._held_against(s) for s in reading.sources}
        self._every = [held for found in self._held.values() for held in found]

    def item(self) -> DraftItem:
        likely = {name: p for name, found in self._held.items() if (p := self._backing(found)) is not None}
        best = max(likely.values(), default=0.0)
        if best >= self._weights.tick and self._is_undisputed():
            return self._backed([name for name, p in likely.items() if p >= self._weights.tick])
        derivation = derived(self._value, self._draft, *self._reading.sources)
        if derivation is not None and (derivation.sure or not likely):
            return self._derived(derivation)
        if likely:
            agreeing = [held for held in self._every if held.agrees]
            apart = best <= self._weights.elsewhere and is_telling(self._value)
            return self._made(Support.ELSEWHERE if apart else Support.UNDECIDED, _first(agreeing), sure=apart)
        return self._without_agreement()

    def _without_agreement(self) -> DraftItem:
        ranked = sorted(self._every, key=lambda h: -h.score)
        rivals = [held for held in ranked if held.contradicts]
        if near := [held for held in ranked if held.is_same_number and held.leaves_room]:
            return self._loosely(near[0])
        return (
            self._contradicted(ranked, rivals)
            or self._undecided(ranked)
            or self._elsewhere()
            or self._made(Support.ABSENT, rivals[:1])
        )

    def _contradicted(self, ranked: Sequence[Held], rivals: Sequence[Held]) -> DraftItem | None:
        """Where the mention most likely of the same thing says another, or has the number in another unit."""
        same_number = [held for held in ranked if held.compared.reason in _SAME_NUMBER]
        likely = bool(same_number) and self._stands(same_number) >= 1 / 2
        money = [held for held in same_number if held.compared.reason is Reason.OTHER_CURRENCY]
        if likely or (money and has_digits(self._value)):
            return self._made(Support.CONTRADICTED, (same_number if likely else money)[:1], sure=likely)
        if not rivals:
            return None
        best, *rest = [h.score for h in ranked if _alike(h.mention.value, rivals[0].mention.value)]
        sure = self._weights.assignment(rivals[0].score, rest[0] if rest else NONE)
        if rivals[0].score < best or sure < self._weights.contradicted:
            return None
        plain = not comparison.near_limits(self._value, rivals[0].other)
        return self._made(Support.CONTRADICTED, rivals[:1], sure=plain and sure >= self._weights.sure)

    def _undecided(self, ranked: Sequence[Held]) -> DraftItem | None:
        """Where a source leaves room for it, counts in another way, or has its words unread."""
        loose = [held for held in ranked if held.leaves_room]
        if loose and (self._stands(loose[:1]) >= 1 / 2 or loose[0].compared.reason is Reason.LIMIT_BROKEN):
            return self._loosely(loose[0])
        if any(is_listed(self._value, source, self._reading) for source in self._reading.sources):
            return self._made(Support.UNDECIDED, (), (Qualifier.WORKED_OUT,))
        return None if self._is_read() else self._made(Support.UNDECIDED, ())

    def _loosely(self, held: Held) -> DraftItem:
        qualifier = _QUALIFIERS.get(held.compared.reason)
        return self._made(Support.UNDECIDED, [held], (qualifier,) if qualifier else ())

    def _elsewhere(self) -> DraftItem | None:
        """Where a source has the number as another kind of value; as a multiple or a share it is none."""
        if self._value.dimension == comparison.MULTIPLE or comparison.in_words(self._value):
            return None
        found = [m for m in self._anywhere() if m.value and set(m.value.stated) & set(self._value.stated)]
        if not found:
            return None
        few = all(Fraction(n) <= comparison.SMALL for n in self._value.stated)
        other = is_telling(self._value) and not few and not any(_alike(m.value, self._value) for m in found)
        held = [Held(self._value, found[0], _UNRELATED, NONE)]
        return self._made(Support.ELSEWHERE if other else Support.UNDECIDED, held)

    def _is_read(self) -> bool:
        """Whether no source has its very words, or a number of it unread: in a name, a torn score."""
        stated, words = set(self._value.stated), re.compile(rf"\b{re.escape(self._value.text)}\b", re.I)
        return not any(
            stated & numbers_of(source) or words.search(source.article.text)
            for source in self._reading.sources
        )

    def _held_against(self, source: Reading) -> list[Held]:
        ours = figures_of(self._reading)[self._draft.article.id]
        there = crowds_of(self._reading)[source.article.id].likeliest(self._mention, ours)
        compared = [(m, _compared(self._value, m.value, self._draft)) for m in there if m.value is not None]
        telling = {id(m): c for m, c in compared if c.reason is not Reason.UNRELATED}
        agreeing = [m for m, c in compared if c.backs and c.reason not in _LOOSE | {Reason.UNRELATED}]
        held = candidates(self._mention, [m for m in there if id(m) in telling], self._reading, agreeing)
        contexts = contexts_of(self._reading)
        told = [(m, features(self._mention, m, contexts)) for m in held]
        return [
            Held(self._value, m, telling[id(m)], self._weights.score(f), _is_apart(self._value, m, f))
            for m, f in told
        ]

    def _backing(self, found: Sequence[Held]) -> float | None:
        """The probability that a source's mention that agrees is of the same thing; None without one."""
        if not any(held.agrees for held in found):
            return None
        if any(held.agrees and copied(self._mention, held.mention, self._reading) for held in found):
            return 1.0
        return self._stands([held for held in found if held.agrees], found)

    def _is_undisputed(self) -> bool:
        """Whether no source tells another figure of what is more likely the same thing."""
        agreeing = max(held.score for held in self._every if held.agrees)
        if any(h.agrees and copied(self._mention, h.mention, self._reading) for h in self._every):
            return True
        return not any(held.contradicts and held.score > agreeing for held in self._every)

    def _stands(self, chosen: Sequence[Held], among: Sequence[Held] | None = None) -> float:
        """The probability that the best of some mentions is of the same thing as the draft's figure."""
        best = max(held.score for held in chosen)
        others = self._every if among is None else among
        rivals = [held.score for held in others if not any(held is one for one in chosen)]
        return self._weights.backing(Stand(best, max(rivals, default=NONE), sum(s > best for s in rivals)))

    def _backed(self, accounts: Sequence[str]) -> DraftItem:
        found = [max((h for h in self._held[name] if h.agrees), key=lambda h: h.score) for name in accounts]
        qualifiers = {_QUALIFIERS.get(h.compared.reason) for h in found}
        every = tuple(sorted(q for q in qualifiers if q is not None)) if None not in qualifiers else ()
        return self._made(Support.BACKED, found, every)

    def _derived(self, derivation: Derivation) -> DraftItem:
        operands = {id(value) for value in derivation.operands}
        every = [m for s in self._reading.sources for m in figures_of(self._reading)[s.article.id]]
        found = [Held(self._value, m, _UNRELATED, NONE) for m in every if id(m.value) in operands]
        return self._made(
            Support.BACKED if derivation.sure else Support.UNDECIDED,
            found,
            (Qualifier.WORKED_OUT,),
            step=derivation.shown,
        )

    def _anywhere(self) -> Iterator[Mention]:
        for source in self._reading.sources:
            yield from figures_of(self._reading)[source.article.id]

    def _made(
        self,
        support: Support,
        found: Sequence[Held],
        qualifiers: tuple[Qualifier, ...] = (),
        step: str = "",
        sure: bool = False,
    ) -> DraftItem:
        shown = tuple(_evidence(held.mention, 1) for held in found)
        return DraftItem(_evidence(self._mention, 0), support, shown, "value", qualifiers, step, sure)


@once
def numbers_of(reading: Reading) -> frozenset[str]:
    """Every run of digits of an article that stands in no value."""
    spans = [value.span for value in reading.values]
    runs = list(_NUMBER.finditer(reading.article.text))
    return frozenset(
        m.group().replace(",", "") for m in runs if not any(s.start <= m.start() < s.end for s in spans)
    )


_UNRELATED = Comparison(Relation.OVERLAPS, Reason.UNRELATED)


def _compared(value: Value, other: Value, draft: Reading) -> Comparison:
    """How a source's value is related to a draft's; the same words are the same value.

    Whether "1, 009" is one number depends on its text.
    """
    start, text = value.span.start, draft.article.text
    same = text[start : start + len(other.text)].lower() == other.text.lower()
    longer = len(other.text) - len(value.text)
    if same and value.kind is other.kind and (longer > 0 or (not longer and value.kind is Kind.DATE)):
        return Comparison(Relation.EQUAL, Reason.EQUAL)
    return comparison.why(value, other, DRAFT)


def _is_apart(value: Value, there: Mention, told: Features) -> bool:
    """Whether a figure counts another thing: a share of what is no like thing, people of another land."""
    if value.counted is None or there.value is None:
        return False
    if value.kind is Kind.PERCENTAGE and told.head_other and there.value.counted is not None:
        return True
    if not (of := _lands(value.counted.text)):
        return False
    return of.isdisjoint(_lands(there.sentence.reading.article.words(there.sentence.span)))


def _lands(words: str) -> frozenset[str]:
    return frozenset(code for word in words.split() for code in codes(fold(word.strip(",.;:\"'"))))


def _alike(a: Value | None, b: Value | None) -> bool:
    return a is not None and b is not None and a.kind is b.kind


def _first(held: Sequence[Held]) -> Sequence[Held]:
    return sorted(held, key=lambda h: -h.score)[:1]


def _evidence(mention: Mention, side: int) -> Evidence:
    value, item = mention.value, mention.sentence.reading
    if mention.claim is not None:
        return evidence_of(mention.claim, side)
    return evidence(item, mention.span, ", ".join(value.stated) if value else "", side)


def _says_little(value: Value) -> bool:
    """Whether there is nothing to look for: "last year" of no date, "a day after", "one of them"."""
    if ONE_OF in value.notes or value.grain in load("time")["dayparts"]:
        return True  # "overnight" is told in many ways
    if value.kind is Kind.DURATION:
        return value.text.lower().startswith(("a ", "an ", "full"))
    return value.bounds.low is None and value.bounds.high is None and not _numbers(value.text)


def _numbers(text: str) -> list[str]:
    """The numbers of a phrase as plain decimals: "17 years ago"."""
    return [n for numeral in find_numerals(text) if not numeral.article for n in numeral.stated]
