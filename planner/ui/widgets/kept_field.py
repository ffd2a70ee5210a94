"""How a field on a page is heard of by whoever keeps what is typed in it."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class KeepsFields(Protocol):
    """Stands above fields and keeps what is typed in them."""

    def keep_field(self, field: Any) -> None:
        """A field was opened."""


def tell_opened(field: QWidget) -> None:
    """Tell the nearest that keeps fields that this one was opened."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, KeepsFields):
        above = above.parentWidget()
    if isinstance(above, KeepsFields):
        above.keep_field(field)
