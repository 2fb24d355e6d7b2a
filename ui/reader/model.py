"""What stands above a text: the title and the facts of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.widgets.moments import readable_date
from workbench.model.documents import Block, BlockKind, Document

NBSP = "\u00a0"
NB_HYPHEN = "\u2011"


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the text and scrolls with it.

    `version` are the words of the facts that lead to the earlier versions, if any;
    `encoding` those that say how the file was read.
    """

    title: str = ""
    facts: str = ""
    version: str = ""
    encoding: str = ""


def is_title(text: str, head: PageHead) -> bool:
    """Tell whether a block says the title over again."""
    return bool(head.title) and text.strip("#* ") == head.title


def with_title_as_heading(
    text: str, blocks: Sequence[Block], head: PageHead
) -> Sequence[Block]:
    """Show a title that the text begins with as a heading, whatever block it is."""
    if blocks and is_title(blocks[0].span.of(text), head):
        return [Block(blocks[0].span, BlockKind.HEADING, 1), *blocks[1:]]
    return blocks


def page_head(document: Document, zones: int = 0, encoding: str = "") -> PageHead:
    """Say in a line what kind of document this is, and how many zones it has.

    `encoding` says how the file was read, where that is worth a word.
    """
    encoding = encoding.replace(" ", NBSP).replace("-", NB_HYPHEN)
    version = f"version{NBSP}{document.version}"
    noun = "zone" if zones == 1 else "zones"
    facts = (
        readable_date(document.date, in_full=True),
        document.source,
        f"{document.characters:,}{NBSP}characters",
        version,
        f"{zones:,}{NBSP}{noun}" if zones else "",
        encoding,
    )
    return PageHead(
        document.title or document.name,
        f"{NBSP}· ".join(fact for fact in facts if fact),
        version if document.version > 1 else "",
        encoding,
    )
