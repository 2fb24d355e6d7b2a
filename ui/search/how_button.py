"""The button for how is searched: where words stand, which names, with zones or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.search.choice_button import MenuButton
from ui.search.choices import Choices
from workbench.model.search import AliasUse, Scope

SCOPES = {
    Scope.DOCUMENT: "All words in one document",
    Scope.PARAGRAPH: "All words in one paragraph",
}
ALIASES = {
    AliasUse.AUTOMATIC: "Usual aliases",
    AliasUse.ALL: "All aliases",
    AliasUse.NONE: "No aliases",
}
ZONES = "Search zones too"
NAME = "How to search"


class HowButton(MenuButton):
    """Says where all words must stand, and whatever else is not as usual."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NAME, parent)
        menu = self.choices_menu
        self.scope = Choices(menu, SCOPES, self._tell)
        menu.addSeparator()
        self.aliases = Choices(menu, ALIASES, self._tell)
        menu.addSeparator()
        self.zones = menu.addAction(ZONES)
        self.zones.setCheckable(True)
        self.zones.triggered.connect(lambda _checked: self._tell())
        self._show()

    def show_choices(self, scope: Scope, aliases: AliasUse, *, zones: bool) -> None:
        """Show other choices, without telling anybody."""
        self.scope.show_value(scope)
        self.aliases.show_value(aliases)
        self.zones.setChecked(zones)
        self._show()

    @override
    def first_action(self) -> QAction:
        """Return the entry of the scope."""
        return self.scope.action

    def _show(self) -> None:
        said = [f"In one {self.scope.value.value}"]
        if self.aliases.value is not AliasUse.AUTOMATIC:
            said.append(ALIASES[self.aliases.value].lower())
        if self.zones.isChecked():
            said.append("with zones")
        self.setText(" · ".join(said))
        self.setAccessibleName(f"{NAME}: {', '.join(said)}")

    def _tell(self) -> None:
        self._show()
        self.chosen.emit()
