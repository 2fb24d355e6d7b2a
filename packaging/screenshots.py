"""Takes the pictures of the window that the README shows, light and dark.

One shows a document in the middle of the work, one a comparison table whose evidence
changed: a document was replaced, and what a cell cites reads otherwise now.

They come from the program itself, on a fresh sample project in a temporary folder, so
that `make screenshots` brings them up to date after any change of the window.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage

from ui.app import build
from ui.session import Session
from ui.workspace import Workspace
from workbench.model.cells import CellState
from workbench.model.passages import Passage
from workbench.operations.sample import build_sample
from workbench.operations.versions import replace_document
from workbench.project import Project

PICTURES = Path("resources/pictures")
SIZE = (1440, 900)
QUERY = '"working group" controls'
SETTLE_MS = 1500
REPLACED = ("chaired by deputy assistant", "chaired by assistant")

Scene = Callable[[Workspace], None]


def main() -> None:
    """Save a picture of each scene in each look in `resources/pictures`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, set_scene in SCENES.items():
        for look in ("light", "dark"):
            with tempfile.TemporaryDirectory() as scratch:
                picture = take_picture(Path(scratch), set_scene, dark=look == "dark")
            target = PICTURES / f"{name}-{look}.png"
            save(picture, target)
            print(f"{target}: {target.stat().st_size // 1024} KB")


def take_picture(folder: Path, set_scene: Scene, *, dark: bool) -> QImage:
    """Return what the window looks like in a scene."""
    path = folder / "Export controls.workbench"
    with Project.create(path, analyst="analyst") as project:
        build_sample(project)
    _, window = build(path, dark=dark, session=Session(folder / "window.ini"))
    window.resize(*SIZE)
    window.show()
    assert window.workspace is not None
    set_scene(window.workspace)
    let_pass(SETTLE_MS)
    picture = window.grab().toImage()
    window.close_project()
    window.close()
    return picture


def set_reading(workspace: Workspace) -> None:
    """Show a cited passage that others overlap, a table's tab and a search."""
    project = workspace.project
    table_id, _ = project.tables.all()[0]
    workspace.center.open_table(table_id)
    workspace.bottom.search_controller.run(QUERY)
    let_pass(SETTLE_MS)
    workspace.going.to_passage(most_overlapped(project).id)


def set_comparing(workspace: Workspace) -> None:
    """Show a table and, below it, a cell whose evidence reads otherwise now."""
    project = workspace.project
    let_pass(SETTLE_MS)
    replace_cited_words(project)
    table_id, _ = project.tables.all()[0]
    panel = workspace.center.open_table(table_id)
    workspace.make_room()
    let_pass(SETTLE_MS)
    row, column = next(
        (cell.row_id, cell.column_id)
        for cell_row in project.tables.get(table_id).rows
        for cell in cell_row.cells
        if cell.state is CellState.STALE
    )
    panel.select_cell(row, column)


def replace_cited_words(project: Project) -> None:
    """Replace the document whose words a cell cites by one that says it otherwise."""
    cited, other = REPLACED
    texts = {it.id: project.documents.text(it.id) for it in project.documents.all()}
    document_id = next(it for it, text in texts.items() if cited in text)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "replaced.txt"
        path.write_text(texts[document_id].replace(cited, other), encoding="utf-8")
        replace_document(project, document_id, path)


SCENES: dict[str, Scene] = {"window": set_reading, "table": set_comparing}


def most_overlapped(project: Project) -> Passage:
    """Return the cited passage that meets most other passages of its document."""

    def overlaps(passage: Passage) -> int:
        others = project.passages.of_document(passage.document_id)
        return sum(it.span.overlaps(passage.span) for it in others)

    cited = [it for it in project.passages.all() if project.cells.resting_on([it.id])]
    return max(cited, key=overlaps)


def save(picture: QImage, target: Path) -> None:
    """Save as small as it gets without changing a pixel."""
    opaque = picture.convertToFormat(QImage.Format.Format_RGB888)
    if not opaque.save(str(target), quality=0):
        raise SystemExit(f"{target} could not be written.")


def let_pass(milliseconds: int) -> None:
    """Let the window and its jobs work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
