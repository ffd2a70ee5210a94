"""Every component in every state on one sheet, for looking at beside the design: `python -m tests.ui.gallery folder`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.layers import LAYERS
from planner.domain.rhythm import State
from planner.domain.strip import Dot, Strip
from planner.ui.cards import board_card, suggestion_card
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import Badge, CardFacts, commitment_badge
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.state_shape import paint_state
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.themed import ThemedWidget

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
    """The painted half of the sheet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedSize(1440, 900)

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
        place = QRectF(32, 520, 240, height)
        suggestion_card.paint(painter, place, facts, CardLook(), self.theme)
        suggestion_card.paint(painter, place.translated(0, 130), facts, CardLook(hovered=True), self.theme)


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
