"""Shows what is read in the other half too, or in a window of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.notices import Notices
from ui.places.travel import Travel
from ui.reader.panel import ReaderPanel
from ui.readers import Readers
from ui.strips import Strips
from ui.tab_group import TabGroup
from workbench.errors import WorkbenchError

NOTHING_TO_SHOW = "Nothing is open yet; open a document first."
ALONE = "Nothing else is open to stand beside this; open a document first."

AddReader = Callable[[int], ReaderPanel]


class Splitting(QObject):
    """Shares the tabs of a center among halves and windows.

    A document is open in both then, each with a place of its own; any other tab moves.
    """

    def __init__(
        self, strips: Strips, readers: Readers, travel: Travel, notices: Notices,
        add_reader: AddReader,
    ) -> None:  # fmt: skip
        super().__init__(strips)
        self._strips = strips
        self._readers = readers
        self._travel = travel
        self._add_reader = add_reader
        guarded = notices.guard()
        strips.split_requested.connect(guarded(self.split))
        strips.window_requested.connect(guarded(self.open_window))

    def split(self) -> None:
        """Show what is read in the other half."""
        strips = self._strips
        shown = self._shown()
        if isinstance(shown, ReaderPanel):
            self._show_also(shown, strips.other_half())
        elif strips.halves.other(strips.front) is None and strips.front.count() == 1:
            raise WorkbenchError(ALONE)
        else:
            strips.move_tab(shown, strips.other_half())

    def open_window(self) -> None:
        """Show what is read in a new window."""
        shown = self._shown()
        window = self._strips.open_window()
        if isinstance(shown, ReaderPanel):
            self._show_also(shown, window.tabs)
        else:
            self._strips.move_tab(shown, window.tabs)
        window.show()
        self._strips.bring_to_front(window.tabs.currentWidget())

    def _shown(self) -> QWidget:
        if not self._strips.front.count():
            raise WorkbenchError(NOTHING_TO_SHOW)
        return self._strips.front.currentWidget()

    def _show_also(self, reader: ReaderPanel, target: TabGroup) -> None:
        """Show a reader's document, where it is, in another strip as well."""
        document_of = self._readers.document_of
        document_id = document_of(reader)
        position = reader.position()
        passage = reader.selected_passage
        there = target.of_kind(ReaderPanel)
        known = [it for it in there if document_of(it) == document_id]
        with self._travel.jump():
            if known:
                self._strips.bring_to_front(known[0])
                return
            self._strips.front = target
            self._add_reader(document_id).come_back(position, None, passage)
