"""Articles put into events as they come: each joins the event it is most like, or begins one of its own.

Only recent events are kept: when more articles are held than `most`, or an event is older than `days`, the
event that was quiet for longest is closed and given out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import fmean

from checker.grouping.likeness import Seen, Weights, features, shipped_weights
from checker.grouping.rarity import Rarity
from checker.grouping.recent import Recent
from checker.grouping.sketch import Sketch, sketch
from checker.model import Article

_EVENTS = 5  # that are held against an article, the most alike by their words
_HELD = 20  # articles of an event, the latest, that are held against another


@dataclass(slots=True, eq=False)
class Told:
    """An article of a feed with its sketch, and the one before it that it is a copy of."""

    number: int  # in the order of the feed
    article: Article
    sketch: Sketch
    copy_of: Told | None = None


@dataclass(slots=True, eq=False)
class Event:
    """Articles that tell of one thing, in the order of the feed."""

    number: int
    told: list[Told] = field(default_factory=list)

    @property
    def articles(self) -> list[Article]:
        return [one.article for one in self.told]

    @property
    def latest(self) -> int | None:
        """The last day on which an article of it was published."""
        days = [one.article.published for one in self.told if one.article.published]
        return max(days).toordinal() if days else None


class Grouping:
    """The events of a feed. `most` articles are held at a time; with `days`, an event ends so many days
    after its last article was published."""

    def __init__(
        self,
        most: int,
        days: int | None = None,
        weights: Weights | None = None,
    ) -> None:
        self.weights = weights or shipped_weights()
        self.most, self.days = most, days
        self._rarity = Rarity()
        self._recent = Recent(self._rarity, self.weights.copy)
        self._events: OrderedDict[int, Event] = OrderedDict()  # the one that was quiet for longest first
        self._of: dict[int, Event] = {}  # by the numbers of articles
        self._today: int | None = None

    def of(self, articles: Iterable[Article], model: str | None = None) -> Iterator[Event]:
        """The events of a feed, each as soon as it is closed."""
        for number, article in enumerate(articles):
            yield from self.add(Told(number, article, sketch(article, model)))
        yield from self.rest()

    def add(self, one: Told) -> Iterator[Event]:
        """Put an article into its event; the events that are closed by it."""
        self._rarity.add(one.sketch)
        seen = self._seen(one)
        one.copy_of = self._recent.copied(one)
        event, also = self._best(one, seen)
        if event is None:
            event = Event(one.number)
        event.told.append(one)
        self._keep(event, one)
        for other in also:
            if self._mean(event.told, other.told) >= self.weights.joins:
                self._merge(other, event)
        yield from self._closed(one.article)

    def rest(self) -> Iterator[Event]:
        """The events that are still open at the end of a feed."""
        while self._events:
            yield self._close(next(iter(self._events.values())))

    def _best(self, one: Told, seen: Seen) -> tuple[Event | None, list[Event]]:
        """The event an article joins, if any, and others that it would join, too."""
        near = {self._of[number].number: self._of[number] for number in self._recent.like(one)}
        odds = {}
        for event in list(near.values())[:_EVENTS]:
            others = [self._seen(other) for other in event.told[-_HELD:]]
            odds[event.number] = fmean(self._odds(seen, other) for other in others)
        joined = [n for n in sorted(odds, key=lambda n: (-odds[n], n)) if odds[n] >= self.weights.joins]
        return (near[joined[0]], [near[n] for n in joined[1:]]) if joined else (None, [])

    def _odds(self, a: Seen, b: Seen) -> float:
        return self.weights.odds(features(a, b, self._rarity))

    def _seen(self, one: Told) -> Seen:
        return Seen.by(self._rarity, one.sketch)

    def _mean(self, ours: list[Told], theirs: list[Told]) -> float:
        """The mean log odds of the pairs of two events."""
        a, b = ([self._seen(one) for one in told[-_HELD:]] for told in (ours, theirs))
        return fmean(self._odds(x, y) for x in a for y in b)

    def _keep(self, event: Event, one: Told) -> None:
        self._recent.add(one)
        self._of[one.number] = event
        self._events[event.number] = event
        self._events.move_to_end(event.number)

    def _merge(self, other: Event, into: Event) -> None:
        into.told = sorted([*into.told, *other.told], key=lambda one: one.number)
        self._of.update((one.number, into) for one in other.told)
        del self._events[other.number]

    def _closed(self, article: Article) -> Iterator[Event]:
        if article.published is not None:
            self._today = max(self._today or 0, article.published.toordinal())
        while len(self._of) > self.most:
            yield self._close(next(iter(self._events.values())))
        if self.days is None or self._today is None:
            return
        for event in list(self._events.values()):
            if event.latest is not None and event.latest < self._today - self.days:
                yield self._close(event)

    def _close(self, event: Event) -> Event:
        del self._events[event.number]
        for one in event.told:
            self._recent.forget(one)
            self._rarity.forget(one.sketch)
            del self._of[one.number]
        return event
