"""The command that lets bibliographies say what documents are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from workbench.cli.paths import NAMED_PATH
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.ids import DocumentId
from workbench.model.references import (
    AppliedReferences,
    Matching,
    Reference,
    ReferenceChange,
    ReferenceMatch,
)
from workbench.operations.reference_facts import apply_references, changes_of
from workbench.operations.references import match, read_all_references

Changes = list[list[ReferenceChange]]


@click.command("references")
@project_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=NAMED_PATH)
@click.option("--apply", "is_applied", is_flag=True, help="Fill in what is shown.")
@click.option("--overwrite", is_flag=True, help="Also replace what documents say now.")
@json_option
def references_command(
    *, path: Path, files: tuple[Path, ...], is_applied: bool, overwrite: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Show which documents the references in FILES describe, and what they fill in.

    A FILE is RIS, BibTeX, BibLaTeX, CSL-JSON or Zotero RDF, or a folder with such. With
    --apply title, date, source and attributes are filled in, as one step. What is not
    sure is left alone and makes exit code 1, as does what is broken in a file.
    """
    bibliographies = read_all_references(files)
    with reading(path) as view:
        matching = match(view, bibliographies)
        changes = changes_of(view, matching.matches, overwrite=overwrite)
        names = {it.id: it.name for it in view.documents.all()}
    applied = None
    if is_applied:
        with writing(path) as project:
            applied = apply_references(project, matching.matches, overwrite=overwrite)
    if as_json:
        show_json(_json(matching, changes, applied))
    else:
        _show(matching, changes, names)
        _show_end(matching, changes, applied)
    left_out = applied.left_out if applied else ()
    return FINDINGS if matching.unsure or matching.problems or left_out else DONE


def _show(
    matching: Matching, changes: Changes, names: Mapping[DocumentId, str]
) -> None:
    for matched, its in zip(matching.matches, changes, strict=True):
        name = one_line(names[matched.document_id], 80)
        show(f"{name} ← {one_line(matched.reference.name, 100)} ({matched.reason})")
        for it in its:
            old = f"{one_line(it.old, 80)} → " if it.old else ""
            show(f"    {it.name}: {old}{one_line(it.new, 120)}")
    for unsure in matching.unsure:
        could = ", ".join(one_line(names[it], 80) for it in unsure.candidates)
        reference = one_line(unsure.reference.name, 100)
        show(f"Not sure: {reference} could be for {could} ({unsure.reason})")
    _show_unmatched(matching.unmatched)


def _show_unmatched(references: Sequence[Reference]) -> None:
    if references:
        show_columns(
            ("NO DOCUMENT FOR", "DATE", "AUTHORS"),
            [(it.name, it.date, "; ".join(it.authors)) for it in references],
        )


def _show_end(
    matching: Matching, changes: Changes, applied: AppliedReferences | None
) -> None:
    for problem in (*matching.problems, *(applied.left_out if applied else ())):
        say(problem)
    if applied:
        show(f"Filled in {counted(applied.documents, 'document')}.")
        return
    matched = counted(len(matching.matches), "document has", "documents have")
    waiting = sum(map(bool, changes))
    show(f"{matched} a reference, {waiting:,} would change; --apply does it.")


def _json(
    matching: Matching, changes: Changes, applied: AppliedReferences | None
) -> dict[str, object]:
    pairs = zip(matching.matches, changes, strict=True)
    return {
        "matches": [_match_json(matched, its) for matched, its in pairs],
        "unsure": [
            {"reference": _reference_json(it.reference), "reason": it.reason.value,
             "documents": list(it.candidates)}
            for it in matching.unsure
        ],
        "unmatched": [_reference_json(it) for it in matching.unmatched],
        "problems": list(matching.problems),
        "applied": applied.documents if applied else 0,
        "left_out": list(applied.left_out) if applied else [],
    }  # fmt: skip


def _match_json(
    matched: ReferenceMatch, changes: Sequence[ReferenceChange]
) -> dict[str, object]:
    return {
        "document": matched.document_id,
        "reference": _reference_json(matched.reference),
        "reason": matched.reason.value,
        "changes": [{"name": it.name, "old": it.old, "new": it.new} for it in changes],
    }


def _reference_json(reference: Reference) -> dict[str, object]:
    return {
        "kind": reference.kind.value,
        "title": reference.title,
        "authors": list(reference.authors),
        "date": reference.date,
        "source": reference.source,
        "language": reference.language,
        "url": reference.url,
        "doi": reference.doi,
        "files": list(reference.files),
        "keywords": list(reference.keywords),
        "key": reference.key,
    }
