"""What README.md, CONTRIBUTING.md and `.ci/run` say is true: their commands are typed here."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from planner import __version__
from planner.app import main
from planner.cli.subcommands import whole_grammar
from tests.cli.conftest import ON
from tests.cli.import_files import CALENDAR, CARDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
START = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/rapport --sample"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"


def _typed() -> list[list[str]]:
    """The commands of README's story, without `rapport`."""
    lines = [
        line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()
    ]
    return [shlex.split(line)[1:] for line in lines if line.startswith("rapport ")]


def test_the_two_lines_stand_alone() -> None:
    assert README.count(f"```sh\n{START}\n```") == 1
    assert README.count(f"```sh\n{TEST}\n```") == 1
    assert TEST in (ROOT / ".ci" / "run").read_text("utf-8")
    assert TEST in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_story_works_as_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("contacts.vcf").write_text(CARDS, "utf-8")
    Path("calendar.ics").write_text(CALENDAR, "utf-8")
    story = _typed()
    assert len(story) > 10
    for typed in story:
        agreed = ["--yes"] if typed[0] == "import" else []
        assert main([*ON, *typed, *agreed]) == 0, (typed, capsys.readouterr().err)
        assert capsys.readouterr().out
    assert main(["find", "budget"]) == 0
    assert "The budget" in capsys.readouterr().out


def test_every_command_mentioned_exists_and_every_command_is_mentioned() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    commands = set(whole_grammar().commands)
    assert set(re.findall(r"`?rapport ([a-z][a-z-]*)", README)) <= commands
    assert all(f"`{command}`" in changes for command in commands - {"help", "import"})


def test_every_room_is_described() -> None:
    rooms = [each for each in (ROOT / "planner").iterdir() if (each / "__init__.py").is_file()]
    assert len(rooms) == 7
    for room in rooms:
        assert f"`planner/{room.name}/`" in README


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert first and first[1] == __version__


def test_the_checks_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
