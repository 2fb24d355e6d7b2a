"""Which tags of the tree are shown for what was typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel
from typing_extensions import override

from ui.tags.model import TAG_ROLE, TagModel
from ui.widgets.indexes import AnyIndex
from workbench.model.tags import PATH_SEPARATOR, Tag


class TagFilter(QSortFilterProxyModel):
    """Tags with the typed text in their name, and the parents that lead to them."""

    def __init__(self, model: TagModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._text = ""
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    @property
    def is_filtering(self) -> bool:
        """Tell whether something was typed."""
        return bool(self._text)

    def set_text(self, text: str) -> None:
        """Show only tags with this in their name; nothing shows all."""
        self.beginFilterChange()
        self._text = text.strip().casefold()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def matching(self) -> list[Tag]:
        """Return the tags that match by themselves, in the order of the tree."""
        return [tag for tag in self._model.tags if self._matches(tag)]

    def index_of(self, tag_id: int) -> QModelIndex:
        """Return where a tag is shown; an invalid index when it is not."""
        return self.mapFromSource(self._model.index_of(tag_id))

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        index = self.sourceModel().index(source_row, 0, source_parent)
        return self._matches(index.data(TAG_ROLE))

    def _matches(self, tag: Tag) -> bool:
        in_path = PATH_SEPARATOR in self._text and self._text in tag.path.casefold()
        return self._text in tag.name.casefold() or in_path
