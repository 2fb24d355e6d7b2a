"""What is beside the tabs of the pages: the lock, one more text, all the room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from ui.keymap import explain
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel

COMPARING = "Comparing the texts"
ALONE = "Each text scrolls by itself"
ALIGNED = "The texts scroll together, by what they share"
IN_PROPORTION = "The texts scroll together, in proportion to their length"
_SHORTER = {
    ALONE: ("Each by itself", "Alone"),
    ALIGNED: ("Together, by what they share", "Together"),
    IN_PROPORTION: ("Together, in proportion to length", "Together"),
}
_NARROW = 400


class CompareBar(QWidget):
    """A lock with words beside it, or what goes on; buttons to add, export and fold."""

    def __init__(self, *, can_add: bool) -> None:
        super().__init__()
        self._progress = COMPARING
        self.lock_button = _button("Lock scrolling", "lock-open")
        self.lock_button.setCheckable(True)
        explain(
            self.lock_button, "Scroll all texts together, or each by itself",
            "compare.lock",
        )  # fmt: skip
        self.add_button = _button("Add a text", "plus")
        self.add_button.setText("Add a text")
        explain(
            self.add_button, "Show another document beside these", "compare.add_pane"
        )
        self.export_menu = QMenu(self)
        self.export_button = _button("Export the comparison", "upload")
        self.export_button.setToolTip("Write what is compared to a file")
        self.export_button.setMenu(self.export_menu)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.fold_button = _button("Only the texts", "chevron-down")
        explain(
            self.fold_button, "Hide or show the pages about the texts", "compare.fold"
        )
        self._said = ALONE
        self._words = ElidedLabel()
        self._words.setProperty("muted", True)
        self._words.setFont(interface_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self.lock_button)
        row.addWidget(self._words, 1)
        row.addWidget(self.add_button)
        # Only now: without a parent it would open as a window of its own.
        self.add_button.setVisible(can_add)
        row.addWidget(self.export_button)
        row.addWidget(self.fold_button)
        self.say_lock(is_locked=False, has_pairs=False)

    @property
    def said(self) -> str:
        """What is said about scrolling as soon as nothing else goes on."""
        return self._said

    @property
    def progress(self) -> str:
        """What goes on; empty when nothing does."""
        return self._progress

    def say_lock(self, *, is_locked: bool, has_pairs: bool) -> None:
        """Say how the texts scroll."""
        together = ALIGNED if has_pairs else IN_PROPORTION
        self._said = together if is_locked else ALONE
        self.lock_button.setIcon(icon("lock" if is_locked else "lock-open"))
        self._say()

    def say_progress(self, progress: str) -> None:
        """Say in place of that what goes on; nothing when it has ended."""
        self._progress = progress
        self._say()

    def say_folded(self, is_folded: bool) -> None:  # noqa: FBT001  (a slot)
        """Let the button say what it does now."""
        words = "Show the pages about the texts" if is_folded else "Only the texts"
        self.fold_button.setIcon(icon("chevron-up" if is_folded else "chevron-down"))
        self.fold_button.setAccessibleName(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        is_narrow = event.size().width() < _NARROW
        self.add_button.setToolButtonStyle(
            styles.ToolButtonIconOnly if is_narrow else styles.ToolButtonTextBesideIcon
        )

    def _say(self) -> None:
        if self._progress:
            self._words.set_text(self._progress)
        else:
            self._words.set_text(self._said, *_SHORTER[self._said])


def _button(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(words)
    return button
