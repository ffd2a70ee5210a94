"""Takes copied words off the clipboard again, where every other program could read them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

STAYS_MS = 30_000
"""So long copied words stay on the clipboard."""


class CopiedWords(QObject):
    """Clears words that were copied here after 30 seconds and when Rapport ends, if they are still there.

    What another program put there stays, and so do pictures. `is_ours` says who put there what is there now.
    """

    def __init__(self, parent: QObject, is_ours: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._is_ours = is_ours or self._clipboard.ownsClipboard
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.setInterval(STAYS_MS)
        self.clock.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._look)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.clear)

    def clear(self) -> None:
        """Clear what was copied here, now."""
        self.clock.stop()
        if self._holds_our_words():
            self._clipboard.clear()

    def _look(self) -> None:
        if self._holds_our_words():
            self.clock.start()
        else:
            self.clock.stop()

    def _holds_our_words(self) -> bool:
        return self._is_ours() and bool(self._clipboard.text())
