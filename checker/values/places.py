"""Where a unit was found, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Article
from checker.values.lexer import Lex, glued, lower
from checker.values.numerals import Numeral
from checker.values.phrases import near
from checker.values.units import data


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit was found: the number from piece `start`, the unit at [unit, end)."""

    pieces: Sequence[Lex]
    numeral: Numeral
    start: int
    unit: int
    end: int
    article: Article

    @property
    def glued(self) -> bool:
        return glued(self.pieces, self.unit)

    @property
    def after(self) -> str:
        """The word after the unit, past a hyphen."""
        at = self.end + 1 if lower(self.pieces, self.end) in ("-", ")") else self.end
        return lower(self.pieces, at)

    def near(self, cue: str) -> bool:
        return near(self.pieces, self.start, self.end, data()["cues"][cue])

    def stops(self) -> bool:
        """Whether the unit is the last word of its clause."""
        return self.end >= len(self.pieces) or not (
            self.pieces[self.end].is_word or self.pieces[self.end].is_number
        )
