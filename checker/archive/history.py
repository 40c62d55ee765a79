"""Who gave which figure of something when, as the articles of a store have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.archive.rows import value_of
from checker.archive.store import Store
from checker.lexical import concepts
from checker.lexical.gazetteer import fold
from checker.model import Article, ArticleSet, Evidence, Fact, Kind, Span, Value
from checker.reports.report import Report

_FIGURES = """
SELECT f.article, f.kind, f.thing, f.keys, f.speaker, f.value,
    f.start_at, f.end_at, f.sentence_start, f.sentence_end
FROM figures f JOIN articles a ON f.article = a.id
WHERE f.article IN (
    SELECT article FROM (SELECT article, unnest(names) AS name FROM entities)
    WHERE contains(lower(strip_accents(name)), ?)
)
ORDER BY a.published NULLS FIRST, a.place, f.start_at
"""


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as an article gave it; `thing` is what it is a figure of."""

    thing: str
    evidence: Evidence

    @property
    def article(self) -> Article:
        return self.evidence.article

    @property
    def value(self) -> Value:
        assert self.evidence.read is not None, "every figure of a store has its value"
        return self.evidence.read

    @property
    def sentence(self) -> str:
        return " ".join(self.article.words(self.evidence.sentence).split())


def history(store: Store, entity: str, thing: str | None = None) -> list[Given]:
    """The figures of the articles that name an entity, the oldest first; with `thing`, those of that thing.

    Words are compared by the concepts of the vocabulary: "toll" finds those who died.
    """
    wanted = _keys(thing) if thing else None
    known: dict[int, Article] = {}
    found = []
    for number, kind, name, keys, speaker, value, *places in store.ask(_FIGURES, [fold(entity)]):
        if wanted is not None and wanted.isdisjoint((*keys, *_words(name))):
            continue
        article = known.get(number) or known.setdefault(number, store.article(number))
        span, sentence = Span(*places[:2]), Span(*places[2:])
        read = value_of(value, kind, span)
        found.append(
            Given(name, Evidence(article, span, sentence, speaker, ", ".join(read.stated), read=read))
        )
    return found


def _keys(thing: str) -> frozenset[str]:
    """What figures of a thing may be found by: its words, their concepts, the states that they tell."""
    words = _words(thing)
    told = (concepts.of_word(word, pos) for word in words for pos in ("n", "v", "a"))
    return frozenset(words).union(*told)


def _words(text: str) -> list[str]:
    return [word.strip(".,") for word in fold(text).split()]


def as_report(given: Sequence[Given], title: str) -> Report:
    """The figures as a report without findings: a row a thing, and how each moved over time."""
    articles = {g.article.id: g.article for g in given}
    held = ArticleSet("history", tuple(articles.values()), title=title)
    return Report(held, (), tuple(_facts(given)), {"articles": len(articles)}, 0)


def _facts(given: Sequence[Given]) -> Iterator[Fact]:
    def sort(one: Given) -> tuple[str, str, str]:
        return one.value.kind, one.value.dimension, one.thing

    for (kind, _, thing), some in groupby(sorted(given, key=sort), key=sort):
        told = list(some)
        cells: dict[str, list[Evidence]] = {}
        for one in told:
            cells.setdefault(one.article.id, []).append(one.evidence)
        dated = {one.article.published for one in told if one.article.published}
        row = tuple((name, tuple(cell)) for name, cell in cells.items())
        yield Fact(thing or kind, Kind(kind), row, moved=len(dated) > 1)
