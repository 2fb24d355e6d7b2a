"""What is said of rows, columns and cells beside their names and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt

from ui.keymap import keymap
from ui.widgets.counting import count_of
from ui.widgets.moments import readable_date
from ui.widgets.plain import plain_tooltip
from workbench.model.cells import Cell, CellKey, CellState
from workbench.model.documents import Document
from workbench.model.ids import CaseId, DocumentId, TagId
from workbench.model.tables import Column, ColumnType, ComparisonTable, Row
from workbench.operations.looks import Heading, Order
from workbench.text.rich_text import plain
from workbench.text.typed_values import misread_words

SAID_STATES = (
    CellState.STALE,
    CellState.ORPHANED,
    CellState.DISPUTED,
    CellState.NOT_STATED,
    CellState.DRAFT,
    CellState.EMPTY,
)


class CellWords:
    """Knows documents, tags, badges and conflicts by name; the model asks it."""

    def __init__(self) -> None:
        self.documents: Mapping[DocumentId, Document] = {}
        self.gathered: Mapping[CaseId, Collection[DocumentId]] = {}
        self.tags: Mapping[TagId, str] = {}
        self.badges: Mapping[CellKey, str] = {}
        self.conflicts: Mapping[CellKey, str] = {}
        self._counted: ComparisonTable | None = None
        self._beneath: dict[Heading, str] = {}

    def heading_facts(self, heading: Heading, table: ComparisonTable) -> str:
        """Say what is beneath a heading, counted once for each state of a table."""
        # It is painted in each frame.
        if table is not self._counted:
            self._counted = table
            self._beneath.clear()
        if heading not in self._beneath:
            self._beneath[heading] = heading_facts(heading, table)
        return self._beneath[heading]

    def badges_of(self, key: CellKey) -> str:
        """Return the words about a cell's sources, empty when there are none."""
        return self.badges.get(key, "")

    def document_name(self, document_id: DocumentId | None) -> str:
        """Return what a document is called on screen; None is one that was removed."""
        document = self.documents.get(document_id) if document_id else None
        return (document.title or document.name) if document else "Removed document"

    def documents_of(self, cell: Cell) -> tuple[str, ...]:
        """Return the names of the documents that a cell cites, each once."""
        cited = dict.fromkeys(citation.document_id for citation in cell.citations)
        return tuple(map(self.document_name, cited))

    def documents_of_row(self, row: Row) -> set[DocumentId]:
        """Return the documents that a row gathers: its own, its case's, those cited."""
        found = {it.document_id for cell in row.cells for it in cell.citations}
        found.add(row.document_id)
        if row.case_id is not None:
            found.update(self.gathered.get(row.case_id, ()))
        return {it for it in found if it is not None}

    def row_facts(self, row: Row) -> str:
        """Say what a row is: a document of a date, a case, both, or a name."""
        facts = []
        if row.case_id is not None:
            count = len(self.documents_of_row(row))
            facts = ["Case", *([count_of(count, "document")] if count else [])]
        if row.document_id is not None:
            document = self.documents.get(row.document_id)
            if document is None:
                facts.append("Removed document")
            else:
                facts += filter(
                    None, [document.source, readable_date(document.date or "")]
                )
        return " · ".join(facts + (["hidden"] if row.is_hidden else []))

    def tooltip(self, cell: Cell, *, has_note: bool) -> str | None:
        """Say of a cell what is not painted in full: a conflict, badges, a note."""
        key = (cell.row_id, cell.column_id)
        lines = [self.conflicts.get(key, ""), self.badges_of(key)]
        if has_note:
            lines.append(f"Has a note · {keymap.way_to('table.note')} to read it")
        said = "\n".join(filter(None, lines))
        return plain_tooltip(said) if said else None


def column_kind(column: Column, tags: Mapping[TagId, str]) -> str:
    """Say of which type the answers in a column are, and which tag feeds it."""
    kind = column.kind
    said = [] if kind.type is ColumnType.TEXT else [kind.type.value]
    if kind.tag_id is not None and kind.tag_id in tags:
        said.append(f"tag {tags[kind.tag_id]}")
    return " · ".join([*said, "hidden"] if column.is_hidden else said)


def order_in_words(order: Order | None, table: ComparisonTable) -> str:
    """Say how rows are sorted; empty for their own order."""
    if order is None:
        return ""
    names = {it.id: it.name for it in table.columns}
    name = names.get(order.column_id, "") if order.column_id else "row names"
    by = f"states of {name}" if order.by_state else name
    return f"Sorted by {by}{', last first' if order.is_descending else ''}" * bool(name)


def heading_facts(heading: Heading, table: ComparisonTable) -> str:
    """Say how many rows stand under a heading, and what is to be looked at there."""
    rows = [it for it in table.rows if it.group == heading.group]
    states = Counter(cell.state for row in rows for cell in row.cells)
    worth_saying = SAID_STATES[:3]
    return " · ".join(
        [count_of(heading.rows, "row")]
        + [f"{states[state]} {state}" for state in worth_saying if states[state]]
    )


def spoken(row: Row, column: Column, cell: Cell) -> str:
    """Say a cell as a screen reader reads it."""
    evidence = f"{cell.state}, {len(cell.citations)} cited"
    if (absence := cell.absence) and not absence.found:
        evidence += f", {count_of(absence.searched, 'document')} searched"
    misread = misread_words(cell.summary, column.kind)
    said = plain(cell.summary) or "nothing"
    marks = [misread] if misread else []
    marks += ["what surrounds a quotation changed"] if cell.has_other_context else []
    return f"{row.name}, {column.name}: {said}. {', '.join([evidence, *marks])}"


def head(name: str, facts: str, role: int, kind: str = "") -> object:
    """Return what a head gives under a role: its name, or more facts about it."""
    if role == Qt.ItemDataRole.DisplayRole:
        return name
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip("\n".join(filter(None, [name, facts, kind])))
    return facts if role == Qt.ItemDataRole.UserRole else None
