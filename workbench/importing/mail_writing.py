"""Writes a mail down as a file, for mails that are no files of their own."""

from __future__ import annotations

import hashlib
from base64 import encodebytes
from collections.abc import Mapping, Sequence
from email.header import Header
from urllib.parse import quote

from workbench.importing.attachments import Attachment

_EMBEDDED = ".eml"


def write_mail(
    fields: Mapping[str, str], body: str, body_type: str, files: Sequence[Attachment]
) -> bytes:
    """Return a mail with a text and files; the same for the same, always.

    `body_type` is `text/plain` or `text/html`.
    """
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    parts = [_part(f"{body_type}; charset=utf-8", "", body.encode())]
    for file in files:
        is_mail = file.name.lower().endswith(_EMBEDDED)
        kind = "message/rfc822" if is_mail else "application/octet-stream"
        named = f"attachment; filename*=utf-8''{quote(file.name)}"
        parts.append(_part(kind, named, file.content))
    border = hashlib.sha256(b"".join(parts)).hexdigest()
    kind = f'multipart/mixed; boundary="{border}"'
    opening = f"{head}MIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n".encode()
    mark = b"--" + border.encode()
    return b"".join([opening, *(mark + b"\r\n" + it for it in parts), mark, b"--\r\n"])


def encoded_words(text: str) -> str:
    """Return a line as a header may hold it, in one piece."""
    return Header(text, "utf-8", maxlinelen=0).encode(linesep="") if text else ""


def _part(kind: str, disposition: str, content: bytes) -> bytes:
    named = f"Content-Disposition: {disposition}\r\n" if disposition else ""
    head = f"Content-Type: {kind}\r\n{named}Content-Transfer-Encoding: base64\r\n\r\n"
    return head.encode() + encodebytes(content) + b"\r\n"
