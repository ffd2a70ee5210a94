"""The privacy key: names as initials, faces as discs, and no tooltips, until it is pressed again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from planner.library import Changed
from planner.queries.all_names import names_hidden
from planner.ui.desk import Desk
from planner.ui.widgets import veil


class Hiding(QObject):
    """Lives as long as names are hidden, and learns the names of people who are added meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.changed.connect(self._learn)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._hide()

    def end(self) -> None:
        """Show names again."""
        veil.hide(None)
        self._desk.changed.disconnect(self._learn)
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._desk.theme.changed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tooltips were written with names in them: there are none meanwhile."""
        return event.type() == QEvent.Type.ToolTip

    def _learn(self, changed: Changed) -> None:
        if changed.touches("person", "contact_point"):
            self._hide()

    def _hide(self) -> None:
        veil.hide(names_hidden(self._desk.library))
        self._desk.theme.changed.emit()


def switch(desk: Desk) -> bool:
    """Hide names, or show them again; whether they are hidden now."""
    found = desk.findChild(Hiding)
    if isinstance(found, Hiding):
        found.setParent(None)
        found.end()
        return False
    Hiding(desk)
    return True
