"""What the list and the table of documents have in common: what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget
from typing_extensions import override

from ui.described.listing import Listing, add_action
from ui.library.model import LibraryModel
from ui.widgets.empty_state import EmptyState
from workbench.model.documents import Document
from workbench.model.notes import NoteOn, NoteTarget

MOST_BESIDE = 4
"""How many documents can stand side by side."""


class DocumentListing(Listing):
    """Documents under a filter; Enter opens."""

    document_activated = Signal(int)
    compare_requested = Signal(object)  # list[DocumentId]
    note_requested = Signal(object)  # NoteTarget
    import_requested = Signal()
    replace_requested = Signal(int)
    why_requested = Signal(int)
    case_requested = Signal(object)  # list[DocumentId]

    nouns = ("document", "documents")

    def __init__(
        self,
        title: str,
        model: LibraryModel,
        view: QAbstractItemView,
        parent: QWidget | None = None,
    ) -> None:
        empty = EmptyState(
            "No documents yet",
            "Import text, Markdown or HTML files, or drop them on the window.",
            "Import files…",
        )
        super().__init__(title, model, view, empty, parent)
        empty.activated.connect(self.import_requested)

    def documents_selected(self) -> list[Document]:
        """Return the selected documents, in the order they are shown."""
        return self.chosen()

    @override
    def open_thing(self, thing: Any) -> None:
        self.document_activated.emit(thing.id)

    @override
    def fill_menu(self, menu: QMenu, chosen: Sequence[Any]) -> None:
        first, count = chosen[0].id, len(chosen)
        target = NoteTarget(NoteOn.DOCUMENT, first)
        removal = f"Delete {count} documents" if count > 1 else "Delete"
        add_action(menu, "Open", "Return", lambda: self.document_activated.emit(first))
        ids = [it.id for it in chosen][:MOST_BESIDE]
        beside = f"Compare {len(ids)} documents" if count > 1 else "Open beside"
        add_action(menu, beside, "", lambda: self.compare_requested.emit(ids))
        add_action(
            menu, "Note on document", "", lambda: self.note_requested.emit(target)
        )
        add_action(
            menu,
            "Replace by a new version…",
            "",
            lambda: self.replace_requested.emit(first),
        )
        add_action(
            menu, "Why not this document?", "", lambda: self.why_requested.emit(first)
        )
        every = [it.id for it in chosen]
        add_action(menu, "Put into case…", "", lambda: self.case_requested.emit(every))
        self.add_value_menu(menu)
        menu.addSeparator()
        add_action(menu, removal, "Del", self.request_removal)
