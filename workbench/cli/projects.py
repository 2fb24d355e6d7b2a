"""Opening a project for one command, to read it or to change it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from workbench.errors import ReadOnlyProject
from workbench.project import SUFFIX, Project
from workbench.views import ProjectView


def project_path(path: Path) -> Path:
    """Add `.workbench` to a name that has no suffix and is no file."""
    if not path.name:
        path = path.resolve()  # “.” has no name that a sentence could say
    with contextlib.suppress(OSError):  # too long a name; opening it will say so
        if path.exists():
            return path
    if path.suffix:
        return path
    return path.with_name(path.name + SUFFIX)


project_argument = click.argument(
    "path",
    metavar="PROJECT",
    type=click.Path(path_type=Path),
    callback=lambda _context, _parameter, path: project_path(path),
)


@contextmanager
def reading(path: Path) -> Iterator[ProjectView]:
    """Read a project as it is now; the window may have it open and change it."""
    with (
        closing(
            Project.open(path, analyst=current_analyst(), read_only=True)
        ) as project,
        project.reader() as view,
    ):
        yield view


@contextmanager
def writing(path: Path) -> Iterator[Project]:
    """Open a project to change it; raises `ReadOnlyProject` if that cannot be."""
    with closing(Project.open(path, analyst=current_analyst())) as project:
        if project.is_read_only:
            raise ReadOnlyProject(project.read_only_reason)
        yield project


@contextmanager
def creating(path: Path) -> Iterator[Project]:
    """Create a project and open it."""
    with closing(Project.create(path, analyst=current_analyst())) as project:
        yield project


def current_analyst() -> str:
    """Return who makes the changes of this command."""
    return str(click.get_current_context().find_root().obj)
