"""The first people of a table as they would come in, painted anew after every choice."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from planner.actions.imports.columns import PersonDraft, PointKind
from planner.domain.names import initials
from planner.domain.typed import birthday_words
from planner.ui import icons
from planner.ui.review.columns.paint import HEAD
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.text import draw_line, draw_text, lines
from planner.ui.widgets.themed import ThemedWidget

_PAD, _GAP, _AVATAR, _ICON = 14, 10, 34, 13
_ICONS = {PointKind.EMAIL: "mail", PointKind.PHONE: "phone", PointKind.ADDRESS: "pin", PointKind.LINK: "link"}
_MOST_FACTS = 6
HEADING = "The first people, as they would come in"
_NOBODY = "Nobody yet. Say which column holds the names, or the e-mail addresses."


class PeoplePreview(ThemedWidget):
    """A sheet of people; what does not fit is not shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._people: tuple[PersonDraft, ...] = ()
        self.setMinimumWidth(theme.px(220))

    def show_people(self, people: tuple[PersonDraft, ...]) -> None:
        """Show others."""
        self._people = people
        said = ". ".join(", ".join((each.name, *(text for _, text in facts(each)))) for each in people)
        self.setAccessibleName(HEADING)
        self.setAccessibleDescription(said or _NOBODY)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.theme.palette
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        head = self.theme.px(HEAD)
        line = head / 2 - self.theme.line("caption") / 2
        draw_text(painter, _PAD, line, HEADING, "caption", self.theme, palette.ink3, self.width() - 2 * _PAD)
        painter.fillRect(QRectF(1, head - 1, self.width() - 2, 1), palette.line)
        top = float(head + _PAD - 2)
        if not self._people:
            self._paint_nobody(painter, top)
        for number, person in enumerate(self._people):
            height = self._height(person)
            if number and top + height > self.height() - _PAD:
                break
            if number:
                painter.fillRect(QRectF(1, round(top - _GAP / 2) - 1, self.width() - 2, 1), palette.line)
            self._paint_person(painter, person, top + (_GAP / 2 if number else 0))
            top += height + _GAP + (_GAP / 2 if number else 0)
        painter.end()

    def _paint_nobody(self, painter: QPainter, top: float) -> None:
        theme = self.theme
        for line in lines(theme, _NOBODY, "body", self.width() - 2 * _PAD, 4):
            draw_line(painter, _PAD, top, line, "body", theme, theme.palette.ink3)
            top += theme.line("body")

    def _height(self, person: PersonDraft) -> float:
        theme = self.theme
        about = theme.line("caption") + 1 if about_of(person) else 0
        shown = len(list(facts(person)))
        return max(theme.px(_AVATAR), theme.line("name") + about) + shown * (theme.line("why") + 2) + 4

    def _paint_person(self, painter: QPainter, person: PersonDraft, top: float) -> None:
        theme, palette = self.theme, self.theme.palette
        size = theme.px(_AVATAR)
        paint_avatar(painter, QRectF(_PAD, top, size, size), initials(person.name), "", palette)
        left, width = _PAD + size + 11, self.width() - size - 2 * _PAD - 11
        about = about_of(person)
        height = theme.line("name") + (theme.line("caption") + 1 if about else 0)
        y = top + max(0.0, (size - height) / 2)
        draw_text(painter, left, y, person.name, "name", theme, palette.ink, width)
        if about:
            draw_text(painter, left, y + theme.line("name") + 1, about, "caption", theme, palette.ink3, width)
        y = top + max(size, height) + 4
        icon = theme.px(_ICON)
        for name, text in facts(person):
            middle = y + theme.line("why") / 2
            icons.draw(painter, QRectF(left, round(middle - icon / 2), icon, icon), name, palette.ink3)
            draw_text(painter, left + icon + 7, y, text, "why", theme, palette.ink2, width - icon - 7)
            y += theme.line("why") + 2


def about_of(person: PersonDraft) -> str:
    """What somebody does, and where."""
    return ", ".join(filter(None, (person.role or person.department, person.organisation)))


def facts(person: PersonDraft) -> Iterator[tuple[str, str]]:
    """Everything else that comes in with somebody: the name of an icon, and words."""
    found = [
        *((_ICONS[point.kind], _labelled(point.value, point.label)) for point in person.points),
        *([("pin", person.city)] if person.city and not _has_address(person) else []),
        *([("event", f"Birthday {birthday_words(person.birthday)}")] if person.birthday else []),
        *([("flag", ", ".join(person.tags))] if person.tags else []),
        *([("note", person.note.replace("\n", " "))] if person.note else []),
        *([("copy", f"Kept for export: {len(person.kept)} more")] if person.kept else []),
    ]
    yield from found[:_MOST_FACTS]


def _has_address(person: PersonDraft) -> bool:
    return any(point.kind is PointKind.ADDRESS for point in person.points)


def _labelled(value: str, label: str) -> str:
    return f"{value}, {label}" if label else value
