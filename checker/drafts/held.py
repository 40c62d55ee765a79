"""A figure or day of a draft beside the mentions of a source that it may be told of, and how they compare."""

from __future__ import annotations

from dataclasses import dataclass

from checker import comparison
from checker.comparison import DRAFT, Comparison, Reason
from checker.comparison.limits import is_limit
from checker.copies.figures import stand_for_one_another
from checker.lexical import concepts
from checker.lexical.gazetteer import codes, fold
from checker.matching.barring import are_others
from checker.matching.contexts import contexts_of
from checker.matching.crowds import crowds_of
from checker.matching.features import Features, Mention, features
from checker.matching.mentions import candidates, copied, figures_of
from checker.matching.weights import NONE, Weights
from checker.model import Kind, Relation, Value
from checker.readings import Reading, SetReading

_SAME_NUMBER = frozenset(  # one number, told of something else: what is equal speaks for one thing
    {Reason.OTHER_UNIT, Reason.OTHER_CURRENCY, Reason.OTHER_SCALE, Reason.PERCENT_FOR_COUNT}
)
_LOOSE = frozenset({Reason.MORE_PRECISE, Reason.FAR_OFF})  # they may be so, and are not said
_NO_CONTRADICTION = _LOOSE | {Reason.UNRELATED}
_UNRELATED = Comparison(Relation.OVERLAPS, Reason.UNRELATED)


@dataclass(frozen=True, slots=True)
class Held:
    """A mention of a source that a draft's figure is held against."""

    value: Value  # the draft's
    mention: Mention
    compared: Comparison = _UNRELATED
    score: float = NONE  # log odds that both are of one thing
    apart: bool = False  # they are known to be of two: a share of other things, people of another land
    barred: bool = False  # one counts those beside some that are named: "three others"
    copied: bool = False  # the mention stands in the passage that the draft's was taken from, word for word
    replaced: bool = False  # it stands there in the place of the draft's

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
    def is_another(self) -> bool:
        """Whether it is not what was said, true or not: "more than 100" for "more than 160"."""
        limits = self.compared.reason in (Reason.LIMIT_HELD, Reason.FAR_OFF)
        exacter = self.compared.reason is Reason.MORE_PRECISE and self.value.kind is not Kind.DATE
        return self.contradicts or exacter or (limits and self.value.hedge == self.other.hedge)

    @property
    def is_same_number(self) -> bool:
        return bool(self.value.stated) and self.value.stated == self.other.stated

    @property
    def tells_another_unit(self) -> bool:
        """Whether it has the number in another unit, currency or scale, or as per cent for a count."""
        return self.compared.reason in _SAME_NUMBER

    @property
    def contradicts(self) -> bool:
        """Whether both cannot be so; of ranks only those of one thing: a first weekend is no eighth place."""
        ranks = Kind.ORDINAL in (self.value.kind, self.other.kind)
        if self.barred or self.compared.agrees or (ranks and not _number_one_thing(self.value, self.other)):
            return False
        return self.compared.reason not in _NO_CONTRADICTION


def held_against(
    mention: Mention, value: Value, source: Reading, reading: SetReading, weights: Weights
) -> list[Held]:
    """The mentions of a source that a draft's figure may be told of, each with how likely it is."""
    draft = mention.sentence.reading
    crowd = crowds_of(reading)[source.article.id]
    likeliest = crowd.likeliest(mention, figures_of(reading)[draft.article.id])
    compared = [(m, _compared(value, m.value, draft)) for m in likeliest if m.value is not None]
    telling = {id(m): c for m, c in compared if c.reason is not Reason.UNRELATED}
    agreeing = [m for m, c in compared if c.backs and c.reason not in _NO_CONTRADICTION]
    found = []
    for other in candidates(mention, [m for m in likeliest if id(m) in telling], reading, agreeing):
        told = features(mention, other, contexts_of(reading))
        apart, same = _is_apart(value, other, told), copied(mention, other, reading)
        replaced = stand_for_one_another(mention, other, reading)
        barred, score = _is_barred(mention, other), weights.score(told)
        found.append(Held(value, other, telling[id(other)], score, apart, barred, same, replaced))
    return found


def _is_barred(a: Mention, b: Mention) -> bool:
    told = [m.claim for m in (a, b) if m.claim is not None]
    return len(told) == 2 and (are_others(*told) or are_others(*reversed(told)))


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


def _number_one_thing(a: Value, b: Value) -> bool:
    heads = [value.counted.head for value in (a, b) if value.counted is not None]
    if len(heads) < 2:
        return False
    return heads[0] == heads[1] or concepts.same(*(concepts.of_word(head, "n") for head in heads))


def _lands(words: str) -> frozenset[str]:
    return frozenset(code for word in words.split() for code in codes(fold(word.strip(",.;:\"'"))))
