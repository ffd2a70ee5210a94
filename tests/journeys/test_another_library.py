"""From one library to another in the same program: the one before is let go, and so is its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.errors import KnownError
from planner.library import Library
from planner.ui.start import Shown
from tests.conftest import NOW
from tests.journeys.conftest import window_of
from tests.journeys.hand import button_called, click


def is_free(path: Path) -> bool:
    """Whether another program could write to a library now."""
    library = Library(path, clock=lambda: NOW)
    try:
        library.claim()
    except KnownError:
        return False
    finally:
        library.close()
    return True


def test_the_sample_takes_the_place_of_the_first_page(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    first = window_of(shown)
    first.setGeometry(60, 50, 1310, 820)
    restored = QWidget()
    restored.setMinimumSize(first.minimumSize())
    restored.restoreGeometry(first.saveGeometry())  # in this small screen not quite where it was
    assert not is_free(tmp_path / "mine.rapport")
    click(button_called(first, "Try the sample"))
    second = window_of(shown)
    assert second is not first
    assert second.windowTitle() == "sample – Rapport" and second.places.current == "plan"
    assert second.geometry() == restored.geometry()
    qtbot.waitUntil(lambda: is_free(tmp_path / "mine.rapport"))
    assert not is_free(tmp_path / "sample.rapport")


def test_the_library_that_is_open_stays_open(shown: Shown, tmp_path: Path) -> None:
    first = window_of(shown)
    first.desk.library_wanted.emit(tmp_path / "mine.rapport")
    assert window_of(shown) is first and first.isVisible() and not first.error_line.isVisible()


def test_a_library_that_cannot_be_opened_changes_nothing(shown: Shown, tmp_path: Path) -> None:
    first = window_of(shown)
    (tmp_path / "letter.rapport").write_text("Dear Ana", "utf-8")
    first.desk.library_wanted.emit(tmp_path / "letter.rapport")
    assert window_of(shown) is first
    assert first.error_line.text.startswith("“letter.rapport” is not a Rapport library")
    taken = Library(tmp_path / "taken.rapport", clock=lambda: NOW)
    taken.claim()
    first.desk.library_wanted.emit(tmp_path / "taken.rapport")
    assert first.error_line.text.startswith("“taken.rapport” is open in another Rapport.")
    taken.close()
    assert first.isVisible()
