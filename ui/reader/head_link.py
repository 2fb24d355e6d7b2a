"""Words of the head that lead further: its version, its encoding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton

from ui.keymap import explain
from ui.reader.model import PageHead
from ui.reader.pane import ReadingPane

_FRAME = 4


class HeadLink(QToolButton):
    """Lies over some words of the head, and scrolls with them.

    `words` takes them from the head; where there are none, nothing is shown.
    """

    def __init__(
        self,
        pane: ReadingPane,
        words: Callable[[PageHead], str],
        explanation: str,
        action_id: str,
    ) -> None:
        super().__init__(pane.viewport())
        self._pane = pane
        self._words = words
        self.setProperty("head", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        explain(self, explanation, action_id)
        self.hide()
        pane.scrolled.connect(self._follow)

    @property
    def point_below(self) -> QPoint:
        """Where, on the screen, the list may open: below, or at the text's corner."""
        corner = self.geometry().bottomLeft() if self.isVisible() else QPoint(16, 8)
        return self._pane.viewport().mapToGlobal(corner)

    def _follow(self) -> None:
        words, viewport = self._words(self._pane.head), self._pane.viewport()
        box = self._pane.head_box(words)
        if box is None or not viewport.rect().intersects(box):
            self._leave()
            return
        self.setText(words)
        self.setFont(self._pane.facts_font)
        self.setGeometry(_framed(box))
        self.show()

    def _leave(self) -> None:
        if self.hasFocus():
            self._pane.setFocus()
        self.hide()


def version_link(pane: ReadingPane) -> HeadLink:
    """Return the words that open the list of versions."""
    words = "Versions of the text"
    return HeadLink(pane, lambda it: it.version, words, "view.versions")


def encoding_link(pane: ReadingPane) -> HeadLink:
    """Return the words that let another encoding be chosen."""
    words = "Read the text in another encoding"
    return HeadLink(pane, lambda it: it.encoding, words, "project.encoding")


def _framed(box: QRect) -> QRect:
    return box.adjusted(-_FRAME, -_FRAME // 2, _FRAME, _FRAME // 2)
