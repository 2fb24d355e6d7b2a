"""Finds a passage or a document to link to, by typing; works by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.link_editor import LinkEditor
from ui.widgets.popup import Popup

WIDTH, HEIGHT = 560, 330


class LinkPicker(Popup):
    """Writes the link that was chosen at the editor's caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Link to a passage or a document", parent)
        self.choices = ChoiceList("Words of a passage or a title")
        self.choices.chosen.connect(self._choose)
        self.body.addWidget(self.choices)
        self.setFixedSize(WIDTH, HEIGHT)
        self._editor: LinkEditor | None = None

    def open_for(self, editor: LinkEditor, choices: Sequence[Choice]) -> None:
        """Offer choices beneath the caret of an editor."""
        self._editor = editor
        self.choices.offer(choices)
        below = editor.cursorRect().bottomLeft() + QPoint(0, 4)
        self.show_at(editor.viewport().mapToGlobal(below))
        self.choices.setFocus()

    def _choose(self, written: object) -> None:
        self.hide()
        if self._editor is not None:
            self._editor.insert_link(str(written))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._editor is not None:
            self._editor.setFocus()
