"""PySide is imported without its signature support, which is there all the same when it is wanted."""

from __future__ import annotations

import subprocess
import sys

BEGIN = """
import sys
from planner.ui.imports import import_qt
import_qt()
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
support = "shibokensupport.signature.parser"
assert support not in sys.modules and "inspect" not in sys.modules
"""


def said(program: str) -> str:
    """What a fresh Python prints."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


def test_a_wrong_call_says_what_would_be_right() -> None:
    told = said(
        "try:\n"
        "    QObject().setObjectName(3)\n"
        "except TypeError as error:\n"
        "    print(error, support in sys.modules)"
    )
    assert "setObjectName(int)" in told
    assert "setObjectName(name: str, /)" in told
    assert told.endswith("True\n")


def test_a_wrong_keyword_is_named() -> None:
    told = said("try:\n    QObject(nothing=1)\nexcept AttributeError as error:\n    print(error)")
    assert "'nothing' is not a Qt property" in told


def test_signatures_and_help_texts_are_there() -> None:
    told = said(
        "print(QWidget.__doc__.splitlines()[0])\n"
        "from PySide6.support.signature import get_signature\n"
        "print(get_signature(QObject.objectName))"
    )
    assert told.startswith("QWidget(self, /, parent:")
    assert "-> str" in told


def test_the_import_statement_reads_no_sources() -> None:
    assert said("import builtins\nprint(hasattr(builtins, '__feature_import__'))") == "False\n"


def test_stars_bring_classes() -> None:
    assert "QSize" in said("from PySide6.QtCore import *\nprint(QSize(1, 2))")


def test_it_may_come_second() -> None:
    assert said("import_qt()\nimport PySide6.QtGui\nprint(len(PySide6.QtGui.__name__))") == "13\n"


def test_finders_are_as_before() -> None:
    told = said("print(type(sys.meta_path) is list, type(sys.meta_path[-1]).__name__)")
    assert told == "True EmbeddableZipImporter\n"
