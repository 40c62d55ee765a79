"""Who did it and to whom it was done have changed places.

Where a sentence of the draft keeps every word of a source's sentence but two names that have changed
places, the one who acted and the one acted on were swapped. Where the sentence was turned round ("beat",
"was beaten by") the predicates are compared: who does what to whom must be the same. Between any two
accounts the same is held of one sum: who pays it in one must not be the one it is paid to in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from checker.copies.exchanges import exchanged
from checker.copies.names import name_exchanges
from checker.copies.sentences import best
from checker.data import word_list
from checker.model import Interval, Kind, Span, Verdict
from checker.propositions import Keys
from checker.propositions import Proposition as Deed
from checker.propositions.opposition import names
from checker.readings import Parallel, Reading, SetReading, once, pairs_of_readings
from checker.verdicts import Problem, evidence


def find(reading: SetReading) -> Iterator[Problem]:
    told: set[tuple[str, Span]] = set()
    for exchange in name_exchanges(reading):
        if exchange.swapped:
            told.add((exchange.parallel.draft.article.id, exchange.parallel.sentence))
            yield exchanged(exchange.parallel, exchange.draft_span, exchange.source_span)
    yield from _turned(reading)
    for parallel, _ in best(reading.parallels):
        if parallel.changes and (parallel.draft.article.id, parallel.sentence) not in told:
            yield from _reversed(reading, parallel)


def _turned(reading: SetReading) -> Iterator[Problem]:
    """Payments of one sum whose doer in one account is the one it is done to in another."""
    for x, y in pairs_of_readings(reading.articles):
        for a, b in product(_paid(x), _paid(y)):
            if not _doer_is_done_to(a, b) or any(_doer_is_done_to(a, d) for d in _paid(x)):
                continue
            if _sums(x, a) & _sums(y, b):
                yield _payment(x, y, a, b)
                break


@once
def _paid(item: Reading) -> Sequence[Deed]:
    return [deed for deed in item.propositions if deed.lemma in word_list("deeds", "paying")]


def _sums(item: Reading, deed: Deed) -> frozenset[Interval]:
    """The sums of money of the sentence."""
    return frozenset(v.bounds for v in item.values if v.kind is Kind.MONEY and deed.sentence.contains(v.span))


def _doer_is_done_to(a: Deed, b: Deed) -> bool:
    if a.lemma != b.lemma or a.negated != b.negated:
        return False
    doers, others = names(a.subject), names(b.subject)
    if _people(a.subject) & _people(a.object) or _people(b.subject) & _people(b.object):
        return False  # two of one name: which of them did it is not told by the name
    known = all(any(not key.startswith("w:") for key in deed.subject) for deed in (a, b))
    return known and not doers & others and bool(doers & names(b.object) or others & names(a.object))


def _people(keys: Keys) -> frozenset[str]:
    return names(frozenset(key for key in keys if key.startswith("person:")))


def _payment(x: Reading, y: Reading, a: Deed, b: Deed) -> Problem:
    sides = [evidence(x, a.span, a.lemma), evidence(y, b.span, b.lemma, 1)]
    shown = [f"{e.article.name} has {_doer(d)} “{e.text}”" for e, d in zip(sides, (a, b), strict=True)]
    return Problem(
        Verdict.CONTRADICTION,
        "; ".join(shown),
        tuple(sides),
        about=a.lemma,
        told=tuple(e.article.words(e.sentence) for e in sides),
        reasons=("who does it in one account is the one it is done to in the other",),
    )


def _doer(deed: Deed) -> str:
    return " ".join(sorted(name.title() for name in names(deed.subject)))


def _reversed(reading: SetReading, parallel: Parallel) -> Iterator[Problem]:
    passage = Span(parallel.b[0].span.start, parallel.b[-1].span.end)
    theirs = [deed for deed in parallel.source.propositions if passage.contains(deed.span)]
    for deed in parallel.draft.propositions:
        if parallel.sentence.contains(deed.span):
            other = next((other for other in theirs if _opposite(deed, other)), None)
            if other is not None:
                yield exchanged(parallel, _stretch(reading, deed), _stretch(reading, other))


def _stretch(reading: SetReading, deed: Deed) -> Span:
    """From the first to the last of the predicate and the names of those who take part."""
    actors = [reading.index.get(id) for id in sorted(deed.doers | deed.patients)]
    spans = [deed.span, *(m.span for a in actors if a for m in a.mentions if m.article == deed.article.id)]
    inside = [span for span in spans if deed.sentence.contains(span)]
    return Span(min(s.start for s in inside), max(s.end for s in inside))


def _opposite(a: Deed, b: Deed) -> bool:
    """One does to the other what the other does to the one."""
    return (
        a.lemma == b.lemma
        and bool(a.doers & b.patients and a.patients & b.doers)
        and not (a.doers & b.doers or a.patients & b.patients)
    )
