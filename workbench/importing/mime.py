"""Takes MIME files apart: mails and saved web pages.

The standard library parses, with the policy that leaves headers alone: the newer one
parses each header into a tree, which is slow, and some broken headers make it crash.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import collapse_rfc2231_value
from itertools import groupby
from typing import Any, Final

from typing_extensions import override

from workbench.errors import UnreadableFile
from workbench.importing.charsets import charset_named
from workbench.importing.text_writing import storable

EMBEDDED_MAIL: Final = "application/x-embedded-mail"
_OPAQUE = {
    "message/rfc822": EMBEDDED_MAIL,
    "message/global": EMBEDDED_MAIL,
    "message/delivery-status": "text/plain",
    "message/disposition-notification": "text/plain",
}
_WORD = r"=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?="
_ENCODED_WORD = re.compile(_WORD)
_ENCODED_WORDS = re.compile(rf"{_WORD}(?:\s+(?==\?)|)(?:{_WORD}(?:\s+(?==\?)|))*")


class Part(Message):
    """A MIME part in which mails are not taken apart any further.

    So their bytes stay as they are, and no mail can nest without end.
    """

    @override
    def get_content_type(self) -> str:
        found = super().get_content_type()
        return _OPAQUE.get(found, found)

    @override
    def get(self, name: str, failobj: Any = None) -> Any:
        """Return a header as a text, also one with signs that were never encoded."""
        wanted = name.lower()
        for found, value in self.raw_items():
            if found.lower() == wanted:
                return _eight_bit(str(value))
        return failobj

    def line(self, name: str) -> str:
        """Return a header as one line of readable text, empty if it is missing."""
        return decode_line(self.get(name, ""))

    def raw_line(self, name: str) -> str:
        """Return a header with its encoded words as they are."""
        return " ".join(self.get(name, "").split())

    @property
    def content(self) -> bytes:
        """The bytes of the part, without the encoding that they traveled in."""
        try:
            found = self.get_payload(decode=True)
        except (ValueError, LookupError):
            return b""
        return found if isinstance(found, bytes) else b""

    @property
    def charset(self) -> str:
        """The encoding it says its text is in, empty for none that is known."""
        try:
            return charset_named(str(self.get_content_charset("") or ""))
        except (ValueError, LookupError, TypeError):
            return ""

    @property
    def file_name(self) -> str:
        """What the part says it is called, as it says it: believe no word of it."""
        for header, key in (("content-disposition", "filename"),
                            ("content-type", "name")):  # fmt: skip
            found = self.parameter(key, header)
            if found:
                return found
        return ""

    def parameter(self, key: str, header: str = "content-type") -> str:
        """Return a parameter of a header, in whichever way it is encoded."""
        try:
            found = self.get_param(key, "", header)
            text = collapse_rfc2231_value(found) if found else ""
        except (ValueError, LookupError, TypeError):
            return ""
        return decode_line(text)


def parse_mime(content: bytes, file_name: str) -> Part:
    """Return the outermost part of a file; `UnreadableFile` if it nests too deep."""
    try:
        return BytesParser(Part).parsebytes(content)
    except RecursionError:
        raise UnreadableFile(
            f"{file_name} nests parts in parts without end; save it again with the"
            " program that made it."
        ) from None


def parse_head(content: bytes) -> Part:
    """Return a part of which only the headers are read."""
    return BytesHeaderParser(Part).parsebytes(content[:100_000])


def children(part: Part) -> list[Part]:
    """Return the parts that a part consists of, none for one that is whole."""
    found = part.get_payload() if part.is_multipart() else []
    return [it for it in found if isinstance(it, Part)] if found else []


def leaves(root: Part) -> Iterator[Part]:
    """Yield every part that consists of no others, in order, without recursion."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.is_multipart():
            waiting += reversed(children(part))
        else:
            yield part


def decode_line(raw: str) -> str:
    """Return a header as one readable line; what cannot be decoded stays as it is.

    >>> decode_line("=?utf-8?Q?caf=C3=A9?= =?utf-8?B?w6k=?= noir")
    'caféé noir'
    """
    line = _ENCODED_WORDS.sub(lambda found: _decode_words(found[0]), _eight_bit(raw))
    return " ".join(storable(line).split())


def _eight_bit(raw: str) -> str:
    """Decode bytes that stand in a header without being encoded for it."""
    if raw.isascii():
        return raw
    content = raw.encode("utf-8", "surrogateescape")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _decode_words(words: str) -> str:
    """Decode encoded words that follow each other.

    Those of one charset are decoded together, as a character may be cut in two.
    """
    found = _ENCODED_WORD.findall(words)
    text = ""
    for name, run in groupby(found, key=lambda word: word[0].lower()):
        charset = charset_named(name) or "utf-8"
        content = b"".join(_word_bytes(way, word) for _, way, word in run)
        text += content.decode(charset, "replace")
    blank = " " if words[-1].isspace() else ""
    return text + blank


def _word_bytes(way: str, word: str) -> bytes:
    content = word.encode("utf-8")
    if way in "qQ":
        return quopri.decodestring(content, header=True)
    try:
        return binascii.a2b_base64(content + b"==")
    except binascii.Error:
        return content
