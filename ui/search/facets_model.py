"""By what the documents found can be narrowed: kinds with their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from typing_extensions import override

from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.model.search import Facet, FacetKind, FacetValue

FIRST_VALUES = 6
"""How many values of a kind are shown before the rest is asked for."""
FACET_LINE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class FacetLine:
    """A kind, one of its values, or that there are more."""

    kind: FacetKind
    value: FacetValue | None = None
    is_active: bool = False
    more: int = 0


class FacetsModel(QAbstractListModel):
    """The kinds with their most frequent values, or all of those that were opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets: Sequence[Facet] = ()
        self._active: frozenset[str] = frozenset()
        self._whole: set[FacetKind] = set()
        self._lines: list[FacetLine] = []

    def show_facets(self, facets: Sequence[Facet], active: frozenset[str]) -> None:
        """Show other facets; `active` are the conditions that the query has."""
        self._facets, self._active = facets, active
        self._rebuild()

    def show_whole(self, kind: FacetKind) -> None:
        """Show all values of a kind."""
        self._whole.add(kind)
        self._rebuild()

    def row_of(self, condition: str) -> int:
        """Return the row of a condition, -1 if it is not shown."""
        shown = [it.value.condition if it.value else "" for it in self._lines]
        return shown.index(condition) if condition in shown else -1

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words_of(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(line)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(words_of(line))
        return line if role == FACET_LINE else None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        line = self._lines[index.row()] if index.isValid() else None
        if line is None or not (line.value or line.more):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = [line for it in self._facets for line in self._lines_of(it)]
        self.endResetModel()

    def _lines_of(self, facet: Facet) -> list[FacetLine]:
        if not facet.values:
            return []
        most = len(facet.values) if facet.kind in self._whole else FIRST_VALUES
        shown = [
            it
            for number, it in enumerate(facet.values)
            if number < most or it.condition in self._active
        ]
        lines = [
            FacetLine(facet.kind, it, it.condition in self._active) for it in shown
        ]
        rest = len(facet.values) - len(shown)
        more = [FacetLine(facet.kind, more=rest)] if rest else []
        return [FacetLine(facet.kind), *lines, *more]


def words_of(line: FacetLine) -> str:
    """Return what a line says."""
    if line.value is not None:
        return line.value.label
    return f"{line.more:,} more" if line.more else line.kind.value.capitalize()


def _spoken(line: FacetLine) -> str:
    if line.value is None:
        return words_of(line)
    said = f"{line.kind.value.capitalize()} {line.value.label}"
    state = ", chosen" if line.is_active else ""
    return f"{said}, {count_of(line.value.documents, 'document')}{state}"
