"""What can be decided about the passage that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.keymap import explain, keymap
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.flow_layout import FlowLayout

HINT_SIZE = 12


class Decisions(QWidget):
    """One sentence on the passage, a hint, and the buttons; keys do the same."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = ElidedLabel()
        self._sentence.setFont(interface_font(13, semibold=True))
        self._hint = ElidedLabel()
        self._hint.setProperty("muted", True)
        self._hint.setFont(interface_font(HINT_SIZE))
        self.accept_button = asking_button(
            "Accept place", "Take what is marked in the new text", "review.accept"
        )
        self.accept_button.setProperty("primary", True)
        self.choose_button = asking_button(
            "Choose another", "Select it in the new text", "review.choose"
        )
        self.orphan_button = asking_button(
            "Keep as orphan", "Leave the passage with the old text", "review.orphan"
        )
        self.next_button = asking_button(
            "Next place", "Show the next place it may be", "review.next_place"
        )
        self._lay_out()

    @property
    def sentence(self) -> str:
        """What is said of the passage."""
        return self._sentence.text

    @property
    def hint(self) -> str:
        """What is said of what can be done."""
        return self._hint.text

    def show_review(self, sentence: str) -> None:
        """Say what became of a passage."""
        self._sentence.set_text(sentence)

    def show_state(
        self,
        *,
        has_review: bool,
        has_place: bool,
        is_chosen: bool,
        place: int,
        places: int,
    ) -> None:
        """Enable what makes sense; `place` of `places` is shown, 0 is none of them."""
        self.accept_button.setText("Accept selection" if is_chosen else "Accept place")
        self.accept_button.setEnabled(has_place)
        self.choose_button.setEnabled(has_review)
        self.orphan_button.setEnabled(has_review)
        self.next_button.setVisible(places > 1 or (places == 1 and not place))
        shown = f"Place {place} of {places}" if place else "Show a place"
        self.next_button.setText(shown)
        self._hint.set_text(_hint(has_place=has_place, is_chosen=is_chosen))

    def say_how_to_choose(self) -> None:
        """Say how another place is chosen."""
        self._hint.set_text(
            "Select the right words in the new text, then press"
            f" {keymap.text_of('review.accept')} or Enter; Esc goes back"
        )

    def say_place_is_missing(self) -> None:
        """Say why nothing was accepted."""
        choose, keep = keymap.way_to("review.choose"), keymap.text_of("review.orphan")
        self._hint.set_text(f"No place yet: {choose} to choose one, {keep} to keep it")

    def _lay_out(self) -> None:
        buttons = FlowLayout(spacing=8)
        for button in (
            self.accept_button, self.choose_button, self.orphan_button,
            self.next_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addLayout(buttons)


def _hint(*, has_place: bool, is_chosen: bool) -> str:
    if is_chosen:
        return "The selection in the new text becomes the passage's place"
    if has_place:
        return "Compare the old text with the new one"
    return "Choose where it belongs now, or keep it with the old text"


def asking_button(text: str, tip: str, action_id: str) -> QPushButton:
    """Return a button whose tooltip ends with the key of an action."""
    button = QPushButton(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    explain(button, tip, action_id)
    return button
