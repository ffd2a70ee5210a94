"""Python's own import statement, with PySide's addition taken out again."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  brings the addition


def leave_imports_alone() -> None:
    """Keep PySide from reading the source text of every module that is imported after it.

    It looks there for a feature of its own, `from __feature__ import snake_case`, which Rapport does not use.
    The looking takes a twentieth of the start. Where a PySide adds nothing, nothing is done.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
