"""A slim strip over the text: what looks like no content, one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from ui.keymap import explain, keymap, new_action
from ui.theme import interface_font, tokens
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.keys import ENTER_KEYS
from workbench.model.zones import SuggestedZone

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NARROW = 440
_NARROW = 420


class ZonesStrip(QWidget):
    """Hidden until there is something to ask; its keys are heard while it has focus.

    `later` puts the questions off.
    """

    begin = Signal()
    accepted = Signal()
    refused = Signal()
    all_accepted = Signal()
    stepped = Signal(int)
    later = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_asking = False
        self._sentence = ElidedLabel()
        self._look = _LinkButton("Look at them", "Go through them", "passage.suggested")
        self._accept = _LinkButton("Zone", "Grey it", "zones.accept")
        self._refuse = _LinkButton("Content", "Keep it, ask no more", "zones.refuse")
        self._all = _LinkButton("All", "Grey all of them", "zones.accept_all")
        self._later = _LinkButton("Later")
        self._word_buttons()
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        for button in self._buttons():
            row.addWidget(button)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the strip says."""
        return self._sentence.text

    def offer(self, count: int) -> None:
        """Say how many there are, without asking about one."""
        parts = count_of(count, "part")
        looks = "looks" if count == 1 else "look"
        self._say(f"{parts} {looks} like no content", f"{parts}: no content?", parts)
        self._show_buttons(asking=False, several=False)

    def ask(self, suggestion: SuggestedZone, number: int, total: int) -> None:
        """Ask about one, the `number`th of them."""
        kind = suggestion.kind.value.capitalize()
        place = f"{number} of {total} · " if total > 1 else ""
        self._say(f"{place}{kind}: {suggestion.reason}", f"{place}{kind}", kind)
        self._show_buttons(asking=True, several=total > 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER_KEYS and self.hasFocus():
            (self.accepted if self._is_asking else self.begin).emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word_buttons()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().warn_soft)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens().line)
        if self.hasFocus():
            painter.fillRect(0, 0, 2, self.height(), tokens().accent)
        painter.end()

    def _connect(self) -> None:
        self._look.clicked.connect(self.begin)
        self._later.clicked.connect(self.later)
        for button, action_id, asked in (
            (self._accept, "zones.accept", self.accepted),
            (self._refuse, "zones.refuse", self.refused),
            (self._all, "zones.accept_all", self.all_accepted),
        ):
            button.clicked.connect(asked)
            new_action(action_id, self).triggered.connect(self._if_asking(asked))

    def _if_asking(self, asked: SignalInstance) -> Callable[[], None]:
        def act() -> None:
            if self._is_asking:
                asked.emit()
            else:
                self.begin.emit()

        return act

    def _buttons(self) -> tuple[_LinkButton, ...]:
        return self._look, self._accept, self._refuse, self._all, self._later

    def _show_buttons(self, *, asking: bool, several: bool) -> None:
        self._is_asking = asking
        self._look.setVisible(not asking)
        self._accept.setVisible(asking)
        self._refuse.setVisible(asking)
        self._all.setVisible(asking and several)
        self.show()

    def _say(self, sentence: str, *shorter: str) -> None:
        self._sentence.set_text(sentence, *shorter)
        self.setAccessibleName(sentence)

    def _word_buttons(self) -> None:
        for button in self._buttons():
            button.show_name(has_room=self.width() >= _NARROW)


class _LinkButton(QToolButton):
    """Names its key where there is room; the tooltip always does."""

    def __init__(self, name: str, tip: str = "", action_id: str = "") -> None:
        super().__init__()
        self._name = name
        self._action_id = action_id
        self.setProperty("link", True)
        self.setFont(interface_font(12))
        self.setAccessibleName(f"{name}: {tip}" if tip else name)
        if action_id:
            explain(self, tip, action_id)

    def show_name(self, *, has_room: bool) -> None:
        """Show the name, and the key behind it if there is room."""
        key = keymap.hint(self._action_id) if self._action_id else " (Esc)"
        self.setText(f"{self._name}{key if has_room else ''}")
