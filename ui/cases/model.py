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

NAME, ROWS = "name", "rows"


class CasesModel(DescribedModel[Case]):
    """All cases of the project, a row each."""

    own_fields = (
        Field(NAME, "Case"),
        Field(ROWS, "Table rows", AttributeType.NUMBER),
    )
    editable = frozenset({NAME})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._described: Mapping[CaseId, Sequence[str]] = {}

    def show_rows(self, rows: Mapping[CaseId, Sequence[str]]) -> None:
        """Show that these rows of tables, as `table › row`, describe cases."""
        if rows != self._described:
            self._described = rows
            self._keys.clear()
            self._tell_changed(0, self.rowCount() - 1)

    def rows_of(self, case_id: CaseId) -> Sequence[str]:
        """Return the rows of tables that describe a case."""
        return self._described.get(case_id, ())

    @override
    def stored(self, thing: Case, key: str) -> str:
        return thing.name if key == NAME else str(len(self.rows_of(thing.id)))

    @override
    def words_of(self, thing: Case) -> str:
        return thing.name

    @override
    def row_role(self, thing: Case, role: int) -> object:
        if role != Qt.ItemDataRole.ToolTipRole:
            return None
        return plain_tooltip("\n".join([thing.name, *self.rows_of(thing.id)]))
