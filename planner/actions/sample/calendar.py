"""The sample's days: counted from the Tuesday of the week that contains today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.domain.week import monday_of

_TAIL_BITS = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCalendar:
    """Turns 'days from the Tuesday' into the days, instants and ids of rows."""

    today: date
    zone: str
    _zone: ZoneInfo = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_zone", ZoneInfo(self.zone))

    @property
    def tuesday(self) -> date:
        """Day 0."""
        return monday_of(self.today) + timedelta(days=1)

    def day(self, number: int) -> date:
        """The day `number` days after the Tuesday; negative is before."""
        return self.tuesday + timedelta(days=number)

    def text(self, number: int) -> str:
        """The day as rows hold it."""
        return self.day(number).isoformat()

    def is_past(self, number: int) -> bool:
        """Whether the day lies before today."""
        return self.day(number) < self.today

    def instant(self, number: int, starts: time, minutes_later: int = 0) -> str:
        """A local time of that day as rows hold instants: in UTC."""
        moment = self._moment(number, starts) + timedelta(minutes=minutes_later)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _moment(self, number: int, starts: time) -> datetime:
        return datetime.combine(self.day(number), starts, self._zone).astimezone(UTC)

    def milliseconds(self, number: int, starts: time) -> int:
        """A local time of that day in milliseconds since 1970."""
        return int(self._moment(number, starts).timestamp()) * 1000


class SampleIds:
    """Row ids like those of new rows, ordered by time, but the same at every run."""

    def __init__(self, calendar: SampleCalendar, seed: int) -> None:
        self._calendar = calendar
        self._tail = seed * 7919

    def at(self, number: int, starts: time = time(8, 0)) -> int:
        """A fresh id as of a time of a day."""
        self._tail = (self._tail + 1) % (1 << _TAIL_BITS)
        return self._calendar.milliseconds(number, starts) << _TAIL_BITS | self._tail
