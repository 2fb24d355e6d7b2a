"""Lists the encodings a text may be in; shows what the current one would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.encodings.preview import ChangePreview
from ui.widgets.choice_list import ROW_HEIGHT, Choice, ChoiceList
from ui.widgets.kept_popups import muted_hint
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup
from workbench.model.encodings import EncodingChoice

WIDTH = 560
_MOST_ROWS = 7
_FACT_SHARE = 0.5


class EncodingPopup(Popup):
    """Offers encodings; Enter reads the text in the one whose preview is shown."""

    chosen = Signal(str)

    def __init__(self, name: str, remarks: Sequence[str], parent: QWidget) -> None:
        super().__init__(f"Encoding of {name}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self.remarks = PlainLabel(" ".join(remarks))
        self.remarks.setWordWrap(True)
        self.choices = ChoiceList(
            "Find an encoding or a language", fact_share=_FACT_SHARE
        )
        self.choices.chosen.connect(self._choose)
        self.choices.current_changed.connect(self._show_changes)
        self.preview = ChangePreview()
        self.body.addWidget(self.remarks)
        self.remarks.setVisible(bool(remarks))
        self.body.addWidget(self.choices)
        self.body.addWidget(self.preview)
        self.body.addWidget(muted_hint("Enter reads the text so · Esc leaves it"))

    def open_at(self, point: QPoint, choices: Sequence[EncodingChoice]) -> None:
        """Open with the left upper corner at a point, the likeliest other current."""
        rows = min(max(len(choices), 1), _MOST_ROWS)
        self.choices.view.setFixedHeight(rows * ROW_HEIGHT)
        self.choices.offer([_choice(it) for it in choices], min(1, len(choices) - 1))
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_changes(self) -> None:
        current = self.choices.current
        value = current.value if current else None
        self.preview.show_choice(value if isinstance(value, EncodingChoice) else None)

    def _choose(self, choice: EncodingChoice) -> None:
        self.close()
        if not choice.is_current:
            self.chosen.emit(choice.encoding)


def _choice(it: EncodingChoice) -> Choice:
    facts = [it.encoding]
    if it.unreadable:
        facts.append(f"{it.unreadable:,} unreadable")
    if it.is_current:
        facts.append("now")
    return Choice(it.words, " · ".join(facts), it)
