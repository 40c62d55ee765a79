"""How times of day are written: "9:30 a.m.", "1400 GMT", "half past nine", "between 2 and 3 p.m."."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.values.dayparts import Clock, by_daypart, time_data, with_daypart
from checker.values.words import Words


def read_clock(words: Words, i: int) -> Clock | None:
    word = words.at(i)
    if word[:1].isdigit():
        return _digits(words, i)
    if word in time_data()["clock_words"]:
        return _zoned(words, _named(words, i)) if words.at(i + 1) not in ("sun", "train", "express") else None
    if word in time_data()["minutes_past"] and words.at(i + 1) in ("past", "to"):
        return _past(words, i)
    if word in time_data()["hour_words"]:
        return _spoken(words, i)
    return None


def _named(words: Words, i: int) -> Clock:
    return Clock(i + 1, time_data()["clock_words"][words.at(i)] * 3600, "hour", half=True)


def _digits(words: Words, i: int) -> Clock | None:
    """ "9:30 a.m.", "9.30am", "9 p.m.", "21:30", "1400 GMT", "9 o'clock"."""
    if words.joined(i) and (
        words.at(i - 1).isalnum() or words.at(i - 1) in ("$", "£", "€", ":", ".", "/", "#")
    ):
        return None
    hour, minute, j = _hour_minute(words, i)
    if hour is None:
        return None
    named = time_data()["clock_words"].get(words.at(j))
    if hour == 12 and not minute and named is not None:
        return _zoned(words, _named(words, j))  # "12 noon"
    half, after = _half(words, j)
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
        return _zoned(words, Clock(after, _seconds(hour, minute), _grain(minute), half=True))
    if minute is None:
        return _oclock(words, hour, j) or _military(words, i) or _bare(words, i, hour)
    told = words.at(i)[0] == "0" or words.at(i - 1) in time_data()["clock_cues"]
    if told and words.at(j) in ("hours", "hrs") and words.at(i + 1) == ":":  # "at 16:25 hours"
        return _zoned(words, Clock(j + 1, _seconds(hour, minute), "minute", half=True))
    written = words.at(i + 1) == ":" and len(words.at(i)) == 2
    clock = _zoned(
        words,
        Clock(j, _seconds(hour, minute), "minute", half=hour > 12 or (written and words.at(i)[0] == "0")),
    )
    cued = words.at(i - 1) in time_data()["clock_cues"] and words.at(i + 1) == ":"
    return clock if clock.zone or (cued and words.at(j) not in ("in", "win", "to")) else None


def _hour_minute(words: Words, i: int) -> tuple[int | None, int | None, int]:
    """Hour and minute at `i`, with the index after them; the hour None where it is no time."""
    text = words.at(i)
    if "." in text:
        hours, _, minutes = text.partition(".")
        if not (
            hours.isdigit()
            and minutes.isdigit()
            and len(minutes) == 2
            and int(hours) < 24
            and int(minutes) < 60
        ):
            return None, None, i
        return int(hours), int(minutes), i + 1
    number = words.integer(i)
    if number is None:
        return None, None, i
    apart = words.at(i + 1) == ":" and words.joined(i + 1) and not words.joined(i + 2)
    if apart and len(words.at(i + 2)) == 2 and (words.integer(i + 2) or 0) < 60 and _half(words, i + 3)[0]:
        return number, words.integer(i + 2), i + 3  # "3: 41 a. m.", as some archives space it
    if words.at(i + 1) == ":" and words.joined(i + 1) and words.joined(i + 2) and len(words.at(i + 2)) == 2:
        minute = words.integer(i + 2)
        more = words.at(i + 3) in (":", ".") and words.joined(i + 3) and words.joined(i + 4)
        if minute is None or minute > 59 or number > 23 or (more and words.integer(i + 4) is not None):
            return None, None, i
        return number, minute, i + 3
    return number, None, i + 1


def _half(words: Words, j: int) -> tuple[str, int]:
    """ "a" or "p" for a.m. and p.m. however written, and the index after it."""
    word = words.at(j)
    if word in ("am", "pm") and (words.raw(j) != "Am"):
        return word[0], j + 1
    if word in ("a", "p") and words.at(j + 1) == "." and words.at(j + 2) == "m":
        return word, j + 4 if words.at(j + 3) == "." and words.joined(j + 3) else j + 3
    return "", j


def _seconds(hour: int, minute: int | None) -> int:
    return hour * 3600 + (minute or 0) * 60


def _grain(minute: int | None) -> str:
    return "hour" if minute is None else "minute"


def _oclock(words: Words, hour: int, j: int) -> Clock | None:
    if (
        words.at(j) == "o"
        and words.at(j + 1) in ("'", "’")
        and words.at(j + 2) == "clock"
        and 1 <= hour <= 12
    ):
        return _zoned(words, with_daypart(words, Clock(j + 3, _seconds(hour, None), "hour")))
    return None


def _military(words: Words, i: int) -> Clock | None:
    """ "1400 GMT", "0230 local time", "at 1830 hours"."""
    text = words.at(i)
    if len(text) != 4 or not text.isdigit() or int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    clock = _zoned(words, Clock(i + 1, _seconds(int(text[:2]), int(text[2:])), "minute", half=True))
    if clock.zone:
        return clock
    if words.at(i + 1) in ("hours", "hrs") and (
        text[0] == "0" or words.at(i - 1) in time_data()["clock_cues"]
    ):
        return replace(clock, end=i + 2)
    return None


def _past(words: Words, i: int) -> Clock | None:
    """ "half past nine", "quarter to ten"."""
    hour = time_data()["hour_words"].get(words.at(i + 2)) or words.integer(i + 2)
    if (
        not hour
        or not 1 <= hour <= 12
        or (words.at(i) not in ("half", "quarter") and words.at(i - 1) != "at")
    ):
        return None
    minutes = time_data()["minutes_past"][words.at(i)]
    second = hour * 3600 + minutes * 60 * (1 if words.at(i + 1) == "past" else -1)
    half, after = _half(words, i + 3)
    if half:
        return _zoned(
            words, Clock(after, second % 43200 + (43200 if half == "p" else 0), "minute", half=True)
        )
    return with_daypart(words, Clock(i + 3, second, "minute"))


def _spoken(words: Words, i: int) -> Clock | None:
    """ "nine o'clock", "seven p.m."."""
    hour = time_data()["hour_words"][words.at(i)]
    if hour == 12 and words.at(i + 1) in time_data()["clock_words"]:
        return _zoned(words, _named(words, i + 1))
    half, after = _half(words, i + 1)
    if half and words.at(i + 1) in ("am", "pm", "p"):
        return _zoned(
            words, Clock(after, _seconds(hour % 12 + (12 if half == "p" else 0), None), "hour", half=True)
        )
    return _oclock(words, hour, i + 1) or _bare(words, i, hour)


def _bare(words: Words, i: int, hour: int) -> Clock | None:
    clock = by_daypart(words, i, hour)
    return _zoned(words, clock) if clock is not None and clock.half else clock


def _zoned(words: Words, clock: Clock) -> Clock:
    """With the zone named after it: "EST", "(1400 GMT)" stands for itself, "local time", "UTC+2"."""
    j, zones = clock.end, time_data()["zones"]
    if words.at(j) == "local" and words.at(j + 1) == "time":
        return replace(clock, end=j + 2, zone="local")
    if words.at(j) not in zones or not (
        words.raw(j).isupper() or words.at(j + 1) == "time" or (len(words.at(j)) > 5 and words.capital(j))
    ):
        return clock
    known = zones[words.at(j)]
    offset = None if known is None else Fraction(known)
    end = j + 1
    if (
        offset == 0
        and words.at(end) in ("+", "-", "−")
        and words.joined(end)
        and words.integer(end + 1) is not None
    ):
        offset += int(words.at(end + 1)) * (1 if words.at(end) == "+" else -1)
        end += 2
    end += words.at(end) == "time"
    return replace(clock, end=end, zone=words.at(j), offset=offset)


def shared_half(words: Words, i: int) -> tuple[Clock | None, Clock | None]:
    """ "2-3 pm", "between 10.30 and 11 a.m.": the first has its half of the day from the second."""
    if not words.at(i)[:1].isdigit() or (words.joined(i) and words.at(i - 1) != "("):
        return None, None
    hour, minute, j = _hour_minute(words, i)
    between = words.at(j) == "and" and words.at(i - 1) == "between"
    if hour is None or not 1 <= hour <= 12 or not (between or words.at(j) == "to" or words.is_dash(j)):
        return None, None
    last = _digits(words, j + 1) if words.at(j + 1)[:1].isdigit() else None
    if last is None or not _half(words, _hour_minute(words, j + 1)[2])[0]:
        return None, None
    second = _seconds(hour % 12, minute) + (43200 if last.second >= 43200 else 0)
    if second > last.second:
        second -= 43200  # "10 to 2 p.m." starts in the morning
    return (Clock(j, second, _grain(minute), half=True), last) if second >= 0 else (None, None)


def until(words: Words, i: int, first: Clock) -> Clock | None:
    """The end of "9am to 5pm", "between noon and 2 p.m."."""
    link, j = words.at(first.end), first.end
    linked = (
        link in ("to", "until", "till")
        or words.is_dash(j)
        or (link == "and" and words.at(i - 1) == "between")
    )
    last = read_clock(words, j + 1) if linked else None
    return last if last and last.half else None
