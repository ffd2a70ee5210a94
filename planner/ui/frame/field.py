"""The universal field: people and commands as one types, best first; recent people before that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.frame.hits import Hit, hits
from planner.ui.frame.results import Results
from planner.ui.screen import Subject
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.shadow import paint_shadow, shadow_margin
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.themed import ThemedWidget

_WIDTH = 780
_TOP = 64
_HEAD = 60
_FOOT = 40
_BELOW = 24


class UniversalField(ThemedWidget):
    """Lies over the whole window while it is open; Esc or a click beside it closes it."""

    closed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk.theme, window)
        self._desk = desk
        self._subject = Subject()
        self._edit = QLineEdit(self)
        self._edit.setProperty("bare", True)
        self._edit.setPlaceholderText("Find a person, run a command")
        self._edit.setAccessibleName("Universal field")
        self._edit.textChanged.connect(self._search)
        self._edit.installEventFilter(self)
        self._list = Results(desk.theme, self)
        self._list.chosen.connect(self._run)
        window.installEventFilter(self)
        self.hide()

    def open(self, subject: Subject, text: str = "") -> None:
        """Show the field, empty or with a text; commands act on `subject`."""
        self._subject = subject
        self._edit.setFont(self.theme.font("field"))
        self._edit.setText(text)
        self._search(text)
        self._lay_out()
        self.show()
        self.raise_()
        self._edit.setFocus()

    def close_field(self) -> None:
        """Put the field away and give the focus back."""
        self.hide()
        self.closed.emit()

    @property
    def results(self) -> tuple[Hit, ...]:
        """What is listed now."""
        return self._list.hits

    def follow_theme(self) -> None:
        """Take up new sizes."""
        if self.isVisible():
            self._edit.setFont(self.theme.font("field"))
            self._lay_out()
        super().follow_theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._lay_out()
        if event.type() == QEvent.Type.KeyPress and watched is self._edit and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel().contains(event.position()):
            self.close_field()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, theme = self.theme.palette, self.theme
        painter.fillRect(self.rect(), palette.scrim)
        panel = self._panel()
        paint_shadow(painter, panel, "dialog", palette, 12)
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        head = panel.top() + theme.px(_HEAD)
        painter.fillRect(QRectF(panel.left() + 1, head, panel.width() - 2, 1), palette.line)
        size = theme.px(18)
        icons.draw(
            painter,
            QRectF(panel.left() + 18, panel.top() + (theme.px(_HEAD) - size) / 2, size, size),
            "search",
            palette.ink3,
        )
        cap = keycap_size(theme, "Esc")
        top = panel.top() + (theme.px(_HEAD) - cap.height()) / 2
        paint_keycap(
            painter, QRectF(panel.right() - 18 - cap.width(), top, cap.width(), cap.height()), "Esc", theme
        )
        self._paint_foot(painter, panel)
        painter.end()

    def _paint_foot(self, painter: QPainter, panel: QRectF) -> None:
        theme, palette = self.theme, self.theme.palette
        foot = panel.bottom() - theme.px(_FOOT)
        painter.fillRect(QRectF(panel.left() + 1, foot, panel.width() - 2, 1), palette.line)
        x = panel.left() + 18
        for keys, words in (
            ("Enter", "Open or run"),
            ("Alt 1 to 9", "Choose a line"),
            (">", "Commands only"),
        ):
            cap = keycap_size(theme, keys)
            place = QRectF(x, foot + (theme.px(_FOOT) - cap.height()) / 2, cap.width(), cap.height())
            paint_keycap(painter, place, keys, theme)
            x += cap.width() + 6
            top = foot + (theme.px(_FOOT) - theme.line("why")) / 2
            x += draw_text(painter, x, top, words, "why", theme, palette.ink2) + 16

    def _panel(self) -> QRectF:
        width = min(
            self.theme.px(_WIDTH), self.width() - 2 * shadow_margin("dialog", self.theme.palette) - 24
        )
        around = self.theme.px(_HEAD) + 1 + self.theme.px(_FOOT)
        self._list.fit(self.height() - self.theme.px(_TOP) - around - _BELOW)
        height = around + self._list.sizeHint().height()
        return QRectF((self.width() - width) // 2, self.theme.px(_TOP), width, height)

    def _lay_out(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        panel = self._panel().toRect()
        left = panel.left() + 18 + self.theme.px(18) + 12
        self._edit.setGeometry(
            left, panel.top() + self.theme.px(12), panel.right() - left - 70, self.theme.px(_HEAD - 24)
        )
        self._list.setGeometry(
            panel.left() + 1,
            panel.top() + self.theme.px(_HEAD) + 1,
            panel.width() - 2,
            self._list.sizeHint().height(),
        )
        self.update()

    def _search(self, text: str) -> None:
        self._list.show_hits(hits(self._desk.library, text, self._subject), text)
        self._lay_out()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_field()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.current)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._run(key - Qt.Key.Key_1)
        else:
            return False
        return True

    def _run(self, index: int) -> None:
        if not 0 <= index < len(self._list.hits):
            return
        hit = self._list.hits[index]
        self.close_field()
        if hit.command is not None:
            self._desk.command_wanted.emit(hit.command.id, self._subject)
        else:
            self._desk.person_wanted.emit(hit.person_id)
