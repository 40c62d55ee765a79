"""Who did it and to whom it was done have changed places.

Where a sentence of the draft keeps every word of a source's sentence but two names that have changed
places, the one who acted and the one acted on were swapped. Where the sentence was turned round ("beat",
"was beaten by") the predicates are compared: who does what to whom must be the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.events import Event
from checker.drafts.exchanges import Exchange, finding, named
from checker.drafts.name_exchanges import name_exchanges
from checker.drafts.parallels import best
from checker.model import Finding, Span
from checker.readings import Parallel, SetReading
from checker.rules.rule import Rule


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    told: set[tuple[str, Span]] = set()
    for exchange in name_exchanges(reading):
        if exchange.swapped:
            told.add((exchange.parallel.draft.article.id, exchange.parallel.sentence))
            yield named(rule, exchange)
    for parallel, _ in best(reading.parallels):
        if parallel.changes and (parallel.draft.article.id, parallel.sentence) not in told:
            yield from _reversed(reading, rule, parallel)


def _reversed(reading: SetReading, rule: Rule, parallel: Parallel) -> Iterator[Finding]:
    passage = Span(parallel.b[0].span.start, parallel.b[-1].span.end)
    theirs = [e for e in parallel.source.events if passage.contains(e.span)]
    for event in parallel.draft.events:
        if not parallel.sentence.contains(event.span):
            continue
        for other in theirs:
            if _opposite(event, other):
                exchange = Exchange(parallel, _stretch(reading, event), _stretch(reading, other))
                words = [f"{e.agent_words} {e.lemma} {e.patient_words}" for e in (event, other)]
                yield finding(rule, exchange, f"“{words[0]}” for “{words[1]}”")
                break


def _stretch(reading: SetReading, event: Event) -> Span:
    """From the first to the last of the predicate and the names of those who take part."""
    actors = [reading.index.get(id) for id in sorted(event.agents | event.patients)]
    spans = [event.span, *(m.span for a in actors if a for m in a.mentions if m.article == event.article.id)]
    inside = [span for span in spans if event.sentence.contains(span)]
    return Span(min(s.start for s in inside), max(s.end for s in inside))


def _opposite(a: Event, b: Event) -> bool:
    """One does to the other what the other does to the one."""
    return (
        a.lemma == b.lemma
        and bool(a.agents & b.patients and a.patients & b.agents)
        and not (a.agents & b.agents or a.patients & b.patients)
    )
