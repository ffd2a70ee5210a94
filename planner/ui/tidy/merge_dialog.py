"""Two entries side by side: one value of each field is chosen, and they become one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from planner.actions.merging import merge_people
from planner.domain import words
from planner.queries.merging import Choice, SideBySide, side_by_side
from planner.queries.people import named
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.initiatives.choice import ChoiceRow
from planner.ui.person.photo import decode_photo
from planner.ui.theme import Theme
from planner.ui.tidy.person_block import PersonBlock
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.plain import set_tooltip

_OURS, _THEIRS = 0, 1
_LABEL = 104
_PHOTO, _PHOTO_LEFT = 44, 40
_ARROWS = {Qt.Key.Key_Left: _OURS, Qt.Key.Key_Right: _THEIRS}
_UNKNOWN = "not known yet"


class ValueCell(ChoiceRow):
    """One of the two values of a field; left and right go to the other and choose it.

    A photo is drawn instead of its words.
    """

    def __init__(self, theme: Theme, side: int, words: str, photo: QPixmap | None, parent: QWidget) -> None:
        super().__init__(theme, side, "" if photo else words, "", "", parent)
        self.photo = photo

    def sizeHint(self) -> QSize:
        """As a row, or high enough for the photo."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.theme.px(_PHOTO + 16)) if self.photo else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row, and the photo cut to a square in it."""
        super().paintEvent(event)
        if self.photo is None:
            return
        side = min(self.photo.width(), self.photo.height())
        size = self.theme.px(_PHOTO)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(
            QRect(_PHOTO_LEFT, (self.height() - size) // 2, size, size),
            self.photo,
            QRect((self.photo.width() - side) // 2, (self.photo.height() - side) // 2, side, side),
        )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = _ARROWS.get(Qt.Key(event.key()))
        other = self.group().button(side) if side is not None else None
        if other is None:
            super().keyPressEvent(event)
        elif other.isEnabled():
            other.setChecked(True)
            other.setFocus(Qt.FocusReason.TabFocusReason)


class MergeDialog(Dialog):
    """Left and right choose; whichever is chosen, nothing of the other is lost."""

    def __init__(self, desk: Desk, both: SideBySide, parent: QWidget | None) -> None:
        super().__init__(
            desk, "Two entries, one person", parent, primary="Merge into one", width=780, scrolls=True
        )
        self.both = both
        self.rows: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, desk.theme.px(_LABEL))
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self._add_heads()
        for choice in both.choices:
            self._add_choice(choice)
        self.body.addLayout(self._grid)
        self.body.addWidget(StyledLabel(desk.theme, self._kept_words(), "body", "ink2", wrap=True))
        self.hint.setText("What you do not choose is kept in a note. Undo makes two of them again.")
        self.primary.setFocus()

    def save(self) -> None:
        """Make one of the two."""
        theirs = {field for field, group in self.rows.items() if group.checkedId() == _THEIRS}
        library, both, today = self.desk.library, self.both, self.desk.today
        said = f"Merged {both.names[_THEIRS]} into {both.names[_OURS]}"
        self.try_to(lambda: merge_people(library, both.keep, both.other, theirs, today=today), said)

    def choose(self, field: str, side: int) -> None:
        """Choose the left (0) or right (1) value of a field."""
        self.rows[field].button(side).setChecked(True)

    def _add_heads(self) -> None:
        found = named(self.desk.library, (self.both.keep, self.both.other))
        for column, person in enumerate(found, 1):
            caption = ", ".join(each for each in (person.role, person.organisation) if each)
            block = PersonBlock(self.desk.theme, person.name, person.hue, caption)
            block.setContentsMargins(0, 2, 0, 6)
            self._grid.addWidget(block, 0, column)

    def _add_choice(self, choice: Choice) -> None:
        theme, row = self.desk.theme, self._grid.rowCount()
        label = StyledLabel(theme, choice.words, "label", "ink2")
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        group = QButtonGroup(self)
        for side, value in ((_OURS, choice.ours), (_THEIRS, choice.theirs)):
            photo = decode_photo(choice.photos[side])
            cell = ValueCell(theme, side, value or _UNKNOWN, photo, self)
            cell.setAccessibleName(f"{choice.words}: {value or _UNKNOWN}")
            set_tooltip(cell, value)
            cell.setEnabled(bool(value))
            group.addButton(cell, side)
            self._grid.addWidget(cell, row, side + 1)
        group.button(_OURS if choice.ours else _THEIRS).setChecked(True)
        self.rows[choice.id] = group

    def _kept_words(self) -> str:
        both = self.both
        said = [f"Together it has {words.in_a_row(both.together)}."] if both.together else []
        if both.joined:
            said.append(
                f"Kept of both: {words.in_a_row([each[0].lower() + each[1:] for each in both.joined])}."
            )
        if both.same:
            said.append(f"The same in both: {words.in_a_row([each.lower() for each in both.same])}.")
        return " ".join(said)


def open_merge(desk: Desk, one: int, two: int, parent: QWidget | None) -> bool:
    """Show two entries side by side; whether they were merged."""
    both = desk.do(lambda: side_by_side(desk.library, one, two))
    return both is not None and bool(MergeDialog(desk, both, parent).exec())
