"""The file beside an export that says where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from workbench.model.provenance import FORMAT, VERSION, Provenance


def provenance_lines(provenance: Provenance) -> Iterator[str]:
    """Yield JSON that any program reads, one cell and one quotation a line."""
    about = asdict(replace(provenance, cells=(), quotations=()))
    head = {"format": FORMAT, "format_version": VERSION, **about}
    yield "{\n"
    for name, value in head.items():
        if name not in {"cells", "quotations"}:
            yield f"{_written(name)}: {_written(value)},\n"
    yield '"cells": [\n'
    yield from _listed(provenance.cells)
    yield '],\n"quotations": [\n'
    yield from _listed(provenance.quotations)
    yield "]\n}\n"


def _listed(records: Iterable[Any]) -> Iterator[str]:
    before = ""
    for record in records:
        yield f"{before}{_written(asdict(record))}"
        before = ",\n"
    yield "\n" if before else ""


def _written(value: object) -> str:
    """Return a value as JSON; a lone surrogate, which has no UTF-8, is escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return written.encode("utf-8", "backslashreplace").decode()
