"""A sheet to think about oneself with: four answers about yourself in one relationship, never a score."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions.trust import reflect
from planner.domain import words
from planner.domain.names import first_name, who, whom
from planner.domain.trust_equation import HIGHEST, LOWEST, Reflection, range_words
from planner.queries.person import Recent, person_page
from planner.queries.views import newest_reflection, views_of
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import SegmentEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice

_MIDDLE = 5
_SCALE = tuple(Choice(str(each), str(each)) for each in range(LOWEST, HIGHEST + 1))


class ReflectDialog(Dialog):
    """Shows the newest sheet again; what is kept is dated, and only the range that it allows is said."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None) -> None:
        self._person_id = person_id
        page = desk.do(lambda: person_page(desk.library, person_id, desk.today, recent=Recent(desk.today, 1)))
        self._name = page.standing.name if page else ""
        super().__init__(desk, f"You, with {first_name(self._name)}", parent, primary="Keep", width=560)
        self.body.addWidget(
            StyledLabel(
                *(desk.theme, "About yourself, not about anybody else; 1 is not at all, 10 is fully."),
                *("caption", "ink3"),
                wrap=True,
            )
        )
        self.form = Form(desk, _fields(self._name, page.pronouns if page else ""), self)
        self.body.addWidget(self.form)
        newest = newest_reflection(views_of(desk.library, person_id, desk.today))
        known = newest.reflection if newest else None
        for name in _QUESTIONS:
            self.form[name].show_value(str(getattr(known, name) if known else _MIDDLE))
        self._last = f"Last kept on {words.short_day(newest.on, desk.today)}. " if newest else ""
        self.form.changed.connect(self._say)
        self._say()
        self.form["credibility"].field.setFocus()

    def save(self) -> None:
        """Keep the four answers as one step."""
        kept = self._reflection()
        self.try_to(
            lambda: reflect(self.desk.library, self._person_id, kept, today=self.desk.today),
            f"Kept how you see yourself with {first_name(self._name)}",
        )

    def _reflection(self) -> Reflection:
        return Reflection(**{name: int(value) for name, value in self.form.peek().items()})

    def _say(self) -> None:
        """The range, and why it is one."""
        found = range_words(self._reflection())
        self.hint.setText(
            f"{self._last}The trust equation gives anything from {found}: one notch of the last answer "
            "moves it so far. Think about the answers, not the figure."
        )
        self.fit()


_QUESTIONS = {
    "credibility": "How far can {who} rely on what you say?",
    "reliability": "How surely does it happen once you have said it to {whom}?",
    "intimacy": "How safe is it for {whom} to tell you something?",
    "self_interest": "How much do you think of yourself first?",
}


def _fields(name: str, pronouns: str) -> tuple[FieldSpec, ...]:
    called = {"who": who(name, pronouns), "whom": whom(name, pronouns)}
    return tuple(
        FieldSpec(
            name=asked,
            label=question.format(**called),
            editor=lambda desk: SegmentEditor(desk, _SCALE),
        )
        for asked, question in _QUESTIONS.items()
    )
