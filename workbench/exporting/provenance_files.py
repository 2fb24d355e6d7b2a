"""The file beside an export that says where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

from workbench.model.provenance import FORMAT, VERSION, Provenance


def provenance_lines(provenance: Provenance) -> Iterator[str]:
    """Yield JSON that any program reads, one cell and one quotation a line."""
    head = {"format": FORMAT, "format_version": VERSION, **_fields(provenance)}
    cells, quotations = head.pop("cells"), head.pop("quotations")
    yield "{\n"
    for name, value in head.items():
        yield f"{_written(name)}: {_written(value)},\n"
    yield '"cells": [\n'
    yield from _listed(cells)
    yield '],\n"quotations": [\n'
    yield from _listed(quotations)
    yield "]\n}\n"


def signed(provenance: Provenance) -> Provenance:
    """Return a provenance with the digest of what it records."""
    return replace(provenance, record_sha256=record_digest(provenance))


def record_digest(provenance: Provenance) -> str:
    """Return the digest of what a provenance records, whatever digest it has."""
    digest = sha256()
    for line in provenance_lines(replace(provenance, record_sha256="")):
        digest.update(line.encode())
    return digest.hexdigest()


def _listed(records: Iterable[Any]) -> Iterator[str]:
    before = ""
    for record in records:
        yield f"{before}{_written(record)}"
        before = ",\n"
    yield "\n" if before else ""


def _fields(record: Any) -> dict[str, Any]:
    """Return the fields of a record as they are; `asdict` would copy them all."""
    return {it.name: getattr(record, it.name) for it in fields(record)}


def _written(value: object) -> str:
    """Return a value as JSON; a lone surrogate, which has no UTF-8, is escaped."""
    written = json.dumps(value, ensure_ascii=False, default=_fields)
    return written.encode("utf-8", "backslashreplace").decode()
