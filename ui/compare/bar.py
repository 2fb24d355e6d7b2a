"""The line above the texts: whether they scroll together, and one more beside them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel

ALONE = "Each text scrolls by itself"
ALIGNED = "The texts scroll together, by what they share"
COMPARING = "Comparing the texts"
IN_PROPORTION = "The texts scroll together, in proportion to their length"


class CompareBar(QWidget):
    """A lock with words beside it, what goes on, and a button for another text."""

    def __init__(self, *, can_add: bool) -> None:
        super().__init__()
        self.lock_button = _button("Lock scrolling", "lock-open")
        self.lock_button.setCheckable(True)
        explain(
            self.lock_button, "Scroll all texts together, by what they share",
            "compare.lock",
        )  # fmt: skip
        self.add_button = _button("Add a text", "plus")
        explain(
            self.add_button, "Show another document beside these", "compare.add_pane"
        )
        self.add_button.setVisible(can_add)
        self._lock_words = ElidedLabel()
        self.progress = ElidedLabel(COMPARING)
        for label in (self._lock_words, self.progress):
            label.setProperty("muted", True)
            label.setFont(interface_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 0)
        row.setSpacing(8)
        row.addWidget(self.lock_button)
        row.addWidget(self._lock_words, 3)
        row.addWidget(self.progress, 2)
        row.addWidget(self.add_button)
        self.say_lock(is_locked=False, has_pairs=False)

    @property
    def said(self) -> str:
        """What is said about scrolling."""
        return self._lock_words.text

    def say_lock(self, *, is_locked: bool, has_pairs: bool) -> None:
        """Say how the texts scroll."""
        together = ALIGNED if has_pairs else IN_PROPORTION
        self._lock_words.set_text(together if is_locked else ALONE)
        self.lock_button.setIcon(icon("lock" if is_locked else "lock-open"))


def _button(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setIcon(icon(name))
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(words)
    return button
