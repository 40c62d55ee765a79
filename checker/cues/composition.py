"""What stances about stances come to: "refused to rule out", "agreed to halt", "lifted a ban on"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.cues.lexicon import Lexicon, Stance
from checker.cues.matching import Cue
from checker.cues.polarity import Marks
from checker.cues.tree import Tree
from checker.model import Commitment, Modality, Span


@dataclass(slots=True)
class Level:
    """A stance with the marks that stand over it; the first level has no cue: it is the event itself."""

    cue: Cue | None
    marks: Marks = field(default_factory=Marks)


@dataclass(slots=True)
class _Held:
    """The stance as far as the climb has come. `verbal`: said by a verb, not by a noun."""

    name: str
    holder: Span | None
    modalities: set[Modality]
    verbal: bool
    settled: bool = False  # confirmed, condemned or welcomed: what stands above that no longer turns it


def evaluate(
    tree: Tree, words: Lexicon, index: int, levels: Sequence[Level], conditional: bool
) -> Commitment:
    """The commitment that the levels over token `index` come to, from the innermost outwards."""
    event, *stances = levels
    modalities = _modalities(event.marks)
    negated = event.marks.denials % 2 == 1
    held: _Held | None = None
    for level in stances:
        if level.cue is None:
            continue
        outer = _read_level(words, level.cue, level.marks)
        if held is None:
            outer.modalities |= (
                modalities if outer.name in words.words["on_claims"] else modalities & {Modality.CONDITIONAL}
            )
            held = outer
        else:
            turns = _compose(words, held, outer, level.cue)
            negated ^= turns
    if held is not None:
        modalities = held.modalities
    if conditional:
        modalities.add(Modality.CONDITIONAL)
    if _in_question(tree, index):
        modalities.add(Modality.POSSIBLE)
    modality = max(modalities or {Modality.FACT}, key=lambda m: words.strength[m])
    cues = _spans(tree, levels)
    if held is not None and not held.verbal and held.holder is None and held.name in words.words["acts"]:
        held, negated = None, not negated  # "a halt to strikes": no one's stance, but no strikes
    if held is None:
        return Commitment(None, None, modality, negated, cues)
    return Commitment(held.name, held.holder, modality, negated, cues)


def _read_level(words: Lexicon, cue: Cue, marks: Marks) -> _Held:
    """A single stance with its own denials and modal words."""
    name = cue.entry.value
    modalities = _modalities(marks)
    if marks.denials % 2 == 1:
        modal = bool(modalities - {Modality.POSSIBLE})
        name = _denied(words.stances[name], cue, modal, marks.able)
        if modal:
            modalities -= {Modality.FUTURE, Modality.CONDITIONAL, Modality.PROPOSED}
    modalities.add(words.stances[name].modality)
    return _Held(name, cue.holder, modalities, cue.part != "noun")


def _denied(stance: Stance, cue: Cue, modal: bool, able: bool) -> str:
    given = (able and cue.entry.unable) or cue.entry.denied
    return given or (stance.modal_denial if modal else stance.denial)


def _compose(words: Lexicon, held: _Held, outer: _Held, cue: Cue) -> bool:
    """Change `held` to what it comes to under `outer`; true if the event's denial turns."""
    against = words.stances[held.name].position == {"no"}
    if cue.entry.factive or held.settled:
        held.settled = True
        held.modalities |= outer.modalities
        if outer.name in words.words["leaving_open"]:  # "refused to confirm that": left open
            held.modalities.add(Modality.POSSIBLE)
        return False
    turns = False
    if outer.name == "rejected" and (not against or not held.verbal):
        held.name, held.holder, turns = outer.name, outer.holder, against
    elif outer.name in words.words["undoing"]:
        held.name = words.stances[held.name].denial
        if outer.name != "denied" or held.holder is None:
            held.holder = outer.holder
    elif (
        outer.name in words.words["promises"]
        and held.name in words.words["kept_under_promise"]
        and not (outer.name == "agreed" and held.name in words.words["overruled_by_agreement"])
    ):
        held.holder = outer.holder
        held.modalities |= outer.modalities
        return False
    else:
        held.name, held.holder, turns = outer.name, outer.holder, against
    held.modalities, held.verbal = outer.modalities, outer.verbal
    return turns


def _modalities(marks: Marks) -> set[Modality]:
    found = set(marks.modalities)
    if marks.able and marks.denials % 2 == 0:
        found.add(Modality.POSSIBLE)
    return found


def _in_question(tree: Tree, index: int) -> bool:
    first, last = tree.bounds[tree.sentence[index]]
    return "?" in tree.words[max(first, last - 3) : last]


def _spans(tree: Tree, levels: Sequence[Level]) -> tuple[Span, ...]:
    found = {tree.span(k, k) for level in levels for k in level.marks.words}
    found |= {tree.span(level.cue.words[0], level.cue.words[-1]) for level in levels if level.cue is not None}
    return tuple(sorted(found))
