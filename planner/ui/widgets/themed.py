"""A widget that paints itself from the theme."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.ui.theme import Theme


class ThemedWidget(QWidget):
    """Keeps the theme at hand and follows its changes live."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self.follow_theme)

    def follow_theme(self) -> None:
        """Take up the theme's new colours and sizes; the ground version measures and paints anew."""
        self.updateGeometry()
        self.update()
