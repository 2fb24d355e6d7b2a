"""Asks for a value of an attribute, for one row or for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from ui.described.fields import Field
from ui.described.model import DescribedModel, ValueEdit
from ui.described.value_popup import ValuePopup


class ValueAsker(QObject):
    """Passes what was given on to whoever serves the model."""

    def __init__(self, model: DescribedModel[Any], owner: QWidget) -> None:
        super().__init__(owner)
        self.popup = ValuePopup(owner)
        self._model = model
        self._ids: list[int] = []
        self._field: Field | None = None
        self.popup.given.connect(self._give)

    def ask(
        self, ids: Sequence[int], field: Field, at: QPoint, nouns: tuple[str, str]
    ) -> None:
        """Open the popup with the value that all of these have, if they have one."""
        if not ids:
            return
        self._ids, self._field = list(ids), field
        texts = {self._model.text(self._model.row_of(it), field) for it in ids}
        current = texts.pop() if len(texts) == 1 else ""
        whose = f"{len(ids):,} {nouns[1]}" if len(ids) > 1 else ""
        self.popup.open_at(at, field, current, whose)

    def _give(self, text: str, is_new: bool) -> None:  # noqa: FBT001 - a slot
        if self._field is not None and self._field.attribute_id is not None:
            edit = ValueEdit(self._ids, self._field.attribute_id, text, is_new)
            self._model.value_requested.emit(edit)
