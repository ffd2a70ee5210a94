"""The application stylesheet: Qt's stock widgets in the colours and states of DESIGN 5.

Fonts are never set here, since Qt cannot set a variable font's weight from a stylesheet.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QColor

from planner.resources import resource
from planner.ui.palette import Palette


def stylesheet(palette: Palette, scale: float = 1.0) -> str:
    """The whole sheet. In the rules '@name' stands for a colour, '30~' for 30 px that follow the text size,
    and '@icons' for the folder of arrows and ticks."""
    text = "".join((_GROUND, _VIEWS, _BUTTONS, _FIELDS, _CHECKS, _MENUS, _BARS, _TABS))
    text += _CONTRAST if palette.high_contrast else ""
    text = text.replace("@icons", icon_folder(palette))
    text = re.sub(r"(\d+)~", lambda found: f"{round(int(found[1]) * scale)}px", text)
    return re.sub(r"@([a-z_0-9]+)", lambda found: css(palette.named(found[1])), text)


def css(colour: QColor) -> str:
    """A colour as a stylesheet writes it."""
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"


def icon_folder(palette: Palette) -> str:
    """The folder of the small pictures that only a stylesheet can place, in the palette's colours."""
    return resource("icons", "control", "dark" if palette.dark else "light").as_posix()


_CONTRAST = """
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected, QMenu::item:selected {
    border: 2px solid @ink; }
QPushButton:pressed, QPushButton:checked, QToolButton:checked { border: 2px solid @ink; }
"""

_GROUND = """
QAbstractScrollArea { background: transparent; border: none; }
QMainWindow, QDialog, QMessageBox, QWizard { background: @paper; color: @ink; }
QLabel { color: @ink; background: transparent; }
QLabel:disabled { color: @ink_disabled; }
QLabel[tone="ink2"] { color: @ink2; }
QLabel[tone="ink3"] { color: @ink3; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="overdue"] { color: @overdue; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: @line; background: @line; border: none; }
QFrame[frameShape="4"] { max-height: 1px; }
QFrame[frameShape="5"] { max-width: 1px; }
QFrame[kind="panel"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
QGroupBox { border: 1px solid @line; border-radius: 10px; background: @surface; margin-top: 26~; padding:
    8px; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; top: 2px; color: @ink; }
QToolTip { background: @inverse_surface; color: @inverse_ink; border: 1px solid @inverse_surface; padding:
    4px 6px; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent_line; }
QStatusBar { background: @paper; color: @ink3; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
"""

_BUTTONS = """
QPushButton { min-height: 28~; padding: 0 11px; border: 1px solid @line_strong; border-radius: 6px;
    background: @surface; color: @ink; outline: none; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @sunken; }
QPushButton:disabled { color: @ink_disabled; border-color: @line; background: @surface; }
QPushButton[kind="primary"], QPushButton:default { background: @accent; border-color: @accent; color:
    @accent_ink; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: @accent_hover; border-color:
    @accent_hover; }
QPushButton[kind="primary"]:pressed, QPushButton:default:pressed { background: @accent_hover; }
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled { background: @sunken; border-color: @line;
    color: @ink_disabled; }
QPushButton[kind="quiet"], QPushButton[kind="link"] { background: transparent; border-color: transparent;
    color: @ink2; }
QPushButton[kind="link"] { color: @accent; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="link"]:hover { background: @hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="link"]:pressed { background: @sunken; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled { color: @ink_disabled; }
QPushButton[kind="destructive"] { color: @overdue; border-color: @overdue; background: @surface; }
QPushButton[kind="destructive"]:hover { background: @overdue_tint; }
QPushButton[kind="destructive"]:disabled { color: @ink_disabled; border-color: @line; }
QPushButton[small="true"] { min-height: 24~; padding: 0 9px; }
QPushButton::menu-indicator { image: url("@icons/down.svg"); width: 10px; height: 10px; right: 6px;
    subcontrol-position: right center; subcontrol-origin: padding; }
QToolButton { border: 1px solid transparent; border-radius: 6px; background: transparent; color: @ink2;
    padding: 4px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @sunken; }
QToolButton:checked { background: @surface; border-color: @line_strong; color: @ink; }
QToolButton:disabled { color: @ink_disabled; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    border: 1px solid @line_strong; border-radius: 6px; background: @surface; color: @ink; padding: 0 9px;
    min-height: 28~; selection-background-color: @accent; selection-color: @accent_ink; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @ink3; }
QPlainTextEdit, QTextEdit { padding: 5px 5px; }
QAbstractSpinBox { max-height: 28~; }
QAbstractSpinBox:focus { max-height: 26~; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: @ink3; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus { border: 2px solid @accent;
    padding: 0 8px;
    min-height: 26~; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 4px; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QTextEdit[error="true"], QComboBox[error="true"],
QAbstractSpinBox[error="true"] { border-color: @overdue; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
    QAbstractSpinBox:disabled {
    background: @sunken; border-color: @line; color: @ink_disabled; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: none; background: transparent; padding: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; background: transparent; min-height: 0; }
QComboBox QLineEdit { padding: 0; }
QAbstractSpinBox QLineEdit { padding: 0 8px; }
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: none; min-height: 0; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px;
    subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url("@icons/down.svg");
    width: 12px; height: 12px; }
QComboBox::down-arrow:disabled, QDateEdit::down-arrow:disabled { image: url("@icons/down-disabled.svg"); }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line_strong; border-radius: 6px;
    padding: 3px; outline: none; selection-background-color: @accent_tint; selection-color: @ink; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width:
    20px;
    subcontrol-origin: padding; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url("@icons/up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("@icons/down.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url("@icons/up-disabled.svg"); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image:
    url("@icons/down-disabled.svg"); }
QCalendarWidget QWidget { background: @surface; color: @ink; alternate-background-color: @surface; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent_tint; selection-color: @accent;
    outline: none; }
QCalendarWidget QAbstractItemView::item { padding: 0; border-radius: 5px; }
QCalendarWidget QAbstractItemView:disabled { color: @ink_disabled; }
QCalendarWidget QToolButton { color: @ink; padding: 3px 6px; margin: 2px; }
QCalendarWidget QToolButton:hover { background: @hover; }
#qt_calendar_prevmonth, #qt_calendar_nextmonth { qproperty-icon: none; width: 16px; height: 16px; }
#qt_calendar_prevmonth { image: url("@icons/left.svg"); }
#qt_calendar_nextmonth { image: url("@icons/right.svg"); }
"""

_CHECKS = """
QCheckBox, QRadioButton { color: @ink; spacing: 8px; outline: none; }
QCheckBox:disabled, QRadioButton:disabled { color: @ink_disabled; }
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator { width: 16px; height: 16px;
    border: 1px solid @line_strong; border-radius: 4px; background: @surface; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @ink3; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QGroupBox::indicator:checked {
    background: @accent; border-color: @accent; image: url("@icons/check.svg"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: @accent;
    border-color: @accent; image: url("@icons/dash.svg"); }
QCheckBox::indicator:disabled { background: @sunken; border-color: @line; }
QCheckBox::indicator:checked:disabled { background: @line_strong; border-color: @line_strong; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @line_strong; border-radius: 9px;
    background: @surface; }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url("@icons/dot.svg"); }
QRadioButton::indicator:disabled { background: @sunken; border-color: @line; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background:
    @surface;
    border: 1px solid @line_strong; }
QSlider::handle:horizontal:hover { border-color: @ink3; }
QSlider::handle:horizontal:focus { border: 2px solid @accent; }
QProgressBar { border: none; border-radius: 2px; background: @line; max-height: 4px; min-height: 4px;
    color: transparent; }
QProgressBar::chunk { border-radius: 2px; background: @accent; }
"""

_MENUS = """
QMenu { background: @surface; color: @ink; border: 1px solid @line_strong; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 10px; border-radius: 5px; background: transparent; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @ink_disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QMenu::right-arrow { image: url("@icons/right.svg"); width: 10px; height: 10px; margin-right: 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url("@icons/tick.svg"); }
QMenuBar { background: @paper; color: @ink2; border-bottom: 1px solid @line; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @hover; color: @ink; }
"""

_VIEWS = """
QListView, QTreeView, QTableView { background: @surface; color: @ink; border: none; outline: none;
    alternate-background-color: @surface; gridline-color: @line; selection-background-color: @accent_tint;
    selection-color: @ink; }
QListView[kind="popup"] { border: 1px solid @line_strong; border-radius: 8px; padding: 4px; }
QListView[ground="paper"], QTreeView[ground="paper"] { background: transparent; }
QListView::item, QTreeView::item { padding: 5px 8px; border-radius: 5px; color: @ink; }
QTableView::item { padding: 4px 5px; }
QListView::item:hover, QTreeView::item:hover, QTableView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @accent_tint;
    color: @ink; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url("@icons/right.svg"); }
QTreeView::branch:has-children:open { image: url("@icons/down.svg"); }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @ink3; border: none; border-bottom: 1px solid @line;
    padding: 6px 8px; }
QHeaderView::section:hover { background: @hover; color: @ink; }
QHeaderView::down-arrow { image: url("@icons/down.svg"); width: 10px; height: 10px; }
QHeaderView::up-arrow { image: url("@icons/up.svg"); width: 10px; height: 10px; }
QTableCornerButton::section { background: @surface; border: none; }
"""

_BARS = """
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line_strong; border-radius: 3px; }
QScrollBar::handle:vertical { margin: 2px; min-height: 28px; }
QScrollBar::handle:horizontal { margin: 2px; min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_TABS = """
QTabWidget::pane { border: none; border-top: 1px solid @line; top: -1px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @ink2; padding: 8px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @ink; background: @hover; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; }
QTabBar::tab:disabled { color: @ink_disabled; }
"""
