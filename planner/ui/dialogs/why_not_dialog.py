"""The panel that says why somebody is not in the suggested plan, and what choosing them would cost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from planner.actions.suggest import why_not
from planner.actions.suggest_proposal import Proposal
from planner.domain.names import fold
from planner.queries.people import Named, find_people, named, recent_people
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.frame.hit import Hit
from planner.ui.frame.results import Results
from planner.ui.job import Progress
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.panel import Panel
from planner.ui.work import Work

_ROWS = 6
_ROW = 42
_SHOWN = 40
_TITLE = "Why not …?"


class WhyNotDialog(Dialog):
    """Type or choose a name; Enter answers. Who was left out comes first, then everybody else."""

    def __init__(self, desk: Desk, parent: QWidget | None, proposal: Proposal) -> None:
        super().__init__(desk, _TITLE, parent, primary="Say why", width=620)
        self._proposal = proposal
        self._reasons = {each.person_id: each.reason for each in proposal.left_out}
        self._names = {each.person_id: each.name for each in proposal.left_out}
        self.cancel.set_words("Close")
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("A name")
        self.typed.setAccessibleName("Whom you miss in the plan")
        self.typed.textChanged.connect(self._search)
        self.typed.installEventFilter(self)
        self.list = _People(desk, self)
        self.list.chosen.connect(self._choose)
        self.answer = Panel(desk.theme, parent=self)
        self._who = StyledLabel(desk.theme, "", "strong")
        self._said = StyledLabel(desk.theme, "", "body", "ink2", wrap=True)
        self.answer.body.addWidget(self._who)
        self.answer.body.addWidget(self._said)
        self.answer.hide()
        for widget in (self.typed, self.list, self.answer):
            self.body.addWidget(widget)
        self._work = Work(desk, self)
        self._search("")
        self.typed.setFocus()

    @property
    def words(self) -> str:
        """What was answered last, or ''."""
        return self._said.text()

    def save(self) -> None:
        """Answer for the person whose line is marked, by solving again with them."""
        if not self.list.hits:
            return
        hit = self.list.hits[self.list.current]
        job = partial(_explained, self._proposal, hit.person_id)
        self._work.start("Solving again …", job, partial(self._answer, hit))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through the names while one types."""
        keys = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self.list.step(keys[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _answer(self, hit: Hit, words: str) -> None:
        self._who.setText(hit.words)
        self._said.setText(words)
        self._said.updateGeometry()
        self.answer.setAccessibleName(f"{hit.words}: {words}")
        self.answer.show()
        self.fit()
        self.desk.announced.emit(f"{hit.words}: {words}")

    def _choose(self, index: int) -> None:
        self.list.current = index
        self.list.update()
        self.save()

    def _search(self, text: str) -> None:
        wanted = fold(text).split()
        fitting = [each for each, name in self._names.items() if all(word in fold(name) for word in wanted)]
        people = named(self.desk.library, fitting[:_SHOWN])
        if text.strip():
            others = find_people(self.desk.library, text, _ROWS)
        else:
            others = [] if people else recent_people(self.desk.library, _ROWS)
        known = {each.id for each in people}
        people += [each for each in others if each.id not in known]
        self.list.show_hits(tuple(map(self._hit, people)), text)

    def _hit(self, person: Named) -> Hit:
        chosen = any(each.person_id == person.id for each in self._proposal.chosen)
        said = "Is in the plan." if chosen else self._reasons.get(person.id, "")
        return Hit(words=person.name, aside=said, person_id=person.id, hue=person.hue)


def _explained(proposal: Proposal, person_id: int, _told: Progress) -> str:
    return why_not(proposal, person_id)


class _People(Results):
    """Always as high as a few lines, so that the panel keeps its shape while one types."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.fit(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """The few lines."""
        return QSize(400, _ROWS * self.theme.px(_ROW) + 12)

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        self.fit(self.sizeHint().height())
