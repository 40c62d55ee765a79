"""Things that hang together, put into lots pair by pair."""

from __future__ import annotations


class Lots:
    """Numbers joined two by two; those that are joined by whatever way share a lot."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def join(self, a: int, b: int) -> None:
        self._parent[self.of(a)] = self.of(b)

    def of(self, number: int) -> int:
        """The number that stands for the lot; each walk halves the way of the next."""
        parent = self._parent
        while parent.setdefault(number, number) != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number
