"""Zip files are opened within limits, whatever they say of themselves."""

from __future__ import annotations

import stat
import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tests.importing.office_parts import packed
from workbench.errors import UnreadableFile
from workbench.importing import archives
from workbench.importing.archives import Archive, open_archive


def opened(content: bytes) -> Archive:
    return open_archive(content, "a.docx")


def refusal(content: bytes, part: str = "") -> str:
    with pytest.raises(UnreadableFile) as caught:
        opened(content).read(part)
    sentence = str(caught.value)
    assert sentence.startswith("a.docx ")
    assert sentence.endswith(".")
    return sentence


def named(name: str, attributes: int = 0) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        part = ZipInfo("x" * len(name))
        part.external_attr = attributes
        archive.writestr(part, b"content")
    return file.getvalue().replace(b"x" * len(name), name.encode())


def test_parts_are_read_by_their_names() -> None:
    archive = opened(packed({"a/b.xml": "Tides", "mimetype": "x"}))
    assert archive.names == ("a/b.xml", "mimetype")
    assert "a/b.xml" in archive
    assert "b.xml" not in archive
    assert archive.read("a/b.xml") == b"Tides"
    assert archive.read("a/b.xml") == b"Tides"


@pytest.mark.parametrize(
    "name",
    ["../etc/passwd", "a/../../b", "/etc/passwd", "C:\\x", "\\\\host\\x", "a\\..\\b"],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert "a part with a misleading name" in refusal(named(name))


def test_links_and_doubles_are_refused() -> None:
    link = named("link", (stat.S_IFLNK | 0o777) << 16)
    assert "a part with a misleading name" in refusal(link)
    double = packed({"a": "1", "b": "2"}).replace(b"b", b"a")
    assert "a part with a misleading name" in refusal(double)


def test_what_is_locked_or_packed_in_unknown_ways_is_refused() -> None:
    content = bytearray(packed({"a": "1"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "is protected by a password" in refusal(bytes(content))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as archive:
        archive.writestr("a", b"1")
    assert "packed with a method that is not read" in refusal(file.getvalue())


def test_bombs_are_refused_while_they_unpack() -> None:
    bomb = packed({"a": bytes(60_000_000)})
    assert len(bomb) < 100_000
    assert "unpacks to far more than a document holds" in refusal(bomb, "a")
    assert len(opened(packed({"a": bytes(9_000_000)})).read("a")) == 9_000_000


def test_a_part_that_lies_about_its_size_is_not_trusted() -> None:
    content = bytearray(packed({"a": bytes(60_000_000)}))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.index(sign) + at, 5)
    assert "its part a cannot be unpacked" in refusal(bytes(content), "a")
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 24, 2**31)
    assert "unpacks to far more than a document holds" in refusal(bytes(content), "a")


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_WHOLE", 10)
    archive = opened(packed({"a": b"1234567", "b": b"1234"}))
    assert archive.read("a") == b"1234567"
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        archive.read("b")


def test_too_many_parts_are_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number in range(archives.MOST_PARTS + 1):
            archive.writestr(str(number), b"")
    assert "is packed from more than 10,000 parts" in refusal(file.getvalue())


def test_damage_is_told_wherever_it_is() -> None:
    content = packed({"a": "Ebb and flow " * 99})
    assert "its directory of parts cannot be read" in refusal(content[:-30], "a")
    assert "its directory of parts cannot be read" in refusal(b"PK\x03\x04" + b"x" * 99)
    broken = bytearray(content)
    broken[40:44] = b"\xff\xff\xff\xff"
    assert "its part a cannot be unpacked" in refusal(bytes(broken), "a")
    assert "its part b is missing" in refusal(content, "b")
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("folder/", b"")
    assert "its part folder/ is missing" in refusal(file.getvalue(), "folder/")
