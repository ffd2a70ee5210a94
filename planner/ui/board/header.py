"""The line above the board: which week, how full it is, and the button that plans."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.domain import words
from planner.queries.week import WeekBoard
from planner.ui.desk import Desk
from planner.ui.keys import Keys, follow
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.labels import ElidedLabel, StyledLabel
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.segment import Choice, Segment

HEIGHT = 60
_SPACES = 20 + 4 + 4 + 12 + 10 + 12 + 3 + 12 + 12 + 20 + 12
_BETWEEN, _BY_SPAN = 12, 6
_LEAST_WORDS = 60
SPANS = (Choice(key="week", words="Week"), Choice(key="month", words="Month"))


_SUGGEST = "Whom to talk to, when and how, within the time set aside"


class WeekHeader(QWidget):
    """Previous, today, next; the week in words; what is planned of the time set aside."""

    week_wanted = Signal(int)  # -1 the one before, 0 today's, 1 the next

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, span: str = "week") -> None:
        super().__init__(parent)
        self.setProperty("region", "head")
        theme = desk.theme
        self.previous = IconButton(theme, "left", f"Previous {span}")
        self.this = Button(theme, "Today", small=True)
        self.next = IconButton(theme, "right", f"Next {span}")
        self.title = StyledLabel(theme, "", "title")
        self.week = StyledLabel(theme, "", "body", "ink3")
        self.planned = StyledLabel(theme, "", "labelStrong")
        self.set_aside = ElidedLabel(theme, "", "why", "ink3")
        self.span = Segment(theme, SPANS, self)
        self.span.choose(span)
        self.span.chosen.connect(lambda chosen: self._turn(desk, chosen, span))
        self.lanes = IconButton(theme, "lanes", "Lanes by layer", parent=self)
        self.lanes.setCheckable(True)
        self.lanes.clicked.connect(lambda: self._toggle_lanes(desk))
        self.filter = IconButton(theme, "filter", "Filter by …", parent=self)
        self.filter.setCheckable(True)
        self._suggests = span == "week"
        self.suggest = Button(theme, "Suggest a plan", parent=self)
        self.suggest.clicked.connect(lambda: desk.command_wanted.emit("suggest", None))
        self.plan = Button(theme, "Plan a conversation", "primary", icon="plus")
        for button, step in ((self.previous, -1), (self.this, 0), (self.next, 1)):
            button.clicked.connect(lambda _checked=False, step=step: self.week_wanted.emit(step))
        self._follow_keys(desk.keys, span)
        self._filters = _Room(self.filter, _BY_SPAN, self)
        self._rooms = (_Room(self.lanes, _BY_SPAN, self), _Room(self.suggest, _BETWEEN, self))
        for room in self._rooms:
            room.setVisible(self._suggests)
        self._arrange()
        theme.changed.connect(self._make_room)

    def show_board(self, board: WeekBoard) -> None:
        """Say which week it is and how full."""
        sunday = date.fromordinal(board.monday.toordinal() + 6)
        far = board.monday.year != board.today.year and sunday.year == board.monday.year
        self.title.setText(words.week_title(board.monday) + (f" {board.monday.year}" if far else ""))
        self.week.setText(f"Week {board.monday.isocalendar().week}")
        self.show_planned(board.planned_minutes, board.set_aside_minutes)

    def show_planned(self, planned: int, aside: int) -> None:
        """Say how many minutes are planned, and of how many set aside."""
        self.planned.setText(words.length(planned) if planned else "Nothing")
        self.set_aside.setText(f"planned of {words.length(aside)} set aside" if aside else "planned")
        for label in (self.title, self.week, self.planned, self.set_aside):
            label.updateGeometry()
        self._make_room()

    def show_filter(self, shown: bool) -> None:
        """Show whether there is a filter."""
        self.filter.setChecked(shown)

    def show_lanes(self, shown: bool) -> None:
        """Show whether the week is in lanes."""
        self.lanes.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out the figures, then the number of the week, where the buttons need their room.

        Where even that is not enough, filters, lanes and suggestions are there by key and menu only.
        """
        kept = (self.previous, self.this, self.next, self.title, self.span, self.plan)
        free = self.width() - _SPACES - sum(map(_wide, kept))
        for room in (self._filters, *(self._rooms if self._suggests else ())):
            free = _fit(room, free)
        free -= self.week.sizeHint().width()
        self.week.setVisible(bool(self.week.text()) and free >= 0)
        figures = free - self.planned.sizeHint().width() >= _LEAST_WORDS
        self.planned.setVisible(figures)
        self.set_aside.setVisible(figures)

    def _follow_keys(self, keys: Keys, span: str) -> None:
        """Say in every tooltip the keys that do the same."""
        for button, command_id, said in (
            (self.previous, "previous_week", f"Previous {span}"),
            (self.next, "next_week", f"Next {span}"),
            (self.lanes, "lanes", "Lanes by layer"),
            (self.filter, "filter_choices", "Filter by …"),
        ):
            follow(keys, command_id, partial(button.set_tooltip, said))
        follow(keys, "suggest", lambda shown: set_tooltip(self.suggest, _with(_SUGGEST, shown)))
        follow(keys, "week_view", lambda _shown: set_tooltip(self.span, _span_words(keys)))
        follow(keys, "month_view", lambda _shown: set_tooltip(self.span, _span_words(keys)))

    def _toggle_lanes(self, desk: Desk) -> None:
        """Go to the lanes or back; the button here keeps showing its own board."""
        self.lanes.setChecked(not self.lanes.isChecked())
        desk.command_wanted.emit("lanes", None)

    def _turn(self, desk: Desk, chosen: str, own: str) -> None:
        """Go to the other board; the segment here keeps showing its own."""
        self.span.choose(own)
        if chosen != own:
            desk.command_wanted.emit(f"{chosen}_view", None)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 2, 20, 0)
        row.setSpacing(0)
        for widget, after in ((self.previous, 4), (self.this, 4), (self.next, 12), (self.title, 10)):
            row.addWidget(widget)
            row.addSpacing(after)
        row.addWidget(self.week)
        row.addSpacing(12)
        row.addStretch(1)
        row.addWidget(self.planned)
        row.addSpacing(3)
        row.addWidget(self.set_aside)
        row.addSpacing(12)
        row.addWidget(self._filters)
        if self._suggests:
            row.addWidget(self._rooms[0])
        row.addWidget(self.span)
        row.addSpacing(12)
        if self._suggests:
            row.addWidget(self._rooms[1])
        row.addWidget(self.plan)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_aside.setSizePolicy(policy)


class _Room(QWidget):
    """A button with the gap after it, which goes where the button goes."""

    def __init__(self, button: QWidget, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, gap, 0)
        row.addWidget(button)


def _with(words_: str, keys: str) -> str:
    """Words with the keys behind them."""
    return f"{words_} ({keys})" if keys else words_


def _span_words(keys: Keys) -> str:
    week, month = keys.shown("week_view"), keys.shown("month_view")
    return f"{_with('Show the week', week)} or {_with('the month', month)}"


def _wide(widget: QWidget) -> int:
    """How much room a widget takes."""
    return max(widget.sizeHint().width(), widget.minimumWidth())


def _fit(room: QWidget, free: int) -> int:
    """Show a button where it fits, and return what room is left."""
    left = free - _wide(room)
    room.setVisible(left >= 0)
    return left if left >= 0 else free
