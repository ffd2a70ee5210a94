"""One window a library: a second start raises the first one, or asks it for a line to write in, and ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from planner.ui.knock import CAPTURE, RAISE, socket_name


class Listening(QObject):
    """Hears a second start: brings the window to the front, or calls `capture`."""

    def __init__(self, library: Path, window: QWidget, capture: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._ways = {RAISE: self._raise, CAPTURE: capture}
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
            way = self._ways.get(bytes(connection.readLine().data()))
            connection.disconnectFromServer()
            if way is not None:
                way()

    def _raise(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
