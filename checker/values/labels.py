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
from checker.values.numerals import Numeral
from checker.values.tokens import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

_HYPHENS = "-‐‑"
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_FIRST_LIKELY = 1500  # earlier years are hardly told in news
_PLURAL = ("NNS", "NNPS")


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
        or _list_number(pieces, first, end, text)
        or _in_idiom(pieces, first, end)
        or _after_label(pieces, first, end, numeral)
        or _street_address(pieces, first, end, numeral)
        or _is_year(numeral, doc, text)
        or _in_name(numeral, doc, text)
        or _pronoun_one(numeral, pieces, first, end, doc)
        or _name_in_words(numeral, doc)
        or _pointing(pieces, first, end, numeral)
        or _age_limit(pieces, first, end, numeral)
        or _before_name(numeral, doc)
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
    if not numeral.digits or not adjacent(pieces, first):
        return False
    mark = pieces[first - 1].text
    if mark in "/:_@#.^\\" and (first < 2 or adjacent(pieces, first - 1)):
        return mark != ":" or lower_at(pieces, first - 2).isdecimal()
    if mark not in _HYPHENS or not adjacent(pieces, first - 1):
        return False
    before = pieces[first - 2]
    return before.is_number or (before.is_word and before.lower not in _lists()["prefixes"])


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


def _is_year(numeral: Numeral, doc: Doc, text: str) -> bool:
    """Four bare digits that count nothing in the plural, or that the parser takes for a date."""
    words = text[numeral.core.start : numeral.core.end]
    if numeral.range:
        years = [value for value in numeral.values if _FIRST_YEAR <= value <= _LAST_YEAR]
        return len(years) == 2 and "," not in words and _looks_like_year(numeral, doc)
    if not (len(words) == 4 and words.isdecimal() and _FIRST_YEAR <= numeral.value <= _LAST_YEAR):
        return False
    return _looks_like_year(numeral, doc)


def _looks_like_year(numeral: Numeral, doc: Doc) -> bool:
    token = tokens_of(doc).last(numeral.core)
    if token is None:
        return False
    before = doc[token.i - 1] if token.i else None
    if (
        before is not None
        and before.lower_ in ("in", "since", "until", "of", "during")
        and not _counts(token)
    ):
        return True
    if token.ent_type_ == "DATE" and _counted_out(token, before):
        return False
    return token.ent_type_ == "DATE" or token.head.tag_ == "NNPS" or not _counts(token)


def _counted_out(token: Token, before: Token | None) -> bool:
    """ "There were 1204 soldiers", "it has 1850 houses": no years, whatever the parser says."""
    if not _counts(token) or (before is not None and before.pos_ in ("DET", "PRON", "ADP", "ADJ")):
        return False
    head = token.head
    if token.text.isdecimal() and int(token.text) < _FIRST_LIKELY:
        return True
    return head.dep_ == "attr" or (head.dep_ == "dobj" and head.head.lemma_ in ("have", "employ", "hold"))


def _counts(token: Token) -> bool:
    """Whether the token is the number of a plural noun after it."""
    head = token.head
    return token.dep_ == "nummod" and head.i > token.i and (head.tag_ in _PLURAL or head.lower_ == "people")


def _opens_with_place(token: Token, before: Token) -> bool:
    """ "In Lyon 30 people were …": the place ends where the number begins, whatever the parser says."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    plural = after is not None and (after.tag_ in _PLURAL or after.lower_ == "people")
    where = before.i > 0 and token.doc[before.i - 1].lower_ in ("in", "at", "near", "outside", "around")
    return plural and where and before.ent_type_ not in ("PRODUCT", "ORG", "FAC")


def _in_name(numeral: Numeral, doc: Doc, text: str) -> bool:
    """ "Boeing 737", "iPhone 11", "FTSE 100": digits that hang on a name before them."""
    if not numeral.digits or numeral.limit or numeral.scale != 1 or numeral.range:
        return False
    token = tokens_of(doc).at(numeral.core.start)
    if token is None or token.i == 0 or token.text != text[numeral.core.start : numeral.core.end]:
        return False
    before = doc[token.i - 1]
    if not _is_name(before) or not before.whitespace_ or "," in token.text:
        return False
    if numeral.decimal:  # "Python 3.11"
        return token.head.i < token.i and token.dep_ in ("nummod", "appos")
    if _counts(token):
        return token.ent_type_ in _NAMES and before.ent_type_ == token.ent_type_
    if _opens_with_place(token, before):
        return False
    if token.head.pos_ == "NOUN" and token.head.i > token.i and token.dep_ == "nummod":
        return before.ent_type_ not in ("DATE", "GPE")  # "this iPhone 12 Mini deal"; "on Monday 30 staff"
    return token.head.i < token.i or token.ent_type_ in _NAMES or token.head.pos_ == "PROPN"


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


def _name_in_words(numeral: Numeral, doc: Doc) -> bool:
    """ "the Kick Six win", "a Big Ten title": a capital where the sentence does not ask for one."""
    token = tokens_of(doc).at(numeral.core.start)
    if numeral.digits or token is None or token.i == 0 or token.is_sent_start or token.i + 1 >= len(doc):
        return False
    before, after = doc[token.i - 1], doc[token.i + 1]
    return token.is_title and before.is_title and not before.is_sent_start and after.is_lower


def _before_name(numeral: Numeral, doc: Doc) -> bool:
    """ "11 Pro Max": digits on a name in the singular."""
    if not numeral.digits or numeral.limit or numeral.scale != 1 or numeral.range or numeral.decimal:
        return False
    token = tokens_of(doc).last(numeral.core)
    if token is None or token.dep_ != "nummod" or token.head.tag_ != "NNP" or token.head.i <= token.i:
        return False
    after = doc[token.head.i + 1] if token.head.i + 1 < len(doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN", "CCONJ"):  # "460 Ford and Toyota cars"
        return False
    return not token.head.text.endswith("s") and token.i > 0 and not token.is_sent_start


def _is_name(token: Token) -> bool:
    """A proper noun, or a word with a capital where a sentence does not ask for one ("iPhone")."""
    capital = any(letter.isupper() for letter in token.text[0 if not token.is_sent_start else 1 :])
    return token.pos_ == "PROPN" or (capital and token.pos_ in ("NOUN", "ADJ", "X"))


_NAMES = frozenset(("PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "NORP", "PERSON", "LOC"))


def _pronoun_one(numeral: Numeral, pieces: Sequence[Lex], first: int, end: int, doc: Doc) -> bool:
    """ "this one", "one must", "one's": a pronoun."""
    if end - first != 1 or pieces[first].lower != "one":
        return False
    token = tokens_of(doc).at(numeral.core.start)
    if token is None or token.pos_ == "PRON":
        return True
    if lower_at(pieces, end) == "of":
        return False
    counted = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    return not counted and (
        lower_at(pieces, first - 1) in _lists()["pronoun_one"] or token.dep_ in ("dobj", "nsubj", "attr")
    )
