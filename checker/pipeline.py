"""The whole program: read this first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker import facts, progress
from checker.actors import ActorIndex, find_actors
from checker.checks import run_checks
from checker.claims.claim import find_claims
from checker.collecting import collect_seldom
from checker.contractions import with_whole_contractions
from checker.copies.sentences import find_parallels, find_tokens
from checker.copies.shared import find_copies, shared_copies
from checker.cues import Cues, read_cues
from checker.drafts.items import draft_items, without_worked_out
from checker.house import names as house_names
from checker.house.actors import with_house_actors
from checker.judging import archived
from checker.judging.echoes import without_echoes
from checker.judging.judge import judge
from checker.keeping import forget_much
from checker.language import parse
from checker.lexical.content_words import ContentWord, find_words
from checker.matching.pairings import pairings_of
from checker.memory import Memory
from checker.model import Article, ArticleSet, Finding, Span, Value
from checker.notes import notes
from checker.propositions import find_propositions
from checker.readings import Reading, SetReading, Word, accounts
from checker.reports.report import Report
from checker.rules.rulesets import ActiveRules, load_ruleset
from checker.rules.vocabulary import find_terms
from checker.statements import find_statements
from checker.tables import with_left_out, without_tables
from checker.values import find_values
from checker.verdicts import report

if TYPE_CHECKING:
    from checker.language import Doc


def as_read(article: Article) -> Article:
    """The article as it is parsed: characters in their places, without tables, contractions whole."""
    return without_tables(with_whole_contractions(article))


def read_set(
    articles: ArticleSet,
    active: ActiveRules | None = None,
    model: str | None = None,
    memory: Memory | None = None,
) -> SetReading:
    """Everything that a set says: statements, actors, values and claims.

    `active` brings the vocabularies (the shipped ones by default), `model` names a spaCy pipeline; `memory`
    has what was read of the same articles before.
    """
    collect_seldom()
    forget_much()
    active = active or load_ruleset().active(articles)
    memory = memory or Memory()
    articles = replace(articles, articles=tuple(map(as_read, articles.articles)))
    memory.begin(articles.articles, model, active.vocabularies)
    docs = memory.docs(articles.articles, lambda texts: parse(texts, model))
    actors = with_house_actors(find_actors(articles.articles, docs), articles.articles, active.actors)
    index = ActorIndex(actors)
    each_read = progress.each("understanding", list(zip(articles.articles, docs, strict=True)))
    read = [_read(a, doc, index, active, memory) for a, doc in each_read]
    progress.tell("comparing")
    return SetReading(articles, read, actors, index, [*find_parallels(read), *find_copies(read)])


class _Alone(NamedTuple):
    """What is read of an article alone, whatever set it is in."""

    cues: Cues
    values: list[Value]
    words: Sequence[ContentWord]
    tokens: Sequence[Word]


def _read(article: Article, doc: Doc, index: ActorIndex, active: ActiveRules, memory: Memory) -> Reading:
    alone = memory.alone(article, lambda: _read_alone(article, doc, active))
    return memory.reading(article, index, lambda: _read_among(article, doc, index, alone))


def _read_alone(article: Article, doc: Doc, active: ActiveRules) -> _Alone:
    values = find_values(doc, article) + find_terms(doc, article, active.vocabularies)
    return _Alone(read_cues(doc), values, find_words(doc), find_tokens(doc))


def _read_among(article: Article, doc: Doc, index: ActorIndex, alone: _Alone) -> Reading:
    statements = find_statements(doc, article, index)
    return Reading(
        article=article,
        sentences=[Span(s.start_char, s.end_char) for s in doc.sents],
        statements=statements,
        values=alone.values,
        claims=find_claims(doc, article, statements, alone.values, alone.cues, index),
        index=index,
        words=alone.words,
        propositions=find_propositions(doc, article, alone.cues, index),
        tokens=alone.tokens,
    )


def check_set(
    articles: ArticleSet,
    active: ActiveRules | None = None,
    model: str | None = None,
    memory: Memory | None = None,
) -> Report:
    """Read a set, apply the rules to it (the shipped ones by default) and report."""
    active = active or load_ruleset().active(articles)
    reading = read_set(articles, active, model, memory)
    claims = [claim for item in reading.articles for claim in item.claims]
    found = judge(active, claims, pairings_of(reading))
    found += run_checks(active.rules, reading)
    misnamed = (p for draft in reading.drafts for p in house_names.find(draft, active.names))
    found += report(misnamed, house_names.RULE)
    found = without_worked_out(found, reading)
    found = _ordered(archived.weighed(without_echoes(found)), articles)
    items = draft_items(reading, found)
    return Report(
        articles=with_left_out(articles, reading.set),
        findings=tuple(found),
        facts=facts.matrix(reading, found),
        read=dict(reading.counts()),
        compared=sum(pair.refused is None for pair in pairings_of(reading)),
        one_voice=len(reading.articles) == 1 and len(accounts(reading.articles[0])) <= 1,
        draft=items,
        not_run=facts.not_run(reading, active.rules, found, items),
        shared_copy=shared_copies(reading),
        rules=notes((*active.rules, *([house_names.RULE] if active.names else []))),
        refused=facts.refused(reading),
        held=facts.held(reading, found, items),
    )


def _ordered(found: Sequence[Finding], articles: ArticleSet) -> list[Finding]:
    """Worst first, then in the order of the articles and of the text; the same finding once."""
    place = {article.id: number for number, article in enumerate(articles.articles)}
    unique = {finding.fingerprint: finding for finding in reversed(found)}
    return sorted(
        unique.values(),
        key=lambda f: (
            f.severity.rank,
            [(place[e.article.id], e.span) for e in f.evidence[:1]],
            f.rule,
            f.fingerprint,
        ),
    )
