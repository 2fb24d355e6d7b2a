"""How the definition of a matrix is kept: as JSON, only what is not usual."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, Final

from workbench.model.ids import AttributeId, DocumentId, TagId
from workbench.model.matrices import (
    MOST_WORDS,
    MatrixDefinition,
    MatrixKind,
    MatrixOrder,
    Measure,
)

_USUAL = MatrixDefinition()
_LARGEST_ID: Final = 2**63 - 1


def pack_definition(definition: MatrixDefinition) -> str:
    """Return a definition as the file keeps it; the same one, the same text."""
    return json.dumps(
        {
            field.name: value
            for field in fields(definition)
            if (value := getattr(definition, field.name)) != getattr(_USUAL, field.name)
        }
    )


def unpack_definition(packed: str) -> MatrixDefinition | None:
    """Return the definition that was packed; None for what no version here wrote.

    Names that are not known are passed over: a later version may have more.
    """
    try:
        kept = json.loads(packed)
        if not isinstance(kept, dict):
            return None
        return MatrixDefinition(
            **{name: read(kept[name]) for name, read in _READ.items() if name in kept}
        )
    except (ValueError, TypeError, RecursionError):
        return None


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: object, least: int = 1, most: int = _LARGEST_ID) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    if not least <= value <= most:
        raise ValueError
    return value


def _attribute(value: object) -> AttributeId | None:
    return None if value is None else AttributeId(_number(value))


def _words(value: object) -> int | None:
    return None if value is None else _number(value, 0, MOST_WORDS)


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_number, value))


def _tags(value: object) -> tuple[TagId, ...]:
    return tuple(map(TagId, _numbers(value)))


def _documents(value: object) -> tuple[DocumentId, ...]:
    return tuple(map(DocumentId, _numbers(value)))


_READ: Final[dict[str, Any]] = {
    "kind": MatrixKind,
    "attribute_id": _attribute,
    "measure": Measure,
    "words": _words,
    "with_beneath": _flag,
    "tags": _tags,
    "documents": _documents,
    "order": MatrixOrder,
    "with_empty": _flag,
}
