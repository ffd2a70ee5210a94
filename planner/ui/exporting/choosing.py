"""What is being chosen in the dialog, how much it is, and where it goes by itself. Without Qt."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import date
from pathlib import Path

from planner.actions.exports.wanted import Exported, Format, Wanted
from planner.domain import words
from planner.library import Library
from planner.queries.exports.chosen import in_layers, people_matching
from planner.queries.exports.counts import open_plans, private_conversations
from planner.queries.exports.whole import left_private
from planner.ui.exporting.kinds import BY_KEY, Kind, Options


class Choosing:
    """One export while it is being put together. `selected` are the people chosen in the window before.

    With `initials` it shows no names.
    """

    def __init__(
        self, library: Library, today: date, selected: tuple[int, ...], *, initials: bool = False
    ) -> None:
        self._library = library
        self._today = today
        self.selected = selected
        self.initials = initials
        self.kind: Kind = BY_KEY["cards"]
        self.options = Options()
        self.only_selected = False
        self.layers: set[int] = set()
        self.text = ""

    def take_kind(self, key: str) -> None:
        """Choose what to export, in its first form; private things must be asked for anew."""
        self.kind = BY_KEY[key]
        self.options = Options(format=self.kind.formats[0], alarm_minutes=self.options.alarm_minutes)

    @property
    def is_narrowed(self) -> bool:
        """Whether only some people are meant."""
        return self.only_selected or bool(self.layers) or bool(self.text.strip())

    def people(self) -> tuple[int, ...]:
        """Who is meant. Raises KnownError where the words of the filter cannot be understood."""
        found: Collection[int] = people_matching(self._library, self.text, self._today)
        if self.layers:
            within = in_layers(self._library, self.layers)
            found = [each for each in found if each in within]
        if self.only_selected:
            found = [each for each in found if each in self.selected]
        return tuple(found)

    def wanted(self, *, replace: bool) -> Wanted:
        """The export as chosen."""
        options = self.options
        return Wanted(
            format=options.format,
            people=self.people() if self.is_narrowed else None,
            private=options.private,
            folder=options.folder and bool(self.kind.each),
            replace=replace,
            alarm_minutes=options.alarm_minutes if self.kind.key == "plans" else None,
            let_go=options.let_go and self.kind.key == "plans",
            initials=self.initials,
        )

    def amount(self) -> tuple[int, str]:
        """How many people or plans leave, as a figure and in words."""
        people = self.people()
        if self.kind.key != "plans":
            return len(people), words.count(len(people), "person", "people")
        chosen = people if self.is_narrowed else None
        today = self._today.isoformat()
        number = open_plans(self._library, chosen, let_go=self.options.let_go, today=today)
        return number, words.count(number, "plan")

    @property
    def may_be_private(self) -> bool:
        """Whether anything marked private could be in this export."""
        return self.options.format.is_everything or (self.kind.key == "table" and self.options.folder)

    def private(self) -> int:
        """How many rows are marked private."""
        if self.options.format.is_everything:
            return left_private(self._library)
        return private_conversations(self._library)

    def proposed_path(self, folder: Path) -> Path:
        """A name in this folder that nothing has yet: 'People 2026-09-15.vcf'."""
        ending = "" if self.options.folder and self.kind.each else self.options.format.ending
        how = " with initials" if self.initials else ""
        bare = f"{self.kind.name}{how} {self._today.isoformat()}"
        path, number = folder / f"{bare}{ending}", 2
        while os.path.lexists(path):
            path, number = folder / f"{bare} {number}{ending}", number + 1
        return path


def said(done: Exported, form: Format) -> str:
    """What was exported, for the toast."""
    what = {
        Format.ICAL: words.count(done.number, "plan"),
        Format.JSON: words.count(done.number, "row"),
        Format.SQLITE: "a plain copy",
    }.get(form, words.count(done.number, "person", "people"))
    left = words.count(done.left_private, "private entry", "private entries") if done.left_private else ""
    more = f"; the words of {left} stayed here" if left else ""
    return f"Exported {what} to {done.path.name}{more}"
