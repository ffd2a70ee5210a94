"""Up and down through whatever can have the focus in a panel or a sheet, a line at a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

_SAME_LINE = 6


def step_focus(ground: QWidget, by: int) -> bool:
    """Go to the first stop of the next line (1), or of the one before (-1); whether there is one."""
    now = QApplication.focusWidget()
    if now is None or not ground.isAncestorOf(now):
        return False
    here = _place(now, ground).y()
    places = {each: _place(each, ground) for each in stops(ground)}
    beyond = [place.y() for place in places.values() if (place.y() - here) * by > _SAME_LINE]
    if not beyond:
        return False
    line = min(beyond) if by > 0 else max(beyond)
    there = [each for each, place in places.items() if abs(place.y() - line) <= _SAME_LINE]
    min(there, key=lambda each: places[each].x()).setFocus(Qt.FocusReason.TabFocusReason)
    return True


def stops(ground: QWidget) -> list[QWidget]:
    """What the Tab key stops at in here, from the top to the bottom."""
    found = [
        each
        for each in ground.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
    ]
    return sorted(found, key=lambda each: (_place(each, ground).y(), _place(each, ground).x()))


def _place(widget: QWidget, ground: QWidget) -> QPoint:
    return widget.mapTo(ground, QPoint(0, 0))
