"""Bytes become text character for character, and guesses say so."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableFile
from workbench.importing.contents import Hints
from workbench.importing.decoding import decode

RUSSIAN = "Портовая служба сообщила, что таблицы приливов будут общими. " * 3


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1))
def test_utf8_comes_back_byte_for_byte(text: str) -> None:
    content = b"_" + text.encode()
    decoded = decode(content, Hints("a.txt"))
    assert decoded.text.encode() == content
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ()


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_byte_order_mark_tells_and_goes(mark: bytes, codec: str, name: str) -> None:
    text = "Tides\xa0– “both”\r\n"
    decoded = decode(mark + text.encode(codec), Hints("a.txt"))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, name, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognized(codec: str) -> None:
    assert decode("Plain tides".encode(codec), Hints("a.txt")).text == "Plain tides"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("The office said “wait” – and didn’t.", "cp1252", "windows-1252"),
        ("The office said “wait”, and didn’t.", "cp950", "cp950"),
        ("The office said “wait” – and didn’t.", "mac_roman", "mac-roman"),
        (RUSSIAN, "cp1251", "windows-1251"),
        ("café naïve résumé déjà vu", "cp1252", "windows-1252"),
        ("Präsident Müller sagte: schöne Grüße", "cp1252", "windows-1252"),
        ("港務局は潮汐表を共有すると発表した。" * 3, "shift_jis", "cp932"),
    ],
)
def test_other_encodings_are_guessed_with_a_warning(
    text: str, codec: str, name: str
) -> None:
    decoded = decode(text.encode(codec), Hints("a.txt"))
    assert decoded.text == text
    assert decoded.encoding == name
    assert decoded.warnings == (f"Encoding guessed as {name}.",)


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xff.", Hints("a.txt"))
    assert decoded.text == RUSSIAN + "\ufffd."
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == (
        "The file is damaged: 1 place could not be read and show as \ufffd.",
    )


def test_a_cut_off_utf16_file_is_read_as_far_as_it_goes() -> None:
    decoded = decode(
        codecs.BOM_UTF16_LE + "tide".encode("utf-16-le")[:-1], Hints("a.txt")
    )
    assert decoded.text == "tid\ufffd"
    assert len(decoded.warnings) == 1


def test_what_is_declared_counts_unless_it_is_utf8() -> None:
    assert decode("é".encode("cp1250"), Hints("a"), "cp1250").encoding == "windows-1250"
    assert decode("é".encode(), Hints("a"), "cp1250").text == "é"
    japanese = "潮".encode("iso-2022-jp")
    assert decode(japanese, Hints("a"), "iso-2022-jp").text == "潮"
    assert decode("ж".encode("cp1251"), Hints("a"), "no-such").warnings


@pytest.mark.parametrize(
    "content",
    [
        b"text\0text",
        b"%PDF-1.7 text",
        b"PK\x03\x04rest",
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04\x05\x06\xff\xfe" * 50,
        "a\0b".encode("utf-16"),
    ],
)
def test_binary_files_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.txt looks like a binary file;"):
        decode(content, Hints("a.txt"))


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_text_that_can_be_stored_or_a_refusal(content: bytes) -> None:
    try:
        decoded = decode(content, Hints("a.txt"))
    except UnreadableFile:
        return
    assert decoded.text.encode().decode() == decoded.text
    assert "\0" not in decoded.text
