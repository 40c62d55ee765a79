"""The ways an amount of money is written: "$3.5bn", "60 cents", "75 USD million", "half a dollar"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.data import load
from checker.model import Article, Interval
from checker.values.currencies import Name, name_after, symbol_after, symbol_before
from checker.values.lexer import Lex, glued, index_at, lower
from checker.values.numerals import Numeral
from checker.values.phrases import Rate, near
from checker.values.places import Place
from checker.values.pounds import pounds_are_money

_PREFIXES = {"K": 10**3, "M": 10**6, "B": 10**9}
_VIDEO = (240, 360, 480, 540, 720, 1080, 1440, 2160, 4320)
_CENT = Fraction(1, 100)


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
    coin: str = ""  # the part of a unit it is told in: "cent", "penny"


def read_amount(pieces: Sequence[Lex], numeral: Numeral, article: Article, taken: int) -> Amount | None:
    """The amount that `numeral` is, with nothing of the pieces before `taken`; None where it is no money."""
    if numeral.vague and numeral.scale == 1:
        return None
    core, at = index_at(pieces, numeral.core.start), index_at(pieces, numeral.span.end)
    start = index_at(pieces, numeral.span.start)
    before = symbol_before(pieces, core) if numeral.digits else None
    if before is not None and before[1] >= taken:
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
    word = lower(pieces, at).removesuffix("s")  # "the $1 billion mark"
    if named is not None and named.part == 1 and word not in load("currencies")["common words"]:
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
    return with_change(pieces, Amount(numeral, currency, min(start, first), at, times))


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
        return with_change(pieces, Amount(numeral, currency, start, end, times * scale))
    named = name_after(pieces, at)
    if named is None or not _is_money(named, pieces, numeral, core, at, article):
        return None
    amount = Amount(numeral, named.currency, start, named.end, named.part, coin=named.coin)
    return with_change(pieces, amount) if named.part == 1 else amount


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
    if named is None or named.end != at + 1 or lower(pieces, at) not in load("currencies")["one of"]:
        return None
    before = lower(pieces, start - 1)
    if before and (pieces[start - 1].is_number or name_after(pieces, start - 1) is not None or before == "-"):
        return None
    after = lower(pieces, named.end)
    if after == "-" or (after[:1].isalpha() and after not in load("currencies")["after one"]):
        return None
    return Amount(numeral, named.currency, start, named.end, named.part, coin=named.coin)


def _next_has(pieces: Sequence[Lex], at: int, symbol: Name) -> bool:
    """Whether the symbol after a number belongs to the number after it: "1 $10 bill", "3 USD50 cards"."""
    after = symbol.end
    if after >= len(pieces) or not pieces[after].is_number:
        return False
    if glued(pieces, after) != glued(pieces, at):
        return glued(pieces, after)
    if pieces[at].is_word:
        return False
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
    if word == "cent" and pieces[at].text == "Cent":
        return False  # a singer
    return word not in ("nickel", "ct", "fen")


def with_change(pieces: Sequence[Lex], amount: Amount) -> Amount:
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
    if part is not None and part.part == _CENT:
        return replace(amount, change=number * _CENT, end=part.end)
    stops = after >= len(pieces) or pieces[after].text in ".,;)?!" or lower(pieces, after) == "more"
    in_words = not numeral.digits and pieces[at].is_word  # "three pounds fifty"
    if not stops or number < 10 or not (joined or in_words or _two_digits(pieces, at)):
        return amount
    return replace(amount, change=number * _CENT, end=after)


def _two_digits(pieces: Sequence[Lex], at: int) -> bool:
    return len(pieces[at].text) == 2 and pieces[at].text.isdecimal() and not glued(pieces, at)


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
