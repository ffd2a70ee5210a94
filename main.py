"""Starts Rapport from a checkout: python3 main.py

Only the standard library is used here, and only words that Pythons too old for Rapport understand, so that
what is missing can be said in one sentence.
"""

import sys

OLDEST = (3, 11)
NEEDED = (
    ("PySide6", "PySide6_Essentials"),
    ("apsw", "apsw-sqlite3mc"),
    ("peewee", "peewee"),
    ("platformdirs", "platformdirs"),
    ("icalendar", "icalendar"),
    ("charset_normalizer", "charset-normalizer"),
    ("recurring_ical_events", "recurring-ical-events"),
    ("dateutil", "python-dateutil"),
    ("tzdata", "tzdata"),
    ("rapidfuzz", "rapidfuzz"),
    ("PIL", "pillow"),
    ("pyqtgraph", "pyqtgraph"),
    ("numpy", "numpy"),
    ("highspy", "highspy"),
    ("holidays", "holidays"),
    ("qtawesome", "qtawesome"),
    ("fontpkg_inter", "fontpkg-inter"),
)
INSTALL = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/rapport"


def problem() -> str:
    """Why Rapport cannot start here, with what to type; empty if it can."""
    if sys.version_info < OLDEST:
        return (
            "Rapport needs Python 3.11 or newer and this is "
            + ".".join(str(each) for each in sys.version_info[:2])
            + "; install a newer Python and start Rapport with it."
        )
    from importlib.util import find_spec

    missing = [package for module, package in NEEDED if find_spec(module) is None]
    if missing:
        return "Rapport needs " + ", ".join(missing) + ", not installed here; type: " + INSTALL
    return ""


def main() -> int:
    """Start Rapport, or say why it cannot start, and return the exit code."""
    found = problem()
    if found:
        sys.stderr.write(found + "\n")
        return 1
    from planner.app import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
