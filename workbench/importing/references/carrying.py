"""Carries references from the worker that read them, as the text of a document.

A worker can only send documents, and whatever it sends is checked here again.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any, Final

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.model.documents import ParsedDocument
from workbench.model.references import Reference, ReferenceFile, ReferenceKind

MEDIA_TYPE: Final = "application/x-workbench-references+json"
_FIELDS: Final = frozenset(it.name for it in dataclasses.fields(Reference))


def read_as_contents(content: bytes, hints: Hints) -> list[Contents]:
    """Read a file of references; its one document has them as JSON for its text."""
    # Few imports have references, and what reads them takes 50 ms to load.
    from workbench.importing.references.reading import read_reference_file

    file = read_reference_file(content, Path(hints.file_name))
    packed = json.dumps([dataclasses.asdict(it) for it in file.references])
    return [
        Contents(MEDIA_TYPE, "utf-8", packed, (), title=" ", warnings=file.problems)
    ]


def carried(parsed: ParsedDocument, path: Path) -> ReferenceFile:
    """Return the references that a worker read; `UnreadableFile` if it has none."""
    try:
        if parsed.media_type != MEDIA_TYPE:
            raise ValueError(parsed.media_type)
        references = tuple(_reference(it) for it in json.loads(parsed.text))
    except (
        ValueError,
        TypeError,
        LookupError,
        RecursionError,
        AttributeError,
    ) as error:
        raise UnreadableFile(
            f"{path.name} has no references, whatever its name says; export them again."
        ) from error
    return ReferenceFile(path, references, parsed.warnings)


def _reference(found: dict[str, Any]) -> Reference:
    if set(found) != _FIELDS:
        raise ValueError("no reference")
    fields: dict[str, Any] = {
        name: tuple(map(_text, it)) if isinstance(it, list) else _text(it)
        for name, it in found.items()
    }
    return Reference(**{**fields, "kind": ReferenceKind(found["kind"])})


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("no text")
    found.encode()  # a lone surrogate is no text
    return found
