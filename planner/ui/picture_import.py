"""The review of an import for a picture, with files that somebody with the sample library might have."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEventLoop

from planner.actions.sample.files import write_archive, write_cards, write_table
from planner.ui.review.view import ReviewScreen
from planner.ui.window import Window


def show_import(window: Window, screen: str) -> None:
    """Let the review read a mail archive, a phone's cards or a table, and wait until it is there."""
    desk = window.desk
    with TemporaryDirectory() as name:
        folder = Path(name)
        match screen:
            case "import-review":
                path = write_archive(desk.library, folder, desk.today)
            case "import-people":
                path = write_cards(folder)
            case _:
                path = write_table(folder)
        window.places.review_files([path])
        review = window.findChild(ReviewScreen)
        while review is not None and not review.is_settled:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
