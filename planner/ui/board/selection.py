"""What is chosen on the board: across columns, by key, so that it survives every change of the library."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The keys of the chosen cards in the order they were chosen, and the card that a range begins at."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, None] = {}
        self._anchor = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The chosen cards, first chosen first."""
        return tuple(self._keys)

    @property
    def anchor(self) -> str:
        """The card that a range begins at, '' where none was touched."""
        return self._anchor

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def __len__(self) -> int:
        return len(self._keys)

    def begin_at(self, key: str) -> None:
        """Let a range begin here, without choosing anything."""
        self._anchor = key

    def choose(self, keys: Iterable[str], anchor: str | None = None) -> None:
        """Choose exactly these."""
        chosen = dict.fromkeys(keys)
        if anchor is not None:
            self._anchor = anchor
        if tuple(chosen) != tuple(self._keys):
            self._keys = chosen
            self.changed.emit()

    def toggle(self, key: str) -> None:
        """Add a card or take it out."""
        rest = [each for each in self._keys if each != key]
        self.choose(rest if key in self._keys else [*self._keys, key], key)

    def clear(self) -> None:
        """Choose nothing."""
        self.choose(())

    def keep(self, existing: Iterable[str]) -> None:
        """Forget cards that are no longer there."""
        there = frozenset(existing)
        self.choose(key for key in self._keys if key in there)
