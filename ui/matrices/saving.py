"""Keeps matrices under names, and opens, renames and removes those that are kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.keymap import undo_hint
from ui.matrices.panel import MatrixPanel
from ui.widgets.choice_list import Choice
from ui.widgets.kept_popups import KeptPopup, NamePopup
from workbench.model.changes import Changes
from workbench.model.ids import SavedMatrixId
from workbench.model.matrices import SavedMatrix
from workbench.operations.matrix_words import matrix_in_words
from workbench.operations.saved_matrices import (
    change_matrix,
    definition_of,
    remove_matrix,
    rename_matrix,
    save_matrix,
)


class MatrixSaving(QObject):
    """Serves one panel; `removed` says that what it shows is not kept any more."""

    chosen = Signal(int)  # the id of a saved matrix

    def __init__(self, common: Common, panel: MatrixPanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._notices = common.notices
        self._panel = panel
        self._popup: KeptPopup | None = None
        panel.save_wanted.connect(self._ask_name)
        panel.saved_wanted.connect(self.open_saved)
        common.signals.changed.connect(self._follow)

    def open_saved(self) -> None:
        """Offer the saved matrices."""
        saved = self._project.matrices.saved()
        if not saved:
            self._notices.done("No matrix is saved yet")
            return
        hint = "Enter opens · F2 renames · Del removes"
        self._popup = popup = KeptPopup("Saved matrices", "matrix", hint, self._panel)
        popup.chosen.connect(lambda it: self.chosen.emit(it.id))
        popup.rename_requested.connect(self._rename)
        popup.remove_requested.connect(self._remove)
        popup.destroyed.connect(self._forget_popup)
        popup.offer_at(self._below(self._panel.bar.saved_button), self._choices(saved))

    def save(self, name: str) -> None:
        """Keep what is shown: under its own name once more, or under another."""
        definition = self._panel.definition
        with self._notices.guard():
            own = self._own()
            if own is not None and name.casefold() == own.name.casefold():
                change_matrix(self._project, own.id, definition)
            else:
                self._panel.saved_id = save_matrix(self._project, name, definition)
                self._panel.title_changed.emit(name)
            self._notices.done(f"Saved the matrix “{name}” · {undo_hint()}")

    def _ask_name(self) -> None:
        own = self._own()
        popup = NamePopup("Save this matrix", "Name of the matrix", self._panel)
        popup.named.connect(self.save)
        begin = own.name if own else self._panel.answer.sentence
        popup.open_at(self._below(self._panel.bar.save_button), begin)

    def _own(self) -> SavedMatrix | None:
        saved = self._project.matrices.saved()
        return next((it for it in saved if it.id == self._panel.saved_id), None)

    def _rename(self, saved_id: int, name: str) -> None:
        with self._notices.guard():
            rename_matrix(self._project, SavedMatrixId(saved_id), name)

    def _remove(self, saved_id: int) -> None:
        with self._notices.guard():
            remove_matrix(self._project, SavedMatrixId(saved_id))
            self._notices.done(f"Moved a matrix to the bin · {undo_hint()}")

    def _follow(self, changes: Changes) -> None:
        if not changes.touches("saved_matrices"):
            return
        if self._popup is not None:
            saved = self._project.matrices.saved()
            self._popup.choices.replace(self._choices(saved))
        own = self._own()
        if own is None or own.id not in changes.ids["saved_matrices"]:
            return
        self._panel.title_changed.emit(own.name)
        if own.definition not in {None, self._panel.definition}:
            self._panel.bar.show_definition(definition_of(own))
            self._panel.definition_changed.emit()

    def _choices(self, saved: list[SavedMatrix]) -> list[Choice]:
        return [Choice(it.name, self._fact(it), it) for it in saved]

    def _fact(self, saved: SavedMatrix) -> str:
        if saved.definition is None:
            return "cannot be read"
        return matrix_in_words(self._project, saved.definition)

    def _below(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height() + 4))

    def _forget_popup(self) -> None:
        self._popup = None
