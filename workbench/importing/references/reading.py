"""Reads a file of references, whatever its format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.contents import Hints
from workbench.importing.decoding import decode
from workbench.importing.references.bibtex_files import is_bibtex, read_bibtex
from workbench.importing.references.csl_json import is_csl_json, read_csl_json
from workbench.importing.references.ris_files import is_ris, read_ris
from workbench.importing.references.zotero_rdf import is_zotero_rdf, read_zotero_rdf
from workbench.model.references import Reference, ReferenceFile

MOST_ENTRIES: Final = 50_000
Read = Callable[[str], tuple[list[Reference], list[str]]]
_FORMATS: Final[tuple[tuple[Callable[[str], bool], Read], ...]] = (
    (is_ris, read_ris),
    (is_zotero_rdf, read_zotero_rdf),
    (is_csl_json, read_csl_json),
    (is_bibtex, read_bibtex),
)


def read_reference_file(content: bytes, path: Path) -> ReferenceFile:
    """Return what a file has; `UnreadableFile` says why that cannot be told."""
    text = _text(content, path.name)
    for fits, read in _FORMATS:
        if fits(text):
            try:
                references, problems = read(text)
            except (ValueError, RecursionError) as error:
                raise _broken(path.name) from error
            return ReferenceFile(path, tuple(references), tuple(problems))
    raise _broken(path.name)


def _text(content: bytes, file_name: str) -> str:
    text = decode(content, Hints(file_name)).text
    if text.count("\n@") > MOST_ENTRIES or text.count("\nTY") > MOST_ENTRIES:
        raise UnreadableFile(
            f"{file_name} has more than {MOST_ENTRIES:,} references; export them in"
            " several files."
        )
    return text


def _broken(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{file_name} has no references in RIS, BibTeX, CSL-JSON or Zotero RDF that"
        " could be read; export them again."
    )
