"""The list of days that P opens: two weeks, each with how full it is and the time it proposes."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.actions import people, plans, several
from planner.actions.plans import PlanForm
from planner.domain import week, words
from planner.domain.channels import Channel
from planner.queries import forms
from planner.queries.free_times import free_starts, usual_channels
from planner.ui.desk import Desk
from planner.ui.dialogs.any_day_dialog import AnyDayDialog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.plan_dialog import PlanDialog, room_words
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.widgets import veil
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.segment import Choice, Segment
from planner.ui.widgets.text import draw_text, one_line

DAYS = 14
ANOTHER = "Another day…"
_ROW = 34
_EACH = "each"
_ROLE = Qt.ItemDataRole.UserRole


class DayList(Dialog):
    """Digits choose the first nine days, letters the next weekday of that name, arrows and Enter any.

    Choosing plans 30 minutes at the proposed time, or moves the subject's plan, and closes. For several
    people E changes between one conversation with all and one with each; of several cards each is planned or
    moved for itself, one after the other.
    """

    def __init__(self, desk: Desk, subject: Subject, parent: QWidget | None, moving: bool = False) -> None:
        self._subject, self._moving = subject, moving and bool(subject.plan_id)
        self._alone = _without_plan(desk, subject) if len(subject.people) > 1 else ()
        self._names = desk.do(lambda: people.names_in_a_row(desk.library, subject.people)) or ""
        self._conversations = words.count(len(self._alone) + len(subject.plans), "conversation")
        self._moves = self._moving or (subject.several and not self._alone)
        super().__init__(desk, "", parent, primary="Move" if self._moves else "Plan", width=440)
        self._minutes = week.DEFAULT_MINUTES
        self._rooms = forms.days_ahead(desk.library, desk.today, DAYS)
        self._starts = self._proposed()
        self.list = _Days(self)
        self.list.setItemDelegate(_DayDelegate(desk.theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill()
        asks = len(self._alone) > 1 and not (self._moving or subject.plans)
        self.each = self._each_or_all() if asks else None
        self._entitle()
        self.list.itemActivated.connect(lambda _item: self.save())
        self.list.itemClicked.connect(lambda _item: self.save())
        self.body.addWidget(self.list)
        self.list.setCurrentRow(self._first_row())
        self.list.setFocus()

    @property
    def rows(self) -> list[str]:
        """What the rows say."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def save(self) -> None:
        """Plan on the chosen day, move there, or open the whole form."""
        row = self.list.currentRow()
        if row >= len(self._rooms):
            self._another_day()
        elif row >= 0:
            self._choose(self._rooms[row].day, self._starts[row])

    def _choose(self, day: date, starts: time) -> None:
        library, today = self.desk.library, self.desk.today
        when = f"{words.long_weekday(day)} {words.short_day(day, today)}, {starts:%H:%M}"
        if self._for_each:
            self.try_to(lambda: self._place_all(day), self._all_said(day))
        elif self._moving:
            plan_id = self._subject.plan_id
            self.try_to(
                lambda: plans.move_plan(library, plan_id, day, starts, today=today),
                f"Moved {self._names} to {when}",
            )
        else:
            channel = usual_channels(library, self._subject.people[:1]).values()
            form = PlanForm(
                people=self._subject.people,
                day=day,
                starts=starts,
                minutes=self._minutes,
                channel=next(iter(channel), Channel.IN_PERSON),
            )
            said = f"Planned {self._names} for {when}"
            self.try_to(lambda: plans.plan_conversation(library, form, today=today), said)

    @property
    def _for_each(self) -> bool:
        """Whether each is planned or moved for itself."""
        return self._subject.several if self.each is None else self.each.current == _EACH

    def _place_all(self, day: date) -> object:
        library, now = self.desk.library, self.desk.now
        return several.all_on_day(library, self._alone, self._subject.plans, day, now=now)

    def _all_said(self, day: date) -> str:
        verb, to = ("Planned", "for") if self._alone else ("Moved", "to")
        on = f"{words.long_weekday(day)} {words.short_day(day, self.desk.today)}"
        return f"{verb} {self._conversations} {to} {on}"

    def _entitle(self) -> None:
        whom = self._conversations if self._for_each else self._names
        said = f"Move {whom} to" if self._moves else f"Plan {whom} on"
        self.title.setText(said)
        self.setWindowTitle(veil.shown(said))
        self.setAccessibleName(said)

    def _each_or_all(self) -> Segment:
        """The choice between one conversation with all of them and one with each."""
        choices = [Choice(key="all", words="One conversation"), Choice(key=_EACH, words="One with each")]
        segment = Segment(self.desk.theme, choices, self)
        if self._subject.several:
            segment.choose(_EACH)
        segment.chosen.connect(self._each_chosen)
        self.body.addWidget(segment, 0, Qt.AlignmentFlag.AlignLeft)
        return segment

    def _each_chosen(self) -> None:
        self._entitle()
        self.list.setFocus()

    def change_each(self) -> bool:
        """Change between one conversation with all and one with each; False where there is nothing to."""
        if self.each is None:
            return False
        self.each.choose("all" if self.each.current == _EACH else _EACH)
        self._entitle()
        return True

    def _another_day(self) -> None:
        self.reject()
        if self._for_each:
            title = f"{self.primary.text()} {self._conversations}"
            AnyDayDialog(self.desk, title, self._place_all, self._all_said, self.parentWidget()).exec()
            return
        plan_id = self._subject.plan_id if self._moving else 0
        day = self.desk.today + timedelta(days=DAYS)
        PlanDialog(self.desk, self._subject, self.parentWidget(), day=day, plan_id=plan_id).exec()

    def _proposed(self) -> list[time]:
        """A time for each day: the plan's own while moving, else the free one."""
        if self._moving:
            plan = self.desk.do(lambda: forms.plan_facts(self.desk.library, self._subject.plan_id))
            if plan is not None:
                self._minutes = plan.minutes
                if plan.starts is not None:
                    return [plan.starts] * len(self._rooms)
        return [
            free_starts(self.desk.library, room.day, (self._minutes,), now=self.desk.now)[0]
            for room in self._rooms
        ]

    def _fill(self) -> None:
        for place, room in enumerate(self._rooms):
            day = words.day_words(room.day, self.desk.today)
            near = {0: "Today", 1: "Tomorrow"}.get(place, "")
            text = f"{day}, {room_words(room)}, at {self._starts[place]:%H:%M}"
            item = QListWidgetItem(f"{near}, {text}" if near else text)
            after = room.planned_minutes + self._minutes
            over = bool(room.set_aside_minutes) and after > room.set_aside_minutes
            item.setData(_ROLE, (day, near, room_words(room), f"{self._starts[place]:%H:%M}", place, over))
            self.list.addItem(item)
        another = QListWidgetItem(ANOTHER)
        another.setData(_ROLE, (ANOTHER, "", "", "", -1, False))
        self.list.addItem(another)

    def _first_row(self) -> int:
        """The first working day with room; tomorrow where none has."""
        for row, room in enumerate(self._rooms):
            fits = room.planned_minutes + self._minutes <= room.set_aside_minutes
            if row and fits and room.day.weekday() < 5:
                return row
        return 1


def _without_plan(desk: Desk, subject: Subject) -> tuple[int, ...]:
    """Those of several people who have none of the plans that are meant."""
    planned = {who for plan_id in subject.plans for who in plans.people_of(desk.library, plan_id)}
    return tuple(who for who in subject.people if who not in planned)


class _Days(QListWidget):
    """Reads digits as rows and letters as weekdays."""

    def __init__(self, dialog: DayList) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._typed = ""
        self.setAccessibleName("Days")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def sizeHint(self) -> QSize:
        """All rows where the window has room for them."""
        return QSize(300, self.count() * self._dialog.desk.theme.px(_ROW) + 4)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(200, min(self.sizeHint().height(), self._dialog._most() - 150))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().casefold()
        if text.isdecimal() and text != "0" and int(text) <= self.count():
            self.setCurrentRow(int(text) - 1)
            self._dialog.save()
        elif text == "e" and self._dialog.change_each():
            return
        elif text.isalpha():
            self._type_ahead(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._dialog.save()
        else:
            super().keyPressEvent(event)

    def _type_ahead(self, letter: str) -> None:
        """Go to the next day whose weekday begins with the letters typed since the last miss."""
        for typed in (self._typed + letter, letter):
            for step in range(1 if len(typed) == 1 else 0, self.count() + 1):
                row = (self.currentRow() + step) % self.count()
                if self._names(row, typed):
                    self._typed = typed
                    self.setCurrentRow(row)
                    return
        self._typed = ""

    def _names(self, row: int, typed: str) -> bool:
        day, near, *_ = self.item(row).data(_ROLE)
        rooms = self._dialog._rooms
        names = [near, words.long_weekday(rooms[row].day) if row < len(rooms) else day]
        return any(name.casefold().startswith(typed) for name in names if name)


class _DayDelegate(QStyledItemDelegate):
    """Digit, day, how full, and the time at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        day, near, room, starts, place, over = index.data(_ROLE)
        theme, palette = self._theme, self._theme.palette
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(QPen(palette.accent, 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(palette.accent_tint if chosen else palette.hover)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle, left = area.center().y(), area.left() + 10
        if 0 <= place < 9:
            cap = keycap_size(theme, str(place + 1))
            box = QRectF(left, middle - cap.height() / 2, cap.width(), cap.height())
            paint_keycap(painter, box, str(place + 1), theme)
        left += theme.px(30)
        top = middle - theme.line("button") / 2
        width = draw_text(painter, left, top, day, "button", theme, palette.ink)
        small = middle - theme.line("why") / 2
        if near:
            draw_text(painter, left + width + 8, small, near, "why", theme, palette.ink3)
        ink = palette.overdue.ink if over else palette.ink2
        draw_text(painter, left + theme.px(150), small, room, "why", theme, ink)
        end = one_line(theme, starts, "label").width
        draw_text(painter, area.right() - 10 - end, small, starts, "label", theme, palette.ink)
        painter.restore()
