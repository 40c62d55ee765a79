"""What single words do to the word they hang from: denials and modal words.

Which words do it is data (rules/vocabulary/negation.yaml, modality.yaml); here stands how each
category hangs: a denial or a modal word reaches the word that it hangs from, a conjunction the clause
that it opens.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.cues.lexicon import Lexicon
from checker.cues.tree import SUBJECTS, Tree
from checker.model import Modality

_MODIFYING = frozenset({"amod", "advmod", "compound"})


@dataclass(slots=True)
class Marks:
    """Denials counted, modalities seen, and the words that did it."""

    denials: int = 0
    modalities: set[Modality] = field(default_factory=set)
    able: bool = False  # "can", "could": with a denial they refuse, alone they only make possible
    words: list[int] = field(default_factory=list)

    def add(self, other: Marks, only_modal: bool = False) -> None:
        if not only_modal:
            self.denials += other.denials
        elif other.denials:
            return
        self.modalities |= other.modalities
        self.able = self.able or other.able
        self.words += other.words

    def deny(self, k: int) -> None:
        self.denials += 1
        self.words.append(k)

    def modify(self, name: str, k: int) -> None:
        if name == "able":
            self.able = True
        elif name:
            self.modalities.add(Modality(name))
        if name:
            self.words.append(k)


def local_marks(tree: Tree, i: int, came_from: int | None, lexicon: Lexicon) -> Marks:
    """The marks on token `i`, reached through its child `came_from`."""
    marks = Marks()
    for k in tree.children[i]:
        if _denies(tree, i, k, lexicon.words):
            if k != came_from:
                marks.deny(k)
        elif k != came_from or tree.deps[k] != "advcl":
            marks.modify(_modality(tree, i, k, lexicon), k)
    if tree.words[i] in lexicon.words["pronouns"] and came_from is not None and tree.tags[i] != "CC":
        marks.deny(i)
    return marks


def _denies(tree: Tree, i: int, k: int, words: dict[str, frozenset[str]]) -> bool:
    """Whether a word denies the one it hangs from; "a halt, not a ceasefire" denies the ceasefire."""
    word, label = tree.words[k], tree.deps[k]
    if label in SUBJECTS and tree.is_verb(i):
        return _denying_subject(tree, k, words)
    if word in words["particles"] and label != "cc":
        return not (k > i and tree.is_noun(i)) and tree.after(k) not in words["idle_after"]
    if word in words["determiners"] and label in ("det", "preconj"):
        return tree.after(k) not in words["idle_after_no"]
    if word in words["nearly"]:
        return tree.is_verb(i) and label == "advmod"
    return f"{tree.before(k)} {word}" in words["ended"]


def _denying_subject(tree: Tree, k: int, words: dict[str, frozenset[str]]) -> bool:
    first = tree.leftmost(k)
    few = tree.words[first] in words["few"] and tree.after(first) not in words["idle_after"]
    return (
        tree.words[k] in words["pronouns"]
        or few
        or any(
            tree.words[d] in words["determiners"] and tree.after(d) not in words["idle_after_no"] - {"one"}
            for d in tree.kids(k, "det", "neg")
        )
    )


def _modality(tree: Tree, i: int, k: int, lexicon: Lexicon) -> str:
    """The modality that a word or clause gives to the one it hangs from; "" for none."""
    word, label = tree.words[k], tree.deps[k]
    if label in _MODIFYING:
        return lexicon.modifiers.get(word, "")
    if label == "aux" or (label == "ROOT" and tree.tags[k] == "MD"):
        name = lexicon.auxiliaries.get(word, "")
        reported = tree.deps[i] in ("ccomp", "acl")  # "said it would": the past's "will"
        said = name == "conditional" and reported
        return "future" if said or (word == "to" and _headline_future(tree, i)) else name
    if label == "mark":
        return _conjunction(tree, i, k, lexicon.words)
    opened = label == "advcl" and any(_sets_condition(tree, c, lexicon.words) for c in tree.kids(k, "mark"))
    return "conditional" if opened else ""


def _headline_future(tree: Tree, i: int) -> bool:
    """ "Apple to cut jobs", "Apple is to cut jobs": an infinitive with nothing to depend on."""
    label, head = tree.deps[i], tree.heads[i]
    if label == "xcomp":
        return tree.words[head] in ("is", "are", "was", "were", "be") and not tree.kids(head, "acomp", "attr")
    if tree.finite[tree.sentence[i]]:
        return False
    return label == "ROOT" or (label in ("acl", "relcl") and tree.is_noun(head))


def _conjunction(tree: Tree, clause: int, k: int, words: dict[str, frozenset[str]]) -> str:
    """What the word that opens a clause makes of it."""
    word = tree.words[k]
    if word in words["doubts"] or (word == "if" and tree.deps[clause] == "ccomp"):
        return "possible"
    return "conditional" if _sets_condition(tree, k, words) else ""


def _sets_condition(tree: Tree, k: int, words: dict[str, frozenset[str]]) -> bool:
    return tree.words[k] in words["conditions"] and tree.before(k) not in words["not_conditions"]


def shared_marks(tree: Tree, first: int, second: int, lexicon: Lexicon) -> Marks:
    """What `second`, joined to `first`, takes over: an auxiliary it lacks, a denial carried by "or"."""
    marks = Marks()
    joints = {tree.words[k]: k for k in tree.kids(first, "cc")}
    own = bool(tree.kids(second, *SUBJECTS))
    if tree.tags[second] in ("VB", "VBN") and not own and not tree.kids(second, "aux"):
        for k in tree.kids(first, "aux"):
            marks.modify(_modality(tree, first, k, lexicon), k)
    bare = tree.tags[second] == "VB" and not tree.kids(second, "neg")
    if "nor" in joints:
        marks.deny(joints["nor"])
    elif not own and ("or" in joints or bare):
        marks.denials += local_marks(tree, first, second, lexicon).denials
    return marks


def crossing_marks(tree: Tree, i: int, came_from: int | None, lexicon: Lexicon) -> Marks:
    """The marks of what stands right before a phrase: "without", "short of", "instead of", ", not"."""
    marks = Marks()
    word, first = tree.words[i], tree.leftmost(i)
    leads_on = word != "short" or (came_from is not None and tree.words[came_from] == "of")
    if (word in lexicon.words["prepositions"] and leads_on) or word in lexicon.words["exceptions"]:
        marks.deny(i)
    if tree.is_noun(i) and tree.before(first) == "not" and tree.is_noun(tree.heads[first - 1]):
        marks.deny(first - 1)
    for contrast in lexicon.contrasts:
        for start in (first, first - len(contrast)):
            if start >= 0 and tuple(tree.words[start : start + len(contrast)]) == contrast:
                marks.deny(start)
    return marks


def phrase_conditions(tree: Tree, lexicon: Lexicon) -> frozenset[int]:
    """The sentences with a condition of several words: "as long as", "on condition"."""
    firsts = {phrase[0] for phrase in lexicon.phrases}
    return frozenset(
        tree.sentence[i]
        for i, word in enumerate(tree.words)
        if word in firsts and any(tuple(tree.words[i : i + len(p)]) == p for p in lexicon.phrases)
    )
