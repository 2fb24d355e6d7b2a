"""What a panel shows while it has nothing: what it is for, and the one next thing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.plain import PlainLabel


class EmptyState(QWidget):
    """A heading, a sentence and, where there is one, the button to go on.

    `activated` says that `button` was pressed. Where several stand in one window,
    only the one to begin with is primary.
    """

    activated = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        action_label: str = "",
        parent: QWidget | None = None,
        *,
        is_primary: bool = True,
    ) -> None:
        super().__init__(parent)
        self._title = _centered_label(title)
        self._title.setFont(theme.interface_font(14, semibold=True))
        self._text = _centered_label(text)
        self._text.setProperty("muted", True)
        self.button = QPushButton(action_label)
        self.button.setProperty("primary", is_primary)
        self.button.clicked.connect(self.activated)
        self.setFocusProxy(self.button)
        self._arrange()
        # Only now: a button without a parent would open as a window of its own.
        self.set_action(action_label)
        self.set_content(title, text)

    def set_content(self, title: str, text: str) -> None:
        """Say something else, such as why a filter shows nothing."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.button.setAccessibleDescription(text)

    def set_action(self, label: str) -> None:
        """Name the button anew; without a label there is none."""
        self.button.setText(label)
        self.button.setVisible(bool(label))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)


def _centered_label(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label
