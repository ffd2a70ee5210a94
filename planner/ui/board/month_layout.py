"""Where everything of a month is: the days, the chips that fit on them, the bands of trips."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from planner.queries.month import MOST_SHOWN, WEEKS, MonthBoard, MonthDay
from planner.ui.board.bands import Band, Placed, placed
from planner.ui.theme import Theme

HEAD = 22
"""The line with the names of the weekdays."""
TOP = 24
"""The line of a day with its number and its bar."""
CHIP = 22
SIDE = 3
"""From a day's edge to its chips."""
_MARGIN = 4
_BETWEEN = 8
_BETWEEN_WEEKS = 5
_FOOT = 14
_UNDER_CHIP = 3
_MORE = 18
_BAND, _UNDER_BAND = 18, 3
_WEEKEND_SHARE = 0.64
_LEAST_DAY, _LEAST_WEEK = 80, 67


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlace:
    """One day: its whole place, where its cards begin, the chips that fit, and the line for the others."""

    rect: QRectF
    top: float
    chips: tuple[QRectF, ...]
    more: QRectF | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPlace:
    """The part of a trip or of leave that lies in one week."""

    band: Band
    rect: QRectF


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLayout:
    """All places of a month, days in order."""

    heads: tuple[QRectF, ...] = ()
    days: tuple[DayPlace, ...] = ()
    bands: tuple[BandPlace, ...] = ()

    def day_at(self, place: QPointF) -> int:
        """The day at a place, the nearest one for the gaps between days; -1 where there are no days."""
        if not self.days:
            return -1
        return min(range(len(self.days)), key=lambda number: _distance(self.days[number].rect, place))

    def item_at(self, place: QPointF) -> tuple[int, int]:
        """The day at a place and its chip: -1 for the day itself, the number of chips for the others."""
        day = self.day_at(place)
        if day < 0:
            return -1, -1
        for number, chip in enumerate(self.days[day].chips):
            if chip.contains(place):
                return day, number
        more = self.days[day].more
        return day, len(self.days[day].chips) if more is not None and more.contains(place) else -1

    def rect_of(self, day: int, item: int) -> QRectF:
        """The place of a day (item -1), of one of its chips, or of its line for the others."""
        at = self.days[day]
        if item < 0:
            return at.rect
        return at.chips[item] if item < len(at.chips) else at.more or at.rect


def least_size(theme: Theme) -> tuple[int, int]:
    """The width and height below which a month is scrolled instead."""
    days = 5 + 2 * _WEEKEND_SHARE
    width = 2 * _MARGIN + 6 * _BETWEEN + round(days * theme.px(_LEAST_DAY))
    height = theme.px(HEAD) + WEEKS * theme.px(_LEAST_WEEK) + (WEEKS - 1) * _BETWEEN_WEEKS + _FOOT
    return width, height


def lay_out(
    theme: Theme, width: int, height: int, board: MonthBoard, *, weekend_open: bool = False
) -> MonthLayout:
    """Give everything its place; weekends are narrower unless they are open."""
    columns = _columns(width, 1.0 if weekend_open else _WEEKEND_SHARE)
    top = theme.px(HEAD)
    tall = (height - top - _FOOT - (WEEKS - 1) * _BETWEEN_WEEKS) // WEEKS
    days: list[DayPlace] = []
    bands: list[BandPlace] = []
    for week in range(WEEKS):
        y = top + week * (tall + _BETWEEN_WEEKS)
        row = [QRectF(x, y, wide, tall) for x, wide in columns]
        shown = board.days[7 * week : 7 * week + 7]
        bands_here = placed((*board.trips, *board.leave), tuple(day.day for day in shown))
        days += [
            _day(theme, rect, day, _lanes(bands_here, number))
            for number, (rect, day) in _numbered(row, shown)
        ]
        bands += [_band(theme, row, each) for each in bands_here]
    heads = tuple(QRectF(x, 0, wide, top) for x, wide in columns)
    return MonthLayout(heads=heads, days=tuple(days), bands=tuple(bands))


def _numbered(row: list[QRectF], shown: tuple[MonthDay, ...]) -> list[tuple[int, tuple[QRectF, MonthDay]]]:
    return list(enumerate(zip(row, shown, strict=True)))


def _columns(width: int, weekend: float) -> list[tuple[int, int]]:
    """Left edge and width of each weekday, in whole pixels."""
    room = width - 2 * _MARGIN - 6 * _BETWEEN
    weights = [1.0] * 5 + [weekend] * 2
    found, x, passed = [], _MARGIN, 0.0
    for number, weight in enumerate(weights):
        passed += weight
        right = _MARGIN + round(room * passed / sum(weights)) + number * _BETWEEN
        found.append((x, right - x))
        x = right + _BETWEEN
    return found


def _lanes(bands: tuple[Placed, ...], weekday: int) -> int:
    return max((each.lane + 1 for each in bands if each.first <= weekday <= each.last), default=0)


def _day(theme: Theme, rect: QRectF, day: MonthDay, lanes: int) -> DayPlace:
    top = rect.top() + theme.px(TOP) + lanes * (theme.px(_BAND) + _UNDER_BAND)
    room, chip, more = rect.bottom() - SIDE - top, theme.px(CHIP), theme.px(_MORE)
    count = day.count
    fit = min(MOST_SHOWN, max(0, int((room + _UNDER_CHIP) // (chip + _UNDER_CHIP))))
    if count > fit:
        fit = min(MOST_SHOWN, max(0, int((room - more) // (chip + _UNDER_CHIP))))
    left, wide = rect.left() + SIDE, rect.width() - 2 * SIDE
    chips = tuple(
        QRectF(left, top + number * (chip + _UNDER_CHIP), wide, chip)
        for number in range(min(fit, len(day.cards)))
    )
    end = top + len(chips) * (chip + _UNDER_CHIP)
    others = QRectF(left, min(end, rect.bottom() - more), wide, more) if count > len(chips) else None
    return DayPlace(rect=rect, top=top, chips=chips, more=others)


def _band(theme: Theme, row: list[QRectF], each: Placed) -> BandPlace:
    first, last = row[each.first], row[each.last]
    y = first.top() + theme.px(TOP) + each.lane * (theme.px(_BAND) + _UNDER_BAND)
    rect = QRectF(first.left() + SIDE, y, last.right() - first.left() - 2 * SIDE, theme.px(_BAND))
    return BandPlace(band=each.band, rect=rect)


def _distance(rect: QRectF, place: QPointF) -> float:
    across = max(rect.left() - place.x(), 0.0, place.x() - rect.right())
    down = max(rect.top() - place.y(), 0.0, place.y() - rect.bottom())
    return across + down
