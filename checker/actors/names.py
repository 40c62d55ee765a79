"""Names as they stand in one text: what the recogniser marked, put right, and what it missed.

The small model splits names, joins titles to them and overlooks them in headlines; so its marks are
only a start. Runs of proper nouns next to a mark belong to it, titles and honorifics do not, and
marks of other kinds (dates, amounts) bar their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checker.actors.texts import Text
from checker.actors.wording import Wording, wording
from checker.data import word_list
from checker.lexical.gazetteer import fold, gazetteer
from checker.model import Span

LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"))
_PARTICLES = word_list("actors", "particles")
_LEADING = _PARTICLES - word_list("actors", "particles_that_begin")
_DASHES = frozenset(("-", "–", "—"))
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ar|ad|at)-", re.IGNORECASE)  # the Arabic one
_NUMBERED = re.compile(r"^(?!G\d+$).*\d")  # "AT1", "SFr16bn"; the G7 is a body
_LONGEST = 30  # words; a run of more capitals is noise and no name


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in one place. `key` is its folded words without titles, articles and legal forms."""

    article: int
    first: int  # tokens, half-open
    last: int
    span: Span
    text: str
    label: str
    key: tuple[str, ...]
    honorific: str | None = None  # m, f, "" for an honorific without gender
    subject: bool = False
    titled: bool = False  # a rank or title stands before it
    headline: bool = False  # in a line of which every word is capitalised
    located: bool = False  # after "in", "near" …


def find_names(text: Text) -> Iterator[Seen]:
    """Every name of the text, from left to right."""
    words = wording()
    for first, last, label in _stretches(text, words):
        if last - first > _LONGEST:
            continue
        for seen in _cut(text, words, first, last, label):
            text.taken[seen.first : seen.last] = [True] * (seen.last - seen.first)
            yield seen


def _stretches(text: Text, words: Wording) -> list[tuple[int, int, str]]:
    """Marks joined with the proper nouns next to them, and runs of proper nouns without a mark."""
    ents = [(e.start, e.end, e.label_) for e in text.doc.ents if e.label_ in LABELS]
    ents += [(start, at + 1, "PERSON") for at, start in _months(text, words).items()]
    barred = {i for first, last, _ in ents for i in range(first, last)}
    barred |= {i for e in text.doc.ents if e.label_ not in LABELS for i in range(e.start, e.end)}
    free = (i for i in range(len(text.words)) if text.proper[i] and i not in barred)
    runs = ([i for _, i in run] for _, run in groupby(enumerate(free), key=lambda place: place[1] - place[0]))
    found = sorted([*ents, *((run[0], run[-1] + 1, "") for run in runs)])
    joined: list[tuple[int, int, str]] = []
    for first, last, label in found:
        if joined and _led_by_particles(text, joined[-1], first):
            joined.append((joined.pop()[0], last, "PERSON"))
        elif joined and joined[-1][1] == first and _belong(text, words, joined[-1], (first, last, label)):
            before = joined.pop()
            joined.append((before[0], last, before[2] or label))
        else:
            joined.append((first, last, label))
    return joined


def _led_by_particles(text: Text, before: tuple[int, int, str], first: int) -> bool:
    """Whether a person's name goes on behind its particles: "Leyen" behind "Ursula von der"."""
    between = text.words[before[1] : first]
    led = text.words[first - 1] in _PARTICLES and _PARTICLES.issuperset(between)
    return led and before[2] in ("", "PERSON")


def _months(text: Text, words: Wording) -> dict[int, int]:
    """Where a month is a surname, with the start of the whole name: "Theresa May", "Mrs May"."""
    found: dict[int, int] = {}
    for ent in text.doc.ents:
        at = ent.start
        before = text.lower[at - 1].rstrip(".") if ent.label_ == "DATE" and ent.end - at == 1 and at else ""
        if before in words.honorifics or before in words.gender:
            found[at] = at if before in words.honorifics else at - 1
    return found


def _belong(text: Text, words: Wording, a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    if b[2] == "PERSON" and _office_before(text, words, a[0]) is not None:
        return False
    return text.words[a[1] - 1] not in ("'s", "’s") and all(one[2] in ("", "PERSON", "ORG") for one in (a, b))


def _cut(text: Text, words: Wording, first: int, last: int, label: str) -> Iterator[Seen]:
    """Take titles off the front, possessives and lower-case words off the end; cut at titles inside."""
    honorific: str | None = None
    titled = False
    while first < last:
        word = text.lower[first].rstrip(".")
        size = office_at(text, words, first, last)
        if size and first + size < last:
            titled, first = True, first + size
        elif last - first > 1 and word in words.honorifics:
            honorific, first = words.honorifics[word], first + 1
        elif last - first > 1 and label in ("PERSON", "") and word in words.ranks:
            titled, first = True, first + 1
        elif not _can_begin(text.words[first]) or (last - first > 1 and _stands_before(words, word, label)):
            first += 1
        else:
            break
    newline = next((i for i in range(first, last) if "\n" in text.words[i]), last)
    stop = next((i for i in range(first + 1, newline) if _breaks(text, words, i, newline, label)), newline)
    end = stop
    while end > first and (not text.words[end - 1][0].isalnum() or text.words[end - 1][0].islower()):
        end -= 1
    if end > first:
        seen = _seen(text, first, end, label, honorific, titled)
        if seen is not None:
            yield seen
    if stop < last and stop > first:
        yield from _cut(text, words, stop, last, label)


def _office_before(text: Text, words: Wording, first: int) -> int | None:
    """Where the office stands that is of what begins here: "Secretary of State", "Leader of the House"."""
    of = first - 1 - (first > 1 and text.lower[first - 1] == "the")
    if of < 1 or text.lower[of] != "of" or not text.words[of - 1][0].isupper():
        return None
    word = text.lower[of - 1]
    ranked = word in words.ranks or word in words.leader_words or word in words.office_starts
    return of - 1 if ranked else None


def _stands_before(words: Wording, word: str, label: str) -> bool:
    if word in words.no_starts:
        return True
    return label == "PERSON" and fold(word) in gazetteer().demonyms


def _can_begin(word: str) -> bool:
    if not word[0].isalnum() or word.lower() in ("the", "a", "an"):
        return False
    return not word[0].islower() or word in _PARTICLES


def _breaks(text: Text, words: Wording, i: int, last: int, label: str) -> bool:
    low = text.lower[i].rstrip(".")
    if low in _DASHES and text.starts[i] > text.starts[i - 1] + len(text.words[i - 1]):
        return low != "-" or text.words[i - 1].isupper()  # some texts set "Hewlett - Packard" so
    size = office_at(text, words, i, last)
    inside = label in ("PERSON", "GPE", "") and i + 1 < last
    if size and (inside or i + size == last or _names_person(text, words, i + size, last)):
        return True
    if text.words[i] == "'" or (low in words.ranks and _names_person(text, words, i + 1, last)):
        return True
    return label in ("PERSON", "") and text.words[i] in ("'s", "’s", ",", "(", ")", ":", ";", "–", "—")


def _names_person(text: Text, words: Wording, first: int, last: int) -> bool:
    """Whether what follows a rank to the end has the length of a name: "… Court Judge James Dabney"."""
    return 2 <= last - first <= 4 and text.lower[last - 1] not in words.bodies


def office_at(text: Text, words: Wording, first: int, last: int) -> int:
    """How many words from `first` name an office, 0 if none."""
    if text.lower[first] not in words.office_starts:
        return 0
    for size in (4, 3, 2, 1):
        if first + size <= last and tuple(text.lower[first : first + size]) in words.offices:
            return size
    return 0


def _seen(text: Text, first: int, last: int, label: str, honorific: str | None, titled: bool) -> Seen | None:
    span = text.span(first, last)
    shown = " ".join(text.raw[span.start : span.end].split())
    key = key_of(shown)
    words, alone = wording(), last - first == 1
    office = _office_before(text, words, first)
    if (
        not key
        or (len(key) == 1 and key[0] in words.no_names)
        or (office is not None and (not label or office + office_at(text, words, office, last) == last))
        or key[0] in words.exchanges
        or tuple(text.lower[first:last]) in words.offices
        or (alone and (text.lower[first] in words.ranks or _NUMBERED.search(shown)))
    ):
        return None
    if shown.isupper() and _is_dateline(text, first, last):
        label = "GPE"
    before = text.lower[first - 1] if first else ""
    return Seen(
        text.number,
        first,
        last,
        span,
        shown,
        label,
        key,
        words.honorifics.get(before.rstrip(".")) if honorific is None else honorific,
        any(text.subject[first:last]),
        titled or before.rstrip(".") in words.ranks,
        text.headline[first],
        before in word_list("actors", "where"),
    )


def _is_dateline(text: Text, first: int, last: int) -> bool:
    """Whether a dash follows and a line begins here: "LONDON – …"."""
    starts = first == 0 or "\n" in text.words[first - 1]
    return starts and last < len(text.words) and text.words[last] in _DASHES


def key_of(shown: str) -> tuple[str, ...]:
    """Folded words of a name: no article, no particle, no legal form at the end."""
    words = wording()
    folded = [_word(w) for w in shown.replace("’", "'").split()]
    parts = [w for w in folded if w]
    while len(parts) > 1 and parts[-1] in words.legal_forms:
        parts = parts[:-1]
    while len(parts) > 1 and parts[0] in _LEADING:
        parts = parts[1:]
    kept = [p for i, p in enumerate(parts) if i == 0 or p not in _PARTICLES]
    whole = " ".join(kept)
    if whole in words.initials:
        return tuple(words.initials[whole].split())
    if whole in words.same:
        return tuple(words.same[whole].split())
    return tuple(words.spellings.get(p, p) for p in kept)


def initials(name: Sequence[str]) -> set[str]:
    """The first letters of the words of a name, with and without its small words."""
    small = wording().small_words
    return {"".join(w[0] for w in name), "".join(w[0] for w in name if w not in small)}


def _word(word: str) -> str:
    bare = word.strip(",;:()[]\"“”'‘")
    if bare.endswith(("'s", "’s")):
        bare = bare[:-2]
    return fold(_ARTICLE.sub("", bare))


def find_known(text: Text, known: dict[str, list[tuple[tuple[str, ...], str]]]) -> Iterator[Seen]:
    """Names already known from elsewhere in the set that were overlooked here. `known` is by first word."""
    count = len(text.words)
    i = 0
    while i < count:
        word = text.words[i]
        step = 1
        if not text.taken[i] and word[0].isupper() and len(word) > 2:
            for key, label in known.get(_word(word), ()):
                last = i + len(key)
                if any(text.taken[i:last]) or any(not w[0].isupper() for w in text.words[i:last]):
                    continue
                if tuple(_word(w) for w in text.words[i:last]) == key:
                    seen = _seen(text, i, last, "", None, False)
                    if seen is not None:
                        text.taken[i:last] = [True] * len(key)
                        yield replace(seen, label=label)
                        step = len(key)
                        break
        i += step
