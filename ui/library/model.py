"""The project's documents as rows, for the compact list and for the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.described.fields import Field
from ui.described.model import DescribedModel
from ui.widgets.counting import count_of
from ui.widgets.moments import UNDATED, readable_date
from ui.widgets.plain import plain_tooltip
from ui.widgets.rows import Role
from workbench.model.attributes import AttributeType
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.tags import PATH_SEPARATOR

TITLE, DATE, SOURCE, WORDS, PASSAGES = "title", "date", "source", "words", "passages"
TAG = Field("tag", "Tag", separator=PATH_SEPARATOR)

Counts = Mapping[DocumentId, int]
NONE: Counts = {}
TagsOfDocuments = Mapping[DocumentId, Sequence[str]]


def _no_tags() -> TagsOfDocuments:
    return {}


class LibraryModel(DescribedModel[Document]):
    """All documents of the project, a row each.

    `read_tags` gives the paths of each document's tags; it is asked when somebody
    filters by them.
    """

    own_fields = (
        Field(TITLE, "Title"),
        Field(DATE, "Date", AttributeType.DATE),
        Field(SOURCE, "Source"),
        Field(WORDS, "Words", AttributeType.NUMBER),
        Field(PASSAGES, "Passages", AttributeType.NUMBER),
    )
    editable = frozenset({TITLE, DATE, SOURCE})

    read_tags: Callable[[], TagsOfDocuments] = staticmethod(_no_tags)
    _tags: TagsOfDocuments | None = None
    _zones: Counts = NONE
    _to_review: Counts = NONE

    def show_counts(self, passages: Mapping[DocumentId, int]) -> None:
        """Show these numbers of passages; a document that is left out has none."""
        counted = [(one, passages.get(one.id, 0)) for one in self._rows]
        self.show(
            [
                one if one.passages == count else replace(one, passages=count)
                for one, count in counted
            ]
        )

    def show_state(self, zones: Counts, to_review: Counts) -> None:
        """Say how many zones documents have, and passages that wait for a review."""
        if (zones, to_review) != (self._zones, self._to_review):
            self._zones, self._to_review = zones, to_review
            self._tell_changed(0, self.rowCount() - 1)

    def forget_tags(self) -> None:
        """Let the tags be read again, where somebody filters by them."""
        if self._tags is not None:
            self._tags = None
            self._tell_changed(0, self.rowCount() - 1)

    @property
    @override
    def filter_fields(self) -> list[Field]:
        return [TAG, *super().filter_fields]

    @override
    def texts(self, row: int, field: Field) -> Sequence[str]:
        if field.key != TAG.key:
            return super().texts(row, field)
        if self._tags is None:
            self._tags = self.read_tags()
        return self._tags.get(self._rows[row].id, ())

    @override
    def stored(self, thing: Document, key: str) -> str:
        return str(getattr(thing, key))

    @override
    def shown(self, thing: Document, key: str) -> str:
        if key in {WORDS, PASSAGES}:
            return f"{getattr(thing, key):,}"
        if key == DATE:
            return thing.date or UNDATED
        return thing.title or thing.name if key == TITLE else thing.source

    @override
    def words_of(self, thing: Document) -> str:
        named = f"{thing.title} {thing.name} {thing.source} {thing.date} "
        return named + readable_date(thing.date)

    @override
    def row_role(self, thing: Document, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(thing)
        if role == Role.BADGES:
            return self._badges(thing)
        return _ROW_ROLES[role](thing) if role in _ROW_ROLES else None

    def _tooltip(self, document: Document) -> str:
        zones = self._zones.get(document.id, 0)
        waiting = self._to_review.get(document.id, 0)
        facts = (
            document.name,
            count_of(document.words, "word"),
            count_of(zones, "zone") if zones else "",
            f"{count_of(waiting, 'passage')} to review" if waiting else "",
        )
        title = document.title or document.name
        return plain_tooltip(f"{title}\n{' · '.join(filter(None, facts))}")

    def _badges(self, document: Document) -> list[tuple[str, str]]:
        waiting = self._to_review.get(document.id, 0)
        badges = [(f"{waiting:,} to review", "warn")] if waiting else []
        return badges if document.date else [*badges, (UNDATED, "warn")]


def _facts(document: Document) -> str:
    date = readable_date(document.date) if document.date else ""
    return " · ".join(part for part in (document.source, date) if part)


_ROW_ROLES: dict[int, Callable[[Document], object]] = {
    Role.FACTS: _facts,
    Role.COUNT: lambda one: one.passages or None,
}
