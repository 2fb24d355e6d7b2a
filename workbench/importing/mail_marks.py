"""Tells what of a mail is not its own: earlier mails below it, signature, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.model.documents import Block, BlockKind
from workbench.model.zones import ZoneKind

_FROM = "From|Von|De|Da|Van|Fra|Från|Od|От|发件人|寄件者|보낸 사람|差出人"
_SENT = (
    "Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el| em)?|Fecha|Data|Inviato|Verzonden"
    "|Sendt|Skickat|Wysłano|Отправлено|发送时间|寄件日期|보낸 날짜|送信日時"
)
_FORWARDED = (
    "Original Message|Forwarded message|Ursprüngliche Nachricht|Weitergeleitete"
    " Nachricht|Message d'origine|Message transféré|Mensaje original|Mensaje reenviado"
    "|Messaggio originale|Messaggio inoltrato|Mensagem original|Oorspronkelijk bericht"
    "|Doorgestuurd bericht|原始邮件|转发邮件|原始郵件|원본 메시지|元のメッセージ"
)
_EARLIER_MAIL = re.compile(
    rf"^[ \t]*-{{2,}}[ \t]*(?:{_FORWARDED})[ \t]*-{{2,}}"
    r"|^[ \t]*Begin forwarded message:"
    rf"|^(?:[ \t]*_{{10,}}[ \t]*\n\s{{0,3}})?[ \t]*(?:{_FROM})\s?[:：][^\n]*\n"
    rf"(?:[^\n]+\n){{0,2}}[ \t]*(?:{_SENT})\s?[:：]",
    re.MULTILINE | re.IGNORECASE,
)
_WROTE = (
    "wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev"
    "|napisał\\(?a?\\)?|написала?|作成|写道|写到|寫道|작성"
)
_ATTRIBUTION = re.compile(
    rf"(?=.*\d)[^\n]{{2,300}}(?:\n[^\n]{{0,300}})?"
    rf"(?:\b|\s)(?:{_WROTE})(?: [^\n]{{1,120}})?\s?[:：]?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_ATTRIBUTION = 400
_SIGNATURE = re.compile(r"--(?:[ \t]*\n.*)?", re.DOTALL)
_MOST_SIGNED = 25
_SENT_FROM = re.compile(
    r"(?:Sent (?:from|via) (?:my )?|Get Outlook for |Von meinem |Envoyé de mon "
    r"|Envoyé depuis mon |Enviado desde mi |Inviato da(?:l mio)? )[\w ./<>:#-]{2,60}"
    r"(?:gesendet)?\.?",
    re.IGNORECASE,
)
_LIST_RULE = re.compile(r"_{20,}(?:\n.*)?", re.DOTALL)
_MOST_OF_LIST = 6
_LEGAL = re.compile(
    r"\b(?:this|these) (?:e-?mails?|messages?|communication|transmission)\b.{0,160}"
    r"\b(?:confidential|privileged|intended (?:solely|only|for))"
    r"|\bif you (?:are|were) not the intended recipient\b"
    r"|\b(?:diese|die) (?:e-?mail|nachricht)\b.{0,160}\bvertraulich"
    r"|\bce (?:message|courriel|mail)\b.{0,200}\bconfidentiel"
    r"|\b(?:este|el) (?:mensaje|correo)\b.{0,200}\bconfidencial"
    r"|\b(?:consider|think (?:of|about)) the environment before printing\b"
    r"|^\W*confidentiality (?:notice|note)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LEGAL = 4000
_LAST_BLOCKS = 8


def marked(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a body with earlier mails and footers told apart."""
    found = _EARLIER_MAIL.search(text)
    border = found.start() if found else len(text)
    kinds = [_as_quoted(it) if it.span.start >= border else it for it in blocks]
    for at in _attributions(text, kinds):
        kinds[at] = _as_quoted(kinds[at])
    for at in _footers(text, kinds):
        kinds[at] = replace(kinds[at], zone=kinds[at].zone or ZoneKind.OTHER)
    return tuple(kinds)


def _as_quoted(block: Block) -> Block:
    is_plain = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return replace(block, kind=BlockKind.QUOTATION) if is_plain else block


def _attributions(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the blocks that say whose the quotation right below them is."""
    for at, following in enumerate(blocks[1:]):
        if _is_quoted(following) and not _is_quoted(blocks[at]):
            for first in (at, max(at - 1, 0)):
                start, end = blocks[first].span.start, blocks[at].span.end
                if _is_attribution(text, start, end):
                    yield from range(first, at + 1)
                    break


def _is_attribution(text: str, start: int, end: int) -> bool:
    is_short = end - start <= _LONGEST_ATTRIBUTION
    return is_short and bool(_ATTRIBUTION.fullmatch(text, start, end))


def _is_quoted(block: Block) -> bool:
    return block.kind is BlockKind.QUOTATION


def _footers(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    own = [at for at, block in enumerate(blocks) if not _is_quoted(block)]
    for place, at in enumerate(own):
        line = blocks[at].span.of(text)
        if _SIGNATURE.fullmatch(line):
            yield from _run(blocks, at, _MOST_SIGNED)
        elif _LIST_RULE.fullmatch(line):
            yield from _run(blocks, at, _MOST_OF_LIST)
        elif _SENT_FROM.fullmatch(line) or (
            place >= len(own) - _LAST_BLOCKS
            and len(line) <= _LONGEST_LEGAL
            and _LEGAL.search(line)
        ):
            yield at


def _run(blocks: Sequence[Block], first: int, most: int) -> Iterator[int]:
    """Yield a block and those below it, up to a quotation; none if they are many."""
    end = first
    while end < len(blocks) and not _is_quoted(blocks[end]):
        end += 1
    if end - first <= most:
        yield from range(first, end)
