"""Reads the `file` field of BibTeX, which every program fills in its own way."""

from __future__ import annotations

import re

# Zotero and JabRef put a backslash before what parts the field; a path of Windows has
# some of its own, before letters.
_ESCAPED = re.compile(r"\\([^A-Za-z0-9.])")
_RECORDS = re.compile(r"(?<!\\);")
_PARTS = re.compile(r"(?<!\\):")
_TYPE = re.compile(r"[A-Za-z]{2,12}|[a-z]+/[a-z0-9.+-]+")


def files_in(field: str) -> list[str]:
    r"""Return the paths in a field.

    Zotero and JabRef write `name:path:type`, Mendeley `:path:type`, others paths
    alone, all of them separated by semicolons.

    >>> files_in("Full text:files/12/Lee 2022.pdf:application/pdf;C:\\\\a.pdf")
    ['files/12/Lee 2022.pdf', 'C:\\a.pdf']
    """
    field = field.replace(r"{$\backslash$}", "\\").replace(r"$\backslash$", "\\")
    return [path for it in _RECORDS.split(field) if (path := _path(it.strip()))]


def _path(record: str) -> str:
    parts = _PARTS.split(record)
    if len(parts) > 2:
        # A drive of Windows has a colon too: `name:C:\paper.pdf:pdf`.
        inner = parts[1:-1] if _TYPE.fullmatch(parts[-1]) else parts[1:]
        chosen = record if len(parts[0]) == 1 else ":".join(inner)
    elif len(parts) == 2 and len(parts[0]) != 1:
        chosen = parts[0] if _TYPE.fullmatch(parts[1]) and parts[0] else parts[1]
    else:
        chosen = record
    return _ESCAPED.sub(r"\1", chosen).strip()
