"""`explain --why`: why two figures of a set are held to be of one thing, or are not, feature by feature."""

from __future__ import annotations

from collections.abc import Iterator

from checker.comparison import SOURCES, why
from checker.matching.features import Mention
from checker.matching.figures import (
    CONFLICT,
    SURROUNDINGS,
    Figures,
    agrees_in_thing,
    figures_held,
    slot_weights,
)
from checker.matching.mentions import figures_of
from checker.matching.reasons import Reason, weighed
from checker.matching.weights import probability
from checker.model import Finding
from checker.readings import SetReading
from checker.reports import Look
from checker.reports.printable import printable
from checker.reports.text import finding_lines

_SHOWN = 12  # features; the others say next to nothing


def render(reading: SetReading, one: str, other: str) -> str:
    """All pairs of figures in two accounts of which one stands in, or holds, `one`, and the other `other`."""
    return printable("\n".join(_lines(reading, one, other)) + "\n")


def of_finding(finding: Finding, reading: SetReading) -> str:
    """A finding, with why it was compared; of figures, what spoke for and against the first of each side."""
    sides = {e.side: e.text for e in reversed(finding.evidence) if e.read is not None}
    first = [words for _, words in sorted(sides.items())][:2]
    why = _lines(reading, *first) if len(first) == 2 else ()
    return printable("\n".join([*finding_lines(finding, Look(verbose=True)), *why]) + "\n")


def _lines(reading: SetReading, one: str, other: str) -> Iterator[str]:
    told = [m for mentions in figures_of(reading).values() for m in mentions]
    sides = [[m for m in told if _is_meant(m, words)] for words in (one, other)]
    for words, found in zip((one, other), sides, strict=True):
        if not found:
            yield f"no figure is read in “{words}”; `explain` without --why lists those that are"
    pairs = [(a, b) for a in sides[0] for b in sides[1] if a.sentence.reading is not b.sentence.reading]
    if all(sides) and not pairs:
        yield "both stand in one article only; figures are held against those of another"
    figures = figures_held(reading)
    for a, b in pairs:
        yield f"{_told(a)} | {_told(b)}"
        yield from (f"  {line}" for line in _pair(a, b, figures))


def _is_meant(mention: Mention, words: str) -> bool:
    text = mention.sentence.reading.article.words(mention.sentence.span)
    at = text.find(words)
    span = (mention.sentence.span.start + at, mention.sentence.span.start + at + len(words))
    return at >= 0 and mention.span.start < span[1] and span[0] < mention.span.end


def _told(mention: Mention) -> str:
    article = mention.sentence.reading.article
    return f"“{article.words(mention.span)}” ({article.name}, line {article.line(mention.span.start)})"


def _pair(a: Mention, b: Mention, figures: Figures) -> Iterator[str]:
    assert a.value is not None, "a figure has a value"
    assert b.value is not None
    told = why(a.value, b.value, SOURCES)
    yield f"comparison: {'agree' if told.agrees else 'do not agree'} ({told.reason.value})"
    for mention in (a, b):
        if mention.claim is None:
            yield f"nothing is claimed by {_told(mention)}: a name, a date line, a part of another"
            return
    ends = {id(a), id(b)}
    weights = slot_weights()
    scores = figures.scores(weights)
    for pair, score, standing in zip(figures.pairs, scores, figures.standings(scores), strict=True):
        if {id(figures.mentions[n]) for n in (pair.x, pair.y)} != ends:
            continue
        if standing is None:
            one = agrees_in_thing(pair, score, figures, weights)
            yield f"slot: {'the same' if one else 'not the same'}"
            yield f"{probability(score):.0%} likely by what stands around them"
            yield from _reasons(list(weighed(SURROUNDINGS, pair.surroundings, weights.same)))
        else:
            row = [*standing.row(), *pair.surroundings]
            chance = weights.probability(row)
            cut = figures.cut(pair, weights)
            one = chance >= cut
            yield f"slot: {'the same' if one else 'not held to be the same'}"
            yield f"{chance:.0%} likely to disagree about one thing; {cut:.0%} are needed"
            yield from _reasons(list(weighed(CONFLICT, row, weights.conflict)))
        return
    yield "not held against each other: of two sorts or states, or in sentences that have nothing in common"


def _reasons(reasons: list[Reason]) -> Iterator[str]:
    shown = reasons[:_SHOWN]
    for label, sign in (("for", 1), ("against", -1)):
        yield from (f"{label:<8}{r.weight:+.1f}  {r}" for r in shown if sign * r.weight > 0)
