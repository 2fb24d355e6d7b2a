"""Projects with a few short texts in them, as tests begin, and all they hold."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbench.operations.importing import import_paths
from workbench.project import Project
from workbench.store.migrations import RECORDED_TABLES


@contextmanager
def project_of(texts: Mapping[str, str], path: Path) -> Iterator[Project]:
    """Make a project of texts by file name, which are imported in this order.

    The files stand beside it. A name without a suffix is that of a plain text.
    """
    files = [path.with_name(it if "." in it else f"{it}.txt") for it in texts]
    for file, text in zip(files, texts.values(), strict=True):
        file.write_text(text, encoding="utf-8", newline="")
    with Project.create(path, analyst="ana") as project:
        import_paths(project, files)
        yield project


def state_of(project: Project) -> dict[str, list[Any]]:
    """Everything that undo must bring back, read from the file."""
    with contextlib.closing(sqlite3.connect(project.path)) as connection:
        state = {
            table: connection.execute(f"select * from {table} order by id").fetchall()
            for table in RECORDED_TABLES
        }
        state["index"] = connection.execute(
            "select id, sz from block_index_docsize order by id"
        ).fetchall()
    return state
