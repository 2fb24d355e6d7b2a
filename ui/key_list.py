"""Every key on one page, built from the actions and the keys in force."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ACTIONS, MENUS, ActionSpec, Place, plain
from ui.key_rules import readable
from ui.keymap import keymap
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel

ELSEWHERE = (
    ("Open, go there", "Enter"),
    ("Edit a name, a date, a cell", "F2"),
    ("Remove what is selected", "Del"),
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
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._show_keys()
        keymap.changed.connect(self._show_keys)

    def _show_keys(self) -> None:
        page = _page()
        self.resize(max(self.width(), page.sizeHint().width() + 24), 640)
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(place)


def _page() -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setContentsMargins(20, 12, 20, 20)
    grid.setColumnStretch(0, 1)
    for heading, specs in _groups():
        _add_heading(grid, heading)
        for spec in specs:
            _add_line(grid, plain(spec.text).rstrip("…"), _keys(spec))
    _add_heading(grid, "In lists, trees and tables")
    for text, keys in ELSEWHERE:
        _add_line(grid, text, keys)
    return page


def _groups() -> Iterator[tuple[str, list[ActionSpec]]]:
    """Yield what has keys: menu by menu, then what is in none, place by place."""
    groups: dict[str, list[ActionSpec]] = {plain(menu): [] for menu in MENUS}
    groups |= {place.value: [] for place in Place}
    for spec in ACTIONS:
        if keymap.keys_of(spec.id):
            groups[plain(spec.menu) or spec.place.value].append(spec)
    return ((heading, specs) for heading, specs in groups.items() if specs)


def _keys(spec: ActionSpec) -> str:
    keys = ", ".join(readable(key) for key in keymap.keys_of(spec.id))
    if spec.menu and spec.place is not Place.WINDOW:
        return f"{keys} {spec.place.value.lower()}"
    return keys


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
