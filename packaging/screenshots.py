"""Takes the pictures of the window that the README shows, light and dark.

They come from the program itself, on a fresh sample project in a temporary folder, so
that `make screenshots` brings them up to date after any change of the window.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage

from ui.app import build
from ui.session import Session
from ui.workspace import Workspace
from workbench.model.passages import Passage
from workbench.operations.sample import build_sample
from workbench.project import Project

PICTURES = Path("resources/pictures")
SIZE = (1440, 900)
QUERY = '"working group" controls'
SETTLE_MS = 1500


def main() -> None:
    """Save `window-light.png` and `window-dark.png` in `resources/pictures`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for look in ("light", "dark"):
        with tempfile.TemporaryDirectory() as scratch:
            picture = take_picture(Path(scratch), dark=look == "dark")
        target = PICTURES / f"window-{look}.png"
        save(picture, target)
        print(f"{target}: {target.stat().st_size // 1024} KB")


def take_picture(folder: Path, *, dark: bool) -> QImage:
    """Return what the window looks like in the middle of the work."""
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


def set_scene(workspace: Workspace) -> None:
    """Show a cited passage that others overlap, a table's tab and a search."""
    project = workspace.project
    table_id, _ = project.tables.all()[0]
    workspace.center.open_table(table_id)
    workspace.bottom.search_controller.run(QUERY)
    let_pass(SETTLE_MS)
    workspace.going.to_passage(most_overlapped(project).id)


def most_overlapped(project: Project) -> Passage:
    """Return the cited passage that meets most other passages of its document."""

    def overlaps(passage: Passage) -> int:
        others = project.passages.of_document(passage.document_id)
        return sum(it.span.overlaps(passage.span) for it in others)

    cited = [it for it in project.passages.all() if project.tables.citing(it.id)]
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
