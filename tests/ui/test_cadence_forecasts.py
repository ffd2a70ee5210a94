"""What the cadence screen told of days to come: noted, and held against what happened."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from planner.actions.forecast_log import Told, note_forecasts, resolve_forecasts
from planner.actions.recalibrate import allow_recalibration
from planner.actions.sample import write_sample
from planner.library import Library
from planner.queries.cadence.page import Asked
from planner.queries.forecast_check import forecast_check
from planner.queries.recalibrated import correcting
from planner.ui.cadence.forecasts_dialog import ForecastsDialog
from planner.ui.cadence.source import PageSource
from planner.ui.cadence.view import CadenceScreen
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from tests.ui.cadence_screens import answered


def test_what_is_told_is_noted_once_a_day(qtbot: QtBot, dressed: Theme, tmp_path: Path) -> None:
    now = datetime.now().astimezone()
    with Library(tmp_path / "own.rapport", clock=lambda: now) as library:
        write_sample(library, today=now.date())
        labels = library.next_labels()
        desk = Desk(library, dressed, lambda: now)
        screen = CadenceScreen(desk)
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        noted = "SELECT count(*) FROM forecast WHERE shown = 1 AND made_on = ?"
        for _ in range(2):
            screen.show()
            screen.refresh_soon()
            answered(screen, qtbot)
            assert screen.page is not None
            likely = len(screen.page.quiet.likely)
            assert library.value(noted, (now.date().isoformat(),)) == 3 * likely > 0
        assert library.next_labels() == labels
        allow_recalibration(library, now.date() - timedelta(days=31))
        again = PageSource(desk, lambda: Asked(now.date()), screen)
        again.ask()
        qtbot.waitUntil(lambda: not again.busy)
        assert correcting(library).checked_on == now.date()
        desk.close()


def test_earlier_forecasts_are_held_against_what_happened(sample_desk: Desk, qtbot: QtBot) -> None:
    library, today = sample_desk.library, sample_desk.today
    dialog = ForecastsDialog(sample_desk, None)
    qtbot.addWidget(dialog)
    assert dialog.finding.text() == "Too early to tell: 0 of 50 forecasts have come due."
    assert dialog.skills.isHidden() and dialog.skill_title.isHidden()
    people = [row[0] for row in library.rows("SELECT person_id FROM participation GROUP BY 1 LIMIT 20")]
    for ago in (60, 70, 80):
        told = [Told(each, 7, 0.4, shown=True, suggested=False) for each in people]
        note_forecasts(library, told, today - timedelta(days=ago))
    resolve_forecasts(library, today)
    dialog = ForecastsDialog(sample_desk, None)
    qtbot.addWidget(dialog)
    assert dialog.finding.text().startswith("Of 60 forecasts that nobody was prompted by")
    assert dialog.table.table.row(0)[:3] == ("40 % to 60 %", "60", "40 %")
    shown = [dialog.skills.table.row(each) for each in range(dialog.skills.table.length)]
    assert [row[:2] for row in shown] == [("All", "60"), ("Over 7 days", "60")]
    found = forecast_check(library, today)
    (_, week), *_ = found.horizons
    assert week.skill is not None and week.skill_smoothed_gap is not None
    assert shown[1][2] == f"{week.brier:.3f}" and shown[1][6] == "not known yet"
    assert shown[1][3].replace("−", "-") == f"{week.skill:+.2f}"
    assert shown[1][5].replace("−", "-") == f"{week.skill_smoothed_gap:+.2f}"
    dialog.correct.click()
    assert correcting(library).allowed and dialog.correct.text() == "Correct no longer"
    sample_desk.undo()
    assert not correcting(library).allowed
