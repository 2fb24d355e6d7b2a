"""The number of the version in the head, which opens the list of versions."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton

from ui.keymap import explain
from ui.reader.pane import ReadingPane

_FRAME = 4


class VersionLink(QToolButton):
    """Lies over the words of the head that name the version, and scrolls with them."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane.viewport())
        self._pane = pane
        self.setProperty("head", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        explain(self, "Versions of the text", "view.versions")
        self.hide()
        pane.scrolled.connect(self._follow)

    @property
    def point_below(self) -> QPoint:
        """Where, on the screen, the list may open: below, or at the text's corner."""
        corner = self.geometry().bottomLeft() if self.isVisible() else QPoint(16, 8)
        return self._pane.viewport().mapToGlobal(corner)

    def _follow(self) -> None:
        box, viewport = self._pane.version_box(), self._pane.viewport()
        if box is None or not viewport.rect().intersects(box):
            self._leave()
            return
        self.setText(self._pane.head.version)
        self.setFont(self._pane.facts_font)
        self.setGeometry(_framed(box))
        self.show()

    def _leave(self) -> None:
        if self.hasFocus():
            self._pane.setFocus()
        self.hide()


def _framed(box: QRect) -> QRect:
    return box.adjusted(-_FRAME, -_FRAME // 2, _FRAME, _FRAME // 2)
