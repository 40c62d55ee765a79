"""In what ways two mentions of one sort may stand to each other."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    SAME = "same"
    EXCLUSIVE = "exclusive"  # of one sort of which nothing is two at once
    SIBLING = "sibling"  # right under one broader word
    COUSIN = "cousin"  # … a step further apart
    AKIN = "akin"  # two names with something in common
    GIVEN = "given"  # two of one surname
    ANTONYM = "antonym"
    OTHER = "other"
    UNKNOWN = "unknown"
    DENIED = "denied"  # the same, and one of them denied
    UNDONE = "undone"  # … told by the noun of a deed: "had an injury", "was not injured"
    OPPOSED = "opposed"
    STAGED = "staged"  # one only in view, the other done
