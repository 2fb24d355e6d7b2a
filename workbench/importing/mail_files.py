"""Reads mails as every program saves them (RFC 5322 with MIME)."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import UnreadableFile
from workbench.importing.attachments import Attachment, safe_name
from workbench.importing.contents import Contents, Hints
from workbench.importing.decoding import Decoded, decode
from workbench.importing.html_files import contents_of_html
from workbench.importing.mail_bodies import plain_blocks, trimmed, unwrapped
from workbench.importing.mails import Body, Mail, documents_of
from workbench.importing.mime import (
    EMBEDDED_MAIL,
    Part,
    children,
    decode_line,
    leaves,
    parse_head,
    parse_mime,
)
from workbench.importing.text_writing import TextWriter, storable
from workbench.text.blocks import fit_blocks

_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature",
     "application/x-pkcs7-signature"}
)  # fmt: skip
_LOCKED = frozenset(
    {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
)
_IS_ENCRYPTED = (
    "The mail is encrypted or sealed by its signature; open it in the mail program and"
    " save its text."
)
_IS_WINMAIL = (
    "What is attached in winmail.dat is not read; ask the sender for the files"
    " themselves."
)


def read_mail(content: bytes, hints: Hints) -> list[Contents]:
    """Return the mail, and what is attached to it as documents of their own."""
    root = parse_mime(content, hints.file_name)
    if not root.keys():
        raise UnreadableFile(
            f"{hints.file_name} has no lines such as From and Subject at its top, so it"
            " is no mail; save it again with the mail program."
        )
    found = _Found(hints)
    found.gather(root)
    mail = Mail(
        sender=root.raw_line("from") or root.raw_line("sender"),
        to=root.line("to"),
        copied=root.line("cc"),
        date=root.line("date"),
        subject=root.line("subject"),
        organization=root.line("organization"),
        language=root.line("content-language"),
        address=_address(root.line("archived-at")),
        body=found.body(),
        attachments=tuple(found.attachments),
        warnings=tuple(dict.fromkeys(found.warnings)),
    )
    return documents_of(mail, hints, "message/rfc822")


def plain_body(text: str, encoding: str) -> Body:
    """Return a plain text as the body of a mail."""
    text = trimmed(storable(text))
    return Body(text, fit_blocks(text, plain_blocks(text)), encoding)


def html_body(html: str, hints: Hints, encoding: str) -> Body:
    """Return a page as the body of a mail."""
    page = contents_of_html(storable(html), hints, encoding)
    return Body(page.text, page.blocks, encoding)


class _Found:
    """What the parts of a mail hold."""

    def __init__(self, hints: Hints) -> None:
        self._hints = hints
        self._bodies: list[Body] = []
        self.attachments: list[Attachment] = []
        self.warnings: list[str] = []

    def body(self) -> Body:
        """Return the texts one below the other."""
        bodies = [it for it in self._bodies if it.text]
        if len(bodies) < 2:
            return (bodies or self._bodies or [Body()])[0]
        writer = TextWriter()
        for body in bodies:
            writer.add_passage(body.text, body.blocks)
        return Body(writer.text, writer.blocks, bodies[0].encoding)

    def gather(self, root: Part) -> None:
        """Go through the parts in order, without recursion."""
        waiting = [root]
        while waiting:
            part = waiting.pop()
            kind = part.get_content_type()
            if kind == "multipart/alternative" and part.is_multipart():
                waiting += reversed(self._alternatives(children(part)))
            elif part.is_multipart():
                waiting += reversed(children(part))
            elif kind in _LOCKED:
                self.warnings.append(_IS_ENCRYPTED)
            elif kind not in _SIGNATURES:
                self._take(part, kind)

    def _alternatives(self, parts: Sequence[Part]) -> list[Part]:
        """Return the plain text unless it is empty, else what stands beside it."""
        plain = next(
            (it for it in parts if it.get_content_type() == "text/plain"), None
        )
        if plain and self._text(plain).text.strip():
            beside = (leaf for it in parts if it is not plain for leaf in leaves(it))
            return [plain, *filter(_is_file, beside)]
        return [it for it in parts if it is not plain] or [*parts]

    def _take(self, part: Part, kind: str) -> None:
        is_text = kind in ("text/plain", "text/html")
        is_named = bool(part.file_name) and bool(self._bodies)
        if is_text and not is_named and not _is_attached(part):
            self._bodies.append(self._body_of(part, kind))
        else:
            self._attach(part, kind)

    def _body_of(self, part: Part, kind: str) -> Body:
        decoded = self._text(part)
        self.warnings += decoded.warnings
        if kind == "text/html":
            return html_body(decoded.text, self._hints, decoded.encoding)
        if part.parameter("format").lower() != "flowed":
            return plain_body(decoded.text, decoded.encoding)
        drops_space = part.parameter("delsp").lower() == "yes"
        text = trimmed(storable(unwrapped(decoded.text, drops_space=drops_space)))
        blocks = fit_blocks(text, plain_blocks(text, is_wrapped=False))
        return Body(text, blocks, decoded.encoding)

    def _text(self, part: Part) -> Decoded:
        content = part.content
        declared = part.charset
        if not declared.startswith(("utf_16", "utf-16", "utf-32")):
            content = content.replace(b"\0", b"")
        try:
            return decode(content, self._hints, declared)
        except UnreadableFile:
            return Decoded("", declared, ("The text of the mail is no readable text.",))

    def _attach(self, part: Part, kind: str) -> None:
        content = part.content
        if kind == EMBEDDED_MAIL:
            name = part.file_name or parse_head(content).line("subject")
            name = safe_name(name or "mail")
            name = name if name.lower().endswith((".eml", ".msg")) else f"{name}.eml"
        else:
            name = safe_name(part.file_name, kind)
        if kind == "application/ms-tnef" or name.lower() == "winmail.dat":
            self.warnings.append(_IS_WINMAIL)
        else:
            self.attachments.append(Attachment(name, content))


def _is_file(part: Part) -> bool:
    """Tell whether a part beside the plain text is more than its looks."""
    kind = part.get_content_type()
    return _is_attached(part) or not kind.startswith(("text/", "image/"))


def _is_attached(part: Part) -> bool:
    return (
        decode_line(str(part.get("content-disposition") or ""))
        .lower()
        .startswith("attachment")
    )


def _address(line: str) -> str:
    address = line.strip("<> ")
    return address if address.startswith(("https://", "http://")) else ""
