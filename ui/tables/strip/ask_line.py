"""A line above a list: one sentence, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import keymap
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import plain_tooltip

HEIGHT = 30
USUAL: Mapping[str, str] = {}


class AskLine(QWidget):
    """Hidden until there is something to say; buttons carry the ids of actions."""

    asked = Signal(str)

    def __init__(self, name: str, answers: dict[str, tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("ask-line")
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self._sentence = ElidedLabel()
        self._words = answers
        self._instead: Mapping[str, str] = USUAL
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        self._buttons = {it: self._button(it) for it in answers}
        for button in self._buttons.values():
            row.addWidget(button)
        keymap.changed.connect(self._word_buttons)
        self._word_buttons()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the line says."""
        return self._sentence.text

    @property
    def answers(self) -> list[str]:
        """The ids of the actions that are offered."""
        return [it for it, button in self._buttons.items() if not button.isHidden()]

    def say(
        self,
        sentence: str,
        answers: Sequence[str] = (),
        instead: Mapping[str, str] = USUAL,
    ) -> None:
        """Show a sentence with these of the buttons; without words, nothing.

        `instead` has other words for what an answer means this time.
        """
        self._sentence.set_text(sentence)
        self._instead = instead
        self._word_buttons()
        for action_id, button in self._buttons.items():
            button.setVisible(action_id in answers)
        self.setVisible(bool(sentence))

    def _button(self, action_id: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("link", True)
        button.clicked.connect(lambda: self.asked.emit(action_id))
        return button

    def _word_buttons(self) -> None:
        for action_id, button in self._buttons.items():
            usual, tip = self._words[action_id]
            words = self._instead.get(action_id, usual)
            button.setText(f"{words}{keymap.hint(action_id)}")
            button.setToolTip(plain_tooltip(tip))
            button.setAccessibleName(words)
            button.setAccessibleDescription(tip)
