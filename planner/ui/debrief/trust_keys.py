"""What a conversation did to trust, answered with one of three keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.domain.debrief import TrustMark
from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.text import draw_text, one_line

KEYS = {
    TrustMark.UP: (Qt.Key.Key_Up, "↑", "Went up"),
    TrustMark.SAME: (Qt.Key.Key_Equal, "=", "Stayed the same"),
    TrustMark.DOWN: (Qt.Key.Key_Down, "↓", "Went down"),
}
_PAD, _GAP, _HEIGHT, _RADIUS = 11, 8, 34, 6


class TrustKeys(QWidget):
    """Three buttons; while one of them has the focus, their keys choose. The chosen one again is none."""

    chosen = Signal(object)  # a TrustMark or None

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"Trust in {name}")
        self.mark: TrustMark | None = None
        self.buttons: dict[TrustMark, MarkButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for mark, (_, cap, words) in KEYS.items():
            button = MarkButton(theme, words, cap)
            button.setAccessibleName(f"Trust in {name}: {words.lower()}")
            button.clicked.connect(lambda _on=False, each=mark: self.choose(each))
            self.buttons[mark] = button
            row.addWidget(button, 1)
        self.setFocusProxy(self.buttons[TrustMark.UP])

    def choose(self, mark: TrustMark) -> None:
        """Choose a mark, or none where it was chosen already."""
        self.show_mark(None if mark is self.mark else mark)
        self.chosen.emit(self.mark)

    def show_mark(self, mark: TrustMark | None) -> None:
        """Show a mark without telling anybody."""
        self.mark = mark
        for each, button in self.buttons.items():
            button.setChecked(each is mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, = and down choose; left and right go along."""
        key = Qt.Key(event.key())
        for mark, (wanted, _, _) in KEYS.items():
            if key == wanted:
                self.choose(mark)
                return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        order = list(self.buttons.values())
        here = next((place for place, each in enumerate(order) if each.hasFocus()), None)
        if step and here is not None and 0 <= here + step < len(order):
            order[here + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class MarkButton(EnterButton):
    """One answer and its key."""

    def __init__(self, theme: Theme, words: str, cap: str) -> None:
        super().__init__(theme)
        self._cap = cap
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words and key side by side."""
        words = one_line(self.theme, self.text(), "labelStrong").width
        width = words + _GAP + keycap_size(self.theme, self._cap).width() + 2 * _PAD
        return QSize(round(width) + 1, self.theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the dialog's: it saves. All but the space bar is for whoever holds the button."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, key and words."""
        theme, palette, on = self.theme, self.theme.palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = palette.accent_tint if on else palette.hover if self.underMouse() else palette.surface
        painter.setPen(QPen(palette.accent if on else palette.line_strong, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        role = "labelStrong" if on else "label"
        cap = keycap_size(theme, self._cap)
        words = one_line(theme, self.text(), role).width
        left = (self.width() - cap.width() - _GAP - words) / 2
        middle = self.height() / 2
        place = QRectF(round(left), round(middle - cap.height() / 2), cap.width(), cap.height())
        paint_keycap(painter, place, self._cap, theme)
        ink = palette.accent if on else palette.ink
        top = middle - theme.line(role) / 2
        draw_text(painter, left + cap.width() + _GAP, top, self.text(), role, theme, ink)
        painter.end()
