"""Numbers that are names: "Boeing 737", "Article 5", "F-16", "10 Downing Street", a phone number.

They say which one, not how many, and must never be compared as values. The words are data
(rules/vocabulary/labels.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.data import load
from checker.values.lexer import Lex, adjacent, index_at, lex, lower_at
from checker.values.named_numbers import before_name, in_name, is_year, name_in_words
from checker.values.numerals import Numeral
from checker.values.tokens import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc


_HYPHENS = "-‐‑"


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return {
        name: frozenset(words) if name not in ("idioms", "names") else _by_first(words, name == "names")
        for name, words in load("labels").items()
    }


def _by_first(idioms: Sequence[object], as_written: bool) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word in lower case; the phrases in lower case too or as written."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for idiom in idioms:
        pieces = lex(str(idiom))
        phrase = tuple(piece.text if as_written else piece.lower for piece in pieces)
        phrases.setdefault(pieces[0].lower, []).append(phrase)
    return phrases


def is_label(numeral: Numeral, doc: Doc, text: str) -> bool:
    """Whether the number names or dates something instead of counting it."""
    pieces = lex(text)
    first = index_at(pieces, numeral.core.start)
    end = index_at(pieces, numeral.core.end)
    return (
        _glued(pieces, first, end, numeral)
        or _telephone(pieces, first, end)
        or _list_number(pieces, first, end, text)
        or _in_idiom(pieces, first, end)
        or _after_label(pieces, first, end, numeral)
        or _street_address(pieces, first, end, numeral)
        or is_year(numeral, doc, text)
        or in_name(numeral, doc, text)
        or _pronoun_one(numeral, pieces, first, end, doc)
        or name_in_words(numeral, doc)
        or _pointing(pieces, first, end, numeral)
        or _age_limit(pieces, first, end, numeral)
        or before_name(numeral, doc)
        or _named_after(pieces, first, end, numeral)
    )


def _named_after(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "a .38-caliber pistol", "the 1200 block of Main Street", "the Six-Day War"."""
    at = end + 1 if lower_at(pieces, end) in _HYPHENS and lower_at(pieces, end) else end
    word = lower_at(pieces, at)
    if word in _lists()["after"] or (numeral.digits and at == end and word in _lists()["after_digits"]):
        return True
    if numeral.digits and pieces[first].text.startswith(".") and word in _lists()["guns"]:
        return True
    if word not in _lists()["war_lengths"] or not pieces[at].text[0].isupper():
        return False
    later = at + 2 if lower_at(pieces, at + 1) in ("'", "’") else at + 1
    return lower_at(pieces, later) == "war" and pieces[later].text[0].isupper()


def _glued(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "5G", "F-16", "17:22", "#4", "@2", "/2019", "555-0123": part of a longer code."""
    if numeral.digits and adjacent(pieces, end) and (pieces[end].is_word or pieces[end].text in "/:_@#\\"):
        return not (pieces[end].text in "/:" and not adjacent(pieces, end + 1))
    if (
        numeral.digits
        and lower_at(pieces, end) in _HYPHENS
        and adjacent(pieces, end)
        and adjacent(pieces, end + 1)
    ) and pieces[end + 1].is_number:
        return True
    if (
        numeral.digits
        and lower_at(pieces, end) in ("'", "’")
        and adjacent(pieces, end)
        and (lower_at(pieces, end + 1) == "s" and adjacent(pieces, end + 1))
    ):
        return True  # "the 90's"
    if not numeral.digits or not adjacent(pieces, first):
        return False
    mark = pieces[first - 1].text
    if mark in "/:_@#.^\\" and (first < 2 or adjacent(pieces, first - 1)):
        return mark != ":" or lower_at(pieces, first - 2).isdecimal()
    if mark not in _HYPHENS or not adjacent(pieces, first - 1):
        return False
    before = pieces[first - 2]
    return before.is_number or (before.is_word and before.lower not in _lists()["prefixes"])


def _telephone(pieces: Sequence[Lex], first: int, end: int) -> bool:
    """ "called 911", "on 0800 555111", "0845 125 222": what is dialled."""
    if lower_at(pieces, first) in _lists()["called"] and lower_at(pieces, first - 1) in _lists()["callers"]:
        return True
    at = first
    while at > max(0, first - 3) and pieces[at].text.isdecimal() and pieces[at - 1].text.isdecimal():
        at -= 1
    return (
        end - first == 1
        and pieces[at].text[0] == "0"
        and pieces[at].text.isdecimal()
        and (len(pieces[at].text) > 2)
    )


def _list_number(pieces: Sequence[Lex], first: int, end: int, text: str) -> bool:
    """ "1. Preheat", "(2) The court": a small number at the start of a line, closed by a mark."""
    if lower_at(pieces, end) not in (".", ")") or not pieces[first].text.isdecimal() or end - first != 1:
        return False
    start = pieces[first - 1].start if lower_at(pieces, first - 1) == "(" else pieces[first].start
    line = text.rfind("\n", max(0, start - 8), start) + 1 or max(0, start - 8)
    if text[line:start].strip() or (line and text[line - 1] != "\n"):
        return False
    return (
        end + 1 < len(pieces)
        and pieces[end + 1].start > pieces[end].end
        and pieces[end + 1].text[0].isupper()
    )


def _in_idiom(pieces: Sequence[Lex], first: int, end: int) -> bool:
    """Whether a fixed expression covers the number."""
    for start in range(max(0, first - 3), first + 1):
        for phrase in _lists()["idioms"].get(pieces[start].lower, ()):
            stop = start + len(phrase)
            if stop >= end and all(lower_at(pieces, start + i) == word for i, word in enumerate(phrase)):
                return True
        for phrase in _lists()["names"].get(pieces[start].lower, ()):
            stop = start + len(phrase)
            if stop >= end and tuple(piece.text for piece in pieces[start:stop]) == phrase:
                return True
    return False


def _after_label(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "Section 427", "No. 10", "page 12": plain numbers only, no "week 1.2 million"."""
    if numeral.limit is not None or numeral.scale != 1 or numeral.decimal or numeral.signed:
        return False
    at = first - 1
    if lower_at(pieces, at) == "." and adjacent(pieces, at):
        at -= 1
    word = lower_at(pieces, at)
    if word not in _lists()["before"]:
        return False
    if word in (
        "no",
        "number",
        "numbers",
        "question",
        "case",
        "class",
        "game",
        "day",
        "step",
        "test",
        "league",
    ):
        return at == first - 2 or (numeral.digits and pieces[at].text[0].isupper()) or word == "number"
    return numeral.digits or pieces[at].text[0].isupper()


def _street_address(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "10 Downing Street", "16-18 Industrial Avenue"."""
    if not numeral.digits or numeral.decimal or numeral.scale != 1:
        return False
    at = end
    while at < len(pieces) and at < end + 4 and pieces[at].is_word and pieces[at].text[0].isupper():
        if at > end and pieces[at].lower in _lists()["streets"]:
            return True
        at += 1
    return False


def _pointing(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "those two are equal", "one, his temper, and two, his language": no count of anything."""
    if numeral.digits or numeral.limit or numeral.value > 10 or numeral.value.denominator != 1:
        return False
    before, after = lower_at(pieces, first - 1), pieces[end] if end < len(pieces) else None
    if after is not None and after.text == "," and before in (",", "and", "is", "are"):
        return True
    bare = after is None or not after.is_word or after.lower in _VERBS
    return bare and before in _lists()["pointing"]


_VERBS = frozenset(
    ("as", "is", "are", "was", "were", "have", "had", "has", "will", "would", "can", "could", "do", "did")
)


def _age_limit(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "people under 30": an age."""
    if (
        numeral.limit not in ("under", "over", "at_least", "at_most")
        or numeral.scale != 1
        or numeral.value > 110
    ):
        return False
    start = index_at(pieces, numeral.span.start)
    return start < first and lower_at(pieces, start - 1) in _lists()["aged"] and numeral.value >= 5


def _pronoun_one(numeral: Numeral, pieces: Sequence[Lex], first: int, end: int, doc: Doc) -> bool:
    """ "this one", "one must", "one's": a pronoun."""
    if end - first != 1 or pieces[first].lower != "one":
        return False
    if lower_at(pieces, first - 1) in _HYPHENS and adjacent(pieces, first) and adjacent(pieces, first - 1):
        return lower_at(pieces, first - 2) in ("no", "in", "on", "by")  # not "a mother-of-one"
    token = tokens_of(doc).at(numeral.core.start)
    if token is None or token.pos_ == "PRON":
        return True
    if lower_at(pieces, end) == "of":
        return False
    counted = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    return not counted and (
        lower_at(pieces, first - 1) in _lists()["pronoun_one"] or token.dep_ in ("dobj", "nsubj", "attr")
    )
