"""What the window remembers between starts: its place, look and text size. Never anything of people."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from planner.ui.theme import Theme

_DEFAULT_SIZE = (1440, 900)
_KEYS = "keys/"


class Memory:
    """A small settings file; `file` None remembers nothing, as for pictures and tests."""

    def __init__(self, file: Path | None) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat) if file else None

    def size(self) -> tuple[int, int]:
        """The size of a window that was never resized."""
        return _DEFAULT_SIZE

    def geometry(self) -> bytes | None:
        """Where the window was, as Qt keeps it."""
        found = self._settings.value("window/geometry") if self._settings else None
        return bytes(found) if found is not None else None

    def remember_window(self, window: QWidget) -> None:
        """Keep where the window is."""
        if self._settings:
            self._settings.setValue("window/geometry", window.saveGeometry())

    def dark(self, system: bool) -> bool:
        """Whether the dark look was chosen, else what the system says."""
        found = self._settings.value("look/dark") if self._settings else None
        return system if found is None else str(found) == "true"

    def text_scale(self) -> float:
        """The text size that was chosen, 1 at first."""
        try:
            return float(str(self._settings.value("look/text", 1.0))) if self._settings else 1.0
        except ValueError:
            return 1.0

    def remember_look(self, theme: Theme) -> None:
        """Keep the look and the text size."""
        if self._settings:
            self._settings.setValue("look/dark", theme.dark)
            self._settings.setValue("look/text", theme.text_scale)

    def view(self, name: str) -> str:
        """How a place was looked at last, as it was remembered; '' at first."""
        return str(self._settings.value(f"view/{name}", "")) if self._settings else ""

    def remember_view(self, name: str, text: str) -> None:
        """Keep how a place is looked at: groups, order, density, never anything of people."""
        if self._settings:
            self._settings.setValue(f"view/{name}", text)

    def keys(self) -> dict[str, str]:
        """The keys that were chosen for commands, by the command's id; '' for none."""
        if not self._settings:
            return {}
        names = [name for name in self._settings.allKeys() if name.startswith(_KEYS)]
        return {name.removeprefix(_KEYS): str(self._settings.value(name, "")) for name in names}

    def remember_keys(self, keys: Mapping[str, str]) -> None:
        """Keep the keys that were chosen, and these only."""
        if self._settings:
            self._settings.remove(_KEYS.rstrip("/"))
            for command_id, chosen in keys.items():
                self._settings.setValue(f"{_KEYS}{command_id}", chosen)
