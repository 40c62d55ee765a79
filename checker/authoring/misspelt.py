"""Words of a desk's rules that no lexicon knows, where one that it knows is a letter away.

What the shipped rules and vocabularies are written in is known, too: no dictionary of meanings has "their".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from checker.data import rules_folder
from checker.errors import CheckerError
from checker.lexical import wordnet
from checker.rules.phrases import GAP, expand, stems
from checker.rules.rule import Rule
from checker.rules.rulesets import Pack, Ruleset
from checker.saved import yaml_in
from checker.yaml_files.marked_yaml import Loc

_SHORTEST = 5  # letters: most shorter ones are a letter from another word
_POS = "nva"


def misspelt(ruleset: Ruleset) -> Iterator[CheckerError]:
    """A warning for each such word, in the packs that do not ship."""
    for pack in ruleset.packs:
        if pack.folder.is_relative_to(rules_folder()):
            continue
        for rule, marked in pack.rule_files:
            for loc, phrase in _phrases(rule):
                for word, meant in _slips(phrase):
                    yield marked.error(f"no lexicon has {word!r}", loc, hint=f"did you mean {meant!r}?")
        yield from _in_vocabularies(pack)


def _in_vocabularies(pack: Pack) -> Iterator[CheckerError]:
    for vocabulary in pack.vocabularies:
        for phrase in (phrase for term in vocabulary.terms.values() for phrase in term.words):
            for word, meant in _slips(phrase):
                where = f"{vocabulary.id}: no lexicon has {word!r} in {phrase!r}"
                yield CheckerError(where, path=str(pack.folder), hint=f"did you mean {meant!r}?")


def _phrases(rule: Rule) -> Iterator[tuple[Loc, str]]:
    """The words that a rule looks for, with where they stand."""
    lists: list[tuple[Loc, tuple[str, ...]]] = [(("words",), rule.words)]
    if rule.claim is not None:
        lists += [(("claim", "value", "of"), rule.claim.value.of), (("claim", "near"), rule.claim.near)]
    yield from (((*loc, i), phrase) for loc, phrases in lists for i, phrase in enumerate(phrases))


def _slips(phrase: str) -> Iterator[tuple[str, str]]:
    """The words of a phrase that are not known, each with the known word that it is nearest to."""
    words = dict.fromkeys(word for form in expand(phrase) for word in form if word != GAP)
    for word in words:
        plain = word.isascii() and word.isalpha() and word.islower() and len(word) >= _SHORTEST
        known = not plain or word in _shipped() or _frequency(word)
        if not known and (meant := max(_beside(word), key=_frequency)) != word:
            yield word, meant


@lru_cache(maxsize=1)
def _shipped() -> frozenset[str]:
    """Every word in the YAML that ships."""
    texts = (path.read_text(encoding="utf-8") for path in yaml_in([rules_folder()]))
    return frozenset(word for text in texts for word in re.findall(r"[a-z]+", text))


def _frequency(word: str) -> int:
    """How many meanings a word has in any of its forms; 0 if it is not known."""
    return sum(len(wordnet.entry(form, pos).senses) for form in {word, *stems(word)} for pos in _POS)


def _beside(word: str) -> Iterator[str]:
    """The word, and those that a slip of the pen makes of it: a letter left out, put in, changed or moved."""
    yield word
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after[1:]
            yield before + letter + after
