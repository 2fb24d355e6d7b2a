"""Taking values of attributes from a CSV file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.errors import InvalidValue, NotFound, WorkbenchError
from workbench.importing.csv_rows import read_rows
from workbench.model.attributes import (
    Attribute,
    AttributeType,
    ImportedValues,
    Subject,
)
from workbench.operations.attributes import create_attribute
from workbench.operations.labels import quoted
from workbench.operations.values import checked_value
from workbench.project import Project
from workbench.views import Edit

Row = tuple[int, list[str]]


def import_values(
    project: Project, path: Path, subject: Subject = Subject.DOCUMENT
) -> ImportedValues:
    """Set the values that a CSV file has, as one step.

    The first column has names or ids of documents or cases, the others are each an
    attribute by the name in the header; a new one is created for text. A line with
    something wrong is left out; an empty cell leaves the value that is there.
    """
    rows = read_rows(path)
    names = _header(rows[0][1] if rows else [], path)
    label = f"Set values from {quoted(path.name)}"
    with project.operation(label) as edit:
        known = {it.name.casefold() for it in edit.attributes.all(subject)}
        attributes = [_attribute(project, edit, subject, name) for name in names]
        line = _Lines(edit, subject, attributes)
        counted = sum(line.set_values(row) for row in rows[1:])
        edit.label = label
    created = tuple(it.name for it in attributes if it.name.casefold() not in known)
    return ImportedValues(counted, created, tuple(line.problems))


class _Lines:
    """Sets the values of one line after the other; `problems` are those left out."""

    def __init__(
        self, edit: Edit, subject: Subject, attributes: Sequence[Attribute]
    ) -> None:
        self.problems: list[str] = []
        self._edit = edit
        self._subject = subject
        self._attributes = attributes
        self._ids = _ids_by_name(edit, subject)

    def set_values(self, row: Row) -> int:
        """Return how many values a line changed."""
        number, cells = row
        try:
            subject_id = self._find(cells[0])
            values = [
                (attribute, checked_value(attribute, cell))
                for attribute, cell in zip(self._attributes, cells[1:], strict=False)
                if cell
            ]
        except WorkbenchError as error:
            self.problems.append(f"Line {number}: {error}")
            return 0
        return sum(
            self._edit.attributes.set_value(attribute, subject_id, value)
            for attribute, value in values
        )

    def _find(self, wanted: str) -> int:
        ids = self._ids.get(wanted.casefold(), [])
        if len(ids) == 1:
            return ids[0]
        if not ids:
            raise NotFound(f"There is no {self._subject} {quoted(wanted)}.")
        raise NotFound(
            f"{quoted(wanted)} is the name or id of {len(ids)} {self._subject}s; say"
            " it otherwise."
        )


def _header(cells: Sequence[str], path: Path) -> list[str]:
    names = [" ".join(cell.split()) for cell in cells[1:]]
    folded = [name.casefold() for name in names]
    if not names or not all(names):
        raise InvalidValue(
            f"The first line of {path.name} should name a column of documents or cases,"
            " then each attribute."
        )
    for place, name in enumerate(folded):
        if name in folded[:place]:
            raise InvalidValue(f"{path.name} has {quoted(names[place])} twice.")
    return names


def _attribute(project: Project, edit: Edit, subject: Subject, name: str) -> Attribute:
    found = edit.attributes.named(subject, name)
    if found is None:
        new_id = create_attribute(project, subject, name, AttributeType.TEXT)
        found = edit.attributes.get(new_id)
    return found


def _ids_by_name(edit: Edit, subject: Subject) -> dict[str, list[int]]:
    """Return the ids of what has a text, letter case apart, for its name or its id."""
    things: Iterable[tuple[int, str]] = (
        ((it.id, it.name) for it in edit.documents.all())
        if subject is Subject.DOCUMENT
        else ((it.id, it.name) for it in edit.cases.all())
    )
    ids: dict[str, list[int]] = defaultdict(list)
    for thing_id, name in things:
        for text in {name.casefold(), str(thing_id)}:
            ids[text].append(thing_id)
    return ids
