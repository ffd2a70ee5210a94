"""The sheet that opens under a figure: what it says, how much it rests on, and every fact behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.domain.errors import KnownError
from planner.ui.desk import Desk
from planner.ui.person.fact_row import FactRow
from planner.ui.person.facts import Fact, Facts
from planner.ui.widgets.add_row import AddRow
from planner.ui.widgets.floating import SHADOW, FloatingSheet
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.keyed import Keyed
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.stepping import step_focus, stops

Ask = Callable[[], Facts]
_WIDTH = 348
_MOST = 420
_BELOW = 6
_EDGE = 12
_PADDING = 14
_BAR = 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FactsSheet(FloatingSheet):
    """Lies over the window under what opened it, and asks again whenever the library changes.

    Up and down go through the facts; Esc, or a click beside it, closes it and gives the focus back. `keeps`
    hears of every field that is opened in it, with the name of what opened the sheet.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk.theme, window)
        self.desk = desk
        self._under: QWidget | None = None
        self._ask: Ask | None = None
        self.keeps: Callable[[InPlace | AddRow, str], None] = lambda _field, _opener: None
        self.title = StyledLabel(desk.theme, "", "strong", wrap=True)
        self.said = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        self.nothing = StyledLabel(desk.theme, "", "why", "ink3", wrap=True)
        self._ground = QWidget()
        self._list = QVBoxLayout(self._ground)
        self.facts: Keyed[Fact, FactRow] = Keyed(
            self._list, lambda fact: FactRow(desk.theme, fact), FactRow.show_fact
        )
        self.foot: QWidget | None = None
        self._scroll = QScrollArea(self)
        self._column = QVBoxLayout(self)
        self._arrange()
        desk.changed.connect(self._look_again)
        desk.theme.changed.connect(self.fit)

    def open_under(self, under: QWidget, ask: Ask, foot: QWidget | None = None) -> None:
        """Show the facts that `ask` answers with, and at the foot what adds to them."""
        self._under, self._ask = under, ask
        self._set_foot(foot)
        self._show(ask())
        self.show()
        self.raise_()
        self.fit()
        first = next(iter(stops(self)), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)
        _application().installEventFilter(self)

    def keep_field(self, field: InPlace | AddRow) -> None:
        """Keep what is typed in a field, by the name of what opened the sheet, where that has one."""
        if self._under is not None and self._under.objectName():
            self.keeps(field, self._under.objectName())

    def close_sheet(self) -> None:
        """Put the sheet away."""
        under = self._under
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside and under is not None and isValid(under) and under.isVisible():
            under.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Take the height that the facts need: below what opened it, or above where there is more room."""
        window, under = self.parentWidget(), self._under
        if under is None or not isValid(under) or window is None or not self.isVisible():
            return
        width = self.theme.px(_WIDTH)
        inner = width - 2 * _PADDING
        self._ground.setFixedWidth(inner)
        self._list.invalidate()
        wanted = _height(self._list, inner) if self.facts.rows else 0
        self._ground.setFixedHeight(wanted)
        self._scroll.setVisible(bool(self.facts.rows))
        top = under.mapTo(window, QPoint(0, 0)).y()
        bottom = top + under.height() + _BELOW
        room = window.height() - bottom - _EDGE
        above = top - _BELOW - _EDGE
        most = min(self.theme.px(_MOST), max(room, above))
        self._scroll.setFixedHeight(wanted)
        height = _height(self._column, width + 2 * SHADOW) - 2 * SHADOW
        if height > most:
            self._scroll.setFixedHeight(max(self.theme.px(40), wanted - (height - most)))
            height = most
        left = under.mapTo(window, QPoint(under.width(), 0)).x() - width
        left = max(_EDGE, min(left, window.width() - width - _EDGE))
        y = bottom if height <= room or room >= above else top - _BELOW - height
        y = max(_EDGE, min(y, window.height() - height - _EDGE))  # what opened it may be half out of sight
        self.setGeometry(left - SHADOW, y - SHADOW, width + 2 * SHADOW, height + 2 * SHADOW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is listened to any more, and what was private is closed again."""
        _application().removeEventFilter(self)
        self._ask = None
        self.facts.show_items(())
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; up and down step."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif not (step and step_focus(self, step)):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the page below from what is done here; layouts that grew are fitted."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif event.type() == QEvent.Type.LayoutRequest:
            handled = super().event(event)
            self.fit()
            return handled
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the sheet closes it; one on what opened it does nothing more."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            here = self.mapFromGlobal(event.globalPosition())
            if isinstance(watched, QWidget) and not self._is_mine(watched) and not self.sheet.contains(here):
                self.close_sheet()
                return watched is self._under
        elif event.type() == QEvent.Type.Resize and watched is self.parent():
            self.fit()
        return False

    def _is_mine(self, widget: QWidget) -> bool:
        """Whether it is part of the sheet, or of a menu that the sheet opened."""
        return widget is self or self.isAncestorOf(widget) or isinstance(widget, QMenu)

    def _look_again(self) -> None:
        if self._ask is None or not self.isVisible():
            return
        try:
            self._show(self._ask())
        except KnownError:  # whom the facts are about is gone
            self.close_sheet()
            return
        self.fit()

    def _show(self, told: Facts) -> None:
        self.title.setText(told.title)
        self.said.setText(told.said)
        self.said.setVisible(bool(told.said))
        self.nothing.setText(told.none)
        self.nothing.setVisible(not told.facts)
        self.facts.show_items((fact.key, fact) for fact in told.facts)
        self.setAccessibleName(f"{told.title}. {told.said}")
        for label in (self.title, self.said, self.nothing):
            label.updateGeometry()

    def _set_foot(self, foot: QWidget | None) -> None:
        if self.foot is not None:
            self._column.removeWidget(self.foot)
            self.foot.hide()
            self.foot.deleteLater()
        self.foot = foot
        if foot is not None:
            self._column.addWidget(foot)

    def _arrange(self) -> None:
        self._list.setContentsMargins(0, 0, _BAR, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._scroll.setWidget(self._ground)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        edge = SHADOW + _PADDING
        self._column.setContentsMargins(edge, edge - 2, SHADOW + _PADDING - _BAR + 6, edge - 2)
        self._column.setSpacing(4)
        for each in (self.title, self.said, self.nothing, self._scroll):
            self._column.addWidget(each)


def _height(layout: QVBoxLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
