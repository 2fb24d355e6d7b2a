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
    """A kind with how many values it has, one of them, or that there are more."""

    kind: FacetKind
    value: FacetValue | None = None
    is_active: bool = False
    more: int = 0
    values: int = 0
    is_open: bool = False

    @property
    def is_kind(self) -> bool:
        """Whether the line names a kind."""
        return self.value is None and not self.more


class FacetsModel(QAbstractListModel):
    """The kinds with their most frequent values, or all of those that were opened.

    Where there is little room, kinds are closed until a person opens them; one that
    narrows the query already stays open.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets: Sequence[Facet] = ()
        self._active: frozenset[str] = frozenset()
        self._whole: set[FacetKind] = set()
        self._chosen: dict[FacetKind, bool] = {}
        self._is_short = False
        self._lines: list[FacetLine] = []

    def show_facets(self, facets: Sequence[Facet], active: frozenset[str]) -> None:
        """Show other facets; `active` are the conditions that the query has."""
        self._facets, self._active = facets, active
        self._rebuild()

    def set_short(self, *, is_short: bool) -> None:
        """Say whether there is little room."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._rebuild()

    def set_open(self, kind: FacetKind, *, is_open: bool) -> None:
        """Show the values of a kind, or its name alone."""
        self._chosen[kind] = is_open
        self._rebuild()

    def show_whole(self, kind: FacetKind) -> None:
        """Show all values of a kind."""
        self._whole.add(kind)
        self._rebuild()

    def row_like(self, line: FacetLine) -> int:
        """Return the row of the same value or else of the same kind, -1 without any."""
        rows = dict(enumerate(self._lines))
        wanted = line.value.condition if line.value else None
        kinds = [it for it, other in rows.items() if other.kind is line.kind]
        same = (
            it
            for it in kinds
            if wanted and (value := rows[it].value) and value.condition == wanted
        )
        return next(same, kinds[0] if kinds else -1)

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
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = [line for it in self._facets for line in self._lines_of(it)]
        self.endResetModel()

    def _lines_of(self, facet: Facet) -> list[FacetLine]:
        if not facet.values:
            return []
        is_open = self._is_open(facet)
        heading = FacetLine(facet.kind, values=len(facet.values), is_open=is_open)
        return [heading, *(self._values_of(facet) if is_open else ())]

    def _is_open(self, facet: Facet) -> bool:
        if facet.kind in self._chosen:
            return self._chosen[facet.kind]
        narrows = any(it.condition in self._active for it in facet.values)
        return narrows or not self._is_short

    def _values_of(self, facet: Facet) -> list[FacetLine]:
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
        return [*lines, *more]


def words_of(line: FacetLine) -> str:
    """Return what a line says."""
    if line.value is not None:
        return line.value.label
    return f"{line.more:,} more" if line.more else line.kind.value.capitalize()


def _spoken(line: FacetLine) -> str:
    if line.is_kind:
        state = "open" if line.is_open else "closed"
        return f"{words_of(line)}, {count_of(line.values, 'value')}, {state}"
    if line.value is None:
        return f"{words_of(line)}: {line.kind.value}"
    said = f"{line.kind.value.capitalize()} {line.value.label}"
    state = ", chosen" if line.is_active else ""
    return f"{said}, {count_of(line.value.documents, 'document')}{state}"
