"""The ways to new versions and to the review: menus, the library, the header."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint

from ui.asking_first import before_replacing
from ui.center import Center
from ui.common import Common
from ui.encodings.controller import EncodingsController
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
        self.encodings = EncodingsController(common, self)
        self.encodings.chosen.connect(self._read_as)
        center.readers.encoding_requested.connect(self._ask_for_encoding)
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

    def change_encoding(self) -> None:
        """Ask for the encoding of the document that is read or selected."""
        with self._notices.guard():
            wanted = self._at_hand()
            if wanted is None:
                raise WorkbenchError("Open or select the document first.")
            reader = self._center.current_reader()
            corner = self._center.mapToGlobal(QPoint(16, 8))
            point = reader.encoding_link.point_below if reader else corner
            self._ask_for_encoding(wanted, point)

    def _ask_for_encoding(self, document_id: int, point: QPoint) -> None:
        window = self._center.window()
        with self._notices.guard():
            self.encodings.ask(DocumentId(document_id), window, point)

    def _read_as(self, document_id: int, encoding: str) -> None:
        of = DocumentId(document_id)
        self._ask_first(of, lambda: self.replacing.read_as(of, encoding))

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
