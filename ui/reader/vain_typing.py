"""Letters typed at a text because somebody believes that a field has opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.keymap import keymap

PAUSE_MS = 400
"""Who waits longer than this between two keys does not type a word."""
OPENING = frozenset({"passage.tag", "passage.cite", "passage.note", "passage.mention"})
"""What opens a field when something is selected, and so is followed by typing."""
HELPING = "passage.grow"


class VainTyping(QObject):
    """Keeps a word that follows a refused key from being taken for keys of the text.

    `T` without a selection opens nothing, and the letters of the tag that a fast
    person types next would correct, delete or mark. The key that is advised instead
    is heard when it comes first.
    """

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._is_first = True
        self._going_on = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._going_on.timeout.connect(self._end)

    def expect(self, action_id: str) -> None:
        """Expect a word when the key that was refused would have asked for one."""
        if action_id in OPENING:
            self._is_first = True
            # Only now: a filter costs something with each event of the text.
            self._pane.installEventFilter(self)
            self._going_on.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        heard = event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if not heard or not isinstance(event, QKeyEvent):
            return False
        if not _is_of_a_word(event) or (self._is_first and _helps(event)):
            self._end()
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._is_first = False
            self._going_on.start()
        return True

    def _end(self) -> None:
        self._going_on.stop()
        self._pane.removeEventFilter(self)


def _is_of_a_word(event: QKeyEvent) -> bool:
    shift = Qt.KeyboardModifier.ShiftModifier
    is_plain = not event.modifiers() & ~shift
    is_of_a_word = bool(event.text()) and event.text().isprintable()
    return (is_plain and is_of_a_word) or event.key() == Qt.Key.Key_Shift


def _helps(event: QKeyEvent) -> bool:
    pressed = QKeySequence(event.keyCombination())
    return pressed in map(QKeySequence, keymap.keys_of(HELPING))
