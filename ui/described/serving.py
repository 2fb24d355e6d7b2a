"""Reads attributes and values for a model, and carries out changes of them."""

from __future__ import annotations

from typing import Any

from ui.described.model import DescribedModel, ValueEdit
from ui.keymap import undo_hint
from ui.notices import Notices
from workbench.model.attributes import Subject
from workbench.model.changes import Changes
from workbench.operations.attributes import set_values
from workbench.project import Project


class ValueServer:
    """Serves the model of documents or of cases, as the subject says."""

    def __init__(
        self,
        project: Project,
        subject: Subject,
        model: DescribedModel[Any],
        notices: Notices,
    ) -> None:
        self._project = project
        self._subject = subject
        self._model = model
        self._notices = notices
        model.value_requested.connect(self._set)

    def show(self) -> None:
        """Read all attributes and values."""
        attributes = self._project.attributes
        self._model.show_attributes(attributes.all(self._subject))
        self._model.show_values(attributes.values_of(self._subject))

    def refresh(self, changes: Changes) -> None:
        """Read what has changed."""
        attributes = self._project.attributes
        if changes.touches("attributes"):
            self._model.show_attributes(attributes.all(self._subject))
        ids = changes.ids.get("attribute_values", frozenset())
        if ids:
            self._model.update_values(attributes.some_values(ids, self._subject), ids)

    def _set(self, edit: ValueEdit) -> None:
        with self._notices.guard():
            name = self._project.attributes.get(edit.attribute_id).name
            count = set_values(
                self._project, edit.attribute_id, edit.ids, edit.text,
                adds_choice=edit.adds_choice,
            )  # fmt: skip
            if count:
                of = "" if count == 1 else f" of {count:,} {self._subject}s"
                self._notices.done(f"Changed {name}{of} · {undo_hint()}")
