"""Saved web pages, as browsers write them."""

from __future__ import annotations

import base64
import quopri

PAGE = (
    "<html><head><title>Tides – the sea</title></head><body><h1>Tides</h1>"
    "<p>Ebb and “flow” of the sea, told at some length = so that it is prose.</p>"
    '<img src="https://example.org/sea.png"><iframe src="cid:frame"></iframe>'
    "<script>alert(1)</script></body></html>"
)
FRAME = "<html><body><p>In a frame.</p></body></html>"
_BORDER = "----MultipartBoundary--x----"


def chromium(page: str = PAGE, *frames: str) -> bytes:
    """Return a page as Chromium saves it: quoted-printable, with its address."""
    parts = [
        _part("text/html", "quoted-printable", _quoted(page),
              "Content-ID: <main@mhtml.blink>\r\n"
              "Content-Location: https://example.org/tides?a=1"),
        *(_part("text/html", "quoted-printable", _quoted(it),
                "Content-ID: <frame@mhtml.blink>") for it in frames),
        _part("image/png", "base64", base64.encodebytes(b"\x89PNG" * 90),
              "Content-Location: https://example.org/sea.png"),
    ]  # fmt: skip
    head = (
        "From: <Saved by Blink>\r\n"
        "Snapshot-Content-Location: https://example.org/tides\r\n"
        "Subject: =?utf-8?Q?Tides=20=E2=80=93=20the=20sea?=\r\n"
        "Date: Tue, 1 Mar 2022 10:00:00 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        f'\tboundary="{_BORDER}"\r\n\r\n\r\n'
    )
    return head.encode() + b"".join(parts) + f"--{_BORDER}--\r\n".encode()


def explorer(page: str = PAGE, charset: str = "windows-1252") -> bytes:
    """Return a page as Internet Explorer saved it: one part, its charset beside it."""
    head = (
        "From: <Saved by Windows Internet Explorer 8>\r\nSubject: Tides\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="{charset}"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: http://example.org/old\r\n\r\n"
    )
    return head.encode() + _quoted(page, charset)


def _part(kind: str, encoding: str, content: bytes, more: str) -> bytes:
    head = (
        f"--{_BORDER}\r\nContent-Type: {kind}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n{more}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n"


def _quoted(page: str, charset: str = "utf-8") -> bytes:
    return quopri.encodestring(page.encode(charset)).replace(b"\n", b"\r\n")


def made() -> dict[str, bytes]:
    """Return valid files by their names."""
    return {
        "chromium.mhtml": chromium(),
        "framed.mhtml": chromium(PAGE, FRAME),
        "explorer.mht": explorer(),
        "frames.mht": chromium("<html><frameset></frameset></html>", FRAME),
    }
