"""Commands for texts that change: replacing a document, and its versions."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    iso,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.comparison_targets import Targets, target_options, write_targets
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.version_pairs import pair_json, show_pairs
from workbench.jobs import Tracker
from workbench.model.anchors import AnchorKind
from workbench.model.documents import Version
from workbench.model.ids import DocumentId
from workbench.model.replacing import PassageMove, in_words
from workbench.operations.comparison_reports import versions_report
from workbench.operations.evidence_changes import standings, what_changed
from workbench.operations.version_comparing import compare_versions
from workbench.operations.versions import replace_document
from workbench.views import ProjectView

SHOWN = (AnchorKind.EDITED, AnchorKind.AMBIGUOUS, AnchorKind.ORPHANED)


@click.command("replace")
@project_argument
@click.argument("document")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def replace_command(*, path: Path, document: str, file: Path, as_json: bool) -> None:
    """Let FILE be the new version of DOCUMENT.

    Every passage is found again, or kept with the version it stood in. JSON has the
    passages by what became of them: unchanged, moved, edited, ambiguous, orphaned.
    """
    with writing(path) as project:
        found = project.documents.find(document)
        before = standings(project, found.id)
        replaced = replace_document(project, found.id, file)
        cells = what_changed(before, standings(project, found.id))
    if as_json:
        show_json(
            {
                kind.value: [_move_json(move) for move in replaced.of_kind(kind)]
                for kind in AnchorKind
            }
        )
        return
    show(
        f"“{found.name}” is version {replaced.version} now: {in_words(replaced.moves)}."
    )
    for kind in SHOWN:
        for move in replaced.of_kind(kind):
            place = f"{move.span.start}..{move.span.end}" if move.span else "nowhere"
            quote = one_line(move.old_quote)
            show(f"{kind.value:10} {move.passage_id}  {place}  {quote}")
    if cells:
        show(f"{cells}.")


@click.command("versions")
@project_argument
@click.argument("document")
@click.option(
    "--compare",
    "compared",
    nargs=2,
    type=click.IntRange(min=1),
    metavar="OLD NEW",
    help="Say of every paragraph of two versions what became of it.",
)
@target_options
@json_option
def versions_command(
    *,
    path: Path,
    document: str,
    compared: tuple[int, int] | None,
    targets: Targets,
    as_json: bool,
) -> None:
    """List the versions of DOCUMENT; `text --version` writes one of them.

    With --compare, JSON has every paragraph: same, changed, moved, moved and changed,
    removed or added, with the words that went and came.
    """
    if compared:
        with reading(path) as view:
            found = view.documents.find(document).id
            _compare(view, found, *compared, targets, as_json=as_json)
        return
    if targets:
        raise click.UsageError("Only a comparison can be written; add --compare.")
    with reading(path) as project:
        versions = project.versions.of_document(project.documents.find(document).id)
    if as_json:
        show_json([_version_json(version) for version in versions])
        return
    show_columns(
        ("VERSION", "MADE", "HOW", "CHARACTERS", "FILE"),
        [
            (it.number, iso(it.made_at), it.change.value, it.characters, it.path)
            for it in versions
        ],
    )
    show(counted(len(versions), "version"))


def _compare(
    view: ProjectView,
    document_id: DocumentId,
    old: int,
    new: int,
    targets: Targets,
    *,
    as_json: bool,
) -> None:
    pairs = compare_versions(view, document_id, old, new)
    before = view.documents.text(document_id, old)
    after = view.documents.text(document_id, new)
    if as_json:
        show_json([pair_json(it, before, after) for it in pairs])
    else:
        show_pairs(pairs, before, after)
    write_targets(
        targets,
        lambda: versions_report(view, document_id, old, new, Tracker()),
        quiet=as_json,
    )


def _move_json(move: PassageMove) -> dict[str, object]:
    return {
        "passage": move.passage_id,
        "start": move.span.start if move.span else None,
        "end": move.span.end if move.span else None,
        "quote": move.quote,
        "was": {
            "start": move.old_span.start,
            "end": move.old_span.end,
            "quote": move.old_quote,
        },
        "score": round(move.score, 3),
    }


def _version_json(version: Version) -> dict[str, object]:
    return {
        "version": version.number,
        "change": version.change.value,
        "made": iso(version.made_at),
        "characters": version.characters,
        "encoding": version.encoding,
        "sha256": version.sha256,
        "path": version.path,
    }
