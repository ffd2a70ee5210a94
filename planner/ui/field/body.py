"""The universal field itself: a line, and under it what it finds or what it would write down."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.domain.filters import Filter
from planner.domain.one_line.rows import Kind, RowKind, Understood
from planner.queries.known_names import known_names
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.field.hits import find
from planner.ui.field.kept_line import KeptLine
from planner.ui.field.keys_shown import paint_keys
from planner.ui.field.line import FieldLine
from planner.ui.field.offers import ADD, PLAN, offers
from planner.ui.field.reader import Reader
from planner.ui.field.reading import does
from planner.ui.field.reading_view import ReadingView
from planner.ui.frame.hit import Hit
from planner.ui.frame.results import Results
from planner.ui.frame.top_bar import PROMPT
from planner.ui.screen import Subject
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

WIDTH = 780
_HEAD, _FOOT, _KEPT = 64, 40, 36
_LEAST_OFFERS = 90
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RECENT = 3


class FieldBody(ThemedWidget):
    """`left` says that it is to be put away, `measured` that it wants another height.

    Where something is understood, Enter writes it down; else it opens or runs the marked line.
    """

    left = Signal()
    measured = Signal()

    def __init__(self, desk: Desk, parent: QWidget, command: str = "field") -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self._subject = Subject()
        self._recent: list[str] = []
        self.line = FieldLine(desk.theme, self, self._key)
        self.line.setPlaceholderText(PROMPT)
        self.line.setAccessibleName("Universal field")
        self.results = Results(desk.theme, self)
        self.reading = ReadingView(desk.theme, self, self._key_in_row)
        self.offers = Results(desk.theme, self, marks_first=False)
        self.reader = Reader(desk, self.reading)
        self.kept = KeptLine(desk, command, self.line, self.reader, self)
        self.line.textChanged.connect(self._read)
        self.results.chosen.connect(self._choose)
        self.offers.chosen.connect(self._choose)
        self.reading.picked.connect(self.reader.go_to)
        self.reader.changed.connect(self._show_understood)
        self.reader.left.connect(self._back_to_line)
        self.reading.editor.textChanged.connect(self.update)
        self.kept.row.afresh.clicked.connect(self._start_afresh)
        desk.failed.connect(self._say_problem)
        self._most = 10_000

    def begin(self, subject: Subject, text: str = "") -> None:
        """Start anew, with a text, or with what was kept if there is any; commands act on `subject`."""
        self._subject = subject
        self.follow_theme()
        self.reader.forget()
        self.kept.begin(text)
        self._read()
        self.line.setFocus()
        QTimer.singleShot(0, self, self._know_names)

    def end(self) -> None:
        """The field is put away: what was typed is written down, or not wanted."""
        self.kept.end()

    def _start_afresh(self) -> None:
        """Forget the line that was kept."""
        self.kept.end()
        self.reader.forget()
        self.line.clear()
        self._read()
        self.line.setFocus()

    def _know_names(self) -> None:
        """Read everybody's names before the first key, and not at it."""
        if self.isVisible():
            known_names(self.desk.library)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What can be chosen now."""
        return self.offers.hits if self.understood else self.results.hits

    @property
    def understood(self) -> Understood | None:
        """What Enter would write down, None while the line only looks for something."""
        return self.reader.understood

    # Reading what is typed

    def _read(self) -> None:
        self.reader.read(self.line.text())

    def _show_understood(self) -> None:
        understood = self.understood
        if understood is not None:
            self.offers.show_hits(offers(self.desk, understood), "")
        else:
            found = find(self.desk, self.line.text(), self._subject, self._recent)
            self.results.show_hits(found.hits, self.line.text(), found.nothing)
        self.line.underline(understood.marks if understood else ())
        self.line.setAccessibleDescription(self.reading.accessibleName() if understood else "")
        self.results.setVisible(understood is None)
        self.reading.setVisible(understood is not None)
        self.offers.setVisible(understood is not None)
        self.lay_out()

    def _back_to_line(self) -> None:
        """Go on typing where the line ends."""
        self.line.setFocus()
        self.line.end(False)

    def _say_problem(self, sentence: str) -> None:
        if self.isVisible():
            self.reading.say(sentence)

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            (self.offers if self.understood else self.results).step(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self._enter(and_plan=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.reader.step(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _key_in_row(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.reader.leave()
        elif key in _STEPS:
            self.reader.turn(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            if not self.reader.is_changed:
                self._enter(and_plan=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            elif self.reader.take_up():
                self.reader.leave()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.reader.step(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    # Doing

    def _enter(self, *, and_plan: bool) -> None:
        if self.understood is None:
            self._choose(self.results.current)
        elif self.offers.current >= 0 and self.line.hasFocus():
            self._choose(self.offers.current)
        else:
            self._write_down(self.understood, and_plan=and_plan)

    def _write_down(self, understood: Understood, *, and_plan: bool) -> None:
        from planner.actions.one_line import carry_out, done_words  # and with it Peewee, at the first line

        desk, statements = self.desk, understood.statements
        said = done_words(desk.library, statements, now=desk.now)
        if desk.do(lambda: carry_out(desk.library, statements, now=desk.now), said) is None:
            return
        self.left.emit()
        if and_plan and statements[0].kind is Kind.CONVERSATION:
            desk.command_wanted.emit("plan", Subject(people=statements[0].people[:1]))

    def _choose(self, index: int) -> None:
        if not 0 <= index < len(self.hits):
            return
        hit = self.hits[index]
        if hit.offer == ADD:
            self._add(hit.fills)
        elif hit.fills:
            self.line.setText(hit.fills)
        elif hit.command is not None:
            self._run(hit.command.id, self._subject)
        elif hit.offer == PLAN:
            self._run("new_plan", Subject(people=(hit.person_id,)))
        elif hit.initiative_id:
            self.left.emit()
            self.desk.filter_wanted.emit(Filter(initiatives=frozenset({hit.initiative_id})))
        elif hit.person_id:
            self.left.emit()
            self.desk.person_wanted.emit(hit.person_id)

    def _run(self, command_id: str, subject: Subject) -> None:
        self._recent = [command_id, *(each for each in self._recent if each != command_id)][:_RECENT]
        self.left.emit()
        self.desk.command_wanted.emit(command_id, subject)

    def _add(self, name: str) -> None:
        """Add somebody who was named and is not known, and read the line again."""
        from planner.actions.people import PersonForm, add_person

        desk = self.desk
        form = PersonForm(name=name[:1].upper() + name[1:])
        if (
            desk.do(lambda: add_person(desk.library, form, today=desk.today), f"Added {form.name}")
            is not None
        ):
            self._read()

    # Measures and paint

    def fit(self, most: int) -> None:
        """Take up no more height than this."""
        self._most = most
        self.lay_out()

    def lay_out(self) -> None:
        """Place the parts, and say so where the height is another one."""
        theme, width = self.theme, self.width()
        head, foot = theme.px(_HEAD), theme.px(_FOOT)
        left = 18 + theme.px(18) + 12
        self.line.setGeometry(left, theme.px(14), max(80, width - left - 70), theme.px(_HEAD - 28))
        top = head + 1 + self._lay_out_kept(head + 1)
        room = self._most - top - foot
        if self.understood is None:
            self.results.fit(room)
            content = self.results.sizeHint().height()
            self.results.setGeometry(1, top, width - 2, content)
        else:
            content = self._lay_out_reading(top, room)
        height = top + content + foot
        if height != self.height():
            self.resize(width, height)
            self.measured.emit()
        self.update()

    def _lay_out_kept(self, top: int) -> int:
        """Place the line that says that this one was kept; its height."""
        row = self.kept.row
        high = self.theme.px(_KEPT) if not row.isHidden() else 0
        row.setGeometry(18, top, self.width() - 36, high)
        return high

    def _lay_out_reading(self, top: int, room: int) -> int:
        offered = min(self._offers_wanted(), max(0, room - self.reading.height_wanted - 1))
        offered = offered if offered >= self.theme.px(_LEAST_OFFERS) or not self.offers.hits else 0
        offered = offered if self.offers.hits else 0
        self.reading.fit(room - offered - (1 if offered else 0))
        content = self.reading.sizeHint().height()
        self.reading.setGeometry(1, top, self.width() - 2, content)
        self.offers.setVisible(offered > 0)
        self.offers.fit(offered)
        self.offers.setGeometry(1, top + content + 1, self.width() - 2, offered)
        return content + offered + (1 if offered else 0)

    def _offers_wanted(self) -> int:
        self.offers.fit(10_000)
        return self.offers.sizeHint().height()

    def follow_theme(self) -> None:
        """Take up new sizes."""
        self.line.setFont(self.theme.font("field"))
        self.lay_out()
        super().follow_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.lay_out()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, palette = self.theme, self.theme.palette
        area = QRectF(self.rect())
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        head, foot = theme.px(_HEAD), area.bottom() - theme.px(_FOOT)
        painter.fillRect(QRectF(1, head, area.width() - 2, 1), palette.line)
        size = theme.px(18)
        icons.draw(painter, QRectF(18, (head - size) / 2, size, size), "search", palette.ink3)
        cap = keycap_size(theme, "Esc")
        place = QRectF(area.right() - 18 - cap.width(), (head - cap.height()) / 2, cap.width(), cap.height())
        paint_keycap(painter, place, "Esc", theme)
        if self.offers.isVisibleTo(self):
            painter.fillRect(QRectF(1, self.offers.y() - 1, area.width() - 2, 1), palette.line)
        self._paint_foot(painter, foot)
        painter.end()

    def _paint_foot(self, painter: QPainter, foot: float) -> None:
        theme, palette, width = self.theme, self.theme.palette, self.width()
        ground = QRectF(1, foot, width - 2, self.height() - foot - 1)
        painter.save()
        painter.setClipRect(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.paper)
        painter.drawRoundedRect(ground.adjusted(0, -14, 0, 0), 11, 11)
        painter.restore()
        painter.fillRect(QRectF(1, foot, width - 2, 1), palette.line)
        middle = foot + theme.px(_FOOT) / 2
        said, icon = self._where()
        size = theme.px(13)
        right = width - 18 - one_line(theme, said, "why").width - size - 6
        icons.draw(painter, QRectF(right, middle - size / 2, size, size), icon, palette.ink2)
        top = middle - theme.line("why") / 2
        draw_text(painter, right + size + 6, top, said, "why", theme, palette.ink2)
        paint_keys(painter, 18, middle, self._keys(), theme, right - 16)

    def _keys(self) -> list[tuple[str, str]]:
        understood = self.understood
        if understood is None:
            return [("Enter", "Open or run"), ("Alt 1 to 9", "Choose"), (">", "Commands"), ("?", "Help")]
        if self.reading.stop is not None:
            enter = "Take it" if self.reader.is_changed else does(understood)
            return [("Up", "and"), ("Down", "Other choices"), ("Tab", "Next row"), ("Enter", enter)]
        keys = [("Enter", does(understood))]
        if understood.statements[0].kind is Kind.CONVERSATION and understood.statements[0].value(
            RowKind.PEOPLE
        ):
            keys.append(("Ctrl Enter", "Log and plan the next"))
        return [*keys, ("Tab", "Correct a row")]

    def _where(self) -> tuple[str, str]:
        if self.desk.private_notes_open:
            return "Private notes are found too", "eye"
        return "Read on this laptop only", "lock"
