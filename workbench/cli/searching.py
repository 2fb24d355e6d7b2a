"""The command that searches the documents."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from workbench.cli.answers import counted, json_option, one_line, show, show_json
from workbench.cli.projects import project_argument, reading
from workbench.model.search import Answer, Hit, Scope, SearchOptions, Understood

CONTEXT = 100
"""Characters shown to a person on either side of the first match."""


@click.command("search")
@project_argument
@click.argument("query")
@click.option(
    "--scope",
    type=click.Choice([scope.value for scope in Scope]),
    default=Scope.DOCUMENT.value,
    show_default=True,
    help="Where all words must stand together.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="The most hits to list.",
)
@click.option("--zones", is_flag=True, help="Search what is not content, too.")
@json_option
def search_command(
    *, path: Path, query: str, scope: str, limit: int, zones: bool, as_json: bool
) -> None:
    """Search the documents.

    To find nothing is an answer too, with exit code 0.
    """
    options = SearchOptions(Scope(scope), zones=zones)
    with reading(path) as project:
        answer = project.search(query, options, limit)
    if as_json:
        show_json(_answer_json(answer))
    else:
        _show_answer(answer)


def _show_answer(answer: Answer) -> None:
    said = "Understood as: " if answer.understood.words else ""
    show(said + one_line(answer.understood.sentence, 1000))
    for ignored in answer.understood.ignored:
        show(one_line(ignored, 1000))
    found = counted(answer.total, "hit")
    shown = (
        f", the best {len(answer.hits):,}" if len(answer.hits) < answer.total else ""
    )
    show(f"{found} in {counted(answer.documents, 'document')}{shown}.")
    for _, hits in groupby(answer.hits, key=lambda hit: hit.document_id):
        _show_hits(list(hits))
    if answer.suggestions:
        show(f"Did you mean: {', '.join(map(one_line, answer.suggestions))}?")


def _show_hits(hits: list[Hit]) -> None:
    first = hits[0]
    show(f"\n{one_line(first.title or first.name, 100)}  ({first.document_id})")
    for hit in hits:
        show(f"  {hit.span.start}-{hit.span.end}  {_excerpt(hit)}")


def _excerpt(hit: Hit) -> str:
    """Return the first match with what stands around it, in one line."""
    first = hit.matches[0].start - hit.span.start if hit.matches else 0
    start, end = max(0, first - CONTEXT), first + CONTEXT
    excerpt = one_line(hit.text[start:end], 2 * CONTEXT)
    before = "…" if start else ""
    return before + excerpt + ("…" if end < len(hit.text) else "")


def _answer_json(answer: Answer) -> dict[str, object]:
    return {
        "query": answer.query,
        "understood": _understood_json(answer.understood),
        "documents": answer.documents,
        "total": answer.total,
        "hits": [_hit_json(hit) for hit in answer.hits],
        "suggestions": list(answer.suggestions),
    }


def _understood_json(understood: Understood) -> dict[str, object]:
    return {
        "sentence": understood.sentence,
        "words": [
            {"word": word.word, "forms": list(word.forms)} for word in understood.words
        ],
        "filters": list(understood.filters),
        "ignored": list(understood.ignored),
    }


def _hit_json(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document_id,
        "name": hit.name,
        "start": hit.span.start,
        "end": hit.span.end,
        "text": hit.text,
        "matches": [[match.start, match.end] for match in hit.matches],
        "score": hit.score,
    }
