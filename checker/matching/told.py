"""What accounts tell without a number, and what may be held against what: names, peoples, words of a sort,
those who fill a role, deeds, days and hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.data import word_list
from checker.keeping import kept
from checker.lexical import sorts, wordnet
from checker.lexical.gazetteer import fold
from checker.matching.contexts import Contexts, Sentence, contexts_of
from checker.matching.mentions import nearest_name
from checker.matching.terms import telling_words
from checker.model import ActorKind, Role, Span, Value
from checker.model import Kind as ValueKind
from checker.propositions import Filler, Kind, Proposition, Status
from checker.propositions import Role as In
from checker.propositions.proposition import PLACES
from checker.readings import Reading, SetReading, Word, once

_DESCRIBING = frozenset({Kind.COPULA, Kind.DESCRIPTION})
_REACH = 3  # words behind a word up to the noun that it narrows
Place = tuple[Span, Filler, Proposition]


class Sort(StrEnum):
    """What is told; only mentions of one sort are held against each other."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    PEOPLE = "people"  # of which country something is: "Danish", "of Denmark"
    WORD = "word"  # a noun, or an adjective of a sort whose members exclude each other
    DESCRIPTION = "description"  # what somebody is: "finance minister", "elder brother"
    PART = "part"  # who or what takes part, told by a noun
    DEED = "deed"
    TIME = "time"


_NAMED = {
    **dict.fromkeys(("GPE", "LOC", "FAC"), Sort.PLACE),
    **dict.fromkeys(("ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "NORP"), Sort.ORGANISATION),
    "PERSON": Sort.PERSON,
}
NAMES = frozenset({Sort.PERSON, Sort.PLACE, Sort.ORGANISATION})


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One mention, with what is known of the place where it stands."""

    reading: Reading
    account: str
    sentence: Sentence
    span: Span
    sort: Sort
    key: str  # the actor, the folded name, the lemma or the words
    value: Value | None = None
    proposition: Proposition | None = None
    filler: Filler | None = None
    narrows: str = ""  # the noun behind it
    nearest: str = ""  # the actor named nearest
    about: frozenset[str] = frozenset()  # the actors whom it describes
    tells: bool = False  # somebody who only says it: two accounts may quote two people on one thing

    @property
    def text(self) -> str:
        return self.reading.article.words(self.span)

    @property
    def drafted(self) -> bool:
        return self.reading.article.role is Role.DRAFT


@once
def told_of(reading: SetReading) -> Sequence[Told]:
    """Everything told without a number, in the order of the texts.

    Held against each other are articles; of one article alone, those who speak in it.
    """
    contexts, alone = contexts_of(reading), len(reading.articles) == 1
    return [told for item in reading.articles for told in _Finder(item, reading, contexts, alone).every()]


class _Finder:
    def __init__(self, item: Reading, reading: SetReading, contexts: Contexts, alone: bool) -> None:
        self._item, self._contexts, self._alone = item, contexts, alone
        named = [(m, actor) for actor in reading.actors for m in actor.mentions]
        self._actors = sorted(
            ((m.span, actor.id, actor.kind) for m, actor in named if m.article == item.article.id),
            key=lambda found: found[0],
        )
        self._named = [(span, actor) for span, actor, _ in self._actors]
        self._places: dict[Span, list[Place]] = defaultdict(list)
        self._described: dict[Span, list[tuple[Span, frozenset[str]]]] = defaultdict(list)
        for told in item.propositions:
            self._places[told.sentence] += [(f.span, f, told) for f in told.fillers]
            if told.kind in _DESCRIBING and told.status is Status.FACT and not told.negated:
                held = self._described[told.sentence]
                held += [(f.span, told.doers) for f in told.of(In.ATTRIBUTE)]

    def every(self) -> Iterator[Told]:
        seen: set[tuple[Span, Sort]] = set()
        for span, sort, key, value in (*self._names(), *self._words(), *self._times()):
            if (span, sort) not in seen:
                seen.add((span, sort))
                filler, told = self._taking_part(span)
                tells = _only_tells(told, filler)
                if not tells or sort is Sort.PERSON:
                    yield self._told(span, sort, key, value, told, filler, tells)
        for told in self._item.propositions:
            if told.kind is not Kind.DESCRIPTION:
                yield self._told(told.span, Sort.DEED, told.lemma, None, told)
            for filler in told.of(In.ATTRIBUTE) if told.kind in _DESCRIBING and told.doers else ():
                if filler.pos in ("NOUN", "PROPN") and filler.entity is None:
                    key = " ".join((*filler.words, filler.head))
                    yield self._told(filler.span, Sort.DESCRIPTION, key, None, told, filler)
            for filler in told.fillers:
                taking_part = filler.role is not In.TIME and not _only_tells(told, filler)
                if filler.pos == "NOUN" and taking_part and _says_much(filler.head):
                    yield self._told(filler.span, Sort.PART, filler.head, None, told, filler)

    def _told(
        self,
        span: Span,
        sort: Sort,
        key: str,
        value: Value | None,
        told: Proposition | None,
        filler: Filler | None = None,
        tells: bool = False,
    ) -> Told:
        sentence = self._contexts.at(self._item, span.start)
        article = self._item.article.id
        described = (who for at, who in self._described[sentence.span] if at.overlaps(span))
        return Told(
            self._item,
            str(self._item.account_at(span)) if self._alone else article,
            sentence,
            span,
            sort,
            key,
            value,
            told,
            filler,
            self._narrowed(span) if sort in (Sort.WORD, Sort.PEOPLE) else "",
            nearest_name(span, sentence.span, self._named),
            frozenset().union(*described),
            tells,
        )

    def _names(self) -> Iterator[tuple[Span, Sort, str, Value | None]]:
        proper = {w.span.start for w in self._item.tokens if w.pos == "PROPN"}
        for span, actor, kind in self._actors:
            if kind is not ActorKind.OFFICE and any(at in proper for at in range(span.start, span.end)):
                yield span, Sort(kind.value), actor, None
        for span, filler, _ in (place for places in self._places.values() for place in places):
            if filler.pos == "PROPN":
                sort = Sort.PLACE if filler.role in PLACES else _NAMED.get(filler.label)
                key = filler.entity or f"~{fold(self._item.article.words(span))}"
                if sort and (filler.entity is None or sort is Sort.PLACE):
                    yield span, sort, key, None

    def _words(self) -> Iterator[tuple[Span, Sort, str, Value | None]]:
        end = 0
        for at, word in enumerate(self._item.tokens):
            land = self._land(at) if word.span.start >= end else ""
            end = max(end, word.span.start + len(land))
            if land:
                yield Span(word.span.start, end), Sort.PEOPLE, land, None
            elif word.span.start >= end and _is_of_a_sort(word):
                yield word.span, Sort.WORD, word.lemma, None

    def _land(self, at: int) -> str:
        """The country or people that the words at a place name, two of them or one: "South African"."""
        words = [word for word in self._item.tokens[at : at + 2] if word.capital]
        if not self._item.tokens[at].capital:
            return ""
        spans = (Span(words[0].span.start, words[many - 1].span.end) for many in range(len(words), 0, -1))
        told = (self._item.article.words(span) for span in spans)
        return next((words for words in told if sorts.lands_of((words,))), "")

    def _times(self) -> Iterator[tuple[Span, Sort, str, Value | None]]:
        for value in (claim.value for claim in self._item.claims):  # no datelines, no times of publication
            if value.kind in (ValueKind.DATE, ValueKind.TIME):
                yield value.span, Sort.TIME, value.text.lower(), value

    def _taking_part(self, span: Span) -> tuple[Filler | None, Proposition | None]:
        """The role that a mention fills, or narrows what fills it; that of a verb before others."""
        inside = self._places[self._item.sentence_at(span.start)]
        held = [(f, p) for at, f, p in inside if at.overlaps(span) and at.end >= span.end]
        best = max(held, key=lambda x: (x[1].kind is Kind.VERB, x[0].role is not In.ATTRIBUTE), default=None)
        return best or (None, None)

    def _narrowed(self, span: Span) -> str:
        tokens = self._item.tokens
        at = _index(self._item).get(span.start, len(tokens))
        for word in tokens[at + 1 : at + 1 + _REACH]:
            if word.pos == "NOUN":
                return word.lemma
            if word.pos not in ("ADJ", "PROPN"):
                break
        return ""


def _only_tells(told: Proposition | None, filler: Filler | None) -> bool:
    """Whether somebody only says it."""
    return (
        told is not None and filler is not None and filler.role is In.AGENT and told.lemma in telling_words()
    )


@once
def _index(item: Reading) -> Mapping[int, int]:
    return {word.span.start: number for number, word in enumerate(item.tokens)}


@kept(20_000)
def _says_much(noun: str) -> bool:
    return noun not in word_list("propositions", "idle")


def _is_of_a_sort(word: Word) -> bool:
    if sorts.listed_sorts(word.lemma):
        return True
    if not _says_much(word.lemma):
        return False
    return word.pos == "NOUN" or (
        word.pos in ("ADJ", "ADV") and bool(wordnet.entry(word.lemma, "a").opposites)
    )
