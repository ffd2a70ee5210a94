"""The cadence screen: six charts of how often you talk, to be narrowed, replayed and taken along."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.actions.attention import intend
from planner.domain import words
from planner.library import Changed
from planner.queries.cadence.page import REACHES, USUAL_REACH, Asked, Only, Page, Part, first_day
from planner.queries.touched import WATCHED
from planner.ui.board.filter_row import FilterRow
from planner.ui.cadence.header import CadenceHeader
from planner.ui.cadence.replay import ReplayBar
from planner.ui.cadence.sheet import CadenceSheet
from planner.ui.cadence.source import PageSource
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import ChartTable
from planner.ui.day_watch import DayWatch
from planner.ui.desk import Desk
from planner.ui.screen import Screen, Subject

if TYPE_CHECKING:
    from planner.ui.cadence.taking import Taking


class CadenceScreen(Screen):
    """Answers come from a thread of their own; until then the last ones stay."""

    watches = WATCHED | {"participation", "conversation", "plan", "repair", "absence", "leave", "setting"}
    does = frozenset(
        {"chart_table", "save_chart", "copy_chart", "replay", "compare", "intend", "print", "forecasts"}
        | {"zoom_in", "zoom_out", "previous_week", "next_week", "this_week"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName("Cadence")
        self._only: tuple[Only, str] | None = None
        self._reach = _place_of(desk.memory.view("cadence"))
        self._tables = False
        self._taking: Taking | None = None
        self.page: Page | None = None
        self.header = CadenceHeader(desk.theme, self)
        self.filters = FilterRow(desk, self, "cadence")
        self.replay = ReplayBar(desk.theme, self)
        self.sheet = CadenceSheet(desk.theme)
        self.source = PageSource(desk, self._asked, self)
        self.day = DayWatch(desk, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.sheet)
        self.sheet.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.filters, self.replay):
            widget.setProperty("region", "head")
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        self.replay.hide()
        self.setFocusProxy(self.sheet.heat)

    def _connect(self) -> None:
        header, sheet = self.header, self.sheet
        header.reach_wanted.connect(self.look_back)
        header.only.clicked.connect(self.show_all)
        header.everyone.clicked.connect(self._toggle_filters)
        header.replay.clicked.connect(lambda: self.do("replay"))
        header.print.clicked.connect(lambda: self.do("print"))
        header.table.clicked.connect(lambda: self.do("chart_table"))
        self.filters.changed.connect(self._ask)
        self.filters.left.connect(sheet.heat.setFocus)
        self.replay.day_wanted.connect(lambda _day: self._ask())
        self.replay.compare_wanted.connect(lambda _on: self._ask())
        sheet.chosen.connect(self._choose)
        sheet.opened.connect(self._open)
        sheet.menu_wanted.connect(self._menu)
        sheet.told.connect(self.desk.announced)
        sheet.attention.intended.connect(self._intend)
        sheet.panels[Part.HEAT].link.clicked.connect(sheet.turn_heat)
        sheet.panels[Part.QUIET].link.clicked.connect(lambda: self.do("forecasts"))
        sheet.panels[Part.ATTENTION].link.clicked.connect(lambda: self.do("intend"))
        self.source.answered.connect(self._show)
        self.source.asking.taking_long.connect(self._wait)
        self.day.turned.connect(self._begin_day)

    # What the window calls

    def refresh(self) -> None:
        """Ask again."""
        if not self.filters.isHidden():
            self.filters.refresh()
        self.header.show_reach(self._reach)
        self._ask()

    def filtering(self) -> FilterRow:
        """The row of filters."""
        return self.filters

    def show_layer(self, hue: str) -> None:
        """Narrow to one layer, or to all again where it was this one."""
        self.filters.choose_hue(hue)

    def subject(self) -> Subject:
        """The person whose part of a chart has the focus, else the one that was clicked."""
        spot = self.sheet.focused_spot()
        if spot is not None and len(spot.people) == 1:
            return Subject(people=spot.people)
        if self._only is not None and len(self._only[0].people) == 1:
            return Subject(people=tuple(self._only[0].people))
        return Subject()

    def do(self, command_id: str) -> None:
        """Carry out a command of this page."""
        done: dict[str, Callable[[], object]] = {
            "chart_table": self.toggle_tables,
            "save_chart": self._save_chart,
            "copy_chart": self._copy_chart,
            "print": self._print,
            "replay": self.toggle_replay,
            "compare": self.toggle_compare,
            "intend": self._change_intended,
            "forecasts": self._check_forecasts,
            "zoom_in": lambda: self.look_back(self._reach - 1),
            "zoom_out": lambda: self.look_back(self._reach + 1),
            "previous_week": lambda: self._turn(-1),
            "next_week": lambda: self._turn(1),
            "this_week": lambda: self._turn(0),
        }
        done[command_id]()

    @property
    def taking(self) -> Taking:
        """Pictures, copies and print of the page."""
        if self._taking is None:
            from planner.ui.cadence.taking import Taking

            self._taking = Taking(self.desk, self)
        return self._taking

    # What is asked

    def look_back(self, place: int) -> None:
        """Look further back, or less far: the place of a reach."""
        self._reach = max(0, min(len(REACHES) - 1, place))
        self.desk.memory.remember_view("cadence", str(self._reach))
        self.header.show_reach(self._reach)
        self.desk.announced.emit(REACHES[self._reach].words)
        self._ask()

    def show_all(self) -> None:
        """Take back what was clicked."""
        self._only = None
        self.header.show_only("")
        self._ask()

    def toggle_tables(self) -> None:
        """Show the same data as tables, or as charts again."""
        self._tables = not self._tables
        self.sheet.show_as_tables(self._tables)
        self.header.table.show_tables(self._tables)

    def toggle_replay(self) -> None:
        """Show the bar that replays past months, or put it away and return to today."""
        wanted = self.replay.isHidden()
        self.header.replay.setChecked(wanted)
        if wanted:
            self._offer_months()
        self.replay.setVisible(wanted)
        if wanted:
            self.replay.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.replay.compare.setChecked(False)
            self.sheet.heat.setFocus()
            self._ask()

    def _offer_months(self) -> None:
        today = self.desk.today
        self.replay.show_months(first_day(self.desk.library) or today, today)

    def toggle_compare(self) -> None:
        """Show a quarter earlier beside the page, or no longer."""
        if self.replay.isHidden():
            self.toggle_replay()
        self.replay.compare.setChecked(not self.replay.compare.isChecked())
        self._ask()

    def _turn(self, months: int) -> None:
        """A month earlier or later, or (0) back to today; within a table a page up or down."""
        focused = self.window().focusWidget()
        if isinstance(focused, ChartTable):
            bar = focused.verticalScrollBar()
            bar.setValue(bar.value() + months * bar.pageStep() if months else bar.minimum())
            return
        if self.replay.isHidden():
            self.toggle_replay()
        if months:
            self.replay.step(months)
        else:
            self.replay.slider.setValue(self.replay.slider.maximum())

    def _asked(self) -> Asked:
        replayed = None if self.replay.isHidden() or self.replay.at_today else self.replay.day
        narrowed = bool(self.filters.filter)
        return Asked(
            day=replayed or self.desk.today,
            reach=REACHES[self._reach],
            people=frozenset(each.id for each in self.filters.bar.shown()) if narrowed else None,
            only=self._only[0] if self._only else None,
            compare=not self.replay.isHidden() and self.replay.compare.isChecked(),
        )

    def _ask(self) -> None:
        self.source.ask()

    def _library_changed(self, changed: Changed) -> None:
        if changed.touches(*self.watches):
            self.source.hear(changed)
        super()._library_changed(changed)

    def _begin_day(self) -> None:
        if not self.replay.isHidden():
            self._offer_months()
        self.source.forget()
        self.refresh_soon()

    # Showing

    def _show(self, page: Page) -> None:
        self.page = page
        today = page.asked.day >= self.desk.today
        told = f"What your {page.asked.reach.words.lower()} say"
        day = f"{page.asked.day.day} {words.month_title(page.asked.day)}"
        self.header.context.setText(told if today else f"As it was on {day}")
        narrowed = page.asked.people is not None
        self.header.show_people("Chosen people" if narrowed else "Everyone", page.people, narrowed=narrowed)
        self.sheet.show_page(page, replayed=not today)
        whole = page.asked.people_of(Part.ATTENTION) is None
        self.sheet.panels[Part.ATTENTION].show_link("Edit" if whole else "")
        self.sheet.panels[Part.QUIET].show_link("Check" if today else "")

    def _wait(self) -> None:
        self.sheet.wait()
        self.header.context.setText("Looking at every conversation")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the sheet take up the room there is, and the wheel with Ctrl look at fewer months or more."""
        if event.type() == QEvent.Type.Resize:
            self.sheet.fit(self.area.viewport().size())
        elif isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.look_back(self._reach + ((turned < 0) - (turned > 0)))
            return True
        return False

    # Acting

    def _toggle_filters(self) -> None:
        self.filters.toggle()
        self.header.everyone.setChecked(True)

    def _choose(self, part: Part, spot: Spot) -> None:
        """Narrow the other charts to what was clicked, or show all again where it was this."""
        key = spot.chooses
        if self._only is not None and (self._only[0].part, self._only[0].key) == (part, key):
            self.show_all()
        elif spot.people:
            self._only = (Only(part, key, frozenset(spot.people)), spot.name)
            self.header.show_only(spot.name)
            self.desk.announced.emit(f"The other charts show {spot.name}")
            self._ask()

    def _open(self, spot: Spot) -> None:
        if len(spot.people) == 1:
            self.desk.person_wanted.emit(spot.people[0])

    def _menu(self, part: Part, spot: Spot | None, where: QPoint) -> None:
        self.taking.menu(part, spot).popup(where)

    def _save_chart(self) -> None:
        self.taking.save()

    def _copy_chart(self) -> None:
        self.taking.copy_picture()

    def _print(self) -> None:
        self.taking.print()

    def _intend(self, layer_id: int, share: float) -> None:
        self.desk.do(lambda: intend(self.desk.library, {layer_id: share}), "Changed what you intend")

    def _change_intended(self) -> None:
        from planner.queries.cadence.findings import capacity_finding
        from planner.ui.cadence.intend_dialog import IntendDialog

        said = capacity_finding(self.page.capacity) if self.page is not None else ""
        IntendDialog(self.desk, self, said).exec()

    def _check_forecasts(self) -> None:
        from planner.ui.cadence.forecasts_dialog import ForecastsDialog

        ForecastsDialog(self.desk, self).exec()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was clicked, then the filter, then the replay."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._only is not None:
            self.show_all()
        elif not self.filters.isHidden():
            self.filters.clear()
        elif not self.replay.isHidden():
            self.toggle_replay()
        else:
            super().keyPressEvent(event)


def _place_of(text: str) -> int:
    return int(text) if text.isdigit() and int(text) < len(REACHES) else USUAL_REACH
