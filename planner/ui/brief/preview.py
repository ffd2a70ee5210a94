"""The pages as they will be on paper: white in the dark too, whole at a glance, or larger to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from planner.ui.brief.page import HEIGHT, WIDTH, Page
from planner.ui.brief.paper import fit
from planner.ui.theme import Theme
from planner.ui.widgets.shadow import paint_shadow
from planner.ui.widgets.themed import ThemedWidget

_AROUND = 22
_STEP = 1.25
_SMALLEST, _LARGEST = 0.3, 3.0


class Preview(QScrollArea):
    """Shows pages below each other. `zoomed` says how large: 1.0 as on paper at 96 dots an inch."""

    zoomed = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sheets = _Sheets(theme)
        self._fits = True
        self.setWidget(self._sheets)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("The page")
        self.viewport().setAutoFillBackground(False)
        self._sheets.setAutoFillBackground(False)

    @property
    def zoom(self) -> float:
        """How large the pages are shown."""
        return self._sheets.zoom

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages from now on, where and as large as one was looking."""
        self._sheets.show_pages(pages)
        self.setAccessibleDescription(_told(pages))
        self._settle()

    def fit_page(self) -> None:
        """A whole page at once, whatever the room."""
        self._fits = True
        self._settle()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller, around the middle."""
        self._fits = False
        self._take(self.zoom * _STEP**steps)

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(600, 2000)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a page whole while that is what was wanted."""
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground around the paper."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._sheets.theme.palette.sunken)
        painter.drawRoundedRect(QRectF(self.viewport().rect()), 8, 8)
        painter.end()

    def _settle(self) -> None:
        if self._fits:
            room = self.maximumViewportSize()
            wide, high = room.width() - 2 * _AROUND, room.height() - 2 * _AROUND
            self._take(min(wide / WIDTH, high / HEIGHT))
        else:
            self._take(self.zoom)

    def _take(self, zoom: float) -> None:
        within = min(_LARGEST, max(_SMALLEST, zoom))
        self._sheets.set_zoom(within)
        self.zoomed.emit(within)


class _Sheets(ThemedWidget):
    """The paper itself; each page is painted once for a size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.zoom = 1.0
        self._pages: tuple[Page, ...] = ()
        self._made: dict[int, QPixmap] = {}

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages."""
        self._pages = tuple(pages)
        self._made.clear()
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Show them in another size."""
        if zoom != self.zoom:
            self.zoom = zoom
            self._made.clear()
        number = max(1, len(self._pages))
        wide = round(WIDTH * self.zoom) + 2 * _AROUND
        self.resize(wide, round(HEIGHT * self.zoom) * number + _AROUND * (number + 1))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each sheet with its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.theme.palette
        wide, high = round(WIDTH * self.zoom), round(HEIGHT * self.zoom)
        for number in range(len(self._pages)):
            sheet = QRectF(_AROUND, _AROUND + number * (high + _AROUND), wide, high)
            if not sheet.intersects(QRectF(event.rect())):
                continue
            paint_shadow(painter, sheet, "hover", palette, 2)
            painter.drawPixmap(sheet.topLeft(), self._picture(number, wide, high))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.line, 1))
            painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def _picture(self, number: int, wide: int, high: int) -> QPixmap:
        if number not in self._made:
            ratio = self.devicePixelRatioF()
            made = QPixmap(round(wide * ratio), round(high * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.white)
            painter = QPainter(made)
            fit(painter, QRectF(0, 0, wide, high))
            self._pages[number].paint(painter)
            painter.end()
            self._made[number] = made
        return self._made[number]


def _told(pages: Sequence[Page]) -> str:
    """What the pages say about each person, for those who hear it."""
    told = []
    for person in (each for page in pages for each in page.people):
        promised = [line.lead for line in (*person.yours, *person.theirs)]
        told.append(". ".join(filter(None, (person.name, person.remember, *promised, person.standing))))
    return " ".join(told)
