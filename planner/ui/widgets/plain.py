"""Tooltips and accessible words as plain text: a name that looks like HTML is shown letter by letter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def plain_tooltip(text: str) -> str:
    """The text in a form that Qt's tooltips show literally."""
    if not any(mark in text for mark in "<>&"):
        return text
    from html import escape  # rare, and html brings a table of all its entities

    return f"<qt>{escape(text)}</qt>"


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that is never read as markup."""
    widget.setToolTip(plain_tooltip(text))
