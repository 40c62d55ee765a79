"""Which cues stand in a text, what each leads to and who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.cues.holders import holder_of_noun, holder_of_state, holder_of_verb
from checker.cues.lexicon import Entry, Lexicon
from checker.cues.tree import Tree
from checker.model import Span

_CLAUSES = frozenset({"xcomp", "ccomp"})
_RELATIVE = frozenset({"WDT", "WP"})
_TERMINATORS = frozenset(
    {
        "but",
        "while",
        "although",
        "though",
        "however",
        ";",
        ":",
        "—",
        "–",
        "who",
        "which",
        "after",
        "as",
        "because",
    }
)


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
    for i, word in enumerate(tree.words):
        for part in (lexicon.verbs, lexicon.nouns, lexicon.adjectives):
            entries = part.get(word)
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
    if not (tree.is_verb(i) or _headline_verb(tree, i)):
        return None
    best: tuple[int, Cue] | None = None
    for entry in entries:
        tail = _match_tail(tree, i, entry.tail, entry.tail_holds)
        if entry.transparent and tail and tail[0] != i + 1:
            continue
        if tail is None or (best is not None and len(entry.tail) < best[0]):
            continue
        holds = entry.object_holds or entry.addressee or entry.tail_holds
        if not holds and entry.kind == "stance" and _object_between(tree, i, tail):
            continue
        content = tuple(_verb_content(tree, i, entry, tail))
        if not _frame_fits(tree, i, entry, content):
            continue
        if best is not None and len(entry.tail) == best[0]:
            nearer = bool(tail) and tail[-1] < best[1].words[-1]
            if not nearer and not (content and not best[1].content):
                continue
        taker = tail[-1] if entry.tail_holds else None
        holder = holder_of_verb(tree, i, object_holds=entry.object_holds, tail=taker)
        best = len(entry.tail), Cue(entry, i, (i, *tail), content, holder, "verb")
    return best[1] if best else None


def _object_between(tree: Tree, i: int, tail: tuple[int, ...]) -> bool:
    """ "called police on Monday" is not "called on"; "turned the offer down" is "turned down"."""
    if len(tail) != 1 or tree.deps[tail[0]] != "prep":
        return False
    return any(i < k < tail[0] for k in tree.kids(i, "dobj"))


def _headline_verb(tree: Tree, i: int) -> bool:
    """A word that the tagger took for a noun in a sentence without a verb: "Union rejects pay offer"."""
    first, last = tree.bounds[tree.sentence[i]]
    if not first < i < last - 1 or tree.finite[tree.sentence[i]]:
        return False
    if tree.words[i].endswith("s"):
        return tree.tags[i] in ("NNS", "NNPS")
    after_plural = tree.tags[i - 1] in ("NNS", "NNPS") and tree.tags[i] in ("NN", "RB", "RP", "JJ", "NNP")
    return after_plural and tree.tags[i + 1].startswith(("NN", "DT", "JJ", "CD", "TO"))


def _match_tail(tree: Tree, i: int, tail: tuple[str, ...], past_object: bool) -> tuple[int, ...] | None:
    """The tokens of a cue's further words, beside it or hanging from it; None if they are not there."""
    places: list[int] = []
    at = i
    for word in tail:
        nearby = (
            [at + 1, at + 2]
            if at + 1 < len(tree.words) and tree.tags[at + 1] in ("RB", "PRP$", "DT", "JJ")
            else [at + 1]
        )
        hanging = tree.children[i] + (tree.children[at] if at != i else [])
        hanging = hanging + (
            [k for thing in tree.kids(i, "dobj") for k in tree.kids(thing, "prep")] if past_object else []
        )
        places_of_word = [
            k
            for k in nearby + hanging
            if at < k < len(tree.words) and tree.words[k] == word and tree.sentence[k] == tree.sentence[i]
        ]
        if not places_of_word:
            return None
        at = places_of_word[0]
        places.append(at)
    return tuple(places)


def _frame_fits(tree: Tree, i: int, entry: Entry, content: tuple[int, ...]) -> bool:
    if entry.objects:
        return any(tree.is_verb(k) or _singular(tree.words[k]) in entry.objects for k in content)
    if (
        entry.of_others
        and not tree.kids(i, "dobj")
        and not any(tree.kids(k, "nsubj", "nsubjpass") for k in content)
    ):
        return False
    if entry.infinitive_only:
        return any(is_infinitive(tree, k) for k in content)
    if entry.tail[-1:] == ("for",) and any(_lasting(tree, k) for k in tree.children[i]):
        return False  # "strike for three days"
    if tree.words[i].startswith("consider") and _deemed(tree, i):
        return False
    if entry.base_clause:
        return all(tree.deps[k] != "ccomp" or _bare(tree, k) for k in content)
    if entry.unable:  # "agreed that it was wrong" is an opinion, "agreed that talks will begin" is not
        return all(tree.deps[k] != "ccomp" or _ahead(tree, k) for k in content)
    if entry.passive_infinitive:
        return tree.is_passive(i) and any(tree.deps[k] == "xcomp" for k in content)
    return True


def _deemed(tree: Tree, i: int) -> bool:
    """ "considered one of the best", "consider it a threat": no deliberation."""
    if tree.words[i] == "considering" and (tree.words[i + 1] == "that" or tree.deps[i] in ("prep", "mark")):
        return True
    if tree.kids(i, "oprd", "attr", "acomp") or (tree.is_passive(i) and tree.kids(i, "dobj", "xcomp")):
        return True
    return any(not tree.is_verb(k) for k in tree.kids(i, "ccomp"))


def _ahead(tree: Tree, verb: int) -> bool:
    return _bare(tree, verb) or any(tree.words[k] in _AHEAD for k in tree.kids(verb, "aux"))


def _bare(tree: Tree, verb: int) -> bool:
    """A subjunctive ("that he go") or "should": what is asked for, not what is said to be so."""
    auxiliaries = {tree.words[k] for k in tree.kids(verb, "aux", "auxpass")}
    if auxiliaries:
        return bool(auxiliaries & {"should", "be"}) and not auxiliaries & {
            "will",
            "would",
            "has",
            "had",
            "have",
        }
    return tree.tags[verb] == "VB"


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


def is_infinitive(tree: Tree, i: int) -> bool:
    """ "to go", not "whether to go"."""
    kids = tree.children[i]
    return any(tree.words[k] == "to" and tree.deps[k] == "aux" for k in kids) and not any(
        tree.words[k] in ("whether", "how", "when", "where", "what") for k in kids
    )


def _verb_content(tree: Tree, i: int, entry: Entry, tail: tuple[int, ...]) -> Iterator[int]:
    kids = tree.children[i]
    clauses = [k for k in kids if tree.deps[k] in _CLAUSES and (k > i or not tree.is_passive(i))]
    clauses += [
        k
        for k in kids
        if tree.deps[k] == "advcl" and k > i and entry.infinitive_only and is_infinitive(tree, k)
    ]
    if entry.infinitive_only:
        clauses = [k for k in clauses if is_infinitive(tree, k)]
    yield from clauses
    for place in () if entry.tail_holds else tail:
        yield from _not_dates(tree, tree.kids(place, "pobj", "pcomp"))
        if tree.deps[place] == "mark" and tree.heads[place] > place:  # "asked for the case to be dropped"
            yield tree.heads[place]
        for k in tree.kids(place, "prep"):
            if k not in tail:
                yield from _not_dates(tree, tree.kids(k, "pobj", "pcomp"))
    for k in kids:
        if tree.deps[k] == "prep" and k > i and (tree.words[k] in entry.prepositions or _lasting(tree, k)):
            yield from _not_dates(tree, tree.kids(k, "pobj", "pcomp"))
    yield from _beside(tree, i, entry)
    if not entry.takes_object or entry.infinitive_only or entry.clause_only:
        return
    if tree.is_passive(i):
        if not entry.object_holds and not clauses:
            yield from tree.kids(i, "nsubjpass", "csubjpass")
            yield from tree.kids(i, "dobj")
    elif not clauses and not (entry.object_holds and entry.kind == "stance"):
        yield from (k for k in tree.kids(i, "dobj", "attr", "oprd") if k > i or tree.tags[k] in _RELATIVE)


def _beside(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What a preposition right after a cue leads to, wherever the parser hung it."""
    k = i + 1
    if k < len(tree.words) and tree.words[k] in entry.prepositions and tree.heads[k] != i:
        return tree.kids(k, "pobj", "pcomp")
    return []


def _not_dates(tree: Tree, indices: list[int]) -> Iterator[int]:
    """ "made the pledge on Monday": the day is not what was pledged."""
    return (k for k in indices if tree.words[k] not in _DATES or not tree.shapes[k][0].isupper())


def lasts(tree: Tree, i: int) -> bool:
    """The length in "for 30 days"."""
    if tree.deps[i] == "nummod":
        i = tree.heads[i]
    return tree.words[i].rstrip("s") in _LENGTHS and tree.words[tree.heads[i]] == "for"


def _lasting(tree: Tree, preposition: int) -> bool:
    """ "for 30 days": the length of what is agreed, suspended or promised."""
    return tree.words[preposition] == "for" and any(
        tree.words[k].rstrip("s") in _LENGTHS for k in tree.kids(preposition, "pobj")
    )


_DATES = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
)
_AHEAD = frozenset({"will", "would", "'ll", "'d", "shall", "should", "must", "can", "could", "to"})
_LENGTHS = frozenset(
    {"minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "night"}
)


def _noun_cue(tree: Tree, i: int, entries: list[Entry], lexicon: Lexicon) -> Cue | None:
    if not tree.tags[i].startswith("NN"):
        return None
    for entry in entries:
        lead = tuple(range(i - len(entry.lead), i))
        if lead and tuple(tree.words[k] for k in lead if k >= 0) != entry.lead:
            continue
        light = _light_verb(tree, i, lexicon)
        content = tuple(_noun_content(tree, i, entry, light))
        holder = holder_of_noun(tree, i, light, lexicon)
        if entry.needs and light is None and not _denied_noun(tree, i):
            plural = tree.tags[i] == "NNS"
            if entry.needs == "light" or not (holder or plural):
                continue
        return Cue(entry, i, (*lead, i), content, holder, "noun")
    return None


def _denied_noun(tree: Tree, i: int) -> bool:
    """ "no agreement on", "without agreement on"."""
    return tree.words[tree.heads[i]] == "without" or any(tree.words[k] == "no" for k in tree.kids(i, "det"))


def _light_verb(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    verb = tree.heads[i]
    carries = tree.deps[i] in ("dobj", "nsubjpass", "attr", "dative") and tree.is_verb(verb)
    if carries and (tree.words[verb] in lexicon.light_subject or tree.words[verb] in lexicon.light_giver):
        return verb
    return None


def _noun_content(tree: Tree, i: int, entry: Entry, light: int | None) -> Iterator[int]:
    for k in tree.children[i]:
        label = tree.deps[k]
        if k > i and (label == "ccomp" or (label in ("acl", "relcl") and is_infinitive(tree, k))):
            yield k
    if light is not None:
        yield from (k for k in tree.kids(light, "xcomp") if k > i)
    if entry.clause_only:
        return
    yield from _beside(tree, i, entry)
    for owner in (i, light) if light is not None else (i,):
        for k in tree.children[owner]:
            if tree.words[k] in entry.prepositions and tree.deps[k] in ("prep", "dative") and k > i:
                yield from _not_dates(tree, tree.kids(k, "pobj", "pcomp"))
    for k in tree.children[i]:
        if (
            entry.compound
            and tree.deps[k] in ("compound", "nmod")
            and tree.tags[k] in ("NN", "NNS")
            and k < i
        ):
            yield k


def _adjective_cue(tree: Tree, i: int, entries: list[Entry]) -> Cue | None:
    if not tree.tags[i].startswith(("JJ", "VBN", "RB", "VBD", "IN")):
        return None
    verb = tree.heads[i]
    for entry in entries:
        content = [k for k in tree.kids(i, "xcomp", "ccomp", "advcl", "acl") if k > i]
        if tree.deps[i] in ("acomp", "attr", "oprd"):
            content += [k for k in tree.kids(verb, "xcomp", "ccomp") if k > i]
        if entry.kind == "negation":  # "the report that 50 had died was wrong"
            content += [
                c for k in tree.kids(verb, "nsubj") for c in tree.kids(k, "acl", "ccomp", "relcl") if c > k
            ]
        for k in tree.children[i]:
            if tree.deps[k] == "prep" and tree.words[k] in entry.prepositions:
                content += tree.kids(k, "pobj", "pcomp")
        if content:
            return Cue(entry, i, (i,), tuple(content), holder_of_state(tree, i), "adjective")
    return None


def window(tree: Tree, cue: Cue, starts: frozenset[int]) -> range:
    """What a cue with nothing in the parse reaches by words alone.

    To the right, if a noun phrase follows at once, until the clause turns or the next cue stands.
    """
    last = tree.bounds[tree.sentence[cue.anchor]][1]
    begin = cue.words[-1] + 1
    if begin >= last or not tree.tags[begin].startswith(("NN", "DT", "JJ", "CD", "PRP$", "$", "VBG", "TO")):
        return range(begin, begin)
    for k in range(begin, last):
        if tree.words[k] in _TERMINATORS or k in starts:
            return range(begin, k)
    return range(begin, last)
