"""Texts that a program has torn apart: "1. 6 billion", "$310, 000", "4: 30 p. m.", "a 90 - day stay".

Such a text does it again and again and writes hardly a number whole, so it is known by its style. Its
numbers, clock times, scores and hyphened units are then read whole. The pieces keep their places in the
text shown: a joined piece spans the white space, and a mark that stands apart reaches to its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.data import load

if TYPE_CHECKING:
    from checker.values.lexer import Lex

# Each alternative looks at a bounded number of characters.
_TORN = re.compile(r"\d\. \d|\d, \d{3}(?!\d)|\d: \d\d(?!\d)|\d - [a-z\d]|\b[ap]\. m\b")
_WHOLE = re.compile(r"\d[.,:]\d|\d-[a-z\d]|\b[ap]\.m\b")
_LEAST = 2  # places torn apart, of which one alone may be a slip
_LEAST_ALIKE = 3  # where all are stops or all are commas, which may be sentences or a list
_RATIO = 3  # times as many as places left whole
_LAST_HOUR, _LAST_MINUTE = 24, 59
_HYPHENS = "-‐‑"


def is_torn(text: str) -> bool:
    """Whether the numbers of `text` are torn apart throughout."""
    places = [match.group()[1:3] for match in _TORN.finditer(text)]
    torn, alike = len(places), set(places) in ({". "}, {", "})
    if torn < (_LEAST_ALIKE if alike else _LEAST):
        return False
    return torn >= _RATIO * sum(1 for _ in _WHOLE.finditer(text))


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = load("numbers")
    return {
        "numbers": frozenset((*data["units"], *data["tens"])),
        "apart": frozenset(data["torn"]["apart"]),
        "months": frozenset(data["torn"]["months"]),
    }


def mended(text: str, pieces: Sequence[Lex]) -> list[Lex]:
    """The pieces of a torn text with what belongs together joined or touching."""
    joined: list[Lex] = []
    at = 0
    while at < len(pieces):
        end = _groups(text, pieces, at) or _decimals(text, pieces, at)
        if end:
            whole = "".join(piece.text for piece in pieces[at:end])
            joined.append(pieces[at]._replace(end=pieces[end - 1].end, text=whole, lower=whole))
            at = end
            continue
        joined.append(pieces[at])
        at += 1
    for at in range(1, len(joined) - 1):
        if _touches(text, joined, at):
            joined[at] = joined[at]._replace(start=joined[at - 1].end, end=joined[at + 1].start)
    return joined


def _next(text: str, pieces: Sequence[Lex], at: int, mark: str) -> bool:
    """Whether number `at` is followed by `mark`, one space and another number in digits."""
    if at + 2 >= len(pieces) or pieces[at + 1].text != mark or not pieces[at].is_number:
        return False
    before, sign, after = pieces[at : at + 3]
    apart = before.end == sign.start and sign.end + 1 == after.start and text[sign.end] == " "
    return apart and after.text[0].isdecimal()


def _groups(text: str, pieces: Sequence[Lex], at: int) -> int:
    """The end of "310, 000" and "1, 250, 000"; 0 for a list ("100, 200 and 300")."""
    if not pieces[at].text.isdecimal() or len(pieces[at].text) > 3 or pieces[at].text[0] == "0":
        return 0
    end = at + 1
    while _next(text, pieces, end - 1, ",") and _is_group(pieces[end + 1].text):
        end += 2
    if end == at + 1 or (end < len(pieces) and pieces[end].lower in ("and", "or")):
        return 0
    round_ = any(piece.text[:3] == "000" for piece in pieces[at + 2 : end : 2])
    money = at > 0 and pieces[at - 1].text in "$£€¥₹"
    return end if len(pieces[at].text) < 3 or round_ or money else 0


def _is_group(text: str) -> bool:
    return len(text) == 3 and text.isdecimal()


def _decimals(text: str, pieces: Sequence[Lex], at: int) -> int:
    """The end of "1. 6" and "9. 25"; 0 where the stop ends a sentence or an item of a date."""
    if not _next(text, pieces, at, ".") or not pieces[at].text.isdecimal() or len(pieces[at].text) > 3:
        return 0
    part = pieces[at + 2]
    if not part.text.isdecimal() or len(part.text) > 3 or _next(text, pieces, at + 2, "."):
        return 0
    if at and (pieces[at - 1].lower in _known()["months"] or pieces[at - 1].text == "."):
        return 0  # "on Sept. 8. 12 people"
    return at + 3


def _touches(text: str, pieces: Sequence[Lex], at: int) -> bool:
    """Whether the mark at `at` binds what stands around it: "4: 30", "24 - 10", "90 - day", "year - old"."""
    before, mark, after = pieces[at - 1], pieces[at], pieces[at + 1]
    if mark.text not in (":", "/", *_HYPHENS) or mark.start - before.end > 1 or after.start - mark.end > 1:
        return False
    if not (text[before.end : mark.start].strip(" ") == "" == text[mark.end : after.start].strip(" ")):
        return False
    if mark.text == ":":
        return _is_clock(before.text, after.text)
    if before.is_number and after.is_number:
        return True
    if mark.text == "/" or not after.is_word or not after.text[0].islower():
        return False
    if after.lower in _known()["apart"]:
        return False
    bound = (
        at > 1 and before.is_word and pieces[at - 2].end == before.start and pieces[at - 2].text in _HYPHENS
    )
    number = before.is_number and not _like_year(before.text)
    return number or bound or before.lower in _known()["numbers"]


def _is_clock(hour: str, minute: str) -> bool:
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2):
        return False
    return int(hour) <= _LAST_HOUR and int(minute) <= _LAST_MINUTE


def _like_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text[:2] in ("18", "19", "20")
