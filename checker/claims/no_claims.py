"""Values that say nothing that another account could contradict.

Numbers that the tokeniser of some other program has torn apart ("1. 6 billion", "20 - 13"), dates and bare
numbers so far from their verb that the parse is a guess, years that tell one thing from another of its kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Article, Kind, Value
from checker.topics.order import those_of_whom
from checker.topics.results import is_score, result
from checker.values.transitions import FROM_TO

if TYPE_CHECKING:
    from checker.language import Doc

_TORN = re.compile(r"\d\s?[.,:]\s$|\d\s-\s$")
_REST = re.compile(r"\d[.,:]\s$")
_TORN_ON = re.compile(r"^[.,:]\s\d|^\s-\s\d")
_OFF = re.compile(r"^\s?(?:before|after|ago|later|earlier|following|prior)\b")
_FAR = 8  # tokens; a date further from its verb belongs to something in between
_HELD = frozenset(
    ["nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "ROOT", "nummod", "oprd", "ccomp", "dep"]
)


def no_claim(doc: Doc, article: Article, value: Value) -> bool:
    """Whether a value of a parsed article is passed over when claims are made."""
    if is_score(value):
        return result(doc, value) is None
    return (
        _garbled(article, value)
        or _names_another(doc, value)
        or _loose_date(doc, value)
        or _loose_number(doc, value)
    )


def _garbled(article: Article, value: Value) -> bool:
    """Whether a number is torn apart, or a length of time only says how far off something is."""
    before = article.text[max(0, value.span.start - 4) : value.span.start]
    after = article.text[value.span.end : value.span.end + 12]
    if value.kind is Kind.DURATION:
        return _TORN_ON.match(after) is not None or _OFF.match(after) is not None
    if value.kind in (Kind.DATE, Kind.TERM):
        return False
    return _TORN.search(before) is not None or (_TORN_ON.match(after) is not None and after[:1] in ".,: ")


def is_rest(article: Article, value: Value) -> bool:
    """Whether a number is what is left of a longer one that was torn apart: "000" of "20, 000"."""
    before = article.text[max(0, value.span.start - 4) : value.span.start]
    return _REST.search(before) is not None and value.text[:1].isdigit()


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
    if root.dep_ == "pobj" and root.head.lower_ in ("to", "at", "by", "of", "from", "than"):
        beside = root.head.head.children
        return not any(t.dep_ in ("nsubj", "dobj", "nsubjpass") and t.pos_ == "NOUN" for t in beside)
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
