"""Offices in the text: those that stand beside a name, and those that stand for one.

"Russian President Vladimir Putin", "Apple chief executive Tim Cook", "Tim Cook, the head of …" say who
holds an office; "the Russian president", "Apple's chief executive", "the prime minister" are
descriptions to be resolved to the holder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.actors.names import Seen, initials, key_of, office_at
from checker.actors.texts import Text
from checker.actors.wording import Wording, wording
from checker.data import word_list
from checker.lexical.gazetteer import fold, gazetteer
from checker.model import Span

_DETERMINERS = word_list("actors", "owners")
_OWNER = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Title:
    """An office of a country (its code) or body (its key joined), where the words say which."""

    office: str
    of: str | None
    past: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """Words that stand for whoever holds an office."""

    article: int
    first: int
    last: int
    span: Span
    title: Title
    subject: bool
    person: Seen | None = None  # named right beside it


def read_titles(text: Text, names: Sequence[Seen]) -> tuple[list[tuple[Seen, Title]], list[Description]]:
    """Every office beside a name, and every description, in the order of the text."""
    words = wording()
    starts = {seen.first: seen for seen in names}
    ends = {seen.last: seen for seen in names}
    held: list[tuple[Seen, Title]] = []
    found: list[Description] = []
    i, count = 0, len(text.words)
    while i < count:
        size = _office(text, words, i)
        if not size:
            i += 1
            continue
        last = i + size
        office = words.offices.get(tuple(text.lower[i:last]), "leader")
        first, of, past, bound = _left(text, words, i, names_ending=ends)
        if of is None:
            of, last = _right(text, last, starts)
        title = Title(office, of, past)
        beside = _beside(text, starts, ends, first, last)
        if beside is not None:
            held.append((beside, title))
            if beside.first > last or beside.last <= first:
                found.append(_description(text, first, last, title, beside))
        elif bound and not past:
            found.append(_description(text, first, last, title))
        i = last
    return held, found


def _office(text: Text, words: Wording, i: int) -> int:
    size = office_at(text, words, i, min(i + 4, len(text.words)))
    if size:
        return size
    return 1 if text.lower[i] in words.leader_words else 0


def _description(text: Text, first: int, last: int, title: Title, person: Seen | None = None) -> Description:
    subject = any(text.subject[first:last])
    return Description(text.number, first, last, text.span(first, last), title, subject, person)


def _left(
    text: Text, words: Wording, i: int, names_ending: dict[int, Seen]
) -> tuple[int, str | None, bool, bool]:
    """Start, country or body, whether past, and whether a determiner or owner binds the description."""
    of: str | None = None
    past = bound = False
    j = i
    while j > 0:
        word = text.lower[j - 1]
        owner = names_ending.get(j - 1 if word in _OWNER else j)
        if word in words.past_words:
            past = True
        elif word in words.acting_words or word == "-":
            pass
        elif owner is not None and of is None and (word in _OWNER or _may_own(owner)):
            of = place_code(owner) or " ".join(owner.key)
            j = owner.first
            bound = True
            continue
        elif word in _DETERMINERS:
            return j - 1, of, past, True
        else:
            break
        j -= 1
    return j, of, past, bound


def _right(text: Text, last: int, starts: dict[int, Seen]) -> tuple[str | None, int]:
    """ "… of Russia", "… of the European Central Bank"."""
    if last + 1 < len(text.words) and text.lower[last] in ("of", "at"):
        at = last + 1 + (text.lower[last + 1] == "the")
        seen = starts.get(at)
        if seen is not None and seen.label != "PERSON":
            return place_code(seen) or " ".join(seen.key), seen.last
    return None, last


def place_code(seen: Seen) -> str | None:
    """The country that a name is, by code; None for another name."""
    joined = " ".join(seen.key)
    table = gazetteer()
    return table.names.get(joined) or table.demonyms.get(joined)


def _may_own(seen: Seen) -> bool:
    """Whether a name right before an office may be whose office it is: no person's, no party's adjective."""
    return seen.label != "PERSON" and (seen.label != "NORP" or place_code(seen) is not None)


def _beside(text: Text, starts: dict[int, Seen], ends: dict[int, Seen], first: int, last: int) -> Seen | None:
    """The person named right after the office, after a comma, or before "Name, the office"."""
    after = starts.get(last)
    if after is not None and _may_be_person(after):
        return after
    after = starts.get(last + 1) if text.words[last : last + 1] == [","] else None
    ended = after is not None and text.words[after.last : after.last + 1] in ([","], ["."])
    if after is not None and ended and _may_be_person(after) and len(after.key) > 1:
        return after
    before = ends.get(first - 1) if text.words[first - 1 : first] in ([","], ["("]) else None
    if before is not None and _may_be_person(before):
        closed = not text.words[last:] or text.words[last] in (",", ".", ")", "and", ";")
        return before if closed or first < last - 1 else None
    return None


def _may_be_person(seen: Seen) -> bool:
    return seen.label in ("PERSON", "", "ORG") and " ".join(seen.key) not in gazetteer().names


def definitions(text: Text, names: Sequence[Seen]) -> Iterator[tuple[Seen, Seen, str]]:
    """Names put together by brackets: "International Monetary Fund (IMF)"."""
    starts = {seen.first: seen for seen in names}
    for seen in names:
        at = seen.last + 1
        if text.words[at - 1 : at] == ["("] and text.words[at + 1 : at + 2] == [")"]:
            short = starts.get(at) or _made(text, at)
            if is_initialism(short.text, seen.text):
                yield seen, short, f"“{seen.text} ({short.text})” defines it"


def _made(text: Text, at: int) -> Seen:
    shown = text.words[at]
    return Seen(text.number, at, at + 1, text.span(at, at + 1), shown, "ORG", key_of(shown))


def is_initialism(short: str, name: str) -> bool:
    """Whether the letters of `short` are the initials of the name, with or without its small words."""
    pieces = [fold(p) for p in name.replace("-", " ").split()]
    return short.isupper() and len(short) > 1 and fold(short) in initials(pieces)
