"""The command that lists every match of a query in its context."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    limit_option,
    one_line,
    show,
    show_json,
)
from workbench.cli.asking import asked_arguments, everything_option
from workbench.cli.projects import project_argument, reading
from workbench.cli.targets import check_target, show_written
from workbench.jobs import Tracker
from workbench.model.concordances import Concordance, Dispersion, Line, SortKey, Spread
from workbench.model.search import Asked
from workbench.operations.concordances import (
    dispersion,
    find_lines,
    lines_at,
    sorted_lines,
    spread,
)
from workbench.operations.statistics_files import export_concordance
from workbench.views import ProjectView

_KEYS = {key.value.casefold(): key for key in SortKey}


def _read_keys(
    _context: click.Context, _parameter: click.Parameter, typed: str
) -> list[SortKey]:
    names = [it.strip() for it in typed.split(",") if it.strip()]
    unknown = [it for it in names if it.casefold() not in _KEYS]
    if unknown:
        raise click.BadParameter(
            f"“{unknown[0]}” is none of {', '.join(SortKey)}; separate them by commas."
        )
    return [_KEYS[it.casefold()] for it in names]


@click.command("concordance")
@project_argument
@asked_arguments
@click.option(
    "--sort",
    "keys",
    metavar="KEYS",
    default="",
    callback=_read_keys,
    help="L1 to L3 and R1 to R3 (words left and right), match, document, date;"
    " several with commas.",
)
@click.option(
    "--width",
    type=click.IntRange(0, 1000),
    default=60,
    show_default=True,
    help="Characters of context on either side.",
)
@limit_option("lines")
@everything_option
@json_option
def concordance_command(
    *,
    path: Path,
    asked: Asked,
    keys: list[SortKey],
    width: int,
    limit: int,
    target: Path | None,
    as_json: bool,
) -> None:
    """List every match of a query in its context, one line a match.

    “¶” is the border of two paragraphs. Sorting by words stops there.
    """
    check_target(target, path)
    with reading(path) as view:
        tracker = Tracker()
        found = find_lines(view, asked.query, asked.options, tracker)
        found = sorted_lines(view, found, keys, tracker)
        if target is not None:
            count = export_concordance(view, found, target, tracker)
            show_written(count, target, as_json=as_json)
        elif as_json:
            show_json(_concordance_json(view, found, limit, width))
        else:
            _show_lines(view, found, limit, width)


def _show_lines(view: ProjectView, found: Concordance, limit: int, width: int) -> None:
    show(one_line(found.understood.sentence, 1000))
    for ignored in found.understood.ignored:
        show(one_line(ignored, 1000))
    evenness = spread(view, found)
    shown = f", the first {limit:,}" if limit < len(found) else ""
    documents = counted(evenness.documents, "document")
    show(f"{counted(len(found), 'line')} in {documents}{shown}.")
    if evenness.deviation is not None:
        show(f"Unevenness over all documents (Gries' DP): {evenness.deviation:.2f}.")
    for line in _lines(view, found, limit, width):
        left = one_line(line.left, width).rjust(width)
        name = one_line(line.document.title or line.document.name, 30)
        right = one_line(line.right, width).ljust(width)
        show(f"{left} [{one_line(line.match, 200)}] {right}  {name}".rstrip())


def _lines(view: ProjectView, found: Concordance, limit: int, width: int) -> list[Line]:
    return lines_at(view, found, range(min(limit, len(found))), width)


def _concordance_json(
    view: ProjectView, found: Concordance, limit: int, width: int
) -> dict[str, object]:
    return {
        "query": found.query,
        "understood": found.understood.sentence,
        "ignored": list(found.understood.ignored),
        "total": len(found),
        "lines": [_line_json(it) for it in _lines(view, found, limit, width)],
        "dispersion": [_dispersion_json(it) for it in dispersion(view, found)],
        "spread": _spread_json(spread(view, found)),
    }


def _line_json(line: Line) -> dict[str, object]:
    return {
        "document": line.document.document_id,
        "name": line.document.name,
        "title": line.document.title,
        "start": line.span.start,
        "end": line.span.end,
        "left": line.left,
        "match": line.match,
        "right": line.right,
    }


def _dispersion_json(found: Dispersion) -> dict[str, object]:
    return {
        "document": found.document.document_id,
        "name": found.document.name,
        "characters": found.characters,
        "places": [round(it, 6) for it in found.places],
    }


def _spread_json(found: Spread) -> dict[str, object]:
    return {
        "documents": found.documents,
        "of": found.all_documents,
        "gries_dp": found.deviation,
        "juilland_d": found.evenness,
    }
