"""What became of the files of an import, on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.cli.answers import counted, one_line, show, show_json
from workbench.cli.border import DONE, FINDINGS
from workbench.model.imports import ImportOutcome, ImportStatus


def show_report(outcomes: Sequence[ImportOutcome], *, as_json: bool) -> int:
    """Show the report; return the exit code, 1 if a file did not come in."""
    if as_json:
        show_json([_outcome_json(outcome) for outcome in outcomes])
    else:
        _show_outcomes(outcomes)
    bad = {ImportStatus.DUPLICATE, ImportStatus.FAILED}
    return FINDINGS if any(it.status in bad for it in outcomes) else DONE


def _show_outcomes(outcomes: Sequence[ImportOutcome]) -> None:
    for outcome in outcomes:
        facts = one_line(outcome.error, 300) or counted(outcome.characters, "character")
        show(f"{outcome.status.value:11}  {_place(outcome)}: {facts}")
        for warning in outcome.warnings:
            show(f"             {one_line(warning, 300)}")
        for it in outcome.near_copies:
            show(f"             {it.percent} % the same as “{one_line(it.name, 100)}”.")
    found = {
        status: sum(it.files for it in outcomes if it.status is status)
        for status in ImportStatus
    }
    seldom = {ImportStatus.PASSED_OVER, ImportStatus.RENEWED}
    told = [it for it in found if found[it] or it not in seldom]
    show(", ".join(f"{found[it]} {it.value}" for it in told) + ".")


def _place(outcome: ImportOutcome) -> str:
    """Return the path, and of which of its documents a line tells."""
    path = one_line(outcome.path, 200)
    own = {Path(outcome.path).stem, Path(outcome.path).name, ""}
    is_part = outcome.status is ImportStatus.IMPORTED and outcome.name not in own
    return f"{path} (“{one_line(outcome.name, 100)}”)" if is_part else path


def _outcome_json(outcome: ImportOutcome) -> dict[str, object]:
    return {
        "path": outcome.path,
        "status": outcome.status.value,
        "document": outcome.document_id,
        "name": outcome.name,
        "characters": outcome.characters,
        "sha256": outcome.sha256,
        "encoding": outcome.encoding,
        "warnings": list(outcome.warnings),
        "error": outcome.error,
        "files": outcome.files,
        "near_copies": [
            {"document": it.document_id, "name": it.name, "likeness": it.likeness}
            for it in outcome.near_copies
        ],
    }
