"""Sentences beside the passages that they were made from.

Who keeps most words of a sentence, in their order, says the same thing but for the words that differ: those
can be compared place by place. A passage is a sentence with its neighbours, since sentences are split and
joined. A draft's passages are found by their rarest words, so the cost grows with the draft, not with draft
times sources.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from checker.data import word_list
from checker.model import Role, Span
from checker.readings import Change, Parallel, Reading, Word

if TYPE_CHECKING:
    from checker.language import Doc

_ALIKE = 0.6  # share of a draft sentence's words that a passage must have, in order
_CLAUSE = 5  # words in common of a clause that is looked for by itself
_CLAUSES = 5  # clauses that are taken together, at most
_NEAR = 0.8  # share of the words of either side from which one is a copy of the other
MOST = 0.7  # share from which a sentence needs no neighbours
_LEAST = 4  # words in common
_RARE = 10  # words of a sentence that are looked up, the rarest first
_COMMON = 100  # passages looked at for one word, at most
_CANDIDATES = 4
_LONGEST = 120  # words of a sentence; what is longer is a list or a table
_FEW = 6  # words exchanged for one another
_MARK = re.compile(r"[,;:–—]| - ")
_LITTLE = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART"})


def find_tokens(doc: Doc) -> list[Word]:
    """The words of a parsed article; signs of currency and per cent are words."""
    return [
        Word(
            token.lower_.replace("’", "'"),
            token.pos_,
            token.lemma_.lower(),
            Span(token.idx, token.idx + len(token)),
            token.text[0].isupper(),
        )
        for token in doc
        if token.pos_ != "SPACE" and (token.pos_ != "PUNCT" or token.is_alpha or token.is_currency)
    ]


def find_parallels(readings: Sequence[Reading]) -> list[Parallel]:
    """The passages like each sentence of each draft, the most alike first."""
    drafts = [r for r in readings if r.article.role is Role.DRAFT]
    if not drafts:
        return []
    passages = Passages([r for r in readings if r.article.role is not Role.DRAFT])
    return [
        p
        for draft in drafts
        for words in _sentences(draft)
        for p in _whole_or_clauses(passages, draft, words)
    ]


def _whole_or_clauses(passages: Passages, draft: Reading, words: Sequence[Word]) -> Iterator[Parallel]:
    """What a sentence was made from; where nothing is like all of it, what its clauses were made from."""
    whole = passages.like(draft, words)
    yield from whole
    if whole or not _LEAST <= len(words) <= _LONGEST:
        return
    starts = [0, *clause_starts(draft.article.text, words), len(words)]
    runs = [(b, e) for i, b in enumerate(starts) for e in starts[i + 1 : i + 1 + _CLAUSES]]
    held: list[tuple[int, int, list[Parallel]]] = []
    for begin, end in runs:
        clause = words[begin + (words[begin].text in word_list("drafts", "joining")) : end]
        found = [p for p in passages.like(draft, clause, _CLAUSE) if _is_close(p)]
        if found:
            held.append((begin, end, found))
    held.sort(key=lambda run: (len(run[2][0].a) - 2 * len(run[2][0].partner), run[0]))
    taken: list[tuple[int, int]] = []
    for begin, end, found in held:
        if not any(begin < e and b < end for b, e in taken):
            taken.append((begin, end))
            yield from found


def _is_close(parallel: Parallel) -> bool:
    """Whether what a clause shares with its passage stands together there, too."""
    return _stretch(parallel) <= 2 * len(parallel.a)


def _sentences(reading: Reading) -> Iterator[Sequence[Word]]:
    starts = [word.span.start for word in reading.tokens]
    for sentence in reading.sentences:
        yield reading.tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def clause_starts(text: str, words: Sequence[Word]) -> list[int]:
    """Where a sentence may be taken apart: behind a comma or a dash and at a word that joins clauses."""
    joining = word_list("drafts", "joining")
    return [
        i
        for i in range(1, len(words))
        if words[i].text in joining or _MARK.search(text, words[i - 1].span.end, words[i].span.start)
    ]


class Passages:
    """The sentences of the sources, by the words they have."""

    def __init__(self, sources: Sequence[Reading]) -> None:
        self._all: list[tuple[Reading, Sequence[Word]]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        for source in sources:
            for words in _sentences(source):
                for text in {w.lemma for w in words if w.pos not in _LITTLE}:
                    self._with[text].append(len(self._all))
                self._all.append((source, words))

    def like(self, draft: Reading, words: Sequence[Word], least: int = _LEAST) -> list[Parallel]:
        if not least <= len(words) <= _LONGEST:
            return []
        lemmas = {w.lemma for w in words if w.pos not in _LITTLE} & self._with.keys()
        rare = sorted(lemmas, key=lambda lemma: (len(self._with[lemma]), lemma))[:_RARE]
        votes: Counter[int] = Counter()
        for lemma in rare:
            votes.update(self._with[lemma][:_COMMON])
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        found = [self._held(draft, words, number) for number, _ in ranked[:_CANDIDATES]]
        alike = [p for p in found if len(p.partner) >= max(least, _ALIKE * len(words))]
        return sorted(alike, key=distance)

    def words(self, number: int) -> Sequence[Word]:
        return self._all[number][1]

    def beside(self, draft: Reading, words: Sequence[Word], number: int) -> Parallel | None:
        """Some words beside the sentence of that number, if they have anything in common."""
        if not (0 <= number < len(self._all) and _LEAST <= len(words) <= _LONGEST):
            return None
        held = self._held(draft, words, number)
        return held if held.partner else None

    def _held(self, draft: Reading, words: Sequence[Word], number: int) -> Parallel:
        """The sentence itself where it has most of the words, else with its neighbours."""
        source, own = self._all[number]
        alone = _parallel(draft, source, words, own)
        if len(alone.partner) >= MOST * len(words):
            return alone
        before, after = (self._neighbour(source, number + step) for step in (-1, 1))
        return _parallel(draft, source, words, [*before, *own, *after])

    def _neighbour(self, source: Reading, number: int) -> Sequence[Word]:
        if 0 <= number < len(self._all) and self._all[number][0] is source:
            return self._all[number][1]
        return ()


def _parallel(draft: Reading, source: Reading, words: Sequence[Word], passage: Sequence[Word]) -> Parallel:
    matcher = SequenceMatcher(None, [_key(w) for w in words], [_key(w) for w in passage], autojunk=False)
    partner = {b.a + i: b.b + i for b in matcher.get_matching_blocks() for i in range(b.size)}
    changes = [
        _beside(Change(range(a1, a2), range(b1, b2)), len(words))
        for tag, a1, a2, b1, b2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    sentence = Span(words[0].span.start, words[-1].span.end)
    return Parallel(
        draft,
        source,
        sentence,
        words,
        passage,
        partner,
        [c for c in changes if _is_change(words, passage, c)],
    )


def _is_change(a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether more differs than where a word is written apart: "555 111", "three-part"."""
    ours, theirs = (
        "".join(words[i].text for i in among) for words, among in zip((a, b), change, strict=True)
    )
    return ours != theirs


def _key(word: Word) -> str:
    """What must be the same of a word: of a verb not its form ("took", "had taken")."""
    return word.lemma if word.pos == "VERB" else word.text


def distance(parallel: Parallel) -> int:
    """Words of either side, from the first in common to the last, that the other lacks."""
    return len(parallel.a) + _stretch(parallel) - 2 * len(parallel.partner)


def _stretch(parallel: Parallel) -> int:
    """Words of the passage from the first in common to the last."""
    return max(parallel.partner.values()) + 1 - min(parallel.partner.values())


def _beside(change: Change, words: int) -> Change:
    """At either end of the sentence only as many words of the passage count as the draft has there."""
    a, b = change
    room = len(a) + 2 if a else 0  # words that only the passage has there are left out of the draft
    if a.start == 0 and len(b) > room:
        b = range(b.stop - room, b.stop)
    elif a.stop == words and len(b) > room:
        b = range(b.start, b.start + room)
    return Change(a, b)


def is_small(change: Change) -> bool:
    """Whether a few words stand for a few others, so that the one can be said to stand for the other."""
    return len(change.a) <= _FEW and len(change.b) <= _FEW and abs(len(change.a) - len(change.b)) <= _FEW // 2


def is_near(parallel: Parallel) -> bool:
    """Whether a passage is the other but for a few words: nobody tells it anew so."""
    return len(parallel.partner) >= _NEAR * max(len(parallel.a), _stretch(parallel))


def best(parallels: Sequence[Parallel]) -> Iterator[tuple[Parallel, list[Parallel]]]:
    """Each draft sentence's most alike passage, with the others like it."""
    by_sentence: dict[tuple[str, Span], list[Parallel]] = {}
    for parallel in parallels:
        by_sentence.setdefault((parallel.draft.article.id, parallel.sentence), []).append(parallel)
    for first, *others in by_sentence.values():
        yield first, others
