"""Reading a vocabulary: what does not fit together is an error that names the line."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from checker.errors import CheckerError, allowed_hint
from checker.rules.phrases import expand
from checker.rules.vocabulary import Term, Vocabulary
from checker.yaml_files.marked_yaml import Marked, validate


def read_vocabulary(marked: Marked) -> Vocabulary:
    """The vocabulary of a YAML document; what does not fit together is an error that names the line."""
    vocabulary = validate(Vocabulary, marked)
    if not vocabulary.terms:
        raise marked.error("a vocabulary without terms", ("terms",), hint="write at least two terms")
    for term, entry in vocabulary.terms.items():
        _check_links(vocabulary, term, entry, marked)
    _check_cycles(vocabulary, marked)
    _check_clashes(vocabulary, marked)
    return vocabulary


def _check_links(vocabulary: Vocabulary, term: str, entry: Term, marked: Marked) -> None:
    loc = ("terms", term)
    for key, kind in (("part_of", "lattice"), ("beside", "ladder")):
        if getattr(entry, key) and vocabulary.kind != kind:
            raise marked.error(
                f"{key!r} is for a {kind}, and this vocabulary is {_a(vocabulary.kind)}",
                (*loc, key),
                hint=f"write 'kind: {kind}' above, or delete this line",
                key=True,
            )
    for i, whole in enumerate(entry.part_of):
        if whole not in vocabulary.terms:
            hint = allowed_hint(whole, vocabulary.terms, "terms here")
            raise marked.error(
                f"part_of: {whole!r} is not a term of this vocabulary", (*loc, "part_of", i), hint=hint
            )
    if entry.beside:
        earlier = list(vocabulary.terms)[: list(vocabulary.terms).index(term)]
        if entry.beside not in earlier:
            hint = allowed_hint(entry.beside, earlier, "terms above it")
            raise marked.error(
                f"beside: {entry.beside!r} is not a term above this one", (*loc, "beside"), hint=hint
            )


def _a(kind: str) -> str:
    return "of exclusive terms" if kind == "exclusive" else f"a {kind}"


def _check_cycles(vocabulary: Vocabulary, marked: Marked) -> None:
    try:
        TopologicalSorter({term: entry.part_of for term, entry in vocabulary.terms.items()}).prepare()
    except CycleError as e:
        circle = e.args[1][:0:-1]
        start = min(circle, key=list(vocabulary.terms).index)
        first = circle.index(start)
        chain = " < ".join([*circle[first:], *circle[:first], start])
        message = f"{start!r} is a part of itself: {chain}"
        hint = "delete one part_of of the circle"
        raise marked.error(message, ("terms", start, "part_of"), hint=hint) from None


def _check_clashes(vocabulary: Vocabulary, marked: Marked) -> None:
    owners: dict[tuple[str, ...], tuple[str, str]] = {}
    for term, entry in vocabulary.terms.items():
        for i, phrase in enumerate(entry.words):
            for form in expand(phrase):
                owner, other = owners.setdefault(form, (term, phrase))
                if owner != term:
                    raise _clash(
                        marked, term, i, f"{phrase!r} says both {owner!r} (as {other!r}) and {term!r}"
                    )


def _clash(marked: Marked, term: str, i: int, message: str) -> CheckerError:
    hint = "leave the words with one of the two terms, or make them longer"
    for loc in (("terms", term, "words", i), ("terms", term, i), ("terms", term, "words")):
        if marked.has(loc):
            return marked.error(message, loc, hint=hint)
    return marked.error(message, ("terms", term), hint=hint)
