"""Every change of a plan raises its version, so that calendars that know it take the change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from planner.actions.exports.wanted import Format
from planner.actions.imports.files import Becomes, review, save
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.plans import (
    PlanForm,
    change_plan,
    let_go,
    move_plan,
    moved_by_days,
    moved_in_day,
    plan_conversation,
)
from planner.domain.channels import Channel
from planner.library import Library
from tests.actions.export_library import exported
from tests.conftest import NOW, TODAY

DAY = date(2026, 9, 17)


@pytest.fixture
def ana(library: Library) -> int:
    form = PersonForm(name="Ana", points=(Point(kind="email", value="ana@x.example"),))
    return add_person(library, form, today=TODAY)


@pytest.fixture
def form(ana: int) -> PlanForm:
    return PlanForm(people=(ana,), day=DAY, starts=time(12, 30), minutes=45, purpose="Lunch")


@pytest.fixture
def plan(library: Library, form: PlanForm) -> int:
    return plan_conversation(library, form, today=TODAY)


def version(library: Library, plan: int) -> int:
    found: int = library.value("SELECT sequence FROM plan WHERE id = ?", (plan,))
    return found


@pytest.mark.parametrize(
    "act",
    [
        lambda library, plan: move_plan(library, plan, DAY, time(13), today=TODAY),
        lambda library, plan: moved_by_days(library, plan, 1, today=TODAY),
        lambda library, plan: moved_in_day(library, plan, 15, today=TODAY),
        let_go,
    ],
)
def test_a_move_and_letting_go_raise_it(
    library: Library, plan: int, act: Callable[[Library, int], object]
) -> None:
    act(library, plan)
    assert version(library, plan) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"day": DAY + timedelta(days=1)},
        {"starts": None},
        {"minutes": 30},
        {"channel": Channel.CALL},
        {"purpose": "Dinner"},
        {"place": "Café Elbe"},
    ],
)
def test_every_field_of_the_form_raises_it(
    library: Library, plan: int, form: PlanForm, change: dict[str, object]
) -> None:
    change_plan(library, plan, replace(form, **change), today=TODAY)  # type: ignore[arg-type]
    assert version(library, plan) == 1


def test_other_people_raise_it(library: Library, plan: int, form: PlanForm) -> None:
    rui = add_person(library, PersonForm(name="Rui"), today=TODAY)
    change_plan(library, plan, replace(form, people=(*form.people, rui)), today=TODAY)
    assert version(library, plan) == 1


def test_the_same_form_again_changes_nothing(library: Library, plan: int, form: PlanForm) -> None:
    steps = len(library.history())
    change_plan(library, plan, form, today=TODAY)
    move_plan(library, plan, DAY, time(12, 30), today=TODAY)
    assert (version(library, plan), len(library.history())) == (0, steps)


def test_a_plan_that_went_out_is_known_again(library: Library, plan: int, ana: int, tmp_path: Path) -> None:
    path = tmp_path / "plans.ics"
    exported(library, path, Format.ICAL)
    found = review(library, [path], today=TODAY, now=NOW)
    assert [event.becomes for event in found.events] == [Becomes.ALREADY]
    assert save(library, found, now=NOW).nothing


def test_a_plan_moved_in_a_calendar_moves_here(library: Library, plan: int, tmp_path: Path) -> None:
    path = tmp_path / "plans.ics"
    exported(library, path, Format.ICAL)
    path.write_text(
        path.read_text("utf-8").replace("20260917T12", "20260918T15").replace("20260917T13", "20260918T16")
    )
    found = review(library, [path], today=TODAY, now=NOW)
    assert [event.becomes for event in found.events] == [Becomes.CHANGED]
    save(library, found, now=NOW)
    row = library.row("SELECT day, starts, minutes, sequence, status FROM plan")
    assert row == ("2026-09-18", "15:30", 45, 1, "open")
    assert library.value("SELECT count(*) FROM plan") == 1
    exported(library, tmp_path / "again.ics", Format.ICAL)
    again = (tmp_path / "again.ics").read_text("utf-8")
    assert again.count("BEGIN:VEVENT") == 1
    assert "SEQUENCE:1" in again
    assert review(library, [path], today=TODAY, now=NOW).events_of(Becomes.ALREADY)


def test_a_plan_without_a_time_that_went_out_keeps_its_length(
    library: Library, ana: int, tmp_path: Path
) -> None:
    plan_conversation(library, PlanForm(people=(ana,), day=DAY, minutes=90), today=TODAY)
    path = tmp_path / "plans.ics"
    exported(library, path, Format.ICAL)
    assert review(library, [path], today=TODAY, now=NOW).events_of(Becomes.ALREADY)
    path.write_text(path.read_text("utf-8").replace("20260917", "20260921").replace("20260918", "20260922"))
    save(library, review(library, [path], today=TODAY, now=NOW), now=NOW)
    assert library.row("SELECT day, starts, minutes FROM plan") == ("2026-09-21", None, 90)


def test_a_card_that_went_out_is_known_again_under_another_name(
    library: Library, ana: int, tmp_path: Path
) -> None:
    path = tmp_path / "ana.vcf"
    exported(library, path, Format.VCARD)
    path.write_text(path.read_text("utf-8").replace("Ana", "Anna Luisa").replace("ana@x", "anna@y"))
    (person,) = review(library, [path], today=TODAY, now=NOW).people
    assert person.matched == ana
