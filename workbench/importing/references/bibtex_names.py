"""Reads the names of a BibTeX field: `Lee, Jin and {Korea Institute} and others`."""

from __future__ import annotations

import re

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from workbench.importing.references.latex import LONGEST, decoded

# BibLaTeX also writes `family=Beethoven, given=Ludwig, prefix=van`.
_NAMED_PARTS = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*([^,]*)")


def names_in(field: str) -> list[str]:
    """Return the names as one sorts them, particles before the family name."""
    names = split_multiple_persons_names(field)
    return [_sorted_name(it) for it in names if it.lower() != "others"]


def joined_name(family: str, given: str, suffix: str = "") -> str:
    """Return `King, Martin Luther, Jr.`; of what is empty there is no comma."""
    return ", ".join(filter(None, [family, given, suffix]))


def _sorted_name(name: str) -> str:
    named = dict(_NAMED_PARTS.findall(name[:LONGEST]))
    if "family" in named:
        prefix, family, given, suffix = (
            decoded(named.get(it, "")).strip()
            for it in ("prefix", "family", "given", "suffix")
        )
        return joined_name(f"{prefix} {family}".strip(), given, suffix)
    if len(name) > LONGEST:
        return decoded(name)
    parts = parse_single_name_into_parts(name, strict=False)
    family, given, suffix = (
        decoded(" ".join(it))
        for it in ([*parts.von, *parts.last], parts.first, parts.jr)
    )
    return joined_name(family, given, suffix)
