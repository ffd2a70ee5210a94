"""Every component in every state on one sheet, to look at: `python -m tests.ui.gallery folder`."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QTabBar,
    QWidget,
)

from planner.domain.layers import LAYERS
from planner.domain.rhythm import State
from planner.domain.strip import Dot, Strip
from planner.ui.cards import board_card, compact_card, grid_card, suggestion_card
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import Badge, CardFacts, commitment_badge
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import BadgeWidget
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.fields import DateField, NumberField, TimeField
from planner.ui.widgets.keycap import KeyCap
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice, Segment
from planner.ui.widgets.state_shape import paint_state
from planner.ui.widgets.strip import StripWidget
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.themed import ThemedWidget
from planner.ui.widgets.toast import Toast

LATE = Strip(
    kept=(True, True, False, True, True),
    dots=(
        Dot(at=0.1, hollow=False),
        Dot(at=1.2, hollow=True),
        Dot(at=3.1, hollow=False),
        Dot(at=5, hollow=False),
    ),
    used=1.0,
    overflow=0.64,
    state=State.OVERDUE,
    words="4 of 5 intervals kept, last conversation 23 days ago, rhythm 14",
)
DUE = Strip(
    kept=(True,) * 5,
    dots=(
        *(Dot(at=at, hollow=True) for at in (0.79, 1.55, 2.32, 3.04, 4.19)),
        Dot(at=5.0, hollow=False),
    ),
    used=25 / 28,
    overflow=0.0,
    state=State.DUE,
    words="5 of 5 intervals kept, last conversation 25 days ago, rhythm 28",
)
RESTING = Strip(
    kept=(True,) * 5,
    dots=tuple(Dot(at=at, hollow=False) for at in (0.3, 0.95, 2.0, 3.0, 3.8, 5.0)),
    used=1.0,
    overflow=0.0,
    state=State.RESTING,
    words="5 of 5 intervals kept, last conversation 29 days ago, rhythm 28",
)


def sofie(**changes: object) -> CardFacts:
    """The card that the sheet shows in all states."""
    values: dict[str, object] = {
        "person_id": 1,
        "name": "Sofie Brandt",
        "initials": "SB",
        "hue": "peers",
        "role": "Chief People Officer",
        "organisation": "Norvane",
        "city": "Rotterdam",
        "state": State.DUE,
        "state_words": "Due in 3 d",
        "strip": DUE,
        "why": "Ask how the return-to-site rollout is going.",
        "badges": (Badge("cup", "11:00, 30 m", tooltip="In person, 11:00, 30 minutes"),),
        "accessible": "Sofie Brandt, Chief People Officer, due in 3 days",
    }
    return CardFacts(**(values | changes))  # type: ignore[arg-type]


def beatrix() -> CardFacts:
    """The card that the sheet shows twice as large."""
    return sofie(
        name="Beatrix Keller",
        initials="BK",
        hue="board",
        role="Chair of the Board",
        state_words="Due in 2 d",
        why="Resilience on one page, in her words.",
        badges=(
            Badge("cup", "09:30, 60 m"),
            commitment_badge(2, 1, tint="due", tooltip="2 promises from you"),
        ),
    )


def card_states() -> list[tuple[str, CardFacts, CardLook]]:
    """Name, card and look of each state of DESIGN 5."""
    done = sofie(
        done=True,
        state_words="Talked",
        why="Rollout slower in Oslo; she asks for two people.",
        badges=(Badge("cup", "30 m"),),
    )
    maya = sofie(
        name="Maya Johansson",
        initials="MJ",
        hue="team",
        role="Head of Service Desk",
        organisation="Norvane IT",
        state=State.RESTING,
        state_words="Resting to 1 Oct",
        strip=RESTING,
        why="On leave. Rapport will not suggest her.",
        badges=(),
    )
    return [
        ("Default", sofie(), CardLook()),
        ("Hover", sofie(), CardLook(hovered=True)),
        ("Focus", sofie(), CardLook(focused=True)),
        ("Selected", sofie(), CardLook(selected=True)),
        ("Dragging", sofie(), CardLook(dragging=True)),
        ("Left behind", sofie(), CardLook(ghost=True)),
        ("Done", done, CardLook()),
        ("Resting", maya, CardLook()),
        ("Disabled", sofie(), CardLook(disabled=True)),
        ("Could not save", sofie(), CardLook(error=True)),
    ]


class Gallery(ThemedWidget):
    """The sheet: cards and rings are painted, buttons and fields are real widgets."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedSize(1440, 900)
        self._add_buttons()
        self._add_chips()
        self._add_fields()
        self._add_others()
        self.toast = Toast(theme, self)
        self.toast.say("Moved Katarzyna Wolska to Thursday")

    def _put(self, widget: QWidget, x: int, y: int, width: int = 0) -> int:
        widget.setParent(self)
        size = widget.sizeHint()
        widget.setGeometry(x, y, width or size.width(), size.height())
        return x + widget.width() + 8

    def _add_buttons(self) -> None:
        x = 440
        for text, kind, icon in (
            ("Plan", "primary", ""),
            ("Plan a conversation", "primary", "plus"),
            ("Log", "normal", ""),
            ("Quiet", "quiet", "sort"),
            ("Link", "link", ""),
        ):
            x = self._put(Button(self.theme, text, kind, icon=icon), x, 720)  # type: ignore[arg-type]
        disabled = Button(self.theme, "Disabled", "primary")
        disabled.setEnabled(False)
        x = self._put(disabled, 440, 760)
        plain = Button(self.theme, "Disabled", icon="plus")
        plain.setEnabled(False)
        x = self._put(plain, x, 760)
        x = self._put(Button(self.theme, "Remove Ana", "destructive"), x, 760)
        self._put(Button(self.theme, "Today", small=True), x, 760)

    def _add_chips(self) -> None:
        on = Chip(self.theme, "On", count=41)
        on.setChecked(True)
        off = Chip(self.theme, "None")
        off.setEnabled(False)
        chips = (
            Chip(self.theme, "Overdue", count=9),
            on,
            off,
            Chip(self.theme, "Overdue", state=State.OVERDUE, count=9),
            Chip(self.theme, "In Zurich", icon="pin", count=5),
            Chip(self.theme, "Filter", icon="plus", dashed=True, checkable=False),
        )
        x = 440
        for chip in chips:
            x = self._put(chip, x, 800)
        week = Segment(self.theme, (Choice(key="week", words="Week"), Choice(key="month", words="Month")))
        x = self._put(week, 440, 840)
        views = Segment(
            self.theme,
            tuple(Choice(key=icon, words=icon, icon=icon) for icon in ("rows", "cards", "spacious")),
        )
        x = self._put(views, x, 840)
        x = self._put(IconButton(self.theme, "undo", "Undo", keys="Ctrl Z"), x, 840)
        redo = IconButton(self.theme, "redo", "Redo")
        redo.setEnabled(False)
        x = self._put(redo, x, 840)
        self._put(KeyCap(self.theme, "Ctrl K"), x, 845)

    def _add_fields(self) -> None:
        self._put(StyledLabel(self.theme, "Fields", "heading"), 912, 552)
        empty, wrong, disabled = QLineEdit(), QLineEdit("31 June"), QLineEdit("Disabled")
        empty.setPlaceholderText("Placeholder")
        wrong.setProperty("error", "true")
        disabled.setEnabled(False)
        choice = QComboBox()
        choice.addItems(["Every week", "Every month"])
        spin, day, hour = NumberField(1, 365, " days"), DateField(), TimeField()
        notes = QPlainTextEdit("A note")
        for index, field in enumerate((empty, wrong, disabled, choice, spin, day, hour)):
            self._put(field, 912, 580 + index * 36, 188)
        self._put(notes, 912, 832, 188)
        notes.resize(188, 50)

    def _add_others(self) -> None:
        yes, no = QCheckBox("Let her rest"), QCheckBox("Not yet")
        some, one = QCheckBox("Some"), QRadioButton("You")
        yes.setChecked(True)
        some.setTristate(True)
        some.setCheckState(Qt.CheckState.PartiallyChecked)
        one.setChecked(True)
        for index, widget in enumerate((yes, no, some, one, QRadioButton("They"))):
            self._put(widget, 1130, 552 + index * 26)
        tabs = QTabBar()
        for name in ("Now", "History", "Promises"):
            tabs.addTab(name)
        self._put(tabs, 1230, 552)
        words = QListWidget()
        words.addItems([f"Row {number}" for number in range(12)])
        words.setCurrentRow(1)
        self._put(words, 1240, 600, 160)
        words.resize(160, 110)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setValue(40)
        self._put(slider, 1130, 690, 90)
        facts = sofie(badges=(Badge("calendar", "Thu 24 Sep"),))
        compact = CardPicture(self.theme, compact_card, facts, 140)
        self._put(compact, 1112, 716)
        self._put(BadgeWidget(self.theme, Badge("", "Nothing planned", "outline")), 1270, 730)
        self._put(StripWidget(self.theme, LATE), 1270, 760)
        grid = sofie(
            last="Last: in person, 25 days ago",
            badges=(commitment_badge(1, 0, tint="overdue"), Badge("calendar", "Fri 11:00")),
        )
        self._put(CardPicture(self.theme, grid_card, grid, 304, CardLook(selected=True)), 60, 660)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every component."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.paper)
        draw_text(
            painter,
            32,
            24,
            "Stakeholder card and component states",
            "title",
            self.theme,
            self.theme.palette.ink,
        )
        painter.save()
        painter.translate(32, 74)
        painter.scale(2, 2)
        height = board_card.height_for_width(self.theme, beatrix(), 154)
        board_card.paint(painter, QRectF(0, 0, 154, height), beatrix(), CardLook(), self.theme)
        painter.restore()
        self._paint_states(painter)
        self._paint_rings(painter)
        self._paint_suggestion(painter)
        painter.end()

    def _paint_states(self, painter: QPainter) -> None:
        palette = self.theme.palette
        top = 74.0
        for index, (name, facts, look) in enumerate(card_states()):
            x = 440 + (index % 5) * 203.5
            if index == 5:
                top = 317
            height = board_card.height_for_width(self.theme, facts, 154, look)
            board_card.paint(painter, QRectF(round(x), top, 154, height), facts, look, self.theme)
            draw_text(painter, x, top + height + 6, name, "captionStrong", self.theme, palette.ink)

    def _paint_rings(self, painter: QPainter) -> None:
        for index, layer in enumerate(LAYERS):
            x, y = 440 + (index % 2) * 220, 578 + (index // 2) * 34
            paint_avatar(painter, QRectF(x, y + 2, 30, 30), "AF", layer.hue, self.theme.palette)
            draw_text(painter, x + 38, y + 9, layer.short_name, "why", self.theme, self.theme.palette.ink)
        states = (
            (State.ON_RHYTHM, "On rhythm"),
            (State.DUE, "Due in 2 d"),
            (State.OVERDUE, "9 d overdue"),
            (State.RESTING, "Resting to 1 Oct"),
        )
        for index, (state, words) in enumerate(states):
            paint_state(painter, 32 + index * 92, 813, state, words, self.theme)

    def _paint_suggestion(self, painter: QPainter) -> None:
        facts = sofie(
            name="Tobias Lindner",
            initials="TL",
            role="Chief Operating Officer",
            rank=2,
            state=State.OVERDUE,
            state_words="9 d overdue",
            strip=LATE,
            why="You promised him the terminal outage review by 4 September; it is still open.",
        )
        height = suggestion_card.height_for_width(self.theme, facts, 240)
        place = QRectF(32, 512, 240, height)
        suggestion_card.paint(painter, place, facts, CardLook(hovered=True), self.theme)


class CardPicture(ThemedWidget):
    """One card on its own."""

    def __init__(
        self, theme: Theme, kind: ModuleType, facts: CardFacts, width: int, look: CardLook | None = None
    ) -> None:
        super().__init__(theme)
        self._kind, self._facts, self._look = kind, facts, look or CardLook()
        self._card = QSize(width, kind.height_for_width(theme, facts, width))

    def sizeHint(self) -> QSize:
        """The card and its margins."""
        return self._card + QSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        place = QRectF(10, 10, self._card.width(), self._card.height())
        self._kind.paint(painter, place, self._facts, self._look, self.theme)
        painter.end()


def picture_components(theme: Theme) -> QWidget:
    """The whole sheet."""
    return Gallery(theme)


def main() -> None:
    """Write the sheet in both appearances."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folder = Path(sys.argv[1])
    for dark in (False, True):
        theme = Theme(dark=dark)
        theme.apply(application)
        widget = picture_components(theme)
        widget.show()
        application.processEvents()
        widget.grab().save(str(folder / f"components{'-dark' if dark else ''}.png"))
        widget.close()


if __name__ == "__main__":
    main()
