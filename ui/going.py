"""Goes to what somebody asked for, in the part of the window where it is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.center import Center
from ui.common import Common
from ui.lists import Lists
from ui.passage.panel import PassagePanel
from workbench.model.ids import ColumnId, PassageId, RowId
from workbench.model.links import Stretch
from workbench.model.matrices import MatrixCell
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import cell_of


class Going(QObject):
    """Shows passages, places, cells, notes and what is tagged, wherever they are."""

    def __init__(
        self, common: Common, center: Center, passage: PassagePanel, lists: Lists
    ) -> None:
        super().__init__(center)
        self._project = common.project
        self._notices = common.notices
        self._center = center
        self._passage = passage
        self._lists = lists

    def to_passage(self, passage_id: int) -> None:
        """Show a passage selected, in the middle of its document."""
        with self._notices.guard():
            passage = self._project.passages.get(PassageId(passage_id))
            with self._center.travel.jump():
                reader = self._center.open_document(passage.document_id)
                reader.go_to_passage(passage.id)
                reader.setFocus()
            self._passage.show_passage(passage.id)

    def to_both(self, one: Stretch, other: Stretch) -> None:
        """Show two stretches of text side by side."""
        with self._notices.guard(), self._center.travel.jump():
            panel = self._center.open_compare(one.document_id, other.document_id)
            panel.show_places([(it.document_id, it.span) for it in (one, other)])

    def to_place(self, document_id: int, start: int, end: int) -> None:
        """Show a place that a search found."""
        with self._notices.guard():
            self._center.go_to_hit(document_id, Span(start, end))

    def to_cell(self, table_id: int, row_id: int, column_id: int) -> None:
        """Show a cell of a comparison table."""
        with self._notices.guard(), self._center.travel.jump():
            panel = self._center.open_table(table_id)
            panel.select_cell(RowId(row_id), ColumnId(column_id))

    def to_tag(self, tag_id: int) -> None:
        """List the passages with a tag, or with one beneath it."""
        self._lists.passages_controller.show_tag(tag_id)
        self._lists.open_list(self._lists.passages)

    def to_matrix_cell(self, cell: MatrixCell) -> None:
        """List the passages that a cell of a matrix counts."""
        self._lists.passages_controller.show_cell(cell)
        self._lists.open_list(self._lists.passages)

    def to_note(self, target: NoteTarget) -> None:
        """Go to where the note on a thing is written."""
        if target.on is NoteOn.PASSAGE and target.id is not None:
            self._passage.show_passage(PassageId(target.id))
            self._passage.note_field.setFocus()
            self._passage.window().activateWindow()
            return
        self._lists.setCurrentWidget(self._lists.notes)
        self._lists.notes.edit(target)

    def to_target(self, target: NoteTarget) -> None:
        """Show what a note is on."""
        match target:
            case NoteTarget(NoteOn.PASSAGE, int(number)):
                self.to_passage(number)
            case NoteTarget(NoteOn.DOCUMENT, int(number)):
                self._center.open_document(number)
            case NoteTarget(NoteOn.TAG, int(number)):
                self.to_tag(number)
            case NoteTarget(NoteOn.CASE | NoteOn.CELL):
                with self._notices.guard():
                    self.to_cell(*cell_of(self._project, target))
            case _:
                self.to_note(target)
