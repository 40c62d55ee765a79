"""Values that say nothing that another account could contradict.

Numbers that the tokeniser of some other program has torn apart ("1. 6 billion", "20 - 13"), lengths of time
that are reckoned from nothing that is named ("two days later"), dates and bare numbers so far from their verb
that the parse is a guess, years that tell one thing from another of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING

from checker.model import Article, Kind, Value
from checker.topics.lengths import is_offset, reckoned_from
from checker.topics.order import those_of_whom
from checker.topics.results import is_score, result
from checker.topics.words import words_of
from checker.values.transitions import FROM_TO

if TYPE_CHECKING:
    from checker.language import Doc

# A number that goes on behind its mark: "1. 6", "20, 000", "4: 30"; no year or long number does.
_TORN = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:\. |, (?=\d{3}(?!\d))|: (?=\d\d(?!\d)))(?=\d)")
_TORN_DASH = re.compile(r"(\d) - (?=\d)")
_WINDOW = 6  # characters before and behind a mark that show whether it tears a number apart
_FAR = 8  # tokens; a date further from its verb belongs to something in between
_TOLD = frozenset({"NOUN", "ADJ", "VERB"})  # what may stand for a thing that a figure is put at
_HELD = frozenset(
    ["nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "ROOT", "nummod", "oprd", "ccomp", "dep"]
)


def no_claim(doc: Doc, article: Article, value: Value, dates: Set[int] = frozenset()) -> bool:
    """Whether a value of a parsed article is passed over when claims are made; `dates` is where dates end."""
    if is_score(value):
        return result(doc, value) is None
    return (
        _garbled(doc, article, value, dates)
        or _names_another(doc, value)
        or _loose_date(doc, value)
        or _loose_number(doc, value)
    )


def _garbled(doc: Doc, article: Article, value: Value, dates: Set[int]) -> bool:
    """Whether a number is torn apart, or a length of time is one from nothing that is named."""
    if value.kind in (Kind.DATE, Kind.TERM):
        return False
    if value.kind is Kind.DURATION and is_offset(doc, value):
        return reckoned_from(doc, value) is None
    torn = [at for at in value.span if _torn_at(_TORN, article.text, at, dates)]
    dashed = any(_torn_at(_TORN_DASH, article.text, at, dates) for at in value.span)
    return dashed or any(not _starts_sentence(doc, at) for at in torn)


def _starts_sentence(doc: Doc, place: int) -> bool:
    """Whether the first word at or behind a place begins a sentence: the stop before it is a full stop."""
    word = doc.char_span(place, place + 1, alignment_mode="expand")
    at = word.start if word is not None else 0
    while at + 1 < len(doc) and (doc[at].idx < place or doc[at].is_punct or doc[at].is_space):
        at += 1
    return bool(doc[at].is_sent_start)


def _torn_at(mark: re.Pattern[str], text: str, at: int, dates: Set[int] = frozenset()) -> bool:
    """Whether a number that is no part of a date goes on behind the mark that ends, or begins, at a place."""
    found = mark.finditer(text, max(0, at - _WINDOW), at + _WINDOW)
    return any(at in (m.end(), m.end(1)) and m.end(1) not in dates for m in found)


def is_rest(article: Article, value: Value) -> bool:
    """Whether a number is what is left of a longer one that was torn apart: "000" of "20, 000"."""
    return value.text[:1].isdigit() and _torn_at(_TORN, article.text, value.span.start)


def _loose_date(doc: Doc, value: Value) -> bool:
    """Whether a date stands so far from the verb it hangs on that the parser must have guessed."""
    if value.kind is not Kind.DATE:
        return False
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None:
        return True
    root = inside.root
    verb = root.head.head if root.dep_ == "pobj" else root.head
    near = inside.start - _FAR <= verb.i < inside.end + _FAR or verb.sent.start == inside.start
    return verb.pos_ in ("VERB", "AUX") and not near and not _alone(doc, verb.i, inside.start)


def _alone(doc: Doc, verb: int, date: int) -> bool:
    """Whether no verb stands between a verb and its date: "closed its $44bn purchase of the network on"."""
    return verb < date <= verb + 2 * _FAR and not any(t.pos_ in ("VERB", "AUX") for t in doc[verb + 1 : date])


def _loose_number(doc: Doc, value: Value) -> bool:
    """Whether a bare number is not what its verb is said of: "died at 75"."""
    if value.kind is not Kind.COUNT or value.counted is not None or value.change is not None:
        return False  # "the workforce is reduced by 3,000": a change is of what its verb says
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None:
        return True
    root = inside.root
    if those_of_whom(root, {token.i for token in inside}) is not None:
        return False
    if FROM_TO in value.notes and root.dep_ == "prep":  # "the toll rose from 38 to 45"
        return not any(
            t.dep_ in ("nsubj", "dobj", "nsubjpass") and t.pos_ == "NOUN" for t in root.head.children
        )
    if root.dep_ == "pobj" and root.head.lower_ in words_of("figure_prepositions"):
        beside = root.head.head.children  # "put the injured at 640": an adjective that stands for people
        return not any(t.dep_ in ("nsubj", "dobj", "nsubjpass") and t.pos_ in _TOLD for t in beside)
    return root.dep_ not in _HELD


def _names_another(doc: Doc, value: Value) -> bool:
    """Whether a year tells one thing from another of its kind: "the 2007 Oscars"."""
    if value.kind is not Kind.DATE or value.grain not in ("year", "decade"):
        return False
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None:
        return False
    root = inside.root
    outside = not inside.start <= root.head.i < inside.end
    return outside and root.dep_ in ("compound", "nummod", "nmod", "amod")
