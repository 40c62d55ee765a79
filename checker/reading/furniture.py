"""Lines that publishing systems put round a text: links to other stories, who wrote it, when it was changed.

They are no words of the account. Spaces stand in their place, so that every other word keeps its place.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from checker.data import load, word_list
from checker.reading.account import Account

_LONGEST = 160  # characters of such a line
_MOST_NAMES = 12  # words of one that names who made a text
_LEAD = re.compile(r"[\s>*•–—|(\[-]*")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_POINTS = re.compile(r"\s*[:|»›>–—]\s*\S")
_ENDS = (".", "!", "?", "”", '"', ",", ";")
_RELATED, _MADE = "links to other stories", "lines that say who made it and when"


def without_furniture(account: Account) -> Account:
    """The account with such lines blank, which is said."""
    left_out: dict[str, None] = {}
    lines = account.text.split("\n")
    apart = True  # whether the line begins a paragraph, as far as such lines leave one
    listed = False  # whether it stands under a heading over links
    for number, line in enumerate(lines):
        short = 0 < len(line.strip()) <= _LONGEST
        heading = short and apart and _is_related(line, alone=True)
        if not line.strip():
            apart = True
            continue
        kind: str | None = _RELATED
        if short and (heading or _is_related(line) or (listed and not line.rstrip().endswith(_ENDS))):
            listed = heading or listed
        else:
            listed = False
            made = short and apart and (_is_dated(line) or _is_credit(line))
            kind = _MADE if made else None
        apart = kind is not None or number < 1
        if kind:
            left_out[kind] = None
            lines[number] = " " * len(line)
    text = "\n".join(lines)
    if not left_out or not text.strip():
        return account
    return replace(account, text=text, left_out=tuple(dict.fromkeys((*account.left_out, *left_out))))


@lru_cache(maxsize=8)
def _phrases(key: str) -> re.Pattern[str]:
    """The phrases of a list, longest first."""
    phrases = sorted(load("furniture")[key], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w'’-])", re.IGNORECASE)


def _after(line: str, key: str) -> str | None:
    """What follows one of the phrases, if the line begins with it and with a capital; else None."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    found = _phrases(key).match(line.replace("’", "'"), at)
    return line[found.end() :] if found and line[at].isupper() else None


def _is_related(line: str, *, alone: bool = False) -> bool:
    rest = _after(line, "related")
    if rest is None:
        return False
    return not rest.strip(" :|»›>*") if alone else _POINTS.match(rest) is not None


def _is_dated(line: str) -> bool:
    """ "Updated: 12-05-2023 21:10 IST": a date and nothing else."""
    rest = _after(line, "dated")
    if rest is None or not any(character.isdigit() for character in rest):
        return False
    words = _WORD.findall(_phrases("dated").sub(" ", rest))
    return all(word.lower() in _of_dates() for word in words)


@lru_cache(maxsize=1)
def _of_dates() -> frozenset[str]:
    names = {
        name for kind in ("months", "weekdays") for forms in load("calendar")[kind].values() for name in forms
    }
    return frozenset({*names, *load("time")["zones"], *load("furniture")["date_words"]})


def _is_credit(line: str) -> bool:
    """ "By Ann Ode, 3 min read", "(Reporting by Ann Ode; Editing by Bo Lind)": names, and no sentence."""
    rest = _after(line, "written")
    if rest is None:
        rest = _after(line, "credited")
        if rest is None or rest[:1] not in (":", "/", "|"):
            return False
    if rest.rstrip(" )]").endswith(_ENDS):
        return False
    for key in ("reading_time", "written"):
        rest = _phrases(key).sub(" ", rest)
    words = [word for word in _WORD.findall(rest) if word.lower() not in word_list("furniture", "name_words")]
    return 0 < len(words) <= _MOST_NAMES and all(
        word[0].isupper() and word.lower() not in _of_dates() for word in words
    )
