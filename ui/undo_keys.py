"""Lets Ctrl+Z reach the project while a text field has nothing of its own to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from ui.widgets.autosave_editor import AutosaveEditor


class UndoKeys(QObject):
    """Watches the field with the focus; Qt's own fields claim undo and redo always."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit) and not _is_in_a_cell(new):
            new.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(
            event, QKeyEvent
        ):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            is_redo = event.matches(QKeySequence.StandardKey.Redo)
            has_own = (is_undo and _can_undo(watched)) or (
                is_redo and _can_redo(watched)
            )
            if (is_undo or is_redo) and not has_own:
                # Not claimed by the field, so the menu's shortcut gets it.
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _can_undo(field: QObject) -> bool:
    if isinstance(field, AutosaveEditor):
        # What is saved is a step of the project, and undone there.
        return field.is_dirty
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() and bool(field.text())
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, AutosaveEditor):
        return field.is_dirty
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()


def _is_in_a_cell(field: QWidget) -> bool:
    """Tell whether the field edits a cell, which must not change beneath it."""
    viewport = field.parentWidget()
    view = viewport.parentWidget() if viewport else None
    return isinstance(view, QAbstractItemView)
