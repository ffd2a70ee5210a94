"""Tooltips and accessible words as plain text: a name that looks like HTML is shown letter by letter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.plain import calm

_WRAPS_FROM = 90
_MOST = 1_000


def plain_tooltip(text: str) -> str:
    """The text in a form that Qt's tooltips show literally; long ones wrap, and very long ones are cut."""
    told = calm(text if len(text) <= _MOST else f"{text[:_MOST]}…")
    if len(told) <= _WRAPS_FROM and not any(mark in told for mark in "<>&"):
        return told
    from html import escape  # rare, and html brings a table of all its entities

    return f"<qt>{'<br>'.join(escape(told).splitlines())}</qt>"


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that is never read as markup."""
    widget.setToolTip(plain_tooltip(text))
