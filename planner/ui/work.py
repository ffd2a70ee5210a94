"""Long work off the window's thread: progress after half a second, a way to stop it, one answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.errors import KnownError
from planner.ui.desk import Desk
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.themed import ThemedWidget

Progress = Callable[[float], bool]
SHOWN_AFTER_MS = 500


class _Worker(QThread):
    """Runs one job with a connection of its own, given back at the end."""

    moved = Signal(float)

    def __init__(self, desk: Desk, job: Callable[[Progress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job = job
        self.stopped = False
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._job(self._tell)
        except BaseException as error:
            self.error = error
        finally:
            self._desk.library.release_thread()

    def _tell(self, share: float) -> bool:
        self.moved.emit(share)
        return not self.stopped


class Work(ThemedWidget):
    """Lies over a screen while a job of that screen runs. One job at a time."""

    ended = Signal()

    def __init__(self, desk: Desk, ground: QWidget) -> None:
        super().__init__(desk.theme, ground)
        self._desk = desk
        self._worker: _Worker | None = None
        self._done: Callable[[Any], None] = lambda _result: None
        self._share = 0.0
        self._words = StyledLabel(desk.theme, "", "heading")
        self._stop = Button(desk.theme, "Cancel", small=True)
        self._stop.clicked.connect(self.cancel)
        self._box = _Box(self)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(_Bar(self))
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._appear)
        ground.installEventFilter(self)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._worker is not None

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    def start(self, words: str, job: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        """Run `job` in another thread and hand its result to `done` in this one.

        `job` gets a function to tell the share done, which answers False once the person cancelled. A
        KnownError of the job is shown in its sentence; anything else is raised here, as the bug it is.
        """
        if self._worker is not None:
            return
        self._share, self._done = 0.0, done
        self._words.setText(words)
        self._stop.setEnabled(True)
        worker = _Worker(self._desk, job, self)
        worker.moved.connect(self._move)
        worker.finished.connect(self._finish)
        self._worker = worker
        self._later.start(SHOWN_AFTER_MS)
        worker.start()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        if self._worker is not None:
            self._worker.stopped = True
            self._stop.setEnabled(False)
            self._words.setText("Stopping …")

    def wait(self) -> None:
        """Stop the job and wait for its end; for closing the window."""
        if self._worker is not None:
            self._worker.stopped = True
            self._worker.wait()

    def _move(self, share: float) -> None:
        self._share = max(0.0, min(1.0, share))
        self._box.update()
        self.setAccessibleDescription(f"{self._share:.0%} done")

    def _finish(self) -> None:
        worker, self._worker = self._worker, None
        self._later.stop()
        self.hide()
        if worker is None:
            return
        worker.deleteLater()
        self.ended.emit()
        if isinstance(worker.error, KnownError):
            self._desk.failed.emit(str(worker.error))
        elif worker.error is not None:
            raise worker.error
        else:
            self._done(worker.result)

    def _appear(self) -> None:
        if self._worker is not None:
            self._lay_out()
            self.show()
            self.raise_()
            self._stop.setFocus()

    def _lay_out(self) -> None:
        ground = self.parentWidget()
        if ground is not None:
            self.setGeometry(ground.rect())
            width, height = self.theme.px(380), self._box.sizeHint().height()
            self._box.setGeometry((self.width() - width) // 2, self.height() // 3, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._lay_out()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.scrim)
        painter.end()


class _Box(QWidget):
    """The white sheet in the middle."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._work.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.end()


class _Bar(QWidget):
    """How far the job is."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
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
