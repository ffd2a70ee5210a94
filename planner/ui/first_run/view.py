"""The first page of a new library: bring in what there is, add one person, or look around."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.first_run.drawing import NothingLeaves
from planner.ui.first_run.form import FirstPersonForm
from planner.ui.screen import Screen, Subject
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.panel import Panel
from planner.ui.widgets.themed import ThemedWidget

_WAYS = (
    ("card", "Contacts", "A vCard file. You pick who comes in; 20 to 40 is plenty."),
    ("calendar", "Calendar", "An .ics export. Past meetings show the rhythm you really keep."),
)
_BESIDE = 900
_ACROSS, _DOWN = QHBoxLayout.Direction.LeftToRight, QHBoxLayout.Direction.TopToBottom
_SAMPLE = (("BK", "board"), ("KW", "customers"), ("JK", "team"), ("ME", "partners"))


class FirstRunScreen(Screen):
    """Shown while there is nobody yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = FirstPersonForm(desk)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(96, 96, 96, 40)
        row.setSpacing(84)
        row.addLayout(self._left(), 40)
        row.addLayout(self._right(), 62)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sheet)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self._row = row
        self.setFocusProxy(self.form.name)

    def refresh(self) -> None:
        """Nothing is asked: the page is the same for every new library."""

    def _left(self) -> QVBoxLayout:
        theme = self.desk.theme
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(StyledLabel(theme, "Begin with the people who matter.", "hero", wrap=True))
        column.addSpacing(16)
        column.addWidget(
            StyledLabel(
                theme,
                "Rapport helps you keep your word, stay in touch at the right rhythm and understand people "
                "from more than one side. It plans. You build the trust.",
                "lead",
                "ink2",
                wrap=True,
            )
        )
        column.addSpacing(30)
        column.addWidget(_Line(theme))
        column.addSpacing(22)
        column.addLayout(self._promise())
        column.addSpacing(24)
        column.addWidget(NothingLeaves(theme))
        column.addStretch(1)
        return column

    def _promise(self) -> QHBoxLayout:
        theme = self.desk.theme
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(StyledLabel(theme, "Everything stays on this laptop", "heading"))
        words.addWidget(
            StyledLabel(
                theme,
                "One private file, in a folder you choose. No account, no server, no connection needed, on a "
                "plane or anywhere else.",
                "body",
                "ink2",
                wrap=True,
            )
        )
        words.addSpacing(3)
        words.addLayout(self._passphrase())
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(_Picture(theme, "lock", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _passphrase(self) -> QHBoxLayout:
        """One sentence, and what it offers; where there is a passphrase already, that."""
        theme, locked = self.desk.theme, self.desk.library.is_encrypted
        said = "Your passphrase locks it." if locked else "If you like, a passphrase locks it."
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(StyledLabel(theme, said, "body", "ink2"))
        row.addWidget(self._set_passphrase())
        row.addStretch(1)
        return row

    def _set_passphrase(self) -> Button:
        locked = self.desk.library.is_encrypted
        button = Button(self.desk.theme, "Change it" if locked else "Set a passphrase", "link", small=True)
        button.clicked.connect(lambda: self.desk.command_wanted.emit("passphrase", Subject()))
        return button

    def _right(self) -> QVBoxLayout:
        theme = self.desk.theme
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(4)
        column.addWidget(StyledLabel(theme, "Bring in what you already have", "button", "ink2"))
        column.addSpacing(10)
        column.addWidget(self._ways())
        column.addSpacing(9)
        hint = QHBoxLayout()
        hint.setSpacing(8)
        hint.setContentsMargins(4, 0, 0, 0)
        hint.addWidget(_Picture(theme, "clock", "ink3", 13))
        hint.addWidget(StyledLabel(theme, "You can preview and undo every import.", "why", "ink3"), 1)
        column.addLayout(hint)
        column.addSpacing(26)
        column.addWidget(StyledLabel(theme, "Or add the first person yourself", "button", "ink2"))
        column.addSpacing(10)
        column.addWidget(self.form)
        column.addSpacing(26)
        column.addWidget(self._sample())
        column.addStretch(1)
        return column

    def _ways(self) -> Panel:
        theme = self.desk.theme
        panel = Panel(theme)
        panel.body.setContentsMargins(0, 0, 0, 0)
        panel.body.setSpacing(0)
        for number, (icon, title, words) in enumerate(_WAYS):
            if number:
                panel.body.addWidget(_Line(theme))
            panel.body.addLayout(self._way(icon, title, words))
        return panel

    def _way(self, icon: str, title: str, words: str) -> QHBoxLayout:
        theme = self.desk.theme
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(StyledLabel(theme, title, "heading"))
        text.addWidget(StyledLabel(theme, words, "body", "ink3", wrap=True))
        choose = Button(theme, "Choose file")
        choose.setAccessibleName(f"Choose a file with {title.lower()}")
        choose.clicked.connect(lambda: self.desk.command_wanted.emit("import", Subject()))
        row = QHBoxLayout()
        row.setContentsMargins(16, 15, 16, 15)
        row.setSpacing(14)
        row.addWidget(_Tile(theme, icon))
        row.addLayout(text, 1)
        row.addWidget(choose)
        return row

    def _sample(self) -> QWidget:
        theme = self.desk.theme
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(StyledLabel(theme, "Look around with a sample", "heading"))
        text.addWidget(
            StyledLabel(
                theme,
                "41 invented people and a year of conversations, in a file of their own. "
                "Yours stays as it is.",
                "body",
                "ink3",
                wrap=True,
            )
        )
        button = Button(theme, "Try the sample")
        button.clicked.connect(lambda: self.desk.library_wanted.emit(None))
        panel = _Dashed(theme)
        row = QHBoxLayout(panel)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(_Faces(theme))
        row.addLayout(text, 1)
        row.addWidget(button)
        return panel

    def resizeEvent(self, event: object) -> None:
        """Smaller margins in a smaller window; one below the other where both would not have room."""
        wide = self.width() >= 1200
        beside = self.width() >= self.desk.theme.px(_BESIDE)
        self._row.setDirection(_ACROSS if beside else _DOWN)
        side = 96 if wide else 40
        self._row.setContentsMargins(side, 96 if wide else 40, side, 40)
        self._row.setSpacing(84 if wide else 44)


class _Line(ThemedWidget):
    """A hairline."""

    def sizeHint(self) -> QSize:
        return QSize(10, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.theme.palette.line)
        painter.end()


class _Picture(ThemedWidget):
    """One icon."""

    def __init__(self, theme: Theme, icon: str, colour: str, size: int = 18) -> None:
        super().__init__(theme)
        self._icon, self._colour, self._size = icon, colour, size
        self.setFixedSize(theme.px(size), theme.px(size) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self.theme.palette.named(self._colour)
        icons.draw(painter, QRectF(0, 1, self.width(), self.width()), self._icon, colour)
        painter.end()


class _Tile(ThemedWidget):
    """An icon on a sunken square."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme)
        self._icon = icon
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
        icons.draw(painter, QRectF(11, 11, 18, 18), self._icon, self.theme.palette.ink2)
        painter.end()


class _Dashed(ThemedWidget):
    """A panel with a dashed line and no ground of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.palette.line_strong, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()


class _Faces(ThemedWidget):
    """Four of the sample's people."""

    def sizeHint(self) -> QSize:
        return QSize(37 * len(_SAMPLE), 34)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - 34) / 2
        for number, (letters, hue) in enumerate(_SAMPLE):
            paint_avatar(painter, QRectF(37 * number, top, 34, 34), letters, hue, self.theme.palette)
        painter.end()
