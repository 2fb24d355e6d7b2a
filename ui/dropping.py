"""Files dropped on the window: a folder is shown before it comes in.

A file that falls on a text may be its new version.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from ui.center import Center
from ui.reader.panel import ReaderPanel
from ui.workspace import Workspace
from workbench.operations.labels import quoted


def take_dropped(workspace: Workspace, paths: Sequence[Path], point: QPoint) -> None:
    """Import files; for one on a text, ask first whether it is a version of that."""
    if len(paths) == 1 and paths[0].is_dir():
        QTimer.singleShot(0, workspace, lambda: workspace.folders.open(paths[0]))
        return
    reader = _reader_at(workspace.center, point)
    if reader is None or len(paths) != 1 or not paths[0].is_file():
        workspace.imports.import_paths(paths)
        return
    menu = _menu(workspace, reader, paths[0])
    # The drag has to end before anything else takes the mouse.
    QTimer.singleShot(0, menu, lambda: menu.popup(point))


def _menu(workspace: Workspace, reader: ReaderPanel, path: Path) -> QMenu:
    document_id = workspace.center.document_of(reader)
    name = workspace.project.documents.get(document_id).name
    menu = QMenu(workspace)
    menu.setObjectName("dropped")
    menu.setAccessibleName(f"What {path.name} is")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    version = menu.addAction(f"&New version of {quoted(name).replace('&', '&&')}")
    version.triggered.connect(lambda: workspace.revising.replace_by(document_id, path))
    other = menu.addAction("&Import as a document of its own")
    other.triggered.connect(lambda: workspace.imports.import_paths([path]))
    return menu


def _reader_at(center: Center, point: QPoint) -> ReaderPanel | None:
    here = (
        it
        for it in center.readers.all()
        if it.isVisible()
        and it.window() is center.window()
        and it.rect().contains(it.mapFromGlobal(point))
    )
    return next(here, None)
