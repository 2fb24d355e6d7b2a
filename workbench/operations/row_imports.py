"""Sheets come in: a row becomes a document, each column what an analyst says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workbench.errors import InvalidValue, UnreadableFile
from workbench.importing.formats import SUFFIXES, Format
from workbench.importing.row_contents import check_columns, documents_of
from workbench.importing.sheet_previews import preview_in, question
from workbench.importing.workers import Asked, shared_workers
from workbench.jobs import Tracker
from workbench.model.imports import ImportOutcome
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import RowSample, SheetPreview
from workbench.operations.importing import import_paths
from workbench.project import Project

_SHEETS: Final = frozenset({Format.CSV, Format.WORKBOOK})


def is_sheet(path: Path) -> bool:
    """Tell by its name whether a file is one whose rows become documents."""
    return SUFFIXES.get(path.suffix.lower()) in _SHEETS


def look_at(path: Path, sheet: str = "", encoding: str = "") -> SheetPreview:
    """Return what there is to choose from in a sheet; unnamed, the first one.

    The file is read in a worker, without an encoding in the likeliest one. Raises
    `UnreadableFile` for what is no sheet.
    """
    if not is_sheet(path):
        raise UnreadableFile(
            f"{path.name} is no sheet; choose a .csv, .tsv or .xlsx file."
        )
    (answer,) = shared_workers().read_one(Asked(path, encoding, question(sheet)))
    try:
        return preview_in(answer.text)
    except (ValueError, TypeError, LookupError) as error:
        raise UnreadableFile(
            f"{path.name} is no sheet; save it again with the program that made it."
        ) from error


def import_rows(
    project: Project,
    path: Path,
    mapping: RowMapping,
    tracker: Tracker | None = None,
    encoding: str = "",
) -> list[ImportOutcome]:
    """Import every row that has a text as a document; all of it is one step.

    New attributes get the type that fits their values. Of equal rows the first comes
    in; the others, like rows that the project has already, are told as duplicates.
    After a wish to stop, what is in stays in.
    """
    if not mapping.text:
        raise InvalidValue("No column is the text; say which one it is.")
    return import_paths(project, [path], tracker, mapping, encoding)


def first_document(
    preview: SheetPreview, mapping: RowMapping, file_name: str
) -> RowSample | None:
    """Return what the first row with a text becomes; None if none of the first has one.

    How dates are written is learned from the first rows only.
    """
    check_columns(preview.header, mapping, file_name)
    found = documents_of(preview.header, preview.rows, mapping, file_name)
    return next(
        (RowSample(it.name, it.date, it.source, it.values, it.text) for it in found),
        None,
    )


def chosen_mapping(
    preview: SheetPreview,
    file_name: str,
    *,
    text: Sequence[str] | None = None,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
    values: Sequence[str] | None = None,
) -> RowMapping:
    """Return the guess with what was said instead; None leaves a part to the guess.

    A column of which something was said is nothing else. Several values may stand in
    one name with commas between, if no column is called so.
    """
    said = {"title": title, "date": date, "source": source}
    texts = _parted(text, preview.header)
    those = _parted(values, preview.header)
    taken = {*(texts or ()), *(those or ()), *(it for it in said.values() if it)}

    def rest(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(it for it in names if it not in taken)

    guess = preview.mapping
    guessed = {"title": guess.title, "date": guess.date, "source": guess.source}
    singles = {
        part: "".join(rest([guessed[part]])) if name is None else name
        for part, name in said.items()
    }
    mapping = RowMapping(
        text=rest(guess.text) if texts is None else texts,
        values=rest(guess.values) if those is None else those,
        sheet=guess.sheet,
        **singles,
    )
    check_columns(preview.header, mapping, file_name)
    return mapping


def _parted(
    names: Sequence[str] | None, header: Sequence[str]
) -> tuple[str, ...] | None:
    if names is None:
        return None
    parts = [[it] if it in header else it.split(",") for it in names]
    return tuple(it.strip() for some in parts for it in some if it.strip())
