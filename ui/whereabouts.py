"""Where in a tab somebody is, and coming back there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.compare.panel import ComparePanel
from ui.places.place import Place, Tab
from ui.reader.panel import ReaderPanel
from ui.tables.panel import TablePanel
from workbench.model.ids import ColumnId, RowId


def place_in(shown: QWidget, tab: Tab) -> Place:
    """Return the place that a tab shows now."""
    if isinstance(shown, ReaderPanel):
        passage = shown.selected_passage
        return Place(tab, shown.position(), shown.selection, passage)
    if isinstance(shown, ComparePanel):
        return Place(tab, spots=shown.spots(), pane=shown.panes.focused)
    if isinstance(shown, TablePanel):
        cell = shown.model.cell(shown.view.currentIndex())
        return Place(tab, cell=(cell.row_id, cell.column_id) if cell else None)
    return Place(tab)


def come_back(shown: QWidget, place: Place) -> None:
    """Show a place in the tab that it is in."""
    if isinstance(shown, ReaderPanel):
        shown.come_back(place.offset, place.selection, place.passage_id)
    elif isinstance(shown, ComparePanel):
        shown.come_back(place.spots, place.pane)
    elif isinstance(shown, TablePanel) and place.cell:
        row_id, column_id = place.cell
        shown.select_cell(RowId(row_id), ColumnId(column_id))
