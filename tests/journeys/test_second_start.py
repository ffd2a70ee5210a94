"""P6 with real programs: a second start raises the window of the first, hands it files, and ends."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.domain.errors import KnownError
from planner.library import Library
from planner.ui.knock import hand_over
from tests.conftest import NOW, TODAY
from tests.journeys.programs import ROOT, ByEvents, wait_for

TODAY_TOO = TODAY.isoformat()


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    file = tmp_path / "friends of “Ana” and more.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Quilliana Zebranski\nEND:VCARD\n", "utf-8")
    return file


def started_again(first: ByEvents, *typed: str) -> subprocess.CompletedProcess[str]:
    """A second start, as by a click on the icon or on a file, up to its end."""
    return subprocess.run(
        [sys.executable, "-m", "planner.app", *typed],
        env=first.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def listening(path: Path, home: Path) -> ByEvents:
    return ByEvents(path, home, TODAY_TOO)


def until_it_hears(path: Path) -> None:
    wait_for(lambda: hand_over(path), "the window hears a second start")


def seconds_of_work() -> float:
    """What programs that have ended had of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_second_start_raises_the_window_within_a_second_and_ends(path: Path, tmp_path: Path) -> None:
    with listening(path, tmp_path) as first:
        until_it_hears(path)
        first.put_away()
        before = seconds_of_work()
        done = started_again(first, "--library", str(path))
        assert seconds_of_work() - before < 1, "of work, whatever else the machine does"
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        wait_for(lambda: first.look() == "shown plan", "the window comes to the front")


def test_it_hands_over_its_files_and_nothing_is_imported_unasked(
    path: Path, cards: Path, tmp_path: Path
) -> None:
    with listening(path, tmp_path) as first:
        until_it_hears(path)
        first.put_away()
        here = os.path.relpath(cards, ROOT)  # as typed in a folder: the first program may be in another one
        done = started_again(first, "open", here, "--library", str(path))
        assert (done.returncode, done.stderr) == (0, "")
        wait_for(
            lambda: first.look() == f"shown import {cards.name}", "the file is reviewed in the first window"
        )
    with Library(path, clock=lambda: NOW) as library:
        assert library.value("SELECT count(*) FROM person WHERE name = 'Quilliana Zebranski'") == 0
        assert library.history() == []


def test_a_library_s_file_is_opened_where_it_is_open_already(path: Path, tmp_path: Path) -> None:
    with listening(path, tmp_path) as first:
        until_it_hears(path)
        first.put_away()
        done = started_again(first, "open", str(path))
        assert (done.returncode, done.stderr) == (0, "")
        wait_for(lambda: first.look() == "shown plan", "its window comes to the front")


def test_a_file_is_reviewed_in_a_new_window_where_none_is_open(
    path: Path, cards: Path, tmp_path: Path
) -> None:
    with ByEvents(path, tmp_path, TODAY_TOO, "open", str(cards)) as first:
        wait_for(lambda: first.look() == f"shown import {cards.name}", "the file is reviewed")


def test_another_library_opens_beside_the_first(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.rapport"
    with listening(path, tmp_path) as first, listening(other, tmp_path) as second:
        assert (first.look(), second.look()) == ("shown plan", "shown first_run")
        for each in (path, other):
            with (
                Library(each, clock=lambda: NOW) as library,
                pytest.raises(KnownError, match="another Rapport"),
            ):
                library.claim()


def test_after_the_first_was_killed_it_opens_within_a_second(path: Path, tmp_path: Path) -> None:
    with listening(path, tmp_path) as first:
        until_it_hears(path)
        first.process.kill()
        first.process.wait()
        begun = time.monotonic()
        assert not hand_over(path), "nobody answers"
        with Library(path, clock=lambda: NOW) as library:
            library.claim()
        assert time.monotonic() - begun < 1
        with listening(path, tmp_path) as again:
            assert again.look() == "shown plan"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("nobody.vcf",), "There is no file"),
        (("{cards}", "{path}"), "A library is opened by itself"),
    ],
)
def test_what_cannot_be_opened_is_said(
    typed: tuple[str, ...], words: str, path: Path, cards: Path, tmp_path: Path
) -> None:
    program = listening(path, tmp_path)
    done = started_again(program, "open", *(each.format(cards=cards, path=path) for each in typed))
    assert done.returncode == 1 and words in done.stderr
