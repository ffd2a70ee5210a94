"""Imports PySide without the half of it that only serves error messages and help texts.

PySide brings its signature support as source text and compiles it at every start, which takes a quarter
of the time until a window stands. It is wanted when a call has arguments of wrong types, and when somebody
asks for a signature.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, SupportsIndex

_LOADER = "shibokensupport.signature.loader"
_MAPPING = "shibokensupport.signature.mapping"
_LATE = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
_NEVER = ("finish_import", "feature_import", "feature_imported", "post_init")


def import_qt() -> None:
    """Import PySide6.QtCore; its signature support joins when it is first asked for anything.

    Python's import statement is left alone, too: PySide's support would read the source text of every
    module imported after it, in search of `from __feature__ import …`, which Rapport does not use. Where
    PySide has been imported already, nothing changes.
    """
    plain = sys.meta_path
    sys.meta_path = _Finders(plain)
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        late = [each for each in sys.meta_path if isinstance(each, _Late)]
        sys.meta_path = [*(each for each in sys.meta_path if each not in late), *(each.real for each in late)]


class _Finders(list[Any]):
    """Python's list of finders. The one that PySide puts at its head gets ours before it."""

    def insert(self, place: SupportsIndex, finder: Any) -> None:
        """Put a finder in."""
        super().insert(place, finder)
        super().insert(place, _Late(finder))


class _Late:
    """Finds a stand-in for PySide's module 'loader'; `real` finds the module itself."""

    def __init__(self, real: Any) -> None:
        self.real = real

    def find_spec(self, name: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        """Where a module comes from, as Python's import statement asks."""
        return ModuleSpec(name, self) if name == _LOADER else None  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave making the module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Put into the stand-in what PySide takes out of it."""
        module.__dict__.update({name: _call_later(name) for name in _LATE}, **dict.fromkeys(_NEVER, _nothing))
        sys.modules[_MAPPING] = _unfilled_mapping(self.real)


def _call_later(name: str) -> Any:
    def call(*given: Any) -> Any:
        return getattr(_loader(), name)(*given)

    return call


def _nothing(*_given: Any, **_more: Any) -> None:
    """No module has a feature to switch on, and none of those that are imported wants mending."""


@cache
def _loader() -> ModuleType:
    del sys.modules[_LOADER]
    return import_module(_LOADER)


def _unfilled_mapping(finder: Any) -> ModuleType:
    """PySide's module 'mapping', taken out of `sys.modules` unasked: filled when it is first used."""
    module = ModuleType(_MAPPING)

    def fill(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        del module.__dict__["__getattr__"], module.__dict__["update_mapping"]
        module.__spec__ = finder.find_spec(_MAPPING, None)
        finder.exec_module(module)
        return getattr(module, name)

    def update() -> None:
        _loader()  # its parts fill this module
        module.__dict__["update_mapping"]()

    module.__dict__.update({"__getattr__": fill, "update_mapping": update})
    return module
