"""The objectivity check: what you expect of people beside their record, with what such a check can find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.objectivity import RatedPerson, objectivity_check
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.objectivity.rated_row import Legend, RatedRow
from planner.ui.widgets.labels import StyledLabel


class ObjectivityDialog(Dialog):
    """The finding, its power, the largest gaps, who is rated lower than their record, and all others."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(
            desk, "What you expect, and what was kept", parent, primary="Close", width=780, scrolls=True
        )
        self.cancel.hide()
        self.body.setSpacing(2)
        check = objectivity_check(desk.library, desk.today)
        self.finding = self._say(check.finding, "heading", "ink")
        self.power = self._say(check.portfolio.power, "caption", "ink3")
        self.rows: list[RatedRow] = []
        self._section("The largest gaps", check.largest)
        largest = {each.person_id for each in check.largest}
        self.overlooked = self._say(
            _overlooked([each.name for each in check.underrated if each.person_id in largest]),
            "caption",
            "ink2",
        )
        fewer = [each for each in check.underrated if each.person_id not in largest]
        self._section("Rated lower than their record: overlooked?", fewer)
        listed = {each.person_id for each in (*check.largest, *check.underrated)}
        others = [each for each in check.people if each.person_id not in listed]
        self._section("Everybody else you rated", sorted(others, key=lambda each: -abs(each.held.gap)))
        self.hint.setText(
            "A rating is yours to keep: kindness and merit can go together. It never changes a record."
        )
        self.primary.setFocus()

    def save(self) -> None:
        """Close."""
        self.accept()

    def _section(self, title: str, people: Iterable[RatedPerson]) -> None:
        rows = [RatedRow(self.desk.theme, each) for each in people]
        if not rows:
            return
        first = not self.rows
        self.body.addSpacing(12)
        self._say(title, "strong", "ink")
        if first:
            self.body.addWidget(Legend(self.desk.theme))
        for row in rows:
            row.clicked.connect(lambda _on=False, row=row: self._open(row.rated.person_id))
            self.body.addWidget(row)
        self.rows.extend(rows)

    def _open(self, person_id: int) -> None:
        self.accept()
        self.desk.person_wanted.emit(person_id)

    def _say(self, text: str, role: str, colour: str) -> StyledLabel:
        label = StyledLabel(self.desk.theme, text, role, colour, wrap=True)
        label.setVisible(bool(text))
        self.body.addWidget(label)
        return label


def _overlooked(names: Sequence[str]) -> str:
    """Who of the largest gaps is rated lower than their record; '' where nobody is."""
    return f"Overlooked? You rate {words.in_a_row(names)} lower than their record." if names else ""
