"""Every key on one page, built from the actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ACTIONS, MENUS, ActionSpec
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel

ELSEWHERE = (
    ("Open, go there", "Enter"),
    ("Edit a name, a date, a cell", "F2"),
    ("Rename, recolor, move, merge: on the tag or row", "Menu key"),
    ("Next field, list or button", "Tab"),
    ("Extend the selection", "Shift+arrows"),
)


class KeyList(QDialog):
    """Lists what can be done and the keys for it; stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setModal(False)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for menu in MENUS:
            specs = [it for it in ACTIONS if it.menu == menu and (_keys(it))]
            if specs:
                _add_heading(grid, menu.replace("&", ""))
            for spec in specs:
                text = spec.text.replace("&", "").rstrip("…")
                _add_line(grid, text, _keys(spec))
        _add_heading(grid, "In lists, trees and tables")
        for text, keys in ELSEWHERE:
            _add_line(grid, text, keys)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.setContentsMargins(20, 12, 20, 20)
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(page.sizeHint().width() + 24, 640)


def _keys(spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    keys = [QKeySequence(it).toString(native) for it in spec.keys]
    in_text = [QKeySequence(it).toString(native) for it in spec.reader_keys]
    if in_text:
        keys.append(f"{', '.join(in_text)} in the text")
    return ", ".join(keys)


def _add_heading(grid: QGridLayout, text: str) -> None:
    label = PlainLabel(text)
    label.setFont(interface_font(12, semibold=True))
    label.setProperty("muted", True)
    label.setContentsMargins(0, 10, 0, 0)
    grid.addWidget(label, grid.rowCount(), 0, 1, 2)


def _add_line(grid: QGridLayout, text: str, keys: str) -> None:
    row = grid.rowCount()
    grid.addWidget(PlainLabel(text), row, 0)
    label = PlainLabel(keys)
    label.setFont(interface_font(13, tabular=True))
    grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
