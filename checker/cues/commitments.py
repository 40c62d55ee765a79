"""From a word up to its sentence's head: which stances, denials and modal words stand over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.cues.lexicon import Lexicon, lexicon
from checker.cues.matching import Cue, find_cues, window
from checker.cues.polarity import Marks, crossing_marks, local_marks, phrase_conditions, shared_marks
from checker.cues.tree import Tree, read_tree
from checker.model import Commitment, Modality, Span

if TYPE_CHECKING:
    from checker.language import Doc

_STOPS = frozenset({"advcl", "relcl", "ccomp", "parataxis", "csubj"})
_KEPT_UNDER_PROMISE = frozenset(
    {"considered", "proposed", "discussed", "rejected", "opposed", "supported", "agreed"}
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one parsed article, ready to be asked; made by `read_cues`."""

    tree: Tree
    lexicon: Lexicon
    found: tuple[Cue, ...]
    leading_to: dict[int, list[Cue]]  # content head → cues
    at: dict[int, Cue]  # anchor → cue
    loose: dict[int, list[Cue]]  # sentence → cues of which the parse shows no content
    conditions: dict[int, int]
    starts: frozenset[int]


@dataclass(slots=True)
class _Level:
    """A stance with the marks that stand over it; the first level has no cue: it is the event itself."""

    cue: Cue | None
    marks: Marks = field(default_factory=Marks)


def read_cues(doc: Doc) -> Cues:
    """The cues of a parsed article, found once; linear in its words."""
    words = lexicon()
    tree = read_tree(doc)
    found = find_cues(tree, words)
    leading_to: dict[int, list[Cue]] = {}
    for cue in found:
        for k in cue.content:
            if k != cue.anchor:
                leading_to.setdefault(k, []).append(cue)
    _share_objects(tree, found, leading_to)
    loose: dict[int, list[Cue]] = {}
    for cue in found:
        if not cue.content and cue.entry.kind == "stance":
            loose.setdefault(tree.sentence[cue.anchor], []).append(cue)
    at = {cue.anchor: cue for cue in found}
    starts = frozenset(cue.anchor for cue in found if cue.entry.kind == "stance")
    return Cues(tree, words, tuple(found), leading_to, at, loose, phrase_conditions(tree, words), starts)


def _share_objects(tree: Tree, found: list[Cue], leading_to: dict[int, list[Cue]]) -> None:
    """ "neither accepted nor rejected the offer": the offer is the object of both."""
    at = {cue.anchor: cue for cue in found}
    for cue in found:
        first = at.get(tree.heads[cue.anchor])
        if (
            tree.deps[cue.anchor] == "conj"
            and first is not None
            and not first.content
            and cue.entry.kind == "stance"
        ):
            for k in cue.content:
                leading_to[k].append(first)


def commitment(cues: Cues, span: Span) -> Commitment:
    """What is said of the value, term or event that stands at a character span of the article."""
    head = _head(cues.tree, span)
    return Commitment() if head is None else event_commitment(cues, head)


def event_commitment(cues: Cues, index: int) -> Commitment:
    """The same for the predicate or noun at a token index; a stance verb is its own stance."""
    levels = _climb(cues, index, own=True)
    if len(levels) == 1:
        levels = _from_below(cues, index) or _by_words(cues, index, levels) or levels
    result = _evaluate(cues, index, levels)
    for cue in cues.leading_to.get(index, ()):
        if index not in cue.content:  # shared with the verb before: "neither accepted nor rejected the offer"
            other = _evaluate(cues, index, _climb(cues, cue.anchor, own=True))
            result = _joined(cues.lexicon, result, other)
    return result


def _joined(words: Lexicon, last: Commitment, first: Commitment) -> Commitment:
    """Two stances of one holder to one thing: what both leave open, else the last."""
    if last.stance is None or first.stance is None:
        return last
    both = words.stances[last.stance].position & words.stances[first.stance].position
    if both != {"undecided"}:
        return last
    return replace(last, stance="undecided", cues=tuple(sorted({*last.cues, *first.cues})))


def _head(tree: Tree, span: Span) -> int | None:
    """The token of a span on which the others hang."""
    inside = [i for i in _tokens(tree, span) if not tree.tags[i].startswith("_")]
    for i in inside:
        if tree.heads[i] not in inside or tree.heads[i] == i:
            return i
    return None


def _tokens(tree: Tree, span: Span) -> range:
    first = bisect_right(tree.starts, span.start) - 1
    if first >= 0 and tree.starts[first] + len(tree.shapes[first]) <= span.start:
        first += 1
    return range(max(first, 0), bisect_left(tree.starts, span.end))


def _climb(cues: Cues, start: int, *, own: bool, stop_at: int | None = None) -> list[_Level]:
    tree, words = cues.tree, cues.lexicon
    levels = [_Level(None)]
    i, came, own_marks = start, None, True
    taken: set[int] = set()
    if own and start in cues.at and cues.at[start].entry.kind == "stance" and tree.is_verb(start):
        levels.append(_Level(cues.at[start]))
        taken.add(start)
    for _ in range(200):
        level = levels[-1]
        if own_marks:
            level.marks.add(local_marks(tree, i, came, words))
            level.marks.add(crossing_marks(tree, i, words))
        own_marks = True
        cue = next((c for c in cues.leading_to.get(i, ()) if c.anchor not in taken), None)
        if cue is not None:
            taken.add(cue.anchor)
            _apply(cue, levels)
            came, i = i, cue.anchor
            continue
        label, head = tree.deps[i], tree.heads[i]
        if head == i or i == stop_at or label in _STOPS:
            if label in ("advcl",) and tree.tags[i] == "VBG" and head != i:
                levels[0].marks.modalities |= local_marks(tree, head, i, words).modalities
            break
        if label == "conj":
            level.marks.add(shared_marks(tree, head, i, words))
            own_marks = False
        came, i = i, head
    return levels


def _apply(cue: Cue, levels: list[_Level]) -> None:
    entry, marks = cue.entry, levels[-1].marks
    if entry.kind == "stance":
        levels.append(_Level(cue))
    elif entry.kind == "negation":
        marks.denials += 1
        marks.words.append(cue.anchor)
    else:
        marks.modalities.add(Modality(entry.value))
        marks.words.append(cue.anchor)


def _from_below(cues: Cues, index: int) -> list[_Level] | None:
    """A stance in a clause or participle that hangs from the word: "the truce that Kyiv had accepted"."""
    tree = cues.tree
    i = index
    for _ in range(6):
        for k in tree.kids(i, "relcl", "acl", "amod"):
            levels = _gap(cues, i, k)
            if levels is not None and len(levels) > 1:
                return levels
        if tree.deps[i] not in ("compound", "nummod", "amod", "pobj", "prep", "quantmod", "conj"):
            return None
        if tree.deps[i] == "prep" and tree.words[i] != "of":
            return None
        i = tree.heads[i]
    return None


def _gap(cues: Cues, noun: int, clause: int) -> list[_Level] | None:
    tree = cues.tree
    if tree.deps[clause] in ("acl", "amod"):
        cue = cues.at.get(clause)
        if tree.tags[clause] not in ("VBN", "VBD", "JJ") or cue is None or cue.entry.kind != "stance":
            return None
        return _climb(cues, clause, own=True, stop_at=clause)
    verb = clause
    for _ in range(5):
        for k in tree.children[verb]:
            if tree.tags[k] in ("WDT", "WP") and tree.deps[k] in ("dobj", "nsubjpass", "pobj"):
                return _climb(cues, k, own=False, stop_at=clause)
        inner = [k for k in tree.kids(verb, "xcomp", "ccomp") if k > verb]
        if not inner:
            break
        verb = inner[0]
    cue = cues.at.get(verb)
    has_object = tree.kids(verb, "dobj") or any(
        tree.tags[k] in ("WDT", "WP") for k in tree.kids(verb, "nsubj")
    )
    if cue is None or cue.entry.kind != "stance" or has_object:
        return None
    return _climb(cues, verb, own=True, stop_at=clause)


def _by_words(cues: Cues, index: int, levels: list[_Level]) -> list[_Level] | None:
    """Where the parse shows nothing for a cue, what it reaches by words alone."""
    for cue in cues.loose.get(cues.tree.sentence[index], ()):
        if cue.anchor != index and index in window(cues.tree, cue, cues.starts):
            upper = _climb(cues, cue.anchor, own=True)
            upper[0] = levels[0]
            return upper
    return None


def _evaluate(cues: Cues, index: int, levels: list[_Level]) -> Commitment:
    words = cues.lexicon
    event, *stances = levels
    modalities = _modalities(event.marks)
    negated = event.marks.denials % 2 == 1
    stance: str | None = None
    holder: Span | None = None
    for level in stances:
        assert level.cue is not None
        outer = level.cue.entry.value
        outer_modalities = _modalities(level.marks)
        denied = level.marks.denials % 2 == 1
        if denied:
            modal = level.marks.able or bool(outer_modalities - {Modality.POSSIBLE})
            terms = words.stances[outer]
            outer = terms.modal_denial if modal else terms.denial
            if modal:
                outer_modalities -= {Modality.FUTURE, Modality.CONDITIONAL, Modality.PROPOSED}
        outer_modalities.add(words.stances[outer].modality)
        if stance is None:
            stance, holder = outer, level.cue.holder
            modalities = outer_modalities | (modalities & {Modality.CONDITIONAL})
            continue
        stance, holder, flips, kept = _compose(words, stance, holder, outer, level.cue)
        negated ^= flips
        modalities = modalities | outer_modalities if kept else outer_modalities
    if cues.conditions.get(cues.tree.sentence[index]) is not None:
        modalities.add(Modality.CONDITIONAL)
    first, last = cues.tree.bounds[cues.tree.sentence[index]]
    if "?" in cues.tree.words[max(first, last - 3) : last]:
        modalities.add(Modality.POSSIBLE)
    modality = max(modalities or {Modality.FACT}, key=lambda m: words.strength[m])
    return Commitment(stance, holder, modality, negated, _spans(cues.tree, levels))


def _modalities(marks: Marks) -> set[Modality]:
    found = set(marks.modalities)
    if marks.able and marks.denials % 2 == 0:
        found.add(Modality.POSSIBLE)
    return found


def _compose(
    words: Lexicon, inner: str, inner_holder: Span | None, outer: str, cue: Cue
) -> tuple[str, Span | None, bool, bool]:
    """A stance about a stance: stance, holder, whether the event's denial turns, whether modalities stay."""
    holder = cue.holder
    against = words.stances[inner].position == {"no"}
    if cue.entry.factive:
        return inner, inner_holder, False, True
    if outer in ("rejected", "ended", "denied", "suspended") and inner in words.stances:
        if outer == "rejected" and not against:
            return "rejected", holder, False, False
        denial = words.stances[inner].denial
        return denial, inner_holder or holder, False, False
    if outer in ("promised", "planned", "agreed") and inner in _KEPT_UNDER_PROMISE:
        if outer == "agreed" and inner in ("supported", "agreed", "proposed"):
            return "agreed", holder, False, False
        return inner, holder, False, True
    return outer, holder, against, False


def _spans(tree: Tree, levels: list[_Level]) -> tuple[Span, ...]:
    indices = {k for level in levels for k in level.marks.words}
    found = {tree.span(k, k) for k in indices}
    found |= {tree.span(level.cue.words[0], level.cue.words[-1]) for level in levels if level.cue is not None}
    return tuple(sorted(found))
