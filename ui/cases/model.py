"""The project's cases as rows, with the rows of tables that describe them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from ui.described.fields import Field
from ui.described.model import DescribedModel
from ui.widgets.plain import plain_tooltip
from workbench.model.attributes import AttributeType
from workbench.model.cases import Case
from workbench.model.ids import CaseId

NAME, KIND, DOCUMENTS, MENTIONS, ROWS = "name", "kind", "documents", "mentions", "rows"


class CasesModel(DescribedModel[Case]):
    """All cases of the project, a row each."""

    own_fields = (
        Field(NAME, "Case"),
        Field(KIND, "Kind"),
        Field(DOCUMENTS, "Documents", AttributeType.NUMBER),
        Field(MENTIONS, "Mentions", AttributeType.NUMBER),
        Field(ROWS, "Table rows", AttributeType.NUMBER),
    )
    editable = frozenset({NAME, KIND})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._described: Mapping[CaseId, Sequence[str]] = {}
        self._counts: Mapping[CaseId, tuple[int, int]] = {}

    def show_rows(self, rows: Mapping[CaseId, Sequence[str]]) -> None:
        """Show that these rows of tables, as `table › row`, describe cases."""
        if rows != self._described:
            self._described = rows
            self._keys.clear()
            self._tell_changed(0, self.rowCount() - 1)

    def show_counts(self, counts: Mapping[CaseId, tuple[int, int]]) -> None:
        """Show how many documents and how many mentions cases have."""
        if counts != self._counts:
            self._counts = counts
            self._keys.clear()
            self._tell_changed(0, self.rowCount() - 1)

    def rows_of(self, case_id: CaseId) -> Sequence[str]:
        """Return the rows of tables that describe a case."""
        return self._described.get(case_id, ())

    @override
    def stored(self, thing: Case, key: str) -> str:
        documents, mentions = self._counts.get(thing.id, (0, 0))
        return {
            NAME: thing.name,
            KIND: thing.kind,
            DOCUMENTS: str(documents),
            MENTIONS: str(mentions),
            ROWS: str(len(self.rows_of(thing.id))),
        }[key]

    @override
    def words_of(self, thing: Case) -> str:
        return f"{thing.name} {thing.kind}"

    @override
    def row_role(self, thing: Case, role: int) -> object:
        if role != Qt.ItemDataRole.ToolTipRole:
            return None
        return plain_tooltip("\n".join([thing.name, *self.rows_of(thing.id)]))
