"""Texts that stay prepared for a piece of work while there is room for them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

from workbench.model.ids import DocumentId

KEPT_CHARACTERS: Final = 5_000_000
"""Prepared, a text takes thirty bytes a character."""


class _OfText(Protocol):
    text: str


Prepared = TypeVar("Prepared", bound=_OfText)


class PreparedTexts(Generic[Prepared]):
    """Prepares the texts of documents, and lets go of those asked for longest ago."""

    def __init__(
        self, prepare: Callable[[DocumentId], Prepared], room: int = KEPT_CHARACTERS
    ) -> None:
        self._prepare = prepare
        self._room = room
        self._kept: OrderedDict[DocumentId, Prepared] = OrderedDict()
        self._characters = 0

    def of(self, document_id: DocumentId) -> Prepared:
        """Return a document's text, prepared; there is room for one however long."""
        if document_id in self._kept:
            self._kept.move_to_end(document_id)
            return self._kept[document_id]
        found = self._kept[document_id] = self._prepare(document_id)
        self._characters += len(found.text)
        while self._characters > self._room and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._characters -= len(oldest.text)
        return found

    def let_go(self) -> None:
        """Forget all texts, one by one: at once, every thread would wait for it."""
        while self._kept:
            self._kept.popitem()
        self._characters = 0
