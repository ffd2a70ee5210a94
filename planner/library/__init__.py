"""The file: one SQLite library and the one door through which it changes."""

from planner.library.changes import Changed
from planner.library.library import Library

__all__ = ["Changed", "Library"]
