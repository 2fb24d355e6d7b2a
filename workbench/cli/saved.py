"""The commands of searches that are kept, and of those that were asked."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    iso,
    json_option,
    limit_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.search_flags import search_flags
from workbench.cli.searching import answer_json, show_answer
from workbench.errors import NotFound
from workbench.model.search import SearchOptions
from workbench.model.searches import PastSearch, SavedSearch
from workbench.operations.option_words import options_in_words
from workbench.operations.searches import (
    Counts,
    forget_history,
    remove_searches,
    rename_search,
    save_search,
    saved_counts,
)
from workbench.views import ProjectView

name_argument = click.argument("name")


@click.group("saved")
def saved_commands() -> None:
    """Keep searches under names, run them again, and see what was searched."""


@saved_commands.command("list")
@project_argument
@json_option
def list_command(*, path: Path, as_json: bool) -> None:
    """List the saved searches with what each finds now."""
    with reading(path) as project:
        saved = project.searches.saved()
        counts = saved_counts(project)
    if as_json:
        show_json([_saved_json(it, counts) for it in saved])
        return
    show_columns(
        ("NAME", "QUERY", "DOCUMENTS", "HITS"),
        [(it.name, it.query, *counts[it.id]) for it in saved],
    )


@saved_commands.command("add")
@project_argument
@name_argument
@click.argument("query")
@search_flags
@json_option
def add_command(
    *, path: Path, name: str, query: str, options: SearchOptions, as_json: bool
) -> None:
    """Keep QUERY under NAME, with these options."""
    with writing(path) as project:
        save_search(project, name, query, options)
        saved = _named(project, name)
        counts = saved_counts(project)
    if as_json:
        show_json(_saved_json(saved, counts))
    else:
        show(f"Saved “{one_line(saved.name)}”.")


@saved_commands.command("rename")
@project_argument
@name_argument
@click.argument("new_name")
def rename_command(*, path: Path, name: str, new_name: str) -> None:
    """Give a saved search another name."""
    with writing(path) as project:
        saved = _named(project, name)
        rename_search(project, saved.id, new_name)
    show(f"“{one_line(saved.name)}” is called “{one_line(new_name)}” now.")


@saved_commands.command("remove")
@project_argument
@click.argument("names", nargs=-1, required=True)
def remove_command(*, path: Path, names: tuple[str, ...]) -> None:
    """Put saved searches into the bin."""
    with writing(path) as project:
        found = {it.id: it for it in (_named(project, name) for name in names)}
        remove_searches(project, list(found))
    for saved in found.values():
        show(f"“{one_line(saved.name)}” is in the bin.")


@saved_commands.command("run")
@project_argument
@name_argument
@limit_option("hits")
@json_option
def run_command(*, path: Path, name: str, limit: int, as_json: bool) -> None:
    """Search as saved under NAME; the answer is that of `search`."""
    with reading(path) as project:
        saved = _named(project, name)
        answer = project.search(saved.query, saved.options, limit)
    if as_json:
        show_json(answer_json(answer))
    else:
        show_answer(answer)


@saved_commands.command("history")
@project_argument
@click.option("--forget", is_flag=True, help="Forget all of it, for good.")
@json_option
def history_command(*, path: Path, forget: bool, as_json: bool) -> None:
    """List what was searched in the window, the last first."""
    if forget:
        with writing(path) as project:
            forget_history(project)
    with reading(path) as project:
        past = project.searches.history()
    if as_json:
        show_json([_past_json(it) for it in past])
        return
    if forget:
        show("Forgot what was searched.")
        return
    show_columns(
        ("TIME", "QUERY", "DOCUMENTS", "HITS"),
        [(iso(it.asked_at), it.query, it.documents, it.hits) for it in past],
    )
    show(counted(len(past), "search", "searches"))


def _named(view: ProjectView, name: str) -> SavedSearch:
    found = view.searches.named(" ".join(name.split()))
    if found is None:
        raise NotFound(f"No saved search is called “{name}”.")
    return found


def _saved_json(saved: SavedSearch, counts: Counts) -> dict[str, object]:
    documents, hits = counts[saved.id]
    return {
        "name": saved.name,
        "query": saved.query,
        "options": options_in_words(saved.options),
        "documents": documents,
        "hits": hits,
        "analyst": saved.analyst,
        "created": iso(saved.created_at),
    }


def _past_json(past: PastSearch) -> dict[str, object]:
    return {
        "query": past.query,
        "options": options_in_words(past.options),
        "time": iso(past.asked_at),
        "documents": past.documents,
        "hits": past.hits,
    }
