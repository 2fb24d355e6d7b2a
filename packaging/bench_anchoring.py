"""Measures how fast and how surely passages are found again in an edited text.

A text of made-up words, with repeated sentences, is edited: every twentieth word is
deleted, replaced or joined by another, paragraphs move, sentences are deleted or
written twice, words mistyped. Where each character went is known.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.text.edited import Author, Edited
from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.spans import Span
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.operations.versions import replace_document
from workbench.project import Project
from workbench.text.anchoring import anchor_all
from workbench.text.selectors import describe

SIZES = ((1_000_000, 10_000), (5_000_000, 50_000))


def main() -> None:
    """Print one line a size, and what it takes to replace a whole document."""
    for length, count in SIZES:
        print(measure(length, count))
    print(measure_replacing(*SIZES[0]))


def edited_text(length: int, count: int) -> tuple[str, Edited, list[Span]]:
    """Return a text, what became of it, and passages all over it."""
    author = Author(20, words=30_000)
    old = author.text(length)
    edited = author.edit(old, moves=length // 50_000, cuts=length // 20_000,
                         typos=length // 5_000)  # fmt: skip
    return old, edited, author.spans(old, count)


def measure(length: int, count: int) -> str:
    """Anchor passages in one edited text, and compare with where they went."""
    old, edited, spans = edited_text(length, count)
    selectors = [describe(old, span) for span in spans]
    start = time.perf_counter()
    anchors = anchor_all(old, edited.new, selectors)
    seconds = time.perf_counter() - start
    wrong = sum(
        _is_wrong(anchor, span, edited.survived(span), edited.new, old)
        for anchor, span in zip(anchors, spans, strict=True)
    )
    name = f"anchor {count:,} passages, {length / 1e6:.0f} MB, 5 % edited"
    return f"  {name:<52}{seconds:9.2f} s    {wrong} wrong"


def measure_replacing(length: int, count: int) -> str:
    """Replace a document by an edited text, its passages and the index with it."""
    old, edited, spans = edited_text(length, count)
    with tempfile.TemporaryDirectory() as scratch:
        first, later = Path(scratch) / "first.txt", Path(scratch) / "later.txt"
        first.write_text(old, newline="")
        later.write_text(edited.new, newline="")
        with Project.create(Path(scratch) / "bench.workbench") as project:
            document_id = import_paths(project, [first])[0].document_id
            assert document_id is not None
            with project.operation("Mark"):
                for span in spans:
                    mark_passage(project, document_id, span)
            start = time.perf_counter()
            replace_document(project, document_id, later)
            seconds = time.perf_counter() - start
    name = f"replace a document with {count:,} passages, 1 MB"
    return f"  {name:<52}{seconds:9.2f} s"


def _is_wrong(
    anchor: Anchor, span: Span, truth: Span | None, new: str, old: str
) -> bool:
    """Tell whether a passage was said to be somewhere else than it is."""
    if anchor.kind not in {AnchorKind.UNCHANGED, AnchorKind.MOVED}:
        return False
    assert anchor.span is not None
    return anchor.span.of(new) != span.of(old) or truth not in {None, anchor.span}


if __name__ == "__main__":
    main()
