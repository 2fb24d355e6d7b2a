"""Texts that stay prepared for comparing while there is room for them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from workbench.model.ids import DocumentId
from workbench.operations.comparing import prepared
from workbench.text.comparing.statements import Statements
from workbench.views import ProjectView

KEPT_CHARACTERS: Final = 5_000_000
"""Prepared, a text takes thirty bytes a character."""


class PreparedTexts:
    """Prepares the texts of a view, and lets go of those asked for longest ago.

    `pause` is called every few milliseconds and may raise to cancel.
    """

    def __init__(self, view: ProjectView, pause: Callable[[], None]) -> None:
        self._view, self._pause = view, pause
        self._kept: OrderedDict[DocumentId, Statements] = OrderedDict()
        self._characters = 0

    def of(self, document_id: DocumentId) -> Statements:
        """Return a document's current text, prepared."""
        if document_id in self._kept:
            self._kept.move_to_end(document_id)
            return self._kept[document_id]
        found = self._kept[document_id] = prepared(self._view, document_id, self._pause)
        self._characters += len(found.text)
        while self._characters > KEPT_CHARACTERS and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._characters -= len(oldest.text)
        return found

    def let_go(self) -> None:
        """Forget all texts, one by one: at once, every thread would wait for it."""
        while self._kept:
            self._kept.popitem()
        self._characters = 0
