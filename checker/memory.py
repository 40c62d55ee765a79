"""What was read of the articles of one set, for who checks it again while one of them is edited.

What depends on an article alone is kept as it is. What depends on who is named in the set, too, is kept as
long as the article's own mentions and the names of all actors are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from checker.model import Article

if TYPE_CHECKING:
    from checker.actors import ActorIndex
    from checker.language import Doc
    from checker.readings import Reading
    from checker.rules.vocabulary import Vocabularies

T = TypeVar("T")


class Memory:
    """Remembers the articles of the set that was begun last, and no others."""

    def __init__(self) -> None:
        self._under: tuple[str | None, Vocabularies] | None = None
        self._kept: dict[Article, dict[str, Any]] = {}

    def begin(self, articles: Sequence[Article], model: str | None, vocabularies: Vocabularies) -> None:
        """Forget what is not of these articles, and everything where it was read in another way."""
        under = self._under
        same = under is not None and under[0] == model and under[1] is vocabularies
        self._kept = {article: self._kept.get(article, {}) if same else {} for article in articles}
        self._under = model, vocabularies

    def docs(self, articles: Sequence[Article], parse: Callable[[list[str]], list[Doc]]) -> list[Doc]:
        """The parse of each article; `parse` makes those that are new."""
        new = [article for article in articles if "doc" not in self._kept[article]]
        for article, doc in zip(new, parse([article.text for article in new]), strict=True):
            self._kept[article]["doc"] = doc
        return [self._kept[article]["doc"] for article in articles]

    def alone(self, article: Article, read: Callable[[], T]) -> T:
        """What `read` gives of an article alone."""
        kept = self._kept[article]
        if "alone" not in kept:
            kept["alone"] = read()
        found: T = kept["alone"]
        return found

    def reading(self, article: Article, index: ActorIndex, read: Callable[[], Reading]) -> Reading:
        """What `read` gives of an article among the actors of its set, with all that was worked out of it.

        The same object as before, as what was worked out refers to it. Its index may be of an earlier state
        of the other articles; nothing asks it about them.
        """
        seen: Hashable = index.seen_from(article.id)
        kept = self._kept[article]
        if kept.get("seen") != seen:
            kept["seen"], kept["reading"] = seen, read()
        known: Reading = kept["reading"]
        return known
