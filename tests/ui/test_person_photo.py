"""The photo of a person: dropped, pasted, chosen, removed; each as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.person.view import PersonScreen
from planner.ui.window import Window
from tests.ui.person_pages import Opener, page_opener


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    return page_opener(qtbot)


def picture(side: int = 800) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def kept(library: Library, person_id: int) -> bytes | None:
    found: bytes | None = library.value("SELECT photo FROM person WHERE id = ?", (person_id,))
    return found


def test_a_pasted_picture_is_kept_small_and_can_be_undone(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    QGuiApplication.clipboard().setImage(picture())
    QTest.keyClick(screen.stream, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert QImage.fromData(kept(library, ana) or b"").width() == 512
    assert screen.header.avatar.photo is not None
    assert library.next_labels()[0] == "Change the photo of Ana Ferreira"
    library.undo()
    assert kept(library, ana) is None and screen.header.avatar.photo is None


def test_pasting_text_says_that_there_is_no_picture(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    screen = opened(desk, ana)
    QGuiApplication.clipboard().setText("hello")
    with qtbot.waitSignal(desk.failed) as failed:
        screen.header.avatar.paste()
    assert failed.args == ["There is no picture to paste. Copy one first."]
    assert kept(library, ana) is None


def test_a_picture_dragged_from_elsewhere_is_dropped_on_the_avatar(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    data = QMimeData()
    data.setImageData(picture(64))
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.header.avatar.dropEvent(drop)
    assert kept(library, ana)
    menu = screen.header.avatar.menu()
    next(each for each in menu.actions() if each.text() == "Remove the photo").trigger()
    assert kept(library, ana) is None


def test_a_file_of_a_picture_over_the_page_becomes_the_photo(
    desk: Desk, library: Library, ana: int, tmp_path: Path, qtbot: QtBot
) -> None:
    window = Window(desk, Memory(None))
    qtbot.addWidget(window)
    window.show_first()
    window.show()
    window.places.show_person(ana)
    screen = window.places.screen("person")
    assert isinstance(screen, PersonScreen)
    file, card = tmp_path / "ana.PNG", tmp_path / "ana.vcf"
    picture(40).save(str(file), "PNG")
    assert screen.takes_files([file]) == "Drop to make it the photo of Ana"
    assert screen.takes_files([card]) == screen.takes_files([file, file]) == ""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(400, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.veil.take(drop)
    assert kept(library, ana) and window.places.current == "person"


def test_a_file_that_is_no_picture_is_refused_with_a_sentence(
    desk: Desk, library: Library, ana: int, opened: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = opened(desk, ana)
    file = tmp_path / "odd.png"
    file.write_bytes(b"no picture")
    with qtbot.waitSignal(desk.failed) as failed:
        screen.take_files([file])
    assert "no picture that can be read" in str(failed.args)
    assert kept(library, ana) is None
