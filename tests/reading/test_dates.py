"""Dates of front matter, pages and feeds: as machines write them, and as people do."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.reading.account import read_time, read_time_or_none


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2025-03-18", "2025-03-18T00:00:00+00:00"),
        ("2025-03-18T21:30:00+03:00", "2025-03-18T21:30:00+03:00"),
        ("Tue, 18 Mar 2025 21:30:00 +0300", "2025-03-18T21:30:00+03:00"),
        ("March 18, 2025 at 2:30 p.m. EST", "2025-03-18T14:30:00-05:00"),
        ("18 March 2025, 14:30 GMT", "2025-03-18T14:30:00+00:00"),
        ("March 18, 2025", "2025-03-18T00:00:00+00:00"),
        ("Tuesday 18 March 2025", "2025-03-18T00:00:00+00:00"),
        ("18.03.2025", "2025-03-18T00:00:00+00:00"),
        ("Tuesday, March 18, 2025 9:30 PM EST", "2025-03-18T21:30:00-05:00"),
        ("Tue, 18 Mar 2025 21:30:00 CET", "2025-03-18T21:30:00+01:00"),
        ("Tue, 18 Mar 2025 21:30 BST", "2025-03-18T21:30:00+01:00"),
        ("18 Mar 2025 21:30:00 AEDT", "2025-03-18T21:30:00+11:00"),
        ("Tue, 18 Mar 2025 21:30:00 IST", "2025-03-18T21:30:00+00:00"),
        ("March 18, 2025 at 2:30 p.m. ET", "2025-03-18T14:30:00-04:00"),
        ("18 January 2025 14:30 Eastern Time", "2025-01-18T14:30:00-05:00"),
        ("2025-03-18 21:30 CEST", "2025-03-18T21:30:00+02:00"),
        ("Tue, 18 Mar 2025 21:30:00 +0100 (CET)", "2025-03-18T21:30:00+01:00"),
        ("Tue, 18 Mar 2025 21:30:00 GMT", "2025-03-18T21:30:00+00:00"),
        ("20250318+0100", "2025-03-18T00:00:00+01:00"),
        ("20250318T213000+01:00", "2025-03-18T21:30:00+01:00"),
        ("20250318T213000Z", "2025-03-18T21:30:00+00:00"),
        ("2025-03-18 14:30 Eastern Daylight Time", "2025-03-18T14:30:00-04:00"),
        ("March 18, 2025, 2:30 p.m. Central European Standard Time", "2025-03-18T14:30:00+01:00"),
        ("18 July 2025 14:30 Australian Eastern Standard Time", "2025-07-18T14:30:00+10:00"),
        ("2025-07-18T14:30:00 Europe/Berlin", "2025-07-18T14:30:00+02:00"),
        ("18 July 2025 14:30 America/New_York", "2025-07-18T14:30:00-04:00"),
        ("Tue, 18 Mar 2025 21:30:00 UTC+02:00", "2025-03-18T21:30:00+02:00"),
        ("18 March 2025 14:30 GMT-5", "2025-03-18T14:30:00-05:00"),
        ("2025-03-18 14:30 UTC+5:30", "2025-03-18T14:30:00+05:30"),
        ("2025/03/18 14:30", "2025-03-18T14:30:00+00:00"),
    ],
)
def test_dates_that_say_day_month_and_year(written: str, time: str) -> None:
    assert read_time(written) == datetime.fromisoformat(time)


@pytest.mark.parametrize(
    "written", ["3/4/2025", "yesterday", "May", "12 May", "2025", "soon", "", "18 " * 5000]
)
def test_dates_that_may_be_several_days_are_none(written: str) -> None:
    assert read_time_or_none(written) is None
