"""By which words lines are sorted: three keys, each said in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui.concordance.page import control_button
from ui.resources import icon
from ui.widgets.plain import plain_tooltip
from workbench.model.concordances import SortKey

NAMES = {
    SortKey.DOCUMENT: "document",
    SortKey.DATE: "date",
    SortKey.MATCH: "match",
    SortKey.L1: "1 word left",
    SortKey.L2: "2 words left",
    SortKey.L3: "3 words left",
    SortKey.R1: "1 word right",
    SortKey.R2: "2 words right",
    SortKey.R3: "3 words right",
}
PRESETS = {
    "As in the documents": (SortKey.DOCUMENT,),
    "By the date of the document": (SortKey.DATE,),
    "By the words after the match": (SortKey.R1, SortKey.R2, SortKey.R3),
    "By the words before the match": (SortKey.L1, SortKey.L2, SortKey.L3),
    "By the match, then the words after": (SortKey.MATCH, SortKey.R1, SortKey.R2),
}
PLACES = ("First", "Then", "Then")
MOST_KEYS = 3


class SortBar(QWidget):
    """A button with the usual orders, and one for each of the keys."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[SortKey, ...] = (SortKey.DOCUMENT,)
        self.presets = control_button("Sort", "Choose one of the usual orders")
        self.presets.setIcon(icon("chevron-down"))
        self.presets.setIconSize(QSize(12, 12))
        self.presets.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.presets.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.buttons = [control_button("", "") for _ in range(MOST_KEYS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.presets)
        self.presets.clicked.connect(self._offer_presets)
        for number, button in enumerate(self.buttons):
            button.setProperty("chip", True)
            button.clicked.connect(lambda _=False, it=number: self._offer_keys(it))
            row.addWidget(button)
        self._show()

    @property
    def keys(self) -> tuple[SortKey, ...]:
        """By what lines are sorted, the first before all."""
        return self._keys

    def sort_by(self, keys: Sequence[SortKey]) -> None:
        """Sort by these keys."""
        chosen = tuple(dict.fromkeys(keys))[:MOST_KEYS] or (SortKey.DOCUMENT,)
        if chosen != self._keys:
            self._keys = chosen
            self._show()
            self.changed.emit()

    def preset_menu(self) -> QMenu:
        """Return the menu of usual orders; it deletes itself when closed."""
        menu = self._menu()
        for words, keys in PRESETS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(keys == self._keys)
            action.triggered.connect(lambda _=False, it=keys: self.sort_by(it))
        return menu

    def key_menu(self, number: int) -> QMenu:
        """Return the menu of keys for one of the buttons."""
        menu = self._menu()
        for key, words in NAMES.items():
            action = menu.addAction(words.capitalize())
            action.setCheckable(True)
            action.setChecked(self._keys[number : number + 1] == (key,))
            action.triggered.connect(lambda _=False, it=key: self._put(number, it))
        if number:
            menu.addSeparator()
            stop = menu.addAction("Nothing more")
            stop.triggered.connect(lambda: self.sort_by(self._keys[:number]))
        return menu

    def _put(self, number: int, key: SortKey) -> None:
        rest = [it for it in self._keys[number + 1 :] if it is not key]
        before = [it for it in self._keys[:number] if it is not key]
        self.sort_by([*before, key, *rest])

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _offer_presets(self) -> None:
        below = QPoint(0, self.presets.height() + 2)
        self.preset_menu().popup(self.presets.mapToGlobal(below))

    def _offer_keys(self, number: int) -> None:
        button = self.buttons[number]
        below = QPoint(0, button.height() + 2)
        self.key_menu(number).popup(button.mapToGlobal(below))

    def _show(self) -> None:
        for number, button in enumerate(self.buttons):
            key = self._keys[number] if number < len(self._keys) else None
            words = NAMES[key] if key else "then…"
            said = f"{PLACES[number]} by {NAMES[key]}" if key else "Then by something"
            button.setText(words)
            button.setProperty("chip", key is not None)
            button.setVisible(number <= len(self._keys))
            button.setAccessibleName(f"Sort lines: {said}")
            button.setToolTip(plain_tooltip(f"{said}; press to choose"))
            button.style().polish(button)
