"""The file beside an export that says where it comes from."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from workbench.exporting.whole_files import new_text_file
from workbench.model.provenance import FORMAT, VERSION, Provenance


def write_provenance(path: Path, provenance: Provenance) -> None:
    """Write JSON in UTF-8; a character without UTF-8 is escaped."""
    said = {"format": FORMAT, "format_version": VERSION, **asdict(provenance)}
    # A lone surrogate has no UTF-8, but JSON can name it.
    written = json.dumps(said, ensure_ascii=False, indent=1)
    safe = written.encode("utf-8", "backslashreplace").decode()
    with new_text_file(path) as file:
        file.write(f"{safe}\n")
