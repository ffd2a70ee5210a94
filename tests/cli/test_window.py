"""The command without a command: it opens the window, and the window is then the one writer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from planner.app import main
from tests.cli.conftest import Terminal

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 400


def _until_there(child: subprocess.Popen[bytes], path: Path) -> None:
    """Wait for a file that the child makes, or for its end."""
    for _ in range(PATIENCE):
        if path.exists():
            return
        try:
            child.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(child.communicate()[1].decode() or "no window")


@pytest.mark.parametrize("typed", [["--sample"], []])
def test_the_window_opens_and_holds_the_library(tmp_path: Path, terminal: Terminal, typed: list[str]) -> None:
    library = tmp_path / "data" / "Rapport" / ("Sample.rapport" if typed else "Rapport.rapport")
    assert not typed or main([*typed, "check"]) == 0  # makes the sample
    child = subprocess.Popen([sys.executable, ROOT / "main.py", *typed], stderr=subprocess.PIPE)
    try:
        _until_there(child, library.with_name(library.name + "-writer"))
        terminal.library = library
        assert "another Rapport" in terminal.refuses("undo")
        assert len(terminal.json("people")) == (41 if typed else 0)
    finally:
        child.kill()
        child.communicate()
