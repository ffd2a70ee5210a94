"""A quiet button that becomes a line to type in: one line adds one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import KnownError
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.kept_field import tell_opened
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.leaving import Leaving
from planner.ui.widgets.segment import Choice, Segment

Picked = dict[str, str]
"""What is chosen beside the line, by the name of the choice."""


class Asked(NamedTuple):
    """What a line asks for.

    `choices` stand beside it, by name; `says` tells what Enter would do; `add` does it, and raises
    KnownError with the sentence to show at the line. `known` are completions.
    """

    button: str
    placeholder: str
    add: Callable[[str, Picked], None]
    says: Callable[[str, Picked], str] = lambda _text, _picked: ""
    choices: tuple[tuple[str, tuple[Choice, ...]], ...] = ()
    known: Callable[[], Sequence[str]] | None = None
    icon: str = "plus"
    part: str = ""
    """What the line is called on its page where its button's words do not tell it from others."""


class AddRow(QWidget):
    """Enter adds and waits for the next one, Esc leaves; leaving for something else adds what is typed.

    A line that was shown again with `go_on` and not edited is then `left_alone`.
    """

    opened = Signal()
    edited = Signal()
    saved = Signal()
    closed = Signal()
    left_alone = Signal()

    def __init__(self, theme: Theme, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._asked = theme, asked
        self.button = Button(theme, asked.button, "link", icon=asked.icon, small=True)
        self.button.setStyleSheet("padding: 0 2px;")
        self.button.clicked.connect(self.begin)
        self.line = QLineEdit(self)
        self.segments = {name: Segment(theme, each) for name, each in asked.choices}
        self.says = StyledLabel(theme, "", "caption", "ink3", wrap=True)
        self.problem = Problem(theme, self)
        self._sheet = QWidget(self)
        self._inner = QVBoxLayout(self._sheet)
        self._said: QWidget | None = None
        self._given: dict[str, Any] = {}
        self._listening = False
        self._adding = False
        self._arrange()
        self._connect()
        self.show_asked(asked)
        self._sheet.hide()

    @property
    def is_open(self) -> bool:
        """Whether the line is there to type in."""
        return not self._sheet.isHidden()

    @property
    def part(self) -> str:
        """What it is called on its page."""
        return self._asked.part or self._asked.button

    @property
    def picked(self) -> Picked:
        """What is chosen beside the line."""
        return {name: segment.current for name, segment in self.segments.items()}

    def show_asked(self, asked: Asked) -> None:
        """Ask for the same about somebody else."""
        self._asked = asked
        self.button.set_words(asked.button)
        self.line.setPlaceholderText(asked.placeholder)
        self.line.setAccessibleName(asked.button)

    def begin(self) -> None:
        """Open the line."""
        self.button.hide()
        self._sheet.show()
        self.line.clear()
        self.problem.say(self.line, "")
        self._tell()
        self._complete()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._listen(True)
        self.opened.emit()
        self.updateGeometry()
        tell_opened(self)

    def typed(self) -> dict[str, Any]:
        """What is typed and not added."""
        text = self.line.text()
        return {"text": text, "picked": self.picked} if text.strip() and self.is_open else {}

    def go_on(self, typed: dict[str, Any], said: QWidget) -> None:
        """Go on from what was typed before; `said` stands below it."""
        self.line.setText(typed["text"])
        for name, key in typed["picked"].items():
            if name in self.segments:
                self.segments[name].choose(key)
        self._tell()
        self._said, self._given = said, self.typed()
        self._inner.insertWidget(1, said)

    def put_back(self) -> None:
        """Leave the line, with nothing added."""
        self.end()

    def end(self, *, stay: bool = True) -> None:
        """Put the line away."""
        self._listen(False)
        self._say_no_more()
        self.closed.emit()
        self._sheet.hide()
        self.button.show()
        if stay:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def add(self) -> bool:
        """Add what is typed; whether it could be."""
        if self._adding:
            return True
        text = " ".join(self.line.text().split())
        self._adding = True
        try:
            self._asked.add(text, self.picked)
        except KnownError as error:
            self.problem.say(self.line, str(error))
            self.updateGeometry()
            return False
        finally:
            self._adding = False
        self.line.clear()
        self.problem.say(self.line, "")
        self._say_no_more()
        self._tell()
        self.saved.emit()
        return True

    def finish(self) -> None:
        """Add what is typed where that is possible, and put the line away: something else is to be shown."""
        if self.is_open and not self._leave():
            self.end(stay=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going to another place leaves the line, too; what cannot be saved stays typed."""
        super().hideEvent(event)
        if self.is_open:
            self._leave()

    def _leave(self) -> bool:
        """Add what is typed and put the line away; whether it could be. What was only shown again waits."""
        if self._said is not None and self.typed() == self._given:
            self.left_alone.emit()
        elif self.line.text().strip() and not self.add():
            return False
        self.end(stay=False)
        return True

    def _say_no_more(self) -> None:
        said, self._said = self._said, None
        if said is not None:
            said.hide()
            said.deleteLater()

    def _connect(self) -> None:
        leaving = Leaving(self.line)
        leaving.entered.connect(self.add)
        leaving.put_back.connect(self.end)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        for segment in self.segments.values():
            segment.chosen.connect(lambda _key: self._tell())
            segment.chosen.connect(lambda _key: self.edited.emit())

    def _typed(self) -> None:
        if self.problem.words:
            self.problem.say(self.line, "")
        self._tell()

    def _tell(self) -> None:
        said = self._asked.says(" ".join(self.line.text().split()), self.picked)
        self.says.setText(said)
        self.says.setVisible(bool(said))
        self.says.updateGeometry()
        self.line.setAccessibleDescription(said)

    def _listen(self, listening: bool) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication) or listening is self._listening:
            return
        self._listening = listening
        if listening:
            application.focusChanged.connect(self._focus_went)
        else:
            application.focusChanged.disconnect(self._focus_went)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leaving the line and its choices saves what is typed; what cannot be saved stays."""
        if now is None or not self.is_open or self.isAncestorOf(now) or now is self or self._is_popup(now):
            return
        self._leave()

    def _is_popup(self, widget: QWidget) -> bool:
        return bool(widget.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)

    def _complete(self) -> None:
        known = self._asked.known
        if known is None or self.line.completer() is not None:
            return
        completer = QCompleter(self.line)
        completer.setModel(QStringListModel(list(known()), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setProperty("kind", "popup")
        completer.setPopup(popup)
        completer.activated.connect(lambda _text: self._tell())
        self.line.setCompleter(completer)

    def _arrange(self) -> None:
        inner = self._inner
        inner.setContentsMargins(0, 4, 0, 2)
        inner.setSpacing(6)
        inner.addWidget(self.line)
        if self.segments:
            held = QWidget(self._sheet)
            flow = FlowLayout(6, held)
            for segment in self.segments.values():
                flow.addWidget(segment)
            inner.addWidget(held)
        inner.addWidget(self.says)
        inner.addWidget(self.problem)
        begin = QHBoxLayout()
        begin.setContentsMargins(0, 2, 0, 0)
        begin.addWidget(self.button)
        begin.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(begin)
        column.addWidget(self._sheet)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
