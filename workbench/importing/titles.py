"""Finds the title and the date at the head of a plain text, when they are plain to see.

Better none than a wrong one: a person corrects an empty title sooner than a false one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.importing.dates import parse_date
from workbench.model.documents import Block, BlockKind
from workbench.text.blocks import STATUS_MARKS

_HEAD = 30
_LONGEST_TITLE = 160
_LONGEST_LINE = 400
_LONGEST_DATE_LINE = 80
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_LETTERHEAD = re.compile(
    r"(?:the )?(?:u\.?s\.? |united states )?"
    r"(?:bureau|office|offices|department|ministry|embassy|united states|government)"
    r"(?: of| and\b).*",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"skip (?:to|navigation|over)\b.*"
    r"|print\b.*|share\b.*|subscribe\b.*|sign (?:in|up)\b.*|log ?in\b.*|menu|home"
    r"|(?:contact|media contact|tel|phone|fax|e-?mail|date|updated|published)\b.*:.*"
    r"|\S*(?:@|://|www\.)\S*"
    r"|[\d\W_]+"
    r"|.{1,80} is an? .{1,80}\b(?:publication|publisher|newspaper|website)\b.*",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:to the|dear|fellow|my fellow|my friends|mr\.|mrs\.|ms\.|ladies|thank|members|"
    r"gentlemen|vice president|chief justice)\b.*",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Za-z., ]{2,40} ?(?:\([^)]*\) ?)?(?:—|–|--) ?\S.*")


def title_of(text: str, blocks: Sequence[Block]) -> str:
    """Return the title, or an empty string if no line is certain to be one."""
    head = _head(text, blocks)
    for line, kind in head[_after_status(head) :]:
        if not _is_skipped(line):
            return line if _can_be_title(line, kind) else ""
    return ""


def date_of(text: str, blocks: Sequence[Block]) -> str:
    """Return the first date that stands on a line of its own near the top."""
    for block in _first(blocks):
        if len(block.span) <= _LONGEST_DATE_LINE:
            found = parse_date(without_marks(block.span.of(text)))
            if found:
                return found
    return ""


def _first(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks to look at; a running head names neither title nor date."""
    return islice((it for it in blocks if it.zone is None), _HEAD)


def without_marks(line: str) -> str:
    """Return a line without Markdown's marks and with single spaces."""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "**" in line or "__" in line:
        line = line.replace("**", "").replace("__", "")
    return " ".join(line.strip("#*_ \t\r\n").split())


def _head(text: str, blocks: Sequence[Block]) -> list[tuple[str, BlockKind]]:
    """Return the first lines, down to the one with which prose begins."""
    head = []
    for block in _first(blocks):
        line = block.span.of(text)
        if len(line) > _LONGEST_LINE:
            break
        line = without_marks(line)
        head.append((line, block.kind))
        if len(line) > _LONGEST_TITLE:
            break
    return head


def _after_status(head: list[tuple[str, BlockKind]]) -> int:
    """Skip letterhead and navigation: a release's title follows its status mark."""
    after = 0
    for at, (line, _) in enumerate(head):
        if line.casefold().rstrip(":") in STATUS_MARKS:
            after = at + 1
    return after


def _is_skipped(line: str) -> bool:
    return (
        not line
        or line.casefold().rstrip(":") in STATUS_MARKS
        or bool(parse_date(line))
        or (len(line.split()) <= 6 and _LETTERHEAD.fullmatch(line) is not None)
        or (len(line) <= _LONGEST_TITLE and _SKIPPED.fullmatch(line) is not None)
    )


def _can_be_title(line: str, kind: BlockKind) -> bool:
    fewest_words = 1 if kind is BlockKind.HEADING else 3
    return (
        len(line) <= _LONGEST_TITLE
        and kind is not BlockKind.LIST_ITEM
        and len(line.split()) >= fewest_words
        and not line[0].islower()
        and not line.endswith((".", ",", ":", ";", "…"))
        and not _SALUTATION.fullmatch(line)
        and not _DATELINE.fullmatch(line)
    )
