"""The row of filters between the head of a board and its columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.filters import Filter
from planner.ui.desk import Desk
from planner.ui.filtering.bar import FilterBar

_SIDE, _BELOW = 20, 12


class FilterRow(QWidget):
    """There while it is wanted, and as long as it leaves somebody out. One for each board or page."""

    changed = Signal()  # another filter was chosen
    resized = Signal()  # it needs another height, or none
    left = Signal()  # back to the cards

    def __init__(self, desk: Desk, parent: QWidget, place: str = "board") -> None:
        super().__init__(parent)
        self.setProperty("region", "head")
        self._desk = desk
        self._counted = -1
        self.bar = FilterBar(desk, place, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, _BELOW)
        row.addWidget(self.bar, 1)
        row.addWidget(self.bar.field, 0, Qt.AlignmentFlag.AlignTop)
        self._level()
        desk.theme.changed.connect(self._level)
        self.bar.changed.connect(self._change)
        self.bar.field.left.connect(self.left)
        self.hide()

    @property
    def filter(self) -> Filter:
        """Whom the board shows."""
        return self.bar.filter

    def open_field(self) -> None:
        """Type in the field."""
        self._show(True)
        self.bar.open_field()

    def open_sheet(self) -> None:
        """Open the sheet with all there is to choose from."""
        self._show(True)
        self.bar.open_sheet()

    def toggle(self) -> None:
        """Show the row, or put it away and show everybody again."""
        if self.isHidden():
            self._show(True)
            self.bar.chips.everyone.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clear()

    def clear(self) -> None:
        """Show everybody again and put the row away."""
        self.bar.clear()
        self._show(False)
        self.left.emit()

    def choose(self, wanted: Filter) -> None:
        """Narrow the board to a filter that was chosen elsewhere."""
        self.bar.choose(wanted)

    def choose_hue(self, hue: str) -> None:
        """Narrow to the layer of a hue alone, or to all layers again where it was this one."""
        self.refresh()
        self.bar.choose_hue(hue)

    def refresh(self) -> None:
        """Count every choice anew, where anything is another since it was counted last."""
        edition = self._desk.roster.edition(self._desk.today)
        if edition != self._counted:
            self._counted = edition
            self.bar.refresh()

    def _change(self) -> None:
        if self.filter:
            self._show(True)
        self.changed.emit()

    def _show(self, shown: bool) -> None:
        if shown is self.isHidden():
            if shown:
                self.refresh()
            self.setVisible(shown)
            self.resized.emit()

    def _level(self) -> None:
        """Let the chips of the first line stand at the middle of the field."""
        spare = self.bar.field.sizeHint().height() - self.bar.chips.more.sizeHint().height()
        self.bar.setContentsMargins(0, max(0, spare // 2), 0, 0)

    def event(self, event: QEvent) -> bool:
        """Ask for another height where the chips need another number of rows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
