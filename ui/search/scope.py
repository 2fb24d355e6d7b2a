"""The switch between words in one document and words in one paragraph."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from workbench.model.search import Scope

EXPLANATIONS = {
    Scope.DOCUMENT: "All words anywhere in one document",
    Scope.PARAGRAPH: "All words in one paragraph",
}


class ScopeSwitch(QWidget):
    """Two buttons, one of them down."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {scope: self._button(scope) for scope in Scope}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in self._buttons.values():
            group.addButton(button)
            layout.addWidget(button)
        self._buttons[Scope.DOCUMENT].setChecked(True)

    @property
    def scope(self) -> Scope:
        """Return the scope whose button is down."""
        return next(s for s, button in self._buttons.items() if button.isChecked())

    def show_scope(self, scope: Scope) -> None:
        """Put down the button of a scope, without telling anybody."""
        self._buttons[scope].setChecked(True)

    def choose(self, scope: Scope) -> None:
        """Press the button of a scope."""
        self._buttons[scope].click()

    def _button(self, scope: Scope) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"Same {scope.value}")
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolTip(EXPLANATIONS[scope])
        button.setAccessibleName(EXPLANATIONS[scope])
        button.clicked.connect(lambda: self.chosen.emit(scope))
        return button
