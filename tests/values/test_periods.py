"""The calendar algebra against the standard library, and what must hold of every period."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values import periods
from checker.values.periods import Period, month_days

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31)).map(date.toordinal)
GRAINS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"])


@given(DAYS, GRAINS)
def test_the_period_around_a_day_holds_it_and_its_neighbours_touch(day: int, grain: str) -> None:
    here = periods.around(day, grain)
    after = periods.neighbour(day, grain, 1)
    assert here
    assert after
    if grain == "weekend":
        assert here.last - here.first == 1
        assert after.first == here.first + 7
        return
    assert here.first <= day <= here.last
    assert after.first == here.last + 1


@given(DAYS, GRAINS.filter(lambda grain: grain != "weekend"), st.integers(-9, 9))
def test_moving_there_and_back_stays_in_the_month(day: int, grain: str, count: int) -> None:
    there = periods.shifted(day, grain, count)
    assert there
    back = periods.shifted(there, grain, -count)
    assert back
    assert 0 <= day - back <= 3  # 31 January and a month is 28 February, and back is 28 January


@given(DAYS, st.integers(1, 7), st.booleans())
def test_the_nearest_weekday_is_within_a_week(day: int, weekday: int, forward: bool) -> None:
    found = periods.weekday_from(day, weekday, forward=forward)
    assert date.fromordinal(found).isoweekday() == weekday
    assert 0 <= (found - day if forward else day - found) < 7


@given(st.integers(1, 400), st.dates(date(1901, 1, 1), date(2050, 1, 31)))
def test_so_many_months_are_never_outside_their_days(months: int, start: date) -> None:
    """Away from the centuries that have no leap year, the calendar keeps to the bounds of a length."""
    index = start.year * 12 + start.month - 1 + months
    if index // 12 >= 2100:
        return
    days = date(index // 12, index % 12 + 1, 1) - start.replace(day=1)
    least, most = month_days(Fraction(months))
    assert least <= days.days <= most


@given(st.integers(1, 400))
def test_years_hold_plain_years_of_days(years: int) -> None:
    """365 days each is always one of the things meant, and never are they more than 366."""
    least, most = month_days(Fraction(12 * years))
    assert least == 365 * years <= most <= 366 * years


@given(st.integers(0, 400), st.integers(0, 400))
def test_more_months_are_no_shorter(months: int, more: int) -> None:
    first, both = month_days(Fraction(months)), month_days(Fraction(months + more))
    assert first[0] <= both[0]
    assert first[1] <= both[1]


@pytest.mark.parametrize(
    ("months", "least", "most"),
    [
        (1, 28, 31),
        (2, 59, 62),
        (3, 89, 92),
        (6, 181, 184),
        (12, 365, 366),
        (24, 730, 731),
        (48, 1460, 1461),
        (120, 3650, 3653),
    ],
)
def test_months_in_days(months: int, least: int, most: int) -> None:
    assert month_days(Fraction(months)) == (least, most)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1818, "03-22"), (1943, "04-25"), (2024, "03-31"), (2025, "04-20"), (2038, "04-25")],
)
def test_easter(year: int, expected: str) -> None:
    assert date.fromordinal(periods.easter(year)).isoformat() == f"{year}-{expected}"


@given(st.integers(1000, 9000), st.sampled_from([periods.year, lambda y: periods.month(y, 2)]))
def test_early_mid_and_late_cover_a_period(year: int, of: object) -> None:
    whole = of(year)  # type: ignore[operator]
    early, mid, late = (
        whole.part(Fraction(a), Fraction(b)) for a, b in [(0, "2/5"), ("3/10", "7/10"), ("3/5", 1)]
    )
    assert early.first == whole.first
    assert late.last == whole.last
    assert mid.first <= early.last + 1
    assert late.first <= mid.last + 1


@given(DAYS, DAYS)
def test_joining_is_the_hull(one: int, other: int) -> None:
    joined = Period(one, one).joined(Period(other, other))
    assert (joined.first, joined.last) == (min(one, other), max(one, other))


def test_the_nth_weekday() -> None:
    may = periods.month(2025, 5)
    assert may
    assert [periods.nth_weekday(may, 4, nth) for nth in (1, 5, -1)] == [
        Period(day, day) for day in (date(2025, 5, d).toordinal() for d in (1, 29, 29))
    ]
    assert periods.nth_weekday(may, 1, 5) is None


def test_no_such_day() -> None:
    assert periods.day(2025, 2, 29) is None
    assert periods.around((date(2025, 1, 1) + timedelta(days=1)).toordinal(), "day")
