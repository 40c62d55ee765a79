"""Quotations of three words, which anybody may use: held against those of the same named speaker alone.

"Change starts now" is another wording of "Change begins now" where one who is named says both: one word
is another, in its place, and the other two say something by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.model import Actor, Span
from checker.quotations.changes import Match, match_of
from checker.quotations.gaps import has_gap, is_owned
from checker.quotations.passages import passages_of
from checker.quotations.sayings import saying_at
from checker.quotations.wordings import LEAST, Word, quotations, saying_little, words_in
from checker.readings import Reading, SetReading

_LENGTH = LEAST - 1  # words


def short_changes(reading: SetReading) -> Iterator[tuple[Reading, str, Span, Match]]:
    """Each short quotation of a draft that a source has with one word changed, with its speaker."""
    short = [
        (draft, said, part, quoted)
        for draft in reading.drafts
        for said, part, quoted in _named_quotations(draft, reading)
        if len(quoted) == _LENGTH and not _has(passages_of(reading).best(quoted, draft.article))
    ]
    known = _by_speaker(reading) if short else {}
    for draft, speaker, part, quoted in short:
        match = next(filter(None, (_match(quoted, *other) for other in known.get(speaker.id, ()))), None)
        if match is not None:
            yield draft, speaker.name, part, match


def _has(match: Match | None) -> bool:
    return match is not None and not match.changed


def _named_quotations(item: Reading, reading: SetReading) -> Iterator[tuple[Actor, Span, list[Word]]]:
    for _, part in quotations(item):
        if is_owned(item.article, part) or has_gap(item.article, part):
            continue
        said = saying_at(item, part, reading)
        if said is not None and said.by_name:
            yield said.speaker, part, words_in(item, part)


def _by_speaker(reading: SetReading) -> Mapping[str, Sequence[tuple[Reading, list[Word]]]]:
    found: dict[str, list[tuple[Reading, list[Word]]]] = defaultdict(list)
    for source in reading.sources:
        for speaker, _, quoted in _named_quotations(source, reading):
            found[speaker.id].append((source, quoted))
    return found


def _match(quoted: Sequence[Word], source: Reading, said: Sequence[Word]) -> Match | None:
    """Where the words stand in a quotation with one of them changed."""
    for start in range(len(said) - _LENGTH + 1):
        there = said[start : start + _LENGTH]
        pairs = [(a.text, b.text) for a, b in zip(quoted, there, strict=True)]
        other = [pair for pair in pairs if pair[0] != pair[1]]
        if len(other) != 1 or any({a, b} & saying_little() for a, b in pairs):
            continue
        match = match_of(quoted, source.article, there, (_LENGTH - 1) / _LENGTH)
        if match.changed:
            return match
    return None
