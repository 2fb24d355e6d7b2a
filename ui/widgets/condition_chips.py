"""The conditions in force, each a button that takes it away."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from ui import theme
from ui.resources import icon
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import plain_tooltip

NO_MARGINS = QMargins()
PRESSED_BY = {
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
}  # fmt: skip


class ConditionChip(QToolButton):
    """Says one condition; Enter, Space, Del and Backspace take it away."""

    def __init__(self, words: str, longest: int, what: str) -> None:
        super().__init__()
        font = theme.interface_font(12)
        cut = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(words, cut, longest)
        self.setFont(font)
        self.setText(shown.replace("&", "&&"))
        self.setIcon(icon("x"))
        self.setIconSize(QSize(12, 12))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross comes last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(plain_tooltip(f"{words} (Del removes)"))
        self.setAccessibleName(f"Remove the {what} {words}")
        self.setProperty("chip", True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSED_BY:
            self.click()
        else:
            super().keyPressEvent(event)


class ConditionChips(QWidget):
    """Shows conditions beside each other, in as many lines as they need.

    Words are cut where they are wider than `longest`; `what` they are is spoken.
    """

    removed = Signal(object)  # the condition

    def __init__(
        self, longest: int, margins: QMargins = NO_MARGINS, what: str = "condition"
    ) -> None:
        super().__init__()
        self._what = what
        self._longest = longest
        self._flow = FlowLayout(self, spacing=6)
        self._flow.setContentsMargins(margins)
        self._labels: Mapping[Hashable, str] = {}
        self.buttons: list[ConditionChip] = []
        self.hide()

    def show_labels(self, labels: Mapping[Hashable, str]) -> None:
        """Show conditions, each in its words; the focus stays among them if it was."""
        if labels == self._labels:
            return
        had_focus = [it for it, chip in enumerate(self.buttons) if chip.hasFocus()]
        self._labels = labels
        self._flow.clear()
        self.buttons = [
            ConditionChip(it, self._longest, self._what) for it in labels.values()
        ]
        for chip, part in zip(self.buttons, labels, strict=True):
            chip.clicked.connect(lambda _=False, it=part: self.removed.emit(it))
            self._flow.addWidget(chip)
        if had_focus and self.buttons:
            self.buttons[min(had_focus[0], len(self.buttons) - 1)].setFocus()
        self.setVisible(bool(labels))
