"""What a search found, line by line: documents, and their hits in reading order.

Hits that are not known yet are asked for when a line that shows one comes into view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal
from typing_extensions import override

from ui.search.outline import Outline
from ui.search.ticks import Ticks
from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.model.ids import DocumentId
from workbench.model.search import Hit, Listed

LONGEST_SPOKEN = 400


class ResultRole(IntEnum):
    """What a line gives beside its text; each line has one of the first three."""

    HIT = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2
    UNDATED = Qt.ItemDataRole.UserRole + 3
    IS_TICKED = Qt.ItemDataRole.UserRole + 4
    NUMBER = Qt.ItemDataRole.UserRole + 5


@dataclass(frozen=True, slots=True)
class Group:
    """The line above some hits: their document, or that these have no date."""

    title: str
    name: str
    count: int
    is_open: bool = True
    document_id: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What to list: documents, how many hits each has, and the hits known so far.

    `hits` are numbered through all documents. `undated` are listed beneath.
    """

    documents: Sequence[Listed] = ()
    counts: Sequence[int] = ()
    hits: Mapping[int, Hit] | None = None
    undated: Sequence[Listed] = ()


def gathered(hits: Sequence[Hit], undated: Sequence[Listed] = ()) -> Found:
    """Gather hits by document: the document of the first hit first."""
    by_document: dict[DocumentId, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.document_id, []).append(hit)
    for found in by_document.values():
        found.sort(key=lambda hit: hit.span)
    ordered = [hit for found in by_document.values() for hit in found]
    return Found(
        [
            Listed(it[0].document_id, it[0].name, it[0].title)
            for it in by_document.values()
        ],
        [len(it) for it in by_document.values()],
        dict(enumerate(ordered)),
        undated,
    )


class ResultsModel(QAbstractTableModel):
    """Lines of documents and hits; `hits_wanted` carries numbers of unknown hits."""

    hits_wanted = Signal(object)
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticks = Ticks()
        self.found = Found()
        self.outline = Outline()
        self._hits: dict[int, Hit] = {}
        self._wanted: set[int] = set()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    # Filling

    def show_found(self, found: Found) -> None:
        """Replace everything by what another search found."""
        self.beginResetModel()
        self.found = found
        counts = list(found.counts)
        self.outline = Outline(
            [*counts, len(found.undated)] if found.undated else counts
        )
        self._hits = dict(found.hits or {})
        self._wanted.clear()
        self.endResetModel()

    def add_hits(self, hits: Mapping[int, Hit]) -> None:
        """Fill in hits that were wanted."""
        self._hits.update(hits)
        lines = [self.outline.line_of(number) for number in hits]
        if lines:
            self.dataChanged.emit(self.index(min(lines), 0), self.index(max(lines), 0))

    # Asking

    @property
    def total(self) -> int:
        """How many hits there are, known or not."""
        return self.outline.hits - len(self.found.undated)

    def hit(self, number: int) -> Hit | None:
        """Return a hit, or None while it is not known; then it is asked for."""
        found = self._hits.get(number)
        if found is None and 0 <= number < self.total:
            self._want(number)
        return found

    def number_at(self, index: AnyIndex) -> int | None:
        """Return the number of the hit that a line shows."""
        if not index.isValid():
            return None
        _group, number = self.outline.at(index.row())
        return number if number is not None and number < self.total else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the line of a hit, or of its document while that is closed."""
        return self.index(self.outline.line_of(number), 0)

    def number_of(self, hit: Hit) -> int | None:
        """Return the number of a hit that is the same, if it is known."""
        wanted = (hit.document_id, hit.span.start)
        for number, known in self._hits.items():
            if (known.document_id, known.span.start) == wanted:
                return number
        return None

    def group_at(self, index: AnyIndex) -> int:
        """Return which group a line belongs to."""
        return self.outline.at(index.row())[0]

    # Changing how it is shown

    def set_open(self, group: int, *, is_open: bool) -> None:
        """Show or hide the hits of a document."""
        if self.outline.is_open(group) == is_open:
            return
        line, count = (
            self.outline.line_of_group(group),
            len(self.outline.hits_of(group)),
        )
        if is_open:
            self.beginInsertRows(QModelIndex(), line + 1, line + count)
        else:
            self.beginRemoveRows(QModelIndex(), line + 1, line + count)
        self.outline.set_open(group, is_open=is_open)
        if is_open:
            self.endInsertRows()
        else:
            self.endRemoveRows()

    def toggle_tick(self, index: AnyIndex) -> None:
        """Tick the hit of a line, or take its tick away."""
        hit = index.data(ResultRole.HIT)
        if isinstance(hit, Hit):
            self.ticks.toggle(hit)
            self._ticks_have_changed()

    def tick_all(self) -> None:
        """Tick all hits, or none if all are."""
        self.ticks.total = self.total
        self.ticks.tick_all()
        self._ticks_have_changed()

    def clear_ticks(self) -> None:
        """Take all ticks away."""
        was_ticked = len(self.ticks) > 0
        self.ticks.clear()
        if was_ticked:
            self._ticks_have_changed()

    # For the view

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.outline.lines

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group, number = self.outline.at(index.row())
        if number is None:
            return _group_value(self._group(group), role)
        if number >= self.total:
            return _undated_value(self.found.undated[number - self.total], role)
        if role == ResultRole.NUMBER:
            return number
        hit = self.hit(number)
        if role == ResultRole.IS_TICKED:
            return hit is not None and hit in self.ticks
        return _hit_value(hit, role) if hit else None

    def _group(self, number: int) -> Group:
        is_open = self.outline.is_open(number)
        if number == len(self.found.documents):
            count = len(self.found.undated)
            others = count_of(count, "document")
            verb = "matches" if count == 1 else "match"
            return Group("Undated", f"{others} that {verb} otherwise", count, is_open)
        it = self.found.documents[number]
        title = it.title or it.name
        return Group(title, it.name, self.found.counts[number], is_open, it.document_id)

    def _want(self, number: int) -> None:
        self._wanted.add(number)
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        wanted, self._wanted = sorted(self._wanted), set()
        if wanted:
            self.hits_wanted.emit(wanted)

    def _ticks_have_changed(self) -> None:
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [ResultRole.IS_TICKED])
        self.ticks_changed.emit()


def _group_value(group: Group, role: int) -> object:
    match role:
        case ResultRole.GROUP:
            return group
        case Qt.ItemDataRole.DisplayRole:
            return group.title
        case Qt.ItemDataRole.AccessibleTextRole:
            is_document = group.document_id is not None
            what = count_of(group.count, "hit") if is_document else group.name
            return f"{group.title}, {what}, {'open' if group.is_open else 'closed'}"
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{group.title}\n{group.name}")
    return None


def _undated_value(document: Listed, role: int) -> object:
    match role:
        case ResultRole.UNDATED:
            return document
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return document.title or document.name
    return None


def _hit_value(hit: Hit, role: int) -> object:
    match role:
        case ResultRole.HIT:
            return hit
        case Qt.ItemDataRole.DisplayRole:
            return " ".join(hit.text.split())
        case Qt.ItemDataRole.AccessibleTextRole:
            said = " ".join(hit.text[:LONGEST_SPOKEN].split())
            return f"Discarded: {said}" if hit.is_discarded else said
    return None
