"""Numbers that a program has torn apart: "1. 6 billion", "$310, 000", "4: 30 p. m.", "a 90 - day stay".

They are read whole, each by what stands around it. The pieces keep their places in the text shown: a joined
piece spans the white space, a mark that stands apart reaches to its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load

if TYPE_CHECKING:
    from checker.values.lexer import Lex

# Each alternative looks at a bounded number of characters.
_PLACE = re.compile(r"\d ?[.,:] \d|\w [-‐‑/] \w|- old\b")
_LAST_HOUR, _LAST_MINUTE = 24, 59
_YEAR, _LONGEST_LETTERS = 4, 3  # characters
_NUMBERS = ("units", "tens", "ordinals", "denominators", "ordinal endings")
HYPHENS = "-‐‑"
_MONEY = "$£€¥₹#"


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    data = load("numbers")
    return {
        "numbers": frozenset(word for key in _NUMBERS for word in data[key]),
        "apart": frozenset(data["torn"]["apart"]),
        "months": frozenset(data["torn"]["months"]),
        "or": frozenset((*load("grammar")["links"]["and"], *load("grammar")["links"]["or"])),
    }


def mended(text: str, pieces: Sequence[Lex]) -> Sequence[Lex]:
    """The pieces of a text with what belongs together joined or touching."""
    if not _PLACE.search(text):
        return pieces
    at = 0
    joined: list[Lex] = []
    while at < len(pieces):
        if end := _groups(text, pieces, at) or _decimals(text, pieces, at):
            whole = "".join(piece.text for piece in pieces[at:end])
            joined.append(pieces[at]._replace(end=pieces[end - 1].end, text=whole, lower=whole))
        else:
            joined.append(pieces[at])
        at = end or at + 1
    for at in range(1, len(joined) - 1):
        if _touches(joined, at):
            joined[at] = joined[at]._replace(start=joined[at - 1].end, end=joined[at + 1].start)
    return joined


def _next(text: str, pieces: Sequence[Lex], at: int, mark: str) -> bool:
    """Whether number `at` is followed by `mark`, one space and a short number in digits."""
    if at + 2 >= len(pieces) or pieces[at + 1].text != mark or not pieces[at].text.isdecimal():
        return False
    before, sign, after = pieces[at : at + 3]
    apart = (text[before.end : sign.start], text[sign.end : after.start])
    whole = apart == ("", " ") or (apart == (" ", " ") and (mark == "," or _valued(pieces, at)))
    return whole and after.text.isdecimal() and len(before.text) <= 3 >= len(after.text)


def _valued(pieces: Sequence[Lex], at: int) -> bool:
    """Whether a number torn on both sides of its point is money, or per cent or a scale follows it."""
    after = pieces[at + 3].lower if at + 3 < len(pieces) else ""
    return after in load("numbers")["decimal_comma"]["after"] or (at > 0 and pieces[at - 1].text in _MONEY)


def _groups(text: str, pieces: Sequence[Lex], at: int) -> int:
    """The end of "310, 000" and "1, 250, 000"; 0 for a list or a day ("100, 200 and 300", "May 5, 300")."""
    end, known = at + 1, _known()
    while _next(text, pieces, end - 1, ",") and len(pieces[end + 1].text) == 3:
        end += 2
    listed = end < len(pieces) and pieces[end].lower in known["or"]
    if end == at + 1 or pieces[at].text[0] == "0" or listed:
        return 0
    before = pieces[at - 1] if at else None
    money = before is not None and before.text in _MONEY
    if money or any(piece.text == "000" for piece in pieces[at + 2 : end : 2]):
        return end
    tight = pieces[at].end == pieces[at + 1].start
    running = tight and before is not None and before.text.islower() and before.lower not in known["months"]
    return end if running and len(pieces[at].text) < 3 else 0


def _decimals(text: str, pieces: Sequence[Lex], at: int) -> int:
    """The end of "1. 6" and "9. 25"; 0 where the stop ends a sentence or belongs to an item of a list."""
    if not _next(text, pieces, at, ".") or _next(text, pieces, at + 2, "."):
        return 0
    before = pieces[at - 1] if at else None
    if before is None or "\n" in text[before.end : pieces[at].start]:
        return 0
    return 0 if before.lower in (".", *_known()["months"]) else at + 3  # "on Sept. 8. 12 people"


def _touches(pieces: Sequence[Lex], at: int) -> bool:
    """Whether the mark at `at` binds what stands around it: "4: 30", "24 - 10", "90 - day", "year - old"."""
    before, mark, after = pieces[at - 1 : at + 2]
    earlier, known = pieces[at - 2] if at > 1 else None, _known()
    if mark.text not in (":", "/", *HYPHENS) or mark.start - before.end > 1 or after.start - mark.end > 1:
        return False
    if mark.text == ":":
        return _is_clock(before.text, after.text)
    coded = before.text.isupper() and len(before.text) <= _LONGEST_LETTERS  # "AK - 47"
    bound = earlier is not None and earlier.text in HYPHENS and earlier.end == before.start
    if after.is_number:
        return before.is_number or coded or (bound and before.is_word)  # "6 - foot - 4"
    if mark.text == "/" or not after.text.islower() or after.lower in known["apart"]:
        return False
    aside = earlier is not None and earlier.text == ","  # "Costa, 35 - police said"
    number = before.text.isdecimal() and not _like_year(before) and not aside
    return number or (bound and before.is_word) or before.lower in known["numbers"]


def _like_year(piece: Lex) -> bool:
    return piece.text.isdecimal() and len(piece.text) == _YEAR


def _is_clock(hour: str, minute: str) -> bool:
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2):
        return False
    return int(hour) <= _LAST_HOUR and int(minute) <= _LAST_MINUTE
