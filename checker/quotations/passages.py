"""Where some words stand in other accounts: word for word, or nearly so."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from checker.model import Article, Span
from checker.quotations.changes import ALIKE, Match, compare
from checker.quotations.wordings import ANYTHING, Word, all_words, small_words, words_in
from checker.readings import Reading, SetReading, once

_CANDIDATES = 8
_MOST_SENTENCES = 5  # of a quotation, on either side of the one that is most like it


class _Wording:
    """The words of an article one after the other, to look up others in."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self._words = all_words(reading)
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

    def __init__(self, readings: Iterable[Reading]) -> None:
        readings = list(readings)
        self._wordings = [_wording(reading) for reading in readings]
        self._having: dict[str, list[int]] = defaultdict(list)  # a word to the articles that have it
        for number, wording in enumerate(self._wordings):
            for text in wording.known:
                self._having[text].append(number)
        self._passages: list[tuple[Article, list[Word]]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        for reading in readings:
            for sentence in reading.sentences:
                self._add(reading.article, words_in(reading, sentence))

    def _add(self, article: Article, found: list[Word]) -> None:
        for word in {w.text for w in found}:
            self._with[word].append(len(self._passages))
        self._passages.append((article, found))

    def has(self, quoted: Sequence[Word], but: Article) -> bool:
        """Whether the words stand somewhere, one after the other."""
        return self._verbatim(quoted, but) is not None

    def best(self, quoted: Sequence[Word], but: Article, least: float = ALIKE) -> Match | None:
        """The passage that is most like the quoted words, if any has such a share of them."""
        return self._verbatim(quoted, but) or self._alike(quoted, but, least)

    def _verbatim(self, quoted: Sequence[Word], but: Article) -> Match | None:
        """Every word in order, over as many sentences as it takes."""
        text = " ".join(w.text for w in quoted)
        having = min((self._having.get(w.text, ()) for w in quoted), key=len, default=())
        for wording in (self._wordings[number] for number in having):
            if wording.article is not but and (span := wording.find(text)):
                return Match(wording.article, span, 1.0)
        return None

    def _alike(self, quoted: Sequence[Word], but: Article, least: float) -> Match | None:
        votes: Counter[int] = Counter()
        telling = {w.text for w in quoted} - small_words() - {ANYTHING}
        texts = sorted(telling, key=lambda w: (len(self._with.get(w, ())), w))
        for text in texts[:12]:
            votes.update(self._with.get(text, ()))
        best: Match | None = None
        for number, shared in sorted(votes.most_common(_CANDIDATES), key=lambda item: (-item[1], item[0])):
            article, _ = self._passages[number]
            if article is but or shared * 3 < min(len(texts), 12):
                continue
            for more in range(3):
                around = self._around(number, len(quoted), more)
                match = compare(quoted, article, around, best.ratio if best else least)
                if match and (best is None or match.rank > best.rank):
                    best = match
        return best

    def _around(self, number: int, length: int, more: int) -> list[Word]:
        """A passage and the next of its article, as a quotation may run over a full stop, with `more` on
        either side, or as many as make it as long as the quotation."""
        article, found = self._passages[number]
        for reach in range(more, _MOST_SENTENCES):
            around = self._passages[max(0, number - reach) : number + reach + 2]
            found = [word for passage in around if passage[0] is article for word in passage[1]]
            if len(found) >= length:
                break
        return found


@once
def passages_of(reading: SetReading) -> Passages:
    """The sentences of all sources."""
    return Passages(reading.sources)
