"""Editors of a choice: the channel, who reached out, the layer, the rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.channels import Channel, ReachedOut
from planner.queries.people import LayerCount
from planner.ui.desk import Desk
from planner.ui.dialogs.form import Editor
from planner.ui.widgets.badge import CHANNEL_ICONS
from planner.ui.widgets.fields import NumberField
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.layer_chip import LayerChip
from planner.ui.widgets.segment import Choice, Segment

_OWN = "own"
_LAYER = "layer"
_NAMED_RHYTHMS = {"7": "week", "14": "2 weeks", "30": "month", "90": "quarter"}


class SegmentEditor(Editor):
    """One of a few keys, side by side."""

    def __init__(self, desk: Desk, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.segment = Segment(desk.theme, choices, self)
        self.segment.chosen.connect(lambda _key: self.changed.emit())
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.segment)
        self.row.addStretch(1)

    @property
    def field(self) -> QWidget:
        """The control."""
        return self.segment

    def value(self) -> Any:
        """The chosen key."""
        return self.segment.current

    def show_value(self, value: Any) -> None:
        """Choose a key."""
        self.segment.choose(value)


class ChannelEditor(SegmentEditor):
    """How people talk."""

    def __init__(self, desk: Desk) -> None:
        names = {Channel.IN_PERSON: "In person"}
        choices = [
            Choice(
                key=each.value,
                words=names.get(each, each.value.capitalize()),
                icon=CHANNEL_ICONS[each],
                both=True,
            )
            for each in Channel
        ]
        super().__init__(desk, choices)

    def value(self) -> Any:
        """The channel."""
        return Channel(self.segment.current)


class ReachedOutEditor(SegmentEditor):
    """Who began; not known is an answer too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            [
                Choice(key="", words="Not known"),
                Choice(key=ReachedOut.YOU.value, words="You"),
                Choice(key=ReachedOut.THEY.value, words="They"),
            ],
        )

    def value(self) -> Any:
        """Who reached out, or None."""
        return ReachedOut(self.segment.current) if self.segment.current else None

    def show_value(self, value: Any) -> None:
        """Show who it was."""
        self.segment.choose(value or "")


class RhythmEditor(SegmentEditor):
    """How often: a usual rhythm, days of one's own, or None: as the layer has it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            [
                Choice(key=_LAYER, words="as the layer"),
                *(Choice(key=key, words=words) for key, words in _NAMED_RHYTHMS.items()),
                Choice(key=_OWN, words="own days"),
            ],
        )
        self.days = NumberField(1, 730, " days")
        self.days.setValue(21)
        self.days.setAccessibleName("Days between conversations")
        self.days.setVisible(False)
        self.row.insertWidget(1, self.days)
        self.segment.chosen.connect(self._offer_days)
        self.days.valueChanged.connect(lambda _days: self.changed.emit())

    def value(self) -> Any:
        """Days, or None for the layer's."""
        key = self.segment.current
        if key == _LAYER:
            return None
        return self.days.value() if key == _OWN else int(key)

    def show_value(self, value: Any) -> None:
        """Show days, or None."""
        key = _LAYER if value is None else str(value) if str(value) in _NAMED_RHYTHMS else _OWN
        self.segment.choose(key)
        self.days.blockSignals(True)
        if value is not None:
            self.days.setValue(value)
        self.days.blockSignals(False)
        self.days.setVisible(key == _OWN)

    def _offer_days(self, key: str) -> None:
        self.days.setVisible(key == _OWN)
        if key == _OWN:
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
            self.days.selectAll()


class LayerEditor(Editor):
    """The layer's id, or None; clicking the chosen one takes it away."""

    def __init__(self, desk: Desk, layers: Sequence[LayerCount]) -> None:
        super().__init__()
        self._chips: dict[int, LayerChip] = {}
        row = FlowLayout(6, self)
        for layer in layers:
            chip = LayerChip(desk.theme, layer.short_name or layer.name, layer.hue, self)
            chip.clicked.connect(lambda on, each=layer.id: self._choose(each if on else None))
            self._chips[layer.id] = chip
            row.addWidget(chip)

    @property
    def field(self) -> QWidget:
        """The first chip."""
        return next(iter(self._chips.values()), self)

    def value(self) -> Any:
        """The chosen layer's id."""
        return next((each for each, chip in self._chips.items() if chip.isChecked()), None)

    def show_value(self, value: Any) -> None:
        """Choose a layer."""
        for each, chip in self._chips.items():
            chip.setChecked(each == value)

    def _choose(self, layer_id: int | None) -> None:
        self.show_value(layer_id)
        self.changed.emit()
