"""Long work: another thread, progress after half a second, a way to stop it, and one answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.imports.files import Cancelled
from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Changed, Library
from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.job import Progress
from planner.ui.theme import Theme
from planner.ui.work import SHOWN_AFTER_MS, Work
from tests.conftest import TODAY

Clock = Callable[[], datetime]


class Page(QWidget):
    """A page with a button, a key of the window, and work that lies over it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.resize(600, 400)
        self.pressed: list[str] = []
        self.button = QPushButton("Do something else", self)
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        self.ground = QWidget()
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.ground, 1)
        key = QAction("Undo", self)
        key.setShortcut(QKeySequence("Ctrl+Z"))
        key.triggered.connect(lambda: self.pressed.append("key"))
        self.addAction(key)
        self.work = Work(desk, self.ground)


class Step:
    """Lets a job wait at a place until the test lets it go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def wait(self) -> None:
        self.reached.set()
        assert self.go_on.wait(20)


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Page:
    made = Page(desk)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_the_job_runs_in_another_thread_and_its_answer_arrives_in_this_one(qtbot: QtBot, page: Page) -> None:
    threads: list[QThread] = []
    answers: list[tuple[int, QThread]] = []

    def job(_progress: Progress) -> int:
        threads.append(QThread.currentThread())
        return 42

    with qtbot.waitSignal(page.work.ended):
        page.work.start("Counting", job, lambda result: answers.append((result, QThread.currentThread())))
        assert page.work.running
    assert not page.work.running
    assert answers == [(42, page.thread())]
    assert threads[0] is not page.thread()


def test_short_work_never_shows_itself(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.work.ended):
        page.work.start("Reading", lambda _progress: time.sleep(0.1), lambda _result: None)
    qtbot.wait(SHOWN_AFTER_MS + 150)
    assert not page.work.isVisible()


def test_after_half_a_second_there_is_a_bar_that_can_be_stopped(qtbot: QtBot, page: Page) -> None:
    step = Step()

    def job(progress: Progress) -> None:
        progress(0.4)
        step.wait()
        if not progress(0.5):
            raise Cancelled

    done: list[None] = []
    begun = time.monotonic()
    page.work.start("Reading contacts.vcf", job, done.append)
    qtbot.waitUntil(page.work.isVisible, timeout=5000)
    assert time.monotonic() - begun >= SHOWN_AFTER_MS / 1000 * 0.9  # Qt rounds its timers coarsely
    assert page.work.geometry() == page.ground.rect()
    assert page.work.share == pytest.approx(0.4)
    assert page.work.accessibleName() == "Reading contacts.vcf"
    assert page.work.accessibleDescription() == "40% done"
    cancel = page.work.findChild(QPushButton)
    assert cancel is not None
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert page.work.words == "Stopping …"
    with qtbot.waitSignal(page.work.ended):
        step.go_on.set()
    assert not page.work.isVisible()
    assert done == []


def test_escape_stops_it_wherever_the_keyboard_is(qtbot: QtBot, page: Page) -> None:
    def job(progress: Progress) -> None:
        while progress(0.1):
            time.sleep(0.005)
        raise Cancelled

    page.button.setFocus()
    page.work.start("Reading", job, lambda _result: pytest.fail("it was stopped"))
    with qtbot.waitSignal(page.work.ended):
        QTest.keyClick(page.button, Qt.Key.Key_Escape)


def test_nothing_else_can_be_done_in_the_window_meanwhile(qtbot: QtBot, page: Page) -> None:
    step = Step()
    page.button.setFocus()
    page.work.start("Importing", lambda _progress: step.wait(), lambda _result: None)
    assert step.reached.wait(20)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.button, Qt.Key.Key_Space)
    QTest.keyClick(page.button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.work.start("Another", lambda _progress: pytest.fail("one at a time"), lambda _result: None)
    assert page.pressed == []
    with qtbot.waitSignal(page.work.ended):
        step.go_on.set()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.pressed == ["button", "key"]


def test_another_window_can_be_used_meanwhile(qtbot: QtBot, page: Page) -> None:
    step = Step()
    other = QPushButton("Elsewhere")
    qtbot.addWidget(other)
    other.show()
    page.work.start("Importing", lambda _progress: step.wait(), lambda _result: None)
    with qtbot.waitSignal(other.clicked):
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.work.ended):
        step.go_on.set()


def test_a_known_error_is_said_in_its_sentence(qtbot: QtBot, page: Page, desk: Desk) -> None:
    def job(_progress: Progress) -> None:
        raise KnownError("This file is no address book.")

    with qtbot.waitSignal(desk.failed) as failed:
        page.work.start("Reading", job, lambda _result: pytest.fail("it failed"))
    assert failed.args == ["This file is no address book."]
    assert not page.work.running


def test_a_bug_is_raised_as_one(qtbot: QtBot, page: Page) -> None:
    def job(_progress: Progress) -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as caught:
        page.work.start("Reading", job, lambda _result: pytest.fail("it failed"))
        qtbot.waitUntil(lambda: bool(caught))
    assert [each[0] for each in caught] == [ZeroDivisionError]
    assert not page.work.running


class Listener(QObject):
    """Hears changes as screens do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.heard: list[tuple[str, QThread]] = []
        desk.changed.connect(self.hear)

    def hear(self, changed: Changed) -> None:
        self.heard.append((changed.label, QThread.currentThread()))


def test_what_the_job_changed_is_heard_in_this_thread_before_the_answer(
    qtbot: QtBot, page: Page, desk: Desk
) -> None:
    listener = Listener(desk)
    heard_first: list[int] = []

    def job(_progress: Progress) -> int:
        return add_person(desk.library, PersonForm(name="Ana Ferreira"), today=TODAY)

    with qtbot.waitSignal(page.work.ended):
        page.work.start("Adding", job, lambda _result: heard_first.append(len(listener.heard)))
    assert listener.heard == [("Add Ana Ferreira", page.thread())]
    assert heard_first == [1]
    assert count(desk.library) == 1


def test_closing_the_window_stops_the_work(qtbot: QtBot, page: Page) -> None:
    ended = threading.Event()

    def job(progress: Progress) -> None:
        while progress(0.1):
            time.sleep(0.005)
        ended.set()
        raise Cancelled

    page.work.start("Reading", job, lambda _result: pytest.fail("it was stopped"))
    page.close()
    assert ended.wait(20)


def test_work_outlives_its_window(qtbot: QtBot, desk: Desk) -> None:
    step, ended = Step(), threading.Event()

    def job(_progress: Progress) -> None:
        step.wait()
        ended.set()

    page = Page(desk)
    page.show()
    page.work.start("Reading", job, lambda _result: pytest.fail("nobody is there"))
    assert step.reached.wait(20)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    step.go_on.set()
    assert ended.wait(20)


def test_it_is_drawn_in_the_theme_and_follows_it(qtbot: QtBot, page: Page, desk: Desk) -> None:
    step = Step()
    page.work.start("Reading contacts.vcf", lambda _progress: step.wait(), lambda _result: None)
    qtbot.waitUntil(page.work.isVisible, timeout=5000)
    light = page.grab().toImage()
    desk.theme.set_dark(True)
    assert page.grab().toImage() != light
    desk.theme.set_text_scale(1.5)
    page.resize(800, 500)
    assert page.work.size() == page.ground.size()
    with qtbot.waitSignal(page.work.ended):
        step.go_on.set()
