"""P15: offline, always. The real program runs where its first socket to anywhere would be its end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.offline import NetworkUsedError

CUT_OFF = """
import sys
from tests.offline import die_at_a_socket
die_at_a_socket()
"""
COMMAND = "from planner.app import main; sys.exit(main(sys.argv[1:]))"
WINDOW = """
from PySide6.QtCore import QTimer
from planner.ui.start import make_application
from planner.app import main
application = make_application()
def walk():
    window = next(each for each in application.topLevelWidgets() if hasattr(each, "places"))
    for place in ("people", "commitments", "cadence", "timeline", "plan"):
        window.places.go(place)
        application.processEvents()
    QTimer.singleShot(600, application.quit)  # later than the window begins to listen for a second start
    window.run("add_person")
    print("walked", flush=True)
QTimer.singleShot(400, walk)
sys.exit(main(sys.argv[1:]))
"""
BY_PYTHON = "import socket; socket.socket().connect_ex(('192.0.2.1', 80))"
BY_QT = """
import PySide6.QtNetwork as network
tcp = network.QTcpSocket(); tcp.connectToHost('192.0.2.1', 80); tcp.waitForConnected(500)
"""


def cut_off(program: str, arguments: Sequence[str], home: Path) -> subprocess.CompletedProcess[str]:
    """What becomes of a program that may open no socket but those of files."""
    places = {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
    }
    return subprocess.run(
        [sys.executable, "-c", CUT_OFF + program, *arguments],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "line",
    [
        ["today", "--sample"],
        ["note", "Wolska", "Call her at https://example.com", "--sample"],
        ["export", "people.vcf", "--sample"],
    ],
    ids=" ".join,
)
def test_a_command_opens_no_socket(line: Sequence[str], tmp_path: Path) -> None:
    done = cut_off(COMMAND, line, tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_window_opens_no_socket_but_the_one_for_a_second_start(tmp_path: Path) -> None:
    done = cut_off(WINDOW, ["--sample"], tmp_path)
    assert (done.returncode, done.stdout) == (0, "walked\n"), done.stderr


@pytest.mark.parametrize("call", [BY_PYTHON, BY_QT], ids=["by Python", "by Qt"])
def test_one_call_would_be_noticed(call: str, tmp_path: Path) -> None:
    """The mutation: the same command with one call of a host in it does not live."""
    done = cut_off(call + COMMAND.replace("from", "\nfrom", 1), ["today", "--sample"], tmp_path)
    assert done.returncode == -signal.SIGSYS


def test_the_tests_themselves_reach_no_host() -> None:
    with socket.socket() as outward, pytest.raises(NetworkUsedError):
        outward.connect(("192.0.2.1", 80))
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("example.com", 443)
    assert socket.getaddrinfo("localhost", 443)
