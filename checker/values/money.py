"""Money: amounts in major units of an ISO 4217 currency, what they are per, and what they are in total.

How amounts are written is told by checker.values.money_forms, what a currency is called and which one
a bare "dollar" is by checker.values.currencies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Said, Span, Value
from checker.values.currencies import resolve, worth_of
from checker.values.hedges import rounded
from checker.values.lexer import Lex, index_at, lex
from checker.values.money_carried import carried
from checker.values.money_forms import Amount, read_amount
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedged_after
from checker.values.phrases import Rate, basis_of, counted_per, range_start, rate_at, shares_unit, spread

if TYPE_CHECKING:
    from checker.language import Doc


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every amount of money of the article, in the order of the text."""
    text = article.text
    pieces = lex(text)
    amounts: list[Amount] = []
    waiting: list[Numeral] = []  # numbers without a currency, right before this one
    for numeral in find_numerals(text):
        if amounts and numeral.core.start < pieces[amounts[-1].end - 1].end:
            continue  # the cents of "5 dollars and 30 cents", the "a" of "$5 a share"
        found = read_amount(pieces, numeral, article, amounts[-1].end if amounts else 0)
        if found is None and (found := carried(pieces, numeral, amounts)) is None:
            waiting.append(numeral)
        elif not _idiom(pieces, found):
            amounts.extend(_sharing(pieces, waiting, _with_rate(pieces, found)))
            waiting = []
    for amount in _joined(pieces, amounts):
        yield _value(amount, pieces, article)


def _sharing(pieces: Sequence[Lex], waiting: list[Numeral], last: Amount) -> list[Amount]:
    """The last amount with those that share its currency: "8 or $9", "280m of the 1.5bn shekels"."""
    found = [last]
    for numeral in reversed(waiting):
        if numeral.bare_article or numeral.vague or len(numeral.values) > 1:
            break
        start, end = index_at(pieces, numeral.span.start), index_at(pieces, numeral.span.end)
        link = shares_unit(pieces, end, found[0].start)
        parted = [piece.lower for piece in pieces[end : found[0].start]]
        whole = parted[:1] == ["of"] and parted[1:] in (["the"], ["its"], ["his"], ["her"], ["their"], ["a"])
        if link is None and not (whole and numeral.scale > 1):
            break
        found.insert(0, Amount(numeral, last.currency, start, end, last.times, coin=last.coin))
    return found


def _idiom(pieces: Sequence[Lex], amount: Amount) -> bool:
    """ "the million-dollar question" asks for no money."""
    words = " ".join(piece.lower for piece in pieces[amount.start : amount.end + 2])
    words = words.replace(" - ", "-").replace("$ ", "")
    return any(idiom in words for idiom in load("currencies")["not money"])


def _with_rate(pieces: Sequence[Lex], amount: Amount) -> Amount:
    rate = rate_at(pieces, amount.end)
    if rate is None:
        return amount
    if (more := rate_at(pieces, rate.end)) is not None:  # "$5 per person per day"
        rate = Rate(f"{rate.name}/{more.name}", None, more.end)
    return replace(amount, rate=rate, end=rate.end)


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
        numeral = spread(second.numeral, low, high, first.numeral.hedge)
        yield replace(
            second, currency=first.currency, numeral=numeral, start=start, times=Fraction(1), coin=second.coin
        )
        at += 2


def _makes_range(first: Amount, second: Amount) -> bool:
    about = first.numeral.limit in (None, "about") and second.numeral.limit in (None, "at_most")
    return (
        about
        and len(first.numeral.values) == len(second.numeral.values) == 1
        and first.times == second.times
        and _one_currency(first.currency, second.currency)
        and first.rate is None
        and first.change == second.change == 0
        and first.numeral.value * first.times < second.numeral.value * second.times
    )


def _one_currency(first: str, second: str) -> bool:
    """ "US$89 to $93": the second need not say again which dollars."""
    return first == second or (second == "dollar" and first.endswith("D"))


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
        counted=counted_per(pieces, amount.rate),
        basis=basis_of(pieces, amount.start, amount.end),
        rounded=_rounded(numeral, amount),
        notes=notes,
        said=_said(amount),
    )


def _said(amount: Amount) -> Said | None:
    """The numbers and the unit as said, of what is told in parts of a unit: "63 cents per share"."""
    if not amount.coin:
        return None
    worth = worth_of(amount.coin)
    unit = f"{amount.coin}/{amount.rate.name}" if amount.rate else amount.coin
    return Said(tuple(decimal_text(value * amount.times / worth) for value in amount.numeral.values), unit)


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
