"""The names of a draft: which of them no source has.

A name is a source's where a source has all its words: in another form, as the country behind a people,
as the initials of a body. A person whose last name a source has is known, whatever first name the draft
gives, and so is what a source has by a part of its name; a name that differs from a source's by a slip of
the pen is known by another spelling.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from checker.data import load, word_list
from checker.datelines import is_place
from checker.lexical import sorts, wordnet
from checker.lexical.content_words import ContentWord
from checker.lexical.gazetteer import codes, fold
from checker.matching.contexts import contexts_of
from checker.matching.crowds import named_of
from checker.matching.features import Mention, features
from checker.matching.mentions import Sort, candidates, copied, names_of
from checker.matching.weights import NONE, Stand, weights
from checker.model import ActorKind, DraftItem, Evidence, Kind, Qualifier, Span, Spans, Support
from checker.readings import Reading, SetReading, once
from checker.spellings import house_style, one_surname
from checker.verdicts import evidence

_LONG = 5  # letters of a word that may be a name in a text without capitals
_ADDRESS = re.compile(r"[\w.+-]@\w+\.\w")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def names_in(draft: Reading, reading: SetReading) -> Iterator[DraftItem]:
    """Every name of a draft with how it stands, those of actors first."""
    vocabulary = vocabulary_of(reading)
    figures = [value.span for value in draft.values if value.kind is not Kind.TERM]
    names, taken = names_of(reading)[draft.article.id], Spans(figures)
    for mention in names:
        text = draft.article.words(mention.span)
        if is_name(text) and not taken.meet(mention.span):
            yield _standing(mention, text, reading, vocabulary)
    for span in _other_names(draft, Spans((*figures, *(m.span for m in names))), vocabulary):
        yield DraftItem(evidence(draft, span), Support.ABSENT, what="name")


def _standing(mention: Mention, text: str, reading: SetReading, vocabulary: frozenset[str]) -> DraftItem:
    """How a name stands: backed where a source names the same actor in a sentence that tells the same."""
    shown = evidence(mention.sentence.reading, mention.span)
    unknown = [w for w in name_words(text) if not _known(w, vocabulary)]
    if not codes(fold(_plain(text))).isdisjoint(_lands_of(vocabulary)) or _initials(text) & vocabulary:
        unknown = []  # "the United States" where a source has "American"
    likely, best = _best(mention, text, reading)
    if unknown:
        known = best is not None and _is_person(mention, reading) and name_words(text)[-1] not in unknown
        there = best if known else _instead(mention, text, reading)
        if there is None or not (known or _is_part(there, text)):
            return DraftItem(shown, Support.ABSENT, _where(there), "name")
        return DraftItem(shown, Support.UNDECIDED, _where(there), "name", (Qualifier.MORE_PRECISE,))
    ticked = likely >= weights(Sort.NAME).tick
    return DraftItem(shown, Support.BACKED if ticked else Support.UNDECIDED, _where(best), "name")


def _best(mention: Mention, text: str, reading: SetReading) -> tuple[float, Mention | None]:
    """How likely a source tells the same with the same name, and where.

    Not at all where some source's sentence that tells it more likely has another name of the kind. A source
    that never gives somebody's given name backs the surname only.
    """
    contexts, fitted = contexts_of(reading), weights(Sort.NAME)
    kinds = {actor.id: actor.kind for actor in reading.actors}
    crowds, ours = named_of(reading), names_of(reading)[mention.sentence.reading.article.id]
    there = [m for s in reading.sources for m in crowds[s.article.id].likeliest(mention, ours)]
    alike = [m for m in there if kinds[m.actor] is kinds[mention.actor] and not _is_apart(m)]
    scored = [(fitted.score(features(mention, m, contexts)), m) for m in candidates(mention, alike, reading)]
    told = [(score, m) for score, m in scored if m.actor == mention.actor]
    words = name_words(text) if kinds[mention.actor] is ActorKind.PERSON else ()
    given = vocabularies_of(reading)
    named = [(score, m) for score, m in told if all(_known(w, given[_article(m)]) for w in words)]
    if not named:
        return 0.0, max(told, key=lambda pair: pair[0])[1] if told else None
    if word_for_word := [m for _, m in named if copied(mention, m, reading)]:
        return 1.0, word_for_word[0]
    best, place = max(named, key=lambda pair: pair[0])
    rivals = [score for score, m in scored if m.actor != mention.actor]
    better = sum(score > best for score in rivals)
    likely = fitted.backing(Stand(best, max(rivals, default=NONE), better))
    return (0.0 if better else likely), place


def _is_apart(mention: Mention) -> bool:
    """Whether a name is no part of a story: where it was written, or beside an address of mail."""
    words = mention.sentence.reading.article.words(mention.sentence.span)
    return is_place(words.strip()) or _ADDRESS.search(words) is not None


def _instead(mention: Mention, text: str, reading: SetReading) -> Mention | None:
    """The name of a source most like one that is absent: with a word of it, or in a sentence like its own."""
    words = {fold(word) for word in name_words(text)}
    every = [m for source in reading.sources for m in names_of(reading)[source.article.id]]
    shared = [m for m in every if is_name(_words(m)) and words & {fold(w) for w in name_words(_words(m))}]
    if shared:
        return next((m for m in shared if _is_part(m, text)), shared[0])
    kinds = {actor.id: actor.kind for actor in reading.actors}
    like = contexts_of(reading).like(mention.sentence)[:1]
    alike = [m for m in every if m.sentence in like and kinds[m.actor] is kinds[mention.actor]]
    return next((m for m in alike if m.actor not in mention.sentence.actors), None)


def _is_part(other: Mention, text: str) -> bool:
    """Whether the whole of a source's name stands in a longer one: "Barbara" in "Barbara Windsor"."""
    words = {fold(word) for word in name_words(text)}
    return {fold(word) for word in name_words(_words(other))} < words


def _article(mention: Mention) -> str:
    return mention.sentence.reading.article.id


def _words(mention: Mention) -> str:
    return mention.sentence.reading.article.words(mention.span)


def _where(mention: Mention | None) -> tuple[Evidence, ...]:
    return () if mention is None else (evidence(mention.sentence.reading, mention.span, side=1),)


def _is_person(mention: Mention, reading: SetReading) -> bool:
    actor = reading.index.get(mention.actor)
    return actor is not None and actor.kind is ActorKind.PERSON


def name_words(text: str) -> list[str]:
    """The words of a mention that a source must have: those that begin with a capital, if any do."""
    words = _WORD.findall(_plain(text))
    return words if text.islower() else [word for word in words if word[:1].isupper()]


def is_name(text: str) -> bool:
    """Whether a mention names rather than describes: "Porto", not "he" or "the Portuguese side"."""
    words = _WORD.findall(_plain(text))
    small = [w for w in words if w[:1].islower() and w not in word_list("drafts", "particles")]
    stand_ins = word_list("drafts", "pronouns") | word_list("drafts", "publishers")  # "she", "BBC"
    return bool(name_words(text)) and not small and text.lower() not in stand_ins


def _initials(text: str) -> frozenset[str]:
    """What a name shortens to: "International Monetary Fund" to "imf"."""
    words = name_words(text)
    return frozenset({"".join(w[0] for w in words).lower()}) if len(words) > 2 else frozenset()


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[str]]:
    """A word to the words that name the same land or people, or a part of it: the first list it stands in."""
    found: dict[str, frozenset[str]] = {}
    for group in load("drafts")["kin"]:
        for word in group:
            found.setdefault(word, frozenset(group))
    return found


def _known(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether a source has the word, another form of it, or the country behind it."""
    folded = fold(word)
    forms = {folded, folded.removesuffix("s"), f"{folded}s"} | _kin().get(folded, frozenset())
    if folded in word_list("drafts", "titles") or not forms.isdisjoint(vocabulary):
        return True
    if house_style(folded) in _house_styles(vocabulary) or not _homes(folded).isdisjoint(vocabulary):
        return True
    return not _lands({folded} | forms).isdisjoint(_lands_of(vocabulary))


def _homes(word: str) -> frozenset[str]:
    """The places that a word may be made from: "Bavarian" of Bavaria, "Londoner", "Sicilian" of Sicily."""
    stems = {word.removesuffix(end) for end in word_list("drafts", "of_a_place")} - {word}
    return frozenset(f"{stem}{end}" for stem in stems if len(stem) >= _LONG for end in ("", "a", "e", "y"))


def _lands(words: Collection[str]) -> frozenset[str]:
    """The countries that words name as country, people or capital, and lands that are no states."""
    return sorts.lands_of(words) | (word_list("drafts", "towns") & set(words))


@lru_cache(maxsize=1)
def _towns() -> dict[str, frozenset[str]]:
    """A town to the lands that it lies in: "cardiff" to Wales and, as a part of it, Britain."""
    found: dict[str, set[str]] = {}
    for land, towns in load("drafts")["towns"].items():
        for town in towns:
            found.setdefault(town, set()).update({land}, codes(land))
    return {town: frozenset(lands) for town, lands in found.items()}


@lru_cache(maxsize=128)
def _house_styles(vocabulary: frozenset[str]) -> frozenset[str]:
    return frozenset(house_style(word) for word in vocabulary)


@lru_cache(maxsize=128)
def _lands_of(vocabulary: frozenset[str]) -> frozenset[str]:
    towns = (_towns().get(word, frozenset()) for word in vocabulary)
    return sorts.lands_of(vocabulary).union(*towns)


def _plain(text: str) -> str:
    return re.sub(r"['’]s\b|['’](?=\s)", "", text)


@once
def vocabularies_of(reading: SetReading) -> Mapping[str, frozenset[str]]:
    """Every word of each source, by its id, folded, without possessive endings."""
    texts = ((s.article.id, _plain(s.article.text)) for s in reading.sources)
    return {name: frozenset(fold(w) for w in _WORD.findall(text)) for name, text in texts}


@once
def vocabulary_of(reading: SetReading) -> frozenset[str]:
    """Every word of the sources."""
    return frozenset().union(*vocabularies_of(reading).values())


def spelled_otherwise(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether each word of a name that no source has is one of theirs in another spelling."""
    unknown = [fold(w) for w in name_words(text) if not _known(w, vocabulary)]
    return bool(unknown) and all(any(one_surname(word, other) for other in vocabulary) for word in unknown)


def is_common_knowledge(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether all that no source has of a name is in the lexicon or among the countries: "Wall Street"."""
    unknown = [fold(w) for w in name_words(text) if not _known(w, vocabulary)]
    whole = fold(text)
    return _is_word(whole) or all(_is_word(w) or codes(w) for w in unknown)


def _is_word(text: str) -> bool:
    return wordnet.known(text, "n") or wordnet.known(text.removesuffix("s"), "n")


def _other_names(draft: Reading, taken: Spans, vocabulary: frozenset[str]) -> Iterator[Span]:
    """Runs of proper nouns that are no mention of an actor and have a word that no source has.

    In a text without capitals a word that no lexicon has is taken for a name, too.
    """
    text = draft.article.text
    small = text.islower()
    run: list[ContentWord] = []
    for word in draft.words:
        named = word.name or (small and len(word.text) >= _LONG and not _common(word))
        if not named or taken.meet(word.span):
            continue
        if not small and not text[word.span.start].isupper():
            continue
        if run and text[run[-1].span.end : word.span.start].strip(" "):
            yield from _run(draft, run, vocabulary)
            run = []
        run.append(word)
    yield from _run(draft, run, vocabulary)


def _run(draft: Reading, run: Sequence[ContentWord], vocabulary: frozenset[str]) -> Iterator[Span]:
    if any(not _known(word.text, vocabulary) and not _ordinary(draft, word) for word in run):
        yield Span(run[0].span.start, run[-1].span.end)


def _common(word: ContentWord) -> bool:
    return any(wordnet.known(word.lemma, pos) or wordnet.known(word.text, pos) for pos in "nva")


def _ordinary(draft: Reading, word: ContentWord) -> bool:
    """Whether a word with a capital is most likely a common one: at the head of a sentence or in a title."""
    leads = draft.sentence_at(word.span.start).start == word.span.start
    return (leads and _common(word)) or wordnet.known(word.lemma, "v") or wordnet.known(word.lemma, "a")
