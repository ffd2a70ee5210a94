"""What lies over the window while files hover: where they may be dropped, and what happens then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

REASSURANCE = "You see everything before anything is saved."
UNDONE = "Undo takes it back."
_INSET, _RADIUS = 10, 12
_WIDE, _PAD = 440, 44
_LINE, _DASH = 1.5, [4 / 1.5, 3 / 1.5]
_ICON, _GAP = 34, 12
_MOST = 48


class FileVeil(ThemedWidget):
    """Shown at the first file over the window; from then on the files are held over this.

    `instead` says what the place below would do with files, '' where they would be imported.
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        take: Callable[[Sequence[Path]], None],
        instead: Callable[[Sequence[Path]], str] = lambda _files: "",
    ) -> None:
        super().__init__(theme, window)
        self._take, self._instead = take, instead
        self.words, self.reassurance = "", REASSURANCE
        self.setAcceptDrops(True)
        self.hide()

    def welcome(self, event: QDragEnterEvent) -> None:
        """Cover the window where what comes is files."""
        files = files_of(event.mimeData())
        if not files:
            return
        instead = self._instead(files)
        self.words = instead or said(files)
        self.reassurance = UNDONE if instead else REASSURANCE
        self.setAccessibleName(f"{self.words}. {self.reassurance}")
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.show()
        self.raise_()
        accept_copy(event)

    def take(self, event: QDropEvent) -> None:
        """Uncover the window and hand the files on."""
        self.hide()
        files = files_of(event.mimeData())
        if files:
            accept_copy(event)
            self._take(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        accept_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil, and in its middle the place to drop with the picture and the words."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), palette.scrim)
        size, between = theme.px(_ICON), theme.px(_GAP)
        high = size + between + theme.line("title") + 4 + theme.line("body")
        wide = max(theme.px(_WIDE), self._width_of(self.words, "title") + 2 * theme.px(_PAD))
        place = QRectF(0, 0, min(wide, self.width() - 2 * _INSET), high + 2 * theme.px(_PAD))
        place.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        inner = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        pen = QPen(palette.accent, _LINE)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(palette.accent_tint)
        painter.drawRoundedRect(inner, _RADIUS - 4, _RADIUS - 4)
        y = place.center().y() - high / 2
        box = QRectF(place.center().x() - size / 2, y, size, size)
        icons.draw(painter, box, "upload", palette.accent, stroke=1.1)
        y += size + between
        self._paint_line(painter, y, self.words, "title")
        self._paint_line(painter, y + theme.line("title") + 4, self.reassurance, "body")
        painter.end()

    def _width_of(self, text: str, role: str) -> float:
        return one_line(self.theme, text, role).width

    def _paint_line(self, painter: QPainter, y: float, text: str, role: str) -> None:
        room = self.width() - 4.0 * _INSET
        width = one_line(self.theme, text, role, room).width
        ink = self.theme.palette.ink if role == "title" else self.theme.palette.ink2
        draw_text(painter, (self.width() - width) / 2, y, text, role, self.theme, ink, room)


def files_of(data: QMimeData) -> list[Path]:
    """The files that a drag carries."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def said(files: Sequence[Path]) -> str:
    """'Drop to import contacts.vcf', 'Drop to import 3 files'."""
    name = files[0].name
    if len(files) > 1 or not name:
        return f"Drop to import {words.count(len(files), 'file')}"
    return f"Drop to import {name if len(name) <= _MOST else name[: _MOST - 1] + '…'}"


def accept_copy(event: QDropEvent) -> None:
    """Take files as a copy: a file manager that hears 'moved' would delete them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
