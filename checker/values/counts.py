"""Counts: how many of what, and whether each, in total, more or part of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Basis, Counted, Interval, Kind, Span, Value
from checker.values.company import basis_of
from checker.values.lexer import index_at, is_link
from checker.values.names import is_name
from checker.values.none_of import ROLES, befalls
from checker.values.nouns import counted_after, counted_before, persons_after
from checker.values.numerals import Numeral, find_numerals, hedged_after
from checker.values.quantity import made, rounded_to
from checker.values.rates import Rate
from checker.values.readings import Context, tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

ONE_OF = "one-of"
_ELLIPSIS = 60  # characters between two numbers of the same things
_ONE_ON = 200  # characters to a sentence that goes on with the number of the one before


def find(context: Context) -> Iterator[Value]:
    """Every count of the article."""
    hanging: list[Value] = []  # "four-, five- and six-cylinder": the first two count what the last does
    text = context.article.text
    for value in _counts(context):
        if value.counted is None and text[value.span.end : value.span.end + 2] in ("- ", "-,"):
            hanging.append(value)
            continue
        yield from (replace(item, counted=value.counted) for item in hanging)
        hanging = []
        yield value
    yield from hanging


def _counts(context: Context) -> Iterator[Value]:
    named = 0  # where the last counted noun phrase ends: "two new 737 Max jets" is one count
    last: Value | None = None
    text = context.article.text
    for numeral in find_numerals(text):
        if not _is_count(numeral, context):
            continue
        hyphen = text[numeral.core.end : numeral.core.end + 1] in ("-", "‑")
        if numeral.core.end <= named and numeral.digits and not hyphen:
            continue
        value = _value(numeral, context)
        if numeral.value < 0 and value.counted is not None:  # nothing is below zero: "COVID -19 tests"
            continue
        if value.counted is None and last is not None and _left_out(last, value, text, context.doc):
            value = replace(value, counted=last.counted)
        elif value.counted is None:
            who = persons_after(context.doc, numeral.core) if numeral.value > 1 else None
            same = last is not None and ". " not in text[last.span.end : value.span.start]
            value = replace(value, counted=last.counted if who and last and same else who)
        elif not _of_others(value, text):
            named = value.counted.span.end
        yield value
        last = value if value.counted is not None else None


def _left_out(before: Value, value: Value, text: str, doc: Doc) -> bool:
    """Whether a number counts what the number before it counted."""
    return _elliptic(before, value, text, doc) or _the_number(before, value, text, doc)


def _the_number(before: Value, value: Value, text: str, doc: Doc) -> bool:
    """ "1.2 million marched. The union puts the number at 3.5 million": of what was counted."""
    gap = text[before.span.end : value.span.start]
    if len(gap) > _ONE_ON or "\n" in gap or gap.count(". ") > 1:
        return False
    first, data = tokens_of(doc).at(value.span.start).i, load("numbers")
    words = [token.lower_ for token in doc[max(0, first - 3) : first]]
    wanted = (data["definite"], data["the_number"], data["put at"])
    return len(words) == 3 and all(word in known for word, known in zip(words, wanted, strict=True))


def _of_others(value: Value, text: str) -> bool:
    """ "33 of 37 drones": the whole is a number of its own."""
    assert value.counted is not None
    gap = text[value.span.end : value.counted.span.start].lower().split()
    return bool(gap) and is_link(gap[0], "of")


def _elliptic(before: Value, value: Value, text: str, doc: Doc) -> bool:
    """ "460 cars, compared with 63": the second number counts what the first did."""
    if before.counted is not None and not any(map(str.isalpha, before.counted.head)):
        return False  # "3 %, or about 200 a day"
    start = max(before.span.end, before.counted.span.end if before.counted else 0)
    gap = text[start : value.span.start]
    if len(gap) > _ELLIPSIS or any(mark in gap for mark in ".;:()\n"):
        return False
    words = gap.lower().split()
    listed = load("numbers")["ellipsis"]
    if words and (words[-1] in listed or " ".join(words[-2:]) in listed):
        return True
    return _counting(doc, before, value)


def _counting(doc: Doc, before: Value, value: Value) -> bool:
    """ "saw 40,000 people, the police counted 9,000"; "spoke of 5,000 visitors, the council of 2,000"."""
    tokens = tokens_of(doc)
    first, earlier = tokens.at(value.span.start), tokens.at(before.span.start)
    after = tokens.after(value.span)
    if min(first.i, earlier.i) < 2:
        return False
    if after < len(doc) and not (doc[after].is_punct or doc[after].pos_ in ("CCONJ", "ADP", "ADV")):
        return False
    word, previous = doc[first.i - 1], doc[first.i - 2]
    if not _is_of(word):
        return word.pos_ == "VERB" and word.lemma_.lower() in load("numbers")["counting"]
    spoke = [doc[earlier.i - 2], previous]
    left_out = _is_of(doc[earlier.i - 1]) and previous.pos_ in ("NOUN", "PROPN")
    verb = spoke[0] if left_out else previous
    return verb.pos_ == "VERB" and verb.lemma_.lower() in load("numbers")["counting_of"]


def _is_count(numeral: Numeral, context: Context) -> bool:
    if numeral.bare_article or numeral.fraction:
        return False
    per = load("currencies")["by any"]
    before = context.article.text[: numeral.span.start][-5:].split()
    if numeral.digits and numeral.value >= 100 and before[-1:] == per:
        return False  # "11.4 deaths per 100,000 people" are one figure
    if numeral.vague and numeral.scale == 1 and len(numeral.values) > 1:  # "several": too open to compare
        return False
    return not is_name(context, numeral)


def _value(numeral: Numeral, context: Context) -> Value:
    doc, article = context.doc, context.article
    core = Span(numeral.core.start, max(numeral.core.end, numeral.span.end))
    counted = counted_after(doc, core, many=numeral.value > 1)
    end = counted.span.end if counted else numeral.core.end
    numeral, _ = hedged_after(article.text, numeral, end)
    first = context.tokens.at(numeral.span.start)
    if counted is None:
        counted = counted_before(doc, first.i)
    whole = all(value.denominator == 1 for value in numeral.values) and not numeral.decimal
    bounds = replace(numeral.bounds, whole=True) if whole else numeral.bounds
    rate = _rate(context, counted.span.end if counted else numeral.span.end)
    return made(
        article.text,
        Kind.COUNT,
        numeral.span,
        bounds,
        numeral.values,
        shown=_members(bounds),
        dimension=f"per {rate.name}" if rate else "",
        hedge=numeral.hedge,
        counted=counted,
        basis=_basis(context, numeral.span, counted),
        rounded=_rounded(numeral, bounds),
        notes=(f"per:{rate.name}",) if rate else (ONE_OF,) if _some_one(numeral, first) else (),
    )


def _rate(context: Context, end: int) -> Rate | None:
    """ "400 cars a day", "182,000 a month", "20 points per game": so many in each."""
    at = index_at(context.chart.pieces, end)
    for edge in context.chart.of(at, "rate"):
        rate: Rate = edge.data
        said = {part.symbol for part in edge.parts} & {"article", "per"}
        often = any(part.data in load("currencies")["strict"] for part in edge.parts if part.symbol == "per")
        if often or (rate.unit is not None and rate.unit.dimension == "time" and "article" in said):
            return rate
    return None


def _some_one(numeral: Numeral, token: Token) -> bool:
    """ "one of his aides" is some aide (note "one-of"), and so is who speaks, "one resident said": no count
    but of those counted or befallen."""
    if numeral.digits or numeral.value != 1 or numeral.limit:
        return False
    doc, at = token.doc, token.i
    if any(other.lower_ in load("labels")["only"] for other in doc[max(0, at - 2) : at]):
        return False
    after = doc[at + 1 : at + 6]
    if not after or not _is_of(after[0]) or any(other.tag_ == "CD" for other in after):
        return token.dep_ == "nummod" and _speaks(token.head)
    return not (token.dep_ in ROLES and befalls(token.head))


def _speaks(noun: Token) -> bool:
    """Whether a noun is the subject of a verb of saying."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _saying()


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    groups = load("reporting")["verbs"]
    return frozenset(w for group in groups if group["takes"] == ["clause"] for w in group["words"].split())


def _members(bounds: Interval) -> Interval:
    """The ends as shown: about 155 houses are 152 to 158, not 151.9 to 158.1."""
    if bounds.whole and bounds.low is not None and bounds.high is not None:
        return Interval(Fraction(ceil(bounds.low)), Fraction(floor(bounds.high)))
    return bounds


def _rounded(numeral: Numeral, bounds: Interval) -> Interval | None:
    if numeral.limit is not None or len(numeral.values) != 1 or numeral.vague:
        return None
    band = rounded_to(numeral.value, numeral.step, exact=True)
    return Interval(band.low, band.high, whole=bounds.whole)


def _basis(context: Context, span: Span, counted: Counted | None) -> Basis | None:
    """What the words around the number say it is a number of."""
    tokens, pieces = context.tokens, context.chart.pieces
    first, after = tokens.at(span.start), tokens.after(span)
    end = counted.span.end if counted else span.end
    around = basis_of(pieces, index_at(pieces, span.start), index_at(pieces, end))
    if around is Basis.PART or _partitive(context.doc, after):
        return Basis.PART
    cues = load("numbers")["basis"]
    inside = {token.lower_ for token in context.doc[after : tokens.after(Span(span.start, end))]}
    said = (b for b in (Basis.MORE, Basis.TOTAL, Basis.EACH) if inside & set(cues["inside"].get(b.value, ())))
    each = Basis.EACH if _of_each(first, cues["before"]["each"]) else None
    return around or next(said, each)


def _of_each(number: Token, words: Sequence[str]) -> bool:
    """Whether it is what each of those has who the verb is said of: "each side freed 175", "each of them"."""
    verb = next((token for token in number.ancestors if token.pos_ == "VERB"), None)
    if verb is None or number.i < verb.i:
        return False
    subjects = [token for token in verb.lefts if token.dep_ in ("nsubj", "nsubjpass")]
    told = [token for subject in subjects for token in (subject, *subject.lefts)]
    return any(token.lower_ in words and token.dep_ in ("nsubj", "nsubjpass", "det") for token in told)


def _partitive(doc: Doc, at: int) -> bool:
    """ "three of the pilots" is a part, "thousands of pilots" is not."""
    return at + 1 < len(doc) and _is_of(doc[at]) and doc[at + 1].pos_ in ("DET", "PRON")


def _is_of(token: Token) -> bool:
    return is_link(token.lower_, "of")
