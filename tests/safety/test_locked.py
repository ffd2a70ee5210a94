"""P13: locked means locked: the process becomes a new image, which holds nothing of what was read."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.actions.notes import add_note
from planner.actions.people import PersonForm, add_person
from planner.cli.sample import sample_library
from planner.library import Library
from planner.library.passphrase import set_passphrase
from planner.ui.safe.locking import named_anew

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
NEEDLE = "Zaphodine keeps a secret recipe"
WORDS = "correct horse battery"

SEARCH = """
import sys
hidden = bytes.fromhex(sys.argv[1])  # the needle, every bit turned: in the clear it is nowhere here
turned = bytes(255 - each for each in range(256))
found = 0
for line in open('/proc/self/maps'):
    span, rights = line.split()[:2]
    start, end = (int(each, 16) for each in span.split('-'))
    if rights.startswith('rw'):
        with open('/proc/self/mem', 'rb', 0) as memory:
            memory.seek(start)
            try:
                found += memory.read(end - start).translate(turned).count(hidden)
            except OSError:
                continue
print(found)
"""

READS = """
import sys, datetime, pathlib
from planner.library import Library
clock = lambda: datetime.datetime.now(datetime.UTC)
library = Library(pathlib.Path(sys.argv[2]), clock=clock, passphrase=sys.argv[3])
notes = list(library.rows("SELECT words FROM note"))
assert notes
"""

LOCKS = """
import os
from planner.ui.safe import locking
library.close()
sys.orig_argv[1:] = ["-c", SEARCH, sys.argv[1]]
locking.begin_anew(library.path)
"""


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "mine.rapport"
    with Library(path, clock=lambda: NOW) as library:
        person = add_person(library, PersonForm(name="Ana"), today=NOW.date())
        add_note(library, person, NEEDLE, on=NOW.date())
    set_passphrase(path, None, WORDS, clock=lambda: NOW)
    return path


def found_in_memory(program: str, path: Path) -> int:
    hidden = bytes(255 - each for each in NEEDLE.encode()).hex()
    run = subprocess.run(
        [sys.executable, "-c", program, hidden, str(path), WORDS], capture_output=True, text=True, check=True
    )
    return int(run.stdout)


def test_while_it_is_open_the_note_is_in_memory(locked: Path) -> None:
    assert found_in_memory(READS + SEARCH, locked) > 0


def test_after_locking_it_is_not(locked: Path) -> None:
    program = f"SEARCH = {SEARCH!r}\n{READS}{LOCKS}"
    assert found_in_memory(program, locked) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["/bin/rapport"],
        ["/bin/rapport", "--sample"],
        ["/bin/rapport", "--library", "/home/ana/other.rapport"],
        ["/bin/rapport", "--library=/home/ana/other.rapport"],
        ["/bin/rapport", "open", "/home/ana/other.rapport"],
        ["/bin/rapport", "open", "cards.vcf", "calendar.ics", "--library", "/home/ana/other.rapport"],
    ],
)
def test_what_begins_anew_asks_for_the_library_that_was_open(arguments: list[str]) -> None:
    path = Path("/home/ana/mine.rapport")
    assert named_anew(arguments, path) == ["/bin/rapport", "--library", str(path)]
    today = [*arguments, "--today", "2026-09-15"]
    assert named_anew(today, path) == ["/bin/rapport", "--today", "2026-09-15", "--library", str(path)]


def test_a_sample_that_is_locked_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    path = sample_library(tmp_path, lambda: NOW)
    set_passphrase(path, None, WORDS, clock=lambda: NOW)
    before = path.read_bytes()
    assert sample_library(tmp_path, lambda: NOW) == path
    assert path.read_bytes() == before
