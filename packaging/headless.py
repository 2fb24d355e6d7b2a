"""Does the main job without a screen: import, search, tag, tabulate, export.

Saves a picture of the window and says where each result lies.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from screenshots import SIZE, let_pass, set_reading

from ui.app import build
from ui.session import Session
from workbench.model.spans import Span
from workbench.operations.exchange import export_notes, export_passages
from workbench.operations.passages import mark_passage
from workbench.operations.sample import build_sample
from workbench.operations.table_files import export_table
from workbench.operations.tags import create_tag
from workbench.project import Project

FOLDER = Path("build/headless")
SETTLE_MS = 500


def main() -> None:
    """Do everything once, in `build/headless`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    path = FOLDER / "sample.workbench"
    with Project.create(path, analyst="sample") as project:
        build_sample(project)
        say(f"imported {project.documents.count()} documents into", path)
        tag_first_hit(project, '"working group"')
        export(project)
    take_picture(path)


def tag_first_hit(project: Project, query: str) -> None:
    """Search, and tag the first word found."""
    answer = project.search(query)
    print(f"searched {query}: {answer.total} hits in {answer.documents} documents")
    hit = answer.hits[0]
    match: Span = hit.matches[0]
    tag_id = create_tag(project, "found without a screen")
    mark_passage(project, hit.document_id, match, [tag_id])
    print(f"tagged {match.start}..{match.end} of {hit.name}")


def export(project: Project) -> None:
    """Write passages, notes and the first table."""
    rows = export_passages(project, FOLDER / "passages.csv")
    say(f"exported {rows} rows of passages to", FOLDER / "passages.csv")
    rows = export_notes(project, FOLDER / "notes.csv")
    say(f"exported {rows} notes to", FOLDER / "notes.csv")
    table_id, name = project.tables.all()[0]
    rows = export_table(project, table_id, FOLDER / "table.csv")
    say(f"exported {rows} rows of “{name}” to", FOLDER / "table.csv")


def take_picture(path: Path) -> None:
    """Show the project in a window, in the middle of the work, and save that."""
    qInstallMessageHandler(complain)
    # A session of its own: what the person has open elsewhere stays as it is.
    _, window = build(path, dark=False, session=Session(FOLDER / "window.ini"))
    window.resize(*SIZE)
    window.show()
    assert window.workspace is not None
    set_reading(window.workspace)
    let_pass(SETTLE_MS)
    picture = FOLDER / "window.png"
    if not window.grab().save(str(picture)):
        raise SystemExit(f"{picture} could not be written.")
    window.close_project()
    say("saved a picture of the window as", picture)


def complain(_kind: QtMsgType, _place: QMessageLogContext, message: str) -> None:
    """Print what Qt complains of, but for what no window without a screen can do."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def say(what: str, path: Path) -> None:
    """Print what was done and where the result lies."""
    print(what, path.resolve())


if __name__ == "__main__":
    main()
