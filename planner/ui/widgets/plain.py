"""Tooltips and accessible words as plain text: a name that looks like HTML is shown letter by letter."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget


def plain_tooltip(text: str) -> str:
    """The text in a form that Qt's tooltips show literally."""
    return f"<qt>{escape(text)}</qt>" if any(mark in text for mark in "<>&") else text


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that is never read as markup."""
    widget.setToolTip(plain_tooltip(text))
