"""Mails: head, body, what is quoted, what is attached, and what is broken in them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.made_mail import (
    FLOWED,
    SHORT,
    alternatives,
    inner_mail,
    made,
    mail,
    plain,
    with_files,
)
from tests.importing.reading import Line, lines
from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.mail_files import read_mail
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

QUOTATION, ITEM, OTHER = BlockKind.QUOTATION, BlockKind.LIST_ITEM, ZoneKind.OTHER
HEAD = [
    Line("From: Lovelace, Ada é <ada@bis.example.gov>"),
    Line("To: Bob Hall <bob@example.org>, carl@example.org"),
    Line("Date: Tue, 01 Mar 2022 23:30:00 -0500"),
    Line("Subject: Zölle für Chips 반도체"),
]


def read(content: bytes, encoding: str = "") -> list[Contents]:
    return read_mail(content, Hints("a mail.eml", encoding))


def body_of(content: bytes) -> str:
    return read(content)[0].text.partition("\n\n")[2]


def by_hand(*head: bytes, body: bytes = b"Ebb.\r\n") -> bytes:
    return b"\r\n".join([b"From: ada@example.org", *head, b"", body])


@pytest.mark.parametrize("encoding", ["8bit", "7bit", "quoted-printable", "base64"])
def test_a_mail_is_its_head_and_its_body(encoding: str) -> None:
    charset = "us-ascii" if encoding == "7bit" else "utf-8"
    [found] = read(plain(encoding, charset))
    assert found.text == "\n".join(it.text for it in HEAD) + "\n\n" + SHORT.strip()
    assert (found.title, found.date) == ("Zölle für Chips 반도체", "2022-03-01")
    assert found.source == "bis.example.gov"
    assert found.values == (("Author", "Lovelace, Ada é"),)
    assert (found.media_type, found.warnings) == ("message/rfc822", ())


def test_paragraphs_quotations_and_footers_are_told_apart() -> None:
    [found] = read(plain())
    first, second, _, third = SHORT.split("\n")[2:6]
    assert lines(found)[len(HEAD) :] == [
        Line("Dear Bob,"),
        Line(f"{first}\n{second}"),
        Line(third),
        Line("1. an item", ITEM),
        Line("2. another item", ITEM),
        Line("On Tue, 1 Mar 2022 at 10:00, Bob Hall <bob@example.org>", QUOTATION),
        Line("wrote:", QUOTATION),
        Line("> What of the tariffs?", QUOTATION),
        Line(">> They rise.", QUOTATION),
        Line("--", zone=OTHER),
        Line("Ada Lovelace", zone=OTHER),
        Line("Bureau of Tides", zone=OTHER),
        Line(SHORT.strip().split("\n")[-1], zone=OTHER),
    ]


def test_flowed_lines_are_put_together_again() -> None:
    [found] = read(FLOWED)
    assert lines(found) == [
        Line("From: ada@gmail.com"),
        Line("Subject: Ebb & Flüsse"),
        Line("Ebb and flow go on."),
        Line("A line."),
        Line("> quoted words", QUOTATION),
        Line("From here"),
        Line("--", zone=OTHER),
        Line("Ada", zone=OTHER),
    ]
    assert (found.source, found.values) == ("", (("Author", "ada@gmail.com"),))


@pytest.mark.parametrize(
    "opening",
    [
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "________________________________\nFrom: Bob\nSent: Monday",
        "Von: Bob\nGesendet: Montag",
        "De : Bob\nEnvoyé : lundi",
        "发件人: Bob\n发送时间: 2022",
    ],
)
def test_an_earlier_mail_below_is_a_quotation(opening: str) -> None:
    [found] = read(plain(text=f"New.\n\n{opening}\n\nOld.\n"))
    body = lines(found)[len(HEAD) :]
    assert body[0] == Line("New.")
    assert body[-1] == Line("Old.", QUOTATION)
    assert {it.kind for it in body[1:]} == {QUOTATION}


@pytest.mark.parametrize(
    "line",
    [
        "Am Di., 1. März 2022 um 10:00 Uhr schrieb Bob <b@x.org>:",
        "Le mar. 1 mars 2022 à 10:00, Bob <b@x.org> a écrit :",
        "2022年3月1日 10:00，Bob <b@x.org> 写道：",
    ],
)
def test_whose_the_quotation_is_belongs_to_it(line: str) -> None:
    [found] = read(plain(text=f"New.\n\n{line}\n> Old.\n"))
    assert lines(found)[-2:] == [Line(line, QUOTATION), Line("> Old.", QUOTATION)]


def test_prose_that_sounds_alike_is_left_alone() -> None:
    text = "In 2022 she wrote:\n\nThe message was confidential.\nFrom: here on\n"
    [found] = read(plain(text=text))
    assert {(it.kind, it.zone) for it in lines(found)} == {(BlockKind.PARAGRAPH, None)}


def test_the_page_is_read_where_there_is_no_plain_text() -> None:
    page = "<h1>Tides</h1><p>Ebb.</p><blockquote>Old.</blockquote>"
    for content in (alternatives("\n", page), alternatives(" \n\n", page)):
        assert lines(read(content)[0])[len(HEAD) :] == [
            Line("Tides", BlockKind.HEADING, 1),
            Line("Ebb."),
            Line("Old.", QUOTATION),
        ]
    assert body_of(alternatives("Plain.\n", page)) == "Plain."


def test_what_is_attached_becomes_documents() -> None:
    first, notes, inner = read(
        with_files(
            ("../../no\u202etes.txt", b"Ebb.\n"),
            ("a.png", b"\x89PNG"),
            ("b.zip", b"PK"),
            inner=inner_mail(),
        )
    )
    assert first.warnings == ("Attached files that are not read: a.png, b.zip.",)
    assert (notes.name, notes.text) == ("a mail — notes.txt", "Ebb.\n")
    assert notes.original == b"Ebb.\n"
    assert (inner.name, inner.title) == ("a mail — Inner.eml", "Inner")
    assert inner.date == "2022-02-28"
    assert inner.original.replace(b"\r\n", b"\n") == (
        inner_mail().as_bytes().replace(b"\r\n", b"\n")
    )


def test_attachments_of_one_name_are_numbered_and_broken_ones_are_told() -> None:
    content = with_files(
        ("a.txt", b"one\n"), ("a.txt", b"two\n"), ("b.pdf", b"no pdf"), ("c.txt", b"")
    )
    first, *others = read(content)
    assert [it.name for it in others] == ["a mail — a.txt", "a mail — a (2).txt"]
    broken = (
        "An attachment was left out: b.pdf is not a PDF, whatever its name says; save"
        " it again with the program that made it."
    )
    assert first.warnings == (
        broken,
        "Attached files that are not read: c.txt.",
    )


def test_mails_in_mails_are_read_only_so_deep() -> None:
    message = inner_mail()
    for _ in range(7):
        outer = mail(subject="Around")
        outer.set_content("Around.\n")
        outer.add_attachment(message)
        message = outer
    found = read(message.as_bytes())
    assert len(found) == 4
    assert found[-1].name == "a mail — Around — Around — Around.eml"
    assert "is a mail in a mail, 4 deep" in found[-1].warnings[0]


def test_names_are_decoded_in_every_way_that_programs_write_them() -> None:
    for named in (
        b"attachment; filename*=utf-8''n%C3%B6tes.txt",
        b'attachment; filename="=?utf-8?q?n=C3=B6tes.txt?="',
        b"attachment; filename*0*=utf-8''n%C3%B6; filename*1=tes.txt",
        'attachment; filename="nötes.txt"'.encode(),
        'attachment; filename="nötes.txt"'.encode("latin-1"),
    ):
        content = by_hand(
            b"Content-Type: multipart/mixed; boundary=x",
            body=b"--x\r\n\r\nBody\r\n--x\r\nContent-Disposition: "
            + named
            + b"\r\nContent-Type: text/plain\r\n\r\nEbb.\r\n--x--\r\n",
        )
        assert [it.name for it in read(content)] == ["", "a mail — nötes.txt"]


def test_locked_signed_and_winmail_parts_are_told() -> None:
    def with_part(kind: bytes) -> Contents:
        [found] = read(
            by_hand(
                b"Content-Type: multipart/mixed; boundary=x",
                body=b"--x\r\n\r\nBody\r\n--x\r\nContent-Type: "
                + kind
                + b"\r\n\r\nxyz\r\n--x--\r\n",
            )
        )
        return found

    assert with_part(b"application/pgp-signature").warnings == ()
    assert "is encrypted" in with_part(b"application/pkcs7-mime").warnings[0]
    assert "winmail.dat" in with_part(b"application/ms-tnef").warnings[0]


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?b?w6k=?= =?utf-8?q?=C3=A9?= x", "éé x"),
        (b"=?utf-8?b?4pw=?= =?utf-8?b?kw==?=", "✓"),
        (b"=?iso-2022-jp?b?GyRCRnxLXBsoQg==?=", "日本"),
        (b"=?x-none?q?a=C3=A9?=", "aé"),
        (b"=?utf-8?b?w6k?= =?utf-8?b?!!?=", "é"),
        (b"=?utf-8?q?broken", "=?utf-8?q?broken"),
        ("roh é".encode(), "roh é"),
        ("roh é".encode("latin-1"), "roh é"),
        (b"two\r\n\tlines", "two lines"),
        (b"a\0b", "ab"),
    ],
)
def test_subjects(raw: bytes, subject: str) -> None:
    assert read(by_hand(b"Subject: " + raw))[0].title == subject


@pytest.mark.parametrize(
    "head",
    [
        b"Date: yesterday",
        b"Date: Tue, 99 Foo 2022 99:99:99 +9999",
        b"Content-Type: text/plain; charset=no-such",
        b"Content-Type: text/plain; charset=undefined",
        b"Content-Type: text/plain; charset=idna",
        b"Content-Type: ;;;=",
        b"Content-Type: multipart/mixed",
        b"Content-Type: multipart/mixed; boundary=never",
        b"Content-Type: multipart/alternative; boundary=never",
        b"Content-Transfer-Encoding: no-such",
        b"Content-Transfer-Encoding: x-uuencode",
        b'To: "\xff\xfe <<>>@,;:[',
        b"From: =?utf-8?q?=",
        b"Content-Disposition: attachment; filename*=a'b",
    ],
)
def test_what_is_broken_in_the_head_costs_no_text(head: bytes) -> None:
    found = read(by_hand(head))
    assert "Ebb." in "".join(it.text for it in found) or found[0].warnings
    assert found[0].date == ""


def test_a_body_is_read_in_the_encoding_that_it_is_in() -> None:
    kind = b"Content-Type: text/plain; charset=%s"
    latin, korean = "Flüsse".encode("latin-1"), "무역".encode("euc-kr")
    assert body_of(by_hand(kind % b"iso-8859-1", body=latin)) == "Flüsse"
    assert body_of(by_hand(kind % b"ks_c_5601-1987", body=korean)) == "무역"
    assert body_of(by_hand(kind % b"utf-7", body=b"+AOk-t+AOk-")) == "été"
    [chosen] = read(by_hand(body="Привет".encode("cp1251")), "windows-1251")
    assert chosen.text.endswith("Привет")


def test_a_mail_without_text_is_its_head() -> None:
    assert read(b"From: ada@example.org\r\n\r\n")[0].text == "From: ada@example.org"


def test_what_has_no_head_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="so it is no mail; save it again"):
        read(b"Ebb and flow.\n")


def test_parts_do_not_nest_without_end() -> None:
    content = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (it, it)
        for it in range(5_000)
    )
    with pytest.raises(UnreadableFile, match="nests parts in parts without end"):
        read(by_hand(body=b"").removesuffix(b"\r\n") + content)


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1)))
def test_any_subject_and_body_come_out_as_they_went_in(texts: list[str]) -> None:
    text = "\n".join("".join(filter(str.isprintable, it)).strip() for it in texts)
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content(text, cte="base64")
    [found] = read(message.as_bytes())
    wanted = [it for it in text.split("\n") if it.strip()]
    assert found.text.split("\n")[2:] == text.strip().split("\n") or not wanted


@pytest.mark.parametrize("name", made())
def test_made_mails_are_read_however_they_break_off(name: str) -> None:
    content = made()[name]
    for end in range(20, len(content), 23):
        for found in read(content[:end]):
            lines(found)
