"""Any paragraphs that are set in one or two columns come back as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.importing.pdf_setting import MARGIN, PAGE, Frame, canvas_of, finished
from workbench.importing.contents import Hints
from workbench.importing.pdf_files import read_pdf
from workbench.text.boxes import NOWHERE, unpack_boxes

GUTTER = 18.0
WORDS = st.text("abcdefghijklmnoprstuvwzäéß", min_size=1, max_size=11)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=60).map(
    lambda words: " ".join(words).capitalize() + "."
)


@dataclass(frozen=True)
class Setting:
    """How the paragraphs of an example are set."""

    columns: int
    indent: float
    is_justified: bool
    is_hyphenated: bool


SETTINGS = st.builds(
    Setting, st.sampled_from([1, 2]), st.sampled_from([0.0, 12.0]), st.booleans(),
    st.booleans(),
)  # fmt: skip


def as_set(columns: Sequence[Sequence[str]], setting: Setting) -> tuple[bytes, int]:
    """Return the file, and how many lines the shortest column has."""
    canvas, written = canvas_of()
    width = (PAGE[0] - 2 * MARGIN - GUTTER) / 2 if len(columns) > 1 else 451.0
    lines = []
    for at, paragraphs in enumerate(columns):
        frame = Frame(
            canvas,
            MARGIN + at * (width + GUTTER),
            width=width,
            indent=setting.indent,
            is_justified=setting.is_justified,
        )
        hyphenate = setting.is_hyphenated
        lines.append(
            sum(len(frame.broken(it, hyphenate=hyphenate)) for it in paragraphs)
        )
        for it in paragraphs:
            frame.paragraph(it, hyphenate=hyphenate)
    return finished(canvas, written), max(lines)


@settings(max_examples=30, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=2, max_size=8), SETTINGS)
def test_paragraphs_come_back(paragraphs: list[str], setting: Setting) -> None:
    half = len(paragraphs) // 2
    columns = [paragraphs[:half], paragraphs[half:]]
    columns = columns if setting.columns == 2 else [paragraphs]
    content, lines = as_set(columns, setting)
    # One line beside another may as well be a line with a gap in it.
    assume(lines > 1)
    (contents,) = read_pdf(content, Hints("any.pdf"))
    assert [it.span.of(contents.text) for it in contents.blocks] == paragraphs
    assert contents.text == "".join(f"{it}\n" for it in paragraphs)
    boxes = unpack_boxes(contents.pages[0].boxes)
    assert len(boxes) == len(contents.text)
    for mark, box in zip(contents.text, boxes, strict=True):
        assert mark.isspace() or box != NOWHERE
