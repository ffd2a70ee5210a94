"""P0: it does not die by itself. Some versions of the Qt binding lose a reference to None at every call."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_do_not_wear_none_out() -> None:
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        subject.setObjectName("canary")
    assert abs(sys.getrefcount(None) - before) < 50
