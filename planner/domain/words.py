"""Days, lengths and counts in the words of the screens: 'Wed 16 Sep', '1 h 30', '9 d overdue'."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def weekday(day: date) -> str:
    """'Wed'."""
    return _WEEKDAYS[day.weekday()]


def long_weekday(day: date) -> str:
    """'Wednesday'."""
    return _LONG_WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """'Sep'."""
    return _MONTHS[day.month - 1]


def short_day(day: date, today: date) -> str:
    """'16 Sep', with the year where it is not today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {month(day)}{year}"


def day_words(day: date, today: date) -> str:
    """'Wed 16 Sep', with the year where it is not today's."""
    return f"{weekday(day)} {short_day(day, today)}"


def long_day(day: date, today: date) -> str:
    """'16 September', with the year where it is not today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_LONG_MONTHS[day.month - 1]}{year}"


def week_title(monday: date) -> str:
    """'14 – 20 September' or '28 September – 4 October' for the week that begins on `monday`."""
    sunday = date.fromordinal(monday.toordinal() + 6)
    begin = (
        f"{monday.day}" if monday.month == sunday.month else f"{monday.day} {_LONG_MONTHS[monday.month - 1]}"
    )
    if monday.year != sunday.year:
        begin += f" {monday.year}"
    return f"{begin} – {sunday.day} {_LONG_MONTHS[sunday.month - 1]}" + (
        f" {sunday.year}" if monday.year != sunday.year else ""
    )


def month_title(day: date) -> str:
    """'September 2026' for the month that `day` lies in."""
    return f"{_LONG_MONTHS[day.month - 1]} {day.year}"


def length(minutes: int) -> str:
    """'45 min', '1 h', '1 h 30' (for headers and sentences)."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def short_length(minutes: int) -> str:
    """'90 m', as on a card."""
    return f"{minutes} m"


def of_set_aside(planned: int, set_aside: int) -> str:
    """'1 h 30 of 2 h', '15 min over', '45 min planned', or '' where there is neither; both in minutes."""
    if planned > set_aside > 0:
        return f"{length(planned - set_aside)} over"
    if set_aside:
        return f"{length(planned) if planned else '0'} of {length(set_aside)}"
    return f"{length(planned)} planned" if planned else ""


def days_ago(days: int) -> str:
    """'today', 'yesterday' or '23 days ago'; `days` is 0 or more."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def count(number: int, one: str, many: str | None = None) -> str:
    """'1 person', '6 people': a figure with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """'55 %' for a share of 0.55."""
    return f"{round(100 * share)} %"


def small(number: int) -> str:
    """'three' for 0 to 10, else the figure."""
    return _SMALL[number] if 0 <= number <= 10 else str(number)


def small_count(number: int, one: str, many: str | None = None) -> str:
    """'one person', 'seven people', '12 people': as in a sentence."""
    return f"{small(number)} {one if number == 1 else many or one + 's'}"


def in_a_row(names: Sequence[str]) -> str:
    """'Ana', 'Ana and Luca', 'Ana, Luca and Mei-Ling'."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def long_month(day: date) -> str:
    """'September'."""
    return _LONG_MONTHS[day.month - 1]


def rhythm_words(days: int) -> str:
    """'Every week', 'Every 4 weeks', 'Every quarter', 'Every 30 days'."""
    named = {
        1: "Every day",
        7: "Every week",
        30: "Every month",
        84: "Every quarter",
        90: "Every quarter",
        365: "Every year",
    }
    if days in named:
        return named[days]
    return f"Every {days // 7} weeks" if days % 7 == 0 else f"Every {days} days"
