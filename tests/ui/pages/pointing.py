"""Points and drags on the pages of the test's PDF."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from ui.pages.panel import PagesPanel
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.project import Project

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
FIRST = ["The working group met in Seoul.", "Both sides agreed on export controls."]
LAST = ["The ministers will report in autumn.", "Nobody said by when."]


def text_of(project: Project) -> str:
    return project.documents.text(DocumentId(1))


def span_of(project: Project, words: str) -> Span:
    start = text_of(project).index(words)
    return Span(start, start + len(words))


def point_of(pages: PagesPanel, offset: int, share: float = 0.5) -> QPoint:
    """Return a point of a character: its left edge is 0, its right edge 1."""
    pages.view.keep_in_view(offset)
    number = next(it.number for it in pages.view.pages if it.span.contains(offset))
    sheet = pages.view.sheet(number - 1)
    (box,) = sheet.boxes(Span(offset, offset + 1))
    x = box.left() + share * box.width()
    return QPointF(x, box.center().y()).toPoint()


def drag(pages: PagesPanel, span: Span) -> None:
    """Select exactly these characters with the mouse."""
    viewport = pages.view.viewport()
    pages.view.zoom(4.0)
    end = point_of(pages, span.end - 1, 0.9)
    start = point_of(pages, span.start, 0.1)
    end = point_of(pages, span.end - 1, 0.9)
    QTest.mousePress(viewport, LEFT, Modifier.NoModifier, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, Modifier.NoModifier, end)
