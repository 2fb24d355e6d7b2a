"""Asks as what two places are to be linked, and why."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.choice_list import ROW_HEIGHT, Choice, ChoiceList
from ui.widgets.link_words import icon_name, meaning_of, words_of
from ui.widgets.popup import Popup
from workbench.model.links import LinkKind

_WIDTH = 600
_AROUND = 128


class KindPopup(Popup):
    """Type to find a kind, Tab to give a reason; Enter links. Goes with its closing."""

    chosen = Signal(object, str)  # LinkKind, reason

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Link both places as", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = ChoiceList("Find a kind")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Reason, if you like")
        self.reason.setAccessibleName("Reason")
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(self.reason)
        self.choices.chosen.connect(self._choose)
        self.reason.returnPressed.connect(self.choices.choose_current)

    def open_at(self, point: QPoint, current: LinkKind = LinkKind.VERBATIM) -> None:
        """Offer all kinds, one of them current."""
        kinds = list(LinkKind)
        self.setFixedSize(_WIDTH, len(kinds) * ROW_HEIGHT + _AROUND)
        choices = [
            Choice(words_of(it).capitalize(), meaning_of(it), it, symbol=icon_name(it))
            for it in kinds
        ]
        self.choices.offer(choices, kinds.index(current))
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, kind: LinkKind) -> None:
        reason = self.reason.text()
        self.close()
        self.chosen.emit(kind, reason)
