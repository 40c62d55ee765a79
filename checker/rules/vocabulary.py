"""Vocabularies: words for a rung of a ladder, a part of a whole, or one of several exclusive terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from checker.model import Article, Kind, Relation, Span, Value
from checker.rules.parts import Part, PhraseList, Words
from checker.rules.phrases import Match, Phrases, expand, words_of

if TYPE_CHECKING:
    from checker.language import Doc

PREFIX = "term:"
_LONGEST_VETO = 12  # words an exception may have before the term it is an exception to


class Term(Part):
    """A term and the words that say it."""

    words: PhraseList = Field(
        description="phrases that say it: any form of a base form, a/b either, (a) may be left out"
    )
    part_of: Words = Field((), description="lattice: the terms it is a part of")
    beside: str | None = Field(None, description="ladder: a term on the same rung, which excludes this one")
    not_before: PhraseList = Field((), description="not the term where one of these words follows")
    not_after: PhraseList = Field((), description="not the term where one of these words comes first")
    except_: PhraseList = Field(
        (), alias="except", description="phrases that have its words and do not mean it"
    )
    title: str | None = Field(None, description="the term as reports name it; left out, its id")

    @field_validator("words")
    @classmethod
    def _some(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        if not given:
            raise ValueError("no word says this term\nwrite at least one")
        return given


def _short(given: Any) -> Any:
    """`charged: [charge, indict]` is short for `charged: {words: [charge, indict]}`."""
    if isinstance(given, dict):
        return {
            key: {"words": term} if isinstance(term, (str, list)) else term for key, term in given.items()
        }
    return given


class Vocabulary(BaseModel):
    """A ladder (each term says more than the one before), a lattice (parts of wholes) or exclusive terms."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: str = Field(description="what rules call it")
    kind: Literal["ladder", "lattice", "exclusive"] = Field(
        description="ladder: each says more than the one before; lattice: part_of; exclusive: only one holds"
    )
    about: str | None = Field(None, description="what it is for")
    source: str | None = Field(None, description="the standard or glossary that the terms come from")
    terms: Annotated[dict[str, Term], BeforeValidator(_short)] = Field(
        description="each term with its words, lowest first"
    )

    @cached_property
    def wholes(self) -> Mapping[str, frozenset[str]]:
        """Every term with itself and all that it is a part of."""
        found: dict[str, frozenset[str]] = {}

        def above(term: str) -> frozenset[str]:
            if term not in found:
                found[term] = frozenset({term}).union(*(above(whole) for whole in self.terms[term].part_of))
            return found[term]

        return {term: above(term) for term in self.terms}

    @cached_property
    def rungs(self) -> Mapping[str, int]:
        """The rung of every term of a ladder, 0 the lowest."""
        rungs: dict[str, int] = {}
        for term, entry in self.terms.items():
            rungs[term] = rungs[entry.beside] if entry.beside else max(rungs.values(), default=-1) + 1
        return rungs

    def relation(self, a: str, b: str) -> Relation:
        """How what two terms say relates. On a ladder the higher rung says more, so it is the narrower."""
        if a == b:
            return Relation.EQUAL
        if self.kind == "exclusive":
            return Relation.DISJOINT
        if self.kind == "ladder":
            rung_a, rung_b = self.rungs[a], self.rungs[b]
            if rung_a == rung_b:
                return Relation.DISJOINT
            return Relation.NARROWER if rung_a > rung_b else Relation.BROADER
        if b in self.wholes[a]:
            return Relation.NARROWER
        if a in self.wholes[b]:
            return Relation.BROADER
        shared = any(a in wholes and b in wholes for wholes in self.wholes.values())
        return Relation.OVERLAPS if shared else Relation.DISJOINT

    def shown(self, term: str) -> str:
        return self.terms[term].title or term.replace("-", " ")


@dataclass(frozen=True)
class _Entry:
    """What a phrase is filed under: a term, or an exception to it."""

    vocabulary: str
    term: str
    counts: bool = True


class Vocabularies:
    """Several vocabularies, compiled into one index that reads a text once."""

    def __init__(self, vocabularies: Iterable[Vocabulary] = ()) -> None:
        self.by_id = {vocabulary.id: vocabulary for vocabulary in vocabularies}

    def __iter__(self) -> Any:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def of(self, value: Value) -> Vocabulary:
        """The vocabulary of a term value."""
        return self.by_id[value.dimension.removeprefix(PREFIX)]

    def relation(self, a: Value, b: Value) -> Relation:
        """How two terms of one vocabulary relate."""
        return self.of(a).relation(a.stated[0], b.stated[0])

    @cached_property
    def index(self) -> Phrases[_Entry]:
        index: Phrases[_Entry] = Phrases()
        for vocabulary in self.by_id.values():
            for term, entry in vocabulary.terms.items():
                says = [form for phrase in entry.words for form in expand(phrase)]
                index.add(says, _Entry(vocabulary.id, term))
                index.add(_exceptions(entry, says), _Entry(vocabulary.id, term, counts=False))
        return index


def _exceptions(entry: Term, says: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    after = [form for phrase in entry.not_before for form in expand(phrase)]
    before = [form for phrase in entry.not_after for form in expand(phrase)]
    return [
        *(form for phrase in entry.except_ for form in expand(phrase)),
        *(form + follower for form in says for follower in after),
        *(leader + form for form in says for leader in before),
    ]


def find_terms(doc: Doc, article: Article, vocabularies: Vocabularies) -> list[Value]:
    """The terms of all vocabularies in a parsed article, in the order of the text.

    Of terms of one vocabulary that overlap the longest counts; terms of different ones do not compete.
    """
    if not vocabularies.by_id:
        return []
    words = words_of(doc)
    matches = vocabularies.index.find(words)
    values = []
    for match in _longest(matches):
        span = Span(words[match.first].start, words[match.stop - 1].end)
        values.append(
            Value(
                Kind.TERM,
                span,
                article.words(span),
                stated=(match.payload.term,),
                dimension=PREFIX + match.payload.vocabulary,
            )
        )
    return sorted(values, key=lambda value: (value.span, value.dimension))


def _longest(matches: list[Match[_Entry]]) -> Iterable[Match[_Entry]]:
    vetoes: dict[tuple[str, str, int], int] = {}
    for match in matches:
        if not match.payload.counts:
            key = (match.payload.vocabulary, match.payload.term, match.first)
            vetoes[key] = max(vetoes.get(key, 0), match.stop)
    taken: dict[str, set[int]] = {}
    for match in sorted(matches, key=lambda m: (m.first - m.stop, m.first)):
        entry = match.payload
        before = range(max(0, match.first - _LONGEST_VETO), match.first + 1)
        vetoed = any(vetoes.get((entry.vocabulary, entry.term, i), 0) >= match.stop for i in before)
        if not entry.counts or vetoed:
            continue
        words = taken.setdefault(entry.vocabulary, set())
        if words.isdisjoint(range(match.first, match.stop)):
            words.update(range(match.first, match.stop))
            yield match
