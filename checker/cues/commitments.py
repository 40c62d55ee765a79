"""From a word up to its sentence's head: which stances, denials and modal words stand over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.cues.composition import Level, evaluate
from checker.cues.frames import is_infinitive
from checker.cues.lexicon import Lexicon, lexicon
from checker.cues.matching import Cue, find_cues
from checker.cues.polarity import Marks, crossing_marks, local_marks, phrase_conditions, shared_marks
from checker.cues.tree import Tree, read_tree
from checker.model import Commitment, Modality, Span

if TYPE_CHECKING:
    from checker.language import Doc

_LONGEST_CLIMB = 200  # a parse this deep is none
_RELATIVE = frozenset({"WDT", "WP"})
_STOPS = frozenset({"advcl", "relcl", "ccomp", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one parsed article, ready to be asked; made by `read_cues`."""

    tree: Tree
    lexicon: Lexicon
    found: tuple[Cue, ...]
    leading_to: dict[int, list[Cue]]  # content head → cues
    at: dict[int, Cue]  # anchor → cue
    conditions: frozenset[int]  # sentences


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
    return Cues(
        tree=tree,
        lexicon=words,
        found=tuple(found),
        leading_to=leading_to,
        at={cue.anchor: cue for cue in found},
        conditions=phrase_conditions(tree, words),
    )


def _share_objects(tree: Tree, found: list[Cue], leading_to: dict[int, list[Cue]]) -> None:
    """ "neither accepted nor rejected the offer": the offer is the object of both."""
    at = {cue.anchor: cue for cue in found}
    for cue in found:
        first = at.get(tree.heads[cue.anchor])
        if first is None or tree.deps[cue.anchor] != "conj":
            continue
        if not first.content:
            for k in cue.content:
                leading_to[k].append(first)
        elif not cue.content and any(tree.words[k] == "nor" for k in tree.kids(first.anchor, "cc")):
            for k in first.content:
                leading_to[k].append(cue)


def commitment(cues: Cues, span: Span) -> Commitment:
    """What is said of the value, term or event that stands at a character span of the article."""
    head = _head(cues.tree, span)
    return Commitment() if head is None else event_commitment(cues, head)


def event_commitment(cues: Cues, index: int) -> Commitment:
    """The same for the predicate or noun at a token index; a stance verb is its own stance."""
    levels = _climb(cues, index, own=True)
    if len(levels) == 1:
        levels = _from_below(cues, index) or levels
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
    first = max(bisect_right(tree.starts, span.start) - 1, 0)
    tokens = range(first, bisect_left(tree.starts, span.end))
    inside = [i for i in tokens if not tree.tags[i].startswith("_")]
    for i in inside:
        if tree.heads[i] not in inside or tree.heads[i] == i:
            return i
    return None


def _climb(cues: Cues, start: int, *, own: bool, stop_at: int | None = None) -> list[Level]:
    """The stances above a token with what marks them. `own`: a stance verb at the start counts itself."""
    tree = cues.tree
    levels = [Level(None)]
    i, came, own_marks = start, None, True
    nominal = 0  # denials of noun phrases since the last verb: "accepted no offer" is a denied acceptance
    softened = False  # past an adverbial clause only modal words still count
    taken: set[int] = set()
    itself = cues.at.get(start) if own else None
    if itself is not None and itself.entry.kind == "stance" and itself.part == "verb":
        levels.append(Level(itself))
        taken.add(start)
    for _ in range(_LONGEST_CLIMB):
        if own_marks:
            marks = _marks(cues, i, came)
            nominal = 0 if tree.is_verb(i) else nominal + marks.denials
            levels[-1].marks.add(marks, softened)
        cue = next((c for c in cues.leading_to.get(i, ()) if c.anchor not in taken), None)
        label, head = tree.deps[i], tree.heads[i]
        own_marks = label != "conj" or cue is not None
        if cue is not None and not (softened and cue.entry.kind != "modality"):
            taken.add(cue.anchor)
            _apply(cue, levels, nominal if tree.is_noun(i) else 0)
            nominal, head = 0, cue.anchor
        elif head == i or i == stop_at or _apart(tree, i) or _gives(cues, i):
            break
        elif label in _STOPS and not (label == "relcl" and is_infinitive(tree, i)):
            if label != "advcl" or not (tree.tags[i] == "VBG" or is_infinitive(tree, i)):
                break
            softened = True
        elif label == "conj":
            levels[-1].marks.add(shared_marks(tree, head, i, cues.lexicon), softened)
        came, i = i, head
    return levels


def _marks(cues: Cues, i: int, came: int | None) -> Marks:
    marks = local_marks(cues.tree, i, came, cues.lexicon)
    marks.add(crossing_marks(cues.tree, i, came, cues.lexicon))
    return marks


def _apart(tree: Tree, i: int) -> bool:
    """ "Ruiz, 35, may leave": what is put beside a name does not share its verb."""
    return tree.deps[i] == "appos" and tree.tags[tree.heads[i]].startswith("NNP")


def _gives(cues: Cues, i: int) -> bool:
    """ "without the support of pilots": it is the support that is missing, not those who give it."""
    tree = cues.tree
    of = tree.heads[i]
    cue = cues.at.get(tree.heads[of])
    if tree.words[of] != "of" or cue is None:
        return False
    return cue.entry.kind == "stance" and i not in cue.content


def _apply(cue: Cue, levels: list[Level], nominal: int) -> None:
    entry, marks = cue.entry, levels[-1].marks
    if entry.kind == "stance":
        levels.append(Level(cue))
        marks.denials -= nominal
        levels[-1].marks.denials += nominal
    elif entry.kind == "negation":
        marks.denials += not entry.transparent
        marks.words.append(cue.anchor)
    else:
        marks.modalities.add(Modality(entry.value))
        marks.words.append(cue.anchor)


def _from_below(cues: Cues, index: int) -> list[Level] | None:
    """A stance in a clause or participle that hangs from the word: "the truce that Kyiv had accepted"."""
    tree = cues.tree
    i = index
    for _ in range(6):
        for k in tree.kids(i, "relcl", "acl", "amod"):
            levels = _gap(cues, k)
            if levels is not None and len(levels) > 1:
                return levels
        if tree.deps[i] not in ("compound", "nummod", "amod", "pobj", "prep", "quantmod", "conj"):
            return None
        i = tree.heads[i]
    return None


def _gap(cues: Cues, clause: int) -> list[Level] | None:
    """The levels over a noun from the stance in a clause of it that has no other object."""
    tree, verb = cues.tree, clause
    for _ in range(5):
        verb = next((k for k in tree.kids(verb, "xcomp", "ccomp") if k > verb), verb)
    cue = cues.at.get(verb)
    own = any(tree.tags[k] not in _RELATIVE for k in tree.kids(verb, "dobj"))
    acts = any(tree.tags[k] in _RELATIVE for k in tree.kids(verb, "nsubj"))
    active = tree.deps[clause] != "relcl" and tree.tags[clause] not in ("VBN", "VBD", "JJ")
    if cue is None or cue.entry.kind != "stance" or own or acts or active:
        return None
    return _climb(cues, verb, own=True, stop_at=clause)


def _evaluate(cues: Cues, index: int, levels: list[Level]) -> Commitment:
    conditional = cues.tree.sentence[index] in cues.conditions
    return evaluate(cues.tree, cues.lexicon, index, levels, conditional)
