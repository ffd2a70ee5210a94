"""Erasing people so that nothing of them is left: rows, search index, history, free pages, backups."""

from planner.library.erasing.removing import UNFINISHED, Erased, erase, erase_in_copy, finish

__all__ = ["UNFINISHED", "Erased", "erase", "erase_in_copy", "finish"]
