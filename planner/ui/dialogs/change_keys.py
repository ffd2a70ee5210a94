"""The page of keys: every command with its keys, to be changed and reset."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.names import fold
from planner.ui.commands import COMMANDS, Command
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.frame.hit import PLAIN_ROW, Hit
from planner.ui.frame.results import Results
from planner.ui.keys import shown
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.own_line import OwnLine

_ROWS = 11
_BESIDES = 205
"""What the dialog needs in height beside its list: title, line, words, two rows of buttons."""
_FIND = "Find a command"
_CATCHING = "Press the new keys"
_HINT = "Enter or a click, then the new keys. They are kept on this laptop."
_ALONE = (
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ChangeKeys(Dialog):
    """Choose a command, press keys. Keys that another command has are taken only after a second Enter."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, "Change keys", parent, primary="Close", width=620)
        self.cancel.hide()
        self._wanted = ""
        self.line = _Line(self)
        self.list = _List(desk.theme, self)
        self.says = StyledLabel(desk.theme, _HINT, "why", "ink2", wrap=True)
        self.none = Button(desk.theme, "No keys", "quiet", small=True)
        self.one = Button(desk.theme, "Reset this one", "quiet", small=True)
        self.every = Button(desk.theme, "Reset all", "quiet", small=True)
        self._fill_in()
        self.line.textChanged.connect(lambda _text: self._show())
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self._leave)
        self.line.caught.connect(self._caught)
        self.list.chosen.connect(self._choose)
        self.none.clicked.connect(lambda: self._give(""))
        self.one.clicked.connect(self._reset)
        self.every.clicked.connect(self._reset_all)
        self._show()
        self.line.setFocus()

    def save(self) -> None:
        """Close; every change is kept already."""
        self.accept()

    @property
    def command(self) -> Command | None:
        """The command that is marked."""
        hits = self.list.hits
        return hits[self.list.current].command if hits else None

    def _fill_in(self) -> None:
        row = self.desk.theme.px(PLAIN_ROW)
        rows = min(_ROWS, (self._most() - self.desk.theme.px(_BESIDES)) // row)
        self.list.setMinimumHeight(row * rows + 12)
        self.list.fit(self.list.minimumHeight())
        buttons = QHBoxLayout()
        for button in (self.none, self.one, self.every):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (self.line, self.list, self.says):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)

    def _show(self) -> None:
        """The commands with the typed words, the marked one kept."""
        before = self.command
        wanted = fold(self.line.text()).split()
        found = [each for each in COMMANDS if all(f" {word}" in f" {fold(each.words)}" for word in wanted)]
        self.list.show_hits(tuple(self._hit(each) for each in found), self.line.text())
        if before in found:
            self.list.step(found.index(before))
        self.every.setEnabled(self.desk.keys.any_own)
        self._tell()

    def _hit(self, command: Command) -> Hit:
        keys = self.desk.keys
        usual = shown(command.keys) or "no keys"
        return Hit(
            words=command.words,
            aside=f"changed, was {usual}" if keys.is_own(command.id) else "",
            icon=command.icon,
            keys=keys.shown(command.id),
            command=command,
        )

    def _tell(self, sentence: str = _HINT, colour: str = "ink2") -> None:
        self.says.setText(sentence)
        self.says.set_colour(colour)
        command = self.command
        self.none.setEnabled(bool(command and self.desk.keys.of(command.id)))
        self.one.setEnabled(bool(command and self.desk.keys.is_own(command.id)))
        self.line.setAccessibleDescription(sentence)

    # Keys

    def _step(self, by: int) -> None:
        self.list.step(by)
        self._tell()

    def _choose(self, index: int) -> None:
        self.list.step(index - self.list.current)
        self._catch()

    def _enter(self) -> None:
        if self._wanted:
            self._give(self._wanted)
        else:
            self._catch()

    def _catch(self) -> None:
        command = self.command
        if command is not None:
            self._wanted = ""
            self.line.catch(True)
            self.line.setFocus()
            self._tell(f"Press the new keys for “{command.words}”. Esc leaves them as they are.", "accent")

    def _leave(self) -> None:
        if self._wanted:
            self._wanted = ""
            self._tell()
        elif self.line.text():
            self.line.clear()
        else:
            self.accept()

    def _caught(self, keys: str) -> None:
        command, known = self.command, self.desk.keys
        if keys == "Esc" or command is None:
            self.line.catch(False)
            self._tell()
        elif refused := known.refusal(keys):
            self._tell(refused, "overdue")
        else:
            self.line.catch(False)
            holder = known.holder(keys, command.id)
            if holder is None:
                self._give(keys)
                return
            self._wanted = keys
            self._tell(
                f"{shown(keys)} is “{holder.words}” now. Enter takes it from there, Esc leaves it.", "overdue"
            )

    def _give(self, keys: str) -> None:
        command = self.command
        self._wanted = ""
        if command is not None:
            self.desk.keys.give(command.id, keys)
            self._show()
            self._tell(f"“{command.words}” has {shown(keys) or 'no keys'} now.")

    def _reset(self) -> None:
        command = self.command
        if command is not None:
            self.desk.keys.reset(command.id)
            self._show()

    def _reset_all(self) -> None:
        self.desk.keys.reset_all()
        self._show()


class _List(Results):
    """Keeps its height while one types."""

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())


class _Line(OwnLine):
    """Finds commands; while it catches, every key is only told."""

    caught = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_FIND)
        self._catching = False
        self.catch(False)

    def catch(self, catching: bool) -> None:
        """Begin or end telling keys instead of writing them."""
        self._catching = catching
        self.setPlaceholderText(_CATCHING if catching else _FIND)
        self.setReadOnly(catching)

    def event(self, event: QEvent) -> bool:
        if not self._catching or not isinstance(event, QKeyEvent):
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and event.key() not in _ALONE:
            self.caught.emit(portable(event))
        return True


def portable(event: QKeyEvent) -> str:
    """The keys of an event in Qt's portable form; a shifted sign is the sign itself."""
    held = event.modifiers() & ~_KEYPAD
    sign = event.text()
    if len(sign) == 1 and sign.isprintable() and not sign.isalnum() and sign != " ":
        held &= ~Qt.KeyboardModifier.ShiftModifier
    combined = QKeySequence(event.key() | held.value)
    return combined.toString(QKeySequence.SequenceFormat.PortableText)
