"""Changes: "rose 3 %", "down £40m", "up by 60,600", and what went "from 4.8 % to 4.7 %".

They are marked on values that the kinds have read. `change` says that a value is the size of a
change; a pair "from A to B" becomes one value that states both and denotes where it ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.tokens import Tokens, tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

FROM_TO = "from-to"
_KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION)
_REACH = 6  # words between a verb of change and its size
_GAP = 7  # words between the two ends of "from A … to B"


@lru_cache(maxsize=1)
def _directions() -> dict[str, str]:
    """ "rise" → up, "fall" → down."""
    cues = load("changes")
    return {word: way for way in ("up", "down") for word in cues[way]}


def mark_changes(doc: Doc, article: Article, values: Sequence[Value]) -> list[Value]:
    """The values in order, with pairs "from A to B" made one and sizes of changes marked."""
    tokens = tokens_of(doc)
    marked: list[Value] = []
    for value in _transitions(tokens, article, values):
        before = marked[-1] if marked else None
        marked.append(value if value.change else _marked(tokens, article, value, before))
    return marked


def _marked(tokens: Tokens, article: Article, value: Value, before: Value | None) -> Value:
    """The value as the size of a change, where a verb, a noun or the value before it says so."""
    if way := _told(tokens, article, value):
        return replace(value, change=way)
    if _may_change(value) and (way := _noun_after(tokens, value)):
        return replace(value, change=way, named=True)
    if before is not None and (way := _same_as(before, value, article) or _second(tokens, before, value)):
        return replace(value, change=way, named=before.named)
    return value


# --- the size of a change ----------------------------------------------------------------------


def _may_change(value: Value) -> bool:
    level = value.dimension in ("multiple", "score") or FROM_TO in value.notes
    return value.kind in _KINDS and not level and not value.text.lower().startswith("up to ")


def _told(tokens: Tokens, article: Article, value: Value) -> str | None:
    """up or down where a sign, a verb or "up" and "down" tell that the value is the size of a change."""
    if not _may_change(value):
        return None
    if value.kind is Kind.PERCENTAGE and value.text[0] in "+-−":
        return "up" if value.text[0] == "+" else "down"
    first = tokens.at(value.span.start)
    if first is None:
        return None
    percent = value.kind is Kind.PERCENTAGE or value.dimension == "point"
    return _verb_before(tokens.doc, first.i, percent)


def _verb_before(doc: Doc, at: int, percent: bool) -> str | None:
    """The way of a verb, or "up" and "down", that ends right before token `at`, past adverbs and "by"."""
    cues, by, sized = load("changes"), percent, False
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = doc[index]
        word, lemma = token.lower_, token.lemma_.lower()
        if token.dep_ == "prt" and not percent and token.head.lemma_.lower() not in _directions():
            return None  # "sign up five people"
        if word in cues["particles"] and token.dep_ != "amod":  # "the lower 95 percent"
            return str(cues["particles"][word])
        if token.pos_ in ("VERB", "AUX"):
            if by and lemma in cues["with_by"]:
                return str(cues["with_by"][lemma])
            return _directions().get(lemma)
        sized = sized or word == "by"
        moved = sized and token.pos_ in (
            "NOUN",
            "PROPN",
            "DET",
            "ADJ",
            "PRON",
        )  # "raised rates by 25 basis points"
        if word not in cues["between"] and token.pos_ != "ADV" and not moved:
            return None
        by = by or sized
    return None


def _noun_after(tokens: Tokens, value: Value) -> str | None:
    """ "a 3 percent drop", "5 % higher", "an increase of 60,600": the size of a change that a noun names."""
    doc, at = tokens.doc, tokens.after(value.span)
    nouns = load("changes")["nouns"]
    first = tokens.at(value.span.start)
    for token in doc[at : at + 3]:
        way = nouns.get(token.lower_) or nouns.get(token.lemma_.lower())
        if way is not None and token.pos_ in ("NOUN", "ADJ", "ADV"):
            return str(way)
        if token.pos_ not in ("NOUN", "ADJ", "PUNCT") or token.text in ".,;:)(":
            break
    if first is None or first.i < 2 or doc[first.i - 1].lower_ != "of":
        return None
    noun = doc[first.i - 2]
    way = nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    return str(way) if way else None


def _same_as(before: Value, value: Value, article: Article) -> str | None:
    """ "lost 190 points, or 0.6 %": the second says the first again in another unit."""
    if before.change is None or (before.kind, before.unit) == (value.kind, value.unit):
        return None
    if value.kind not in _KINDS:
        return None
    gap = article.text[before.span.end : value.span.start].split()
    if before.counted is not None:
        gap = article.text[max(before.counted.span.end, before.span.end) : value.span.start].split()
    return before.change if gap in ([",", "or"], ["or"], ["("], ["-", "or"], ["points,", "or"]) else None


def _second(tokens: Tokens, before: Value, value: Value) -> str | None:
    """ "cut deaths by a third among the old, by a fifth among the young": the verb is said once."""
    if before.change is None or before.kind is not value.kind:
        return None
    first, second = tokens.at(before.span.start), tokens.at(value.span.start)
    if first is None or second is None or not (_after_by(first) and _after_by(second)):
        return None
    return before.change if first.sent.start == second.sent.start else None


def _after_by(token: Token) -> bool:
    """Whether "by" stands before a token, past a hedge."""
    return any(t.lower_ == "by" for t in token.doc[max(0, token.i - 2) : token.i])


# --- from A to B -------------------------------------------------------------------------------


def _transitions(tokens: Tokens, article: Article, values: Sequence[Value]) -> list[Value]:
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
    if first.kind not in _KINDS or start is None or len(first.stated) != 1:
        return None
    for used, second in enumerate(following, 1):
        gap = article.text[first.span.end : second.span.start]
        if ". " in gap or ";" in gap or len(gap.split()) > _GAP:
            return None
        pair = _one_unit(first, second)
        if pair is None or gap.split()[-1:] != ["to"] or len(second.stated) != 1:
            continue
        if not (_changing(tokens, start) or Fraction(first.stated[0]) > Fraction(second.stated[0])):
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
    if token is None or token.i == 0:
        return None
    for before in (tokens.doc[token.i - 1], tokens.doc[max(0, token.i - 2)]):
        if before.lower_ == "from":
            return int(before.idx)
        if before.lower_ not in ("a", "an", "the", "about", "some", "$"):
            return None
    return None


def _changing(tokens: Tokens, start: int) -> bool:
    """Whether a word of change stands before the "from" at `start`, in its sentence."""
    token = tokens.at(start)
    if token is None:
        return False
    cues, nouns = _directions(), load("changes")["nouns"]
    level = (*load("changes")["level"], *load("changes")["with_by"])
    for index in range(token.i - 1, max(-1, token.i - 13), -1):
        before = tokens.doc[index]
        if tokens.doc[index + 1].is_sent_start:
            return False
        lemma = before.lemma_.lower()
        if lemma in cues or lemma in nouns or before.lower_ in ("up", "down") or lemma in level:
            return True
    return False


def _one_unit(first: Value, second: Value) -> Value | None:
    """The second value in the unit that either names; None where they are of different kinds."""
    if (first.kind, first.dimension) == (second.kind, second.dimension) and first.unit == second.unit:
        return second
    if first.kind is Kind.COUNT and not first.dimension and first.counted is None and second.kind in _KINDS:
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
        said = Fraction(first.stated[0])
        if not said or first.bounds.low is None or first.unit in ("degC", "degF"):
            return None
        factor = first.bounds.low / said
        bounds = second.bounds.scaled(factor)
        low, high = (
            None if end is None else second_shown
            for end, second_shown in ((bounds.low, second.low), (bounds.high, second.high))
        )
        return replace(first, bounds=bounds, low=low, high=high, hedge=second.hedge, rounded=None)
    return None


def _as_transition(tokens: Tokens, article: Article, value: Value) -> Value:
    """A range that was read from "from 20 to 30" is a transition where a word of change precedes it."""
    if (
        value.kind not in _KINDS
        or len(value.stated) != 2
        or not value.text.lower().startswith("from ")
        or FROM_TO in value.notes
    ):
        return value
    if not _changing(tokens, value.span.start) or value.bounds.high is None:
        return value
    end = Interval(value.bounds.high, value.bounds.high, whole=value.bounds.whole)
    return replace(value, bounds=end, low=value.high, rounded=None, notes=(*value.notes, FROM_TO))
