"""Asks which document a row describes, and then which case; either may be none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.tables.forms.basic import title_and_facts
from ui.widgets.asking_popup import AskingPopup
from ui.widgets.choice_list import Choice
from workbench.model.cases import Case
from workbench.model.documents import Document
from workbench.model.ids import CaseId, DocumentId
from workbench.model.tables import Row


class RowDescriber(AskingPopup):
    """`described` carries a document's id and a case's, each of them or None."""

    described = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(460, 320)
        self._row: Row | None = None
        self._cases: Sequence[Case] = ()
        self.choices.chosen.connect(lambda take: take())

    def ask_at(
        self,
        point: QPoint,
        row: Row,
        documents: Iterable[Document],
        cases: Sequence[Case],
    ) -> None:
        """Ask about a row; what it describes now is offered first."""
        self._row, self._cases = row, cases
        choices = [
            Choice(*title_and_facts(it), partial(self._take_document, it.id))
            for it in sorted(documents, key=lambda it: it.id != row.document_id)
        ]
        none = Choice("No document", "", partial(self._take_document, None))
        offered = _with_none(choices, none, has_one=row.document_id is not None)
        self.ask("Which document the row describes", "Document", offered)
        self.begin_at(point)

    def _take_document(self, document_id: DocumentId | None) -> None:
        case_id = self._row.case_id if self._row else None
        choices = [
            Choice(it.name, it.kind or "case", partial(self._end, document_id, it.id))
            for it in sorted(self._cases, key=lambda it: it.id != case_id)
        ]
        none = Choice("No case", "", partial(self._end, document_id, None))
        offered = _with_none(choices, none, has_one=case_id is not None)
        self.ask("Which case the row describes", "Case", offered)

    def _end(self, document_id: DocumentId | None, case_id: CaseId | None) -> None:
        self.close()
        self.described.emit(document_id, case_id)


def _with_none(
    choices: Sequence[Choice], none: Choice, *, has_one: bool
) -> list[Choice]:
    """Put what is so now first, so that Enter leaves it as it is."""
    return [*choices, none] if has_one else [none, *choices]
