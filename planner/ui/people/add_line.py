"""The line that adds somebody by name alone, to the group it was opened for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.names import fold
from planner.ui.desk import Desk
from planner.ui.people.grouping import Group
from planner.ui.widgets.floating import SHADOW, FloatingSheet
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.own_line import OwnLine

_WIDTH = 360
_PADDING = 12
_FROM_EDGE = 12
_HINT = "A name is enough; everything else can wait."


class AddLine(FloatingSheet):
    """Enter adds and waits for the next name, Esc leaves, Alt with up and down changes the group."""

    added = Signal(object, str)  # a person's id, and the name
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self._groups: list[Group] = []
        self._at = 0
        self.heading = StyledLabel(desk.theme, "", "labelStrong", parent=self)
        self.line = _Line(self)
        self.line.setPlaceholderText("Jana Novak")
        self.says = StyledLabel(desk.theme, _HINT, "caption", "ink2", wrap=True, parent=self)
        column = QVBoxLayout(self)
        edge = SHADOW + _PADDING
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(6)
        for widget in (self.heading, self.line, self.says):
            column.addWidget(widget)
        self.line.textChanged.connect(self._say)
        self.line.entered.connect(self.add)
        self.line.left.connect(self.end)
        self.line.group_stepped.connect(self._step)
        self.line.unfocused.connect(self._leave_empty)

    def begin(self, groups: Sequence[Group], here: Group | None) -> None:
        """Open the line for a group; None for none of them."""
        self._groups = list(groups)
        self._at = self._groups.index(here) if here in self._groups else 0
        self.line.clear()
        self._say()
        self.show()
        self.fit()
        self.raise_()
        self.line.setFocus()

    def end(self) -> None:
        """Put the line away."""
        self.hide()
        self.left.emit()

    def add(self) -> None:
        """Add whoever was typed."""
        name = " ".join(self.line.text().split())
        if not name:
            return
        from planner.actions.people import PersonForm, add_person  # and with it Peewee, at the first name

        desk, group = self.desk, self._group
        form = PersonForm(
            name=name,
            layer_id=(group.layer_id or None) if group else None,
            city=group.city if group else "",
            organisation=group.organisation if group else "",
        )
        made = desk.do(
            lambda: add_person(desk.library, form, today=desk.today), f"Added {name}{self._where()}"
        )
        if made is not None:
            self.line.clear()
            self.added.emit(made, name)

    @property
    def _group(self) -> Group | None:
        return self._groups[self._at] if self._at < len(self._groups) else None

    def _where(self) -> str:
        """' to Business peers', ' in Zurich', ' at Norvane', or '' where a group says nothing of the kind."""
        group = self._group
        if group is None:
            return ""
        if group.layer_id:
            return f" to {group.name}"
        return (
            f" in {group.city}" if group.city else f" at {group.organisation}" if group.organisation else ""
        )

    def _step(self, by: int) -> None:
        if self._groups:
            self._at = (self._at + by) % len(self._groups)
            self._say()

    def _say(self) -> None:
        where = self._where()
        self.heading.setText(f"Add somebody{where}")
        self.line.setAccessibleName(f"Add somebody{where}: a name")
        said = self.sentence()
        self.says.setText(said)
        self.line.setAccessibleDescription(said)
        self.heading.updateGeometry()
        self.says.updateGeometry()
        self.fit()

    def sentence(self) -> str:
        """What Enter would do."""
        name = " ".join(self.line.text().split())
        if not name:
            return _HINT
        folded = fold(name)
        same = [each for each in self.desk.roster.people(self.desk.today) if each.folded == folded]
        if same:
            at = f" ({same[0].organisation})" if same[0].organisation else ""
            return f"{same[0].name}{at} is here already; Enter adds another person of this name."
        return f"Enter adds {name}{self._where()}."

    def _leave_empty(self) -> None:
        if self.isVisible() and not self.line.text().strip():
            self.hide()

    def fit(self) -> None:
        """Take the height that the words need, at the lower edge, in the middle."""
        layout, page = self.layout(), self.parentWidget()
        if layout is None or page is None:
            return
        width = self.theme.px(_WIDTH) + 2 * SHADOW
        layout.activate()
        height = layout.totalHeightForWidth(width)
        left, top = (page.width() - width) // 2, page.height() - height + SHADOW - _FROM_EDGE
        self.setGeometry(left, top, width, height)

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        self.fit()


class _Line(OwnLine):
    """Tells of Alt with up and down, and of being left for something else."""

    group_stepped = Signal(int)
    unfocused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.group_stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self.unfocused.emit()
