"""The library in the left column: the project's documents as a compact list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from ui.described.delegates import RowDelegate
from ui.library.listing import DocumentListing
from ui.library.model import LibraryModel


class LibraryPanel(DocumentListing):
    """Every document with a title, a line of facts and its number of passages."""

    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = LibraryModel()
        self._list = QListView()
        super().__init__("Library", self.model, self._list, parent)
        view = self._list
        self.model.setParent(self)
        view.setItemDelegate(RowDelegate(view))
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.doubleClicked.connect(self.activate)
        self.table_button = self.header.add_button(
            "table", "Show all documents as a table"
        )
        self.table_button.clicked.connect(self.table_requested)
        self.import_button = self.header.add_button("plus", "Import files…")
        self.import_button.clicked.connect(self.import_requested)

    @override
    def groups_changed(self) -> None:
        # Headings are lower than documents.
        self._list.setUniformItemSizes(self.rows.field is None)
