"""Understanding: eight angles, how well each is known and how fresh it is, and what is worth asking next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.domain import words
from planner.domain.angles import STEPS, Angle, Freshness
from planner.domain.rhythm import State
from planner.queries.person_known import PersonKnown
from planner.queries.understanding import AngleKnown
from planner.ui.desk import Desk
from planner.ui.person.adding import Adding, Link, foot
from planner.ui.person.fact_lists import FactLists
from planner.ui.person.facts import Facts
from planner.ui.person.panel import Hairline, PersonPanel
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.widgets.add_row import AddRow
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.keyed import Keyed
from planner.ui.widgets.state_shape import paint_state_shape
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.text_button import TextButton

_HEIGHT = 24
_STEP, _STEP_HIGH, _BETWEEN = 13, 6, 2
_AGE_ROOM = 62
_SHAPE = 8


class UnderstandingPanel(PersonPanel):
    """Each angle opens to its dated facts; the question opens to a line for its answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "Understanding")
        self.content.setSpacing(0)
        self._lists = FactLists(desk)
        self._known: PersonKnown | None = None
        self.angles: Keyed[AngleKnown, AngleRow] = Keyed(self.content, self._row, AngleRow.show_angle)
        ruled = QHBoxLayout()
        ruled.setContentsMargins(0, 6, 0, 6)
        ruled.addWidget(Hairline(desk.theme))
        self.asking = TextButton(desk.theme, "", "caption", "ink2", wrap=True)
        self.body.setSpacing(0)
        self.body.insertSpacing(1, 5)
        self.body.addLayout(ruled)
        self.body.addWidget(self.asking)
        self.asking.clicked.connect(self.open_asking)
        self.asking.setObjectName("asking")
        self.side.clicked.connect(self._open_all)
        self.side.setObjectName("angles")

    def show_known(self, known: PersonKnown) -> None:
        """Show how well a person is understood."""
        self._known = known
        found = known.understanding
        self.show_side(found.summary, f"{found.summary}. Opens what makes them so")
        self.angles.show_items((each.angle, each) for each in found.angles)
        if known.trust.mending is not None:
            self.asking.show_words("Asking waits while you mend trust.", "ink3")
        elif found.asking is not None:
            self.asking.show_words(f"Worth asking: {found.asking.question}", "ink2")
        self.asking.setEnabled(known.trust.mending is None)
        self.asking.setVisible(found.asking is not None)

    def open_asking(self, *, after: int = 0) -> None:
        """Open the next question, or one of those that come after it, with a line for its answer."""
        known = self._known
        asking = known.understanding.asking if known else None
        if known is None or asking is None:
            return
        person = known.page.standing.person_id
        question = asking.questions[after % len(asking.questions)]
        another = Link("Another question", "refresh", lambda: self.open_asking(after=after + 1))
        change = Link("Change the questions", "edit", self._change_questions)
        links = [another, change] if len(asking.questions) > 1 else [change]
        adds = foot(self.theme, Adding(self.desk, person).learned(asking.angle, question), links=links)
        self.facts_wanted.emit(self.asking, lambda: self._question(question, asking.angle), adds)
        row = adds.findChild(AddRow)
        if row is not None:
            row.begin()

    def _change_questions(self) -> None:
        known = self._known
        people = (known.page.standing.person_id,) if known else ()
        self.desk.command_wanted.emit("questions", Subject(people=people))

    def _question(self, question: str, angle: Angle) -> Facts:
        known = self._known
        person = known.page.standing.person_id if known else 0
        told = self._lists.angle(person, angle)
        said = f"The answer goes to “{told.title}”. {told.said}"
        return told._replace(title=question, said=said)

    def _row(self, known: AngleKnown) -> AngleRow:
        row = AngleRow(self.theme)
        row.setObjectName(f"angle {known.angle}")
        row.clicked.connect(lambda: self._open_angle(row, known.angle))
        return row

    def _open_angle(self, under: QWidget, angle: Angle) -> None:
        known = self._known
        if known is not None:
            person, lists = known.page.standing.person_id, self._lists
            adds = foot(self.theme, Adding(self.desk, person).learned(angle))
            self.facts_wanted.emit(under, lambda: lists.angle(person, angle), adds)

    def _open_all(self) -> None:
        known = self._known
        if known is not None:
            person, lists = known.page.standing.person_id, self._lists
            self.facts_wanted.emit(self.side, lambda: lists.angles(person), None)


class AngleRow(EnterButton):
    """One angle: its title, four steps of coverage, and the age of the newest fact."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._angle: AngleKnown | None = None
        self.setProperty("focusRadius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_angle(self, angle: AngleKnown) -> None:
        """Show an angle."""
        self._angle = angle
        facts = words.count(angle.coverage.facts, "fact") if angle.coverage.facts else "nothing known yet"
        old = f", {angle.coverage.freshness}" if self._is_old else ""
        age = f", newest {angle.age} old" if angle.coverage.facts else ""
        self.setAccessibleName(f"{angle.title}: {facts}{age}{old}")
        self.update()

    @property
    def _is_old(self) -> bool:
        return self._angle is not None and self._angle.coverage.freshness in (
            Freshness.STALE,
            Freshness.EXPIRED,
        )

    def sizeHint(self) -> QSize:
        """A line with air."""
        return QSize(200, self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title, steps and age."""
        angle = self._angle
        if angle is None:
            return
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        self.paint_hover(painter)
        steps = STEPS * theme.px(_STEP) + (STEPS - 1) * _BETWEEN
        left = self.width() - theme.px(_AGE_ROOM) - steps
        middle = self.height() / 2
        top = middle - theme.line("why") / 2
        draw_text(painter, 0, top, angle.title, "label", theme, palette.ink, left - 6)
        if angle.coverage.facts:
            self._paint_steps(painter, left, middle, angle.coverage.steps)
        self._paint_age(painter, middle, angle.age)
        painter.end()

    def _paint_steps(self, painter: QPainter, left: float, middle: float, steps: int) -> None:
        theme, palette = self.theme, self.theme.palette
        wide, high = theme.px(_STEP), theme.px(_STEP_HIGH)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(STEPS):
            painter.setBrush(palette.ink2 if place < steps else palette.line)
            x = left + place * (wide + _BETWEEN)
            painter.drawRoundedRect(QRectF(x, round(middle - high / 2), wide, high), 2, 2)

    def _paint_age(self, painter: QPainter, middle: float, age: str) -> None:
        theme, palette = self.theme, self.theme.palette
        role = "state" if self._is_old else "caption"
        ink = palette.due.ink if self._is_old else palette.ink3
        width = one_line(theme, age, role).width
        left = self.width() - width
        draw_text(painter, left, middle - theme.line(role) / 2, age, role, theme, ink)
        if self._is_old:
            size = theme.px(_SHAPE)
            box = QRectF(left - size - 4, middle - size / 2, size, size)
            paint_state_shape(painter, box, State.DUE, palette)
