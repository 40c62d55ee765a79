"""A dependency parse as plain lists: spaCy's attributes are dear to read, so each is read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.clauses import is_passive
from checker.lexical.lemmas import mended
from checker.model import Span

if TYPE_CHECKING:
    from checker.language import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_MOST_CHILDREN = 64
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one document, by index. `sentence[i]` is the number of the sentence of token i."""

    doc: Doc
    words: list[str]  # lower case
    lemmas: list[str]
    shapes: list[str]  # as written
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    starts: list[int]  # character offsets
    sentence: list[int]
    bounds: list[tuple[int, int]]  # first and one past the last token of each sentence
    finite: list[bool]  # whether the sentence has a finite verb; a headline may have none

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.starts[last] + len(self.shapes[last]))

    def kids(self, i: int, *labels: str) -> list[int]:
        return [child for child in self.children[i] if self.deps[child] in labels]

    def below(self, *heads: int) -> set[int]:
        """All that hangs from some words, directly or not, and the words themselves."""
        found = set(heads)
        edge = list(heads)
        while edge:
            new = [kid for i in edge for kid in self.children[i] if kid not in found]
            found.update(new)
            edge = new
        return found

    def before(self, i: int) -> str:
        return self.words[i - 1] if i else ""

    def after(self, i: int) -> str:
        return self.words[i + 1] if i + 1 < len(self.words) else ""

    def is_verb(self, i: int) -> bool:
        return self.tags[i].startswith("VB")

    def is_noun(self, i: int) -> bool:
        return self.tags[i].startswith(("NN", "PRP", "CD", "DT", "WP", "WDT", "$"))

    def is_passive(self, i: int) -> bool:
        return is_passive(self.doc[i])

    def noun_span(self, head: int) -> Span:
        """The words of a name or noun phrase: its left modifiers, "of …" and what is joined to it."""
        before = (k for k in self.children[head] if k < head and self.deps[k] not in ("neg", "cc", "punct"))
        first = min(map(self.leftmost, before), default=head)
        last = head
        for child in self.children[head]:
            if child < head:
                continue
            joined = self.deps[child] == "conj" and self.is_noun(child)
            named = self.deps[child] == "appos" and self.leftmost(child) == head + 1
            of_whom = self.words[child] == "of" or (
                self.words[child] == "for" and self.words[head].startswith("spokes")
            )
            if joined or named or of_whom:
                last = max(last, self._rightmost(child))
        return self.span(first, last)

    def leftmost(self, i: int) -> int:
        """The first token of what hangs from `i`."""
        for _ in range(_DEEPEST):
            if not self.children[i] or self.children[i][0] > i:
                break
            i = self.children[i][0]
        return i

    def _rightmost(self, i: int) -> int:
        for _ in range(_DEEPEST):
            of = [k for k in self.kids(i, "prep") if self.words[k] == "of"]
            inside = [k for k in (*self.kids(i, "pobj", "conj", "compound"), *of) if k > i]
            if not inside:
                return i
            i = max(inside)
        return i


def _nearest(i: int, kids: list[int]) -> list[int]:
    """No clause has more children than this; a hostile text's lists must not make the reading square."""
    if len(kids) <= _MOST_CHILDREN:
        return kids
    return sorted(sorted(kids, key=lambda k: abs(k - i))[:_MOST_CHILDREN])


def _lemma(token: Token) -> str:
    verb = token.tag_.startswith("VB")  # a parse that was kept may be older than what mends its lemmas
    return (mended(token.text, token.lemma_, "VERB") if verb else token.lemma_).lower()


def read_tree(doc: Doc) -> Tree:
    """The parse of a document in one pass."""
    tokens = list(doc)
    size = len(tokens)
    heads = [token.head.i for token in tokens]
    children: list[list[int]] = [[] for _ in range(size)]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    children = [_nearest(i, kids) for i, kids in enumerate(children)]
    bounds = [(sent.start, sent.end) for sent in doc.sents]
    sentence = [0] * size
    for number, (start, end) in enumerate(bounds):
        sentence[start:end] = [number] * (end - start)
    shapes = [token.text for token in tokens]
    tags = [token.tag_ for token in tokens]
    finite = [not FINITE.isdisjoint(tags[start:end]) for start, end in bounds]
    return Tree(
        doc,
        [shape.lower().replace("’", "'") for shape in shapes],
        [_lemma(token) for token in tokens],
        shapes,
        tags,
        [token.dep_ for token in tokens],
        heads,
        children,
        [token.idx for token in tokens],
        sentence,
        bounds,
        finite,
    )
