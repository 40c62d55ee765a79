"""What must hold of every length and date that is read, whatever the numbers in it."""

from datetime import date, datetime
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from checker.language import load_model, parse
from checker.model import Article, Interval, Relation
from checker.values import context_of, dates, times
from checker.values.length_forms import hedge_behind
from checker.values.lengths import Length
from checker.values.time_items import TimeChart
from checker.values.units import times_written

UNITS = st.sampled_from(sorted({unit.shown for _, unit in times_written("words")}))
NUMBERS = st.integers(1, 5000)


def lengths(text: str) -> list[Length]:
    """The lengths of a text that nobody has parsed."""
    doc = Doc(load_model().vocab, words=text.split())
    return [
        hedge_behind(chart, edge.data, edge.end)[0]
        for chart in [TimeChart(context_of(doc, Article("a", text)))]
        for edge in chart.from_left("length")
    ]


def length(text: str) -> Interval:
    (found,) = lengths(text)
    return found.bounds


@given(NUMBERS, UNITS)
def test_a_length_is_read_whatever_its_number(number: int, unit: str) -> None:
    (found,) = lengths(f"It took exactly {number} {unit}.")
    assert found.parts[0].values == (Fraction(number),)
    assert found.unit == unit


@given(NUMBERS, UNITS, NUMBERS, UNITS)
def test_relations_of_lengths_turn_round(one: int, unit: str, other: int, second: str) -> None:
    left, right = length(f"{one} {unit}"), length(f"{other} {second}")
    assert left.relation(right) is right.relation(left).swapped()
    if (one, unit) == (other, second):
        assert left.relation(right) is Relation.EQUAL


@given(NUMBERS, NUMBERS)
def test_a_change_of_unit_keeps_the_relation(one: int, other: int) -> None:
    hours = length(f"{one} hours").relation(length(f"{other} hours"))
    assert length(f"{one * 60} minutes").relation(length(f"{other} hours")) is hours
    years = length(f"{one} years").relation(length(f"{other} years"))
    assert length(f"{one * 12} months").relation(length(f"{other} years")) is years


@given(NUMBERS, UNITS)
def test_what_a_length_may_be_rounded_from_holds_it(number: int, unit: str) -> None:
    (found,) = lengths(f"{number} {unit}")
    if found.rounded is not None:
        assert found.bounds.relation(found.rounded) in (Relation.NARROWER, Relation.EQUAL)


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def read(text: str, published: datetime | None = None) -> list[tuple[str | None, str | None]]:
    (doc,) = parse([text])
    chart = TimeChart(context_of(doc, Article("a", text, published=published)))
    return [(v.low, v.high) for _, v in dates.read(chart)]


@settings(max_examples=25)
@given(st.lists(DAYS, min_size=1, max_size=8))
def test_a_date_that_is_written_out_reads_back(days: list[date]) -> None:
    """In every usual form, all of one article."""
    forms = ["{0:%Y-%m-%d}", "{1} {0:%B} {0:%Y}", "{0:%B} {1}, {0:%Y}", "{0:%A}, {1} {0:%B} {0:%Y}"]
    said = [(form.format(day, day.day), day.isoformat()) for day in days for form in forms]
    text = " ".join(f"It happened on {words} there." for words, _ in said)
    assert read(text) == [(iso, iso) for _, iso in said]


@settings(max_examples=25)
@given(DAYS)
def test_a_weekday_lies_within_a_week_of_publication(day: date) -> None:
    published = datetime(day.year, day.month, day.day)
    text = " ".join(f"They met on {name}." for name in ("Monday", "Wednesday", "Sunday"))
    for low, high in read(text, published):
        assert low == high
        assert low
        assert 0 <= (day - date.fromisoformat(low)).days < 7


def test_the_day_is_that_of_the_article_s_own_zone() -> None:
    published = datetime.fromisoformat("2025-03-18T23:30:00-05:00")
    assert read("He resigned today.", published) == [("2025-03-18", "2025-03-18")]


@pytest.mark.parametrize(
    "hostile",
    [
        "1 " * 4000,
        "1-" * 4000,
        "1:" * 4000,
        "12.12." * 2000,
        "a " * 4000,
        "and a half " * 1500,
        "early late mid " * 1500,
        "earlier this " * 1500,
        "the first of the " * 1500,
        "from Monday to " * 1500,
        "two weeks before " * 1000,
        "Tuesday, " * 2000,
        "March " * 4000,
        "18- to " * 2000,
        "end of the " * 2000,
        "9 o'clock " * 1500,
        "in the 70s and the quarter " * 800,
        "aged 4, " * 1500,
    ],
    ids=lambda text: text[:12],
)
def test_nothing_breaks_on_hostile_text(hostile: str) -> None:
    """Every reader comes back, with spans that lie in the text and do not overlap."""
    words = hostile.split()
    doc = Doc(load_model().vocab, words=words, spaces=[True] * len(words))
    article = Article("a", doc.text, published=datetime(2025, 3, 18))
    for reader in (dates, times):
        found = [value for _, value in reader.read(TimeChart(context_of(doc, article)))]
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))
        assert all(article.words(value.span) == value.text for value in found)
