"""The command that searches the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
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
from workbench.cli.explaining import show_explanation
from workbench.cli.projects import project_argument, reading
from workbench.cli.search_flags import search_flags
from workbench.model.search import (
    Answer,
    Elsewhere,
    Hit,
    Listed,
    SearchOptions,
    Understood,
)

CONTEXT = 100
"""Characters shown to a person on either side of the first match."""
MOST_NAMED = 20
"""Documents without a date that are named to a person."""


@click.command("search")
@project_argument
@click.argument("query")
@search_flags
@limit_option("hits")
@click.option(
    "--explain",
    "explained",
    metavar="DOCUMENT",
    help="Say instead why this document (id or name) is found, or why not.",
)
@json_option
def search_command(
    *,
    path: Path,
    query: str,
    options: SearchOptions,
    limit: int,
    explained: str | None,
    as_json: bool,
) -> None:
    """Search the documents.

    To find nothing is an answer too, with exit code 0.
    """
    with reading(path) as project:
        if explained is not None:
            document_id = project.documents.find(explained).id
            explanation = project.explain(query, document_id, options)
            show_explanation(explanation, as_json=as_json)
            return
        answer = project.search(query, options, limit)
    if as_json:
        show_json(answer_json(answer))
    else:
        show_answer(answer)


def show_answer(answer: Answer) -> None:
    """Show an answer to a person, hits by document."""
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
    _show_undated(answer.undated)
    if answer.discarded:
        show(f"{counted(answer.discarded, 'discarded hit')} left out.")
    _show_instead(answer)


def _show_undated(undated: Sequence[Listed]) -> None:
    names = [one_line(f"{it.title or it.name} ({it.document_id})") for it in undated]
    if names:
        more = len(names) - MOST_NAMED
        said = ", ".join(names[:MOST_NAMED]) + (
            f" and {more:,} more" if more > 0 else ""
        )
        show(f"Undated: {said}.")


def _show_instead(answer: Answer) -> None:
    for other in answer.elsewhere:
        found = counted(other.documents, "document")
        show(f"{found} {other.what}: {one_line(other.query, 1000)}")
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


def answer_json(answer: Answer) -> dict[str, object]:
    """Return an answer for a program."""
    return {
        "query": answer.query,
        "understood": _understood_json(answer.understood),
        "documents": answer.documents,
        "total": answer.total,
        "hits": [_hit_json(hit) for hit in answer.hits],
        "suggestions": list(answer.suggestions),
        "undated": [_listed_json(it) for it in answer.undated],
        "discarded": answer.discarded,
        "elsewhere": [_elsewhere_json(it) for it in answer.elsewhere],
    }


def _understood_json(understood: Understood) -> dict[str, object]:
    return {
        "sentence": understood.sentence,
        "words": [
            {
                "word": word.word,
                "forms": list(word.forms),
                "aliases": list(word.aliases),
            }
            for word in understood.words
        ],
        "filters": list(understood.filters),
        "ignored": list(understood.ignored),
        "unread": [
            {
                "reason": part.reason,
                "start": part.span.start if part.span else None,
                "end": part.span.end if part.span else None,
            }
            for part in understood.unread
        ],
    }


def _listed_json(document: Listed) -> dict[str, object]:
    return {"document": document.document_id, "name": document.name}


def _elsewhere_json(other: Elsewhere) -> dict[str, object]:
    return {
        "what": other.what,
        "query": other.query,
        "options": asdict(other.options),
        "documents": other.documents,
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
