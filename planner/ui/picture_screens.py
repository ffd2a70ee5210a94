"""Builds the window for a picture: the same window, screens and dialogs that a person uses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from planner.library import Library
from planner.queries.people import recent_people
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.screen import Subject
from planner.ui.start import make_application
from planner.ui.theme import Theme
from planner.ui.wanted_picture import PERSON_SCREENS, SAFE_SCREENS, Wanted
from planner.ui.window import Window

_FIELD = {
    "field": "Lunch with Ana yesterday 1h about Q3 budget; she will send the forecast by Friday",
    "field-find": "budget",
    "field-recent": "",
    "field-help": "?",
}
"""What is typed into the universal field for its pictures."""


def grab(library: Library, wanted: Wanted, clock: Callable[[], datetime]) -> QPixmap:
    """The screen as a picture."""
    application = make_application()
    theme = Theme(
        dark=wanted.dark,
        text_scale=wanted.text_scale,
        reduced_motion=True,
        high_contrast=wanted.high_contrast,
    )
    theme.apply(application)
    desk = Desk(library, theme, clock)
    window = Window(desk, Memory(None))
    window.resize(*wanted.size)
    window.show_first()
    window.show()
    hides = wanted.screen.endswith("-initials")
    if hides:
        window.run("hide_names")
    over = _go(window, wanted)
    _settle()
    if over is None and wanted.screen not in _FIELD and (focused := window.focusWidget()) is not None:
        focused.clearFocus()  # a picture shows the place, not where a keyboard would be
    picture = window.grab()
    if over is not None:
        picture = _over(picture, over, theme)
        over.close()
    if hides:
        window.run("hide_names")
    window.close()
    window.deleteLater()
    desk.close()
    _settle()
    return picture


def _go(window: Window, wanted: Wanted) -> QWidget | None:
    """Go to the screen; a dialog is returned, to be painted over the window."""
    return None if _go_to_place(window, wanted) else _dialog_over(window, wanted)


def _go_to_place(window: Window, wanted: Wanted) -> bool:
    """Show what is a page of the window; whether it is one."""
    screen = wanted.screen
    if screen in ("people", "commitments", "first-run", "import", "trash"):
        window.places.go(screen.replace("-", "_"))
    elif screen in ("month", "lanes"):
        window.run({"month": "month_view"}.get(screen, screen))
    elif screen in ("import-review", "import-people", "import-columns"):
        from planner.ui.picture_import import show_import

        show_import(window, screen)
    elif screen == "person":
        window.places.show_person(_person(window.desk, wanted))
    elif screen in _FIELD:
        window.field.open(window.subject(), _FIELD[screen])
    elif screen.startswith("timeline"):
        _timeline(window, screen)
    elif screen.startswith("people-"):
        _people(window, screen.removeprefix("people-"))
    elif screen == "filter":
        window.places.go("people")
        window.run("filter_choices")
    elif screen in _ON_PAGES:
        _ON_PAGES[screen](window)
    else:
        return False
    return True


def _dialog_over(window: Window, wanted: Wanted) -> QWidget | None:
    """What lies over the window; None for the week, which stands already."""
    screen = wanted.screen
    if screen in ("duplicates", "merge", "erase"):
        from planner.ui.picture_tidy import show_tidy

        return show_tidy(window, screen)
    if screen in SAFE_SCREENS:
        from planner.ui.picture_safe import show_safe

        return show_safe(window, screen)
    if screen in PERSON_SCREENS:
        from planner.ui.picture_person import person_screen

        return person_screen(window, screen, _person(window.desk, wanted))
    if screen in ("about", "brief", "brief-meeting"):
        from planner.ui.picture_papers import paper_dialog

        return paper_dialog(window, screen, _person(window.desk, wanted))
    if screen in ("log", "plan", "initiative", "leave", "edit", "keys", "export", "export-initials"):
        return _dialog(window, screen, _person(window.desk, wanted))
    if screen == "change-keys":
        return _change_keys(window)
    return _captured(window) if screen == "capture" else None


def _captured(window: Window) -> QWidget:
    """The small window for one line."""
    window.capture()
    assert window.captured is not None
    window.captured.body.line.setText(_FIELD["field"])
    return window.captured


def _change_keys(window: Window) -> QWidget:
    """The page of keys, one of them changed and one being chosen."""
    from planner.ui.dialogs.change_keys import ChangeKeys

    window.desk.keys.give("message", "Ctrl+M")
    page = ChangeKeys(window.desk, window)
    page.show()
    page.line.stepped.emit(1)
    page.line.entered.emit()
    return page


def _narrow(window: Window) -> None:
    """Narrow the week by the first saved filter, else by the first state."""
    from planner.ui.board.narrowing import NarrowedScreen

    screen = window.places.go("plan")
    assert isinstance(screen, NarrowedScreen)
    screen.narrowing.toggle()
    chips = screen.narrowing.row.bar.chips
    next(iter((*chips.saved.values(), *chips.states.values()))).click()


def _suggest(window: Window) -> None:
    """Suggest a plan, and wait until it is there."""
    from planner.ui.board.view import WeekScreen

    screen = window.places.screen("plan")
    assert isinstance(screen, WeekScreen)
    waiting = QEventLoop()
    screen.proposing.settled.connect(waiting.quit)
    window.run("suggest")
    if screen.proposing.work.running:
        waiting.exec()


def _timeline(window: Window, screen: str) -> None:
    """The lanes or their table, with the first of the filters that were kept for them."""
    from planner.ui.timeline.view import TimelineScreen

    place = window.places.go("timeline")
    assert isinstance(place, TimelineScreen)
    for chip in list(place.filter_bar.chips.saved.values())[:1]:
        chip.click()
    if screen == "timeline-table":
        place.show_table(True)


def _cadence(window: Window) -> None:
    """Go to the charts, and wait until they are there."""
    from planner.ui.cadence.view import CadenceScreen

    screen = window.places.go("cadence")
    assert isinstance(screen, CadenceScreen)
    waiting = QEventLoop()
    screen.source.asking.settled.connect(waiting.quit)
    if screen.source.busy:
        waiting.exec()


def _people(window: Window, look: str) -> None:
    from planner.domain.filters import OVERDUE_STATES
    from planner.ui.people.look import Look
    from planner.ui.people.sheet import Density
    from planner.ui.people.view import PeopleScreen

    screen = window.places.go("people")
    if isinstance(screen, PeopleScreen) and look == "selected":
        late = {
            each.id for each in window.desk.roster.people(window.desk.today) if each.state in OVERDUE_STATES
        }
        screen.grid.choose([each for each in screen.grid.people if each in late][:2])
    elif isinstance(screen, PeopleScreen):
        screen.see(Look(density=Density(look)))


def _person(desk: Desk, wanted: Wanted) -> int:
    if wanted.person_id is not None:
        return wanted.person_id
    recent = recent_people(desk.library, 1)
    return recent[0].id if recent else 0


def _dialog(window: Window, screen: str, person_id: int) -> QWidget:
    subject = Subject(people=(person_id,) if person_id else ())
    dialog: QWidget
    if screen.startswith("export"):
        from planner.ui.exporting.dialog import ExportDialog

        dialog = ExportDialog(window.desk, Subject(), window)
    elif screen == "keys":
        from planner.ui.dialogs.keys_dialog import KeysDialog

        dialog = KeysDialog(window.desk, window)
    elif screen == "initiative":
        from planner.ui.initiatives.add_dialog import AddToInitiativeDialog

        dialog = AddToInitiativeDialog(window.desk, subject.people, window)
    elif screen == "leave":
        from planner.ui.dialogs.stretches_dialog import LeaveDialog

        dialog = LeaveDialog(window.desk, window)
    elif screen == "log":
        from planner.ui.dialogs.log_dialog import LogDialog

        dialog = LogDialog(window.desk, subject, window)
    elif screen == "plan":
        from planner.ui.dialogs.plan_dialog import PlanDialog

        dialog = PlanDialog(window.desk, subject, window)
    else:
        from planner.ui.dialogs.person_dialog import PersonDialog

        dialog = PersonDialog(window.desk, person_id or None, window)
    dialog.show()
    return dialog


def _over(ground: QPixmap, dialog: QWidget, theme: Theme) -> QPixmap:
    painter = QPainter(ground)
    painter.fillRect(ground.rect(), theme.palette.scrim)
    room = ground.size() / ground.devicePixelRatio() - dialog.size()
    painter.drawPixmap(QPoint(room.width() // 2, max(12, room.height() // 3)), dialog.grab())
    painter.end()
    return ground


def _settle() -> None:
    """Let layouts, late events and deletions happen."""
    for _ in range(6):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_ON_PAGES: dict[str, Callable[[Window], None]] = {
    "narrowed": _narrow,
    "suggest": _suggest,
    "cadence": _cadence,
}
