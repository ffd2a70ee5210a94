"""A new library's owner lives where the computer says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from planner.library import Library, home_zone


def test_the_environment_comes_first(
    tmp_path: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", ":Asia/Kolkata")
    with Library(tmp_path / "a.rapport", clock=clock) as library:
        assert library.value("SELECT zone FROM owner") == "Asia/Kolkata"


def test_the_link_and_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    zones = tmp_path / "zoneinfo" / "Europe"
    zones.mkdir(parents=True)
    (zones / "Oslo").write_bytes(b"")
    link = tmp_path / "localtime"
    link.symlink_to(zones / "Oslo")
    named = tmp_path / "timezone"
    named.write_text("Europe/Lisbon\n")
    monkeypatch.setattr(home_zone, "_LOCAL", link)
    monkeypatch.setattr(home_zone, "_NAMED", named)
    assert home_zone.home_zone() == "Europe/Oslo"
    link.unlink()
    assert home_zone.home_zone() == "Europe/Lisbon"
    named.write_text("Nowhere/Atall\n")
    assert home_zone.home_zone() == "UTC"
