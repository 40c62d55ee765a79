"""Money: amounts in major units of an ISO 4217 currency, what they are per, and what they are in total.

What a currency is called, and which one a bare "dollar" is, is told by checker.values.currencies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.currencies import Name, name_after, resolve, symbol_after, symbol_before
from checker.values.doubtful import Place, pounds_are_money
from checker.values.hedges import rounded
from checker.values.lexer import Lex, lex
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedged_after
from checker.values.phrases import Rate, basis_of, glued, index_at, lower, near, range_start, rate_at

if TYPE_CHECKING:
    from checker.language import Doc

_PREFIXES = {"K": 10**3, "M": 10**6, "B": 10**9}
_VIDEO = (240, 360, 480, 540, 720, 1080, 1440, 2160, 4320)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its currency at pieces [start, end); `times` turns what was said into major units."""

    numeral: Numeral
    currency: str
    start: int
    end: int
    times: Fraction = Fraction(1)
    change: Fraction = Fraction(0)  # major units on top: the cents of "5 dollars and 30 cents"
    rate: Rate | None = None


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every amount of money of the article, in the order of the text."""
    text = article.text
    pieces = lex(text)
    amounts: list[Amount] = []
    for numeral in find_numerals(text):
        if amounts and numeral.core.start < pieces[amounts[-1].end - 1].end:
            continue  # the cents of "5 dollars and 30 cents", the "a" of "$5 a share"
        found = _read(pieces, numeral, article)
        if found is not None and not _idiom(pieces, found):
            amounts.append(_with_rate(pieces, found))
    for amount in _joined(pieces, amounts):
        yield _value(amount, pieces, article)


def _read(pieces: Sequence[Lex], numeral: Numeral, article: Article) -> Amount | None:
    if numeral.vague and numeral.scale == 1:
        return None
    core, at = index_at(pieces, numeral.core.start), index_at(pieces, numeral.span.end)
    start = index_at(pieces, numeral.span.start)
    if numeral.digits and (before := symbol_before(pieces, core)) is not None:
        return _after_symbol(pieces, numeral, before, start, core, at)
    return _before_name(pieces, numeral, start, core, at, article)


def _after_symbol(
    pieces: Sequence[Lex], numeral: Numeral, before: tuple[str, int], start: int, core: int, at: int
) -> Amount:
    """ "$5", "US$ 3.5bn", "-$40m", "$10 dollars", "RM2.70"."""
    currency, first = before
    currency, times = _prefixed(currency)
    if (
        first > 0
        and pieces[first - 1].text in ("-", "−")
        and glued(pieces, first)
        and not glued(pieces, first - 1)
    ) or lower(pieces, first - 1) in ("minus", "negative"):
        numeral, first = _negative(numeral), first - 1
    named = name_after(pieces, at)
    if named is not None and named.part == 1:
        told = _told(currency, named.currency)
        if told is not None:
            return Amount(numeral, told, min(start, first), named.end, times)
    if lower(pieces, at) in ("u", "us") and currency == "dollar":
        suffix = "".join(piece.text for piece in pieces[at : at + 4])
        if suffix.startswith("U.S."):
            return Amount(numeral, "USD", min(start, first), at + 4, times)
        if pieces[at].text == "US":
            return Amount(numeral, "USD", min(start, first), at + 1, times)
    after = symbol_after(pieces, at)
    if (
        after is not None
        and currency == "dollar"
        and len(after.currency) == 3
        and not glued(pieces, after.end)
    ):
        return Amount(numeral, after.currency, min(start, first), after.end, times)
    return Amount(numeral, currency, min(start, first), at, times)


def _told(symbol: str, name: str) -> str | None:
    """The currency that a symbol and a name after the number tell together ("$5 Canadian dollars")."""
    if symbol == name or symbol in ("dollar", "rupee", "yen-sign", "krone-sign"):
        return symbol if name == symbol else name
    return symbol if name in load("currencies")["readings"] else None


def _negative(numeral: Numeral) -> Numeral:
    value = -abs(numeral.value)
    return replace(numeral, values=(value,), bounds=Interval.point(value))


def _prefixed(currency: str) -> tuple[str, Fraction]:
    """ "MEUR" is a million euros."""
    if len(currency) == 4 and currency.isupper():
        return currency[1:], Fraction(_PREFIXES[currency[0]])
    return currency, Fraction(1)


def _before_name(
    pieces: Sequence[Lex], numeral: Numeral, start: int, core: int, at: int, article: Article
) -> Amount | None:
    """ "5 dollars", "60 cents", "10 €", "75 USD million", "a million-dollar", "half a billion dollars"."""
    at = _skip(pieces, numeral, at)
    if numeral.bare_article:
        return _one(pieces, numeral, start, at)
    if (found := symbol_after(pieces, at)) is not None and not _next_has(pieces, at, found):
        currency, times = _prefixed(found.currency)
        end, scale = _late_scale(pieces, numeral, found.end)
        return _with_change(pieces, Amount(numeral, currency, start, end, times * scale))
    named = name_after(pieces, at)
    if named is None or not _is_money(named, pieces, numeral, core, at, article):
        return None
    amount = Amount(numeral, named.currency, start, named.end, named.part)
    return _with_change(pieces, amount) if named.part == 1 else amount


def _skip(pieces: Sequence[Lex], numeral: Numeral, at: int) -> int:
    """Where the name may start: past a hyphen or the "of" of "millions of dollars", "half of a euro"."""
    mark = lower(pieces, at)
    if mark == "-" and (glued(pieces, at) or glued(pieces, at + 1)):
        return at + 1
    if mark == "of" and (numeral.magnitude or numeral.vague):
        return at + 1
    if numeral.fraction:
        past = at + 1 if mark == "of" else at
        return past + 1 if lower(pieces, past) in ("a", "an") else past
    return at


def _one(pieces: Sequence[Lex], numeral: Numeral, start: int, at: int) -> Amount | None:
    """ "a penny", "a dollar" and "a euro" are one, unless they are per: "50 cents a dollar"."""
    named = name_after(pieces, at)
    if named is None or named.end != at + 1 or lower(pieces, at) not in ("penny", "dollar", "euro", "dime"):
        return None
    before = lower(pieces, start - 1)
    if before and (pieces[start - 1].is_number or name_after(pieces, start - 1) is not None or before == "-"):
        return None
    if lower(pieces, named.end) == "-" or (
        named.end < len(pieces) and pieces[named.end].is_word and lower(pieces, named.end) not in _STOPS
    ):
        return None
    return Amount(numeral, named.currency, start, named.end, named.part)


_STOPS = frozenset(
    [
        "in",
        "of",
        "a",
        "an",
        "per",
        "each",
        "for",
        "and",
        "or",
        "on",
        "to",
        "at",
        "from",
        "more",
        "less",
        "extra",
        "on",
        "is",
        "was",
    ]
)


def _next_has(pieces: Sequence[Lex], at: int, symbol: Name) -> bool:
    """Whether the symbol after a number belongs to the number after it: "1 $10 bill"."""
    after = symbol.end
    if after >= len(pieces) or not pieces[after].is_number or len(pieces[at].text) > 1:
        return False
    if glued(pieces, after) != glued(pieces, at):
        return glued(pieces, after)
    return lower(pieces, after + 1) not in (pieces[at].text, "cent", "cents")


def _late_scale(pieces: Sequence[Lex], numeral: Numeral, end: int) -> tuple[int, Fraction]:
    """ "75 USD million"."""
    scale = load("numbers")["scales"].get(lower(pieces, end))
    return (end + 1, Fraction(scale)) if scale and numeral.scale == 1 else (end, Fraction(1))


def _is_money(
    named: Name, pieces: Sequence[Lex], numeral: Numeral, core: int, at: int, article: Article
) -> bool:
    """Whether a name of a currency is one there: "20 pounds", "50p", "two crowns", "11c"."""
    data, word = load("currencies"), lower(pieces, named.end - 1)
    place = Place(pieces, numeral, core, at, named.end, article)
    if word in ("p", "c"):
        small = glued(pieces, at) and numeral.digits and pieces[at].text == word
        cued = near(pieces, core, named.end, data["money cues"]) or near(
            pieces, core, named.end, ["share", "dividend", "litre", "$"]
        )
        return small and (cued if word == "c" else numeral.value not in _VIDEO)
    if word in ("pound", "pounds") and named.end == at + 1:
        return pounds_are_money(place)
    noun = word[:-1] if word.endswith("s") else word
    if named.end == at + 1 and noun in data["common words"]:
        return noun in data["after thousands"] and (numeral.scale >= 1000 or numeral.value >= 1000)
    if word in ("nickel", "nickels", "ct", "fen", "sterling"):
        return word == "nickels"
    return True


def _with_change(pieces: Sequence[Lex], amount: Amount) -> Amount:
    """The amount with its cents: "5 dollars and 30 cents", "10 $ 30 cent", "15 dollars 50", "17 USD 25"."""
    numeral = amount.numeral
    if numeral.value.denominator != 1 or len(numeral.values) != 1 or not numeral.bounds.is_point:
        return amount
    joined = lower(pieces, amount.end) == "and"
    at = amount.end + 1 if joined else amount.end
    read = _below_hundred(pieces, at)
    if read is None:
        return amount
    number, after = read
    part = name_after(pieces, after)
    if part is not None and part.part == Fraction(1, 100):
        return replace(amount, change=number * part.part, end=part.end)
    ends = (
        after >= len(pieces)
        or pieces[after].text in (".", ",", ";", ")", "?", "!")
        or lower(pieces, after) in ("more", "each", "extra")
    )
    two_digits = len(pieces[at].text) == 2 and pieces[at].text.isdecimal()
    if not joined and ends and two_digits and not glued(pieces, at):
        return replace(amount, change=number / 100, end=at + 1)
    return amount


def _below_hundred(pieces: Sequence[Lex], at: int) -> tuple[Fraction, int] | None:
    """A number of cents at piece `at`, in digits or words, and the index after it."""
    if at >= len(pieces):
        return None
    if pieces[at].text.isdecimal() and len(pieces[at].text) <= 2:
        return Fraction(int(pieces[at].text)), at + 1
    words = load("numbers")
    number = words["units"].get(pieces[at].lower) or words["tens"].get(pieces[at].lower)
    if number is None:
        return None
    after = at + 2 if lower(pieces, at + 1) == "-" else at + 1
    unit = words["units"].get(lower(pieces, after), 0)
    if number >= 20 and 0 < unit < 10:
        return Fraction(number + unit), after + 1
    return Fraction(number), at + 1


def _idiom(pieces: Sequence[Lex], amount: Amount) -> bool:
    """ "the million-dollar question" asks for no money."""
    words = " ".join(piece.lower for piece in pieces[amount.start : amount.end + 2])
    words = words.replace(" - ", "-").replace("$ ", "")
    return any(idiom in words for idiom in load("currencies")["not money"])


def _with_rate(pieces: Sequence[Lex], amount: Amount) -> Amount:
    rate = rate_at(pieces, amount.end)
    return amount if rate is None else replace(amount, rate=rate, end=rate.end)


# --- ranges ----------------------------------------------------------------------------------------


def _joined(pieces: Sequence[Lex], amounts: list[Amount]) -> Iterator[Amount]:
    """Two amounts of one currency that make a range become one."""
    at = 0
    while at < len(amounts):
        first = amounts[at]
        second = amounts[at + 1] if at + 1 < len(amounts) else None
        start = None if second is None else range_start(pieces, first.start, first.end, second.start)
        if second is None or start is None or not _makes_range(first, second):
            yield first
            at += 1
            continue
        low, high = (amount.numeral.value * amount.times for amount in (first, second))
        numeral = replace(first.numeral, values=(low, high), bounds=Interval(low, high), range=True)
        yield replace(second, numeral=numeral, start=start, times=Fraction(1))
        at += 2


def _makes_range(first: Amount, second: Amount) -> bool:
    about = first.numeral.limit in (None, "about") and second.numeral.limit is None
    return (
        about
        and len(first.numeral.values) == len(second.numeral.values) == 1
        and first.currency == second.currency
        and first.rate is None
        and first.change == second.change == 0
        and first.numeral.value * first.times < second.numeral.value * second.times
    )


# --- the value -------------------------------------------------------------------------------------


def _value(amount: Amount, pieces: Sequence[Lex], article: Article) -> Value:
    numeral, end = amount.numeral, pieces[amount.end - 1].end
    if not amount.change:
        numeral, end = hedged_after(article.text, numeral, end)
    currency, notes = resolve(amount.currency, article)
    bounds = numeral.bounds.scaled(amount.times, amount.change)
    span = Span(pieces[amount.start].start, max(end, numeral.span.end))
    unit, dimension, notes = _unit(currency, amount.rate, notes)
    return Value(
        Kind.MONEY,
        span,
        article.words(span),
        tuple(_shown(value * amount.times + amount.change, amount.times) for value in numeral.values),
        _per(bounds, amount.rate),
        low=None if bounds.low is None else _shown(bounds.low, amount.times),
        high=None if bounds.high is None else _shown(bounds.high, amount.times),
        unit=unit,
        dimension=dimension,
        hedge=numeral.hedge,
        basis=basis_of(pieces, amount.start, amount.end),
        rounded=_rounded(numeral, amount),
        notes=notes,
    )


def _unit(currency: str, rate: Rate | None, notes: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """What is shown, what it compares with, and notes: rates never compare with totals."""
    if rate is None:
        return currency, currency, notes
    under = rate.unit.dimension if rate.unit and rate.unit.dimension != "time" else rate.name
    return f"{currency}/{rate.name}", f"{currency}/{under}", (*notes, f"per:{rate.name}")


def _per(bounds: Interval, rate: Rate | None) -> Interval:
    """An amount per kilogram and one per tonne in the same terms; calendar time is left as said."""
    if rate is None or rate.unit is None or rate.unit.dimension == "time":
        return bounds
    low, high = bounds.low, bounds.high
    return Interval(
        None if low is None else low / (rate.unit.high if low >= 0 else rate.unit.low),
        None if high is None else high / (rate.unit.low if high >= 0 else rate.unit.high),
        bounds.low_open,
        bounds.high_open,
    )


def _shown(value: Fraction, times: Fraction) -> str:
    """A plain decimal; parts of a hundred with both their places ("0.60")."""
    text = decimal_text(value)
    if times < 1 and "." in text and len(text.partition(".")[2]) == 1:
        return text + "0"
    return text


def _rounded(numeral: Numeral, amount: Amount) -> Interval | None:
    if numeral.limit is not None or len(numeral.values) != 1 or numeral.step is None or numeral.vague:
        return None
    if amount.change:
        return None
    return _per(rounded(numeral.value, numeral.step, exact=False).scaled(amount.times), amount.rate)
