"""Quotations with the cue beside them: before, after or between; and those that go on without one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.clauses import doer, right
from checker.model import Attitude, Form, Span
from checker.statements.attribution import NAMES, Attribution, attributed, cue_span
from checker.statements.layout import Layout
from checker.statements.quotation import Quotation
from checker.statements.reporting import reporting

if TYPE_CHECKING:
    from checker.language import Token

_COMMAS = frozenset((",", "—", "–", "--"))
_STOPS = frozenset((".", "?", "!", ";", "…", "..."))
_GOES_ON_ITSELF = frozenset(
    ("and", "but", "or", "which", "who", "that", "to", "for", "of", "in", "according")
)
_GOES_ON = frozenset(",?!—–-…")
_ENDINGS = frozenset(".,?!…—–-")
_REACH = 150  # words behind a quotation: as many as a sentence has at most
_FARTHEST = 45  # tokens between a quotation and the verb of its cue
_STARTS_NAME = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"))


@dataclass(frozen=True, slots=True)
class _Cue:
    verb: int
    attribution: Attribution


def quoted_attributions(layout: Layout) -> tuple[list[Attribution], set[int]]:
    """Attributions of quotations in the order of the text, and the verbs that report them."""
    found: list[Attribution] = []
    verbs: list[int] = []
    stops: list[int] = []  # where the sentence of each attribution ends, as a character
    for quotation in layout.quotations:
        cue = _cue_of(layout, quotation)
        if cue is not None:
            if verbs and cue.verb == verbs[-1]:
                found[-1] = _joined(found[-1], quotation)
            else:
                found.append(cue.attribution)
                verbs.append(cue.verb)
                stops.append(0)
            stops[-1] = _sentence_end(layout, quotation, cue.verb)
        elif found and _follows(layout, quotation, stops[-1]):
            found[-1] = _joined(found[-1], quotation)
            stops[-1] = quotation.end
    return found, set(verbs)


def _joined(attribution: Attribution, quotation: Quotation) -> Attribution:
    return replace(attribution, content=attribution.content + quotation.parts)


def _cue_of(layout: Layout, quotation: Quotation) -> _Cue | None:
    inner = quotation.inner(layout.text)
    if not inner:
        return None
    left, right = _left(layout, quotation), _right(layout, quotation)
    before = _before(layout, quotation, left, inner)
    if before is not None:
        return before
    return _after(layout, quotation, left, right, inner)


def _left(layout: Layout, quotation: Quotation) -> range:
    """The tokens from the start of the sentence, or the quotation before, to this one."""
    first = stop = layout.token_at(quotation.start)
    start = layout.token_at(layout.block(quotation.start).start)
    above = layout.block_before(quotation.start) if start == stop else None
    if above is not None and layout.text[above.end - 1] == ":":
        start = layout.token_at(above.start)  # "The mayor said:", and the quotation on the next line
    while first > start and layout.quoted[first - 1] < 0 and layout.doc[first - 1].text not in _STOPS:
        first -= 1
    return range(first, stop)


def _right(layout: Layout, quotation: Quotation) -> range:
    """The tokens from the end of the quotation to the end of the sentence."""
    first = stop = layout.token_at(quotation.end)
    end = layout.token_at(layout.block(quotation.parts[-1].start).end)
    while stop < min(end, first + _REACH) and layout.doc[stop].text not in _STOPS:
        stop += 1
    return range(first, stop)


def _before(layout: Layout, quotation: Quotation, left: range, inner: str) -> _Cue | None:
    doc = layout.doc
    tokens = [doc[i] for i in left if not doc[i].is_space]
    if not tokens:
        return None
    last = tokens[-1]
    near = tokens[-_FARTHEST:]
    candidates = [t for t in near if t.pos_ == "VERB" and _reports(t)]
    if last.text == ":":  # "Mr. Lee scolded him:": any verb reports there
        candidates = candidates or [t for t in tokens if t.pos_ in ("VERB", "AUX")]
    elif last.text not in _COMMAS:
        candidates = [v for v in candidates[-1:] if len(inner.split()) > 2 and _waits(last.i, v)]
    if not candidates:
        return None
    verb = candidates[-1]
    content, form = quotation.parts, Form.DIRECT
    opening = next((t for t in tokens if t.i > verb.i and t.pos_ == "SCONJ"), None)
    if opening is not None and last.text != ":":  # "said that if it rains, “we will wait”"
        content, form = (Span(opening.idx, quotation.parts[0].end), *quotation.parts[1:]), Form.INDIRECT
    return _Cue(verb.i, _attribution(layout, verb, content, form, left))


def _waits(last: int, verb: Token) -> bool:
    """Whether a verb, or whom it speaks to, stands right before the quotation: "told the inquiry “…”"."""
    hearer = right(verb, "dobj", "dative")
    return (verb if hearer is None else hearer.right_edge).i == last


def _reports(token: Token) -> bool:
    frames = reporting().verbs.get(token.lemma_.lower())
    return frames is not None and frames.get("clause") is not None


def _after(layout: Layout, quotation: Quotation, left: range, right: range, inner: str) -> _Cue | None:
    doc = layout.doc
    tokens = [doc[i] for i in right if not doc[i].is_space]
    if not tokens:
        return None
    ending = inner[-1]
    goes_on = ending in _GOES_ON or tokens[0].text in _COMMAS
    if not goes_on or tokens[0].lower_ in _GOES_ON_ITSELF:
        return None
    verbs = [t for t in tokens[:_FARTHEST] if t.pos_ in ("VERB", "AUX")]
    plain = [t for t in verbs if t.dep_ != "relcl"] or verbs
    verb = next((t for t in plain if _reports(t) and t.tag_ != "VBG"), None)
    if verb is None and ending in ",?!":  # “…,” she beamed
        verb = next((t for t in plain if t.pos_ == "VERB"), None)
    if verb is None:
        return None
    content, form = quotation.parts, Form.DIRECT
    opening = [doc[i] for i in left if not doc[i].is_space]
    if opening and opening[-1].pos_ != "CCONJ":  # "The offer was “not serious,” the union said"
        content, form = (Span(opening[0].idx, quotation.parts[0].end), *quotation.parts[1:]), Form.INDIRECT
    return _Cue(verb.i, _attribution(layout, verb, content, form, right))


def _attribution(
    layout: Layout, verb: Token, content: tuple[Span, ...], form: Form, near: range
) -> Attribution:
    subject = doer(verb)
    if subject is None or subject.i not in near:
        subject = _neighbour(layout, verb, near) or subject
    frames = reporting().verbs.get(verb.lemma_.lower())
    attitude = (frames.get("clause") if frames else None) or Attitude.SAID
    return attributed(layout, content, cue_span(layout, verb), subject, verb.i, form, attitude)


def _neighbour(layout: Layout, verb: Token, near: range) -> Token | None:
    """The name beside a verb whose subject the parser did not see: 'said Ms. Lopez'."""
    doc = layout.doc
    for i in range(verb.i + 1, near.stop):
        if doc[i].pos_ not in _STARTS_NAME:
            break
        if doc[i].pos_ in NAMES:
            return doc[i]
    first = next((i for i in range(near.start, verb.i) if doc[i].pos_ in NAMES), None)
    if first is None:
        return None
    name = takewhile(lambda i: i == first or doc[i].pos_ in ("NOUN", "PROPN"), range(first, verb.i))
    return doc[list(name)[-1]]


def _sentence_end(layout: Layout, quotation: Quotation, verb: int) -> int:
    """The character at which the sentence of a cue and its quotation ends."""
    stop = max(layout.token_at(quotation.end), verb + 1)
    limit = layout.token_at(layout.block(quotation.parts[-1].start).end)
    while stop < limit and layout.quoted[stop] < 0 and layout.doc[stop].text not in _STOPS:
        stop += 1
    if stop < len(layout.doc) and layout.doc[stop].text in _STOPS:
        return layout.doc[stop].idx + 1
    return layout.doc[stop - 1].idx + len(layout.doc[stop - 1].text)


def _follows(layout: Layout, quotation: Quotation, stop: int) -> bool:
    """Whether a quotation goes on right where the last sentence ended, and is no name within the next."""
    if quotation.start < stop or layout.text[stop : quotation.start].strip():
        return False
    after = layout.text[quotation.end : quotation.end + 2].strip()
    return quotation.inner(layout.text)[-1:] in _ENDINGS or not after[:1].islower()
