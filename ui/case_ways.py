"""The ways between cases and the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.case_choosing import CaseChoosing
from ui.center import Center
from ui.common import Common
from ui.describing import Describing
from ui.going import Going
from ui.library.panel import LibraryPanel
from ui.lists import Lists
from ui.passage.panel import PassagePanel
from workbench.model.ids import CaseId, RowId


class CaseWays(QObject):
    """Leads to what belongs to a case, and to the case from what mentions it."""

    def __init__(self, common: Common, center: Center, going: Going) -> None:
        super().__init__(center)
        self._common = common
        self._center = center
        self._going = going
        self._choosing = CaseChoosing(common, center)

    def join(
        self,
        describing: Describing,
        lists: Lists,
        library: LibraryPanel,
        passage: PassagePanel,
    ) -> None:
        """Connect the cases with what is read and listed."""
        self._lists = lists
        pages, going = describing.case_pages, self._going
        pages.place_activated.connect(going.to_place)
        pages.passage_activated.connect(going.to_passage)
        pages.document_activated.connect(self._center.open_document)
        pages.row_activated.connect(self._to_row)
        describing.cases.listing.note_requested.connect(going.to_note)
        self._center.readers.case_requested.connect(self._choosing.ask)
        library.case_requested.connect(self._choosing.put_in)
        passage.depends.cases.chosen.connect(self._to_case)

    def _to_row(self, table_id: int, row_id: int) -> None:
        with self._common.notices.guard(), self._center.travel.jump():
            panel = self._center.open_table(table_id)
            if columns := panel.table.columns:
                panel.select_cell(RowId(row_id), columns[0].id)

    def _to_case(self, case_id: int) -> None:
        cases = self._lists.cases
        self._lists.open_list(cases)
        cases.listing.select([CaseId(case_id)])
