"""How each value, name, date and quotation of a draft stands against its sources."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import DraftItem, Finding
from checker.readings import SetReading


def draft_items(reading: SetReading, found: Sequence[Finding]) -> tuple[DraftItem, ...]:
    return ()
