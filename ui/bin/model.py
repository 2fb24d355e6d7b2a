"""What is in the bin, as rows, and what would come back, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.resources import icon
from ui.theme import tokens
from ui.widgets.counting import count_of
from ui.widgets.indexes import AnyIndex
from ui.widgets.moments import readable_moment
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.bin import BinContents, BinEntry
from workbench.operations.bin import KINDS

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 200
ICONS = {
    "documents": "file-text",
    "passages": "quote",
    "tags": "tag",
    "notes": "sticky-note",
    "cases": "folder",
    "attributes": "list",
    "bookmarks": "bookmark",
    "comparison_tables": "table",
    "table_rows": "table",
    "table_columns": "table",
    "alias_groups": "arrow-left-right",
    "saved_searches": "search",
    "links": "link",
    "saved_matrices": "grid-3x3",
}
COUNTED = {
    "passages": ("passage", "passages"),
    "taggings": ("tagging", "taggings"),
    "notes": ("note", "notes"),
    "tags": ("tag", "tags"),
    "citations": ("citation", "citations"),
    "cells": ("cell", "cells"),
    "table_rows": ("row", "rows"),
    "table_columns": ("column", "columns"),
    "versions": ("version", "versions"),
    "zones": ("zone", "zones"),
    "bookmarks": ("bookmark", "bookmarks"),
    "attribute_values": ("attribute value", "attribute values"),
    "aliases": ("name", "names"),
    "links": ("link", "links"),
    "mentions": ("mention", "mentions"),
    "absences": ("absence", "absences"),
}
"""What a person counts; rows of other tables belong to one of these."""


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    KIND = 1
    REMOVED = 2
    ANALYST = 3


class BinModel(TableModel[BinEntry]):
    """A row for each thing that was removed, the last first."""

    headings = ("What", "Kind", "Deleted", "By")

    def show(self, entries: Sequence[BinEntry]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._rows = list(entries)
        self.endResetModel()

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(entry, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.NAME:
                return icon(ICONS[entry.table])
            case Qt.ItemDataRole.ForegroundRole:
                return tokens().text if column is Column.NAME else tokens().muted
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(entry.name)
        return entry if role == ENTRY_ROLE else None


def _shown(entry: BinEntry, column: Column) -> str:
    match column:
        case Column.NAME:
            return entry.name
        case Column.KIND:
            return KINDS[entry.table]
        case Column.REMOVED:
            return readable_moment(entry.removed_at, with_time=True)
        case Column.ANALYST:
            return entry.analyst


def with_it(contents: BinContents) -> str:
    """Return `With it: 12 passages, 3 notes`, or that there is nothing with it."""
    said = in_words(contents.rows)
    return f"With it: {said}" if said else "Nothing else was removed with it."


def in_words(rows: Mapping[str, int]) -> str:
    """Return what these rows are, such as `12 passages, 3 notes`."""
    parts = [
        f"{rows[table]:,} {one if rows[table] == 1 else many}"
        for table, (one, many) in COUNTED.items()
        if rows.get(table) and not (table == "versions" and rows[table] == 1)
    ]
    return ", ".join(parts)


def kinds_in_words(entries: Iterable[BinEntry]) -> str:
    """Return what the bin holds, such as `2 documents, 1 tag`."""
    kinds = [KINDS[entry.table] for entry in entries]
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return ", ".join(count_of(count, kind) for kind, count in counts.items())
