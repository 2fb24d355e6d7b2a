"""Finds the title and the date at the head of a plain text, when they are plain to see.

Better none than a wrong one: a person corrects an empty title sooner than a false one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from workbench.importing.dates import parse_date
from workbench.model.documents import Block, BlockKind
from workbench.text.blocks import STATUS_MARKS

_HEAD = 30
_LONGEST_TITLE = 160
_LONGEST_LINE = 400
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


class Head:
    """The first lines of a text, as far as a title or date can be among them."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._lines = [
            (_readable(block.span.of(text)), block.kind)
            for block in islice(blocks, _HEAD)
        ]

    def title(self) -> str:
        """Return the title, or an empty string if no line is certain to be one."""
        for line, kind in self._lines[self._after_status() :]:
            if _is_skipped(line):
                continue
            return line if _can_be_title(line, kind) else ""
        return ""

    def date(self) -> str:
        """Return the first date that stands on a line of its own."""
        dates = (parse_date(line) for line, _ in self._lines)
        return next(filter(None, dates), "")

    def _after_status(self) -> int:
        """Skip letterhead and navigation: a release's title follows its status mark."""
        after = 0
        for at, (line, _) in enumerate(self._lines):
            if len(line) > _LONGEST_TITLE:
                break
            if line.casefold().rstrip(":") in STATUS_MARKS:
                after = at + 1
        return after


def without_marks(line: str) -> str:
    """Return a line without Markdown's marks and with single spaces."""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "**" in line or "__" in line:
        line = line.replace("**", "").replace("__", "")
    return " ".join(line.strip("#*_ \t\r\n").split())


def _readable(line: str) -> str:
    # Nothing so long is a title, whatever marks it loses.
    return line if len(line) > _LONGEST_LINE else without_marks(line)


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
