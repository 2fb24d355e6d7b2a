"""The commands that count words: near a query, in sequences, and against the rest."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    show,
    show_columns,
    show_json,
)
from workbench.cli.asking import asked_arguments, everything_option
from workbench.cli.projects import project_argument, reading
from workbench.cli.targets import check_target, show_written
from workbench.jobs import Tracker
from workbench.model.concordances import (
    Collocate,
    Concordance,
    KeyWord,
    Measure,
    Window,
)
from workbench.model.ids import DocumentId
from workbench.model.search import Asked
from workbench.operations.concordances import find_lines
from workbench.operations.statistics_files import (
    export_collocates,
    export_keyness,
    export_ngrams,
)
from workbench.operations.word_statistics import collocates, keyness, ngrams
from workbench.text.keyness import significance
from workbench.text.ngrams import LONGEST
from workbench.views import ProjectView

SHOWN = 100
"""The most words that are listed for a person."""

_MEASURES = {measure.value.casefold(): measure for measure in Measure}


_least_option = click.option(
    "--least",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="How often a word must occur to be listed.",
)
_documents_option = click.option(
    "--document",
    "documents",
    metavar="DOCUMENT",
    multiple=True,
    help="Only this document (name or id); may be given several times.",
)


@click.command("collocates")
@project_argument
@asked_arguments
@click.option(
    "--window",
    type=click.IntRange(1, 50),
    default=5,
    show_default=True,
    help="How many words on either side of a match are near it.",
)
@click.option(
    "--measure",
    type=click.Choice([it.value for it in Measure], case_sensitive=False),
    default=Measure.LOG_LIKELIHOOD.value,
    show_default=True,
    help="What tells how strongly a word is tied to the matches.",
)
@_least_option
@everything_option
@json_option
def collocates_command(
    *,
    path: Path,
    asked: Asked,
    window: int,
    measure: str,
    least: int,
    target: Path | None,
    as_json: bool,
) -> None:
    """List the words that stand near the matches of a query, strongest first."""
    check_target(target, path)
    sides, how = Window(window, window), _MEASURES[measure.casefold()]
    with reading(path) as view:
        tracker = Tracker()
        lines = find_lines(view, asked.query, asked.options, tracker)
        if target is not None:
            count = export_collocates(view, lines, sides, how, least, target, tracker)
            show_written(count, target, as_json=as_json)
            return
        found = collocates(view, lines, sides, how, least, tracker)
    if as_json:
        show_json(_collocates_json(lines, how, found))
    else:
        show(f"Near {counted(len(lines), 'match', 'matches')}, by {how}:")
        header = ["word", "near", "left", "right", "total", how.value]
        show_columns(header, [_collocate_cells(it) for it in found[:SHOWN]])


@click.command("ngrams")
@project_argument
@click.option(
    "--size",
    type=click.IntRange(1, LONGEST),
    default=2,
    show_default=True,
    help="How many words follow each other.",
)
@_least_option
@click.option("--word", default="", metavar="WORD", help="Only those with this word.")
@_documents_option
@everything_option
@json_option
def ngrams_command(
    *,
    path: Path,
    size: int,
    least: int,
    word: str,
    documents: tuple[str, ...],
    target: Path | None,
    as_json: bool,
) -> None:
    """List words that follow each other, most frequent first."""
    check_target(target, path)
    with reading(path) as view:
        tracker = Tracker()
        chosen = _chosen(view, documents) or None
        if target is not None:
            count = export_ngrams(view, size, least, target, tracker, chosen, word)
            show_written(count, target, as_json=as_json)
            return
        found = ngrams(view, size, least, tracker, chosen, word)
    if as_json:
        show_json(
            [
                {"words": it.words, "count": it.count, "documents": it.documents}
                for it in found
            ]
        )
    else:
        header = ["words", "count", "documents"]
        rows = [(it.text, it.count, it.documents) for it in found[:SHOWN]]
        show_columns(header, rows)


@click.command("keyness")
@project_argument
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
@_least_option
@everything_option
@json_option
def keyness_command(
    *,
    path: Path,
    documents: tuple[str, ...],
    least: int,
    target: Path | None,
    as_json: bool,
) -> None:
    """List the words that set documents (names or ids) apart from all others."""
    check_target(target, path)
    with reading(path) as view:
        tracker, chosen = Tracker(), _chosen(view, documents)
        if target is not None:
            count = export_keyness(view, chosen, least, target, tracker)
            show_written(count, target, as_json=as_json)
            return
        found = keyness(view, chosen, least, tracker)
    if as_json:
        show_json([_key_word_json(it) for it in found])
    else:
        header = ["word", "here", "rest", "log-likelihood", "chance", "log ratio"]
        show_columns(header, [_key_word_cells(it) for it in found[:SHOWN]])


def _chosen(view: ProjectView, named: tuple[str, ...]) -> list[DocumentId]:
    return [view.documents.find(it).id for it in named]


def _collocates_json(
    lines: Concordance, measure: Measure, found: list[Collocate]
) -> dict[str, object]:
    return {
        "query": lines.query,
        "understood": lines.understood.sentence,
        "ignored": list(lines.understood.ignored),
        "matches": len(lines),
        "measure": measure.value,
        "collocates": [
            {
                "word": it.word,
                "near": it.near,
                "left": it.left,
                "right": it.right,
                "total": it.total,
                "score": it.score,
            }
            for it in found
        ],
    }


def _collocate_cells(it: Collocate) -> tuple[object, ...]:
    return it.word, it.near, it.left, it.right, it.total, f"{it.score:.2f}"


def _key_word_json(it: KeyWord) -> dict[str, object]:
    return {
        "word": it.word,
        "count": it.count,
        "per_million": it.per_million,
        "rest": it.rest,
        "rest_per_million": it.rest_per_million,
        "log_likelihood": it.log_likelihood,
        "probability": significance(it.log_likelihood),
        "log_ratio": it.log_ratio,
    }


def _key_word_cells(it: KeyWord) -> tuple[object, ...]:
    said = significance(it.log_likelihood)
    likelihood, ratio = f"{it.log_likelihood:.2f}", f"{it.log_ratio:+.2f}"
    return it.word, it.count, it.rest, likelihood, said, ratio
