"""Which cues stand in a text, what each leads to and who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.cues.frames import (
    beside,
    frame_fits,
    is_infinitive,
    led_to,
    not_dates,
    object_between,
    verb_content,
)
from checker.cues.holders import holder_of_noun, holder_of_state, holder_of_verb
from checker.cues.lexicon import Entry, Lexicon, lexicon
from checker.cues.tree import Tree
from checker.model import Span

_SMALL = (["RB"], ["PRP$"], ["DT"], ["JJ"])  # tags of a word that may stand between two of a cue


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at its place. `anchor` is its head word; `content` the heads of what it leads to."""

    entry: Entry
    anchor: int
    words: tuple[int, ...]
    content: tuple[int, ...]
    holder: Span | None
    part: str  # verb, noun or adjective


def find_cues(tree: Tree, lexicon: Lexicon) -> list[Cue]:
    """Every cue of the text, in the order of their words; the longest of those that start at one word."""
    found: list[Cue] = []
    for i, (word, lemma) in enumerate(zip(tree.words, tree.lemmas, strict=True)):
        for part in (lexicon.verbs, lexicon.nouns, lexicon.adjectives):
            entries = part.get(word if part is lexicon.adjectives else lemma)
            if entries is None:
                continue
            if part is lexicon.verbs:
                cue = _verb_cue(tree, i, entries)
            elif part is lexicon.nouns:
                cue = _noun_cue(tree, i, entries, lexicon)
            else:
                cue = _adjective_cue(tree, i, entries)
            if cue is not None:
                found.append(cue)
                break
    return found


def _verb_cue(tree: Tree, i: int, entries: list[Entry]) -> Cue | None:
    if not tree.is_verb(i):
        return None
    found: list[Cue] = []
    for entry in entries:
        tail = _match_tail(tree, i, entry.tail, entry.tail_holds)
        holds = entry.object_holds or entry.addressee or entry.tail_holds
        if tail is None or (not holds and entry.kind == "stance" and object_between(tree, i, tail)):
            continue
        content = tuple(verb_content(tree, i, entry, tail))
        if frame_fits(tree, i, entry, content):
            taker = tail[-1] if entry.tail_holds else None
            holder = holder_of_verb(tree, i, object_holds=entry.object_holds, tail=taker)
            found.append(Cue(entry, i, (i, *tail), content, holder, "verb"))
    return max(found, key=lambda cue: (len(cue.words), -cue.words[-1], bool(cue.content)), default=None)


def _match_tail(tree: Tree, i: int, tail: tuple[str, ...], past_object: bool) -> tuple[int, ...] | None:
    """The tokens of a cue's further words, beside it or hanging from it; None if they are not there."""
    places = [i]
    behind = [k for thing in tree.kids(i, "dobj") for k in tree.kids(thing, "prep")] if past_object else []
    for word in tail:
        at = places[-1]
        near = (at + 1, at + 2) if tree.tags[at + 1 : at + 2] in _SMALL else (at + 1,)
        hanging = (*near, *tree.children[i], *tree.children[at], *behind)
        last = tree.bounds[tree.sentence[i]][1]
        found = next((k for k in hanging if at < k < last and tree.words[k] == word), None)
        if found is None:
            return None
        places.append(found)
    return tuple(places[1:])


def _noun_cue(tree: Tree, i: int, entries: list[Entry], lexicon: Lexicon) -> Cue | None:
    if not tree.tags[i].startswith("NN"):
        return None
    for entry in entries:
        lead = tuple(range(i - len(entry.lead), i))
        if lead and tuple(tree.words[k] for k in lead if k >= 0) != entry.lead:
            continue
        light = _light_verb(tree, i, lexicon)
        content = tuple(_noun_content(tree, i, entry, light))
        holder = holder_of_noun(tree, i, light)
        alone = light is None and not _denied_noun(tree, i)
        if entry.needs and alone and (entry.needs == "light" or not (holder or tree.tags[i] == "NNS")):
            continue
        return Cue(entry, i, (*lead, i), content, holder, "noun")
    return None


def _denied_noun(tree: Tree, i: int) -> bool:
    """ "no agreement on", "without agreement on"."""
    return tree.words[tree.heads[i]] == "without" or any(tree.words[k] == "no" for k in tree.kids(i, "det"))


def _light_verb(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    verb = tree.heads[i]
    carries = tree.deps[i] in ("dobj", "nsubjpass", "attr", "dative") and tree.is_verb(verb)
    if carries and (tree.lemmas[verb] in lexicon.light_subject | lexicon.light_giver):
        return verb
    return None


def _noun_content(tree: Tree, i: int, entry: Entry, light: int | None) -> Iterator[int]:
    yield from (
        k for k in tree.kids(i, "ccomp", "acl", "relcl") if tree.deps[k] == "ccomp" or is_infinitive(tree, k)
    )
    if entry.clause_only:
        return
    given = light is not None and tree.lemmas[light] in lexicon().light_giver
    if not entry.owned_of and not given:
        yield from beside(tree, i, entry)
    for owner in (i, light) if light is not None else (i,):
        for k in tree.children[owner]:
            if tree.words[k] == "of" and (given or (entry.owned_of and not tree.kids(i, "poss"))):
                continue  # "needs the approval of shareholders", "the support of pilots": theirs
            if tree.words[k] in entry.prepositions and tree.deps[k] in ("prep", "dative") and k > i:
                yield from not_dates(tree, led_to(tree, k))
    yield from _subject_under(tree, i)
    if entry.compound:
        yield from (k for k in tree.kids(i, "compound", "nmod") if tree.tags[k] in ("NN", "NNS"))


def _subject_under(tree: Tree, i: int) -> list[int]:
    """ "The merger is under consideration": what the phrase is said of."""
    above = tree.heads[i]
    verb = tree.heads[above]
    copular = tree.lemmas[verb] in ("be", "remain")
    under = tree.words[above] == "under" and tree.deps[i] == "pobj"
    return tree.kids(verb, "nsubj") if under and copular else []


def _adjective_cue(tree: Tree, i: int, entries: list[Entry]) -> Cue | None:
    if not tree.tags[i].startswith(("JJ", "VBN", "RB", "VBD", "VBG", "IN")):
        return None
    verb = tree.heads[i]
    for entry in entries:
        content = [k for k in tree.kids(i, "xcomp", "ccomp", "advcl", "acl") if k > i]
        if tree.deps[i] in ("acomp", "attr", "oprd"):
            content += [k for k in tree.kids(verb, "xcomp", "ccomp") if k > i]
        for k in tree.children[i]:
            if tree.deps[k] == "prep" and tree.words[k] in entry.prepositions:
                content += led_to(tree, k)
        if content:
            return Cue(entry, i, (i,), tuple(content), holder_of_state(tree, i), "adjective")
    return None
