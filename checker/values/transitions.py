"""What went "from A to B", read as one value that states both ends and denotes where it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.lexer import is_link
from checker.values.quantity import decimal_text
from checker.values.readings import Tokens

FROM_TO = "from-to"
KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION)
_UNITS = (Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE)
_GAP = 7  # words between the two ends of "from A … to B"


@lru_cache(maxsize=1)
def directions() -> dict[str, str]:
    """ "rise" → up, "fall" → down."""
    cues = load("changes")
    return {word: way for way in ("up", "down") for word in cues[way]}


def transitions(tokens: Tokens, article: Article, values: Sequence[Value]) -> list[Value]:
    """The values in order, pairs "from A to B" made one."""
    found: list[Value] = []
    skip: set[int] = set()
    for index, value in enumerate(values):
        if index in skip:
            continue
        joined = _transition(tokens, article, value, values[index + 1 : index + 4])
        if joined is None:
            found.append(_as_transition(tokens, article, value))
            continue
        whole, used = joined
        found += [item for item in values[index + 1 : index + used] if not item.span.overlaps(whole.span)]
        skip.update(range(index + 1, index + 1 + used))
        found.append(whole)
    return found


def _transition(
    tokens: Tokens, article: Article, first: Value, following: Sequence[Value]
) -> tuple[Value, int] | None:
    """The one value that "from A to B" makes, and how far after A its B is."""
    start = _from(tokens, first.span)
    if first.kind not in KINDS or start is None or len(first.stated) != 1:
        return None
    for used, second in enumerate(following, 1):
        gap = article.text[first.span.end : second.span.start]
        if ". " in gap or ";" in gap or len(gap.split()) > _GAP:
            return None
        pair = _one_unit(first, second)
        if pair is None or not is_link(gap.strip().rpartition(" ")[2], "to") or len(second.stated) != 1:
            continue
        dated = any(
            between.kind is Kind.DATE for between in following[: used - 1]
        )  # "from 12 % in May to 14 %"
        falls = Fraction(first.stated[0]) > Fraction(second.stated[0])
        if not (dated or falls or _changing(tokens, start)):
            return None
        span = Span(start, second.span.end)
        stated = (*first.stated, *second.stated)
        notes = (*pair.notes, FROM_TO)
        words = article.words(span)
        return replace(pair, span=span, text=words, stated=stated, notes=notes), used
    return None


def _from(tokens: Tokens, span: Span) -> int | None:
    """The offset of the "from" right before a value."""
    token = tokens.at(span.start)
    if token.i == 0:
        return None
    for before in (tokens.doc[token.i - 1], tokens.doc[max(0, token.i - 2)]):
        if is_link(before.lower_, "from"):
            return int(before.idx)
        if before.lower_ not in load("changes")["before a size"]:
            return None
    return None


def _changing(tokens: Tokens, start: int) -> bool:
    """Whether a word of change stands before the "from" at `start`, in its sentence."""
    token = tokens.at(start)
    cues, nouns = directions(), load("changes")["nouns"]
    level = (*load("changes")["level"], *load("changes")["with_by"])
    for index in range(token.i - 1, max(-1, token.i - 13), -1):
        before = tokens.doc[index]
        if tokens.doc[index + 1].is_sent_start:
            return False
        lemma = before.lemma_.lower()
        if (
            lemma in cues
            or lemma in nouns
            or before.lower_ in load("changes")["up or down"]
            or lemma in level
        ):
            return True
    return False


def _one_unit(first: Value, second: Value) -> Value | None:
    """The second value in the unit that either names; None where they are of different kinds."""
    if (first.kind, first.dimension) == (second.kind, second.dimension) and first.unit == second.unit:
        return second
    if first.kind is Kind.COUNT and not first.dimension and first.counted is None and second.kind in KINDS:
        return second
    if first.kind is second.kind and first.dimension.startswith(
        f"{second.dimension}/"
    ):  # "from $75 a barrel to $46"
        return replace(second, unit=first.unit, dimension=first.dimension, counted=first.counted)
    if (
        second.kind is Kind.COUNT
        and not second.dimension
        and second.counted is None
        and first.bounds.is_point
    ):
        said = Fraction((first.said or first).stated[0] or 0)
        if not said or first.bounds.low is None or first.unit in ("degC", "degF"):
            return None
        bounds = second.bounds.scaled(first.bounds.low / said)
        shown = bounds if first.kind is Kind.MONEY else second.bounds
        low, high = (None if end is None else decimal_text(end) for end in (shown.low, shown.high))
        return replace(first, bounds=bounds, low=low, high=high, hedge=second.hedge, rounded=None)
    return None


def in_one_unit(tokens: Tokens, article: Article, before: Value, value: Value) -> Value:
    """ "Rose by 2 percent and the other by 1", "is 84.75 cents, the lowest is 74.07": the unit is said once.

    The bare number closes its clause, and the same word leads to both.
    """
    doc, first = tokens.doc, tokens.at(before.span.start).i
    number, after = tokens.at(value.span.start), tokens.after(value.span)
    bare = value.kind is Kind.COUNT and not (value.counted or value.dimension or value.change)
    if not bare or before.kind not in _UNITS or number.is_alpha or min(first, number.i) < 1:
        return value
    closes = after >= len(doc) or doc[after].is_punct or doc[after].pos_ == "CCONJ"
    leads = (doc[first - 1], doc[number.i - 1])
    alike = leads[0].lemma_ == leads[1].lemma_ and leads[0].pos_ in ("ADP", "VERB", "AUX")
    if not (closes and alike and doc[first].sent == number.sent):
        return value
    found = _one_unit(before, value)
    if found is None:
        return value
    said = found.said and replace(found.said, stated=value.stated)
    stated = (found.low,) if found.said and found.low else value.stated
    return replace(found, span=value.span, text=value.text, stated=stated, said=said, change=None)


def _as_transition(tokens: Tokens, article: Article, value: Value) -> Value:
    """A range that was read from "from 20 to 30" is a transition where a word of change precedes it."""
    if (
        value.kind not in KINDS
        or len(value.stated) != 2
        or not value.text.lower().startswith("from ")
        or FROM_TO in value.notes
    ):
        return value
    if not _changing(tokens, value.span.start) or value.bounds.high is None:
        return value
    end = Interval(value.bounds.high, value.bounds.high, whole=value.bounds.whole)
    return replace(value, bounds=end, low=value.high, rounded=None, notes=(*value.notes, FROM_TO))
