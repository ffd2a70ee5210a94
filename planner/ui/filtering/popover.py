"""The sheet of + Filter: type to find a choice, tick it, keep the filter under a name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from planner.domain.filters import Filter
from planner.ui.filtering.option_list import OptionList
from planner.ui.filtering.options import Option
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.floating import SHADOW, FloatingSheet
from planner.ui.widgets.own_line import OwnLine

_WIDTH = 300
_MOST = 420
_BELOW = 6
_EDGE = 12
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class FilterSheet(FloatingSheet):
    """Lies over the window below what opened it. It only asks: the bar that owns it decides.

    Up and down mark a choice, Enter ticks it, Esc or a click beside it closes.
    """

    typed = Signal(str)
    ticked = Signal(object)  # an Option
    clear_wanted = Signal()
    save_wanted = Signal(str)  # under this name
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setAccessibleName("Filter")
        self._under: QWidget | None = None
        self.line = OwnLine(self)
        self.line.setPlaceholderText("City, organisation, tag, promise …")
        self.line.setAccessibleName("Find a choice")
        self.list = OptionList(theme, self)
        self.save = Button(theme, "Save this filter", "link", small=True)
        self.clear = Button(theme, "Clear", "quiet", small=True)
        self.name = OwnLine(self)
        self.name.setPlaceholderText("A name for this filter")
        self.name.setAccessibleName("Name of the filter")
        self.keep = Button(theme, "Save", "primary", small=True)
        self._foot = QStackedWidget(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(10, 10, 10, 6)
        head.addWidget(self.line)
        column.addLayout(head)
        middle = QHBoxLayout()
        middle.setContentsMargins(4, 0, 4, 4)
        middle.addWidget(self.list)
        column.addLayout(middle, 1)
        self._foot.addWidget(_row(self.save, self.clear))
        self._foot.addWidget(_row(self.name, self.keep))
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.typed)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self.list.tick_current)
        self.line.left.connect(self.close_sheet)
        self.list.ticked.connect(self.ticked)
        self.clear.clicked.connect(self.clear_wanted)
        self.save.clicked.connect(self._ask_name)
        self.name.entered.connect(self._keep)
        self.name.left.connect(self._stop_asking)
        self.keep.clicked.connect(self._keep)
        self.theme.changed.connect(self.fit)

    def open_under(self, chip: QWidget) -> None:
        """Show the sheet below a chip, with nothing typed."""
        self._under = chip
        self._foot.setCurrentIndex(0)
        self.line.clear()
        self.typed.emit("")
        self.fit()
        self.show()
        self.raise_()
        self.line.setFocus()
        _application().installEventFilter(self)

    def close_sheet(self) -> None:
        """Put the sheet away."""
        self.hide()

    def show_options(self, found: tuple[Option, ...], wanted: Filter, *, first: bool = False) -> None:
        """Show these choices; `first` marks the first of them."""
        self.list.show_options(found, first=first)
        self.save.setEnabled(bool(wanted))
        self.clear.setEnabled(bool(wanted))
        self._say()
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """Take the height that the lines need, below the chip and within the window."""
        window, layout = self.parentWidget(), self.layout()
        if self._under is None or window is None or layout is None:
            return
        corner = self._under.mapTo(window, QPoint(0, self._under.height() + _BELOW))
        width = self.theme.px(_WIDTH)
        around = layout.minimumSize().height() - 2 * SHADOW - self.list.minimumSizeHint().height()
        room = window.height() - corner.y() - _EDGE
        height = min(self.theme.px(_MOST), room, around + self.list.height_of_all() + 2)
        left = max(_EDGE, min(corner.x(), window.width() - width - _EDGE))
        self.setGeometry(left - SHADOW, corner.y() - SHADOW, width + 2 * SHADOW, height + 2 * SHADOW)

    def _step(self, by: int) -> None:
        self.list.step(by)
        self._say()

    def _say(self) -> None:
        item = self.list.currentItem()
        self.line.setAccessibleDescription(item.text() if item is not None else "No such choice")

    def _ask_name(self) -> None:
        self.name.clear()
        self._foot.setCurrentIndex(1)
        self.name.setFocus()

    def _stop_asking(self) -> None:
        self._foot.setCurrentIndex(0)
        self.line.setFocus()

    def _keep(self) -> None:
        if self.name.text().strip():
            self.save_wanted.emit(self.name.text())
            self._stop_asking()
            self.close_sheet()

    # Qt

    def hideEvent(self, event: QHideEvent) -> None:
        _application().removeEventFilter(self)
        super().hideEvent(event)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the sheet closes it; one on what opened it does nothing more."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            here = self.mapFromGlobal(event.globalPosition())
            if isinstance(watched, QWidget) and not self.sheet.contains(here):
                self.close_sheet()
                return watched is self._under
        elif event.type() in _MOVES and watched in (self.parent(), self._under):
            self.fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, and a hairline above its foot."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = self._foot.geometry().top() - 1
        painter.fillRect(SHADOW + 1, line, self.width() - 2 * SHADOW - 2, 1, self.theme.palette.line)
        painter.end()


def _row(*widgets: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(10, 7, 10, 7)
    row.setSpacing(6)
    row.addWidget(widgets[0], 1 if isinstance(widgets[0], QLineEdit) else 0)
    if not isinstance(widgets[0], QLineEdit):
        row.addStretch(1)
    row.addWidget(widgets[1])
    return held


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
