"""The same words given to two speakers.

What a draft gives to a speaker, quoted or not, is looked for in every source. Where no source gives
the words to that speaker and one gives them to another person, that is a finding; so it is where two
sources, or two places of one account, quote the same words of two people. Only people are held against
people and bodies against bodies: a spokeswoman and her company may both have said it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.lexical.gazetteer import fold
from checker.model import Actor, Evidence, Form, Role, Span, Statement, Verdict
from checker.quotations.passages import Passages
from checker.quotations.sayings import Saying, is_named, saying_at
from checker.quotations.wordings import LEAST, Word, quotations, saying_little, words_in
from checker.readings import Reading, SetReading, once
from checker.verdicts import Problem, Weight

_LEAST_REPORTED = 6  # words without quotation marks that two reports may not have by chance
_LEAST_TELLING = 3  # of its words must say something by themselves
_LABELS = frozenset(":–—")  # what may stand after a name that begins what one says
_TURN = re.compile(r"\s(?:after|before|when|while|as|since|because|although)\s")
_ALIKE = 0.8  # share of the words that must be the same, in order


def find(reading: SetReading) -> Iterator[Problem]:
    holders = _Holders(reading.sources)
    for item in [*reading.drafts, *reading.sources]:
        drafted = item.article.role is Role.DRAFT
        for said in _sayings(item, reading, quoted_only=not drafted):
            first: Saying | None = None
            for source in holders.having(words_in(item, said.span), after=None if drafted else item):
                other = _as_said(said, source, reading)
                # of two sources each must name its speaker: who "he" is has been worked out
                if other is None or not _named(said, other, drafted):
                    continue
                if not _told_apart(said, other):
                    continue
                if _may_be_one(said.speaker, other.speaker) or _is_copied(said, other):
                    break  # one who gives them to the same speaker is enough
                first = first or other
            else:
                if first is not None:
                    yield _problem(said, first)
        yield from (_problem(said, other) for said, other in _twice(item, reading))


def _twice(item: Reading, reading: SetReading) -> Iterator[tuple[Saying, Saying]]:
    """Quotations of one account that have the same words, of two people who are both named there."""
    texts: dict[tuple[str, str], Saying] = {}
    for said in _sayings(item, reading, quoted_only=True):
        if said.by_name:
            words = f" {' '.join(word.text for word in words_in(item, said.span))} "
            texts.setdefault((words, said.speaker.id), said)
    for ((x, _), a), ((y, _), b) in combinations(texts.items(), 2):
        same = (x in y or y in x) and not _may_be_one(a.speaker, b.speaker)
        if same and _told_apart(a, b):
            yield a, b


class _Holders:
    """Which sources have most of some words; the cost of asking grows with those that have a rare one."""

    def __init__(self, sources: Sequence[Reading]) -> None:
        self._sources = sources
        self._order = {source.article.id: number for number, source in enumerate(sources)}
        self._known = [{word.text for word in words_in(s, Span(0, len(s.article.text)))} for s in sources]
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, known in enumerate(self._known):
            for text in known:
                self._having[text].append(number)

    def having(self, said: Sequence[Word], after: Reading | None) -> Iterator[Reading]:
        """The sources that have as many of the words as two reports of one saying share, in order."""
        texts = [word.text for word in said]
        lacking = int(len(texts) * (1 - _ALIKE)) + 1  # one more than may be missing
        rarest = sorted(texts, key=lambda text: (len(self._having.get(text, ())), text))[: lacking + 1]
        numbers = {number for text in set(rarest) for number in self._having.get(text, ())}
        start = -1 if after is None else self._order[after.article.id]
        for number in sorted(number for number in numbers if number > start):
            known = self._known[number]
            if sum(text not in known for text in texts) <= lacking:
                yield self._sources[number]


def _named(said: Saying, other: Saying, drafted: bool) -> bool:
    return (said.by_name and other.by_name) or (drafted and (said.by_name or other.by_name))


@once
def _sentences_of(source: Reading) -> Passages:
    return Passages([source])


def _sayings(item: Reading, reading: SetReading, quoted_only: bool) -> Iterator[Saying]:
    """What an article gives to a speaker who is known, the innermost where statements are nested.

    Words of which nobody can tell whose they are, "There is no danger", are held for a draft alone.
    """
    given = [(s.form is Form.DIRECT, part) for s in item.statements if _is_said(s) for part in s.content]
    for direct, part in [(True, part) for _, part in quotations(item)] if quoted_only else given:
        words = words_in(item, part)
        said = saying_at(item, part, reading)
        if said is None or len(words) < (LEAST if direct else _LEAST_REPORTED):
            continue
        if not quoted_only or sum(word.text not in saying_little() for word in words) >= _LEAST_TELLING:
            yield said


def _as_said(said: Saying, source: Reading, reading: SetReading) -> Saying | None:
    """The same words in a source, with the one who says them there."""
    text = words_in(said.reading, said.span)
    match = _sentences_of(source).best(text, said.reading.article, _ALIKE)
    if match is None:
        return None
    inside = [s for s in _parts(source) if s.overlaps(match.span)]
    span = max(
        inside, key=lambda s: min(s.end, match.span.end) - max(s.start, match.span.start), default=None
    )
    if span is None:
        return None
    shared = min(span.end, match.span.end) - max(span.start, match.span.start)
    if shared < _ALIKE * (match.span.end - match.span.start):
        return None
    found = saying_at(source, span, reading)
    return found and found._replace(matched=match.span)


def _is_said(statement: Statement) -> bool:
    return statement.form is not Form.NARRATED


def _parts(source: Reading) -> Sequence[Span]:
    return [part for s in source.statements if _is_said(s) for part in s.content]


def _told_apart(said: Saying, other: Saying) -> bool:
    """Whether each speaker stands beside the words on one side and not on the other.

    Where the same names stand around the same words, it is this program that read them in two ways.
    """
    for here, there in ((said, other), (other, said)):
        there_id = there.reading.article.id
        if here.named is None or not _around(here).contains(here.named):
            return False
        naming = here.reading.article.words(here.reading.sentence_at(here.named.start))
        if here.reading is not there.reading and naming.strip() in there.reading.article.text:
            return False
        named = [m.span for m in here.speaker.mentions if is_named(m.text) and m.article == there_id]
        if any(span.contains(name) for span in (_beside(there), _naming(there)) for name in named):
            return False
        if _is_labelled(there, here.speaker):
            return False
    return True


def _naming(said: Saying) -> Span:
    """The sentence that names the speaker, to where it turns to when or why: "said Lund, after Holm …"."""
    name = said.named or said.span
    sentence = said.reading.sentence_at(name.start)
    turn = _TURN.search(said.reading.article.text, name.end, sentence.end)
    return Span(sentence.start, turn.start()) if turn else sentence


def _beside(said: Saying) -> Span:
    """The sentences of the words, and the one before if it is of the same statement."""
    sentences = said.reading.sentences
    held = [n for n, sentence in enumerate(sentences) if sentence.overlaps(said.matched)] or [0]
    first = held[0] - 1 if held[0] and sentences[held[0] - 1].overlaps(said.span) else held[0]
    end, naming = sentences[held[-1]].end, _naming(said)
    return Span(sentences[first].start, naming.end if said.matched.end <= naming.end < end else end)


def _is_labelled(said: Saying, speaker: Actor) -> bool:
    """Whether a speaker's name stands before the words, within the statement, as a label does: "HOLM:"."""
    article, before = said.reading.article, Span(said.span.start, said.matched.end)
    return any(
        mention.article == article.id
        and before.contains(mention.span)
        and article.text[mention.span.end : mention.span.end + 2].lstrip()[:1] in _LABELS
        for mention in speaker.mentions
    )


def _around(said: Saying) -> Span:
    """The sentences of the words, one before and one after."""
    sentences = said.reading.sentences
    held = [n for n, sentence in enumerate(sentences) if sentence.overlaps(said.span)] or [0]
    return Span(sentences[max(held[0] - 1, 0)].start, sentences[min(held[-1] + 1, len(sentences) - 1)].end)


def _is_copied(said: Saying, other: Saying) -> bool:
    """Whether the whole sentence stands there, too: then who "he" is was read in two ways, not written."""
    sentence = said.reading.sentence_at(said.span.start)
    return said.reading.article.words(sentence).strip() in other.reading.article.text


def _may_be_one(a: Actor, b: Actor) -> bool:
    """Whether both may be the same voice: a body and one of its people, a surname that two share."""
    if set(fold(a.name).split()) <= set(fold(b.name).split()):
        return True
    if set(fold(b.name).split()) <= set(fold(a.name).split()):
        return True
    return a.id == b.id or a.kind is not b.kind or a.id == b.speaks_for or b.id == a.speaks_for


def _problem(said: Saying, other: Saying) -> Problem:
    by_name = said.by_name and other.by_name  # else who "he" is has been worked out
    return Problem(
        Verdict.CONTRADICTION,
        f"{said.reading.article.name} gives to {said.speaker.name} what {other.reading.article.name} "
        f"gives to {other.speaker.name}",
        (_evidence(said, 0), _evidence(other, 1)),
        about=said.reading.article.words(said.span),
        told=(said.speaker.name, other.speaker.name),
        reasons=("the words are the same, in the same order",),
        weight=Weight.SURE if by_name else Weight.LIKELY,
    )


def _evidence(said: Saying, side: int) -> Evidence:
    article = said.reading.article
    sentence = said.reading.sentence_at(said.span.start)
    return Evidence(
        article, said.named or said.span, sentence, said.speaker.name, article.words(said.span), side
    )
