"""A terminal to type into, and libraries to type at."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.actions.people import PersonForm, add_person
from planner.actions.sample import write_sample
from planner.app import main
from planner.library import Library
from tests.conftest import NOW, TODAY

ON = ["--today", TODAY.isoformat()]


class Terminal:
    """Types commands at one library on Tuesday 15 September 2026, and keeps what was answered."""

    def __init__(self, capsys: pytest.CaptureFixture[str], library: Path) -> None:
        self._capsys = capsys
        self.library = library
        self.said = ""

    def __call__(self, *arguments: str | Path, code: int = 0) -> str:
        """What is written when this is typed; the exit code must be `code`, errors are then in `said`."""
        typed = ["--library", str(self.library), *ON, *map(str, arguments)]
        self._capsys.readouterr()
        found = main(typed)
        written, self.said = self._capsys.readouterr()
        assert found == code, (found, written, self.said)
        return written

    def json(self, *arguments: str | Path) -> Any:
        """What a command answers in JSON."""
        return json.loads(self(*arguments, "--json"))

    def refuses(self, *arguments: str | Path) -> str:
        """The one sentence with which a known problem is refused."""
        assert self(*arguments, code=1) == ""
        assert self.said.count("\n") == 1, self.said
        return self.said.strip()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked for or written where the person who runs the tests keeps things."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("RAPPORT_LIBRARY", raising=False)


@pytest.fixture(scope="session")
def _sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.rapport"
    with Library(path, clock=lambda: NOW) as library:
        write_sample(library, today=TODAY)
    return path


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal at a library that is not there yet."""
    return Terminal(capsys, tmp_path / "mine.rapport")


@pytest.fixture
def sample_terminal(terminal: Terminal, _sample_file: Path) -> Terminal:
    """A terminal at a library that holds the sample."""
    shutil.copy(_sample_file, terminal.library)
    return terminal


@pytest.fixture
def add(terminal: Terminal) -> Callable[..., None]:
    """Adds people by name to the terminal's library, made if it is not there."""

    def add_people(*names: str, **rest: Any) -> None:
        with Library(terminal.library, clock=lambda: NOW) as library:
            for name in names:
                add_person(library, PersonForm(name=name, **rest), today=TODAY)

    return add_people
