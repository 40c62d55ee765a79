"""A sentence of a draft that tells of things no source speaks of.

Every noun, verb and adjective of the draft is looked for in all sources: the word itself, another form
of it, a synonym, a broader or narrower word. New words are the writer's choice: a sentence that has many is
a note. That somebody died or was hurt, of which no source has a word, is news. What stands inside a figure, a
name or a quotation is left to `support`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.data import load
from checker.drafts.items import assess
from checker.drafts.names import vocabulary_of
from checker.lexical import concepts, wordnet
from checker.lexical.content_words import ContentWord
from checker.lexical.gazetteer import fold
from checker.matching.terms import Terms, forms, terms_of
from checker.model import Span, Spans, Verdict
from checker.propositions import Kind, Proposition, Role, Status
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight, evidence

_SHOWN = 8
_LONGEST = 50  # letters of a word: what is longer is noise, and has no other forms
_STEM = 5  # letters that two forms of one word share at least
_ENDING = 3  # letters of a longer word that may differ
_BEINGS = ("person", "people", "animal")
_FAR = 12  # steps up the lexicon, where all lies that is a being


def find(reading: SetReading) -> Iterator[Problem]:
    if not reading.sources or not reading.drafts:
        return
    known, data = _Known(reading), load("novelty")
    for draft in reading.drafts:
        taken = Spans(i.evidence.span for i in assess(reading) if i.evidence.article is draft.article)
        befalling = [p for p in draft.propositions if p.keys & known.unheard and _befell(p)]
        for sentence in draft.sentences:
            words = {w.lemma: w for w in _within(draft.words, sentence) if not taken.meet(w.span)}
            new = [w for w in words.values() if not w.name and known.lacks(w)]
            befell = [w for w in new if any(_tells(w, p) for p in befalling)]
            if befell:
                yield _problem(draft, sentence, befell, Weight.LIKELY)
            elif sum(data["weights"][w.pos] for w in new) >= data["enough"]:
                yield _problem(draft, sentence, new[:_SHOWN], Weight.MINOR)


class _Known:
    """What all sources speak of, in any form or meaning."""

    def __init__(self, reading: SetReading) -> None:
        sources = reading.sources
        self._words = vocabulary_of(reading)
        self._stems = {w[:end] for w in self._words for end in range(_STEM, min(len(w), _LONGEST) + 1)}
        self._terms = Terms.of(
            [t for s in sources for part in terms_of(s.words, s.sentences) for t in part.terms]
        )
        states = {c for s in sources for w in s.words for c in concepts.of_word(w.lemma, w.pos)}
        states |= {key for s in sources for p in s.propositions for key in p.keys}
        words = self._words | {w.lemma for s in sources for w in s.words}
        self.unheard = frozenset(  # the concepts of what may befall somebody that follow from nothing told
            concept
            for concept, entry in load("novelty")["befell"].items()
            if states.isdisjoint({concept, *entry.get("from", ())}) and words.isdisjoint(entry["told_by"])
        )

    def lacks(self, word: ContentWord) -> bool:
        folded = fold(word.text)
        stem = folded[: max(_STEM, len(folded) - _ENDING)]
        if word.pos == "a" and not wordnet.known(word.lemma, "a"):
            return False  # "badly", "entirely": how it was, nothing new
        if folded in self._words or (len(folded) >= _STEM and stem in self._stems):
            return False
        return not self._terms.level(forms(word.lemma, word.pos))


def _within(words: Sequence[ContentWord], sentence: Span) -> Sequence[ContentWord]:
    first, last = (bisect_left(words, at, key=lambda w: w.span.start) for at in sentence)
    return words[first:last]


def _befell(told: Proposition) -> bool:
    """Whether it is told as a fact and of people, as far as one can see: a line may be dead, too."""
    heads = (f.head for f in told.fillers if f.role in (Role.PATIENT, Role.AGENT) and f.pos == "NOUN")
    fact = told.kind is not Kind.NOMINAL and told.status is Status.FACT and not told.negated
    return fact and all(any(wordnet.is_a(head, one, steps=_FAR) for one in _BEINGS) for head in heads)


def _tells(word: ContentWord, told: Proposition) -> bool:
    """Whether a word is the predicate, or that part of it which says what befell: "found them guilty"."""
    part = told.sentence.overlaps(word.span) and told.keys & concepts.of_word(word.lemma, word.pos)
    return bool(part) or word.span.overlaps(told.span)


def _problem(draft: Reading, sentence: Span, words: Sequence[ContentWord], weight: Weight) -> Problem:
    texts = tuple(draft.article.words(word.span) for word in words)
    return Problem(
        Verdict.UNSUPPORTED,
        "no source speaks of " + ", ".join(f"“{text}”" for text in texts),
        tuple(evidence(draft, word.span, sentence=sentence) for word in words),
        about=draft.article.id,
        told=texts,
        reasons=("looked for in every source, with synonyms and broader and narrower words",),
        weight=weight,
    )
