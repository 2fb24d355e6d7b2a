"""The commands of links between passages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from workbench.cli.answers import (
    Command,
    iso,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.stretches import quote_json
from workbench.cli.targets import check_target, output_option, raw_option, show_written
from workbench.model.ids import LinkId
from workbench.model.links import Link, LinkEnd, LinkKind, Stretch
from workbench.model.spans import Span
from workbench.operations.link_files import export_links
from workbench.operations.links import change_link, link_places, remove_links
from workbench.project import Project

kind_argument = click.argument(
    "kind", type=click.Choice([it.value for it in LinkKind], case_sensitive=False)
)
reason_option = click.option("--reason", default="", help="Why; one line.")
link_argument = click.argument("link", type=int)


def place_argument(name: str) -> Callable[[Command], Command]:
    """Give a command a stretch of a document: its name, start and end."""
    return click.argument(
        name,
        type=(str, int, int),
        metavar="DOCUMENT START END",
    )


@click.group("links")
def link_commands() -> None:
    """Tie passages: the same statement, a contradiction, an update."""


@link_commands.command("list")
@project_argument
@click.option("--document", help="Only links of this document.")
@json_option
def list_command(*, path: Path, document: str | None, as_json: bool) -> None:
    """List the links by document and place."""
    with reading(path) as project:
        links = project.links.all()
        if document is not None:
            wanted = project.documents.find(document).id
            links = [
                it
                for it in links
                if wanted in {it.source.document_id, it.target.document_id}
            ]
    if as_json:
        show_json([_listed(link) for link in links])
        return
    show_columns(
        ("ID", "KIND", "SOURCE", "TARGET", "REASON"),
        [(it.id, it.kind, _shown(it.source), _shown(it.target), it.reason)
         for it in links],
    )  # fmt: skip


@link_commands.command("add")
@project_argument
@place_argument("source")
@place_argument("target")
@kind_argument
@reason_option
@json_option
def add_command(
    *,
    path: Path,
    source: tuple[str, int, int],
    target: tuple[str, int, int],
    kind: str,
    reason: str,
    as_json: bool,
) -> None:
    """Link a stretch of one document with one of another, or of the same.

    A stretch is a document and where it starts and ends, in characters; passages are
    marked where none is. With the KIND `updates` the first is the newer one.
    """
    with writing(path) as project:
        link_id = link_places(
            project,
            _stretch(project, *source),
            _stretch(project, *target),
            LinkKind(kind),
            reason,
        )
        link = project.links.get(link_id)
    if as_json:
        show_json(_listed(link))
    else:
        show(f"Link {link.id}: {_shown(link.source)} {link.kind} {_shown(link.target)}")


@link_commands.command("change")
@project_argument
@link_argument
@kind_argument
@reason_option
@json_option
def change_command(
    *, path: Path, link: int, kind: str, reason: str, as_json: bool
) -> None:
    """Give a link another KIND and reason."""
    with writing(path) as project:
        kept = change_link(project, LinkId(link), LinkKind(kind), reason)
        changed = project.links.get(kept)
    if as_json:
        show_json(_listed(changed))
    else:
        show(f"Link {changed.id} is “{changed.kind}” now.")


@link_commands.command("remove")
@project_argument
@link_argument
@json_option
def remove_command(*, path: Path, link: int, as_json: bool) -> None:
    """Put a link into the bin; its passages stay."""
    with writing(path) as project:
        removed = project.links.get(LinkId(link))
        remove_links(project, [removed.id])
    if as_json:
        show_json(_listed(removed))
    else:
        show(f"Removed link {link}.")


@link_commands.command("export")
@project_argument
@output_option("The CSV file to write.")
@raw_option
@json_option
def export_command(*, path: Path, target: Path, raw: bool, as_json: bool) -> None:
    """Write one row a link, with both quotes and where they stand."""
    check_target(target, path)
    with reading(path) as project:
        rows = export_links(project, target, raw=raw)
    show_written(rows, target, as_json=as_json)


def _stretch(project: Project, document: str, start: int, end: int) -> Stretch:
    if not 0 <= start < end:
        raise click.UsageError(f"{start} {end} is no place; give a start and its end.")
    return Stretch(project.documents.find(document).id, Span(start, end))


def _shown(end: LinkEnd) -> str:
    return f"{one_line(end.title, 20)}: {one_line(end.quote, 36)}"


def _listed(link: Link) -> dict[str, object]:
    return {
        "id": link.id,
        "kind": link.kind.value,
        "reason": link.reason,
        "source": _end(link.source),
        "target": _end(link.target),
        "analyst": link.analyst,
        "created": iso(link.created_at),
    }


def _end(end: LinkEnd) -> dict[str, object]:
    return {
        "passage": end.passage_id,
        "document": end.document_id,
        "title": end.title,
        **quote_json(end.span, end.quote),
        "orphaned": end.is_orphaned,
    }
