"""The universal field: people and commands as one types, best first; recent people before that."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.names import fold, initials
from planner.library import Library
from planner.queries.people import find_people, recent_people
from planner.ui import icons
from planner.ui.commands import COMMANDS, Command
from planner.ui.desk import Desk
from planner.ui.menus import fits, shown_keys
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.shadow import paint_shadow, shadow_margin
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_WIDTH = 780
_TOP = 64
_ROW = 42
_HEAD = 60
_FOOT = 40
_PEOPLE_SHOWN = 6
_COMMANDS_SHOWN = 6
_HIDDEN = frozenset({"field"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of the results: a person (`person_id`) or a command."""

    words: str
    aside: str
    person_id: int = 0
    hue: str = ""
    command: Command | None = None


def hits(library: Library, text: str, subject: Subject) -> tuple[Hit, ...]:
    """What the typed text finds. '>' at the beginning asks for commands only."""
    wanted = text.strip()
    only_commands = wanted.startswith(">")
    wanted = wanted.lstrip("> ")
    people = [] if only_commands else _people(library, wanted)
    commands = [
        Hit(words=each.words, aside=shown_keys(each) if each.keys else "", command=each)
        for each in matching_commands(wanted, subject, everything=only_commands)
    ]
    return (*people, *commands)


def matching_commands(text: str, subject: Subject, *, everything: bool) -> list[Command]:
    """Commands whose words begin with, or hold, every typed word; none for an empty text."""
    wanted = fold(text).split()
    if not wanted and not everything:
        return []
    usable = [each for each in COMMANDS if each.id not in _HIDDEN and fits(each, subject)]
    found = [each for each in usable if all(word in fold(each.words) for word in wanted)]
    found.sort(key=lambda each: not fold(each.words).startswith(" ".join(wanted)))
    return found if everything else found[:_COMMANDS_SHOWN]


def _people(library: Library, text: str) -> list[Hit]:
    named = find_people(library, text, _PEOPLE_SHOWN) if text else recent_people(library, _PEOPLE_SHOWN)
    return [
        Hit(
            words=each.name,
            aside=", ".join(part for part in (each.role, each.organisation) if part),
            person_id=each.id,
            hue=each.hue,
        )
        for each in named
    ]


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
        self._list = _Results(desk.theme, self)
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
        body = self._list.sizeHint().height()
        height = self.theme.px(_HEAD) + 1 + body + self.theme.px(_FOOT)
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


class _Results(ThemedWidget):
    """The lines found, painted; the current one is marked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.hits: tuple[Hit, ...] = ()
        self.current = 0
        self._typed = ""
        self.setMouseTracking(True)

    def show_hits(self, found: tuple[Hit, ...], typed: str) -> None:
        """List these, the first one marked."""
        self.hits, self.current, self._typed = found, 0, typed.strip()
        self._say()
        self.update()

    def step(self, by: int) -> None:
        """Mark the next or previous line, around the ends."""
        if self.hits:
            self.current = (self.current + by) % len(self.hits)
            self._say()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, max(1, len(self.hits)) * self.theme.px(_ROW) + 12)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None and index != self.current:
            self.current = index
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None:
            self.chosen.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.hits:
            words = f"Nothing here is called “{self._typed}”." if self._typed else "Nobody here yet."
            draw_text(painter, 17, 16, words, "body", self.theme, self.theme.palette.ink3, self.width() - 34)
        for index in range(len(self.hits)):
            self._paint_row(painter, index)
        painter.end()

    def _paint_row(self, painter: QPainter, index: int) -> None:
        theme, palette, hit = self.theme, self.theme.palette, self.hits[index]
        row = QRectF(0, 6 + index * theme.px(_ROW), self.width(), theme.px(_ROW))
        if index == self.current:
            painter.fillRect(row, palette.accent_tint)
            painter.fillRect(QRectF(0, row.top(), 2, row.height()), palette.accent)
        picture = QRectF(17, row.top() + (row.height() - 28) / 2, 28, 28)
        if hit.command is None:
            paint_avatar(painter, picture, initials(hit.words), hit.hue, palette)
        else:
            icons.draw(painter, picture.adjusted(6, 6, -6, -6), hit.command.icon or "arrow", palette.ink2)
        top = row.top() + (row.height() - theme.line("body")) / 2
        role = "strong" if hit.command is None else "body"
        used = draw_text(painter, 57, top, hit.words, role, theme, palette.ink, self.width() * 0.6)
        self._paint_aside(painter, row, hit, 57 + used + 12)

    def _paint_aside(self, painter: QPainter, row: QRectF, hit: Hit, left: float) -> None:
        theme, palette = self.theme, self.theme.palette
        if not hit.aside:
            return
        if hit.command is not None:
            cap = keycap_size(theme, hit.aside)
            top = row.top() + (row.height() - cap.height()) / 2
            place = QRectF(row.right() - 17 - cap.width(), top, cap.width(), cap.height())
            paint_keycap(painter, place, hit.aside, theme)
            return
        room = row.right() - 17 - left
        width = min(room, one_line(theme, hit.aside, "why").width + 1)
        top = row.top() + (row.height() - theme.line("why")) / 2
        draw_text(painter, row.right() - 17 - width, top, hit.aside, "why", theme, palette.ink3, width)

    def _at(self, position: QPoint) -> int | None:
        index = (position.y() - 6) // self.theme.px(_ROW)
        return index if 0 <= index < len(self.hits) else None

    def _say(self) -> None:
        if self.hits:
            hit = self.hits[self.current]
            self.setAccessibleName(f"{hit.words}, {hit.aside}" if hit.aside else hit.words)
