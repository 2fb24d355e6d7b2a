"""Commands that bring in folders, once and again."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option, one_line, show, show_columns, show_json
from workbench.cli.border import DONE
from workbench.cli.import_reports import show_report
from workbench.cli.paths import NAMED_PATH
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import NotFound
from workbench.model.folders import FileState, FolderChoice, FolderPreview
from workbench.operations.folders import imported_folders, look_through
from workbench.operations.importing import import_folder
from workbench.views import ProjectView

preview_option = click.option(
    "--preview", is_flag=True, help="Only tell what would come in."
)


@click.command("import-folder")
@project_argument
@click.argument("folder", type=NAMED_PATH)
@click.option("--include", multiple=True, metavar="PATTERN", help="Only such files.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="No such files.")
@click.option("--no-subfolders", is_flag=True, help="Only the folder itself.")
@preview_option
@json_option
def import_folder_command(
    *,
    path: Path,
    folder: Path,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    no_subfolders: bool,
    preview: bool,
    as_json: bool,
) -> int:
    """Bring in a folder: new files, and new versions of files that changed.

    A pattern such as '*.pdf' or 'drafts/*' is matched against the path inside FOLDER
    and against the name alone, letter case apart; --exclude wins. The folder is
    remembered for `import-again`.
    """
    choice = FolderChoice(
        str(folder.absolute()), include, exclude, has_subfolders=not no_subfolders
    )
    return _bring_in(path, [choice], preview=preview, as_json=as_json)


@click.command("import-again")
@project_argument
@click.argument("folder", required=False, type=NAMED_PATH)
@preview_option
@json_option
def import_again_command(
    *, path: Path, folder: Path | None, preview: bool, as_json: bool
) -> int:
    """Look through imported folders again, and bring in what is new or changed.

    Without FOLDER all folders that were imported. What is missing is told; its
    documents stay.
    """
    with reading(path) as view:
        choices = _remembered(view, folder)
    return _bring_in(path, choices, preview=preview, as_json=as_json)


@click.command("folders")
@project_argument
@json_option
def folders_command(*, path: Path, as_json: bool) -> None:
    """List the folders that were imported and can be imported again."""
    with reading(path) as view:
        folders = imported_folders(view)
    if as_json:
        show_json(
            [
                {**_choice_json(it.choice), "imported_at": it.imported_at.isoformat()}
                for it in folders
            ]
        )
        return
    show_columns(
        ("FOLDER", "INCLUDE", "EXCLUDE", "SUBFOLDERS", "IMPORTED"),
        [
            (
                it.choice.path,
                " ".join(it.choice.include),
                " ".join(it.choice.exclude),
                "yes" if it.choice.has_subfolders else "no",
                f"{it.imported_at:%Y-%m-%d %H:%M}",
            )
            for it in folders
        ],
    )


def _remembered(view: ProjectView, folder: Path | None) -> list[FolderChoice]:
    choices = [it.choice for it in imported_folders(view)]
    if folder is None:
        return choices
    wanted = str(folder.absolute())
    found = [it for it in choices if it.path == wanted]
    if not found:
        raise NotFound(
            f"{folder} was not imported as a folder; use import-folder for it."
        )
    return found


def _bring_in(
    path: Path, choices: list[FolderChoice], *, preview: bool, as_json: bool
) -> int:
    if preview:
        with reading(path) as view, stoppable_tracker() as tracker:
            _show_previews(
                [look_through(view, it, tracker) for it in choices], as_json=as_json
            )
        return DONE
    with writing(path) as project, stoppable_tracker() as tracker:
        outcomes = []
        for choice in choices:
            found = look_through(project, choice, tracker)
            outcomes += import_folder(project, choice, found.coming, tracker)
    return show_report(outcomes, as_json=as_json)


def _show_previews(previews: list[FolderPreview], *, as_json: bool) -> None:
    if as_json:
        show_json([_preview_json(it) for it in previews])
        return
    for preview in previews:
        show(f"{preview.choice.path}")
        for it in preview.files:
            name = f" (“{one_line(it.name, 80)}”)" if it.name else ""
            show(f"  {it.state.value:14}  {one_line(it.inner, 200)}{name}")
        counts = {state: preview.count(state) for state in FileState}
        told = [f"{count} {state.value}" for state, count in counts.items() if count]
        show(f"  {', '.join(told) or 'no files'}.")


def _preview_json(preview: FolderPreview) -> dict[str, object]:
    return {
        **_choice_json(preview.choice),
        "files": [
            {
                "path": it.path,
                "inner": it.inner,
                "size": it.size,
                "state": it.state.value,
                "document": it.document_id,
                "name": it.name,
            }
            for it in preview.files
        ],
    }


def _choice_json(choice: FolderChoice) -> dict[str, object]:
    return {
        "folder": choice.path,
        "include": list(choice.include),
        "exclude": list(choice.exclude),
        "subfolders": choice.has_subfolders,
    }
