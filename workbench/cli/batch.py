"""The command that asks many queries at once."""

from __future__ import annotations

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
from workbench.cli.projects import project_argument, reading
from workbench.cli.search_flags import search_flags
from workbench.cli.targets import check_target, csv_option, raw_option
from workbench.model.batches import Batch, BatchRow
from workbench.model.search import SearchOptions
from workbench.operations.batches import (
    BatchForm,
    export_batch,
    read_queries,
    run_batch,
)
from workbench.operations.option_words import options_in_words


@click.command("batch")
@project_argument
@click.argument("file", type=click.Path(path_type=Path))
@search_flags
@csv_option("Write the counts to a CSV file.")
@click.option(
    "--long", "is_long", is_flag=True, help="One row for each query and document."
)
@raw_option
@json_option
def batch_command(
    *,
    path: Path,
    file: Path,
    options: SearchOptions,
    target: Path | None,
    is_long: bool,
    raw: bool,
    as_json: bool,
) -> None:
    """Count what each query of FILE finds in each document.

    FILE is a CSV file with a column `query`, and a column `name` if it likes, or any
    other text file with a query a line.
    """
    check_target(target, path)
    queries = read_queries(file)
    with reading(path) as project:
        batch = run_batch(project, queries, options)
    if target is not None:
        form = BatchForm.LONG if is_long else BatchForm.TABLE
        rows = export_batch(batch, target, form, raw=raw)
    if as_json:
        show_json(_batch_json(batch))
        return
    show_columns(
        ("QUERY", "DOCUMENTS", "MATCHES"),
        [(it.asked.name, it.documents, it.matches) for it in batch.rows],
    )
    for row in batch.rows:
        for left_out in row.understood.ignored:
            show(f"{one_line(row.asked.name)}: {one_line(left_out, 1000)}")
    if target is not None:
        show(f"Wrote {counted(rows, 'row')} to {target}.")


def _batch_json(batch: Batch) -> dict[str, object]:
    return {
        "options": options_in_words(batch.options),
        "queries": [_row_json(batch, row) for row in batch.rows],
    }


def _row_json(batch: Batch, row: BatchRow) -> dict[str, object]:
    return {
        "name": row.asked.name,
        "query": row.asked.query,
        "understood": row.understood.sentence,
        "left_out": list(row.understood.ignored),
        "documents": row.documents,
        "matches": row.matches,
        "counts": [
            {"document": it.document_id, "name": it.name, "matches": count}
            for it, count in zip(batch.documents, row.counts, strict=True)
            if count
        ],
    }
