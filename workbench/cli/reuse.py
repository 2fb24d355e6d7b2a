"""The command that says which documents share statements."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.border import DONE, FINDINGS, say
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import current_analyst, project_argument
from workbench.cli.stretches import stretch_json
from workbench.cli.targets import (
    Written,
    check_targets,
    csv_option,
    page_option,
    show_all_written,
)
from workbench.jobs import Cancelled, Tracker
from workbench.model.alignments import Pair
from workbench.model.ids import DocumentId
from workbench.model.reuse import Reuse, Shared
from workbench.model.spans import Span
from workbench.operations.reuse import reuse_of, update_reuse
from workbench.operations.reuse_files import all_pairs, export_reuse, export_shared
from workbench.operations.reuse_pages import export_reuse_page
from workbench.project import Project
from workbench.views import ProjectView


@click.command("reuse")
@project_argument
@click.option(
    "--pairs", "is_pairs", is_flag=True, help="Every pair of statements, with its text."
)
@csv_option("Write it to this CSV file instead of listing it.")
@page_option("Write one page with a matrix and every shared statement.")
@json_option
def reuse_command(
    *,
    path: Path,
    is_pairs: bool,
    target: Path | None,
    page: Path | None,
    as_json: bool,
) -> int:
    """Compare all documents, and list which of them share statements.

    Only what is new or was changed is compared; Ctrl+C stops, and keeps what is done.
    While the project is open elsewhere, nothing is compared, and what is known listed.
    Exit code 1: some documents are not compared yet.
    """
    check_targets(path, target, page)
    files = []
    with closing(Project.open(path, analyst=current_analyst())) as project:
        _update(project)
        reuse = reuse_of(project)
        if target is not None:
            count = _write(project, reuse, target, is_pairs=is_pairs)
            files.append(Written(count, target))
        if page is not None:
            count = export_reuse_page(project, reuse, page, Tracker())
            nouns = "pair of documents", "pairs of documents"
            files.append(Written(count, page, *nouns))
        if files:
            show_all_written(files, as_json=as_json)
        else:
            _list(project, reuse, is_pairs=is_pairs, as_json=as_json)
    if reuse.waiting:
        say(f"{counted(reuse.waiting, 'document')} not compared yet.")
    return FINDINGS if reuse.waiting else DONE


def _write(view: ProjectView, reuse: Reuse, target: Path, *, is_pairs: bool) -> int:
    if is_pairs:
        return export_shared(view, reuse, target, Tracker())
    return export_reuse(view, reuse, target)


def _list(view: ProjectView, reuse: Reuse, *, is_pairs: bool, as_json: bool) -> None:
    if is_pairs:
        _show_pairs(view, reuse, as_json=as_json)
    else:
        _show_matrix(reuse, as_json=as_json)


def _update(project: Project) -> None:
    if project.is_read_only:
        return
    try:
        with stoppable_tracker() as tracker:
            update_reuse(project, tracker)
    except Cancelled:
        say("Stopped.")


def _show_matrix(reuse: Reuse, *, as_json: bool) -> None:
    if as_json:
        show_json([_shared_json(it) for it in reuse.shared])
        return
    titles = {it.id: it.title for it in reuse.documents}
    show_columns(
        ("A", "TITLE", "B", "TITLE", "VERBATIM", "ALTERED", "PARAPHRASE", "CHARACTERS"),
        [
            (
                it.a,
                one_line(titles[it.a], 30),
                it.b,
                one_line(titles[it.b], 30),
                it.verbatim,
                it.altered,
                it.paraphrase,
                it.characters,
            )
            for it in reuse.shared
        ],
    )
    if reuse.common:
        show(
            f"{counted(len(reuse.common), 'statement')} in very many documents, of"
            " which only the first are compared with all others:"
        )
        for it in reuse.common:
            place = f"{it.document_id}, {it.span.start}-{it.span.end}"
            show(f"  {place}: also in {counted(it.others, 'other document')}")


def _show_pairs(view: ProjectView, reuse: Reuse, *, as_json: bool) -> None:
    pairs = all_pairs(view, reuse, Tracker())
    if as_json:
        show_json([_pair_json(view, *it) for it in pairs])
        return
    show_columns(
        ("KIND", "A", "START", "END", "TEXT", "B", "START", "END"),
        [_pair_line(view, *it) for it in pairs],
    )


def _shared_json(shared: Shared) -> dict[str, object]:
    return {
        "a": shared.a,
        "b": shared.b,
        "verbatim": shared.verbatim,
        "altered": shared.altered,
        "paraphrase": shared.paraphrase,
        "characters": shared.characters,
    }


def _pair_json(view: ProjectView, shared: Shared, pair: Pair) -> dict[str, object]:
    def side(document_id: DocumentId, span: Span) -> dict[str, object]:
        text = view.documents.text(document_id)
        return {"document": document_id, **stretch_json(span, text)}

    return {
        "kind": pair.kind.value,
        "score": pair.score,
        "a": side(shared.a, pair.a),
        "b": side(shared.b, pair.b),
    }


def _pair_line(view: ProjectView, shared: Shared, pair: Pair) -> tuple[object, ...]:
    text = pair.a.of(view.documents.text(shared.a))
    return (
        pair.kind.value,
        shared.a,
        pair.a.start,
        pair.a.end,
        text,
        shared.b,
        pair.b.start,
        pair.b.end,
    )
