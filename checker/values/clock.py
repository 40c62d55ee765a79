"""Productions of times of day: "9:30 a.m.", "1400 GMT", "half past nine", "seven in the evening"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, NamedTuple

from checker.values.time_items import Named, TimeChart, TimeMatch, rule

_HOUR = 3600
_NOON = 12 * _HOUR
_HOURS = 24
_FARTHEST = 14  # hours from UTC
LOCAL = "local"  # zone of a time told as local


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds of the local day, and the zone's hours from UTC if said."""

    second: int
    grain: str
    half: bool = False  # a.m. or p.m. was said, or 24 hours counted
    zone: str | None = None
    offset: Fraction | None = None
    until: int | None = None  # the end of a stretch

    @property
    def lasting(self) -> int:
        """The seconds of a stretch."""
        return 0 if self.until is None else (self.until - self.second) % (_HOURS * _HOUR)

    @property
    def dimension(self) -> str:
        """What it compares with: times of the UTC day, of the same zone, or local ones."""
        return "utc" if self.offset is not None else "" if self.zone in (None, LOCAL) else f"zone {self.zone}"

    def slack(self, hedge: str) -> int:
        """The seconds that a writer may have rounded off: of an hour half of it, of five minutes as many."""
        return 1800 if self.grain == "hour" or hedge == "~" else 300 if self.second % 300 == 0 else 0


class Written(NamedTuple):
    """Hours and minutes in digits, or an hour alone."""

    hour: int
    minute: int | None
    colon: bool = False

    def clock(self, *, half: bool = False) -> Clock:
        second = self.hour * _HOUR + (self.minute or 0) * 60
        return Clock(second, "hour" if self.minute is None else "minute", half)


@rule("hours and minutes", "hm", "int ~: int", "pointed")
def _hour_minute(m: TimeMatch) -> Written | None:
    colon = m.has(":")
    texts = [m.pieces[m.start].text, m.pieces[m.end - 1].text] if colon else m[0]
    if not _free(m) or len(texts) != 2 or len(texts[1]) != 2 or not all(text.isdecimal() for text in texts):
        return None
    hour, minute = map(int, texts)
    more = m.after() in (":", ".") and m.chart.joined(m.end) and m.chart.joined(m.end + 1)
    if hour >= _HOURS or minute > 59 or (more and m.pieces[m.end + 1].is_number):
        return None
    return Written(hour, minute, colon)


def _free(m: TimeMatch) -> bool:
    """Whether digits begin a time: they are glued to nothing but an opening bracket."""
    glued = m.chart.alpha(m.start - 1) or m.before() in ("$", "£", "€", ":", ".", "/", "#")
    return not (m.chart.joined(m.start) and glued)


@rule("an hour", "hour", "int", "hourword", "noon")
def _hour(m: TimeMatch) -> Written | None:
    number = m[0] if m.has("int") else m[0].value
    fits = number > 0 and (not m.has("int") or (number <= 12 and len(m.pieces[m.start].text) <= 2))
    return Written(number, None) if fits and _free(m) else None


@rule("a time of one half of the day", "clock", "hm|hour ampm")
def _halved(m: TimeMatch) -> Clock | None:
    verb = m.pieces[m.end - 1].text.isalpha() and m.pieces[m.start].is_word  # "the one am I"
    return _of_half(m[0].clock(), m[1]) if 1 <= m[0].hour <= 12 and not verb else None


def _of_half(clock: Clock, half: Named) -> Clock:
    return replace(clock, second=clock.second % _NOON + half.value * _HOUR, half=True)


@rule("noon and midnight", "clock", "noon", "hour noon", "hm noon")
def _noon(m: TimeMatch) -> Clock | None:
    twelve = len(m.parts) == 1 or (m[0].hour == 12 and not m[0].minute)
    second = m.part("noon").value * _HOUR
    return Clock(second, "hour", half=True) if twelve and not m.tail("named after noon") else None


@rule("o'clock", "clock", "hour oclock")
def _oclock(m: TimeMatch) -> Any:
    return m[0].clock()


@rule(
    "minutes past or to an hour",
    "clock",
    *("article? past_hour past|before_hour hour", "numeral timeunit past|before_hour hour"),
)
def _past(m: TimeMatch) -> Clock | None:
    """ "Ten past eight", "at nine minutes to one"; "ten to four" only where a time is told."""
    minutes, spoken, unit = m.part("past_hour"), m.part("numeral"), m.part("timeunit")
    if spoken:
        count = 0 if spoken.range or unit.value.shown != "minute" or m.comes("timeunit") else spoken.value
        told = 0 < count < 60 and count.denominator == 1
    else:
        count = minutes.value
        told = not count % 15 or m.has("past") or m.lead("at") or m.comes("in_part") or _day_comes(m)
    second = m.part("hour").clock().second + int(count) * 60 * (1 if m.has("past") else -1)
    return _on_day(m, Clock(second, "minute", half=m.chart.is_a(m.end - 1, "noon"))) if told else None


def _day_comes(m: TimeMatch) -> bool:
    """Whether a weekday follows: "10.30 on Sunday"."""
    return m.chart.is_a(m.end + m.tail("on"), "weekday")


def _on_day(m: TimeMatch, clock: Clock) -> Clock:
    """With the half of the day that the part of a weekday tells: "seven on Friday evening"."""
    part = m.comes("daypart", m.end + m.tail("on") + 1) if _day_comes(m) else None
    return clock if part is None or len(part.value) < 3 or clock.half else _at(clock, part)


@rule("a time of 24 hours", "clock", "hm")
def _colon(m: TimeMatch) -> Clock | None:
    time, first = m[0], m.pieces[m.start].text
    clock: Clock = time.clock(half=time.hour > 12 or (first[0] == "0" and len(first) == 2))
    told = _zone_comes(m) or _part_comes(m) or _just_before(m)
    if time.colon:
        return clock if told or (m.lead("clock cue") and not m.tail("in", "win", "to")) else None
    late = time.hour > 12 and m.lead("at") and m.closed
    return _on_day(m, clock) if told or late else None


def _part_comes(m: TimeMatch) -> bool:
    """Whether a part of the day follows what is told as a time: "at 10.30 in the morning"."""
    told = m[0].colon or m.lead("clock cue") or (m.lead("is") and m.lead("it", back=2))
    return bool(m.comes("in_part") and m[0].hour <= 12 and told)


def _just_before(m: TimeMatch) -> bool:
    """Whether "shortly before" or "just after" stands before it, and a day or nothing behind it."""
    ends = m.after() in ("", ".", ",", ";") or _day_comes(m)
    return ends and m.lead("before", "after") and m.lead("hardly", back=2)


@rule("a time of so many hours", "clock", "hm hours")
def _hours(m: TimeMatch) -> Clock | None:
    """ "At 18:30 hours"."""
    told = m.lead("clock cue") or m.pieces[m.start].text[0] == "0"
    return m[0].clock(half=True) if told else None


@rule("four digits of the clock", "clock", "int", "int hours")
def _military(m: TimeMatch) -> Clock | None:
    """ "1400 GMT", "0230 local time", "at 1830 hours"."""
    text = m.pieces[m.start].text
    if len(text) != 4 or int(text[:2]) >= _HOURS or int(text[2:]) > 59 or not _free(m):
        return None
    nought = text[0] == "0"
    told = nought or m.lead("clock cue") if m.has("hours") else nought and m.lead("at") and m.closed
    return Written(int(text[:2]), int(text[2:])).clock(half=True) if told or _zone_comes(m) else None


# the part of the day


@rule("in a part of the day", "in_part", "in the? daypart", "at daypart", "deictic daypart")
def _in_part(m: TimeMatch) -> Named | None:
    part: Named = m.part("daypart")
    return part if part.value[0] >= 0 and len(part.value) > 2 else None


def _at(clock: Clock, part: Named) -> Clock:
    """The second of the day that an hour of a part of it is."""
    _, last, noon = part.value
    late = noon and clock.second < _NOON and not (last > _HOURS and clock.second < _NOON // 2)
    return replace(clock, second=clock.second + _NOON * bool(late), half=True)


@rule("a time and its part of the day", "clock", "clock|hour in_part")
def _with_part(m: TimeMatch) -> Clock | None:
    if isinstance(m[0], Clock):
        return None if m[0].half or m[0].zone else _at(m[0], m[1])
    return _at(m[0].clock(), m[1]) if m.lead("hour cue") or m.lead("hardly", back=2) else None


@rule("an hour of a day told", "clock", "hour")
def _bare(m: TimeMatch) -> Clock | None:
    """ "Shortly before seven on Friday evening", "at 10 Thursday morning", "just after six": a bare hour."""
    if not (m.lead("hour cue") or m.lead("hardly", back=2)) or m.chart.is_a(m.start, "noon"):
        return None
    clock = _on_day(m, m[0].clock())
    return clock if clock.half or _just_before(m) else None


# zones


def _zone_comes(m: TimeMatch) -> bool:
    return _zone_at(m.chart, m.end) or m.tail("local")


def _zone_at(chart: TimeChart, at: int) -> bool:
    """Whether a zone is named: by its letters in capitals, with "time", or by several words."""
    zone = chart.longest(at, "zone")
    if zone is None:
        return False
    text = chart.pieces[at].text
    told = text.isupper() or chart.is_a(at + 1, "time") or zone.end > at + 1
    return told or (len(text) > 5 and text[:1].isupper())


@rule("a time with its zone", "clock", "clock zone time?", "clock zone ~+|dash ~int", "clock local time")
def _zoned(m: TimeMatch) -> Clock | None:
    clock: Clock = m[0]
    if m.has("local"):
        return replace(clock, zone=LOCAL)
    zone, hours = m.part("zone"), m.part("int") or 0
    offset = None if zone.value is None else Fraction(str(zone.value))
    if not _zone_at(m.chart, m.parts[1].start) or (m.has("int") and (offset != 0 or hours > _FARTHEST)):
        return None
    if offset is not None:
        offset += hours if m.has("+") else -hours
    return replace(clock, zone=zone.word, offset=offset)


# stretches


@rule("a stretch of the day", "clockspan", "clock|hm|hour to|dash|and clock")
def _until(m: TimeMatch) -> Clock | None:
    """ "9am to 5pm", "2-3 pm", "between 10.30 and 11 a.m.": the first may have its half from the second."""
    first, last = m[0], m[2]
    if m.has("and") and not m.lead("between"):
        return None
    if isinstance(first, Written):
        halved = any(edge.symbol == "ampm" for edge in m.parts[-1].steps())
        if not halved or not 1 <= first.hour <= 12:
            return None
        first = first.clock(half=last.half)
        second = first.second % _NOON + (_NOON if last.second >= _NOON else 0)
        first = replace(first, second=second - _NOON * (second > last.second))  # "10 to 2 p.m."
    offset = last.offset if first.offset is None else first.offset
    start: Clock = first
    return replace(start, until=last.second, zone=start.zone or last.zone, offset=offset)
