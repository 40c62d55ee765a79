"""What a format reader hands on, before a set gives it an id: one account with what its file says of it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checker.data import load
from checker.model import Comment, Role

_LONGEST = 80  # characters of a date
_EITHER = re.compile(r"\d\d?/\d\d?/\d")
_CLOCK_LAST = re.compile(r"\d:\d\d(?::\d\d)?(?: ?[+-]\d{4}(?: \([^()]*\))?)?$")  # as mail has it
_DAY_WITH_ZONE = re.compile(r"^(\d{8})([+-]\d\d:?\d\d)$")  # as NITF has it
_BEFORE_OFFSET = re.compile(r"\b(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d\d))?$")  # "UTC+2"
_LETTERS = re.compile(r"(?:(?<![\w:/])|(?<=\d))\(?[A-Za-z][A-Za-z/_ ]*\)?$")
_ABSOLUTE: Any = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "DATE_ORDER": "DMY",  # of dates in digits with dots or hyphens
    "RELATIVE_BASE": datetime(2000, 1, 1),  # never used with whole dates, but else it is the clock
}


@dataclass(frozen=True, slots=True)
class Account:
    """The text as shown, and what the file itself says; None where it does not.

    `line` is the line of the file at which the text begins, `sources` the paths that a draft names
    as its sources, relative to its own file. `left_out` says in words what the file holds and the text does
    not, `unused` why it is no account that may be used; `until` is the hour at which an embargo ends.
    `story` is what all versions of a story have as their name, `version` which of them this is.
    `blocks` are the entries of a live blog: where each begins, and when it was written.
    `lined` says that its lines are those of the file.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    role: Role | None = None
    url: str | None = None
    trust: int = 0
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    line: int = 1
    removed: tuple[tuple[int, int], ...] = ()
    comments: tuple[Comment, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    left_out: tuple[str, ...] = ()
    unused: str | None = None
    until: datetime | None = None
    story: str | None = None
    version: int = 0
    blocks: tuple[tuple[int, datetime | None], ...] = ()
    lined: bool = False


def read_time(written: str) -> datetime:
    """A time as ISO 8601 ("2025-03-18T21:30:00+03:00"), RFC 5322 ("Tue, 18 Mar 2025 21:30:00 +0300"), words.

    A time without a zone is taken as UTC, so that all times of a set compare. ValueError if it is none.
    """
    plain = _BEFORE_OFFSET.sub(lambda m: f"{m[1]}{int(m[2]):02}{m[3] or '00'}", written.strip()[:_LONGEST])
    time, zone = without_zone(_DAY_WITH_ZONE.sub(r"\1T0000\2", plain))
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        found = _as_in_mail(time) or _in_english(time)
    return in_utc(found if found.tzinfo else found.replace(tzinfo=zone or UTC))


def in_utc(time: datetime) -> datetime:
    """The time with its zone, or in UTC without one; ValueError for one that UTC has no year for."""
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    try:
        time.astimezone(UTC)
    except OverflowError:
        raise ValueError(str(time)) from None
    return time


def _as_in_mail(written: str) -> datetime | None:
    """Where the clock time comes last: of "9:30 PM" mail would not see the half of the day."""
    try:
        return parsedate_to_datetime(written) if _CLOCK_LAST.search(written) else None
    except (ValueError, IndexError, OverflowError):
        return None


def without_zone(written: str) -> tuple[str, tzinfo | None]:
    """A time without a zone that is named in words at its end ("CET", "Eastern Standard Time"), and the zone.

    Of a name that means several zones none is known.
    """
    last = _LETTERS.search(written)
    words = last[0].split(" ") if last else []
    for number in range(len(words)):
        name = " ".join(words[number:])
        plain = name.strip("()").lower().removesuffix(" time")
        if len(name) > 1 and plain in _zones():
            return written[: -len(name)].rstrip(), _zones()[plain]
    return written, None


@lru_cache(maxsize=1)
def _zones() -> dict[str, tzinfo | None]:
    """Zones by name, without "time" at the end: those of CLDR and of the time zone database, short ones."""
    from babel import Locale
    from babel.core import get_global

    places: dict[str, list[ZoneInfo]] = {}
    found: dict[str, tzinfo | None] = {}
    for place, zone in get_global("meta_zones").items():
        with suppress(ZoneInfoNotFoundError):
            places.setdefault(zone, []).append(ZoneInfo(place))
            found[place.lower()] = places[zone][-1]
    for zone, names in Locale("en").meta_zones.items():
        for name in names.get("long", {}).values() if zone in places else ():
            found[name.lower().removesuffix(" time")] = max(places[zone], key=_has_summer)
    hours, clocks = load("time")["zones"], load("wire")["clocks"]
    found |= {name: None if h is None else timezone(timedelta(hours=float(h))) for name, h in hours.items()}
    return found | {name: ZoneInfo(place) for name, place in clocks.items()}


def _has_summer(zone: ZoneInfo) -> bool:
    return len({datetime(2024, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)}) > 1


def _in_english(written: str) -> datetime:
    """ "March 18, 2025 at 2:30 p.m. EST", "18.03.2025": day, month and year, and nothing that is relative.

    "3/4/2025" is a day in March to some and in April to others, so it is none.
    """
    if len(written) > _LONGEST or _EITHER.match(written.strip()):
        raise ValueError(written)
    import dateparser  # slow to import, and most dates are ISO

    try:
        time: datetime | None = dateparser.parse(written, languages=["en"], settings=_ABSOLUTE)
    except (IndexError, OverflowError):
        time = None
    if time is None:
        raise ValueError(written)
    return time


def read_time_or_none(written: str | None) -> datetime | None:
    """The same for dates that a machine wrote and nobody here can mend: None if unreadable."""
    try:
        return read_time(written) if written else None
    except ValueError:
        return None
