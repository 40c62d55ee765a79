"""What single words do to the word they hang from: denials and modal words."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.cues.lexicon import Lexicon
from checker.cues.tree import SUBJECTS, Tree
from checker.model import Modality


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


def local_marks(tree: Tree, i: int, came_from: int | None, lexicon: Lexicon) -> Marks:
    """The marks on token `i`, reached through its child `came_from`."""
    marks = Marks()
    words = lexicon.words
    for k in tree.children[i]:
        word = tree.words[k]
        label = tree.deps[k]
        if word in words["particles"] and k > i and tree.is_noun(i):
            continue  # "a halt, not a ceasefire" denies the ceasefire
        if (word in words["particles"] and label != "cc") or (word == "longer" and tree.words[k - 1] == "no"):
            _deny(tree, k, marks, words)
        elif word in words["determiners"] and label in ("det", "preconj", "nsubj"):
            if k + 1 < len(tree.words) and tree.words[k + 1] not in words["idle_after_no"] and k != came_from:
                _count(marks, k)
        elif label == "det" and k and tree.words[k - 1] in words["scarce"]:
            _count(marks, k - 1)
        elif word in words["nearly"] and tree.is_verb(i) and label == "advmod":
            _count(marks, k)
        elif word in lexicon.modifiers and label in ("amod", "advmod", "compound"):
            marks.modalities.add(lexicon.modifiers[word])
            marks.words.append(k)
        elif label == "aux" or (label == "ROOT" and tree.tags[k] == "MD"):
            _auxiliary(tree, i, k, marks, lexicon)
        elif label in SUBJECTS and k != came_from and tree.is_verb(i) and _denying_subject(tree, k, words):
            _count(marks, k)
        elif label == "mark":
            _mark(tree, i, k, marks, words)
        elif label == "advcl" and k != came_from:
            _conditional_on(tree, i, k, marks, words)
    word = tree.words[i]
    if word in words["pronouns"] and came_from is not None and tree.tags[i] != "CC":
        _count(marks, i)
    return marks


def _count(marks: Marks, k: int) -> None:
    marks.denials += 1
    marks.words.append(k)


def _deny(tree: Tree, k: int, marks: Marks, words: dict[str, frozenset[str]]) -> None:
    following = tree.words[k + 1] if k + 1 < len(tree.words) else ""
    if following not in words["idle_after"]:
        _count(marks, k)


def _denying_subject(tree: Tree, k: int, words: dict[str, frozenset[str]]) -> bool:
    if tree.words[k] in words["pronouns"]:
        return True
    first = tree.leftmost(k)
    if tree.words[first] in words["few"] and tree.words[first + 1] not in words["idle_after"]:
        return True
    return any(
        tree.words[d] in words["determiners"] and tree.words[d + 1] not in words["idle_after_no"] - {"one"}
        for d in tree.kids(k, "det", "neg")
    )


def _auxiliary(tree: Tree, i: int, k: int, marks: Marks, lexicon: Lexicon) -> None:
    word = tree.words[k]
    name = lexicon.auxiliaries.get(word)
    if name == "able":
        marks.able = True
        marks.words.append(k)
    elif name == "conditional" and tree.deps[i] in ("ccomp", "acl"):
        marks.modalities.add(Modality.FUTURE)  # "said it would": the past's "will"
        marks.words.append(k)
    elif name is not None:
        marks.modalities.add(Modality(name))
        marks.words.append(k)
    elif word == "to" and _headline_future(tree, i):
        marks.modalities.add(Modality.FUTURE)
        marks.words.append(k)


def _headline_future(tree: Tree, i: int) -> bool:
    """ "Apple to cut jobs", "Apple is to cut jobs": an infinitive with nothing to depend on."""
    label, head = tree.deps[i], tree.heads[i]
    if label == "xcomp":
        return tree.words[head] in ("is", "are", "was", "were", "be") and not tree.kids(head, "acomp", "attr")
    if tree.finite[tree.sentence[i]]:
        return False
    return label == "ROOT" or (label in ("acl", "relcl") and tree.is_noun(head))


def _mark(tree: Tree, i: int, k: int, marks: Marks, words: dict[str, frozenset[str]]) -> None:
    word = tree.words[k]
    before = tree.words[k - 1] if k else ""
    if word in words["doubts"] or (word == "if" and tree.deps[i] == "ccomp"):
        marks.modalities.add(Modality.POSSIBLE)
        marks.words.append(k)
    elif word in words["conditions"] and before not in words["not_conditions"]:
        marks.modalities.add(Modality.CONDITIONAL)
        marks.words.append(k)


def _conditional_on(tree: Tree, i: int, clause: int, marks: Marks, words: dict[str, frozenset[str]]) -> None:
    for k in tree.kids(clause, "mark"):
        before = tree.words[k - 1] if k else ""
        if tree.words[k] in words["conditions"] and before not in words["not_conditions"]:
            marks.modalities.add(Modality.CONDITIONAL)
            marks.words.append(k)


def shared_marks(tree: Tree, first: int, second: int, lexicon: Lexicon) -> Marks:
    """What `second`, joined to `first`, takes over: an auxiliary it lacks, a denial carried by "or"."""
    marks = Marks()
    joined = {tree.words[k] for k in tree.kids(first, "cc")}
    verb = tree.is_verb(second)
    if (
        verb
        and not tree.kids(second, *SUBJECTS)
        and not tree.kids(second, "aux")
        and tree.tags[second] in ("VB", "VBN")
    ):
        for k in tree.kids(first, "aux"):
            _auxiliary(tree, first, k, marks, lexicon)
    if "nor" in joined:
        _count(marks, next(k for k in tree.kids(first, "cc") if tree.words[k] == "nor"))
    elif ("or" in joined and not tree.kids(second, *SUBJECTS)) or (
        verb
        and tree.tags[second] == "VB"
        and not tree.kids(second, *SUBJECTS)
        and not tree.kids(second, "neg")
    ):
        marks.denials += local_marks(tree, first, second, lexicon).denials
    return marks


def crossing_marks(tree: Tree, i: int, came_from: int | None, lexicon: Lexicon) -> Marks:
    """The marks of what stands right before a phrase: "without", "short of", "instead of", ", not"."""
    marks = Marks()
    word = tree.words[i]
    leads_on = word != "short" or (came_from is not None and tree.words[came_from] == "of")
    if (word in lexicon.words["prepositions"] and leads_on) or word in lexicon.words["exceptions"]:
        _count(marks, i)
    first = tree.leftmost(i)
    if tree.is_noun(i) and first and tree.words[first - 1] == "not" and tree.is_noun(tree.heads[first - 1]):
        _count(marks, first - 1)
    for contrast in lexicon.contrasts:
        for start in (first, first - len(contrast)):
            if start >= 0 and tuple(tree.words[start : start + len(contrast)]) == contrast:
                _count(marks, start)
    return marks


def phrase_conditions(tree: Tree, lexicon: Lexicon) -> dict[int, int]:
    """Sentence → the first word of a condition of several words in it: "as long as", "on condition"."""
    found: dict[int, int] = {}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    for i, word in enumerate(tree.words):
        if any(tuple(tree.words[i : i + len(phrase)]) == phrase for phrase in by_first.get(word, ())):
            found.setdefault(tree.sentence[i], i)
    return found
