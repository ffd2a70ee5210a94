"""Planning a conversation: the time that is proposed, and the list of days."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel
from planner.library import Library
from planner.queries.forms import plan_facts
from planner.ui.desk import Desk
from planner.ui.dialogs.day_list import ANOTHER, DayList
from planner.ui.dialogs.plan_dialog import PlanDialog
from planner.ui.screen import Subject
from tests.conftest import TODAY
from tests.ui.dialog_hands import bare_window


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    return bare_window(qtbot)


class TestPlan:
    def test_it_proposes_the_free_time_of_the_day(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int, said: list[str]
    ) -> None:
        plan_conversation(
            library,
            PlanForm(people=(luca,), day=date(2026, 9, 17), starts=time(9), minutes=30),
            today=TODAY,
        )
        dialog = PlanDialog(desk, Subject(people=(ana,)), window, day=date(2026, 9, 17))
        assert dialog.form["starts"].value() == time(9, 45)
        dialog.save()
        facts = plan_facts(library, int(library.value("SELECT max(id) FROM plan")))
        assert (facts.people, facts.day, facts.starts) == ((ana,), date(2026, 9, 17), time(9, 45))
        assert said == ["Planned Ana Ferreira for Thursday 17 Sep"]

    def test_another_day_gets_another_proposal_but_a_typed_time_stays(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int
    ) -> None:
        plan_conversation(
            library, PlanForm(people=(luca,), day=date(2026, 9, 18), starts=time(11)), today=TODAY
        )
        dialog = PlanDialog(desk, Subject(people=(ana,)), window, day=date(2026, 9, 17))
        assert dialog.form["starts"].value() == time(9)
        dialog.form["day"].choose(date(2026, 9, 18))  # type: ignore[attr-defined]
        assert dialog.form["starts"].value() == time(11, 45)
        dialog.form["starts"].field.setText("16:00")  # type: ignore[attr-defined]
        dialog.form["day"].choose(date(2026, 9, 17))  # type: ignore[attr-defined]
        assert dialog.form["starts"].value() == time(16)

    def test_the_time_may_stay_open(self, desk: Desk, library: Library, window: QWidget, ana: int) -> None:
        dialog = PlanDialog(desk, Subject(people=(ana,)), window)
        dialog.form["starts"].show_value(None)
        dialog.save()
        assert library.row("SELECT starts FROM plan") == (None,)

    def test_changing_a_plan(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int
    ) -> None:
        plan = plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 17)), today=TODAY)
        dialog = PlanDialog(desk, Subject(people=(ana,)), window, plan_id=plan)
        dialog.form.show_values({"people": (ana, luca), "purpose": "Handover", "channel": Channel.VIDEO})
        dialog.save()
        facts = plan_facts(library, plan)
        assert (set(facts.people), facts.purpose) == ({ana, luca}, "Handover")
        assert (facts.channel, facts.starts) == (Channel.VIDEO, None)


class TestDayList:
    def test_two_weeks_and_another_day(self, desk: Desk, window: QWidget, ana: int) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        assert len(dialog.rows) == 15
        assert dialog.rows[0].startswith("Today, Tue 15 Sep, ")
        assert dialog.rows[2].startswith("Thu 17 Sep, 0 of ")
        assert dialog.rows[2].endswith("at 09:00")
        assert dialog.rows[-1] == ANOTHER

    def test_a_digit_plans_on_that_row(
        self, desk: Desk, library: Library, window: QWidget, ana: int, said: list[str], qtbot: QtBot
    ) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        dialog.show()
        qtbot.keyClicks(dialog.list, "3")
        assert library.row("SELECT day, starts, minutes FROM plan") == ("2026-09-17", "09:00", 30)
        assert said == ["Planned Ana Ferreira for Thursday 17 Sep, 09:00"]
        assert not dialog.isVisible()

    def test_letters_go_to_the_weekday_and_enter_plans(
        self, desk: Desk, library: Library, window: QWidget, ana: int, qtbot: QtBot
    ) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        dialog.show()
        qtbot.keyClicks(dialog.list, "mo")
        assert "Mon 21 Sep" in dialog.list.currentItem().text()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        assert library.value("SELECT day FROM plan") == "2026-09-21"

    def test_moving_keeps_the_time(
        self, desk: Desk, library: Library, window: QWidget, ana: int, said: list[str], qtbot: QtBot
    ) -> None:
        plan = plan_conversation(
            library, PlanForm(people=(ana,), day=date(2026, 9, 17), starts=time(14, 15)), today=TODAY
        )
        dialog = DayList(desk, Subject(people=(ana,), plan_id=plan), window, moving=True)
        dialog.show()
        qtbot.keyClicks(dialog.list, "4")
        assert library.row("SELECT day, starts FROM plan") == ("2026-09-18", "14:15")
        assert said == ["Moved Ana Ferreira to Friday 18 Sep, 14:15"]

    def test_several_people_meet_together_or_each_alone(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int, said: list[str]
    ) -> None:
        count = "SELECT count(*) FROM plan"
        dialog = DayList(desk, Subject(people=(ana, luca)), window)
        assert dialog.each is not None and dialog.each.current == "all"
        QTest.keyClick(dialog.list, Qt.Key.Key_2)
        assert library.value(count) == 1
        dialog = DayList(desk, Subject(people=(ana, luca)), window)
        QTest.keyClick(dialog.list, Qt.Key.Key_E)
        assert dialog.each is not None and dialog.each.current == "each"
        QTest.keyClick(dialog.list, Qt.Key.Key_3)
        assert library.value(count) == 3
        assert said[-1] == "Planned 2 conversations for Thursday 17 Sep"

    def test_one_person_is_not_asked(self, desk: Desk, window: QWidget, ana: int) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        assert dialog.each is None and not dialog.change_each()
