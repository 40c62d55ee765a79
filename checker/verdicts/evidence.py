"""The words of one side: where they stand, what they were read as and who says them."""

from __future__ import annotations

from checker.accounts import saying
from checker.claims.claim import Claim
from checker.model import Evidence, Kind, Span
from checker.readings import Reading

_APART = 1  # words between a number and a noun before it that is its own: "a toll of 45"
_LONGEST = 120  # characters of a value with the words it counts; of more the value alone is marked
_PLAIN = frozenset({Kind.DATE, Kind.TIME, Kind.COUNT, Kind.ORDINAL})  # told without a unit


def evidence(
    item: Reading, span: Span, value: str = "", side: int = 0, sentence: Span | None = None
) -> Evidence:
    """Words of an account, with the speaker who stands behind them; `value` is what they were read as."""
    said = next(iter(saying(item.statements, span)), None)
    speaker = said.speaker.name if said and said.speaker else None
    return Evidence(item.article, span, sentence or item.sentence_at(span.start), speaker, value, side)


def evidence_of(claim: Claim, side: int = 0) -> Evidence:
    """A claim's value, with the words for what it counts where they are beside it."""
    value = claim.value
    span = value.counted.span if value.counted else value.span
    if len(claim.article.text[span.end : value.span.start].split()) > _APART:
        span = value.span  # "Three people drowned and 500 were saved": "500" is what is marked
    start, end = min(span.start, value.span.start), max(span.end, value.span.end)
    whole = Span(start, end) if end - start < _LONGEST else value.span
    return Evidence(claim.article, whole, claim.sentence, claim.speaker, shown(claim), side, value)


def shown(claim: Claim) -> str:
    """The normalised value in words: "≥ 12", "20–30 km", "2025-03-18"."""
    value = claim.value
    if value.low is None and value.high is None:
        return ", ".join(value.stated) + ("" if value.unit is None else f" {value.unit}")
    unit = _bounds_unit(claim)
    if value.low == value.high:
        return f"{value.low}{unit}"
    if value.high is None:
        return f"{'>' if value.bounds.low_open else '≥'} {value.low}{unit}"
    if value.low is None:
        return f"{'<' if value.bounds.high_open else '≤'} {value.high}{unit}"
    return f"{value.low}–{value.high}{unit}"


def _bounds_unit(claim: Claim) -> str:
    kind, unit = claim.value.kind, claim.value.unit
    if kind is Kind.DURATION:
        return " s"
    return "" if kind in _PLAIN or not unit else f" {unit}"
