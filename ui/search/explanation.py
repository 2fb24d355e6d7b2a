"""Why a document was found, or why not: part by part, beside the hits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel
from workbench.model.search import Explanation, Reason

WIDTH = 340


class ExplanationCard(QFrame):
    """Stays beside the hits until it is closed, with Esc or its cross."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = ElidedLabel("")
        self._title.setFont(interface_font(13, semibold=True))
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setAutoRaise(True)
        close.setToolTip("Close (Esc)")
        close.setAccessibleName("Close the explanation")
        close.clicked.connect(self.close_card)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.document_id = 0
        self.hide()

    @property
    def lines(self) -> list[str]:
        """Return what the card says, line by line."""
        inside = self._area.widget()
        labels = inside.findChildren(PlainLabel) if inside else []
        return [self._title.text, *(it.text() for it in labels if it.text())]

    def show_explanation(self, explanation: Explanation) -> None:
        """Show why a document was found, or why not."""
        document = explanation.document
        self.document_id = document.document_id
        self._title.set_text(document.title or document.name)
        self.setAccessibleName(explanation.sentence)
        self.setAccessibleDescription("; ".join(map(_spoken, explanation.reasons)))
        body = _body(explanation)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)  # The area has just asked for it.
        self.show()

    def close_card(self) -> None:
        """Close the card, and tell so."""
        self.document_id = 0
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)


def _body(explanation: Explanation) -> QWidget:
    body = QWidget()
    rows = QGridLayout(body)
    rows.setContentsMargins(0, 0, 6, 0)
    rows.setHorizontalSpacing(8)
    rows.setVerticalSpacing(4)
    rows.setColumnStretch(1, 1)
    sentence = PlainLabel(explanation.sentence)
    sentence.setWordWrap(True)
    rows.addWidget(sentence, 0, 0, 1, 2)
    for number, reason in enumerate(explanation.reasons, start=1):
        rows.addWidget(_sign(reason), number, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(_words(reason), number, 1)
    rows.setRowStretch(len(explanation.reasons) + 1, 1)
    return body


def _sign(reason: Reason) -> QLabel:
    sign = QLabel()
    drawn = icon("check", "ok") if reason.holds else icon("x", "bad")
    sign.setPixmap(drawn.pixmap(QSize(14, 14)))
    sign.setContentsMargins(0, 2, 0, 0)
    sign.setAccessibleName("Yes" if reason.holds else "No")
    return sign


def _words(reason: Reason) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    part = PlainLabel(reason.part)
    part.setFont(interface_font(13, semibold=not reason.holds))
    part.setWordWrap(True)
    column.addWidget(part)
    if reason.detail:
        detail = PlainLabel(reason.detail)
        detail.setFont(interface_font(12))
        detail.setProperty("muted", True)
        detail.setWordWrap(True)
        column.addWidget(detail)
    return column


def _spoken(reason: Reason) -> str:
    return f"{'yes' if reason.holds else 'no'}: {reason.part} {reason.detail}".strip()
