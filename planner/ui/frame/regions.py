"""From region to region with F6: navigation, top bar, head of the page, page, side, bar of the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from planner.ui.window import Window

REGION = "region"
"""The property of a widget that is a region: 'head' goes before what the page shows, 'side' after."""


def go_on(window: Window, step: int) -> None:
    """Give the keyboard to the next region, or with -1 to the one before."""
    regions = [each for each in _regions(window) if _first(each, window) is not None]
    if not regions:
        return
    at = _place(regions, QApplication.focusWidget())
    to = regions[(at + step) % len(regions) if at >= 0 else 0]
    if to is window.pages.currentWidget():
        to.setFocus(Qt.FocusReason.TabFocusReason)
    elif (first := _first(to, window)) is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _regions(window: Window) -> list[QWidget]:
    page = window.pages.currentWidget()
    if page is None:
        return [window.navigation, window.top_bar]
    marked = [each for each in page.findChildren(QWidget) if each.property(REGION) and each.isVisible()]
    heads = [each for each in marked if each.property(REGION) == "head"]
    sides = [each for each in marked if each not in heads]
    return [window.navigation, window.top_bar, *_by_height(heads, page), page, *_by_height(sides, page)]


def _by_height(regions: list[QWidget], page: QWidget) -> list[QWidget]:
    return sorted(regions, key=lambda each: each.mapTo(page, each.rect().topLeft()).y())


def _place(regions: list[QWidget], focus: QWidget | None) -> int:
    """Which region the keyboard is in: the innermost one."""
    while focus is not None:
        if focus in regions:
            return regions.index(focus)
        focus = focus.parentWidget()
    return -1


def _first(region: QWidget, window: Window) -> QWidget | None:
    """What of a region the Tab key comes to first."""
    if region is window.pages.currentWidget():
        return region
    return next((each for each in region.findChildren(QWidget) if _can_have_keys(each)), None)


def _can_have_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
