"""The review on a screen of its own, two files for it, and people who are known before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.ui.desk import Desk
from planner.ui.review.view import ReviewScreen
from tests.conftest import TODAY
from tests.ui.review_files import (
    ANA,
    RUI,
    YUSUF,
    address_book,
    calendar,
    card,
    meeting,
)

Clock = Callable[[], datetime]


def review_screen(qtbot: QtBot, desk: Desk) -> ReviewScreen:
    """The review of an import, shown and still empty."""
    made = ReviewScreen(desk)
    qtbot.addWidget(made)
    made.resize(1130, 900)
    made.show()
    return made


def both_files(tmp_path: Path) -> tuple[Path, Path]:
    """Two people; a lunch with one of them, a dinner ahead with both, an hour with a stranger."""
    return (
        address_book(
            tmp_path,
            card(*ANA, role="Buyer", organisation="Contoso", phone="+351 910 000 000"),
            card(*RUI, organisation="Contoso"),
        ),
        calendar(
            tmp_path,
            meeting("lunch", "20260910T110000Z", "Lunch", ANA),
            meeting("dinner", "20260917T180000Z", "Dinner", ANA, RUI),
            meeting("port", "20260903T080000Z", "Port talks", YUSUF),
        ),
    )


def add(desk: Desk, form: PersonForm) -> int:
    """Add a person before anything is imported."""
    return add_person(desk.library, form, today=TODAY)
