"""Looking at oneself: what one expects beside the record, and the sheet of the trust equation."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.queries.objectivity import objectivity_check
from planner.queries.views import newest_reflection, views_of
from planner.ui.desk import Desk
from planner.ui.dialogs.reflect_dialog import ReflectDialog
from planner.ui.objectivity.dialog import ObjectivityDialog
from tests.conftest import TODAY


def test_it_says_what_it_found_what_it_could_find_and_on_whom_it_rests(
    sample_desk: Desk, sample: Library, qtbot: QtBot
) -> None:
    dialog = ObjectivityDialog(sample_desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    check = objectivity_check(sample, TODAY)
    assert dialog.finding.text() == check.finding
    assert "Finding nothing is no proof." in dialog.power.text() and dialog.power.isVisible()
    assert {row.rated.person_id for row in dialog.rows} == {each.person_id for each in check.people}
    assert [row.rated.person_id for row in dialog.rows[:3]] == [each.person_id for each in check.largest]
    assert len(dialog.rows) == len(check.people)
    assert dialog.overlooked.text() == "Overlooked? You rate Deepak Iyer lower than their record."
    first = dialog.rows[0]
    assert first.accessibleName() == f"{first.rated.name}: {first.rated.words}"
    with qtbot.waitSignal(sample_desk.person_wanted) as wanted:
        first.click()
    assert wanted.args == [first.rated.person_id]
    assert not dialog.isVisible()


def test_with_too_few_people_it_says_what_is_missing(desk: Desk, qtbot: QtBot) -> None:
    dialog = ObjectivityDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.finding.text().startswith("Needs 10 people whom you rated")
    assert not dialog.power.isVisible() and not dialog.rows


def test_the_sheet_about_oneself_is_dated_and_says_a_range_alone(
    desk: Desk, library: Library, ana: int, qtbot: QtBot
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    dialog = ReflectDialog(desk, ana, ground)
    dialog.show()
    dialog.form.show_values({"credibility": "6", "reliability": "6", "intimacy": "6", "self_interest": "2"})
    dialog.form.changed.emit()
    assert "anything from 6 to 18" in dialog.hint.text()
    dialog.save()
    kept = newest_reflection(views_of(library, ana, TODAY))
    assert kept is not None and (kept.on, kept.reflection.self_interest) == (TODAY, 2)
    assert library.next_labels()[0] == "Reflect on yourself with Ana Ferreira"
    library.undo()
    assert newest_reflection(views_of(library, ana, TODAY)) is None
