"""Where a file does not say what it is called, its text does, in every format."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import odfdo
import pytest

from tests.importing.made_rtf import rtf
from workbench.importing.contents import Contents, Hints
from workbench.importing.docx_files import read_docx
from workbench.importing.odt_files import read_odt
from workbench.importing.rtf_files import read_rtf

HEAD = "Bulletin of the Working Group on Trade"
LINES = (
    "FOR IMMEDIATE RELEASE",
    "November 8, 2022",
    "Two Countries Launch a Working Group",
    "The group is tasked with identifying actions that both parties aim to consider.",
)


def from_word() -> Contents:
    written = docx.Document()
    written.core_properties.title = ""
    written.sections[0].header.paragraphs[0].text = HEAD
    for line in LINES:
        written.add_paragraph(line)
    file = BytesIO()
    written.save(file)
    return read_docx(file.getvalue(), Hints("a.docx"))[0]


def from_open_document() -> Contents:
    written = odfdo.Document("text")
    written.body.clear()
    written.meta.title = ""
    for line in LINES:
        written.body.append(odfdo.Paragraph(line))
    file = BytesIO()
    written.save(file)
    return read_odt(file.getvalue(), Hints("a.odt"))[0]


def from_rich_text() -> Contents:
    head = f"{{\\header {HEAD}\\par}}"
    lines = "".join(f"{line}\\par " for line in LINES)
    info = r"{\info{\creatim\yr2026\mo1\dy2}}"
    return read_rtf(rtf(head + lines, info), Hints("a.rtf"))[0]


@pytest.mark.parametrize("made", [from_word, from_open_document, from_rich_text])
def test_title_and_date_are_found_in_the_text(made: Callable[[], Contents]) -> None:
    contents = made()
    assert (contents.title, contents.date) == (LINES[2], "2022-11-08")


def test_without_a_date_in_the_text_the_file_tells_when_it_was_begun() -> None:
    made = rtf(LINES[3], r"{\info{\creatim\yr2021\mo1\dy2}}")
    assert read_rtf(made, Hints("a.rtf"))[0].date == "2021-01-02"
