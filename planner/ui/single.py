"""One window a library: a second start raises the first one, hands it files or asks for a line, and ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from planner.ui.knock import CAPTURE, OPEN, RAISE, files_in, socket_name

if TYPE_CHECKING:
    from planner.ui.window import Window


class Listening(QObject):
    """Hears a second start: raises the window, shows files in it, or opens the one for a line."""

    def __init__(self, library: Path, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = socket_name(library)
        # The writer's lock is ours, so a socket that is still there was left by a program that died.
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._connected)

    def _connected(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        connection.readyRead.connect(lambda: self._hear(connection))
        if connection.bytesAvailable():
            self._hear(connection)

    def _hear(self, connection: QLocalSocket) -> None:
        if connection.canReadLine():
            way, _, rest = bytes(connection.readLine().data()).strip().partition(b" ")
            connection.disconnectFromServer()
            self._do(way, rest)

    def _do(self, way: bytes, rest: bytes) -> None:
        if way == CAPTURE:
            self._window.capture()
        elif way == RAISE:
            self._raise()
        elif way == OPEN and (files := files_in(rest)):
            self._raise()
            self._window.places.review_files(files)

    def _raise(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
