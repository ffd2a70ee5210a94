"""Give and take: what you and the person gave in twelve months, as two bars with their counts, in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from planner.domain import words
from planner.domain.commitments import By
from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.adding import Adding, foot
from planner.ui.person.fact_lists import FactLists
from planner.ui.person.panel import PersonPanel
from planner.ui.person.stream_words import subject
from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.text import draw_text

_ROW, _BAR, _LABEL, _COUNT = 20, 11, 70, 34


class GivingPanel(PersonPanel):
    """Each bar opens to what was given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "Give and take")
        self.content.setSpacing(0)
        self._lists = FactLists(desk)
        self._person_id, self._they = 0, ""
        self.bars = {by: GivenBar(desk.theme, filled=by is By.YOU) for by in By}
        for by, bar in self.bars.items():
            bar.clicked.connect(lambda _on=False, by=by: self._open(by))
            bar.setObjectName(f"given {by}")
            self.content.addWidget(bar)
        self.said = self.add_text(role="caption", colour="ink3")
        self.said.setContentsMargins(0, 3, 0, 0)

    def show_known(self, known: PersonKnown) -> None:
        """Show what was given in twelve months."""
        found = known.trust.give_and_take
        self._person_id = known.page.standing.person_id
        self._they = subject(By.THEY, known.page)
        self.show_side("12 months")
        counts = {by: sum(each.by is by for each in found.facts) for by in By}
        most = max(1, *counts.values())
        for by, bar in self.bars.items():
            bar.show_count("You" if by is By.YOU else self._they, counts[by], most)
        self.said.setText(found.words)
        self.said.updateGeometry()

    def _open(self, by: By) -> None:
        person, lists = self._person_id, self._lists
        adds = foot(self.theme, Adding(self.desk, person).given(self._they))
        self.facts_wanted.emit(self.bars[by], lambda: lists.given(person, by), adds)


class GivenBar(EnterButton):
    """Who gave, a bar, and how often; filled is your side."""

    def __init__(self, theme: Theme, *, filled: bool) -> None:
        super().__init__(theme)
        self._filled, self._who, self._count, self._most = filled, "", 0, 1
        self.setProperty("focusRadius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, who: str, count: int, most: int) -> None:
        """Show how often somebody gave; the longer bar stands for `most`."""
        self._who, self._count, self._most = who, count, most
        self.setAccessibleName(f"{who} gave {words.count(count, 'time')} in twelve months")
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(200, self.theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, bar and count."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, label = self.height() / 2, theme.px(_LABEL)
        top = middle - theme.line("caption") / 2
        ink = palette.accent if self.underMouse() else palette.ink2
        draw_text(painter, 0, top, f"{self._who} gave", "caption", theme, ink, label - 6)
        room, high = self.width() - label - theme.px(_COUNT), theme.px(_BAR)
        wide = room * self._count / self._most
        if self._count:
            bar = QRectF(label + 0.5, round(middle - high / 2) + 0.5, max(6.0, wide), high - 1)
            painter.setPen(QPen(palette.accent, 1.3))
            painter.setBrush(palette.accent if self._filled else palette.surface)
            painter.drawRoundedRect(bar, 2, 2)
        left = label + wide + (8 if self._count else 0)
        draw_text(painter, left, top, f"{self._count:,}", "captionStrong", theme, palette.ink)
        painter.end()
