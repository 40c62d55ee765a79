"""Results of votes told in words: "voted nine to one", "six in favour and three against"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from checker.data import load
from checker.model import Span
from checker.values.numerals import find_numerals
from checker.values.quantity import Numeral

_FAR = 90  # characters between those who were for it and those who were against
_BEFORE = 60  # characters before the first number in which a vote may be told
_MOST = 9999


@lru_cache(maxsize=1)
def _forms() -> dict[str, re.Pattern[str]]:
    words: dict[str, Any] = load("numbers")["scores"]
    voted, voters, yes, no = (
        "|".join(words[key]) for key in ("voted_before", "voters", "in_favour", "against")
    )
    lot = rf"(?:\s(?:[\w-]+\s){{0,2}}(?:{voters}))?(?:\sof\s(?:the|its|their|his|her)\s[\w-]+)?"
    linked = r"(?:\s(?:were|was|voted|came\sout|coming\sout|being|who\swere))?"
    return {
        "voted": re.compile(rf"\b(?:{voted})\b[^.;:]{{0,40}}$", re.I),
        "to": re.compile(rf"^(?:\s(?:{voters}))?\s(?:to|against)\s$", re.I),
        "votes to": re.compile(r"^\s(?:votes?|ballots?)\s(?:to|against)\s$", re.I),
        "for": re.compile(rf"^{lot}{linked}\s(?:{yes})\b[^.;:]*?(?:,|\band|\bwith|\bto)\s(?:\w+\s)?$", re.I),
        "majority": re.compile(r"\b(?:majority\sof|backed\sby|approved\sby|support\sof|margin\sof)\s$", re.I),
        "with": re.compile(rf"^{lot},?\s(?:with|to|against|and)\s(?:only\s|just\s)?$", re.I),
        "against": re.compile(rf"^{lot}{linked}\s(?:{no})\b", re.I),
    }


def told_votes(text: str) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Each result that a text tells in words, with its two numbers."""
    numerals = [n for n in find_numerals(text) if _whole(n)]
    for first, second in pairwise(numerals):
        gap = text[first.core.end : second.core.start]
        if len(gap) > _FAR or "\n" in gap:
            continue
        end = _end(text, first, second, gap)
        if end is not None:
            yield Span(first.core.start, end), (_stated(first), _stated(second))


def _end(text: str, first: Numeral, second: Numeral, gap: str) -> int | None:
    """Where the result ends that two numbers make; None where they make none."""
    forms = _forms()
    before = text[max(0, first.core.start - _BEFORE) : first.core.start]
    after = text[second.core.end : second.core.end + _BEFORE]
    worded = not (first.digits and second.digits)
    if forms["votes to"].search(gap) or (
        worded and forms["to"].search(gap) and forms["voted"].search(before)
    ):
        return second.core.end
    against = forms["against"].match(after)
    if against is None:
        return None
    if forms["for"].match(gap) or (forms["majority"].search(before) and forms["with"].match(gap)):
        return second.core.end + against.end()
    return None


def _whole(numeral: Numeral) -> bool:
    plain = numeral.value.denominator == 1 and 0 <= numeral.value <= _MOST and len(numeral.values) == 1
    return plain and not (numeral.decimal or numeral.fraction or numeral.bare_article or numeral.range)


def _stated(numeral: Numeral) -> str:
    return str(int(numeral.value))
