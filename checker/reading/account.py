"""What a format reader hands on, before a set gives it an id: one account with what its file says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from checker.model import Comment, Role


@dataclass(frozen=True, slots=True)
class Account:
    """The text as shown, and what the file itself says; None where it does not.

    `line` is the line of the file at which the text begins, `sources` the paths that a draft names
    as its sources, relative to its own file.
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


def read_time(written: str) -> datetime:
    """A time as ISO 8601 ("2025-03-18T21:30:00+03:00") or RFC 5322 ("Tue, 18 Mar 2025 21:30:00 +0300").

    A time without a zone is taken as UTC, so that all times of a set compare. ValueError if it is neither.
    """
    try:
        time = datetime.fromisoformat(written.strip())
    except ValueError:
        time = parsedate_to_datetime(written)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def read_time_or_none(written: str | None) -> datetime | None:
    """The same for dates that a machine wrote and nobody here can mend: None if unreadable."""
    try:
        return read_time(written) if written else None
    except (ValueError, IndexError, OverflowError):
        return None
