"""The ways to new versions and to the review: menus, the library, the header."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ui.asking_first import before_replacing
from ui.center import Center
from ui.common import Common
from ui.header import Header
from ui.library.panel import LibraryPanel
from ui.rechecking import Rechecking
from ui.versions.replacing import ReplacingController
from workbench.errors import WorkbenchError
from workbench.model.ids import DocumentId


class Revising(QObject):
    """Lets a person replace documents, and says what there is to review then."""

    def __init__(
        self, common: Common, center: Center, header: Header, library: LibraryPanel
    ) -> None:
        super().__init__(center)
        self._project = common.project
        self._notices = common.notices
        self._center = center
        self._header = header
        self._library = library
        self.replacing = ReplacingController(common)
        self.replacing.review_wanted.connect(center.versions.open_review)
        header.review_button.clicked.connect(center.versions.open_review)
        library.replace_requested.connect(self.replace_document)
        common.signals.changed.connect(self._show_count)
        self.rechecking = Rechecking(common, self)
        self._show_count()

    def replace_document(self, document_id: int | None = None) -> None:
        """Ask for a new version of a document: that which is read or selected."""
        wanted = document_id if document_id is not None else self._at_hand()
        with self._notices.guard():
            if wanted is None:
                raise WorkbenchError("Open or select the document first.")
            document_id, window = DocumentId(wanted), self._center.window()
            self._ask_first(
                document_id, lambda: self.replacing.ask_for_file(document_id, window)
            )

    def replace_by(self, document_id: DocumentId, path: Path) -> None:
        """Let a file be the new version of a document."""
        self._ask_first(document_id, lambda: self.replacing.replace(document_id, path))

    def _ask_first(self, document_id: DocumentId, act: Callable[[], None]) -> None:
        def guarded() -> None:
            with self._notices.guard():
                act()

        before_replacing(self._center, self._project, document_id, guarded)

    def _at_hand(self) -> int | None:
        reader = self._center.current_reader()
        if reader is not None:
            return self._center.document_of(reader)
        return next((it.id for it in self._library.documents_selected()), None)

    def _show_count(self) -> None:
        self._header.show_to_review(self._project.passages.count_to_review())
