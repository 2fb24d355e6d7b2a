"""Takes files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class DropTarget(QObject):
    """Watches a widget and tells the paths of local files dropped on it, and where."""

    paths_dropped = Signal(list, QPoint)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if local_paths(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and (paths := local_paths(event.mimeData())):
            event.acceptProposedAction()
            self.paths_dropped.emit(paths, event.position().toPoint())
            return True
        return super().eventFilter(watched, event)


def local_paths(mime: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that are being dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
