"""Who holds a stance: the words that name the one who agrees, refuses or proposes."""

from __future__ import annotations

from checker.cues.lexicon import Lexicon
from checker.cues.tree import SUBJECTS, Tree
from checker.model import Span

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def holder_of_verb(
    tree: Tree, verb: int, *, object_holds: bool = False, tail: int | None = None
) -> Span | None:
    """The subject of a verb, the agent of a passive one, or the object where the object is in control."""
    if tail is not None:
        return next((tree.noun_span(k) for k in tree.kids(tail, "pobj")), None)
    if object_holds:
        holder = next(iter(tree.kids(verb, "dobj", "nsubjpass")), None)
    elif tree.is_passive(verb):
        holder = agent(tree, verb)
    else:
        holder = subject(tree, verb)
    return None if holder is None else tree.noun_span(holder)


def holder_of_state(tree: Tree, word: int) -> Span | None:
    """The one who is open, opposed, divided: the subject of the verb that the adjective completes."""
    verb = word if tree.is_verb(word) and tree.kids(word, "nsubj", "nsubjpass") else tree.heads[word]
    holder = next(iter(tree.kids(verb, "nsubjpass")), None) or subject(tree, verb)
    return None if holder is None else tree.noun_span(holder)


def agent(tree: Tree, verb: int) -> int | None:
    """The head of "by …" with a passive verb."""
    for k in tree.children[verb]:
        if tree.deps[k] == "agent" or (tree.deps[k] == "prep" and tree.words[k] == "by"):
            return next(iter(tree.kids(k, "pobj")), None)
    return None


def subject(tree: Tree, verb: int) -> int | None:
    """The head of the subject of a verb, found through conjunction, control and relative clauses."""
    for _ in range(20):
        for k in tree.children[verb]:
            if tree.deps[k] in SUBJECTS:
                if tree.is_verb(k):
                    return None
                return _described(tree, verb, _antecedent(tree, verb, k))
        label, head = tree.deps[verb], tree.heads[verb]
        if label == "xcomp":
            controller = next(iter(tree.kids(head, "dobj", "dative")), None)
            if controller is not None and tree.is_noun(controller):
                return controller
        elif label in ("acl", "relcl"):
            return _owner(tree, head) if tree.tags[verb] == "VB" else head
        elif (
            label == "ROOT"
            or head == verb
            or label == "pobj"
            or (tree.is_noun(verb) and label in ("dobj", "nsubj", "attr"))
        ):
            return _left_noun(tree, verb)
        verb = head
    return None


def _antecedent(tree: Tree, verb: int, k: int) -> int:
    """A relative pronoun stands for the noun that its clause hangs from."""
    if tree.words[k] not in _RELATIVE or tree.tags[k] not in ("WDT", "WP", "WP$"):
        return k
    for _ in range(20):
        if tree.deps[verb] == "relcl":
            return tree.heads[verb]
        verb = tree.heads[verb]
    return k


def _described(tree: Tree, verb: int, k: int) -> int:
    """ "Ofgem, the regulator, rejected it": the name before a description that was read as the subject."""
    first = tree.leftmost(k)
    name = first - 2
    if name < 0 or tree.words[first - 1] != "," or tree.words[k + 1 : k + 2] != [","]:
        return k
    named = tree.tags[name].startswith("NNP") and not tree.tags[k].startswith("NNP")
    return name if named and tree.heads[name] == verb and tree.deps[name] != "npadvmod" else k


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose plan it is in "the ministry's plan to cut"; else who stands over the noun."""
    for k in tree.kids(noun, "poss", "nmod"):
        return k
    head = tree.heads[noun]
    if tree.deps[noun] in ("dobj", "attr") and tree.is_verb(head):
        return subject(tree, head)
    return noun if tree.tags[noun].startswith("NNP") else None


def _left_noun(tree: Tree, verb: int) -> int | None:
    """In a headline that did not parse: the nearest name or noun before."""
    first = tree.bounds[tree.sentence[verb]][0]
    for k in range(verb - 1, first - 1, -1):
        if tree.tags[k].startswith("NN") or tree.tags[k] == "PRP":
            return k
        if tree.words[k] in (",", ";", ":", ".", '"', "“", "”"):
            break
    return None


def holder_of_noun(tree: Tree, noun: int, light: int | None, lexicon: Lexicon) -> Span | None:
    """Whose refusal or offer it is: possessor, "by …", a name before it, else the light verb's subject."""
    for k in tree.kids(noun, "poss"):
        if tree.tags[k] != "PRP$" or light is None:
            return tree.noun_span(k)
    for k in tree.kids(noun, "prep"):
        if tree.words[k] in ("by", "from", "between", "among"):
            for giver in tree.kids(k, "pobj"):
                return tree.noun_span(giver)
    for k in tree.kids(noun, "compound", "amod", "nmod"):
        if light is not None and tree.leftmost(noun) == k and k + 1 == noun:
            continue  # "gave Dublin permission": the one who gets it
        if tree.tags[k].startswith("NNP") or (tree.tags[k] == "JJ" and tree.shapes[k][0].isupper()):
            return tree.noun_span(k)
    if light is not None:
        return holder_of_verb(tree, light)
    above = tree.heads[noun]
    if tree.words[above] == "in" and tree.is_verb(tree.heads[above]):  # "is in talks on"
        return holder_of_verb(tree, tree.heads[above])
    return None
