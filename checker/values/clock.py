"""Productions of times of day: "9:30 a.m.", "1400 GMT", "half past nine", "seven in the evening"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, NamedTuple

from checker.values.chart import Match
from checker.values.time_items import TIME, Named, TimeChart, chart_of

_HOUR = 3600
_NOON = 12 * _HOUR
_DAY = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds of the local day, and the zone's hours from UTC if said."""

    second: int
    grain: str
    half: bool = False  # a.m. or p.m. was said, or 24 hours counted
    zone: str | None = None
    offset: Fraction | None = None
    until: int | None = None  # the end of a stretch


class Written(NamedTuple):
    """Hours and minutes in digits, or an hour alone."""

    hour: int
    minute: int | None
    colon: bool = False

    @property
    def second(self) -> int:
        return self.hour * _HOUR + (self.minute or 0) * 60

    @property
    def grain(self) -> str:
        return "hour" if self.minute is None else "minute"


@TIME.production("hours and minutes", "hm", "int ~: int", "pointed")
def _hour_minute(m: Match) -> Written | None:
    chart = chart_of(m)
    if not _free(chart, m.start):
        return None
    texts = m[0] if m.has("pointed") else [m.pieces[p.start].text for p in m.parts if p.symbol == "int"]
    if len(texts) != 2 or len(texts[1]) != 2 or not (texts[0].isdecimal() and texts[1].isdecimal()):
        return None
    hour, minute, colon = int(texts[0]), int(texts[1]), m.has(":")
    more = (
        m.after() in (":", ".")
        and chart.joined(m.end)
        and chart.joined(m.end + 1)
        and m.pieces[m.end + 1].is_number
    )
    if hour >= _DAY or minute > 59 or more:
        return None
    if colon and not chart.joined(m.end - 1) and not m.comes("half"):
        return None  # "3: 41 a. m.", as some archives space it
    return Written(hour, minute, colon)


def _free(chart: TimeChart, at: int) -> bool:
    """Whether digits begin a time: they are glued to nothing but an opening bracket."""
    return not chart.joined(at) or not (
        chart.alpha(at - 1) or chart.word(at - 1) in ("$", "£", "€", ":", ".", "/", "#")
    )


@TIME.production("an hour", "hour", "int", "hourword", "noon")
def _hour(m: Match) -> Written | None:
    number = m[0] if m.parts[0].symbol == "int" else m[0].value
    fits = (
        1 <= number <= 12 and len(m.pieces[m.start].text) <= 2 if m.parts[0].symbol == "int" else number > 0
    )
    return Written(number, None) if fits and _free(chart_of(m), m.start) else None


@TIME.production("a time of one half of the day", "clock", "hm|hour ampm")
def _halved(m: Match) -> Clock | None:
    chart, time, half = chart_of(m), m[0], m[1]
    if not 1 <= time.hour <= 12 or (chart.pieces[m.start].is_word and m[1].word == "am"):
        return None
    if m[1].word == "am" and chart.pieces[m.end - 1].text == "Am":
        return None
    return Clock(time.second % _NOON + half.value * _HOUR, time.grain, half=True)


@TIME.production("noon and midnight", "clock", "noon", "int|hourword noon", "hm noon")
def _noon(m: Match) -> Clock | None:
    symbol = m.parts[0].symbol
    first = m[0] if symbol == "int" else m[0].second / _HOUR if symbol == "hm" else m[0].value
    if (len(m.parts) > 1 and first != 12) or chart_of(m).is_a(m.end, "named after noon"):
        return None
    return Clock(m.parts[-1].data.value * _HOUR, "hour", half=True)


@TIME.production("o'clock", "clock", "hour oclock")
def _oclock(m: Match) -> Clock:
    return Clock(m[0].second, "hour")


@TIME.production(
    "minutes past or to an hour",
    "clock",
    "article? past_hour past|to hour",
    "article? past_hour past|to hour ampm",
)
def _past(m: Match) -> Clock | None:
    chart, minutes = chart_of(m), m.get("past_hour")
    told = (
        minutes.value in (15, 30) or chart.is_a(m.start - 1, "at") or _part_of_day(chart, m.end) is not None
    )
    if not told or not (
        m.has("past") or chart.is_a(m.parts[-2 if not m.has("ampm") else -3].start, "before an hour")
    ):
        return None
    hour, half = m.get("hour"), m.get("ampm")
    second = hour.second + minutes.value * 60 * (1 if m.has("past") else -1)
    if half:
        return Clock(second % _NOON + half.value * _HOUR, "minute", half=True)
    return Clock(second, "minute", half=chart.is_a(m.end - 1, "noon"))


@TIME.production("a time of 24 hours", "clock", "hm", "hm hours")
def _colon(m: Match) -> Clock | None:
    chart, time = chart_of(m), m[0]
    nought = m.pieces[m.start].text[0] == "0"
    cued = chart.is_a(m.start - 1, "clock cue")
    if m.has("hours"):
        return Clock(time.second, "minute", half=True) if time.colon and (cued or nought) else None
    two = len(m.pieces[m.start].text) == 2 or not time.colon
    clock = Clock(time.second, "minute", half=time.hour > 12 or (two and nought))
    if _zone_comes(chart, m.end):
        return clock
    told = _part_of_day(chart, m.end) is not None and time.hour <= 12 and (cued or time.colon)
    if not time.colon:
        late = time.hour > 12 and chart.is_a(m.start - 1, "at") and not _measured(chart, m.end)
        return clock if told or late else None
    return clock if told or (cued and not chart.is_a(m.end, "in", "win", "to")) else None


def _measured(chart: TimeChart, at: int) -> bool:
    return chart.alpha(at) or chart.word(at) in ("%", "-", "/")


def _zone_comes(chart: TimeChart, at: int) -> bool:
    return (chart.longest(at, "zone") is not None and _is_zone(chart, at)) or bool(chart.of(at, "local"))


@TIME.production("four digits of the clock", "clock", "int", "int hours")
def _military(m: Match) -> Clock | None:
    """ "1400 GMT", "0230 local time", "at 1830 hours"."""
    chart, text = chart_of(m), m.pieces[m.start].text
    if len(text) != 4 or int(text[:2]) >= _DAY or int(text[2:]) > 59 or not _free(chart, m.start):
        return None
    clock = Clock(int(text[:2]) * _HOUR + int(text[2:]) * 60, "minute", half=True)
    if m.has("hours"):
        return clock if text[0] == "0" or chart.is_a(m.start - 1, "clock cue") else None
    nought = text[0] == "0" and chart.is_a(m.start - 1, "at") and not chart.alpha(m.end)
    return clock if nought or _zone_comes(chart, m.end) else None


# the part of the day


def _part_of_day(chart: TimeChart, at: int) -> Any:
    """The part of the day told right after a time: "in the evening", "this afternoon", "at night"."""
    for lead in (("in", "the"), ("in",), ("at",), ("deictic",)):
        if all(chart.is_a(at + n, word) for n, word in enumerate(lead)):
            found = next((edge.data for edge in chart.of(at + len(lead), "daypart")), None)
            if found is not None and found.word in _PARTS:
                return found
    return None


_PARTS = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12}


def _in_part(second: int, part: Named) -> int:
    """The second of the day that an hour of a part of it is."""
    late = _PARTS[part.word] and second < _NOON and not (part.value[1] > _DAY and second < _NOON // 2)
    return second + _NOON if late else second


@TIME.production(
    "a time and its part of the day", "clock", "clock in the? daypart", "clock at daypart", "clock dx daypart"
)
def _with_part(m: Match) -> Any:
    part = m.get("daypart")
    if m[0].half or part.word not in _PARTS or m[0].zone:
        return None
    return replace(m[0], second=_in_part(m[0].second, part), half=True)


@TIME.production(
    "an hour of a part of the day", "clock", "hour in the? daypart", "hour at daypart", "hour dx daypart"
)
def _bare_with_part(m: Match) -> Clock | None:
    chart, part = chart_of(m), m.get("daypart")
    if part.word not in _PARTS or not (
        chart.is_a(m.start - 1, "hour cue") or chart.is_a(m.start - 2, "hardly")
    ):
        return None
    return Clock(_in_part(m[0].second, part), "hour", half=True)


@TIME.production("an hour of a day told", "clock", "hour")
def _bare(m: Match) -> Clock | None:
    """ "shortly before seven on Friday evening", "at 10 Thursday morning", "just after six": a bare hour."""
    chart = chart_of(m)
    nearly = chart.is_a(m.start - 2, "hardly")
    if not (chart.is_a(m.start - 1, "hour cue") or nearly) or m.parts[0].parts[0].symbol == "noon":
        return None
    at = m.end + chart.is_a(m.end, "on")
    if (
        chart.is_a(at, "weekday")
        and (part := next((e.data for e in chart.of(at + 1, "daypart")), None))
        and part.word in _PARTS
    ):
        return Clock(_in_part(m[0].second, part), "hour", half=True)
    ends = (not chart.alpha(m.end) and m.after() in ("", ".", ",", ";")) or chart.breaks(m.end)
    around = nearly and chart.is_a(m.start - 1, "before", "after")
    return Clock(m[0].second, "hour") if around and ends and not chart.joined(m.start) else None


# zones


def _is_zone(chart: TimeChart, at: int) -> bool:
    text = chart.pieces[at].text
    longest = chart.longest(at, "zone")
    return (
        text.isupper()
        or chart.is_a(at + 1, "time")
        or (longest is not None and longest.end > at + 1)
        or (len(text) > 5 and text[:1].isupper())
    )


@TIME.production(
    "a time with its zone", "clock", "clock zone time?", "clock zone ~+|dash ~int", "clock local time"
)
def _zoned(m: Match) -> Any:
    chart, clock = chart_of(m), m[0]
    if clock.zone or clock.until is not None:
        return None
    if m.has("local"):
        return replace(clock, zone="local")
    zone = m.get("zone")
    if not _is_zone(chart, m.parts[1].start):
        return None
    offset = None if zone.value is None else Fraction(str(zone.value))
    if m.has("int"):
        if offset != 0 or m.get("int") > 14:
            return None
        offset += m.get("int") * (1 if m.has("+") else -1)
    return replace(clock, zone=zone.word, offset=offset)


# stretches


@TIME.production("a stretch of one half of the day", "clockspan", "hm|hour to|dash|and clock")
def _shared_half(m: Match) -> Clock | None:
    """ "2-3 pm", "between 10.30 and 11 a.m.": the first has its half of the day from the second."""
    chart, first, last = chart_of(m), m[0], m[2]
    if (
        (m.has("and") and not chart.is_a(m.start - 1, "between"))
        or not 1 <= first.hour <= 12
        or last.until is not None
    ):
        return None
    if not any(edge.symbol == "ampm" for edge in m.parts[-1].steps()):
        return None
    second = first.second % _NOON + (_NOON if last.second >= _NOON else 0)
    if second > last.second:
        second -= _NOON  # "10 to 2 p.m." starts in the morning
    return replace(last, second=second, grain=first.grain, until=last.second) if second >= 0 else None


@TIME.production("a stretch of the day", "clockspan", "clock to|dash|and clock")
def _until(m: Match) -> Any:
    """ "9am to 5pm", "between noon and 2 p.m."."""
    first, last = m[0], m[2]
    if not last.half or (m.has("and") and not chart_of(m).is_a(m.start - 1, "between")):
        return None
    return replace(
        first,
        until=last.second,
        zone=first.zone or last.zone,
        offset=last.offset if first.offset is None else first.offset,
    )
