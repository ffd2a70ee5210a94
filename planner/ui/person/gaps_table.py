"""The gaps as a table that can be read aloud and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from planner.domain import words
from planner.domain.gaps import KnownGap
from planner.ui.desk import Desk

_HEADS = ("From", "To", "Days", "Rhythm")


class GapsTable(QTableWidget):
    """Newest first; Ctrl+C copies what is chosen, or all of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(0, len(_HEADS))
        self._desk = desk
        self.setAccessibleName("Gaps between conversations")
        self.setHorizontalHeaderLabels(_HEADS)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(20)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        desk.theme.changed.connect(self._measure)
        self._measure()

    def show_gaps(self, gaps: Sequence[KnownGap], rhythm_days: int | None) -> None:
        """Show gaps, the newest at the top."""
        self.setRowCount(len(gaps))
        for row, gap in enumerate(reversed(gaps)):
            today = self._desk.today
            cells = (
                words.short_day(gap.begins, today),
                words.short_day(gap.ends, today),
                str(gap.days),
                _told(gap, rhythm_days),
            )
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))

    def text(self) -> str:
        """The chosen rows, or all, as lines of tab-separated cells."""
        rows = sorted({item.row() for item in self.selectedItems()}) or range(self.rowCount())
        lines = ["\t".join(head for head in _HEADS).rstrip()]
        for row in rows:
            cells = [self.item(row, column) for column in range(self.columnCount())]
            lines.append("\t".join(cell.text() if cell else "" for cell in cells))
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        theme = self._desk.theme
        self.setFont(theme.font("why"))
        self.horizontalHeader().setFont(theme.font("label"))
        self.verticalHeader().setDefaultSectionSize(theme.px(24))


def _told(gap: KnownGap, rhythm_days: int | None) -> str:
    if not rhythm_days:
        return "none yet"
    return "kept" if gap.kept else f"{gap.days - rhythm_days} d longer"


def against_words(gap: KnownGap, rhythm_days: int | None) -> str:
    """'within the rhythm', '2 days longer, still kept', '13 days longer', or '' without one."""
    over = gap.days - rhythm_days if rhythm_days else 0
    if not rhythm_days or over <= 0:
        return "within the rhythm" if rhythm_days else ""
    return f"{words.count(over, 'day')} longer{', still kept' if gap.kept else ''}"
