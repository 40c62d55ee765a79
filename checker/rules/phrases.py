"""Phrases as rule writers write them, found in parsed text in one pass however many there are.

A phrase is words: a base form stands for all its forms (charge: charged, charges, charging), any other
form only for itself, and a word with a capital only for that. `a/b` is either word, `(a)` may be left
out, `...` is up to four words. Hyphens in the text do not matter; a phrase with cease-fire in it is also
found as "ceasefire" and "cease fire".
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from checker.keeping import kept

if TYPE_CHECKING:
    from checker.language import Doc

GAP = "..."
_GAP_WORDS = 4
_MOST_FORMS = 400
_HYPHENS = frozenset("-‐‑–")
_SKIPPED = _HYPHENS | frozenset("\"'“”‘’«»*_")
_STOPS = frozenset(".,;:!?()[]—…")
_EDGES = ".,;:!?()[]\"'“”‘’«»—…"
_SLOT = re.compile(r"\([^()]*\)|[^\s()]+|[()]")
_SIGNS = frozenset('()[]{}|*+?,;:!"')
_NO_STEM = frozenset({"news", "does", "this", "thus", "during", "united", "needs", "always", "whereas"})
P = TypeVar("P", bound=Hashable)


class Word(NamedTuple):
    """A word of the text: the keys it can be looked up by, and its characters."""

    keys: tuple[str, ...]
    start: int
    end: int
    joined: tuple[str, ...] = ()  # the keys of this word and the next one, where only a hyphen parts them


class Match(NamedTuple, Generic[P]):
    """A phrase found: what it was filed under, and the first and after-last word."""

    payload: P
    first: int
    stop: int


@dataclass(slots=True)
class _Node(Generic[P]):
    next: dict[str, _Node[P]] = field(default_factory=dict)
    gap: _Node[P] | None = None
    payloads: list[P] = field(default_factory=list)


class Phrases(Generic[P]):
    """An index of phrases, each with a payload."""

    def __init__(self) -> None:
        self._root: _Node[P] = _Node()

    def add(self, forms: Iterable[tuple[str, ...]], payload: P) -> None:
        """File word sequences, as `expand` gives them, under a payload."""
        for form in forms:
            node = self._root
            for word in form:
                if word == GAP:
                    node.gap = node.gap or _Node()
                    node = node.gap
                else:
                    node = node.next.setdefault(word, _Node())
            if payload not in node.payloads:
                node.payloads.append(payload)

    def find(self, words: Sequence[Word]) -> list[Match[P]]:
        """Every match, overlapping ones too, in the order of the text."""
        found: list[Match[P]] = []
        starts = self._root.next.keys()
        for i, word in enumerate(words):
            if not (starts.isdisjoint(word.keys) and starts.isdisjoint(word.joined)):
                stops = sorted(dict.fromkeys(self._from(words, i)), key=lambda end: end[1])
                found += [Match(payload, i, stop) for payload, stop in stops]
        return found

    def _from(self, words: Sequence[Word], start: int) -> Iterator[tuple[P, int]]:
        """The phrases that begin here, with where they end; every place in a phrase is come to once."""
        seen: set[tuple[int, int]] = set()
        todo = [(self._root, start)]
        while todo:
            node, i = todo.pop()
            if (id(node), i) in seen:
                continue
            seen.add((id(node), i))
            yield from ((payload, i) for payload in node.payloads)
            if node.gap is not None:
                gap = words[i : i + _GAP_WORDS]
                blocked = next(
                    (n for n, word in enumerate(gap) if not word.keys or word.keys[0] in _STOPS), len(gap)
                )
                todo += [(node.gap, j) for j in range(i, i + blocked + 1)]
            if i < len(words):
                for keys, stop in ((words[i].keys, i + 1), (words[i].joined, i + 2)):
                    todo += [(node.next[key], stop) for key in keys if key in node.next]


def expand(phrase: str) -> list[tuple[str, ...]]:
    """The word sequences a phrase stands for; ValueError, with what to write, where it is malformed."""
    slots = [_slot(slot) for slot in _SLOT.findall(phrase)]
    if prod(map(len, slots)) > _MOST_FORMS:
        raise ValueError("stands for too many phrases\nwrite it as several shorter ones")
    forms = sorted({tuple(word for part in parts for word in part) for parts in product(*slots)})
    if not forms or any(not form for form in forms):
        raise ValueError(
            "is blank, or may be left out altogether\nwrite at least one word that must be there"
        )
    if any(form[0] == GAP or form[-1] == GAP for form in forms):
        raise ValueError("begins or ends with '...'\nput a word on both sides of it")
    return forms


def _slot(slot: str) -> list[tuple[str, ...]]:
    if slot in (GAP, "…"):
        return [(GAP,)]
    if slot.startswith("(") and slot.endswith(")"):
        return [(), *expand(slot[1:-1])]
    if not _SIGNS.isdisjoint(slot):
        raise ValueError(
            f"has {slot!r}, and phrases do not have such signs\n"
            "write words; a/b for either, (a) for one that may be left out, ... for up to four words"
        )
    options: list[tuple[str, ...]] = []
    for option in slot.split("/"):
        parts = tuple(normal(part) for part in option.split("-") if part)
        if not parts:
            raise ValueError(f"has {slot!r} with nothing on one side of its '/'\nwrite a word on both sides")
        options.append(parts)
        if len(parts) > 1:
            options.append(("".join(parts),))
    return options


def normal(word: str) -> str:
    """A word as it is filed: spelling of -ise and -ize made one, curly apostrophes straight."""
    return word.replace("’", "'").replace("iz", "is")


def words_of(doc: Doc) -> list[Word]:
    """The words of a parsed text, hyphens and quotation marks left out; sentence ends block a phrase."""
    words: list[Word] = []
    hyphen = False
    for token in doc:
        if token.is_sent_start and words and words[-1].keys[:1] != (".",):
            words.append(Word((".",), token.idx, token.idx))
        text = token.text
        if token.is_space or text in _SKIPPED:
            hyphen = text in _HYPHENS and not token.whitespace_
            continue
        if hyphen and words and words[-1].end == token.idx - 1:
            first = words[-1].keys[0]
            words[-1] = words[-1]._replace(joined=keys_of(first + text.lower(), first + token.lemma_.lower()))
        hyphen = False
        words.append(Word(keys_of(text, token.lemma_), token.idx, token.idx + len(text)))
    return words


def words_of_text(text: str) -> list[Word]:
    """The words of an unparsed text: enough to see whether a phrase may be in it at all."""
    words = []
    for piece in text.replace("-", " ").split():
        word = piece.strip(_EDGES)
        if word:
            words.append(Word(keys_of(word, word.removesuffix("'s").removesuffix("’s")), 0, 0))
    return words


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether an unparsed text has one of the phrases in it."""
    return bool(index_of(phrases).find(_words_kept(text)))


_words_kept = kept(4_096)(words_of_text)


@lru_cache(maxsize=512)
def index_of(phrases: tuple[str, ...]) -> Phrases[str]:
    index: Phrases[str] = Phrases()
    for phrase in phrases:
        index.add(expand(phrase), phrase)
    return index


@kept(20_000)
def keys_of(text: str, lemma: str) -> tuple[str, ...]:
    if "-" in text.strip("-"):
        text, lemma = text.replace("-", ""), lemma.replace("-", "")  # "EF-5" is one token to the parser
    lower = normal(text.lower())
    keys = dict.fromkeys((lower, normal(lemma.lower()), *stems(lower)))
    if text[:1].isupper():
        keys[normal(text)] = None
        if text.isupper() and len(text) > 1:
            keys[normal(text.capitalize())] = None
    return tuple(keys)


def stems(word: str) -> list[str]:
    """Base forms the word may be an inflection of; a wrong guess is no word and does no harm."""
    if len(word) < 5 or word in _NO_STEM or not word.isalpha():
        return []
    if word.endswith(("ies", "ied")):
        return [word[:-3] + "y"]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3:
            doubled = [stem[:-1]] if stem[-1] == stem[-2] else []
            return [stem, stem + "e", *doubled]
    return []
