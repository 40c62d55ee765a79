"""The lines of a mail: its own words, and not what its writer answers, nor the signature.

A mail that is passed on counts with the sender, date and subject that it had.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.data import load

_QUOTED = re.compile(r"\s{0,3}>")
_MARKS = re.compile(r"[\s>*]*")
_HEADER = re.compile(r"[\s>*]{0,20}([A-Za-z-]{2,12})\s?:\*?\s*(.*)")
_DRAWN = re.compile(r"[-_=]{5,}|[-_ ]{3,20}([A-Za-z ]{3,40}?)[-_ ]{3,20}|([A-Za-z ]{3,40}):")
_MOST_HEADERS = 12  # lines of headers that mail programs repeat
_INTRODUCED = 4  # lines over which "On … wrote:" may be broken
_SIGNED = 12  # lines of a signature at most; more is text behind a line of hyphens
_MOST_PASSED_ON = 10  # mails of which each passes on the next
_SHOWN = 60  # characters of what is quoted of a note


class Mail(NamedTuple):
    """The lines of its own, the headers of the mail that it passes on, what was left out in words."""

    lines: list[str]
    headers: dict[str, str]
    left_out: list[str]


def own_words(lines: Sequence[str], subject: str = "") -> Mail:
    """What a mail with these lines and this subject says itself, or the mail that it passes on."""
    passed_on: dict[str, str] = {}
    noted: list[str] = []
    earlier = ""
    below = False  # whether another mail begins, behind which nothing is read
    kept: list[str] = []
    at = 0
    while at < len(lines) and not below:
        headers, behind = _headers(lines, at)
        above, mark = _above(kept) if headers else ([], "")
        if headers and (_is_passed_on(above, mark, subject) and len(noted) < _MOST_PASSED_ON):
            noted += _noted(above)
            passed_on, subject, kept = headers, "", []
            lines = [_MARKS.sub("", one, count=1) if _QUOTED.match(one) else one for one in lines[behind:]]
            at = 0
            continue
        after = _introduced(lines, at)
        if headers or (after and (lines[after - 1].rstrip()[-1] != ":" or not _is_quoted(lines, after))):
            earlier, below = "an earlier mail below it", True
            kept = above if headers else kept
        elif after or _QUOTED.match(lines[at]):
            earlier = "an earlier mail" if after else earlier or "quoted lines of earlier mails"
        else:
            kept.append(lines[at])
        at = max(at + 1, after)
    kept, signed = _unsigned(kept)
    return Mail(kept, passed_on, [*noted, *signed, *([earlier] if earlier else [])])


def _is_passed_on(above: Sequence[str], mark: str, subject: str) -> bool:
    """Whether a mail is passed on rather than answered: it says so, or nothing is said above it."""
    words = load("mails")
    said = any(one in mark for one in words["forwarded"]) or subject.lower().startswith(
        tuple(words["forwards"])
    )
    return said or not any(line.strip() for line in above)


def _noted(above: Sequence[str]) -> list[str]:
    note = " ".join(" ".join(above).split())
    shown = f"{note[:_SHOWN]}…" if len(note) > _SHOWN else note
    return [f"what stands above the mail that is passed on: “{shown}”"] if note else []


def _headers(lines: Sequence[str], at: int) -> tuple[dict[str, str], int]:
    """The headers of another mail that are repeated from a line on, and the line behind them; or nothing."""
    words = load("mails")
    found: dict[str, str] = {}
    for line in lines[at : at + _MOST_HEADERS]:
        match = _HEADER.match(line)
        name = match[1].lower() if match else ""
        if match is None or name not in words["headers"]:
            break
        found[name] = " ".join(match[2].split())
        at += 1
    whole = all(any(name in found for name in words[kind]) for kind in ("sender", "dated", "addressed"))
    return (found, at) if whole else ({}, at)


def _above(lines: Sequence[str]) -> tuple[list[str], str]:
    """The lines above a mail without the line that announces it, and that line."""
    kept = list(lines)
    while kept:
        mark = _MARKS.sub("", kept[-1], count=1).strip().lower()
        words = load("mails")
        announced = any(one in mark for one in (*words["forwarded"], *words["original"]))
        if mark and not (_DRAWN.fullmatch(mark) and (announced or not mark.strip("-_="))):
            break
        kept.pop()
        if announced:
            return kept, mark
    return kept, ""


def _introduced(lines: Sequence[str], at: int) -> int:
    """The line behind "On 3 May 2024 at 09:12, Desk <desk@paper.example> wrote:"; 0 where there is none.

    A writer is quoted in the same words: it is a mail if it has an address and a number, or a quoted line.
    Some programs give the mail in the same line, some the day behind the verb.
    """
    said = ""
    for end in range(at, min(at + _INTRODUCED, len(lines))):
        line = _MARKS.sub("", lines[end], count=1).strip()
        if not line:
            return 0
        said = f"{said} {line}"
        if found := _wrote().match(said):
            dated = any(character.isdigit() for character in found[0])
            known = "@" in found[0] or (said.endswith(":") and _is_quoted(lines, end + 1))
            return end + 1 if dated and known else 0
    return 0


@lru_cache(maxsize=1)
def _wrote() -> re.Pattern[str]:
    """A verb and a colon, and what stands before and between."""
    return re.compile(
        rf".*?\b(?:{'|'.join(load('mails')['wrote'])})\b[^:]{{0,40}}(?:\d:\d\d[^:]{{0,20}})?:(?!\d)",
        re.IGNORECASE,
    )


def _is_quoted(lines: Sequence[str], at: int) -> bool:
    return _QUOTED.match(_following(lines, at)) is not None


def _following(lines: Sequence[str], at: int) -> str:
    """The next line with something in it."""
    return next((lines[n] for n in range(at, len(lines)) if lines[n].strip(" >\t")), "")


def _unsigned(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Without the signature behind a line of two hyphens, and the line that a device adds."""
    devices = tuple(load("mails")["devices"])
    kept = [line for line in lines if not line.strip().lower().startswith(devices)]
    marks = [at for at, line in enumerate(kept) if line.rstrip() == "--"]
    signed = bool(marks) and sum(bool(line.strip()) for line in kept[marks[-1] :]) <= _SIGNED + 1
    if signed:
        kept = kept[: marks[-1]]
    return kept, ["the signature"] if len(kept) < len(lines) else []
