"""Giving people tags, and taking tags away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.actions.people import names_in_a_row
from planner.actions.people_several import tag
from planner.queries.people import TagCount, tags_of
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LineEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.labels import StyledLabel

_OFFERED = 14


class TagDialog(Dialog):
    """Chips for the tags there are: on is for everybody, off for nobody, dashed stays as it is for each.

    What is typed below becomes a tag of all of them; commas part several.
    """

    def __init__(self, desk: Desk, person_ids: Sequence[int], parent: QWidget | None) -> None:
        self._people = tuple(person_ids)
        self._names = desk.do(lambda: names_in_a_row(desk.library, self._people)) or ""
        super().__init__(desk, f"Tag {self._names}", parent, primary="Save", width=480)
        known = tags_of(desk.library, self._people)
        self.chips = {each.tag: TagChip(desk, each, len(self._people), self) for each in known[:_OFFERED]}
        if self.chips:
            held = QWidget(self)
            row = FlowLayout(6, held)
            for chip in self.chips.values():
                row.addWidget(chip)
            self.body.addWidget(held)
        more = {each.tag for each in known}
        spec = FieldSpec(
            name="new",
            label="New tags" if self.chips else "Tags",
            editor=lambda desk: LineEditor(desk, "exit, early adopter", known=lambda: sorted(more)),
        )
        self.form = Form(desk, (spec,), self)
        self.body.addWidget(self.form)
        if any(chip.is_mixed for chip in self.chips.values()):
            words = "A dashed tag is one that only some of them have; it stays so until you click it."
            self.body.addWidget(StyledLabel(desk.theme, words, "caption", "ink3", wrap=True))
        self.form["new"].field.setFocus()

    def save(self) -> None:
        """Tag all of them as one step."""
        values = self.form.read()
        if values is None:
            return
        typed = [each.strip() for each in values["new"].split(",") if each.strip()]
        chosen = [each for each, chip in self.chips.items() if not chip.is_mixed and chip.isChecked()]
        removed = [each for each, chip in self.chips.items() if not chip.is_mixed and not chip.isChecked()]
        self.try_to(
            lambda: tag(self.desk.library, self._people, [*chosen, *typed], removed), f"Tagged {self._names}"
        )


class TagChip(Chip):
    """A tag that all, some or none of the people have."""

    def __init__(self, desk: Desk, found: TagCount, people: int, parent: QWidget) -> None:
        self.is_mixed = 0 < found.people < people
        words = f"{found.tag}, {found.people} of {people}" if self.is_mixed else found.tag
        super().__init__(desk.theme, words, dashed=self.is_mixed, parent=parent)
        self._tag = found.tag
        self.setChecked(found.people == people)
        self.clicked.connect(self._decide)

    def _decide(self) -> None:
        if self.is_mixed:
            self.is_mixed = False
            self.set_dashed(False)
            self.set_words(self._tag)
            self.setChecked(True)
