"""Units that are named without a number: "a small percent", "convert it to fahrenheit", "paid in rmb".

`explain` shows them as values without a figure, for who looks for every mention of a unit. They claim
nothing and are never compared. Words and company are data (`alone` in rules/vocabulary/units.yaml).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.data import load
from checker.model import Article, Kind, Said, Span, Value
from checker.values.currencies import code_at, name_after, resolve
from checker.values.lexer import Lex, lex, lower
from checker.values.percentages import PERCENT, POINT, unit_words
from checker.values.units import data, unit_at


def find_unnumbered(article: Article, values: Iterable[Value]) -> list[Value]:
    """Every unit without a number, outside the words of the `values` read, in the order of the text."""
    pieces = lex(article.text)
    taken = sorted(value.span for value in values)
    found: list[Value] = []
    at = next_taken = 0
    while at < len(pieces):
        while next_taken < len(taken) and taken[next_taken].end <= pieces[at].start:
            next_taken += 1
        read = _read(pieces, at, article)
        if read is None:
            at += 1
            continue
        kind, unit, dimension, end = read
        span = Span(pieces[at].start, pieces[end - 1].end)
        if not (next_taken < len(taken) and taken[next_taken].overlaps(span)):
            said = Said((None,), unit)
            words = article.words(span)
            found.append(Value(kind, span, words, unit=unit, dimension=dimension, said=said))
        at = end
    return found


def _read(pieces: Sequence[Lex], at: int, article: Article) -> tuple[Kind, str, str, int] | None:
    """Kind, unit and dimension of the bare unit at piece `at`, and the index after it."""
    if at and pieces[at - 1].is_number:
        return None
    return _percent(pieces, at) or _converted(pieces, at) or _money(pieces, at, article)


def _percent(pieces: Sequence[Lex], at: int) -> tuple[Kind, str, str, int] | None:
    """ "a small percent", "the % of": but no "percentage point", which says how far and not what part."""
    found = unit_words(pieces, at)
    if found is None or found[0] == POINT or lower(pieces, at) in data()["alone"]["never"]:
        return None
    return Kind.PERCENTAGE, PERCENT, PERCENT, found[2]


def _converted(pieces: Sequence[Lex], at: int) -> tuple[Kind, str, str, int] | None:
    """ "10 celsius to fahrenheit", "measured in kilometres", and symbols that are nothing else: "mcg"."""
    alone = data()["alone"]
    found = unit_at(pieces, at)
    if found is None:
        return None
    form, end = found
    if form.cued or not _whole(pieces, at, end):
        return None
    converted = lower(pieces, at - 1) in alone["after"] and form.word
    if form.text in alone["symbols"] or (converted and _plural(pieces, end, form.unit.dimension)):
        return Kind.MEASURE, form.unit.shown, form.unit.dimension, end
    return None


def _plural(pieces: Sequence[Lex], end: int, dimension: str) -> bool:
    """Whether a unit stands as such: a scale of temperature or a plural, at the end of its phrase."""
    word = pieces[end - 1].lower
    return dimension == "temperature" or (word.endswith("s") or word == "feet")


def _money(pieces: Sequence[Lex], at: int, article: Article) -> tuple[Kind, str, str, int] | None:
    """ "counting the dollars", "EUR", "paid in yen": a plural, a code, any name after "in" and "to"."""
    found = code_at(pieces, at) or name_after(pieces, at)
    if found is None or found.part != 1 or not _whole(pieces, at, found.end):
        return None
    word, alone = lower(pieces, found.end - 1), data()["alone"]
    if {word, word.removesuffix("s")} & {*load("currencies")["common words"], *alone["no money"]}:
        return None
    code = word in load("currencies")["small codes"] or word == "rmb"
    if not (word.endswith("s") or code or lower(pieces, at - 1) in alone["after"]):
        return None
    if word in alone["only after"] and lower(pieces, at - 1) not in alone["after"]:
        return None
    currency, _ = resolve(found.currency, article)
    return Kind.MONEY, currency, currency, found.end


def _whole(pieces: Sequence[Lex], at: int, end: int) -> bool:
    """Whether nothing is glued to the words but punctuation."""
    before = at > 0 and pieces[at - 1].end == pieces[at].start and pieces[at - 1].text not in "([\"'“‘"
    after = end < len(pieces) and pieces[end - 1].end == pieces[end].start and pieces[end].text in "-/&"
    return not (before or after)
