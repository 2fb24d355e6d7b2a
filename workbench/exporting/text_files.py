"""Plain text files; what their lines mean is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbench.exporting.whole_files import whole_file


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines in UTF-8 with BOM; the file appears whole or not at all."""
    with whole_file(path) as target:
        target.writelines(f"{line}\n" for line in lines)
