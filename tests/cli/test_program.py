"""The program as it is started: options, encodings, pipes, files, what it loads, and how it fails."""

from __future__ import annotations

import ast
import json
import os
import stat
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from planner import __version__
from planner.app import main
from planner.cli import qt_needs, run
from planner.cli.subcommands import whole_grammar
from planner.domain.errors import KnownError
from tests.cli.conftest import ON, Terminal

ROOT = Path(__file__).resolve().parents[2]


def started(
    *arguments: str | Path, before: tuple[str, ...] = (), **environment: str | None
) -> tuple[int, str, str]:
    """Exit code, output and errors of the program as a process of its own; a None takes a variable away."""
    changed = {key: value for key, value in {**os.environ, **environment}.items() if value is not None}
    found = subprocess.run(
        [sys.executable, *before, ROOT / "main.py", *arguments],
        check=False,
        capture_output=True,
        env=changed,
        timeout=60,
    )
    return found.returncode, found.stdout.decode("utf-8"), found.stderr.decode("utf-8")


def test_the_shared_options_stand_before_or_after_the_command(sample_terminal: Terminal) -> None:
    here = ["--library", str(sample_terminal.library)]
    answers = []
    for typed in (
        [*here, *ON, "people", "--json"],
        ["people", "--json", *here, *ON],
        [*here, "people", *ON, "--json"],
    ):
        assert main(typed) == 0
        answers.append(sample_terminal._capsys.readouterr().out)
    assert len(set(answers)) == 1 and len(json.loads(answers[0])) == 41


def test_the_later_of_two_options_counts(sample_terminal: Terminal) -> None:
    first = sample_terminal.json("today", "--today", "2026-09-15")
    assert (
        main(["--today", "2030-01-01", "today", "--json", "--library", str(sample_terminal.library), *ON])
        == 0
    )
    assert json.loads(sample_terminal._capsys.readouterr().out) == first


def test_every_command_is_there_and_every_function_is_found() -> None:
    assert set(run.WHERE) == {None, *whole_grammar().commands}
    for place in run.WHERE.values():
        module, _, name = place.partition(".")
        assert callable(getattr(import_module(f"planner.cli.{module}"), name))


def test_version_and_help_need_no_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Rapport {__version__}\n"
    assert main(["--help"]) == 0
    assert "import address books" in capsys.readouterr().out


def test_the_library_of_the_environment_is_used(
    sample_terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAPPORT_LIBRARY", str(sample_terminal.library))
    assert main(["people", "--json"]) == 0
    assert len(json.loads(sample_terminal._capsys.readouterr().out)) == 41


def test_the_default_library_and_its_folder_are_private(tmp_path: Path) -> None:
    cards = tmp_path / "one.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n", "utf-8")
    before = os.umask(0o022)
    try:
        assert main(["import", str(cards), "--yes"]) == 0
        assert main(["log", "Ana"]) == 0
        assert main(["backup"]) == 0
    finally:
        os.umask(before)
    folder = tmp_path / "data" / "Rapport"
    made = [folder, *folder.rglob("*")]
    assert folder / "Rapport.rapport" in made
    for each in made:
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600), each


def test_the_sample_is_made_once_and_used_by_commands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--sample", "people", "--json", *ON]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 41
    assert main(["log", "Ana Ferreira", "--topic", "Kept", "--sample", *ON]) == 0
    assert main(["find", "Kept", "--json", "--sample"]) == 0
    assert "Ana Ferreira" in capsys.readouterr().out
    assert [each.name for each in (tmp_path / "data" / "Rapport").iterdir()] == ["Sample.rapport"]


def test_today_loads_neither_qt_nor_numpy_nor_the_readers(sample_terminal: Terminal) -> None:
    code = (
        "import sys; from planner.app import main; main(sys.argv[1:]);"
        "print(sorted({'PySide6', 'numpy', 'icalendar', 'pyqtgraph', 'planner.exchange.reader', 'rapidfuzz'}"
        " & set(sys.modules)), file=sys.stderr)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, "--library", sample_terminal.library, "today", *ON],
        capture_output=True,
        timeout=60,
        check=True,
        cwd=ROOT,
    )
    assert b"people to engage" in found.stdout
    assert found.stderr == b"[]\n"


@pytest.mark.parametrize("utf8_mode", [None, "0"])
def test_names_are_utf8_in_a_locale_that_is_not(sample_terminal: Terminal, utf8_mode: str | None) -> None:
    code, written, said = started(
        *("--library", sample_terminal.library, "show", "Herrera"),
        LC_ALL="C",
        PYTHONUTF8=utf8_mode,
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING=None,
    )
    assert (code, said) == (0, "")
    assert written.startswith("Tomás Herrera")


def test_a_reader_that_has_enough_is_no_failure(sample_terminal: Terminal) -> None:
    command = f"{sys.executable} {ROOT / 'main.py'} --library {sample_terminal.library} people --json"
    found = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | true"], check=False, capture_output=True, timeout=60
    )
    assert (found.returncode, found.stderr) == (0, b"")


def test_output_into_a_file_has_no_colours(sample_terminal: Terminal) -> None:
    for typed in (["today"], ["help"], ["plan", "--help"], ["nonsense"]):
        _, written, said = started("--library", sample_terminal.library, *typed)
        assert "\x1b" not in written + said and "\r" not in written + said


def test_a_bug_says_nothing_of_people_unless_details_are_asked_for(
    sample_terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_call: object) -> int:
        raise ValueError("Ana Ferreira promised needle")

    monkeypatch.setattr("planner.cli.lists.people", broken)
    assert sample_terminal("people", code=run.FAILED) == ""
    assert "ValueError in test_program.py" in sample_terminal.said
    assert "Ana" not in sample_terminal.said and "needle" not in sample_terminal.said
    sample_terminal("people", "--debug", code=run.FAILED)
    assert "needle" in sample_terminal.said


def test_stopping_is_quiet(sample_terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_call: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.cli.lists.people", stopped)
    sample_terminal("people", code=run.STOPPED)
    assert sample_terminal.said.strip() == "Stopped. Nothing was changed."


def test_a_crash_leaves_no_memory_on_the_disk(sample_terminal: Terminal) -> None:
    """P15 and P20: where a crash may leave a picture of the memory, Rapport says that none is wanted."""
    program = (
        "import resource, sys\n"
        "from contextlib import suppress\n"
        "with suppress(ValueError, OSError):\n"  # only an administrator may allow more than is allowed
        "    resource.setrlimit(resource.RLIMIT_CORE, (1_000_000, 1_000_000))\n"
        "from planner.app import main\n"
        "main(sys.argv[1:])\n"
        "print(*resource.getrlimit(resource.RLIMIT_CORE))"
    )
    command = [sys.executable, "-c", program, "--library", str(sample_terminal.library), "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 0"


# Starting from a checkout


def test_main_can_be_read_by_an_old_python() -> None:
    source = (ROOT / "main.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 5))
    assert "f'" not in source and 'f"' not in source


def test_an_old_python_is_told_what_is_needed(tmp_path: Path) -> None:
    script = tmp_path / "old.py"
    script.write_text(
        "import sys, runpy\nsys.version_info = (3, 8, 1)\n"
        f"runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')\n",
        "utf-8",
    )
    found = subprocess.run([sys.executable, script], check=False, capture_output=True, timeout=60)
    assert found.returncode == 1
    assert found.stderr.decode().startswith("Rapport needs Python 3.11 or newer and this is 3.8;")


def test_missing_dependencies_are_named_with_what_to_type() -> None:
    code, written, said = started("--version", before=("-S",))
    assert (code, written) == (1, "")
    assert said.count("\n") == 1
    assert "peewee" in said and "PySide6_Essentials" in said
    assert "python3 -m venv .venv && .venv/bin/pip install ." in said


def test_what_main_asks_for_is_what_is_depended_on() -> None:
    import tomllib

    import main as starter

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {each.split(";")[0].split("=")[0].split(">")[0].strip() for each in project["dependencies"]}
    assert {package for _, package in starter.NEEDED} == needed


# Where no window can be opened

WITHOUT_SCREEN = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are found otherwise")


@linux
def test_without_a_screen_it_says_so_and_points_to_a_picture() -> None:
    for typed in ([], ["--sample"]):
        code, written, said = started(*typed, **WITHOUT_SCREEN)
        assert (code, written) == (1, "")
        assert said.count("\n") == 1
        assert "no screen" in said and "rapport picture" in said


@linux
def test_a_screen_that_does_not_answer_is_named() -> None:
    code, _, said = started(**{**WITHOUT_SCREEN, "DISPLAY": ":4093"})
    assert code == 1
    assert ":4093" in said and said.count("\n") == 1


@linux
def test_a_missing_system_library_is_named_with_what_to_type() -> None:
    words = "libEGL.so.1: cannot open shared object file: No such file or directory"
    with (
        pytest.raises(KnownError, match=r"\(libEGL\.so\.1\).*apt install .*libegl1.*dnf install"),
        qt_needs.said_in_words(),
    ):
        raise ImportError(words)
    with pytest.raises(ImportError), qt_needs.said_in_words():
        raise ImportError("No module named 'somewhere'")


def test_a_picture_is_rendered_without_a_screen(sample_terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "week.png"
    code, written, said = started(
        *("--library", sample_terminal.library, *ON, "picture", "week", "-o", out),
        *("--dark", "--size", "1200x800", "--text-size", "110"),
        **WITHOUT_SCREEN,
    )
    assert (code, written, said) == (0, f"Wrote {out}.\n", "")
    head = out.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")) == (1200, 800)


def test_only_a_picture_of_the_sample_shows_somebody_made_up(
    sample_terminal: Terminal, tmp_path: Path
) -> None:
    own, sample = tmp_path / "own.png", tmp_path / "sample.png"
    for out, typed in ((own, ["--library", sample_terminal.library]), (sample, ["--sample"])):
        assert started(*typed, *ON, "picture", "trash", "-o", out, **WITHOUT_SCREEN)[0] == 0
    page = QRect(160, 110, 1200, 600)  # without the bar at the side, which tells of backups
    assert QImage(str(own)).copy(page) != QImage(str(sample)).copy(page)
    assert len(sample_terminal.json("trash")) == 0


def test_a_picture_of_nothing_known_or_into_nowhere_is_refused(
    sample_terminal: Terminal, tmp_path: Path
) -> None:
    assert "There is no screen “nonsense”" in sample_terminal.refuses(
        "picture", "nonsense", "-o", tmp_path / "x.png"
    )
    assert "No picture" in sample_terminal.refuses("picture", "week", "-o", tmp_path / "nowhere" / "x.png")
