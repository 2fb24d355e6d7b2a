"""What LibreOffice makes of a file is read as the file was, in either format."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.importing import made_docx, made_odt
from tests.importing.office_parts import blocks_of
from workbench.importing.contents import Contents, Hints
from workbench.importing.docx_files import read_docx
from workbench.importing.odt_files import read_odt

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
READERS = {".docx": read_docx, ".odt": read_odt}


def read(path: Path) -> Contents:
    [contents] = READERS[path.suffix](path.read_bytes(), Hints(path.name))
    return contents


@pytest.mark.parametrize(
    ("made", "to"), [(made_docx, "odt"), (made_docx, "docx"), (made_odt, "docx")]
)
def test_a_converted_report_is_the_same(made: object, to: str, tmp_path: Path) -> None:
    [(name, content)] = [it for it in made.made().items() if it[0].startswith("report")]
    before, after = tmp_path / name, tmp_path / "new" / f"report.{to}"
    before.write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir"]
    subprocess.run(
        [*command, str(after.parent), str(before)],
        check=True, timeout=200, capture_output=True,
    )  # fmt: skip
    assert blocks_of(read(after)) == blocks_of(read(before))
    assert read(after).title == read(before).title
    assert read(after).date == read(before).date
