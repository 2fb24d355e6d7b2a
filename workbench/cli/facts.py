"""The command that lists facts, those of two documents beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.answers import json_option, show, show_columns, show_json
from workbench.cli.projects import project_argument, reading
from workbench.cli.stretches import quote_json
from workbench.cli.targets import (
    Written,
    check_targets,
    csv_option,
    page_option,
    show_all_written,
)
from workbench.jobs import Tracker
from workbench.model.facts import Fact, FactRow
from workbench.model.ids import DocumentId
from workbench.operations.comparison_files import export_facts_page
from workbench.operations.fact_files import export_fact_rows, export_facts
from workbench.operations.facts import fact_rows, facts_of
from workbench.views import ProjectView


@click.command("facts")
@project_argument
@click.argument("document")
@click.argument("other", required=False)
@csv_option("Write them as CSV, with their quotes and places.")
@page_option("With OTHER: write the facts of both, and both texts, to one page.")
@json_option
def facts_command(
    *,
    path: Path,
    document: str,
    other: str | None,
    target: Path | None,
    page: Path | None,
    as_json: bool,
) -> None:
    """List the dates, values, people and organizations of DOCUMENT.

    With OTHER, the facts of both stand beside each other, differences first. What a
    rule made of a text stands beside it: it is a suggestion.
    """
    check_targets(path, target, page)
    if page is not None and other is None:
        raise click.UsageError("A page needs a second document to compare with.")
    files = []
    with reading(path) as view:
        one = view.documents.find(document).id
        two = view.documents.find(other).id if other is not None else None
        if target is not None:
            files.append(Written(_write(view, one, two, target), target))
        if page is not None and two is not None:
            count = export_facts_page(view, one, two, page, Tracker())
            files.append(Written(count, page))
        if files:
            show_all_written(files, as_json=as_json)
        elif two is None:
            _show_facts(facts_of(view, one), as_json=as_json)
        else:
            _show_rows(fact_rows(view, one, two), as_json=as_json)


def _write(
    view: ProjectView, one: DocumentId, two: DocumentId | None, target: Path
) -> int:
    if two is None:
        return export_facts(view, one, target, Tracker())
    return export_fact_rows(view, one, two, target, Tracker())


def _show_facts(facts: Sequence[Fact], *, as_json: bool) -> None:
    if as_json:
        show_json(list(map(_fact_json, facts)))
    elif facts:
        header = "KIND", "START", "TEXT", "VALUE", "ROLE", "RULE"
        show_columns(header, [_cells(it) for it in facts])
    else:
        show("No facts were found.")


def _cells(fact: Fact) -> Sequence[object]:
    return (
        fact.kind.value,
        fact.span.start,
        fact.text,
        fact.value,
        fact.role,
        fact.rule,
    )


def _show_rows(rows: Sequence[FactRow], *, as_json: bool) -> None:
    if as_json:
        show_json(list(map(_row_json, rows)))
    elif rows:
        header = "RELATION", "KIND", "A", "B", "REASON"
        show_columns(header, [_row_cells(it) for it in rows])
    else:
        show("No facts were found.")


def _row_cells(row: FactRow) -> Sequence[object]:
    sides = (
        " · ".join(dict.fromkeys(it.text for it in side)) for side in (row.a, row.b)
    )
    return row.relation.value, row.kind.value, *sides, row.reason


def _fact_json(fact: Fact) -> dict[str, object]:
    interval = fact.interval
    return {
        "kind": fact.kind.value,
        **quote_json(fact.span, fact.text),
        "value": fact.value,
        "role": fact.role,
        "first": interval.first.isoformat() if interval else None,
        "last": interval.last.isoformat() if interval else None,
        "rule": fact.rule,
    }


def _row_json(row: FactRow) -> dict[str, object]:
    return {
        "kind": row.kind.value,
        "subject": row.subject,
        "relation": row.relation.value,
        "reason": row.reason,
        "a": list(map(_fact_json, row.a)),
        "b": list(map(_fact_json, row.b)),
    }
