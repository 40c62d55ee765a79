"""Quoted words that are not what the source has.

Every direct quotation of a draft is looked for in all sources, in and out of quotation marks. Found
word for word it is confirmed. Found with words changed it is `altered`, and the finding shows the
words that differ. Quotations of two sources are compared with each other in the same way, but only
where both stand in quotation marks. The same words given to two speakers are a finding of the check
`speaker`; a quotation that no source has at all is one of `support`.

Differences of case, punctuation, quotation marks, contractions and hyphens are not alterations, nor
is a quotation that leaves words out at either end. Where only small words differ ("of", "for"), a draft
gets a note.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from checker.data import load
from checker.fingerprints import fingerprint
from checker.model import Article, Evidence, Finding, Form, Relation, Role, Severity, Span, Verdict
from checker.readings import Reading, SetReading, once
from checker.rules import Rule
from checker.statements.quotation import find_quotations, paragraphs

# an apostrophe may be torn from what follows it, "I’ m"
_WORD = re.compile(r"[^\W_]+(?:['’]\s?(?:s|m|re|ve|ll|d|t)\b|['’][^\W_]+)*")
_OWNED = re.compile(r"[\[\]()]|``.*``", re.DOTALL)  # brackets own up; a mark opened twice is torn
LEAST = 4  # words; shorter quotations are phrases anybody may use
_ALIKE = 0.6  # share of the quoted words that a passage must have, in order, to be the same quotation
_QUOTED_LEAST = 6
_QUOTED_ALIKE = 0.75  # two outlets may quote two sentences of one speech
_CANDIDATES = 8
_MOST_SENTENCES = 6  # of a quotation, on either side of the one that is most like it
_BETWEEN = 60  # characters of "he said" between two parts of a quotation
_EXPANDED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "n't": "not"}


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(load("quotations")["small_words"])


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage has the words of a quotation; `changed` are the words that differ on each side."""

    article: Article
    span: Span
    ratio: float
    changed: tuple[tuple[str, str], ...]

    @property
    def rank(self) -> tuple[float, int]:
        return self.ratio, -len(self.changed)


def words(article: Article, span: Span) -> list[Word]:
    """The words of a passage, lower case, with straight apostrophes."""
    return [
        Word("".join(m.group().lower().replace("’", "'").split()), Span(m.start(), m.end()))
        for m in _WORD.finditer(article.text, span.start, span.end)
    ]


@once
def _all_words(reading: Reading) -> list[Word]:
    return words(reading.article, Span(0, len(reading.article.text)))


def words_in(reading: Reading, span: Span) -> list[Word]:
    """The words of a passage of an article whose words are known already."""
    known = _all_words(reading)
    first = bisect_right(known, span.start, key=lambda w: w.span.end)
    last = bisect_left(known, span.end, key=lambda w: w.span.start)
    found = known[first:last]
    if found and (found[0].span.start < span.start or found[-1].span.end > span.end):
        return words(reading.article, span)  # it begins or ends within a word
    return found


class _Wording:
    """The words of an article one after the other, to look up others in."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self._words = _all_words(reading)
        self.known = {word.text for word in self._words}
        self._text = f" {' '.join(w.text for w in self._words)} "
        self._starts = [0]
        for word in self._words:
            self._starts.append(self._starts[-1] + len(word.text) + 1)

    def find(self, text: str) -> Span | None:
        """Where words stand one after the other, whatever stands between them."""
        at = self._text.find(f" {text} ")
        if at < 0:
            return None
        first = bisect_left(self._starts, at)
        last = bisect_left(self._starts, at + len(text) + 1) - 1
        return Span(self._words[first].span.start, self._words[last].span.end)


@once
def _wording(reading: Reading) -> _Wording:
    return _Wording(reading)


class Passages:
    """Every sentence of some articles, found by the words it has."""

    def __init__(self, readings: Iterable[Reading], *, quoted_only: bool = False) -> None:
        readings = list(readings)
        self._wordings = [_wording(reading) for reading in readings]
        self._having: dict[str, list[int]] = defaultdict(list)  # a word to the articles that have it
        for number, wording in enumerate(self._wordings):
            for text in wording.known:
                self._having[text].append(number)
        self._passages: list[tuple[Article, list[Word]]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        for reading in readings:
            stretches = [part for _, part in quotations(reading)] if quoted_only else reading.sentences
            for sentence in stretches:
                self._add(reading.article, words_in(reading, sentence))
            for quoted in _interrupted(reading):
                self._add(reading.article, quoted)

    def _add(self, article: Article, found: list[Word]) -> None:
        for word in {w.text for w in found}:
            self._with[word].append(len(self._passages))
        self._passages.append((article, found))

    def best(self, quoted: Sequence[Word], but: Article) -> Match | None:
        """The passage that is most like the quoted words, if any is enough like them."""
        return self._verbatim(quoted, but) or self._alike(quoted, but)

    def _verbatim(self, quoted: Sequence[Word], but: Article) -> Match | None:
        """Every word in order, over as many sentences as it takes."""
        text = " ".join(w.text for w in quoted)
        having = min((self._having.get(w.text, ()) for w in quoted), key=len, default=())
        for wording in (self._wordings[number] for number in having):
            if wording.article is not but and (span := wording.find(text)):
                return Match(wording.article, span, 1.0, ())
        return None

    def _alike(self, quoted: Sequence[Word], but: Article) -> Match | None:
        votes: Counter[int] = Counter()
        texts = sorted({w.text for w in quoted} - _small(), key=lambda w: (len(self._with.get(w, ())), w))
        for text in texts[:12]:
            votes.update(self._with.get(text, ()))
        best: Match | None = None
        for number, shared in sorted(votes.most_common(_CANDIDATES), key=lambda item: (-item[1], item[0])):
            article, _ = self._passages[number]
            if article is but or shared * 3 < min(len(texts), 12):
                continue
            match = _compare(quoted, article, self._around(number, len(quoted)))
            if match and (
                best is None or (match.ratio, -len(match.changed)) > (best.ratio, -len(best.changed))
            ):
                best = match
        return best

    def _around(self, number: int, length: int) -> list[Word]:
        """A passage and the next of its article: a quotation may run over a full stop.

        One that is longer than both goes on, and may have begun before.
        """
        article, found = self._passages[number]
        found = found + self._next(number + 1, article)
        for step in range(2, _MOST_SENTENCES):
            if len(found) < length:
                found = self._next(number - step + 1, article) + found + self._next(number + step, article)
        return found

    def _next(self, number: int, article: Article) -> list[Word]:
        if 0 <= number < len(self._passages) and self._passages[number][0] is article:
            return self._passages[number][1]
        return []


def _interrupted(reading: Reading) -> Iterator[list[Word]]:
    """Quotations that go on after "he said", without the words between their parts."""
    parts = [part for _, part in quotations(reading)]
    for first, second in pairwise(parts):
        if 0 < second.start - first.end <= _BETWEEN:
            yield words_in(reading, first) + words_in(reading, second)


def _compare(quoted: Sequence[Word], article: Article, passage: Sequence[Word]) -> Match | None:
    matcher = SequenceMatcher(None, [w.text for w in quoted], [w.text for w in passage], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return None
    same = sum(b.size for b in blocks)
    first, last = blocks[0], blocks[-1]
    # words of the quotation before the first and after the last match may have been changed, too
    start = max(0, first.b - first.a)
    stop = min(len(passage), last.b + last.size + (len(quoted) - last.a - last.size))
    if same < _ALIKE * len(quoted) or stop - start > 1.6 * len(quoted) + 2:
        return None
    changed = tuple(_changes(quoted, passage[start:stop]))
    return Match(
        article, Span(passage[start].span.start, passage[stop - 1].span.end), same / len(quoted), changed
    )


def _changes(quoted: Sequence[Word], passage: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The words that differ: (as quoted, as in the passage)."""
    a, b = [w.text for w in quoted], [w.text for w in passage]
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "insert" and (a1 in (0, len(a))):
            continue  # the quotation starts later or ends earlier
        left, right = " ".join(a[a1:a2]), " ".join(b[b1:b2])
        if _plain(left) != _plain(right):
            yield left, right


_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("isation", "ization"),
    ("tre", "ter"),
    ("ll", "l"),
)


def _plain(text: str) -> str:
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    for short, full in _EXPANDED.items():
        text = text.replace(short, f" {full}")
    return re.sub(r"[\s']+", "", text)


@once
def quotations(reading: Reading) -> Sequence[tuple[str | None, Span]]:
    """The words in quotation marks of an article, with who says them: whole sentences and parts of them."""
    text = reading.article.text
    found = find_quotations(text, paragraphs(text))
    return [(_speaker(reading, part), part) for quotation in found for part in quotation.parts]


def _speaker(reading: Reading, part: Span) -> str | None:
    held = [s for s in reading.statements if s.form is not Form.NARRATED and s.covers(part)]
    nearest = min(held, key=lambda s: sum(p.end - p.start for p in s.content), default=None)
    return nearest.speaker.name if nearest and nearest.speaker else None


@once
def passages_of(reading: SetReading) -> Passages:
    """The sentences of all sources."""
    return Passages(reading.sources)


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    for item in reading.drafts:
        yield from _altered(item, passages_of(reading), rule, _ALIKE, LEAST)
    quoted = Passages(reading.sources, quoted_only=True)
    told: dict[frozenset[str], list[Finding]] = defaultdict(list)
    for item in reading.sources:
        for finding in _altered(item, quoted, rule, _QUOTED_ALIKE, _QUOTED_LEAST):
            between = told[frozenset(e.article.id for e in finding.evidence)]
            if not any(_same_words(finding, other) for other in between):  # seen from the other side
                between.append(finding)
                yield finding


def _altered(item: Reading, passages: Passages, rule: Rule, least: float, shortest: int) -> Iterator[Finding]:
    for speaker, part in quotations(item):
        quoted = words_in(item, part)
        if len(quoted) < shortest or _OWNED.search(item.article.words(part)):
            continue
        match = passages.best(quoted, item.article)
        if match is None or match.ratio < least or _OWNED.search(match.article.words(match.span)):
            continue
        telling = any(_telling(a, b) for a, b in match.changed)
        drafted = item.article.role is Role.DRAFT
        if telling or (drafted and any(_worded(a, b) for a, b in match.changed)):
            yield _finding(rule, item, speaker, part, match, small=not telling)


def _same_words(a: Finding, b: Finding) -> bool:
    """Whether two findings hold the same stretches of the same articles against each other."""
    return all(
        any(x.article is y.article and x.span.overlaps(y.span) for y in b.evidence) for x in a.evidence
    )


def _telling(a: str, b: str) -> bool:
    """Whether a change is more than small words or noughts left out or put in."""
    a, b = a.replace("'s", " is"), b.replace("'s", " is")
    return _worded(a, b) and bool(set(a.split()) - _small() or set(b.split()) - _small())


def _worded(a: str, b: str) -> bool:
    return bool((a + b).replace(" ", "").strip("0"))


def _finding(
    rule: Rule, item: Reading, speaker: str | None, part: Span, match: Match, *, small: bool
) -> Finding:
    """`small` says that only words such as "of" and "for" differ, which is worth a note."""
    drafted = item.article.role is Role.DRAFT
    severity = rule.severity_for(Relation.DISJOINT, "draft-source" if drafted else "source-source")
    if small and severity is not None:
        severity = Severity.NOTE
    changes = "; ".join(f"“{a or '—'}” for “{b or '—'}”" for a, b in match.changed)
    sides = (
        Evidence(item.article, part, item.sentence_at(part.start), speaker, item.article.words(part), 0),
        Evidence(match.article, match.span, match.span, None, match.article.words(match.span), 1),
    )
    return Finding(
        rule=rule.id,
        severity=severity or Severity.NOTE,
        relation=Relation.DISJOINT,
        verdict=Verdict.ALTERED,
        message=f"{item.article.name} quotes {speaker or 'someone'} with words changed: "
        f"{changes} in {match.article.name}",
        evidence=sides,
        fingerprint=fingerprint(rule.id, "quotation", (e.text for e in sides)),
        reasons=(f"{match.ratio:.0%} of the quoted words stand there in the same order",),
    )
