"""The timeline screen: everybody's past and plans on one line of time, narrowed by filters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.domain import words
from planner.library import Changed
from planner.queries.lane_heads import lane_heads
from planner.queries.lanes import LanePlan
from planner.queries.touched import WATCHED, people_touched
from planner.ui.charts.table import ChartTable
from planner.ui.day_watch import DayWatch
from planner.ui.desk import Desk
from planner.ui.filtering.bar import FilterBar
from planner.ui.frame.regions import REGION
from planner.ui.menus import SEPARATOR, command_menu
from planner.ui.screen import Screen, Subject
from planner.ui.timeline.chart import BAR
from planner.ui.timeline.counting import WeekCount
from planner.ui.timeline.hand import LaneHand
from planner.ui.timeline.header import TimelineHeader
from planner.ui.timeline.legend import Legend
from planner.ui.timeline.minimap import MiniMap
from planner.ui.timeline.scale import Grade, Limits, Scale
from planner.ui.timeline.spots import Spot, What, day_of
from planner.ui.timeline.store import furthest
from planner.ui.timeline.table import timeline_table
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel

if TYPE_CHECKING:
    from planner.ui.timeline.taking import Taking

_SPARE_DAYS = 28
_AHEAD = frozenset({"plan", "plan_person", "commitment", "trip", "stand", "initiative", "person_tag"})
"""Tables that say nothing of what was: the past of a lane stays known when they change."""
_SIDE = 20
_PLAN = (
    *("change_plan", SEPARATOR, "move", "day_later", "day_earlier", "week_later", "week_earlier"),
    *("let_go", SEPARATOR),
)
_TALK = ("change_talk", "remove_talk", SEPARATOR)
_FLAG = ("kept", "another_day", "not_kept", "released", "change_promise", SEPARATOR)
_PERSON = ("plan", "log", "message", "open", "promise", "rhythm", "rest", "away", "initiative", "edit")
_TIME = (
    *(SEPARATOR, "zoom_in", "zoom_out", "zoom_fit", "chart_table"),
    *(SEPARATOR, "copy_chart", "save_chart", "print"),
)


class TimelineScreen(Screen):
    """Lanes by layer over a line of time that is zoomed and panned; the same as a table on Shift+T."""

    watches = WATCHED | {"trip"}
    does = frozenset(
        {"chart_table", "zoom_in", "zoom_out", "zoom_fit", "this_week", "save_chart", "copy_chart", "print"}
    )
    filter_bar: FilterBar

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.setAccessibleName("Timeline")
        self.filter_bar = FilterBar(desk, "timeline", self, spare=True)
        self.header = TimelineHeader(theme, self.filter_bar, self)
        self.header.follow_keys(desk.keys)
        self.lanes = LaneHand(desk, self)
        self.table = ChartTable(theme, self)
        self.legend = Legend(theme, self)
        self.minimap = MiniMap(theme, desk.today, self)
        self._nobody = _Nobody(desk, self)
        self.count = WeekCount(desk, self)
        self._counts = QTimer(self)
        self._counts.setSingleShot(True)
        self._counts.setInterval(0)
        self._shown: tuple[int, ...] | None = None
        self._taking: Taking | None = None
        self.lanes.grade = next(
            (each for each in Grade if each == desk.memory.view("timeline")), Grade.MONTHS
        )
        self.day = DayWatch(desk, self)
        self._arrange()
        self._connect()
        self.header.setProperty(REGION, "head")
        self.minimap.setProperty(REGION, "side")
        self.setFocusProxy(self.lanes)

    def _arrange(self) -> None:
        self._stage = QWidget(self)
        self._sheets = QStackedLayout(self._stage)
        for sheet in (self.lanes, self.table, self._nobody):
            self._sheets.addWidget(sheet)
        self._sheets.setContentsMargins(0, 0, 0, 0)
        stage = QHBoxLayout()
        stage.setContentsMargins(_SIDE, 0, _SIDE - BAR, 0)  # the scroll bar stands in the margin of the page
        stage.addWidget(self._stage)
        below = QVBoxLayout()
        below.setContentsMargins(_SIDE, 10, _SIDE, 10)
        below.setSpacing(8)
        below.addWidget(self.legend)
        below.addWidget(self.minimap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(stage, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        lanes, header, desk = self.lanes, self.header, self.desk
        self.filter_bar.changed.connect(self._show)
        self.filter_bar.field.left.connect(lanes.setFocus)
        self._nobody.clear.clicked.connect(self.filter_bar.clear)
        header.grade.chosen.connect(lambda key: lanes.show_grade(Grade(key)))
        header.zoom.stepped.connect(lanes.zoom)
        header.zoom.zoomed.connect(self._zoom_to)
        header.table.clicked.connect(lambda: self.do("chart_table"))
        lanes.scaled.connect(self._tell_scale)
        lanes.chose_grade.connect(lambda grade: desk.memory.remember_view("timeline", grade))
        lanes.opened.connect(desk.person_wanted)
        lanes.menu_wanted.connect(self._menu)
        lanes.moved.connect(self._move)
        lanes.lifted.connect(desk.lifted)
        self.count.counted.connect(self._show_weeks)
        self._counts.timeout.connect(self._count_again)
        self.minimap.viewed.connect(self._view)
        self.day.turned.connect(self._begin_day)

    # What it shows

    def refresh(self) -> None:
        """Show everybody as they are now; filter, time and focus stay. What is only counted comes after."""
        if self._shown is None:
            self.filter_bar.refresh()
        else:
            self._counts.start()
        self._show()

    def subject(self) -> Subject:
        """The person of the lane that the keyboard is in, with the thing on it that it is on."""
        lanes = self.lanes
        person, spot = lanes.person, lanes.spot
        if person is None:
            return Subject()
        lane = lanes.lane_of(lanes.focused)
        if lane is None or day_of(spot, lane) is None:  # the lane itself, or what is gone
            return Subject(people=(person,))
        if spot.what is What.TALK:
            return Subject(people=(person,), conversation_id=int(lane.conversations[spot.which]))
        if spot.what is What.FLAG:
            return Subject(people=(person,), commitment_id=spot.which)
        return Subject(people=(person,), plan_id=spot.which)

    def do(self, command_id: str) -> None:
        """Zoom, go to today, turn to the table and back, or take the timeline along."""
        lanes = self.lanes
        done: dict[str, Callable[[], object]] = {
            "chart_table": lambda: self.show_table(not self.as_table),
            "this_week": lanes.show_today,
            "zoom_fit": lambda: lanes.glide_to(self._all_of_time()),
            "zoom_in": lanes.zoom_in,
            "zoom_out": lanes.zoom_out,
        }
        if command_id not in done:
            taking = self.taking
            done = {"save_chart": taking.save, "copy_chart": taking.copy_picture, "print": taking.print}
        done[command_id]()

    @property
    def taking(self) -> Taking:
        """Pictures, copies and print of what is seen."""
        if self._taking is None:
            from planner.ui.timeline.taking import Taking

            self._taking = Taking(self.desk, self)
        return self._taking

    def show_layer(self, hue: str) -> None:
        """Narrow to one layer, or to all again where it was this one."""
        self.filter_bar.choose_hue(hue)

    @property
    def as_table(self) -> bool:
        """Whether the table is shown in place of the lanes."""
        return self._sheets.currentWidget() is self.table

    def show_table(self, wanted: bool) -> None:
        """Show the table of what the lanes show, or the lanes again."""
        if wanted and not self.lanes.heads:
            return
        if wanted:
            self._fill_table()
        focused = QApplication.focusWidget()
        inside = focused is not None and self._stage.isAncestorOf(focused)
        self._sheets.setCurrentWidget(self.table if wanted else self.lanes)
        self.header.show_table(wanted)
        self.legend.setVisible(not wanted)
        self.setFocusProxy(self.table if wanted else self.lanes)
        if inside:
            self.setFocus()

    def _fill_table(self) -> None:
        lanes, today = self.lanes, self.desk.today
        first, last = self.days_shown()
        self.table.setAccessibleName(f"Timeline as a table, {first:%d %b %Y} to {last:%d %b %Y}")
        self.table.show_table(timeline_table(lanes.heads, lanes.store, first, last, today))

    def days_shown(self) -> tuple[date, date]:
        """The first and the last day that are seen."""
        scale, width = self.lanes.scale, self.lanes.time_width
        return date.fromordinal(int(scale.left)), date.fromordinal(int(scale.right(width)))

    def _show(self) -> None:
        people = tuple(each.id for each in self.filter_bar.shown())
        everybody = sum(not each.archived for each in self.desk.roster.people(self.desk.today))
        self.header.show_count(len(people), everybody)
        if people == self._shown:
            self.lanes.show_again()
        else:
            self._shown = people
            self.lanes.show_people(lane_heads(self.desk.library, people))
        if not people:
            self.show_table(False)
            self._nobody.show_why(filtered=bool(self.filter_bar.filter))
            self._sheets.setCurrentWidget(self._nobody)
        elif self._sheets.currentWidget() is self._nobody:
            self._sheets.setCurrentWidget(self.lanes)
        if self.as_table:
            self._fill_table()
        self.count.count(people)

    def _library_changed(self, changed: Changed) -> None:
        if changed.touches(*self.watches):
            past = changed.touches(*(self.watches - _AHEAD))
            self.lanes.store.forget(people_touched(self.desk.library, changed), past=past)
            if changed.touches("person", "layer"):
                self._shown = None
            if changed.touches("conversation", "participation"):
                self.count.forget()
                self.lanes.leave_talk()
            elif changed.touches("plan", "plan_person"):
                self._counts.start()
        super()._library_changed(changed)

    def _begin_day(self) -> None:
        self._shown = None
        self.count.forget()
        self.lanes.begin_day()
        self.refresh_soon()

    # The weeks at a glance

    def _count_again(self) -> None:
        """Count what filters leave, and the plans of each week, once the lanes are painted."""
        self.filter_bar.refresh()
        self.count.count_plans()

    def _show_weeks(self) -> None:
        weeks, lanes, today = self.count.weeks, self.lanes, self.desk.today
        if weeks is not None:
            begin = min(weeks.first.toordinal(), today.toordinal() - 364) - _SPARE_DAYS
            end = max(
                furthest(today).toordinal(), weeks.first.toordinal() + 7 * len(weeks.plans) + _SPARE_DAYS
            )
            lanes.set_limits(Limits(min(begin, lanes.limits.first), end))
        self.minimap.show_weeks(weeks, today)

    def _all_of_time(self) -> Scale:
        """From the first conversation to the last plan."""
        lanes = self.lanes
        first, last = lanes.limits
        if (weeks := self.count.weeks) is not None:
            first = weeks.first.toordinal() - 7
            last = max(lanes.today + 28, first + 7 * (len(weeks.talks) + 2))
        return Scale(float(first), lanes.time_width / max(1.0, last - first))

    # Time

    def _tell_scale(self) -> None:
        lanes = self.lanes
        self.header.show_time(lanes.grade, lanes.scale.per_day)
        self.minimap.show_view(lanes.scale.left, lanes.scale.right(lanes.time_width))
        first, last = (words.short_day(each, self.desk.today) for each in self.days_shown())
        people = words.count(len(lanes.heads), "person", "people")
        lanes.setAccessibleName(f"Timeline of {people}, {first} to {last}; Shift T shows it as a table")
        if self.as_table:
            self._fill_table()

    def _zoom_to(self, per_day: float) -> None:
        lanes = self.lanes
        scale = lanes.going_to
        x = scale.middle(lanes.today)
        x = x if 0 <= x <= lanes.time_width else lanes.time_width / 2
        lanes.set_scale(scale.zoomed(per_day / scale.per_day, x))

    def _view(self, first: float, last: float) -> None:
        self.lanes.set_scale(Scale(first, self.lanes.time_width / max(1.0, last - first)))

    # Acting

    def _move(self, plan: LanePlan, day: date) -> None:
        from planner.ui.timeline.moving import move  # and with it Peewee, at the first drop

        move(self.desk, self.subject(), plan, day)

    def _plan_day(self) -> date:
        """The day of the plan that the keyboard is on."""
        lanes = self.lanes
        lane = lanes.lane_of(lanes.focused)
        day = day_of(lanes.spot, lane) if lane else None
        return date.max if day is None else date.fromordinal(day)

    def _menu(self, where: QPoint) -> None:
        subject, what = self.subject(), self.lanes.spot.what
        ids: tuple[str, ...] = (*_PERSON, *_TIME)
        if what is What.TALK:
            ids = (*_TALK, *ids)
        elif what is What.FLAG:
            ids = (*_FLAG, *ids)
        elif what is What.PLAN:
            begun = self._plan_day() <= self.desk.today
            ids = (*(("talked",) if begun else ()), *_PLAN, *ids)
        menu = command_menu(self.desk, ids, subject, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count.count(self._shown or ())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.count.rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.as_table:
            self.show_table(False)
        elif event.key() == Qt.Key.Key_Escape and self.lanes.spot.what is not What.LANE:
            self.lanes.go(Spot(self.lanes.focused))
        elif event.key() == Qt.Key.Key_Escape and self.filter_bar.filter:
            self.filter_bar.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.table if self.as_table else self.lanes).setFocus(event.reason())


class _Nobody(QWidget):
    """What is said in place of the lanes where there is nobody to show."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = StyledLabel(desk.theme, "", "body", "ink3")
        self.clear = Button(desk.theme, "Clear filters", "link")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.said)
        row.addWidget(self.clear)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addLayout(row)
        column.addStretch(1)

    def show_why(self, *, filtered: bool) -> None:
        """Say why there is nobody."""
        self.said.setText("Nobody matches." if filtered else "Everyone is archived.")
        self.clear.setVisible(filtered)
