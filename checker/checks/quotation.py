"""Quoted words that are not what the source has.

Every direct quotation of a draft is looked for in all sources, in and out of quotation marks. Found
word for word it is confirmed. Found with words changed it is `altered`, and the finding shows the
words that differ. Quotations of two sources are compared with each other where both stand in quotation
marks and the fitted weights hold them to be one (quotations/likeness). The same words given to two
speakers are a finding of the check `speaker`; a quotation that no source has at all is one of `support`.

What a quotation leaves out by "…" and what it has in brackets it owns up to: the pieces between are
held against the sources one by one, and a word in brackets may stand for anything.

Differences of case, punctuation, quotation marks, contractions and hyphens are not alterations, nor
is a quotation that leaves words out at either end. Where only small words differ ("of", "for"), a draft
gets a note. Three words in a draft are a phrase that anybody may use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.model import Evidence, Span, Verdict
from checker.quotations.changes import ALIKE, Match, beside
from checker.quotations.gaps import has_gap, is_owned, pieces, plain
from checker.quotations.likeness import Quoted, altered_pairs
from checker.quotations.passages import Passages, passages_of
from checker.quotations.wordings import LEAST, quotations, saying_little, small_words
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight


def find(reading: SetReading) -> Iterator[Problem]:
    for item in reading.drafts:
        yield from _altered(item, passages_of(reading), reading.sources)
    told: set[Quoted] = set()
    for a, b in altered_pairs(reading):
        match = beside(a.words, b.reading.article, b.words)
        if match is None or _owns_up(match) or not told.isdisjoint((a, b)):
            continue
        if any(_telling(*change) for change in match.changed):
            told |= {a, b}
            yield _problem(a.reading, a.speaker, a.span, match, Weight.SURE)


def _altered(item: Reading, passages: Passages, sources: Sequence[Reading]) -> Iterator[Problem]:
    stretches = [(who, *piece) for who, part in quotations(item) for piece in pieces(item, part)]
    for speaker, part, quoted in stretches:
        match = passages.best(quoted, item.article) if len(plain(quoted)) >= LEAST else None
        if match is None or match.ratio < ALIKE or _owns_up(match):
            continue
        lacking = [(words, "") for words in _added(item, passages, match, sources)]
        changed = [change for change in (*match.changed, *lacking) if _telling(*change)]
        if changed or any(_worded(a, b) for a, b in match.changed):
            # that only words such as "of" and "for" differ is worth a note, that words were added a warning
            altered = any(_telling(a, b) for a, b in match.changed)
            weight = Weight.SURE if altered else Weight.LIKELY if changed else Weight.MINOR
            shown = replace(match, changed=(*match.changed, *lacking))
            yield _problem(item, speaker, part, shown, weight)


def _added(item: Reading, passages: Passages, match: Match, sources: Sequence[Reading]) -> Iterator[str]:
    """Words of a draft's quotation that lie beyond the passage and that no source has, in or out of marks."""
    for source in (s for s in sources if s.article is match.article):
        around = Span(source.sentence_at(match.span.start).start, source.sentence_at(match.span.end - 1).end)
        told = {word.lemma for word in source.tokens if around.contains(word.span)}
        for words in match.beyond:
            spans = [word.span for word in words if word.text not in saying_little()]
            lemmas = {t.lemma for t in item.tokens if any(t.span.overlaps(span) for span in spans)}
            if lemmas - told and not passages.has(words, item.article):
                yield " ".join(word.text for word in words)


def _owns_up(match: Match) -> bool:
    return is_owned(match.article, match.span) or has_gap(match.article, match.span)


def _telling(a: str, b: str) -> bool:
    """Whether a change is more than small words or noughts left out or put in."""
    a, b = a.replace("'s", " is"), b.replace("'s", " is")
    return _worded(a, b) and bool(set(a.split()) - small_words() or set(b.split()) - small_words())


def _worded(a: str, b: str) -> bool:
    return bool((a + b).replace(" ", "").strip("0"))


def _problem(item: Reading, speaker: str | None, part: Span, match: Match, weight: Weight) -> Problem:
    changes = "; ".join(f"“{a or '—'}” for “{b or '—'}”" for a, b in match.changed)
    quoted, there = item.article.words(part), match.article.words(match.span)
    return Problem(
        Verdict.ALTERED,
        f"{item.article.name} quotes {speaker or 'someone'} with words changed: "
        f"{changes} in {match.article.name}",
        (
            Evidence(item.article, part, item.sentence_at(part.start), speaker, quoted, 0),
            Evidence(match.article, match.span, match.span, None, there, 1),
        ),
        about="quotation",
        reasons=(f"{match.ratio:.0%} of the quoted words stand there in the same order",),
        weight=weight,
    )
