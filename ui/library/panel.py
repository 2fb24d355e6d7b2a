"""The library in the left column: the project's documents as a compact list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from ui.library.listing import DocumentListing
from ui.library.model import LibraryModel
from ui.widgets.rows import TwoLineDelegate


class LibraryPanel(DocumentListing):
    """Every document with a title, a line of facts and its number of passages."""

    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = LibraryModel()
        view = QListView()
        super().__init__("Library", self.model, view, parent)
        self.model.setParent(self)
        view.setItemDelegate(TwoLineDelegate(view))
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
