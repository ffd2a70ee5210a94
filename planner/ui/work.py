"""Long work off the window's thread: progress after half a second, a way to stop it, one answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from planner.domain.errors import Cancelled, KnownError
from planner.ui.desk import Desk
from planner.ui.job import Job, Progress
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel
from planner.ui.widgets.shadow import paint_shadow
from planner.ui.widgets.themed import ThemedWidget

SHOWN_AFTER_MS = 500
_SHADOW = 64
_TYPES = QEvent.Type
_INPUT = frozenset(
    {
        *(_TYPES.KeyPress, _TYPES.Shortcut, _TYPES.ContextMenu, _TYPES.Wheel),
        *(_TYPES.MouseButtonPress, _TYPES.MouseButtonRelease, _TYPES.MouseButtonDblClick),
        *(_TYPES.DragEnter, _TYPES.DragMove, _TYPES.Drop),
    }
)


class Work(ThemedWidget):
    """Lies over a screen while a job of that screen runs. One job at a time.

    Nothing else can be done in the window meanwhile: what the job writes cannot meet another change.
    """

    appeared = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, ground: QWidget) -> None:
        super().__init__(desk.theme, ground)
        self._desk = desk
        self._job: Job | None = None
        self._done: Callable[[Any], None] = lambda _result: None
        self._share = 0.0
        self._stops = True
        self._words = ElidedLabel(desk.theme, "", "heading")
        self._stop = Button(desk.theme, "Cancel", small=True)
        self._stop.clicked.connect(self.cancel)
        self._box = _Box(self)
        self._box.column.addWidget(self._words)
        self._box.column.addWidget(_Bar(self))
        self._box.column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._appear)
        ground.installEventFilter(self)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    @property
    def words(self) -> str:
        """What is being done, in words."""
        return self._words.text()

    def start(
        self,
        words: str,
        job: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        stops: bool = True,
    ) -> None:
        """Run `job` in another thread and hand its result to `done` in this one.

        `job` gets a function to tell the share done, which answers False once the person cancelled; it then
        raises Cancelled, and `done` is not called. A KnownError of the job is shown in its sentence; anything
        else is raised here, as the bug it is. Where a job is under way already, nothing is begun. One that
        does not stop half-way offers no Cancel.
        """
        if self._job is not None:
            return
        self._share, self._done = 0.0, done
        self._words.setText(words)
        self.setAccessibleName(words)
        self._stops = stops
        self._stop.setVisible(stops)
        self._stop.setEnabled(True)
        self._job = Job(job, self._desk.library.release_thread)
        self._job.moved.connect(self._move)
        self._job.finished.connect(self._finish)
        _application().installEventFilter(self)
        self._later.start(SHOWN_AFTER_MS)
        self._job.begin()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        if self._job is not None and self._stops:
            self._job.stop()
            self._stop.setEnabled(False)
            self._words.setText("Stopping …")

    def _move(self, share: float) -> None:
        self._share = max(0.0, min(1.0, share))
        self._box.update()
        self.setAccessibleDescription(f"{self._share:.0%} done")

    def _finish(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        _application().removeEventFilter(self)
        self._leave()
        job.let_go()
        self.ended.emit()
        if isinstance(job.error, KnownError):
            if not job.stopped:
                self._desk.fail(job.error)
        elif job.error is None:
            self._done(job.result)
        elif not isinstance(job.error, Cancelled):
            raise job.error

    def _leave(self) -> None:
        self._later.stop()
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        ground = self.parentWidget()
        if focused and ground is not None:
            ground.setFocus()

    def _appear(self) -> None:
        if self._job is not None:
            self.show()
            self.raise_()
            self._stop.setFocus()
            self.appeared.emit()
            self._desk.announced.emit(self.words)

    def showEvent(self, event: QShowEvent) -> None:
        self._lay_out()
        super().showEvent(event)

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        self._lay_out()

    def _lay_out(self) -> None:
        ground = self.parentWidget()
        if ground is not None:
            self.setGeometry(ground.rect())
            self._box.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == _TYPES.Resize and watched is self.parent():
            self._lay_out()
        elif self._job is None:
            return False
        elif kind == _TYPES.Close and watched is self.window():
            self.cancel()
        elif kind in _INPUT and self._is_outside(watched):
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self.cancel()
            return True
        return False

    def _is_outside(self, watched: QObject) -> bool:
        """Whether this is part of the window but not of what lies over it."""
        if isinstance(watched, QAction):
            return True
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False
        return watched is not self and not self.isAncestorOf(watched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.scrim)
        painter.end()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


class _Box(QWidget):
    """The sheet in the middle, with room for its shadow."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_SHADOW + 20, _SHADOW + 16, _SHADOW + 20, _SHADOW + 16)
        self.column.setSpacing(12)

    def place(self) -> None:
        """Go to the upper middle."""
        width = self._work.theme.px(380) + 2 * _SHADOW
        height = self.sizeHint().height()
        self.setGeometry((self._work.width() - width) // 2, self._work.height() // 3 - _SHADOW, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._work.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        paint_shadow(painter, sheet, "dialog", palette, 12)
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.end()


class _Bar(QWidget):
    """How far the job is."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.setFixedHeight(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._work.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(palette.accent)
        painter.drawRoundedRect(QRectF(0, 0, max(6.0, self.width() * self._work.share), 6), 3, 3)
        painter.end()
