"""What the formats of news agencies have in common: the fields of a story, as systems write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from checker.data import load
from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none

_LONGEST = 80  # characters of what is shown of a note
_LONGEST_NUMBER = 18  # digits of a version: some systems write the time to a millionth of a second


def withheld(status: object) -> str | None:
    """Why a story of this state may not be used, in words; None where it may."""
    state = re.split("[:/]", _text(status) or "")[-1].strip().lower()
    return f"{state} by its publisher" if state in load("wire")["withheld"] else None


def account(
    text: str,
    *,
    title: object = None,
    publisher: object = None,
    times: Iterable[object] = (),
    url: object = None,
    status: object = None,
    embargo: object = None,
    note: object = None,
    story: object = None,
    version: object = None,
    left_out: Iterable[str] = (),
) -> Account:
    """The account of a story; a field counts where a text stands in it. It is of the first time there is.

    A note to the editors is left out, which is said: it may be that the story must not be used.
    """
    said = " ".join((_text(note) or "").split())
    number = str(version)
    return Account(
        text,
        title=_text(title),
        publisher=_text(publisher),
        published=first_time(times),
        url=_text(url),
        unused=withheld(status),
        until=read_time_or_none(_text(embargo)),
        left_out=(
            *([f"a note to editors: “{said[:_LONGEST]}{'…' * (len(said) > _LONGEST)}”"] if said else []),
            *left_out,
        ),
        story=_text(story),
        version=int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 0,
    )


def first_time(times: Iterable[object]) -> datetime | None:
    """The first of these that can be read as a time."""
    return next(filter(None, (read_time_or_none(_text(one)) for one in times)), None)


def _text(given: object) -> str | None:
    return (given or None) if isinstance(given, str) else None


def need_text(accounts: list[Account], kind: str, hint: str) -> list[Account]:
    """The accounts; InputError where none of them has a text, or says why it may not be used."""
    if not any(one.text or one.unused for one in accounts):
        raise InputError(f"no article text in this {kind}", hint=hint)
    return accounts
