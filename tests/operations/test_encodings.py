"""A text read wrongly is read anew from the bytes that the project keeps."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter

from workbench.errors import InvalidValue
from workbench.importing.encodings import ENCODINGS
from workbench.model.anchors import AnchorKind
from workbench.model.attributes import Subject
from workbench.model.documents import VersionChange
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.documents import edit_document
from workbench.operations.encodings import change_encoding, encoding_choices
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.project import Project

GERMAN = "Über die Fähren: täglich fünfmal, größere Schiffe öfter. "
POLISH = "Urząd portowy ogłosił, że tablice pływów będą wspólne. "
RUSSIAN = "Портовая служба сообщила, что таблицы приливов будут общими. "
GREEK = "Η λιμενική υπηρεσία ανακοίνωσε ότι οι πίνακες θα είναι κοινοί. "
JAPANESE = "港務局は潮汐表を共有すると発表した。"
TEXTS = {
    "utf-8": RUSSIAN,
    "utf-16": GREEK,
    "cp1250": POLISH,
    "cp1251": RUSSIAN,
    "cp1252": GERMAN,
    "cp1253": GREEK,
    "koi8-r": RUSSIAN,
    "mac-roman": GERMAN,
    "gb18030": "港务局公布了共同的潮汐表。",
    "big5": "港務局公佈了共同的潮汐表。",
    "shift_jis": JAPANESE,
    "euc-kr": "항만청은 조석표를 공유한다고 발표했다. ",
    "iso-2022-jp": JAPANESE,
    "cp437": GERMAN,
    "cp850": GERMAN,
}


def add(project: Project, content: bytes, name: str = "tides.txt") -> DocumentId:
    file = project.path.parent / name
    file.write_bytes(content)
    found = import_paths(project, [file])[0].document_id
    assert found is not None
    return found


def paragraphs(sentence: str) -> str:
    return f"The harbor office writes:\n\n{sentence * 3}\n\nEnd of what it writes.\n"


def wrong_for(codec: str) -> str:
    """Return an encoding that a text in this one can be read in, but wrongly."""
    return "utf-8" if codec == "iso-2022-jp" else "cp866"


@pytest.mark.parametrize("codec", TEXTS)
def test_every_encoding_comes_right(project: Project, codec: str) -> None:
    text = paragraphs(TEXTS[codec])
    document_id = add(project, text.encode(codec))
    if codec != "utf-16":  # which nothing else can read
        change_encoding(project, document_id, wrong_for(codec))
        assert project.documents.text(document_id) != text
        change_encoding(project, document_id, codec)
    assert project.documents.text(document_id) == text
    assert check(project) == []


@pytest.mark.parametrize("codec", [it for it in TEXTS if it != "utf-16"])
def test_the_right_one_is_among_the_first_choices(project: Project, codec: str) -> None:
    text = paragraphs(TEXTS[codec])
    document_id = add(project, text.encode(codec))
    wrong = wrong_for(codec)
    change_encoding(project, document_id, wrong)
    now, *others = encoding_choices(project, document_id)
    assert (now.encoding, now.is_current, now.changes) == (wrong, True, ())
    wanted = text.split("\n")[2]
    ranks = [
        rank
        for rank, it in enumerate(others)
        if it.changes and wanted.startswith(it.changes[0].then.strip("…"))
    ]
    assert ranks[0] < 6
    assert others[ranks[0]].unreadable == 0


def test_choices_that_read_alike_are_one(project: Project) -> None:
    document_id = add(project, paragraphs("Dear café, ").encode("cp1252"))
    readings = [it.changes for it in encoding_choices(project, document_id)]
    assert len(readings) == len(set(readings))


def test_where_every_encoding_reads_alike_there_is_nothing_to_choose(
    project: Project,
) -> None:
    document_id = add(project, b"Only the letters that all share.")
    assert [it.encoding for it in encoding_choices(project, document_id)] == ["utf-8"]


def test_passages_go_along_and_one_undo_takes_all_back(project: Project) -> None:
    text = paragraphs(RUSSIAN)
    document_id = add(project, text.encode("koi8-r"))
    change_encoding(project, document_id, "cp1251")
    wrong = project.documents.text(document_id)
    start = wrong.index("End of")
    passage = mark_passage(project, document_id, Span(start, start + 6))
    done = change_encoding(project, document_id, "koi8-r")
    assert project.documents.text(document_id) == text
    assert [it.kind for it in done.moves] == [AnchorKind.UNCHANGED]
    assert project.passages.get(passage).quote == "End of"
    last = project.versions.of_document(document_id)[-1]
    assert (last.number, last.change, last.encoding) == (
        done.version,
        VersionChange.REREAD,
        "koi8-r",
    )
    assert last.warnings == ()
    project.undo()
    assert project.documents.text(document_id) == wrong
    assert project.documents.get(document_id).encoding == "windows-1251"
    project.redo()
    assert project.documents.text(document_id) == text
    assert check(project) == []


def test_what_the_file_says_of_itself_is_read_anew_too(project: Project) -> None:
    page = f"<title>{RUSSIAN}</title><meta name=author content='Петрова'><p>{RUSSIAN}"
    document_id = add(project, page.encode("koi8-r"), "a.html")
    change_encoding(project, document_id, "cp1251")
    assert project.documents.get(document_id).title != RUSSIAN.strip()
    change_encoding(project, document_id, "koi8-r")
    assert project.documents.get(document_id).title == RUSSIAN.strip()
    values = project.attributes.some_values([document_id], Subject.DOCUMENT)
    assert [it.text for it in values] == ["Петрова"]


def test_a_title_that_was_typed_stays(project: Project) -> None:
    page = f"<title>{RUSSIAN}</title><p>{RUSSIAN}"
    document_id = add(project, page.encode("koi8-r"), "a.html")
    edit_document(project, document_id, title="Tide tables")
    change_encoding(project, document_id, "cp1251")
    assert project.documents.get(document_id).title == "Tide tables"


def test_a_mail_is_read_anew_in_all_of_its_parts(project: Project) -> None:
    head = b"From: a@example.org\r\nSubject: Tides\r\nMIME-Version: 1.0\r\n"
    kind = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    body = paragraphs(RUSSIAN)
    document_id = add(project, head + kind + body.encode("koi8-r"), "a.eml")
    change_encoding(project, document_id, "cp1251")
    assert RUSSIAN not in project.documents.text(document_id)
    choices = encoding_choices(project, document_id)
    right = next(it for it in choices if it.encoding == "koi8-r")
    assert any(RUSSIAN.startswith(it.then[:40]) for it in right.changes)
    change_encoding(project, document_id, "koi8-r")
    assert RUSSIAN * 2 in project.documents.text(document_id)


def test_what_changes_nothing_is_refused(project: Project) -> None:
    document_id = add(project, paragraphs(RUSSIAN).encode())
    with pytest.raises(InvalidValue, match="says the same as “tides”"):
        change_encoding(project, document_id, "utf8")
    assert len(project.versions.of_document(document_id)) == 1


@pytest.mark.parametrize("name", ["klingon", "hex", "idna", "utf-7", "", "a\0b"])
def test_no_other_encoding_is_taken(project: Project, name: str) -> None:
    document_id = add(project, paragraphs(RUSSIAN).encode("koi8-r"))
    with pytest.raises(InvalidValue, match="is no encoding that can be chosen"):
        change_encoding(project, document_id, name)


def test_a_format_that_says_itself_how_it_is_written_offers_nothing(
    project: Project,
) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    content = BytesIO()
    writer.write(content)
    document_id = add(project, content.getvalue(), "a.pdf")
    sentence = r"^The format of “a” says itself how its text is written, so there is"
    with pytest.raises(InvalidValue, match=sentence):
        encoding_choices(project, document_id)
    with pytest.raises(InvalidValue, match=sentence):
        change_encoding(project, document_id, "utf-8")


def test_every_name_that_is_offered_is_taken(project: Project) -> None:
    document_id = add(project, paragraphs(RUSSIAN).encode("koi8-r"))
    for name in ENCODINGS:
        try:
            change_encoding(project, document_id, name)
        except InvalidValue as error:
            assert "says the same" in str(error)  # noqa: PT017
        assert project.documents.get(document_id).encoding in ENCODINGS
