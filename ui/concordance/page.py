"""What the pages have in common: controls, a view, and what stands in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel, plain_tooltip

STOPPED = ("Stopped", "What was counted so far is not shown, since it would mislead.")


class Page(QWidget):
    """A view with `controls` to stand in the line above it, or why there is none."""

    shown = Signal()
    again_wanted = Signal()
    facts_changed = Signal(str)
    export_wanted = Signal()

    def __init__(self, view: QWidget, title: str, text: str) -> None:
        super().__init__()
        self.view = view
        self.facts = ""
        self._purpose = (title, text)
        self.empty = EmptyState(title, text, is_primary=False)
        self.empty.activated.connect(self.again_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.controls = QWidget()
        self._line = QHBoxLayout(self.controls)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)

    @property
    def has_view(self) -> bool:
        """Tell whether there is something to see, and so to export."""
        return self._stack.currentWidget() is self.view

    def show_view(self, facts: str) -> None:
        """Show the view, and say how much there is."""
        self._stack.setCurrentWidget(self.view)
        self._tell(facts)

    def show_purpose(self) -> None:
        """Say what the page is for and what to do next."""
        self.show_instead(*self._purpose)

    def show_instead(self, title: str, text: str) -> None:
        """Say why there is nothing to see."""
        self.empty.set_content(title, text)
        self.empty.set_action("")
        self._stack.setCurrentWidget(self.empty)
        self._tell("")

    def show_stopped(self) -> None:
        """Say that somebody stopped the counting, and offer to begin again."""
        self.show_instead(*STOPPED)
        self.empty.set_action("Begin again")

    def add_control(self, widget: QWidget) -> None:
        """Put a control into the line above."""
        self._line.addWidget(widget)

    def add_space(self) -> None:
        """Keep what follows apart."""
        self._line.addSpacing(8)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _tell(self, facts: str) -> None:
        self.facts = facts
        self.facts_changed.emit(facts)


def control_label(text: str, control: QWidget) -> QLabel:
    """Return the muted word before a control, which it also names."""
    label = PlainLabel(text)
    label.setFont(interface_font(12))
    label.setProperty("muted", True)
    label.setBuddy(control)
    return label


def control_button(text: str, tip: str, symbol: str = "") -> QToolButton:
    """Return a flat button that the keyboard reaches, named by its tooltip."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(plain_tooltip(tip))
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if symbol:
        button.setIcon(icon(symbol))
    if symbol and text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
