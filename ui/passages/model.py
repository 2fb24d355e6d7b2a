"""Passages as rows, read a page at a time when they come into view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from typing_extensions import override

from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.moments import readable_moment
from ui.widgets.plain import plain_tooltip
from workbench.model.ids import PassageId, TagId
from workbench.model.outlines import TagLook
from workbench.model.passage_filters import PassageFilter, PassageGroup, PassageLine
from workbench.text.page_labels import page_words

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
GROUP_ROLE = int(Qt.ItemDataRole.UserRole) + 2
TAGS_ROLE = int(Qt.ItemDataRole.UserRole) + 3
PAGE = 64

ReadLines = Callable[[Sequence[PassageId]], Sequence[PassageLine]]


@dataclass(frozen=True, slots=True)
class Advice:
    """The condition without which so many passages would be shown."""

    part: PassageFilter
    words: str
    passages: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: its passages, of how many, and how their tags look."""

    groups: Sequence[PassageGroup] = ()
    total: int = 0
    looks: Mapping[TagId, TagLook] = field(default_factory=dict)
    labels: Mapping[PassageFilter, str] = field(default_factory=dict)
    sentence: str = "Passages"
    advice: Advice | None = None


class PassagesModel(QAbstractListModel):
    """A row for each passage and, where they are gathered, for each heading.

    `read` gives the lines of passages; it is asked for no more than a page.
    """

    def __init__(self, read: ReadLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read = read
        self.listing = Listing()
        self._rows: list[PassageId | PassageGroup] = []
        self._lines: dict[PassageId, PassageLine] = {}

    @property
    def ids(self) -> list[PassageId]:
        """The passages that are shown, each once, in their order."""
        return list(
            dict.fromkeys(it for group in self.listing.groups for it in group.ids)
        )

    def show(self, listing: Listing) -> None:
        """Show another list."""
        self.beginResetModel()
        self.listing = listing
        self._lines = {}
        self._rows = []
        for group in listing.groups:
            self._rows += [group] if group.name else []
            self._rows += group.ids
        self.endResetModel()

    def ids_in(self, first: int, last: int) -> list[PassageId]:
        """Return the passages of these rows, the last one included."""
        rows = self._rows[first : last + 1]
        return [it for it in rows if not isinstance(it, PassageGroup)]

    def rows_of(self, ids: Collection[PassageId]) -> list[int]:
        """Return the rows in which these passages are shown."""
        return [row for row, it in enumerate(self._rows) if it in ids] if ids else []

    def line(self, row: int) -> PassageLine | None:
        """Return what a row shows; None for a heading, or what is just gone."""
        entry = self._rows[row]
        if isinstance(entry, PassageGroup):
            return None
        if entry not in self._lines:
            first = row - row % PAGE
            wanted = self.ids_in(first, first + PAGE - 1)
            self._lines.update((line.id, line) for line in self.read(wanted))
        return self._lines.get(entry)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return super().flags(index)
        if isinstance(self._rows[index.row()], PassageGroup):
            return Qt.ItemFlag.ItemIsEnabled
        # So that a press on several that are selected leaves them so.
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if isinstance(entry, PassageGroup):
            return _of_group(entry, role)
        line = self.line(index.row())
        return line and self._of_line(line, role)

    def _of_line(self, line: PassageLine, role: int) -> object:
        match role:
            case _ if role == LINE_ROLE:
                return line
            case _ if role == TAGS_ROLE:
                return [self.listing.looks[it] for it in line.tag_ids]
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(line.quote.split())
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._said(line))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(self._said(line)))
        return None

    def _said(self, line: PassageLine) -> list[str]:
        tags = " · ".join(self.listing.looks[it].name for it in line.tag_ids)
        marked = readable_moment(line.created_at, with_time=True)
        facts = [
            " ".join(line.quote.split()),
            tags or "No tag",
            source_of(line),
            f"Marked by {line.analyst} {marked}",
            f"Note: {line.note}" if line.note else "",
            "Its place is to be reviewed" if line.needs_review else "",
        ]
        return [it for it in facts if it]


def source_of(line: PassageLine) -> str:
    """Return where a passage stands: the page first, for titles are cut."""
    return " · ".join(filter(None, [page_words(line.page), line.title]))


def _of_group(group: PassageGroup, role: int) -> object:
    if role == GROUP_ROLE:
        return group
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return f"{group.name}, {len(group.ids):,}"
    return None
