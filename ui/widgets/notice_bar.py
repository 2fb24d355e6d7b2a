"""The bar that shows a problem without stopping anyone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from ui.notices import Notices
from ui.resources import icon
from ui.widgets.plain import PlainLabel


class NoticeBar(QFrame):
    """One sentence on a soft red ground, until it is closed or replaced.

    It takes no focus when it appears; Esc closes it while the focus is inside, and
    the window may call `dismiss` for its own Esc.
    """

    def __init__(
        self, notices: Notices | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice-bar")
        self._sign = QLabel()
        self._sentence = PlainLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._close = _close_button()
        self._close.clicked.connect(self.dismiss)
        self._arrange()
        self.hide()
        if notices is not None:
            notices.trouble.connect(self.show_problem)

    @property
    def sentence(self) -> str:
        """Return the sentence that was shown last."""
        return self._sentence.text()

    def show_problem(self, sentence: str) -> None:
        """Show a sentence in place of the last one."""
        self._sentence.setText(sentence)
        self._sign.setPixmap(icon("circle-alert", "bad").pixmap(QSize(16, 16)))
        self.setAccessibleName(f"Problem: {sentence}")
        self.show()

    def dismiss(self) -> None:
        """Close the bar."""
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._close)


def _close_button() -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("x"))
    button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    button.setToolTip("Close (Esc)")
    button.setAccessibleName("Close this notice")
    return button
