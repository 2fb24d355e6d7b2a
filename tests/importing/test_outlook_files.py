"""Outlook messages: what was written into their properties comes out again."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.compound_files import compound_file
from tests.importing.made_outlook import (
    FORWARDED,
    PACKED_RTF,
    PLAIN,
    Message,
    made,
    outlook_file,
)
from tests.importing.reading import Line, lines
from workbench.errors import UnreadableFile
from workbench.importing.compressed_rtf import unpack_rtf
from workbench.importing.contents import Contents, Hints
from workbench.importing.mail_files import read_mail
from workbench.importing.outlook_files import read_outlook
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

QUOTATION = BlockKind.QUOTATION
HEAD = [
    Line("From: Lovelace, Ada é <ada@bis.example.gov>"),
    Line("To: Bob <bob@example.org>, carl@example.org"),
    Line("Cc: Dora 도라 <dora@example.org>"),
    Line("Date: Tue, 01 Mar 2022 09:30:00 +0000"),
    Line("Subject: Zölle für Chips 반도체"),
]
BODY = [
    Line("Dear Bob,"),
    Line("the tariffs rise."),
    Line("--", zone=ZoneKind.OTHER),
    Line("Ada", zone=ZoneKind.OTHER),
]


def read(message: Message) -> list[Contents]:
    return read_outlook(outlook_file(message), Hints("a mail.msg"))


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_outlook(content, Hints("a.msg"))
    return str(caught.value)


def test_a_message_is_its_head_and_its_body() -> None:
    [mail] = read(PLAIN)
    assert lines(mail) == HEAD + BODY
    assert mail.text == (
        "\n".join(line.text for line in HEAD)
        + "\n\nDear Bob,\n\nthe tariffs rise.\n\n-- \nAda"
    )
    assert (mail.title, mail.date) == ("Zölle für Chips 반도체", "2022-03-01")
    assert mail.source == "bis.example.gov"
    assert mail.values == (("Author", "Lovelace, Ada é"),)
    assert mail.warnings == ()


def test_what_is_attached_becomes_documents() -> None:
    mail, notes, inner = read(FORWARDED)
    assert lines(mail)[-2:] == [Line("See below."), Line("Earlier é", QUOTATION)]
    assert mail.warnings == ("Attached files that are not read: logo.png.",)
    assert (notes.name, notes.text) == ("a mail — notes.txt", "Ebb and flow.\n")
    assert notes.original == b"Ebb and flow.\n"
    assert inner.name == "a mail — Zölle für Chips 반도체.eml"
    assert lines(inner) == HEAD + BODY


def test_a_message_in_a_message_is_a_mail_file_that_reads_the_same() -> None:
    inner = read(FORWARDED)[-1]
    [again] = read_mail(inner.original, Hints("other.eml"))
    assert (again.text, again.blocks) == (inner.text, inner.blocks)
    assert read(FORWARDED)[-1].original == inner.original


def test_messages_nest_only_so_deep() -> None:
    message = Message("0", body="the innermost")
    for number in range(1, 8):
        message = Message(str(number), body="around", messages=[message])
    found = read(message)
    assert [it.title for it in found] == ["7", "6", "5", "4"]
    [warning] = found[-1].warnings
    assert warning == (
        "An attachment was left out: 3.eml is a mail in a mail, 4 deep; save it as a"
        " file and import that."
    )


@pytest.mark.parametrize(("packed", "rtf"), PACKED_RTF.items())
def test_the_examples_of_the_specification_unpack(packed: bytes, rtf: bytes) -> None:
    assert unpack_rtf(packed) == rtf


def test_rich_text_is_read_where_there_is_nothing_else() -> None:
    [mail] = read(Message("Rich", rtf=next(iter(PACKED_RTF)), sent=None))
    assert mail.text == "Subject: Rich\n\nhello world"


def test_texts_of_old_messages_are_in_their_code_page() -> None:
    [mail] = read(Message("Привет", body="Текст", code_page=1251, sent=None))
    assert mail.text == "Subject: Привет\n\nТекст"


def test_the_day_is_that_of_the_headers() -> None:
    headers = (
        "Date: Mon, 28 Feb 2022 23:30:00 -1000\r\nOrganization: =?utf-8?q?B=C3=BCro?="
    )
    [mail] = read(Message("Late", headers=headers, body="x"))
    assert (mail.date, mail.source) == ("2022-02-28", "Büro")


def test_other_compound_files_are_told_from_messages() -> None:
    assert refusal(compound_file({"WordDocument": b"x"})) == (
        "a.msg is an old Word document; save it as .docx in Word or LibreOffice, and"
        " import that."
    )
    assert "protected by a password" in refusal(
        compound_file({"EncryptedPackage": b"x"})
    )
    assert "is no Outlook message" in refusal(compound_file({"x": b"y"}))
    assert "is damaged" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600)


@given(
    subject=st.text(
        st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1
    ),
    body=st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1),
)
def test_any_words_come_out_as_they_went_in(subject: str, body: str) -> None:
    [mail] = read(Message(subject, body=body, sent=None))
    assert (mail.title, mail.text) == (subject, f"Subject: {subject}\n\n{body}")


@pytest.mark.parametrize("name", made())
def test_a_message_that_breaks_off_is_refused_or_read(name: str) -> None:
    content = made()[name]
    for end in range(0, len(content), 97):
        with suppress(UnreadableFile):
            assert lines(read_outlook(content[:end], Hints(name))[0])
