"""The command for the places where texts mention a case."""

from __future__ import annotations

from collections.abc import Sequence
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
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.stretches import quote_json
from workbench.model.mentions import Mention, MentionState
from workbench.operations.mentions import (
    confirm_mentions,
    mentions_of,
    possible_mentions,
    refuse_mentions,
)

ALL = "all"
NUMBERS = "all|N,..."


@click.command("mentions")
@project_argument
@click.argument("case")
@click.option(
    "--possible",
    "state",
    flag_value=MentionState.POSSIBLE.value,
    help="List the places nobody decided on, which have numbers.",
)
@click.option(
    "--refused",
    "state",
    flag_value=MentionState.REFUSED.value,
    help="List those that were refused.",
)
@click.option(
    "--confirm", metavar=NUMBERS, help="Confirm possible ones by their numbers first."
)
@click.option("--refuse", metavar=NUMBERS, help="Refuse possible ones first.")
@json_option
def mentions_command(
    *,
    path: Path,
    case: str,
    state: str | None,
    confirm: str | None,
    refuse: str | None,
    as_json: bool,
) -> None:
    """List the passages that mention CASE, or the places where it may be mentioned.

    A place has one of its names. Confirmed, it is a passage; refused, it is not listed
    again. The numbers are those of `--possible` before anything is decided.
    """
    if confirm is not None or refuse is not None:
        _decide(path, case, confirm, refuse)
    with reading(path) as project:
        found = mentions_of(project, project.cases.find(case).id)
    listed = found.of(MentionState(state or MentionState.CONFIRMED.value))
    if as_json:
        show_json([_listed(number, it) for number, it in enumerate(listed, 1)])
        return
    show_columns(
        ("N", "DOCUMENT", "START", "END", "WORDS", "IN"),
        [
            (
                number,
                one_line(it.title, 30),
                it.span.start,
                it.span.end,
                it.words,
                f"{it.before[-30:]}{it.words}{it.after}",
            )
            for number, it in enumerate(listed, 1)
        ],
    )
    show(", ".join(f"{len(found.of(it)):,} {it.value}" for it in MentionState))


def _decide(path: Path, case: str, confirm: str | None, refuse: str | None) -> None:
    with writing(path) as project:
        case_id = project.cases.find(case).id
        possible = possible_mentions(project, case_id)
        confirmed = _chosen(possible, confirm)
        refused = [it for it in _chosen(possible, refuse) if it not in confirmed]
        if confirmed:
            confirm_mentions(project, case_id, [it.stretch for it in confirmed])
        if refused:
            refuse_mentions(project, case_id, [it.stretch for it in refused])


def _chosen(possible: Sequence[Mention], numbers: str | None) -> list[Mention]:
    """Return the mentions that numbers name; a wrong one is a wrong usage."""
    if numbers is None or numbers.strip().casefold() == ALL:
        return list(possible) if numbers is not None else []
    chosen = []
    for typed in numbers.split(","):
        number = int(typed) if typed.strip().isdecimal() else 0
        if not 1 <= number <= len(possible):
            raise click.UsageError(
                f"“{one_line(typed)}” is no number of a possible mention; there are"
                f" {counted(len(possible), 'possible mention')}, see --possible."
            )
        chosen.append(possible[number - 1])
    return chosen


def _listed(number: int, mention: Mention) -> dict[str, object]:
    return {
        "number": number,
        "state": mention.state.value,
        "document": mention.document_id,
        "title": mention.title,
        **quote_json(mention.span, mention.words),
        "before": mention.before,
        "after": mention.after,
        "passage": mention.passage_id,
    }
