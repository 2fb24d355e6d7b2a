"""Finds the encodings that a text may be in and asks which one it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.encodings.popup import EncodingPopup
from workbench.errors import ReadOnlyProject
from workbench.jobs import Tracker
from workbench.model.encodings import EncodingChoice
from workbench.model.ids import DocumentId
from workbench.operations.encodings import (
    encoding_choices,
    encoding_remarks,
    require_encoding,
)
from workbench.operations.labels import quoted


class EncodingsController(QObject):
    """Asks for an encoding; `chosen` says of which document and which."""

    chosen = Signal(int, str)
    popup_opened = Signal(object)  # EncodingPopup

    def __init__(self, common: Common, parent: QObject) -> None:
        super().__init__(parent)
        self._project = common.project
        self._notices = common.notices
        self._runner = common.runner

    def ask(self, document_id: DocumentId, window: QWidget, point: QPoint) -> None:
        """Read the text's beginning in every encoding, and offer those that differ."""
        if self._project.is_read_only:
            raise ReadOnlyProject(self._project.read_only_reason)
        require_encoding(self._project, document_id)
        project = self._project

        def read(_tracker: Tracker) -> list[EncodingChoice]:
            with project.reader() as view:
                return encoding_choices(view, document_id)

        job = self._runner.start(read, "Trying encodings")
        job.succeeded.connect(
            lambda choices: self._offer(document_id, window, point, choices)
        )
        job.failed.connect(self._notices.problem)

    def _offer(
        self,
        document_id: DocumentId,
        window: QWidget,
        point: QPoint,
        choices: list[EncodingChoice],
    ) -> None:
        if len(choices) == 1:
            self._notices.done(
                f"Every encoding reads this text alike; it is kept as"
                f" {choices[0].encoding}"
            )
            return
        name = quoted(self._project.documents.get(document_id).name)
        remarks = encoding_remarks(self._project, document_id)
        popup = EncodingPopup(name, remarks, window)
        popup.chosen.connect(lambda encoding: self.chosen.emit(document_id, encoding))
        popup.open_at(point, choices)
        self.popup_opened.emit(popup)
