"""A card that can be chosen: by click, or by Enter while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.passage.model import STATE_KINDS, path_of, place_of_note
from ui.widgets.badge import Badge
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel, plain_tooltip, wrapped_label
from workbench.model.cells import CellPlace, Role
from workbench.model.notes import PlacedNote
from workbench.operations.labels import first_words

ROLE_WORDS = {
    Role.SUPPORTS: "cited as support",
    Role.CONTRADICTS: "cited as contradiction",
    Role.CONTEXT: "cited for context",
}
LONGEST_WORDS = 160
LONGEST_QUOTE = 140
CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Card(QFrame):
    """A raised frame with content in one column."""

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(6)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.activated.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CHOOSING_KEYS:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme.tokens().accent, width))
        inset = width / 2
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, 7, 7)


def muted(text: str) -> ElidedLabel:
    """Return a small quiet label, cut where there is no room."""
    label = ElidedLabel(text)
    label.setFont(theme.interface_font(12))
    label.setProperty("muted", True)
    return label


def quoted_card_text(quote: str) -> str:
    """Return the beginning of a quote in quotation marks, as much as a card shows."""
    return f"“{first_words(quote, LONGEST_QUOTE)}”"


class CitedCard(Card):
    """A cell that cites the passage, with the state of that cell."""

    def __init__(self, place: CellPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role = PlainLabel(ROLE_WORDS[place.role])
        role.setProperty("muted", True)
        role.setFont(theme.interface_font(12))
        facts = QHBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(Badge(place.state.value, STATE_KINDS[place.state]))
        facts.addWidget(role, 1)
        self.column.addWidget(
            wrapped_label(path_of(place).replace("› ", "›\N{NO-BREAK SPACE}"))
        )
        self.column.addLayout(facts)
        self.setAccessibleName(f"{path_of(place)}, {place.state.value}")
        self.setToolTip(plain_tooltip("Show this cell in its table"))


class MentionCard(Card):
    """A note with a link to the passage."""

    def __init__(self, placed: PlacedNote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = " ".join(placed.note.text.split())
        if len(words) > LONGEST_WORDS:
            words = f"{words[: LONGEST_WORDS - 1]}…"
        self.column.addWidget(wrapped_label(words))
        self.column.addWidget(muted(place_of_note(placed)))
        self.setAccessibleName(f"{place_of_note(placed)}, {words}")
        self.setToolTip(plain_tooltip("Open this note"))
