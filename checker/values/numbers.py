"""Productions of one number: scales, sums, fractions, decimals in words.

They make a `number` ("1.2 million", "two hundred and six", "two thirds", "five and a half").
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.data import load
from checker.values.chart import GRAMMAR, Match
from checker.values.items import Denominator
from checker.values.lexer import is_link
from checker.values.quantity import Numeral

_LARGEST = Fraction(10**15)  # "lakh crore" is a scale, "million million million" is not
_HUNDRED, _THOUSAND = Fraction(100), Fraction(1000)


# --- scales and sums -------------------------------------------------------------------------------


@GRAMMAR.production(
    "number × scale", "number", "number -? scale", "number ~suffix", "number suffix", "number grand"
)
def scaled(m: Match) -> Numeral | None:
    number: Numeral = m[0]
    scale = m.parts[-1].data
    if m.has("grand") and not is_grand(m):
        return None
    if number.top > scale.size or number.scale * scale.size > _LARGEST or number.spoken:
        return None
    found = replace(number.times(scale.size), fraction=False, room=scale.size, top=scale.size)
    return replace(found, scale=number.scale) if scale.size == _HUNDRED and not number.digits else found


def is_grand(m: Match) -> bool:
    """ "10 grand", where no noun follows that would be grand: "3 grand slams"."""
    return m.pieces[m.end - 1].text.islower() and m.after() in load("numbers")["grand"]["before"]


@GRAMMAR.production("a scale", "number", "article scale")
def one_of_scale(m: Match) -> Numeral | None:
    size = m[1].size
    return Numeral.plain(
        size, size, scale=size if size != _HUNDRED else Fraction(1), article=True, room=size, top=size
    )


@GRAMMAR.production("sum", "number", "number number", "number - number", "number and number")
def added(m: Match) -> Numeral | None:
    """ "Twenty-one", "two hundred and six", "one million two hundred thousand"."""
    first: Numeral = m[0]
    last: Numeral = m.parts[-1].data
    whole = not (first.fraction or last.fraction or first.spoken or last.spoken or last.article)
    tens = first.room == 10
    if not whole or not 0 < last.value < first.room or not (_is_unit(m) if tens else _is_rest(m)):
        return None
    return first.of(
        first.value + last.value,
        step=last.step if first.room > _HUNDRED else Fraction(1),
        scale=Fraction(1),
        digits=first.digits or last.digits,
        decimal=first.decimal or last.decimal,
        room=last.room,
        summed=not tens,
    )


def _is_unit(m: Match) -> bool:
    """Whether a number after tens is their last digit: "twenty-one"."""
    last: Numeral = m.parts[-1].data
    whole = last.value.denominator == 1 and last.step is not None
    return whole and not (m.has("and") or last.digits) and last.scale == 1


def _is_rest(m: Match) -> bool:
    """Whether a number goes on with hundreds or more; "two hundred and six hundred" are two numbers."""
    first, last, follows = m[0], m.parts[-1].data, m.comes("scale")
    whole, joined = last.value.denominator == 1, m.has("and")
    if (joined and is_link(m.before(), "between")) or (follows and follows.size <= first.room):
        return False
    if last.step is None and (first.room < _THOUSAND or not whole):
        return False
    small = joined and first.room <= _HUNDRED
    scaled = 1 < last.scale <= 10**5 and last.top == last.scale
    return not last.digits or ((small or scaled) and whole and not last.decimal)


# --- parts -----------------------------------------------------------------------------------------


@GRAMMAR.production("compound denominator", "denominator", "number -? denominator", "number and denominator")
def compound_denominator(m: Match) -> Denominator | None:
    number, last = m[0], m.parts[-1].data
    hundreds = number.room == _HUNDRED and not last.plural  # "one one hundred and fifth"
    if number.digits or not (number.room == 10 or hundreds) or not 3 <= last.below < number.room:
        return None
    return Denominator(number.value + last.below, last.plural)


@GRAMMAR.production("number of parts", "number", "number -? denominator")
def parts(m: Match) -> Numeral | None:
    number, below = m[0], m.parts[-1].data
    many = number.value != 1
    if number.decimal or number.fraction or number.value.denominator != 1 or number.value <= 0:
        return None
    hyphened = (
        m.has("-") and many and number.value < below.below and (not m.closed or m.comes("-"))
    )  # "a two-third majority"
    if (
        (below.plural != many and not hyphened)
        or (number.article and not below.plural)
        or (below.below >= 10**6 and number.digits)
    ):
        return None
    the = load("numbers")["definite"]
    if below.below >= _HUNDRED and not many and m.before() in the and not m.comes("of"):
        return None  # "the one hundredth customer"
    if below.below == 4 and _quarters_of_years(m, number):
        return None
    return _part(number.value / below.below, words=not number.digits)


def _part(value: Fraction, *, words: bool, article: bool = False) -> Numeral:
    return Numeral.plain(value, None, fraction=value < 1, digits=not words, article=article)


def _quarters_of_years(m: Match, number: Numeral) -> bool:
    """Whether quarters are those of business years: "two quarters", "the past three quarters"."""
    data = load("numbers")["quarters of years"]
    return (
        number.value == 2
        or m.before() in data["after"]
        or m.after() in data["before"]
        or (m.before() in data["for"] and not m.comes("of"))
    )


@GRAMMAR.production("a half, a quarter", "number", "part", "article part")
def half(m: Match) -> Numeral | None:
    article = m.has("article")
    joined = m.chart.of(m.end, "-") and m.chart.of(m.end + 1, "unit")  # "quarter-mile"
    joined = joined or (m.comes("of") and m.comes("article", m.end + 1) and m.comes("unit", m.end + 2))
    if not (article or joined) and m[0].value != Fraction(1, 2):
        return None  # "quarter" alone is a time
    part: Numeral = m.part("part")
    return replace(part, article=article)


@GRAMMAR.production("a third", "number", "article denominator")
def one_part(m: Match) -> Numeral | None:
    """An ordinal alone is a part only before certain words: "a third of", "by nearly a third at noon"."""
    below, data = m[1], load("numbers")
    if below.plural or below.below < 3 or m.pieces[m.end - 1].lower in data["part words"]:
        return None
    after = m.after()
    by = load("grammar")["links"]["by"]
    told = (m.before() in by or m.before(2) in by) and after in data["after_fraction_by"]
    if after not in data["after_fraction"] and not told:
        return None
    return _part(1 / below.below, words=True, article=True)


@GRAMMAR.production("part of a scale", "number", "part scale", "part article scale", "part of article scale",
                    "article part scale", "article part of? article scale", "number of article scale",
                    "number article scale")  # fmt: skip
def part_of_scale(m: Match) -> Numeral | None:
    """ "half a million", "three-quarters of a million", "a tenth of a billion"."""
    number, scale = m.part("part") or m[0], m.part("scale")
    if not number.fraction or scale.plural or (scale.size < _THOUSAND and not m.has("part")):
        return None
    value = number.value * scale.size
    return Numeral.plain(value, value, scale=scale.size, top=scale.size, room=value)


@GRAMMAR.production("number and a part", "number", "number -? and -? number",
                    "number and article -? denominator", "number -? and -? article -? part")  # fmt: skip
def and_part(m: Match) -> Numeral | None:
    """ "two and a half", "one million and a half", "6 million and two thirds"."""
    number: Numeral = m[0]
    last = m.parts[-1].data
    if isinstance(last, Denominator):
        last = _part(1 / last.below, words=True)
    if number.decimal or number.fraction or not last.fraction:
        return None
    part = last.value * number.scale if number.scale >= _THOUSAND else last.value
    return number.of(number.value + part, step=part / last.value.numerator, room=Fraction(1))


@GRAMMAR.production("fraction over a number", "number", "number divided_by number")
def over(m: Match) -> Numeral | None:
    above, below = m[0], m[2]
    whole = above.value.denominator == below.value.denominator == 1 and above.scale == 1 and below.value
    if not whole or (m.end < len(m.pieces) and m.after() not in load("numbers")["stops"]):
        return None
    value = above.value / below.value
    return replace(_part(value, words=not above.digits), fraction=value < 1)


@GRAMMAR.production("decimals in words", "number", "number point number", "number number")
def pointed(m: Match) -> Numeral | None:
    """ "nine point nought four": each word adds its digits."""
    number: Numeral = m[0]
    last: Numeral = m.parts[-1].data
    if number.digits or last.digits or last.scale != 1 or last.value >= _HUNDRED or last.fraction:
        return None
    if m.has("point") == bool(number.spoken) or number.decimal != bool(number.spoken) or number.scale > 1:
        return None
    said = number.spoken + str(last.value)
    step = Fraction(1, 10 ** len(said))
    value = int(number.value) + int(said) * step
    return number.of(value, step=step, spoken=said, decimal=True, room=Fraction(1))


@GRAMMAR.production("decimals in words × scale", "number", "number scale")
def pointed_scale(m: Match) -> Numeral | None:
    number: Numeral = m[0]
    return replace(number, spoken="").times(m[1].size) if number.spoken and not m[1].plural else None


@GRAMMAR.production("all but some of a number", "number", "all_but number", "none")
def all_but(m: Match) -> Numeral | None:
    """ "all but two of the 15" are 13, "none of the 12" is nought: the whole is a number of its own."""
    some: Numeral | None = m.part("number")
    of, whose = m.chart.of(m.end, "of"), m.chart.of(m.end + 1, "whose")
    whole = m.chart.longest(m.end + 2, "number") if of and whose else None
    if whole is None or whole.data.value <= (some.value if some else 1):
        return None
    left = whole.data.value - some.value if some else Fraction(0)
    return Numeral.plain(left, Fraction(1), digits=whole.data.digits)
