"""`rapport cadence`, `quiet` and `forecast-check`, typed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.actions.forecast_log import Told, note_forecasts
from planner.actions.people import PersonForm, add_person
from planner.app import main
from planner.cli.json_help import ANSWERS, PARTS
from planner.library import Library
from planner.queries.cadence.everybody import everybody
from planner.queries.cadence.going_quiet import going_quiet
from planner.queries.cadence.person import person_cadence
from planner.queries.people import person_called
from tests.cli.conftest import Terminal
from tests.conftest import NOW, TODAY


def opened(terminal: Terminal) -> Library:
    return Library(terminal.library, clock=lambda: NOW)


def test_one_person_as_text(sample_terminal: Terminal) -> None:
    written = sample_terminal("cadence", "luca", "steiner")
    lines = written.splitlines()
    assert lines[:2] == ["Luca Steiner", "Every 8 weeks, overdue. You talked 71 days ago."]
    assert "If nobody acts, as of Tue 15 Sep (from 6 contacts, fair evidence)" in lines
    assert [line.split()[1] for line in lines if line.startswith("  within")] == ["7", "14", "30", "60"]
    assert "Gaps" in lines and "112 days  missed" in written


def test_one_person_as_json(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("cadence", "Luca Steiner")
    assert set(answer) == set(ANSWERS["cadence"])
    with opened(sample_terminal) as library:
        found = person_cadence(library, person_called(library, "Luca Steiner").id, TODAY)
    assert answer["contacts"] == found.contacts == len(answer["gaps"]) + 1
    assert [each["days"] for each in answer["gaps"]] == [gap.days for gap in found.gaps]
    assert [each["days"] for each in answer["forecast"]] == [7, 14, 30, 60]
    for each, ahead in zip(answer["forecast"], found.ahead, strict=True):
        assert set(each) == set(PARTS["cadence", "forecast"])
        assert each["chance"] == pytest.approx(ahead.by_habit.shown)
        assert (each["n"], each["words"]) == (found.contacts, ahead.by_habit.odds)
    assert all(set(each) == set(PARTS["cadence", "gaps"]) for each in answer["gaps"])


def test_what_is_not_known_is_null(terminal: Terminal) -> None:
    with opened(terminal) as library:
        add_person(library, PersonForm(name="Ana"), today=TODAY)
    answer = terminal.json("cadence", "Ana")
    assert (answer["contacts"], answer["forecast"], answer["gaps"]) == (0, [], [])
    known = {key for key, value in answer.items() if value is not None}
    assert known == {"person", "as_of", "state", "contacts", "habit", "forecast", "gaps"}
    assert "Nothing can be told before the first conversation." in terminal("cadence", "Ana")


def test_who_may_go_quiet(sample_terminal: Terminal) -> None:
    with opened(sample_terminal) as library:
        found = going_quiet(library, everybody(library, TODAY))
    answer = sample_terminal.json("quiet")
    assert set(answer) == set(ANSWERS["quiet"])
    assert [each["person"] for each in answer["likely"]] == [each.name for each in found.likely]
    assert answer["likely_total"] == len(found.likely) > 0
    for each in answer["likely"]:
        assert set(each) == set(PARTS["quiet", "likely"])
        assert each["chance"] >= 0.3 and each["n"] > 0
        assert each["quiet_from"] <= each["quiet_on"] <= each["quiet_until"]
        assert each["chance_low"] <= each["chance_high"]
    written = sample_terminal("quiet")
    assert "may go quiet in the next 30 days if nobody acts" in written.splitlines()[0]
    assert all(each.name in written for each in found.likely)
    assert len(sample_terminal.json("quiet", "--limit", "1")["likely"]) == 1


def test_nobody_goes_quiet(terminal: Terminal) -> None:
    with opened(terminal) as library:
        add_person(library, PersonForm(name="Ana"), today=TODAY)
    assert "nobody is likely to go quiet" in terminal("quiet")


def test_who_is_quiet_longest_comes_first(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("quiet", "--today", "2026-11-10")
    days = [each["quiet_on"] for each in answer["already"]]
    assert days == sorted(days) and all(each["chance"] is None for each in answer["already"])


def test_the_check_is_too_early_at_first(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("forecast-check")
    assert set(answer) == set(ANSWERS["forecast-check"])
    assert answer["too_early"] and answer["brier"] is None and answer["bins"] == []
    assert sample_terminal("forecast-check").startswith("Too early to tell: 0 of 50 forecasts have come due.")


def test_the_check_says_how_forecasts_held_up(sample_terminal: Terminal) -> None:
    with opened(sample_terminal) as library:
        people = [row[0] for row in library.rows("SELECT id FROM person ORDER BY id")]
        for back in (100, 50, 20):
            told = [Told(who, 7, 0.1 + 0.02 * place, True, False) for place, who in enumerate(people)]
            note_forecasts(library, told, TODAY - timedelta(days=back))
        note_forecasts(library, [], TODAY)
    answer = sample_terminal.json("forecast-check")
    assert not answer["too_early"] and answer["forecasts"] == 3 * len(people) == answer["counted"]
    assert all(set(each) == set(PARTS["forecast-check", "bins"]) for each in answer["bins"])
    assert sum(each["forecasts"] for each in answer["bins"]) == answer["forecasts"]
    assert [each["days"] for each in answer["horizons"]] == [7]
    assert set(answer["horizons"][0]) == set(PARTS["forecast-check", "horizons"])
    written = sample_terminal("forecast-check")
    assert "Brier" in written and "a selected part" in written


def test_a_correction_can_be_allowed_and_taken_back(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("forecast-check", "--correct", "on")
    assert (answer["correction_allowed"], answer["correction_slope"]) == (True, 1.0)
    assert "none is proven to help" in sample_terminal("forecast-check")
    sample_terminal("forecast-check", "--correct", "off")
    assert sample_terminal.json("forecast-check")["correction_allowed"] is False
    assert "Take the correction of forecasts back" in sample_terminal("undo")


def noted(library: Path) -> int:
    with Library(library, clock=lambda: NOW) as found:
        return int(found.value("SELECT count(*) FROM forecast"))


def test_asking_on_another_day_notes_nothing(sample_terminal: Terminal) -> None:
    sample_terminal("quiet")
    sample_terminal("cadence", "luca")
    assert noted(sample_terminal.library) == 0


def test_what_is_told_today_is_noted_unless_a_window_has_the_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "today.rapport"
    assert main(["sample", str(path)]) == 0
    with Library(path, clock=lambda: NOW) as window:
        window.claim()
        assert main(["--library", str(path), "quiet"]) == 0
    assert noted(path) == 0
    assert main(["--library", str(path), "quiet", "--json"]) == 0
    first = noted(path)
    assert first > 0
    assert main(["--library", str(path), "cadence", "Luca Steiner"]) == 0
    assert noted(path) in (first, first + 3)
    assert main(["--library", str(path), "forecast-check"]) == 0
    capsys.readouterr()
    with Library(path, clock=lambda: NOW) as library:
        assert library.history() == []
        assert library.value("SELECT min(made_on) FROM forecast") == date.today().isoformat()  # noqa: DTZ011
