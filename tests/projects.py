"""Projects with a few short texts in them, as tests begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from workbench.operations.importing import import_paths
from workbench.project import Project


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
