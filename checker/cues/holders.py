"""Who holds a stance: the words that name the one who agrees, refuses or proposes."""

from __future__ import annotations

from checker.clauses import doer, stands_for, subjects
from checker.cues.tree import SUBJECTS, Tree
from checker.model import Span


def holder_of_verb(
    tree: Tree, verb: int, *, object_holds: bool = False, tail: int | None = None
) -> Span | None:
    """The one who does it, or the object where the object is in control."""
    if tail is not None:
        return next((tree.noun_span(k) for k in tree.kids(tail, "pobj")), None)
    if object_holds:
        held = next(iter(tree.kids(verb, "dobj", "nsubjpass")), None)
        return None if held is None else tree.noun_span(held)
    token = doer(tree.doc[verb])
    if token is None or tree.is_verb(token.i):
        return None
    return tree.noun_span(_described(tree, verb, stands_for(token).i))


def holder_of_state(tree: Tree, word: int) -> Span | None:
    """The one who is open, opposed, divided: the subject of the verb that the adjective completes."""
    verb = word if tree.is_verb(word) and tree.kids(word, *SUBJECTS) else tree.heads[word]
    holder = next(iter(subjects(tree.doc[verb])), None)
    return None if holder is None else tree.noun_span(holder.i)


def _described(tree: Tree, verb: int, k: int) -> int:
    """ "Ofgem, the regulator, rejected it": the name before a description that was read as the subject."""
    comma = tree.leftmost(k) - 1
    if comma < 1 or tree.words[comma] != "," or tree.words[k + 1 : k + 2] != [","]:
        return k
    named = tree.tags[comma - 1].startswith("NNP") and tree.heads[comma - 1] == verb
    return comma - 1 if named else k


def holder_of_noun(tree: Tree, noun: int, light: int | None) -> Span | None:
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
