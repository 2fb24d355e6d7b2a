"""Above the quotations: which kinds to show, how many there are, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import plain_tooltip
from ui.widgets.segments import Segments
from workbench.model.quotations import QuoteKind

NAMES = {
    None: "All",
    QuoteKind.VERBATIM: "Verbatim",
    QuoteKind.ALTERED: "Altered",
    QuoteKind.UNSOURCED: "No source",
}
_TIPS = {
    None: "Every quotation of the document",
    QuoteKind.VERBATIM: "Those whose very words another document has",
    QuoteKind.ALTERED: "Those of which another document has most words",
    QuoteKind.UNSOURCED: "Those that no other document has",
}
_EXPORT = "Export the quotations as CSV or as a page…"


class QuotesBar(QWidget):
    """Its buttons do what the keys of the list do; a linked one says so."""

    def __init__(self) -> None:
        super().__init__()
        self._can_link = True
        self.kinds = Segments("Quotations to show", NAMES, _TIPS)
        self.facts = ElidedLabel("")
        self.source_button = _button("Go to source", "quotes.source")
        self.compare_button = _button("Side by side", "quotes.compare")
        self.accept_button = _button("Accept as link", "quotes.accept")
        self.export_button = QToolButton()
        self._lay_out()
        self.show_tools(is_visible=False)

    def say(self, facts: str) -> None:
        """Say how many there are, or what is going on."""
        self.facts.set_text(facts)

    def show_tools(self, *, is_visible: bool) -> None:
        """Show the controls where there are quotations, and only there."""
        for widget in (self.kinds, *self._buttons, self.export_button):
            widget.setVisible(is_visible)

    def show_state(self, *, has_source: bool, is_linked: bool) -> None:
        """Offer what can be done with the current quotation."""
        for button in self._buttons:
            button.setEnabled(has_source)
        self.accept_button.setText("Linked" if is_linked else "Accept as link")
        if is_linked or not self._can_link:
            self.accept_button.setEnabled(False)

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the project, or give it back."""
        self._can_link = is_editable

    @property
    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.source_button, self.compare_button, self.accept_button

    def _lay_out(self) -> None:
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        self.export_button.setIcon(icon("upload"))
        self.export_button.setToolTip(plain_tooltip(_EXPORT))
        self.export_button.setAccessibleName(_EXPORT)
        self.export_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(4)
        row.addWidget(self.kinds)
        row.addSpacing(8)
        row.addWidget(self.facts, 1)
        for button in (*self._buttons, self.export_button):
            row.addWidget(button)


def _button(text: str, action_id: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    explain(button, text, action_id)
    return button
