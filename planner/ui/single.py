"""One window a library: a second start raises the first one through a local socket and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 500
_RAISE = b"raise\n"


def socket_name(library: Path) -> str:
    """The local socket's name for a library: the same for every way of writing its path."""
    return "rapport-" + hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:24]


def hand_over(library: Path) -> bool:
    """Ask a window that has this library open to come to the front; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(library))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(_RAISE)
    raised = socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return raised


class Listening(QObject):
    """Hears a second start and brings the window to the front."""

    def __init__(self, library: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = socket_name(library)
        # The writer's lock is ours, so a socket that is still there was left by a program that died.
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._raise)

    def _raise(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
