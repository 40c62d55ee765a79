"""When two ways of writing a person's name are one name, one of them misspelled.

Every word of the one must be a word of the other, or nearly: a letter more, less or another, or the
same sound. Letters that houses write differently (Zelenskiy and Zelensky, Müller and Mueller) are no
other spelling, nor are short forms (Steve and Steven).
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from checker.actors.merging import sound
from checker.actors.wording import wording
from checker.keeping import kept

_SHORT = 4  # shorter names that differ by a letter are two names: Tim and Jim
_LONG = 8  # names of that many letters may differ by two
_ALONE = 5  # letters of a name that stands without a given name


@kept(65_536)
def house_style(word: str) -> str:
    """A folded word with all that the styles of houses differ by made one."""
    words = wording()
    word = words.spellings.get(word, word)
    for old, new in words.transliterations:
        word = word.replace(old, new)
    for old, new in words.endings:
        if len(word) >= _ALONE and word.endswith(old):
            word = f"{word.removesuffix(old)}{new}"
            break
    return word


def same_word(a: str, b: str) -> bool:
    return a == b or house_style(a) == house_style(b)


def misspelled(a: str, b: str, *, given: bool) -> bool:
    """Whether two folded words are one name and not spelled alike; `given` for given names."""
    if min(len(a), len(b)) < _SHORT or same_word(a, b) or _grown(a, b):
        return False
    known = wording().given
    one = known.get(a, a) == known.get(b, b)
    if given and (a.startswith(b) or b.startswith(a)) and (one or abs(len(a) - len(b)) > 1):
        return False
    apart = 2 if min(len(a), len(b)) >= _LONG and not one else 1
    return sound(a) == sound(b) or OSA.distance(a, b) <= apart


def _grown(a: str, b: str) -> bool:
    """Whether one is the other's plural or genitive: the Hansens."""
    return any(x in (f"{y}s", f"{y}es") for x, y in ((a, b), (b, a)))


def one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are one, spelled in two ways."""
    if min(len(a), len(b)) < 2 or "".join(a) == "".join(b):
        return False
    pairs = list(zip(a, b, strict=True)) if len(a) == len(b) else [(a[0], b[0]), (a[-1], b[-1])]
    wrong = [misspelled(x, y, given=place == 0) for place, (x, y) in enumerate(pairs)]
    return any(wrong) and all(w or same_word(x, y) for w, (x, y) in zip(wrong, pairs, strict=True))


def one_surname(a: str, b: str) -> bool:
    """Whether two surnames that stand alone are one, spelled in two ways."""
    return min(len(a), len(b)) >= _ALONE and a[0] == b[0] and misspelled(a, b, given=False)


def two_people(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the given names are a man's and a woman's."""
    gender = wording().gender
    return {gender.get(a[0]), gender.get(b[0])} == {"m", "f"}


def other_given(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are of one surname, with given names that are not one, nor short for it."""
    if min(len(a), len(b)) < 2 or not same_word(a[-1], b[-1]) or two_people(a, b):
        return False
    known = wording().given
    given = [[known.get(word, word) for word in name[:-1]] for name in (a, b)]
    if any(same_word(x, y) or x.startswith(y) or y.startswith(x) for x in given[0] for y in given[1]):
        return False
    return not one_name(a, b)
