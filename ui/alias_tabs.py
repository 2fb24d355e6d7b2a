"""Opens the tab of aliases, and brings words of a text there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.aliases.controller import AliasController
from ui.aliases.files import AliasFiles
from ui.aliases.panel import AliasPanel
from ui.common import Common
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.reader.panel import ReaderPanel
from ui.readers import Readers
from ui.strips import Strips
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from workbench.errors import WorkbenchError
from workbench.model.aliases import AliasGroup, AliasName, some_names
from workbench.text.alias_lines import name_as_typed, tidied_name

NOT_SELECTED = "Select a name in the text first; then it can be put among the aliases."


class AliasTabs(QObject):
    """Knows the tab of aliases in the strips of a center; there is one at most."""

    search_requested = Signal(str)

    def __init__(
        self, common: Common, strips: Strips, readers: Readers, travel: Travel
    ) -> None:
        super().__init__(strips)
        self._common = common
        self._project = common.project
        self._strips = strips
        self._readers = readers
        self._travel = travel

    def open(self) -> AliasPanel:
        """Show the groups of names that mean the same."""
        panel = self._open()
        panel.view.setFocus()
        return panel

    def add_from(self, reader: ReaderPanel | None) -> None:
        """Put what is selected in a reader into a new group, or into one to choose."""
        name = self._selected_name(reader)
        groups = self._project.aliases.groups()
        if reader is None or not name:
            raise WorkbenchError(NOT_SELECTED)
        if not groups:
            self._begin(name, None)
            return
        popup = ChoicePopup(f"“{name}” means the same as", "Find a name", reader)
        popup.chosen.connect(lambda group: self._begin(name, group))
        choices = [Choice("A new group", "", None, symbol="plus")]
        choices += [Choice(some_names(it.names, 10), "", it) for it in groups]
        popup.open_at(reader.mapToGlobal(QPoint(60, 60)), choices)

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is this one."""
        return Tab(TabKind.ALIASES) if isinstance(widget, AliasPanel) else None

    def _open(self) -> AliasPanel:
        with self._travel.jump():
            for panel in self._strips.of_kind(AliasPanel):
                self._strips.bring_to_front(panel)
                return panel
            panel = AliasPanel()
            AliasController(self._common, panel)
            AliasFiles(self._common, panel)
            panel.search_requested.connect(self._search)
            self._strips.add(panel, "Aliases")
            return panel

    def _begin(self, name: str, group: AliasGroup | None) -> None:
        panel, added = self._open(), AliasName(name)
        if group is None:
            panel.entry.start(f"{name_as_typed(added)} = ")
        else:
            panel.edit(replace(group, names=(*group.names, added)))

    def _selected_name(self, reader: ReaderPanel | None) -> str:
        if reader is None or reader.selection is None:
            return ""
        text = self._project.documents.text(self._readers.document_of(reader))
        return tidied_name(reader.selection.of(text))

    def _search(self, group: AliasGroup) -> None:
        name = group.names[0].text.replace('"', " ")
        self.search_requested.emit(
            f'alias:"{name}"' if " " in name else f"alias:{name}"
        )
