"""Asks which tag, with a picker that several readers share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer

from ui.reader.recent import RecentTags
from ui.widgets.tag_picker import ANY_TAG, TagPicker, Wish
from workbench.model.ids import TagId
from workbench.model.tags import Tag

TagChoice = TagId | str
"""A tag that exists, or the path of a new one."""

TagUse = Callable[[TagChoice], None]


class TagQuestion(QObject):
    """One reader's question; a choice counts only while it is open."""

    def __init__(self, picker: TagPicker, recent: RecentTags, parent: QObject) -> None:
        super().__init__(parent)
        self._picker = picker
        self._recent = recent
        self._pending: TagUse | None = None
        picker.chosen.connect(self._use)
        picker.create_requested.connect(self._use)
        picker.closed.connect(self._forget_soon)

    def ask(
        self, point: QPoint, tags: Sequence[Tag], use: TagUse, wish: Wish = ANY_TAG
    ) -> None:
        """Let a tag be chosen at a point of the screen, and then use it."""
        self._picker.open_at(point, tags, self._recent.tag_ids, wish)
        self._pending = use

    def _use(self, choice: TagChoice) -> None:
        use, self._pending = self._pending, None
        if use:
            use(choice)

    def _forget_soon(self) -> None:
        """Forget the question once the picker, which closes first, has answered."""
        asked = self._pending
        QTimer.singleShot(0, self, lambda: self._forget(asked))

    def _forget(self, asked: TagUse | None) -> None:
        if self._pending is asked:
            self._pending = None
