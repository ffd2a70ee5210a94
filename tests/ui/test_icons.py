"""Icons: every name draws something, in the colour asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from planner.ui import icons
from tests.ui.pictures import inked, picture


@pytest.mark.parametrize("name", icons.GLYPHS)
def test_every_icon_draws_inside_its_square(name: str, qapp: QApplication) -> None:
    shape = icons.outline(name)
    assert not shape.isEmpty()
    assert QRectF(0, 0, 256, 256).contains(shape.boundingRect())


def test_an_unknown_icon_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.outline("no such icon")


def test_an_icon_takes_its_colour_and_its_weight(qapp: QApplication) -> None:
    def drawn(stroke: float | None) -> int:
        ink = QColor("#AD1F43")
        return inked(
            picture(64, 64, lambda painter, rect: icons.draw(painter, rect, "clock", ink, stroke=stroke))
        )

    assert drawn(1.0) < drawn(2.4)
    image = icons.pixmap("check", QColor("#AD1F43"), 32).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#ad1f43"}


def test_a_pixmap_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    made = icons.pixmap("plan", QColor("black"), 16, 2.0)
    assert made.size() == QSize(32, 32)
    assert made.deviceIndependentSize().toSize() == QSize(16, 16)


def test_a_disabled_icon_has_its_own_colour(qapp: QApplication) -> None:
    made = icons.icon("undo", QColor("black"), 16, QColor("#A8A297"))
    normal = made.pixmap(QSize(16, 16), 1.0, made.Mode.Normal).toImage()
    disabled = made.pixmap(QSize(16, 16), 1.0, made.Mode.Disabled).toImage()
    assert normal != disabled


def test_the_slow_icon_package_is_never_imported() -> None:
    program = (
        "import sys; from PySide6.QtGui import QGuiApplication; a = QGuiApplication([]);"
        "from planner.ui import icons; icons.outline('plan'); sys.exit('qtawesome' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
