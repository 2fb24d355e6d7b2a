"""A plain text editor that saves by itself, for notes and summaries."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

SAVED_WITHIN_MS = 800


class AutosaveEditor(QPlainTextEdit):
    """Emits `saved` soon after a key, when the focus leaves, and on `flush`.

    It does not wait for a pause: whoever types without one would lose all of it.
    `target` is whatever the text belongs to; while `saved` is emitted it still names
    what was edited, even when `set_text` is just moving on to another target.
    """

    saved = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target: object = None
        self._saved_text: str | None = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVED_WITHIN_MS)
        self._soon.timeout.connect(self.flush)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._save_soon)

    @property
    def text(self) -> str:
        """Return what stands in the editor, with every no-break space kept."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def is_dirty(self) -> bool:
        """Tell whether something typed has not been saved."""
        return self.text != self._saved_text

    def set_text(self, text: str, target: object = None) -> None:
        """Show what is stored, without emitting `saved` for it.

        Another target saves what was typed for the last one first. For the same
        target, what the person is typing is left alone.
        """
        if target != self.target:
            self.flush()
        elif self.is_dirty:
            return
        self.target = target
        if text != self.text:
            self.setPlainText(text)
        # Read back: a line end that Qt folds is not something the person typed.
        self._saved_text = self.text
        self._soon.stop()

    def flush(self) -> None:
        """Save now what has not been saved."""
        self._soon.stop()
        if self.is_dirty and not self.isReadOnly():
            self._saved_text = text = self.text
            self.saved.emit(text)

    def keep_unsaved(self) -> None:
        """Hold on to what was typed: it could not be saved, and is tried again."""
        self._saved_text = None

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _save_soon(self) -> None:
        if not self.is_dirty:
            self._soon.stop()
        elif not self._soon.isActive():
            self._soon.start()
