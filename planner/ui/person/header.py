"""The head of a person's page: who it is, how things stand, and what can be done."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.actions.person_details import Detail
from planner.domain import words
from planner.domain.rhythm import State
from planner.queries.person import PersonPage
from planner.ui.desk import Desk
from planner.ui.keys import follow
from planner.ui.menus import command_menu
from planner.ui.person.as_person_panel import Details
from planner.ui.person.photo_button import PhotoButton
from planner.ui.person.stream_words import they_word
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import RingSwatch
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.in_place import InPlace, Write
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.state_shape import StateLabel
from planner.ui.widgets.text_button import TextButton

_BACK = 6
"""How far the arrow stands from the edges."""
_SENTENCE = 210
"""The widest that what is wrong with a fact may be, so that the name keeps its room."""
_MENU = (
    "message",
    "brief",
    "edit",
    "promise",
    "note",
    "reflect",
    "rest",
    "end_rest",
    "rhythm",
    "layer",
    "tag",
    "-",
    "merge",
    "archive",
    "unarchive",
    "export_people",
    "about",
    "remove",
)


class PersonHeader(QWidget):
    """Shows one person at a time, to be changed in place. `back_wanted` when the small arrow is clicked."""

    back_wanted = Signal()

    def __init__(self, desk: Desk, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "head")
        self._desk = desk
        theme = desk.theme
        self._details = details
        self._page: PersonPage | None = None
        self.avatar = PhotoButton(desk, self)
        self.name = InPlace(
            theme, "Name", details.writes(Detail.NAME), role="display", colour="ink", wrap=False
        )
        self.state = StateLabel(theme, State.NO_RHYTHM, "")
        self.role = InPlace(
            *(theme, "Role", details.writes(Detail.ROLE)),
            role="subtitle",
            empty="Role not known yet",
            wrap=False,
        )
        self.organisation = InPlace(
            *(theme, "Organisation", details.writes(Detail.ORGANISATION)),
            role="subtitle",
            empty="Organisation not known yet",
            wrap=False,
        )
        self._swatch_place = QHBoxLayout()
        self.layer = TextButton(theme, "", "subtitle", "ink2")
        self.rhythm = self._fact_field("Rhythm", details.write_rhythm)
        self.place = self._fact_field("City and time zone", details.write_place)
        self.likes = self._fact_field("How they like to talk", details.writes(Detail.LIKES_TO_TALK))
        self.likes.part = "likes to talk"
        self.facts = [Fact(theme, each) for each in (self.rhythm, self.place, self.likes)]
        self.log = KeyButton(theme, "Log")
        self.plan = KeyButton(theme, "Plan")
        self.brief = Button(theme, "Meeting brief", "primary", icon="note")
        self.more = IconButton(theme, "more", "More about this person")
        follow(desk.keys, "log", self.log.show_keys)
        follow(desk.keys, "plan", self.plan.show_keys)
        self.back = IconButton(theme, "left", "Back", keys="Esc", size=24, colour="ink3")
        self.back.setParent(self)
        self._arrange()
        self.back.move(_BACK, _BACK)
        self.back.raise_()
        self._connect()

    def show_page(self, page: PersonPage) -> None:
        """Show a person."""
        self._page = page
        standing = page.standing
        self.avatar.show_page(page)
        self.name.show_value(standing.name)
        if page.archived:
            self.state.show_state(State.NO_RHYTHM, "Archived")
        else:
            self.state.show_state(standing.state, long_state(standing.state_words))
        comma = "," if standing.role and standing.organisation else ""
        self.role.show_value(standing.role, f"{standing.role}{comma}")
        self.organisation.show_value(standing.organisation)
        self._show_layer(standing.hue, standing.layer)
        self._show_facts()
        self._place_facts()

    def menu_subject(self) -> Subject:
        """The person that the buttons act on."""
        return Subject(people=(self._page.standing.person_id,)) if self._page else Subject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts below the name where the width is short."""
        super().resizeEvent(event)
        self._place_facts()

    def _show_layer(self, hue: str, layer: str) -> None:
        while (item := self._swatch_place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if layer:
            self._swatch_place.addWidget(RingSwatch(self._desk.theme, hue))
        self.layer.show_words(
            layer or "No layer yet", "ink2" if layer else "ink3", f"Layer: {layer or 'not known yet'}"
        )

    def _show_facts(self) -> None:
        if self._page is None:
            return
        page, now = self._page, self._desk.now
        told = (rhythm_fact(page), place_fact(page, now), likes_fact(page))
        for fact, (_, caption) in zip(self.facts, told, strict=True):
            fact.show_caption(caption)
        self.rhythm.show_value(*rhythm_value(page), label=f"Rhythm, {told[0][1].lower()}")
        typed = ", ".join(each for each in (page.standing.city, page.zone) if each)
        self.place.show_value(typed, told[1][0])
        self.likes.show_value(page.likes_to_talk, label=likes_caption(page))

    def _place_facts(self) -> None:
        below = self._needed() > self.width()
        wanted = self._below if below else self._beside
        for place, fact in enumerate(self.facts):
            if wanted.indexOf(fact) < 0:
                wanted.insertWidget(place, fact, 0, Qt.AlignmentFlag.AlignTop)
        self._below.setContentsMargins(0, 8 if below else 0, 0, 0)

    def _needed(self) -> int:
        """The width that everything takes side by side."""
        second = sum(each.sizeHint().width() for each in (self.role, self.organisation, self.layer)) + 46
        first = self.name.sizeHint().width() + self.state.sizeHint().width() + 10
        facts = sum(fact.sizeHint().width() + 26 for fact in self.facts)
        doing = (self.log, self.plan, self.brief, self.more)
        buttons = sum(each.sizeHint().width() + 6 for each in doing)
        return self.avatar.width() + max(first, second) + facts + buttons + 100

    def _measure(self) -> None:
        self.avatar.updateGeometry()
        self._place_facts()

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.name, 0)
        first.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(self.role)
        second.addWidget(self.organisation)
        second.addSpacing(12)
        second.addLayout(self._swatch_place)
        second.addSpacing(4)
        second.addWidget(self.layer)
        second.addStretch(1)
        self._below = QHBoxLayout()
        self._below.setSpacing(26)
        self._below.addStretch(1)
        who = QVBoxLayout()
        who.setContentsMargins(0, 2, 0, 0)
        who.setSpacing(1)
        who.addLayout(first)
        who.addLayout(second)
        who.addLayout(self._below)
        who.addStretch(1)
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(0, 6, 0, 0)
        self._beside.setSpacing(26)
        for fact in self.facts:
            self._beside.addWidget(fact)
        doing = QHBoxLayout()
        doing.setContentsMargins(10, 5, 0, 0)
        doing.setSpacing(6)
        for button in (self.log, self.plan, self.brief, self.more):
            doing.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 20, 8)
        row.setSpacing(16)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(who, 1)
        for side in (self._beside, doing):
            column = QVBoxLayout()
            column.addLayout(side)
            column.addStretch(1)
            row.addLayout(column)

    def _connect(self) -> None:
        desk = self._desk
        self.log.clicked.connect(lambda: desk.command_wanted.emit("log", self.menu_subject()))
        self.plan.clicked.connect(lambda: desk.command_wanted.emit("plan", self.menu_subject()))
        self.brief.clicked.connect(lambda: desk.command_wanted.emit("brief", self.menu_subject()))
        self.more.clicked.connect(self._open_menu)
        self.back.clicked.connect(self.back_wanted)
        self.layer.clicked.connect(self._choose_layer)
        desk.theme.changed.connect(self._measure)
        self._measure()
        clock = QTimer(self)
        clock.setInterval(20_000)
        clock.timeout.connect(self._show_facts)
        clock.start()

    def menu_ids(self) -> tuple[str, ...]:
        """The commands that make sense for this person now."""
        page = self._page
        resting = page is not None and page.standing.state is State.RESTING
        archived = page is not None and page.archived
        senseless = {"rest" if resting else "end_rest", "archive" if archived else "unarchive"}
        return tuple(each for each in _MENU if each not in senseless)

    def _fact_field(self, label: str, write: Write) -> InPlace:
        return InPlace(self._desk.theme, label, write, role="button", colour="ink", wrap=False)

    def _choose_layer(self) -> None:
        from planner.ui.person.layer_menu import drop_below, layer_menu

        if self._page is not None:
            drop_below(layer_menu(self._desk, self._details, self._page.layer_id, self.layer), self.layer)

    def _open_menu(self) -> None:
        menu = command_menu(self._desk, self.menu_ids(), self.menu_subject(), self)
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))
        menu.deleteLater()


class Fact(QWidget):
    """A fact with what it is in small below."""

    def __init__(self, theme: Theme, shown: InPlace) -> None:
        super().__init__()
        self._shown = shown
        self._caption = StyledLabel(theme, "", "caption", "ink3")
        shown.problem.setMaximumWidth(theme.px(_SENTENCE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(shown)
        column.addWidget(self._caption)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> tuple[str, str]:
        """The fact and its caption."""
        return self._shown.text.text(), self._caption.text()

    def show_caption(self, caption: str) -> None:
        """Say what the fact is."""
        self._caption.setText(caption)
        self._caption.updateGeometry()


class KeyButton(Button):
    """A button that shows its key, where it has one."""

    def __init__(self, theme: Theme, text: str) -> None:
        self._keys = ""
        super().__init__(theme, text)

    def show_keys(self, keys: str) -> None:
        """Show these keys, '' for none."""
        self._keys = keys
        self.follow_theme()
        self.update()

    def follow_theme(self) -> None:
        """Keep room for the key at the right."""
        super().follow_theme()
        room = keycap_size(self.theme, self._keys).width() + 11 + 8 if self._keys else 11
        self.setStyleSheet(f"padding-right: {room}px;")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then its key."""
        super().paintEvent(event)
        if not self._keys:
            return
        cap = keycap_size(self.theme, self._keys)
        painter = QPainter(self)
        place = QRectF(
            self.width() - cap.width() - 11, (self.height() - cap.height()) / 2, cap.width(), cap.height()
        )
        paint_keycap(painter, place, self._keys, self.theme)
        painter.end()


def long_state(state_words: str) -> str:
    """'Due in 2 d' as 'Due in 2 days'."""

    def spelled(found: re.Match[str]) -> str:
        return words.count(int(found[1]), "day")

    return re.sub(r"(\d+) d\b", spelled, state_words)


def rhythm_fact(page: PersonPage) -> tuple[str, str]:
    """'Every 4 weeks', and whose choice it is."""
    days = page.standing.rhythm_days
    if not days:
        return "No rhythm yet", "T chooses one"
    if page.standing.mending is not None:
        return words.rhythm_words(days), "While you mend trust"
    if page.own_rhythm_days:
        return words.rhythm_words(days), "Rhythm you chose"
    return words.rhythm_words(days), "Rhythm of the layer" if page.layer_id else "To begin with; T changes it"


def rhythm_value(page: PersonPage) -> tuple[str, str]:
    """What the rhythm is typed as, and how it is told; while trust is mended, what is typed is one's own."""
    told = rhythm_fact(page)[0]
    days = page.standing.rhythm_days if page.standing.mending is None else page.own_rhythm_days
    return words.rhythm_words(days) if days else "", told


def place_fact(page: PersonPage, now: datetime) -> tuple[str, str]:
    """'07:20, Zurich', and how far that is from your own time; the city alone where no zone is known."""
    there = local_now(page.zone, now)
    city = page.standing.city or page.zone.rpartition("/")[2].replace("_", " ")
    if there is None:
        return city, "Local time not known yet" if city else "City and local time"
    return f"{there:%H:%M}, {city}", apart_words(there, now)


def local_now(zone: str, now: datetime) -> datetime | None:
    """This moment in a zone; None where the zone is not known."""
    try:
        return now.astimezone(ZoneInfo(zone)) if zone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def apart_words(there: datetime, now: datetime) -> str:
    """'Same time as you', '6 h behind you', '5 h 30 ahead of you'."""
    apart = (there.utcoffset() or timedelta()) - (now.utcoffset() or timedelta())
    minutes = round(apart.total_seconds() / 60)
    if not minutes:
        return "Same time as you"
    return f"{words.length(abs(minutes))} {'ahead of' if minutes > 0 else 'behind'} you"


def likes_fact(page: PersonPage) -> tuple[str, str]:
    """How the person likes to talk, and that this is what it is."""
    return page.likes_to_talk, likes_caption(page)


def likes_caption(page: PersonPage) -> str:
    """'How she likes to talk'."""
    return f"How {they_word(page)} likes to talk"
