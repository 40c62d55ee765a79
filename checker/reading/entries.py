"""Live blogs: an account for each entry, of the hour that stands over it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from checker.model import Role
from checker.reading.account import Account, without_zone

_CLOCK = re.compile(
    r"([01]?\d|2[0-3])[:.h]([0-5]\d)\s?(?:([ap])\.?m\.?)?(?:\s?h(?:rs|ours)?)?", re.IGNORECASE
)
_LONGEST = 40  # characters of a line that holds the hour
_LEAST = 3  # entries: fewer are a timetable's
_SPACES = " \t*#>-–—•:"


def entries(account: Account) -> list[Account]:
    """The entries of a live blog by its own marks, or by lines of an hour only; another account as it is.

    A draft is one text, whatever it is made of.
    """
    starts: Sequence[tuple[int, datetime | None]] = account.blocks
    whole = account
    if not starts and account.published is not None:
        whole, starts = _by_hours(account, account.published)
    if account.role is Role.DRAFT or len(starts) < 2:
        return [account]
    ends = [*(offset for offset, _ in starts[1:]), len(whole.text)]
    parts = [(0, starts[0][0], account.published)]
    parts += [(start, end, time) for (start, time), end in zip(starts, ends, strict=True)]
    found: list[Account] = []
    line = account.line
    for start, end, time in parts:
        if whole.text[start:end].strip():
            found.append(_part(whole, start, end, replace(account, published=time, line=line)))
        line += whole.text.count("\n", start, end)
    named = [replace(one, id=f"{account.id}-{n}") for n, one in enumerate(found, 1)] if account.id else found
    return [replace(one, left_out=() if number else account.left_out) for number, one in enumerate(named)]


def _part(whole: Account, start: int, end: int, about: Account) -> Account:
    """A stretch of the text, every line and column where it was."""
    return replace(
        about,
        text=whole.text[start:end].rstrip(),
        removed=tuple((at - start, size) for at, size in _within(whole.removed, start, end)),
        places=tuple((max(0, at - start), number) for at, number in _within(whole.places, start, end)),
        comments=about.comments if start == 0 else (),
        blocks=(),
        story=None,
    )


def _within(pairs: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those from an offset on, with the one that holds there, to another offset."""
    first = max(0, bisect_right(pairs, start, key=lambda pair: pair[0]) - 1)
    return pairs[first : bisect_left(pairs, end, key=lambda pair: pair[0])]


def _by_hours(account: Account, on: datetime) -> tuple[Account, list[tuple[int, datetime]]]:
    """The account with spaces for the lines of an hour, where each begins and when that was.

    The day is that of the article, or another one where the hours go over midnight.
    """
    found: list[tuple[int, datetime]] = []
    lines = account.text.split("\n")
    offset = 0
    for number, line in enumerate(lines):
        words, zone = without_zone(line.strip(_SPACES)) if len(line) <= _LONGEST else ("", None)
        match = _CLOCK.fullmatch(words)
        if match:
            hour = int(match[1]) % 12 + 12 * (match[3].lower() == "p") if match[3] else int(match[1])
            time = on.replace(
                hour=hour, minute=int(match[2]), second=0, microsecond=0, tzinfo=zone or on.tzinfo
            )
            found.append((offset, time))
            lines[number] = " " * len(line)
        offset += len(line) + 1
    if len(found) < _LEAST:
        return account, []
    return replace(account, text="\n".join(lines)), _over_midnight(found)


def _over_midnight(found: Sequence[tuple[int, datetime]]) -> list[tuple[int, datetime]]:
    """With the days before of a blog that goes backwards, the days after of one that goes forwards."""
    steps = [later < earlier for (_, earlier), (_, later) in pairwise(found)]
    backwards = 2 * sum(steps) >= len(steps)
    days, dated = 0, [found[0]]
    for (_, before), (offset, time) in pairwise(found):
        days += (time > before) if backwards else (time < before)
        dated.append((offset, time + timedelta(days=-days if backwards else days)))
    return dated
