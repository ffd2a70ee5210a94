"""Finds the days, times and lengths in a line, by the tables of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import time
from functools import lru_cache
from typing import NamedTuple, TypeVar

from planner.domain.one_line.day_meaning import DayMeaning
from planner.domain.one_line.language import Clock, DayTable, Language, Length
from planner.domain.one_line.patterns import compiled, one_of
from planner.domain.one_line.text import Line

_DAY_MINUTES = 24 * 60
_AFTERNOON_FROM, _AFTERNOON_TO = 1, 6
"""Bare hours of the clock that are meant after noon, when people talk; a guess."""
_CENTURY = 2000
_COMPACT_LENGTH = re.compile(r"(?:(\d{1,2}(?:[.,]\d{1,2})?)h)?(?:(\d{1,3})(?:m|min|mins)?)?\Z")

T = TypeVar("T")


class FoundDay(NamedTuple):
    """A day said in these items of a line."""

    places: range
    meaning: DayMeaning


class FoundTime(NamedTuple):
    """A time said in these items; `minutes` where an end was said too. `guess` says what was assumed."""

    places: range
    starts: time
    minutes: int | None = None
    guess: str = ""
    sure: bool = True
    """Whether it can be nothing else; '16.10' may be a day."""


class FoundLength(NamedTuple):
    """A length said in these items."""

    places: range
    minutes: int
    guess: str = ""


class _Rules(NamedTuple):
    days: tuple[tuple[re.Pattern[str], DayMeaning], ...]
    clocks: tuple[tuple[re.Pattern[str], Clock], ...]
    lengths: tuple[tuple[re.Pattern[str], Length], ...]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]


def days_in(line: Line, language: Language, *, month_first: bool = False) -> list[FoundDay]:
    """The days said in a line, from left to right, each as long as it can be read."""
    rules, table = _rules(language), language.days
    return _longest(
        FoundDay(places, _meaning(found, rule, rules, table, month_first))
        for pattern, rule in rules.days
        for found, places in _matches(pattern, line)
        if _is_clear(line, places, table)
    )


def times_in(line: Line, language: Language) -> list[FoundTime]:
    """The times said in a line, from left to right."""
    rules = _rules(language)
    return _longest(
        read
        for pattern, rule in rules.clocks
        for found, places in _matches(pattern, line)
        if (read := _time(found, places, rule, language.days))
    )


def lengths_in(line: Line, language: Language) -> list[FoundLength]:
    """The lengths said in a line, from left to right."""
    rules = _rules(language)
    return _longest(
        FoundLength(places, minutes)
        for pattern, rule in rules.lengths
        for found, places in _matches(pattern, line)
        if (minutes := _minutes(found, rule, language.days))
    )


def chosen(found: Iterable[tuple[range, T]]) -> list[tuple[range, T]]:
    """Of finds that overlap the leftmost, and of these the longest; the earlier of two alike."""
    kept: list[tuple[range, T]] = []
    for places, value in sorted(found, key=lambda each: (each[0].start, -len(each[0]))):
        if not kept or places.start >= kept[-1][0].stop:
            kept.append((places, value))
    return kept


Find = TypeVar("Find", FoundDay, FoundTime, FoundLength)


def _longest(found: Iterable[Find]) -> list[Find]:
    return [value for _, value in chosen((each.places, each) for each in found)]


def _matches(pattern: re.Pattern[str], line: Line) -> Iterable[tuple[re.Match[str], range]]:
    for found in pattern.finditer(line.plain):
        places = line.places(*found.span("all"))
        if places:
            yield found, places


def _is_clear(line: Line, places: range, table: DayTable) -> bool:
    """Whether a single word that could be something else is meant as a day here."""
    if len(places) > 1 or line.items[places[0]].plain not in table.unclear:
        return True
    before = line.items[places[0] - 1].plain if places[0] else ""
    capital = line.word(places[0]).text[:1].isupper()
    return before in table.prepositions or (capital and places[0] > 0)


# Days


def _meaning(
    found: re.Match[str], rule: DayMeaning, rules: _Rules, table: DayTable, month_first: bool
) -> DayMeaning:
    said = {name: text for name, text in found.groupdict().items() if text is not None and name != "all"}
    known: dict[str, object] = {}
    for name, text in said.items():
        if name in ("iso", "dotted", "slashed"):
            known |= _figures(name, text, month_first)
        elif name == "number":
            known["steps"] = rule.steps * _number(text, table)
        else:
            known |= _SIMPLE[name](text, rules, table)
    return rule._replace(**known)  # type: ignore[arg-type]


_SIMPLE: dict[str, Callable[[str, _Rules, DayTable], dict[str, object]]] = {
    "unit": lambda text, _rules, table: {"unit": table.units[text]},
    "period": lambda text, _rules, table: {"unit": table.periods[text]},
    "weekday": lambda text, rules, _table: {"weekday": rules.weekdays[text]},
    "month": lambda text, rules, _table: {"month": rules.months[text] + 1},
    "part": lambda text, _rules, table: {"part": table.parts[text]},
    "day": lambda text, _rules, _table: {"day": _leading_figures(text)},
    "ordinal": lambda text, _rules, _table: {"day": _leading_figures(text)},
    "week": lambda text, _rules, _table: {"steps": int(text)},
    "quarter": lambda text, _rules, _table: {"steps": int(text[-1])},
    "spelled": lambda text, _rules, table: {"day": table.spelled_days[text]},
    "year": lambda text, _rules, _table: {"year": int(text)},
}


def _figures(name: str, text: str, month_first: bool) -> dict[str, object]:
    """Day, month and year of '2026-09-17', '17.9.2026' or '17/9'."""
    parts = [int(each) for each in re.split(r"\D", text) if each]
    if name == "iso":
        return {"year": parts[0], "month": parts[1], "day": parts[2]}
    day, month = parts[:2]
    if name == "slashed" and (month_first or month > 12) and day <= 12:
        day, month = month, day
    year = parts[2] if len(parts) > 2 else None
    return {"day": day, "month": month, "year": year + _CENTURY if year is not None and year < 100 else year}


def _leading_figures(text: str) -> int:
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 0


def _number(text: str, table: DayTable) -> int:
    return int(text) if text.isdecimal() else table.numbers[text]


# Times


def _time(found: re.Match[str], places: range, rule: Clock, table: DayTable) -> FoundTime | None:
    said = found.groupdict()
    if rule.fixed:
        return FoundTime(places, time.fromisoformat(rule.fixed), guess="the time" if rule.rough else "")
    first = _clock(said, "", rule, table)
    if first is None:
        return None
    minute, guessed, sure = first
    second = _clock(said, "2", rule, table)
    minutes = None
    if second is not None:
        end = second[0]
        if _is_half_said(said, "2", table) and not _is_half_said(said, "", table):
            guessed = False
            minute += 720 if minute + 720 < end else 0
        minutes = (end - minute) % _DAY_MINUTES or None
    guess = "the time" if rule.rough or guessed else ""
    return FoundTime(places, time(minute // 60, minute % 60), minutes, guess, sure)


def _is_half_said(said: Mapping[str, str | None], which: str, table: DayTable) -> bool:
    """Whether it is said which half of the day is meant: '3 pm', '3pm'."""
    clock = said.get("clock" + which) or ""
    return bool(said.get("half" + which)) or clock.lstrip("0123456789:.") in table.halves


def _clock(
    said: Mapping[str, str | None], which: str, rule: Clock, table: DayTable
) -> tuple[int, bool, bool] | None:
    """The minute of the day, whether that is a guess, and whether it can be nothing but a time."""
    text = said.get("clock" + which) or said.get("hour" + which)
    if not text:
        return None
    figures = re.match(r"(\d{1,2})(?:([:.])(\d\d))?", text)
    hour = int(figures[1]) if figures else table.numbers.get(text, -1)
    minute = int(figures[3] or 0) if figures else 0
    beside = said.get("minute" + which)
    if beside:
        minute += rule.sign * _number(beside, table)
    half = table.halves.get(said.get("half" + which) or text.lstrip("0123456789:."), "")
    if not 0 <= hour < 25 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    guessed = False
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif _AFTERNOON_FROM <= hour <= _AFTERNOON_TO and not text.startswith("0"):
        hour, guessed = hour + 12, True
    of_day = hour * 60 + minute + rule.shift
    sure = not (figures and figures[2] == "." and not half and minute <= 12)
    return (of_day % _DAY_MINUTES, guessed, sure) if hour < 24 or minute == 0 else None


# Lengths


def _minutes(found: re.Match[str], rule: Length, table: DayTable) -> int | None:
    said = found.groupdict()
    if compact := said.get("compact"):
        minutes = _compact(compact)
    else:
        amount = said.get("amount")
        minutes = round(_amount(amount, table) * rule.each) + rule.more if amount else rule.more
        minutes += _number(said["minute"] or "0", table) if said.get("minute") else 0
    return minutes if 0 < minutes <= _DAY_MINUTES else None


def _amount(text: str, table: DayTable) -> float:
    return float(table.numbers[text]) if text in table.numbers else float(text.replace(",", "."))


def _compact(text: str) -> int:
    """The minutes of '1h30', '1.5h' or '45m'."""
    found = _COMPACT_LENGTH.match(text)
    if found is None:
        return 0
    return round(float((found[1] or "0").replace(",", ".")) * 60) + int(found[2] or 0)


# Rules


@lru_cache(maxsize=8)
def _rules(language: Language) -> _Rules:
    table = language.days
    classes = _classes(table)
    return _Rules(
        days=tuple((compiled(template, classes), meaning) for template, meaning in table.days),
        clocks=tuple((compiled(template, classes), clock) for template, clock in table.clocks),
        lengths=tuple((compiled(template, classes), length) for template, length in table.lengths),
        weekdays=_named(table.weekdays),
        months=_named(table.months),
    )


def _named(spellings: tuple[str, ...]) -> dict[str, int]:
    return {word: place for place, words in enumerate(spellings) for word in words.split("|")}


def _classes(table: DayTable) -> dict[str, str]:
    numbers = one_of(table.numbers)
    hours = r"\d{1,2}|" + one_of(word for word, number in table.numbers.items() if 1 <= number <= 12)
    clock = rf"\d{{1,2}}[:.]\d\d(?:{one_of(table.halves)})?|\d{{1,2}}(?:{one_of(table.halves)})"
    return {
        "number": rf"\d{{1,3}}|{numbers}",
        "amount": rf"\d{{1,3}}(?:[.,]\d{{1,2}})?|{numbers}",
        "minute": rf"\d{{1,2}}|{numbers}",
        "unit": one_of(table.units),
        "period": one_of(table.periods),
        "weekday": one_of(_named(table.weekdays)),
        "month": one_of(_named(table.months)),
        "part": one_of(table.parts),
        "day": rf"\d{{1,2}}(?:{table.ordinal})?",
        "ordinal": rf"\d{{1,2}}(?:{table.ordinal})",
        "week": r"\d{1,2}",
        "quarter": r"q[1-4]",
        "spelled": one_of(table.spelled_days),
        "year": r"(?:19|20|21)\d\d",
        "iso": r"\d{4}-\d{1,2}-\d{1,2}",
        "dotted": r"\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d\d))?",
        "slashed": r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?",
        "_dotted_clear": r"(?P<dotted>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))",
        "clock": clock,
        "clock2": clock,
        "hour": hours,
        "hour2": hours,
        "half": one_of(table.halves),
        "half2": one_of(table.halves),
        "_late": r"(?P<hour>9|1\d|2[0-3])",
        "_military": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)",
        "compact": r"\d{1,2}(?:[.,]\d{1,2})?h(?:\d{1,2}(?:m|min)?)?|\d{1,3}(?:m|min|mins)",
        "_hours": table.hour_words,
        "_minutes": table.minute_words,
        "_due": one_of(table.due | table.prepositions),
        "_clock_range": rf"(?P<clock>{clock})-(?P<clock2>{clock})",
    }
