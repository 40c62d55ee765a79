"""Numbers that are names: "Boeing 737", "Article 5", "F-16", "10 Downing Street", a phone number.

They say which one, not how many, and must never be compared as values. The words are data
(rules/vocabulary/labels.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.values.codes import HYPHENS, is_code, label_words
from checker.values.lexer import Lex, glued, index_at, lex, lower
from checker.values.named_numbers import before_name, in_name, is_year, name_in_words, which_one
from checker.values.numerals import Numeral
from checker.values.tokens import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc


def is_label(numeral: Numeral, doc: Doc, text: str) -> bool:
    """Whether the number names or dates something instead of counting it."""
    pieces = lex(text)
    first = index_at(pieces, numeral.core.start)
    end = index_at(pieces, numeral.core.end)
    return (
        is_code(pieces, first, end, numeral, text)
        or _in_idiom(pieces, first, end)
        or _after_label(pieces, first, end, numeral)
        or _street_address(pieces, first, end, numeral)
        or is_year(numeral, doc, text)
        or in_name(numeral, doc, text)
        or _pronoun_one(numeral, pieces, first, end, doc)
        or name_in_words(numeral, doc)
        or before_name(numeral, doc)
        or which_one(numeral, doc)
        or _named_after(pieces, first, end, numeral)
    )


def _named_after(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "a .38-caliber pistol", "the 1200 block of Main Street", "the Six-Day War"."""
    at = end + 1 if lower(pieces, end) in HYPHENS and lower(pieces, end) else end
    word = lower(pieces, at)
    if word in label_words()["after"] or (
        numeral.digits and at == end and word in label_words()["after_digits"]
    ):
        return True
    if numeral.digits and pieces[first].text.startswith(".") and word in label_words()["guns"]:
        return True
    if word not in label_words()["war_lengths"] or not pieces[at].text[0].isupper():
        return False
    later = at + 2 if lower(pieces, at + 1) in ("'", "’") else at + 1
    return lower(pieces, later) == "war" and pieces[later].text[0].isupper()


def _in_idiom(pieces: Sequence[Lex], first: int, end: int) -> bool:
    """Whether a fixed expression covers the number."""
    for start in range(max(0, first - 3), first + 1):
        for phrase in label_words()["idioms"].get(pieces[start].lower, ()):
            stop = start + len(phrase)
            if stop >= end and all(lower(pieces, start + i) == word for i, word in enumerate(phrase)):
                return True
        for phrase in label_words()["names"].get(pieces[start].lower, ()):
            stop = start + len(phrase)
            if stop >= end and tuple(piece.text for piece in pieces[start:stop]) == phrase:
                return True
    return False


def _after_label(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "Section 427", "No. 10", "page 12": plain numbers only, no "week 1.2 million"."""
    lettered = numeral.scale > 1 and numeral.digits and _lettered(pieces, end)  # "Apartment 5B"
    if numeral.limit is not None or (numeral.scale != 1 and not lettered) or numeral.signed:
        return False
    at = first - 1
    if lower(pieces, at) == "." and glued(pieces, at):
        at -= 1
    word = lower(pieces, at)
    if numeral.decimal:
        return word in label_words()["versions"]
    if lettered and word in ("#", "no", "number"):
        return False  # "#500m" is a sum whose sign was lost
    if word == "of" and lower(pieces, at - 1) == "class":
        return numeral.digits and pieces[at - 1].text[0].isupper()  # "the Class of 92"
    if word not in label_words()["before"]:
        return False
    if word in label_words()["capital"]:
        return numeral.digits and pieces[at].text[0].isupper()
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


def _lettered(pieces: Sequence[Lex], end: int) -> bool:
    """Whether what was taken for a scale is a letter glued to the number: "221B Baker Street"."""
    return glued(pieces, end - 1) and len(pieces[end - 1].text) == 1


def _street_address(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "10 Downing Street", "16-18 Industrial Avenue"."""
    if not numeral.digits or numeral.decimal or (numeral.scale != 1 and not _lettered(pieces, end)):
        return False
    at = end
    while at < len(pieces) and at < end + 4 and pieces[at].is_word and pieces[at].text[0].isupper():
        if at > end and pieces[at].lower in label_words()["streets"]:
            return True
        at += 1
    return False


def _pronoun_one(numeral: Numeral, pieces: Sequence[Lex], first: int, end: int, doc: Doc) -> bool:
    """ "this one", "one must", "one's": a pronoun."""
    if end - first != 1 or pieces[first].lower != "one":
        return False
    if lower(pieces, first - 1) in HYPHENS and glued(pieces, first) and glued(pieces, first - 1):
        return lower(pieces, first - 2) in ("no", "in", "on", "by")  # not "a mother-of-one"
    token = tokens_of(doc).at(numeral.core.start)
    if token is None or token.pos_ == "PRON":
        return True
    if lower(pieces, end) == "of":
        return False
    counted = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    return not counted and (
        lower(pieces, first - 1) in label_words()["pronoun_one"] or token.dep_ in ("dobj", "nsubj", "attr")
    )
