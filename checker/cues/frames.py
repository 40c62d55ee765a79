"""What a verb leads to, and whether it stands in the frame that gives it its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from checker.cues.lexicon import Entry, lexicon
from checker.cues.tree import Tree

_CLAUSES = frozenset({"xcomp", "ccomp"})
_REACH = 6
_RELATIVE = frozenset({"WDT", "WP"})


def object_between(tree: Tree, i: int, tail: tuple[int, ...]) -> bool:
    """ "called police on Monday" is not "called on"; "turned the offer down" is "turned down"."""
    if len(tail) != 1 or tree.deps[tail[0]] != "prep":
        return False
    return any(i < k < tail[0] for k in tree.kids(i, "dobj", "prt"))


def frame_fits(tree: Tree, i: int, entry: Entry, content: tuple[int, ...]) -> bool:
    """Whether a verb means what the entry says it means where it stands."""
    if _of_evidence(tree, i) or (entry.present and tree.tags[i] in ("VBD", "VBN")):
        return False
    if entry.of_others and not any(tree.kids(k, "nsubj", "nsubjpass") for k in content):
        return False
    if entry.objects:
        return any(tree.is_verb(k) or tree.lemmas[k] in entry.objects for k in content)
    if entry.two_objects:
        return bool(tree.kids(i, "dative") or (tree.is_passive(i) and tree.kids(i, "dobj")))
    if entry.infinitive_only:
        return any(is_infinitive(tree, k) for k in content)
    if entry.passive_infinitive:
        return tree.is_passive(i) and any(tree.deps[k] == "xcomp" for k in content)
    if (
        entry.base_clause or entry.unable
    ):  # "agreed that it was wrong" is an opinion, "that talks will begin" not
        return all(tree.deps[k] != "ccomp" or (entry.unable is not None and _ahead(tree, k)) for k in content)
    return True


def _of_evidence(tree: Tree, i: int) -> bool:
    """ "nothing to suggest foul play", "evidence to support the claim": nobody's stance."""
    over = tree.words[tree.heads[i]]
    return tree.deps[i] in ("relcl", "acl") and is_infinitive(tree, i) and over in lexicon().words["evidence"]


def _ahead(tree: Tree, verb: int) -> bool:
    """What can be agreed to: not what was ("agreed that it was wrong") nor what simply is."""
    if any(tree.words[k] in lexicon().words["ahead"] for k in tree.kids(verb, "aux")):
        return True
    return tree.tags[verb] in ("VBZ", "VBP") and tree.words[verb] not in lexicon().words["being"]


def is_infinitive(tree: Tree, i: int) -> bool:
    """ "to go", not "whether to go"."""
    kids = tree.children[i]
    return any(tree.words[k] == "to" and tree.deps[k] == "aux" for k in kids) and not any(
        tree.words[k] in ("whether", "how", "when", "where", "what") for k in kids
    )


def verb_content(tree: Tree, i: int, entry: Entry, tail: tuple[int, ...]) -> Iterator[int]:
    behind = [k for k in tree.children[i] if k > i]
    clauses = [k for k in behind if tree.deps[k] in _CLAUSES]
    if entry.infinitive_only:
        clauses += [k for k in behind if tree.deps[k] == "advcl" and is_infinitive(tree, k)]
    yield from clauses
    for place in () if entry.tail_holds else tail:
        if tree.deps[place] == "mark":  # "asked for the case to be dropped"
            yield tree.heads[place]
        for leading in (place, *tree.kids(place, "prep")):
            yield from not_dates(tree, led_to(tree, leading))
    for k in behind:
        if tree.words[k] in entry.prepositions:
            yield from not_dates(tree, led_to(tree, k))
    yield from beside(tree, i, entry)
    if entry.takes_object and not (clauses or entry.infinitive_only or entry.clause_only):
        yield from _objects(tree, i, entry)


def _objects(tree: Tree, i: int, entry: Entry) -> Iterator[int]:
    """What is agreed to, refused, done, where it is the verb's object or the subject of its passive."""
    if not tree.is_passive(i):
        held = entry.object_holds and entry.kind == "stance"
        things = () if held else tree.kids(i, "dobj", "attr", "oprd")
        yield from (k for k in things if k > i or tree.tags[k] in _RELATIVE)
    elif not entry.object_holds:
        yield from tree.kids(i, "nsubjpass", "csubjpass", "dobj")


def beside(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What a preposition right after a cue leads to, wherever the parser hung it."""
    k = i + 1
    if k < len(tree.words) and tree.words[k] in entry.prepositions and tree.heads[k] != i:
        return led_to(tree, k)
    return []


def led_to(tree: Tree, preposition: int) -> list[int]:
    """What a preposition leads to, with its repetitions: "talks on a truce, on borders and on aid"."""
    found = tree.kids(preposition, "pobj", "pcomp")
    above = preposition
    for _ in range(_REACH if found else 0):
        for k in tree.kids(above, "prep", "conj"):
            again = k > preposition and tree.words[k] == tree.words[preposition]
            if again and tree.before(k) in (",", "and", "or", "nor"):
                found += tree.kids(k, "pobj", "pcomp")
        if tree.heads[above] == above or tree.is_verb(above):
            break
        above = tree.heads[above]
    return found


def not_dates(tree: Tree, indices: list[int]) -> Iterator[int]:
    """ "made the pledge on Monday": the day is not what was pledged."""
    return (k for k in indices if not any(_is_date(tree, part) for part in (k, *tree.kids(k, "compound"))))


def _is_date(tree: Tree, i: int) -> bool:
    return tree.words[i] in lexicon().words["dates"] and tree.shapes[i][0].isupper()
