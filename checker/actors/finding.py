"""The actors of a set, from its parsed articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.actors.anaphora import Point, resolve
from checker.actors.forms import make_forms
from checker.actors.merging import Cluster, merge_forms
from checker.actors.metonyms import name_countries, state_mentions
from checker.actors.names import Seen, find_known, find_names
from checker.actors.naming import id_for, name_of
from checker.actors.offices import find_holders, holder, infer_holders, office_name
from checker.actors.surnames import place_singles
from checker.actors.texts import Text, read_text
from checker.actors.titles import Description, Title, definitions, read_titles
from checker.actors.wording import wording
from checker.lexical.gazetteer import gazetteer
from checker.model import Actor, ActorKind, Article, Mention, Office, Span

if TYPE_CHECKING:
    from checker.language import Doc


def find_actors(articles: Sequence[Article], docs: Sequence[Doc]) -> list[Actor]:
    """The actors of a set, each with every mention in every article, in order of first appearance.

    Mentions hold names, descriptions and pronouns; `names` only names and titles. Cost grows with the
    length of the articles: candidates for merging are found by keys.
    """
    pairs = enumerate(zip(articles, docs, strict=True))
    texts = [read_text(number, doc, article.text) for number, (article, doc) in pairs]
    seen = _read_names(texts)
    by_text: dict[int, list[Seen]] = defaultdict(list)
    for one in seen:
        by_text[one.article].append(one)
    held: list[tuple[Seen, Title]] = []
    described: list[Description] = []
    defined: list[tuple[Seen, Seen, str]] = []
    for text in texts:
        found, stands = read_titles(text, by_text[text.number])
        held += found
        described += stands
        defined += definitions(text, by_text[text.number])
    seen += [short for _, short, _ in defined if short not in set(seen)]
    clusters = _clusters(seen, defined)
    return _Assembly(articles, texts, clusters, held, described).actors()


def _read_names(texts: Sequence[Text]) -> list[Seen]:
    seen = _sure([one for text in texts for one in find_names(text)], texts)
    labels: dict[tuple[str, ...], str] = {}
    for one in seen:
        if one.label and not (len(one.key) == 1 and len(one.key[0]) < 3):
            labels.setdefault(one.key, one.label)
        if one.label == "PERSON" and len(one.key) > 1 and len(one.key[-1]) > 2:
            labels.setdefault(one.key[-1:], "PERSON")
    known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for key, label in labels.items():
        if not (len(key) == 1 and key[0] in wording().common_words | wording().no_names):
            known[key[0]].append((key, label))
    for options in known.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    for text in texts:
        seen += find_known(text, known)
    return sorted(seen, key=lambda one: (one.article, one.first))


def _sure(seen: list[Seen], texts: Sequence[Text]) -> list[Seen]:
    """Without the marks in headlines that hold a name known from running text, and more words besides."""
    words = {word for one in seen if not one.headline for word in one.key}
    keys = {one.key for one in seen if not one.headline}
    kept = []
    for one in seen:
        known = [word for word in one.key if word in words]
        if one.headline and one.key not in keys and (known or len(one.key) > 3):
            texts[one.article].taken[one.first : one.last] = [False] * (one.last - one.first)
        else:
            kept.append(one)
    return kept


def _clusters(seen: list[Seen], defined: list[tuple[Seen, Seen, str]]) -> list[Cluster]:
    forms = make_forms(seen)
    of = {one: form for form in forms for one in form.seen}
    pairs = [(of[a], of[b], why) for a, b, why in defined if a in of and b in of and of[a] is not of[b]]
    clusters = merge_forms(forms, pairs)
    clusters = place_singles(clusters)
    for cluster in clusters:
        cluster.seen += [one for form in cluster.forms for one in form.seen]
        cluster.seen.sort(key=lambda one: (one.article, one.first))
    return [cluster for cluster in clusters if cluster.seen]


class _Assembly:
    """Clusters with all that stands for them, made into actors."""

    def __init__(
        self,
        articles: Sequence[Article],
        texts: Sequence[Text],
        clusters: list[Cluster],
        held: list[tuple[Seen, Title]],
        described: list[Description],
    ) -> None:
        self.articles = articles
        self.texts = texts
        self.clusters = clusters
        self.mentions: dict[int, dict[tuple[int, Span], str]] = {id(c): {} for c in clusters}
        self.titles: dict[int, list[str]] = defaultdict(list)
        self.points: dict[int, list[Point]] = defaultdict(list)
        self.places: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.offices: dict[int, list[Office]] = defaultdict(list)
        self.owner = {one: cluster for cluster in clusters for one in cluster.seen}
        for one, cluster in self.owner.items():
            self._mention(cluster, one.article, one.first, one.last, one.subject)
            self.places[id(cluster)][one.article].append(one.first)
        self.countries = {c.country: c for c in clusters if c.country}
        self._offices(held)
        self._descriptions(held, described)
        self._states()
        self._pronouns()

    def _mention(self, cluster: Cluster, article: int, first: int, last: int, subject: bool) -> None:
        span = self.texts[article].span(first, last)
        self.mentions[id(cluster)][article, span] = self.articles[article].text[span.start : span.end]
        self.points[article].append(Point(first, last, cluster, subject))

    def _new(self, name: str, kind: ActorKind) -> Cluster:
        cluster = Cluster(kind, [], called=name)
        self.clusters.append(cluster)
        self.mentions[id(cluster)] = {}
        return cluster

    def _offices(self, held: list[tuple[Seen, Title]]) -> None:
        for one, title in held:
            if one in self.owner:
                article = self.articles[one.article].id
                office = Office(article, one.span, title.office, title.of, title.past)
                self.offices[id(self.owner[one])].append(office)

    def _descriptions(self, held: list[tuple[Seen, Title]], described: list[Description]) -> None:
        holders = find_holders(held, self.owner)
        people = {
            article: [(p.first, p.cluster) for p in points if p.cluster.kind is ActorKind.PERSON]
            for article, points in self.points.items()
        }
        infer_holders(described, holders, people)
        offices: dict[Title, Cluster] = {}
        for one in described:
            found = holder(one, holders, self.places)
            if one.person is not None and one.person in self.owner:
                found = self.owner[one.person], "stands beside the name"
            words = self.articles[one.article].text[one.span.start : one.span.end]
            if found is not None:
                cluster, reason = found
                cluster.reasons.append(f"“{words}”: {reason}")
                if one.title.of is not None:
                    self.titles[id(cluster)].append(words)
            elif one.title.of is not None:
                known = offices.get(one.title)
                if known is None:
                    known = offices[one.title] = self._new(office_name(one.title), ActorKind.OFFICE)
                    known.speaks_for = one.title.of if one.title.of in gazetteer().countries else None
                cluster = known
                self.titles[id(cluster)].append(words)
            else:
                continue
            self._mention(cluster, one.article, one.first, one.last, one.subject)

    def _states(self) -> None:
        for text in self.texts:
            for first, last, code in state_mentions(text):
                self._mention(self._country(code), text.number, first, last, any(text.subject[first:last]))
        name_countries(self.clusters, self.texts)
        for cluster in list(self.clusters):
            if cluster.speaks_for:
                self._country(cluster.speaks_for)

    def _country(self, code: str) -> Cluster:
        if code not in self.countries:
            cluster = self._new(gazetteer().countries[code].name, ActorKind.PLACE)
            cluster.country = code
            self.countries[code] = cluster
        return self.countries[code]

    def _pronouns(self) -> None:
        genders = {id(c): c.gender() for c in self.clusters}
        ordered = [sorted(self.points[t.number], key=lambda p: (p.first, -p.last)) for t in self.texts]
        told: dict[int, Counter[str]] = defaultdict(Counter)
        for text, points in zip(self.texts, ordered, strict=True):
            for found in resolve(text, points, genders):
                if not genders[id(found.cluster)] and found.gender:
                    told[id(found.cluster)][found.gender] += 1
        for cluster, votes in told.items():
            genders[cluster] = max(votes, key=lambda g: (votes[g], g))
        for text, points in zip(self.texts, ordered, strict=True):
            for found in resolve(text, points, genders):
                words = self.articles[text.number].text[found.span.start : found.span.end]
                self.mentions[id(found.cluster)][text.number, found.span] = words

    def actors(self) -> list[Actor]:
        order = sorted(
            self.clusters, key=lambda c: min(self.mentions[id(c)], default=(len(self.texts), Span(0, 0)))
        )
        used: set[str] = set()
        ids = {id(cluster): id_for(cluster.kind, name_of(cluster), used) for cluster in order}
        found = []
        for cluster in order:
            shown = name_of(cluster)
            names = [shown, *(one.text for one in cluster.seen), *self.titles[id(cluster)]]
            spoken = ids[id(self._country(cluster.speaks_for))] if cluster.speaks_for else None
            found.append(
                Actor(
                    id=ids[id(cluster)],
                    name=shown,
                    kind=cluster.kind,
                    names=tuple(dict.fromkeys(names)),
                    mentions=tuple(
                        Mention(self.articles[a].id, span, words)
                        for (a, span), words in sorted(self.mentions[id(cluster)].items())
                    ),
                    speaks_for=spoken,
                    reasons=tuple(dict.fromkeys(cluster.reasons)),
                    doubts=tuple(dict.fromkeys(cluster.doubts)),
                    offices=tuple(self.offices[id(cluster)]),
                )
            )
        return found
