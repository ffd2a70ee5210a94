"""Who the person is beside the role, how to reach them, and the few facts that a form would ask for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from planner.actions import people, people_several, person_details
from planner.actions.person_details import Detail
from planner.domain import typed, words
from planner.domain.names import first_name
from planner.queries.person import PersonPage, Point
from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.facts import Doing, Write
from planner.ui.person.panel import PersonPanel
from planner.ui.person.row_editor import RowEditor
from planner.ui.person.rows import PointRow
from planner.ui.widgets import veil
from planner.ui.widgets.add_row import AddRow, Asked, Picked
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.keyed import Keyed
from planner.ui.widgets.labels import StyledLabel

_AROUND = 5


class Details:
    """Writes one detail of the person who is shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.person_id = 0
        self.called = ""

    def show(self, page: PersonPage) -> None:
        """Write about this person from now on."""
        self.person_id = page.standing.person_id
        self.called = first_name(page.standing.name)

    def writes(self, detail: Detail) -> Write:
        """The function that writes a detail."""

        def write(text: str) -> None:
            change = partial(person_details.change_detail, self._desk.library, self.person_id, detail)
            Changing(self._desk).told(change, f"Changed the {detail} of {self.called}")(text)

        return write

    def write_tags(self, text: str) -> None:
        """Make these the tags, parted by commas."""
        change = partial(person_details.change_tags, self._desk.library, self.person_id)
        Changing(self._desk).do(partial(change, text.split(",")), f"Tagged {self.called}")

    def write_place(self, text: str) -> None:
        """City, then the time zone behind the last comma."""
        city, _, zone = text.rpartition(",") if "/" in text else (text, "", "")
        change = partial(
            person_details.change_place, self._desk.library, self.person_id, city.strip(), zone.strip()
        )
        Changing(self._desk).do(change, f"Changed where {self.called} lives")

    def write_rhythm(self, text: str) -> None:
        """How often to talk; '' is as the layer has it."""
        days = typed.read_rhythm(text)
        told = words.rhythm_words(days).lower() if days else "as the layer has it"
        change = partial(people.change_rhythm, self._desk.library, self.person_id, days)
        Changing(self._desk).do(change, f"{self.called}: {told}")

    def move_to(self, layer_id: int | None, name: str) -> None:
        """Put the person into a layer, or into none."""
        move = partial(people_several.move_to_layer, self._desk.library, (self.person_id,), layer_id)
        self._desk.done(move, f"Moved {self.called} to {name}")


class AsPersonPanel(PersonPanel):
    """What matters to the person beyond work, in words."""

    def __init__(self, desk: Desk, details: Details) -> None:
        super().__init__(desk, "heart", "As a person")
        self.content.setSpacing(6)
        theme = desk.theme
        self.about = InPlace(theme, "As a person", details.writes(Detail.AS_A_PERSON), several=True)
        self.notes = InPlace(theme, "Standing note", details.writes(Detail.NOTES), several=True)
        self.about.part, self.notes.part = "as a person", "standing note"
        self.content.addWidget(self.about)
        self.content.addWidget(self.notes)

    def show_known(self, known: PersonKnown) -> None:
        """Show what is noted; where nothing is, invite to."""
        page = known.page
        self.about.show_value(
            page.as_a_person,
            page.as_a_person or f"What matters to {first_name(page.standing.name)} beyond work",
        )
        if not page.as_a_person:
            self.about.text.show_words(self.about.text.text(), "ink3", "As a person: not known yet")
        self.notes.show_value(page.notes)
        self.notes.setVisible(bool(page.notes) or self.notes.is_open)


class ReachPanel(PersonPanel):
    """E-mail, phone and the like, a click copies; then birthday, languages, pronouns and tags."""

    def __init__(self, desk: Desk, details: Details) -> None:
        super().__init__(desk, "card", "How to reach")
        self._details = details
        points = QVBoxLayout()
        points.setSpacing(0)
        self.points: Keyed[Point, PointRow] = Keyed(points, self._point, PointRow.show_point)
        self.add = AddRow(desk.theme, self._asked(), self)
        self.content.addLayout(points)
        self.content.addWidget(self.add)
        self.facts: dict[str, InPlace] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (label, write) in enumerate(
            (
                ("Birthday", details.writes(Detail.BIRTHDAY)),
                ("Languages", details.writes(Detail.LANGUAGES)),
                ("Pronouns", details.writes(Detail.PRONOUNS)),
                ("Tags", details.write_tags),
            )
        ):
            self.facts[label] = InPlace(desk.theme, label, write, role="why")
            grid.addWidget(StyledLabel(desk.theme, label, "caption", "ink3"), row, 0)
            grid.addWidget(self.facts[label], row, 1)
        self.content.addLayout(grid)

    def show_known(self, known: PersonKnown) -> None:
        """Show the ways to reach a person, and the few facts."""
        page = known.page
        self.title.setText(f"Reach {first_name(page.standing.name)}")
        self.title.updateGeometry()
        self.points.show_items((each.id, each) for each in page.points)
        self.facts["Birthday"].show_value(typed.birthday_words(page.birthday))
        self.facts["Languages"].show_value(page.languages)
        self.facts["Pronouns"].show_value(page.pronouns)
        self.facts["Tags"].show_value(", ".join(page.tags), ", ".join(page.tags) or "None yet")

    def _point(self, point: Point) -> PointRow:
        row = PointRow(self.theme, point)
        row.clicked.connect(lambda: self._copy(row.point.value))
        row.change_wanted.connect(lambda: self.change_row(row))
        row.menu_wanted.connect(lambda place: row.open_menu(self._does(row), place))
        return row

    def change_row(self, row: PointRow) -> RowEditor:
        """Begin to change a way to reach the person where it stands."""
        point = row.point
        change = partial(person_details.change_point, self.desk.library, point.id)
        write = Changing(self.desk).told(change, f"Changed how to reach {self._details.called}")
        editor = RowEditor(self.theme, "Way to reach", point.value, write, self)
        editor.ended.connect(editor.hide)
        editor.ended.connect(editor.deleteLater)
        place = QRect(row.mapTo(self, QPoint(-_AROUND, -_AROUND)), row.size())
        editor.open_at(place.adjusted(0, 0, 2 * _AROUND, 2 * _AROUND))
        return editor

    def _does(self, row: PointRow) -> tuple[Doing, ...]:
        point = row.point
        gone = partial(person_details.remove_point, self.desk.library, point.id)
        return (
            ("Copy", "copy", lambda: self._copy(point.value)),
            ("Change\tF2", "edit", lambda: (self.change_row(row), None)[1]),
            ("Remove", "trash", lambda: (self.desk.done(gone, f"Removed {point.value}"), None)[1]),
        )

    def _copy(self, value: str) -> None:
        if veil.is_on():
            keys = self.desk.keys.shown("hide_names")
            self.desk.failed.emit(f"Names are hidden now, so nothing was copied. Show them first ({keys}).")
            return
        QGuiApplication.clipboard().setText(value)
        self.desk.said.emit(f"Copied {value}", False)

    def _asked(self) -> Asked:
        return Asked(
            button="Add a way to reach them",
            placeholder="E-mail, number, link or address",
            add=self._add_point,
        )

    def _add_point(self, text: str, _picked: Picked) -> None:
        add = partial(person_details.add_point, self.desk.library, self._details.person_id)
        Changing(self.desk).do(partial(add, text), f"Added {text}")
