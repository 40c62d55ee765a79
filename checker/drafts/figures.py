"""How the figures and days of a draft stand against those of its sources.

A figure is backed by a mention of a source that is matched with it and agrees. One that merely stands
somewhere in a source is of something else, or undecided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker import comparison
from checker.comparison import Reason
from checker.data import load
from checker.drafts.derived import derivation, is_listed
from checker.drafts.held import Held, held_against
from checker.matching.features import Mention
from checker.matching.mentions import figures_of, has_digits, is_telling, sort_of
from checker.matching.weights import NONE, Stand, weights
from checker.model import DraftItem, Evidence, Kind, Qualifier, Support, Value
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
_EVEN = 1 / 2  # from here on one is rather than not of the same thing


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
        self._value, self._weights = value, weights(sort_of(value))
        self._held = {
            s.article.id: held_against(mention, value, s, reading, self._weights) for s in reading.sources
        }
        every = (held for found in self._held.values() for held in found)
        self._ranked = sorted(every, key=lambda h: -h.score)
        self._agreeing = [held for held in self._ranked if held.agrees]
        self._rivals = [held for held in self._ranked if held.contradicts]

    def item(self) -> DraftItem:
        """The first of the ways in which a figure may stand that holds."""
        likely = {name: p for name, found in self._held.items() if (p := self._backing(found)) is not None}
        return (
            self._replaced()
            or self._backed(likely)
            or self._derived(alone=not likely)
            or self._elsewhere_or_undecided(likely)
            or self._nearly()
            or self._in_another_unit()
            or self._contradicted()
            or self._undecided()
            or self._as_bare_number()
            or self._made(Support.ABSENT, self._rivals[:1])
        )

    def _replaced(self) -> DraftItem | None:
        """Where the sentence was made from one that has another figure in its place.

        Not if that sentence has the draft's, too, its source has it in one more like the draft's, or another
        source has it.
        """
        rival = next((held for held in self._ranked if held.replaced and held.is_another), None)
        if rival is None or any(
            held.agrees
            and (
                held.replaced
                or held.mention.sentence is rival.mention.sentence
                or held.mention.sentence.reading is not rival.mention.sentence.reading
                or held.score >= rival.score
            )
            for held in self._ranked
        ):
            return None
        derived = self._derived(alone=False)
        return derived or self._made(Support.CONTRADICTED, [rival], sure=True, replaced=True)

    def _backing(self, found: Sequence[Held]) -> float | None:
        """The probability that a source's mention that agrees is of the same thing; None without one."""
        agreeing = [held for held in found if held.agrees]
        if not agreeing:
            return None
        return 1.0 if any(held.copied for held in agreeing) else self._stands(agreeing, found)

    def _stands(self, chosen: Sequence[Held], among: Sequence[Held]) -> float:
        """The probability that the best of some mentions is of the same thing as the draft's figure."""
        best = max(held.score for held in chosen)
        rivals = [held.score for held in among if not any(held is one for one in chosen)]
        return self._weights.backing(Stand(best, max(rivals, default=NONE), sum(s > best for s in rivals)))

    def _backed(self, likely: dict[str, float]) -> DraftItem | None:
        """Where a source tells it of the same thing, and no other figure of what is more likely it."""
        names = [name for name, p in likely.items() if p >= self._weights.tick]
        if not names or not (
            any(held.copied for held in self._agreeing)
            or not self._rivals
            or self._rivals[0].score <= self._agreeing[0].score
        ):
            return None
        found = [max((h for h in self._held[name] if h.agrees), key=lambda h: h.score) for name in names]
        qualifiers = {_QUALIFIERS.get(h.compared.reason) for h in found}
        every = tuple(sorted(q for q in qualifiers if q is not None)) if None not in qualifiers else ()
        return self._made(Support.BACKED, found, every)

    def _derived(self, *, alone: bool) -> DraftItem | None:
        """Where it follows from figures of the sources; what only might follow, where none agrees."""
        step = derivation(self._value, self._draft, *self._reading.sources)
        if step is None or not (step.sure or alone):
            return None
        operands = {id(value) for value in step.operands}
        found = [Held(self._value, m) for m in self._anywhere() if id(m.value) in operands]
        support = Support.BACKED if step.sure else Support.UNDECIDED
        return self._made(support, found, (Qualifier.WORKED_OUT,), step=step.shown)

    def _elsewhere_or_undecided(self, likely: dict[str, float]) -> DraftItem | None:
        """Where a source agrees, but hardly or not surely of the same thing."""
        if not likely:
            return None
        apart = max(likely.values()) <= self._weights.elsewhere and is_telling(self._value)
        return self._made(Support.ELSEWHERE if apart else Support.UNDECIDED, self._agreeing[:1])

    def _nearly(self) -> DraftItem | None:
        """Where a source has the same number and leaves room for it."""
        near = [held for held in self._ranked if held.is_same_number and held.leaves_room]
        return self._loosely(near[0]) if near else None

    def _in_another_unit(self) -> DraftItem | None:
        found = [held for held in self._ranked if held.tells_another_unit]
        likely = bool(found) and self._stands(found, self._ranked) >= _EVEN
        money = [held for held in found if held.compared.reason is Reason.OTHER_CURRENCY]
        if likely or (money and has_digits(self._value)):
            return self._made(Support.CONTRADICTED, (found if likely else money)[:1], sure=likely)
        return None

    def _contradicted(self) -> DraftItem | None:
        """Where the mention that is most likely of the same thing says another."""
        if not self._rivals:
            return None
        rival = self._rivals[0]
        best, *rest = [h.score for h in self._ranked if h.other.kind is rival.other.kind]
        sure = self._weights.assignment(rival.score, rest[0] if rest else NONE)
        if rival.score < best or sure < self._weights.contradicted:
            return None
        plain = not comparison.near_limits(self._value, rival.other)
        return self._made(Support.CONTRADICTED, [rival], sure=plain and sure >= self._weights.sure)

    def _undecided(self) -> DraftItem | None:
        """Where a source leaves room for it, counts in another way, or has its words unread."""
        loose = [held for held in self._ranked if held.leaves_room]
        if loose and (
            self._stands(loose[:1], self._ranked) >= _EVEN or loose[0].compared.reason is Reason.LIMIT_BROKEN
        ):
            return self._loosely(loose[0])
        if any(is_listed(self._value, source, self._reading) for source in self._reading.sources):
            return self._made(Support.UNDECIDED, (), (Qualifier.WORKED_OUT,))
        return None if self._is_read() else self._made(Support.UNDECIDED, ())

    def _loosely(self, held: Held) -> DraftItem:
        qualifier = _QUALIFIERS.get(held.compared.reason)
        return self._made(Support.UNDECIDED, [held], (qualifier,) if qualifier else ())

    def _is_read(self) -> bool:
        """Whether no source has its very words, or a number of it unread: in a name, a torn score."""
        stated, words = set(self._value.stated), re.compile(rf"\b{re.escape(self._value.text)}\b", re.I)
        return not any(
            stated & numbers_of(source) or words.search(source.article.text)
            for source in self._reading.sources
        )

    def _as_bare_number(self) -> DraftItem | None:
        """Where a source has the number as another kind of value; as a multiple or a share it is none."""
        value = self._value
        if value.dimension == comparison.MULTIPLE or comparison.in_words(value):
            return None
        found = [m for m in self._anywhere() if m.value and set(m.value.stated) & set(value.stated)]
        if not found:
            return None
        few = all(Fraction(n) <= comparison.SMALL for n in value.stated)
        alike = any(m.value and m.value.kind is value.kind for m in found)
        other = is_telling(value) and not few and not alike
        return self._made(Support.ELSEWHERE if other else Support.UNDECIDED, [Held(value, found[0])])

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
        replaced: bool = False,
    ) -> DraftItem:
        shown = tuple(_evidence(held.mention, 1) for held in found)
        return DraftItem(
            _evidence(self._mention, 0), support, shown, "value", qualifiers, step, sure, replaced
        )


@once
def numbers_of(reading: Reading) -> frozenset[str]:
    """Every run of digits of an article that stands in no value."""
    spans = [value.span for value in reading.values]
    runs = list(_NUMBER.finditer(reading.article.text))
    return frozenset(
        m.group().replace(",", "") for m in runs if not any(s.start <= m.start() < s.end for s in spans)
    )


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
    numbers = (n for numeral in find_numerals(value.text) if not numeral.article for n in numeral.stated)
    return value.bounds.low is None and value.bounds.high is None and not any(numbers)
