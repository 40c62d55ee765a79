"""Numbers that are parts of codes, or called: "F-16", "17:22", "0800 555111", "(2) The court".

The words are data (rules/vocabulary/labels.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.values.lexer import Lex, glued, lex, lower
from checker.values.numerals import Numeral

HYPHENS = "-‐‑"


@lru_cache(maxsize=1)
def label_words() -> dict[str, Any]:
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


def is_code(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral, text: str) -> bool:
    """Whether the number at pieces [first, end) is a code, part of one, or numbers an item of a list."""
    return (
        _glued(pieces, first, end, numeral)
        or _telephone(pieces, first, end)
        or _list_number(pieces, first, end, text)
        or _given(pieces, first, numeral)
    )


def _glued(pieces: Sequence[Lex], first: int, end: int, numeral: Numeral) -> bool:
    """ "5G", "F-16", "17:22", "#4", "@2", "/2019", "555-0123": part of a longer code."""
    beside = end < len(pieces) and pieces[end].start >= numeral.span.end  # not the "ish" of "30ish"
    if (
        numeral.digits
        and beside
        and glued(pieces, end)
        and (pieces[end].is_word or pieces[end].text in "/:_@#\\")
    ):
        return not (pieces[end].text in "/:" and not glued(pieces, end + 1))
    if (
        numeral.digits and lower(pieces, end) in HYPHENS and glued(pieces, end) and glued(pieces, end + 1)
    ) and pieces[end + 1].is_number:
        return True
    if (
        numeral.digits
        and lower(pieces, end) in ("'", "’")
        and glued(pieces, end)
        and (lower(pieces, end + 1) == "s" and glued(pieces, end + 1))
    ):
        return True  # "the 90's"
    if not numeral.digits or not glued(pieces, first):
        return False
    mark = pieces[first - 1].text
    if mark in "/:_@#.^\\" and (first < 2 or glued(pieces, first - 1)):
        return mark != ":" or lower(pieces, first - 2).isdecimal()
    if mark not in HYPHENS or not glued(pieces, first - 1):
        return False
    before = pieces[first - 2]
    return before.is_number or (before.is_word and before.lower not in label_words()["prefixes"])


def _telephone(pieces: Sequence[Lex], first: int, end: int) -> bool:
    """ "called 911", "on 0800 555111", "0845 125 222": what is dialled."""
    if (
        lower(pieces, first) in label_words()["called"]
        and lower(pieces, first - 1) in label_words()["callers"]
    ):
        return True
    number = pieces[first].text
    if number.isdecimal() and number[0] == "0" and 1 < len(number) < 4 and number.strip("0"):
        return True  # "Schalke 04"
    if lower(pieces, first - 1) == "(" and lower(pieces, end) == ")" and _dialled(pieces, end + 1):
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


def _dialled(pieces: Sequence[Lex], at: int) -> bool:
    """Whether "555-0147" stands at piece `at`, behind its area code."""
    numbers = [pieces[i].text for i in (at, at + 2) if i < len(pieces)]
    joined = lower(pieces, at + 1) in HYPHENS and glued(pieces, at + 1) and glued(pieces, at + 2)
    return joined and all(n.isdecimal() for n in numbers) and [len(n) for n in numbers] == [3, 4]


def _list_number(pieces: Sequence[Lex], first: int, end: int, text: str) -> bool:
    """ "1. Preheat", "(2) The court": a small number at the start of a line, closed by a mark."""
    if lower(pieces, end) not in (".", ")") or not pieces[first].text.isdecimal() or end - first != 1:
        return False
    start = pieces[first - 1].start if lower(pieces, first - 1) == "(" else pieces[first].start
    line = text.rfind("\n", max(0, start - 8), start) + 1 or max(0, start - 8)
    if text[line:start].strip() or (line and text[line - 1] != "\n"):
        return False
    return (
        end + 1 < len(pieces)
        and pieces[end + 1].start > pieces[end].end
        and pieces[end + 1].text[0].isupper()
    )


def _given(pieces: Sequence[Lex], first: int, numeral: Numeral) -> bool:
    """ "The ZIP code is 90210", "PIN: 4471": what is given as a code."""
    at = first - 1
    if lower(pieces, at) not in ("is", "was", ":") or not numeral.digits or numeral.decimal:
        return False
    return f"{lower(pieces, at - 2)} {lower(pieces, at - 1)}".lstrip() in label_words()["codes"] or (
        lower(pieces, at - 1) in label_words()["codes"]
    )
