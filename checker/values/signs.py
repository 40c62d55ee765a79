"""The sign before a number: "-5", "minus-260", "negative ninety", and "plus or minus", which is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.values.lexer import Lex, glued, lex
from checker.values.literals import words


def sign_of(pieces: Sequence[Lex], at: int, end: int) -> tuple[int, str]:
    """Where the number at `at` starts with its sign, and the sign: "-5", "minus-260", "negative ninety"."""
    if at == 0:
        return at, ""
    for either in _either_way():
        start = at - len(either)
        if start >= 0 and tuple(piece.lower for piece in pieces[start:at]) == either:
            return start, ""
    before = pieces[at - 1]
    if before.lower in words()["signs"]:
        return at - 1, "-"
    if before.text in "-−–" and at > 1 and pieces[at - 2].lower in words()["signs"] and glued(pieces, at - 1):
        return at - 2, "-"
    if before.text in "-−" and at == 1 and end == len(pieces):
        return 0, "-"  # a text of nothing else: "- 10 k"
    if before.text not in ("-", "−", "+") or not glued(pieces, at):
        return at, ""
    alone = at == 1 or pieces[at - 2].end < before.start or pieces[at - 2].text in "($€£¥,;:=<>~["
    return (at - 1, "+" if before.text == "+" else "-") if alone else (at, "")


@lru_cache(maxsize=1)
def _either_way() -> tuple[tuple[str, ...], ...]:
    """ "plus or minus", "+/-": how far it may be off, whichever way."""
    return tuple(tuple(piece.lower for piece in lex(sign)) for sign in words()["either_way"])


def negative_at(pieces: Sequence[Lex], at: int, link: str) -> tuple[int, bool]:
    """Where the number at `at` begins behind its sign, and whether it is below zero: "-10 to -5"."""
    if link not in ("to", "and") or at + 1 >= len(pieces):
        return at, False
    if pieces[at].lower in words()["signs"]:
        return at + 1, True
    if pieces[at].text not in ("-", "−") or not glued(pieces, at + 1):
        return at, False
    return at + 1, not glued(pieces, at)  # "200,000 to-260,000" is a slip
