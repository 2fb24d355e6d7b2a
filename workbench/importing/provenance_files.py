"""Reads the file beside an export that says where it comes from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TypeVar

from workbench.errors import InvalidValue
from workbench.model.provenance import (
    FORMAT,
    VERSION,
    Provenance,
    RecordedAbsence,
    RecordedCell,
    RecordedQuote,
)

LARGEST: Final = 500_000_000
"""Bytes: a table of some hundred thousand quotations has fewer."""
_LARGEST_NUMBER: Final = 2**53

_Kind = TypeVar("_Kind", Provenance, RecordedAbsence, RecordedCell, RecordedQuote)


def read_provenance(path: Path) -> Provenance:
    """Return what a file records; `InvalidValue` where that is no provenance."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValueError("too large")
        return _provenance(json.loads(content, object_pairs_hook=_unique))
    except OSError as error:
        raise InvalidValue(
            f"“{path.name}” could not be read ({error.strerror}); choose another file."
        ) from error
    except (ValueError, TypeError, KeyError, RecursionError, MemoryError) as error:
        raise InvalidValue(
            f"“{path.name}” is not the provenance of an export, or it is damaged;"
            " choose the file that was written beside the export."
        ) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse what says two things under one name: people would see the other one."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name is there twice")
    return made


def _provenance(raw: Any) -> Provenance:
    if not isinstance(raw, dict) or raw["format"] != FORMAT:
        raise TypeError(FORMAT)
    if raw["format_version"] != VERSION:
        raise TypeError(VERSION)
    return _made(Provenance, raw)


def _made(kind: type[_Kind], raw: Any) -> _Kind:
    """Return a record whose every field is there and of its type."""
    if not isinstance(raw, dict):
        raise TypeError(kind)
    read = {it.name: _READERS[str(it.type)](raw[it.name]) for it in fields(kind)}
    return kind(**read)


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(raw)
    return raw


def _number(raw: Any) -> int:
    if type(raw) is not int or not 0 <= raw < _LARGEST_NUMBER:
        raise TypeError(raw)
    return raw


def _several(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def read_all(raw: Any) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise TypeError(raw)
        return tuple(map(read, raw))

    return read_all


def _absence(raw: Any) -> RecordedAbsence | None:
    return None if raw is None else _made(RecordedAbsence, raw)


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "str": _text,
    "int": _number,
    "tuple[str, ...]": _several(_text),
    "RecordedAbsence | None": _absence,
    "tuple[RecordedCell, ...]": _several(lambda raw: _made(RecordedCell, raw)),
    "tuple[RecordedQuote, ...]": _several(lambda raw: _made(RecordedQuote, raw)),
}
"""How the fields of records are read, by their types as the model writes them."""
