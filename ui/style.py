"""The style sheet: how Qt's own widgets look, in the colors it is given.

Fonts are set on widgets, not here, so that a widget can choose its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template


def style_sheet(colors: Mapping[str, str]) -> str:
    """Return the style sheet; `colors` are the tokens, `hover`, `press` and icons."""
    return Template(SHEET).substitute(colors)


SHEET = """
QMainWindow, QDialog { background: $background; }
QToolTip {
    background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px;
}
*[ground="surface"], *[ground="surface"] QTreeView, *[ground="surface"] QListView {
    background: $surface;
}
*[muted="true"] { color: $muted; }
*[problem="true"] { color: $bad; }
*[warn="true"] { color: $warn; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 0 8px; }
QMenuBar::item { background: transparent; padding: 6px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu {
    background: $raised; border: 1px solid $line; border-radius: 8px; padding: 4px;
}
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; background: $surface; }
QTabWidget::tab-bar { left: 0; }
QTabBar { background: $background; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; border: none;
    border-right: 1px solid $line; border-bottom: 1px solid $line;
    border-top: 2px solid transparent; padding: 6px 14px 7px 14px; min-height: 18px;
}
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected {
    color: $text; background: $surface; border-top: 2px solid $accent;
    border-bottom: 1px solid $surface;
}
QTabBar::tab:selected:focus { color: $accent; background: $accent_soft; }
QTabBar::close-button { image: url("$icon_close"); margin: 2px; border-radius: 4px; }
QTabBar::close-button:hover { background: $press; }
QTabBar[front="false"]::tab:selected { border-top-color: $line; }
QTabBar QToolButton { background: $background; border: none; border-radius: 0; }
QTabBar QToolButton:hover { background: $hover; }
QTabBar QToolButton::left-arrow { image: url("$icon_back"); }
QTabBar QToolButton::right-arrow { image: url("$icon_closed"); }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit {
    background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 4px 8px; selection-background-color: $selection; selection-color: $text;
}
QLineEdit, QSpinBox, QDateEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QDateEdit:focus {
    border: 2px solid $accent; padding: 3px 7px;
}
QTextEdit[bare="true"] {
    background: transparent; border: 2px solid transparent; padding: 3px 7px;
}
QTextEdit[bare="true"]:focus { border-color: $accent; }
QSpinBox, QDateEdit { padding: 2px 8px; }
QSpinBox:focus, QDateEdit:focus { padding: 1px 7px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button,
QDateEdit::down-button {
    subcontrol-origin: border; border: none; background: transparent; width: 20px;
}
QSpinBox::up-arrow, QDateEdit::up-arrow {
    image: url("$icon_up"); width: 12px; height: 12px;
}
QSpinBox::down-arrow, QDateEdit::down-arrow {
    image: url("$icon_open"); width: 12px; height: 12px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
    background: $background; color: $muted;
}
QSpinBox QLineEdit, QDateEdit QLineEdit, QComboBox QLineEdit,
QSpinBox QLineEdit:focus, QDateEdit QLineEdit:focus, QComboBox QLineEdit:focus {
    background: transparent; border: none; padding: 0; min-height: 0;
}
QAbstractItemView QLineEdit, QAbstractItemView QLineEdit:focus {
    border-radius: 0; padding: 0 4px; min-height: 0;
}
QLineEdit[flat="true"], QPlainTextEdit[flat="true"] {
    background: transparent; border: none; padding: 0;
}

QPushButton {
    background: $raised; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 4px 14px; min-height: 20px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $press; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 13px; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[row="true"] {
    background: transparent; border: 2px solid transparent; text-align: left;
    padding: 3px 8px;
}
QPushButton[row="true"]:hover { background: $hover; }
QPushButton[row="true"]:focus { border-color: $accent; }
QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $focus_on_accent; }
QPushButton[primary="true"]:disabled {
    background: $line; color: $muted; border-color: $line;
}

QToolButton {
    background: transparent; color: $muted; border: 2px solid transparent;
    border-radius: 6px; padding: 2px;
}
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:checked { background: $press; color: $text; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton:disabled { color: $faint; }
QToolButton[round="true"] { border: none; border-radius: 9px; padding: 0; }
QToolButton[chip="true"] {
    background: $accent_soft; color: $text; border: 1px solid $line; padding: 2px 6px;
}
QToolButton[chip="true"]:hover { border-color: $accent; }
QToolButton[chip="true"]:focus { border: 2px solid $accent; padding: 1px 5px; }
QToolButton[head="true"] { background: $surface; color: $accent; padding: 0; }
QToolButton[head="true"]:hover { text-decoration: underline; }
QToolButton[link="true"] { color: $accent; padding: 0 2px; }
QToolButton::menu-indicator { image: none; }

QTreeView, QTableView, QListView {
    background: $background; color: $text; border: none; outline: none;
    alternate-background-color: $surface; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text;
}
QTableView { background: $surface; alternate-background-color: $background; }
QTreeView::item, QListView::item, QTableView::item {
    border: none; border-left: 2px solid transparent; padding: 0 8px 0 6px;
}
QTreeView::item, QListView::item { height: 26px; padding: 0 4px 0 2px; }
QTreeView::item:hover, QListView::item:hover, QTableView::item:hover {
    background: $hover;
}
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
    background: $accent_soft; color: $text;
}
QTreeView::item:focus, QListView::item:focus, QTableView::item:focus {
    border-left-color: $accent;
}
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: $accent_soft; }
QTreeView::branch:has-children:!has-siblings:closed,
QTreeView::branch:closed:has-children:has-siblings { image: url("$icon_closed"); }
QTreeView::branch:open:has-children:!has-siblings,
QTreeView::branch:open:has-children:has-siblings { image: url("$icon_open"); }

QHeaderView { background: $background; border: none; }
QHeaderView::section {
    background: $background; color: $muted; border: none;
    border-right: 1px solid $line; border-bottom: 1px solid $line;
    padding: 4px 10px 4px 11px; min-height: 20px; font-weight: normal;
}
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section {
    background: $background; border: none;
    border-right: 1px solid $line; border-bottom: 1px solid $line;
}

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }

QComboBox {
    background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 4px 8px; min-height: 20px;
}
QComboBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QComboBox[cell="true"] { margin: 4px 0; padding: 2px 8px; }
QComboBox[cell="true"]:focus { padding: 1px 7px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icon_open"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $line; padding: 4px; outline: none;
}

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; border-radius: 6px; }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; border-radius: 4px;
    background: $surface;
}
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icon_checked");
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $line;
}
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px;
    background: $surface;
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent;
}

QStatusBar { background: $background; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 6px; }

QProgressBar {
    background: $line; border: none; border-radius: 2px; max-height: 4px;
    min-height: 4px; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QGroupBox { border: none; margin-top: 20px; }
QGroupBox::title { subcontrol-origin: margin; color: $muted; }
QDockWidget::title { background: $background; padding: 6px 14px; }

QFrame[card="true"] {
    background: $raised; border: 1px solid $line; border-radius: 8px;
}
QFrame#header { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame#notice-bar {
    background: $bad_soft; border: none; border-bottom: 1px solid $line;
}
QFrame#notice-bar QLabel { color: $text; }
QFrame#popup QListView { background: $raised; }
QTextBrowser[flat="true"], QTextBrowser[flat="true"]:focus {
    border: none; border-radius: 0; padding: 0;
}
QFrame#tag-picker QListView { background: $raised; }
"""
