"""Taking the cadence page along: pictures, copies and print; and the menus that offer it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QMenu

from planner.domain import words
from planner.queries.cadence.page import Part
from planner.ui import icons
from planner.ui.cadence.paper import draw_paper
from planner.ui.charts import printing, saving
from planner.ui.charts.panel import ChartPanel
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import copy_table
from planner.ui.commands import BY_ID
from planner.ui.desk import Desk
from planner.ui.widgets import veil

if TYPE_CHECKING:
    from planner.ui.cadence.view import CadenceScreen


class Taking:
    """One per cadence screen, made when something is first taken along."""

    def __init__(self, desk: Desk, screen: CadenceScreen) -> None:
        self._desk, self._screen = desk, screen

    def drawing(self, part: Part | None) -> tuple[saving.Draw, QSize, str]:
        """How to draw a panel, or (None) the one that has the focus, else all; its size and a name."""
        sheet = self._screen.sheet
        found = sheet.focused() if part is None else (part, sheet.panels[part])
        if found is None:
            return sheet.draw, sheet.size(), f"cadence {self._desk.today:%Y-%m-%d}"
        name = f"cadence {found[0]} {self._desk.today:%Y-%m-%d}"
        return found[1].draw, found[1].size(), name

    def save(self, part: Part | None = None) -> None:
        """Ask where to, and save a picture there."""
        draw, size, name = self.drawing(part)
        path = saving.asked_path(self._screen, name)
        if path is not None and self._desk.done(lambda: saving.save_picture(draw, size, path, name)):
            self._desk.said.emit(f"Saved {path.name}", False)

    def copy_picture(self, part: Part | None = None) -> None:
        """Put a picture on the clipboard."""
        draw, size, _name = self.drawing(part)
        saving.copy_picture(draw, size)
        self._desk.said.emit("Copied the picture", False)

    def copy_data(self, part: Part) -> None:
        """Put the same data as lines of cells on the clipboard."""
        copy_table(self._screen.sheet.panels[part].data)
        self._desk.said.emit("Copied the figures", False)

    def print(self, part: Part | None = None) -> None:
        """Ask for a printer, and print one chart, or (None) the page."""
        if self._screen.page is None:
            return
        draw = partial(self.draw_paper, part=part)
        if self._desk.do(lambda: printing.print_page(self._screen.window(), self.title(), draw)):
            self._desk.said.emit("Sent to the printer", False)

    def title(self) -> str:
        """'Cadence, 15 September 2026'."""
        day = self._screen.page.asked.day if self._screen.page else self._desk.today
        return f"Cadence, {day.day} {words.month_title(day)}"

    def draw_paper(self, painter: QPainter, room: QRectF, part: Part | None = None) -> None:
        """Draw the page, or one chart of it, into a sheet of paper."""
        assert self._screen.page is not None
        draw_paper(painter, self._screen.page, self.title(), room, part)

    def menu(self, part: Part, spot: Spot | None) -> QMenu:
        """What can be done with a part of a chart and its people, and with the chart."""
        from planner.ui.people.wishes import people_menu

        screen, panel = self._screen, self._screen.sheet.panels[part]
        people = spot.people if spot is not None else ()
        menu = people_menu(self._desk, people, screen) if len(people) == 1 else QMenu(screen)
        if menu.actions():
            menu.addSeparator()
        if spot is not None and people:
            self._add(menu, f"Show only {spot.name}", "filter", lambda: screen.sheet.chosen.emit(part, spot))
            menu.addSeparator()
        self._offer(menu, part, panel)
        return menu

    def _offer(self, menu: QMenu, part: Part, panel: ChartPanel) -> None:
        shown = "Show as charts" if panel.as_table else "Show as tables"
        self._add(menu, f"{shown}\tShift T", "table", self._screen.toggle_tables)
        self._add(menu, "Copy the figures", "copy", lambda: self.copy_data(part))
        self._add(menu, "Copy as a picture", "copy", lambda: self.copy_picture(part))
        self._add(menu, "Save as a picture …", "download", lambda: self.save(part))
        self._add(menu, "Print this chart …", "print", lambda: self.print(part))
        for own, command in ((Part.ATTENTION, "intend"), (Part.QUIET, "forecasts")):
            if part is own:
                menu.addSeparator()
                known = BY_ID[command]
                self._add(menu, known.words, known.icon, partial(self._screen.do, command))

    def _add(self, menu: QMenu, text: str, icon: str, done: Callable[[], object]) -> None:
        ink = self._desk.theme.palette.ink2
        action = QAction(icons.icon(icon, ink), veil.shown(text).replace("&", "&&"), menu)
        action.triggered.connect(done)
        menu.addAction(action)
