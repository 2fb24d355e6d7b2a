"""Pages are drawn as large as asked, and never larger than memory bears."""

from __future__ import annotations

import pytest

from tests.importing.pdf_setting import canvas_of, finished
from workbench.errors import UnreadableFile
from workbench.importing.pdf_opening import open_pdf
from workbench.importing.pdf_pictures import MOST_PIXELS, render


def black_square(size: tuple[float, float] = (200.0, 100.0)) -> bytes:
    canvas, written = canvas_of(size)
    canvas.rect(0, 0, 50, 50, fill=1, stroke=0)
    return finished(canvas, written)


def test_a_page_is_drawn_upright_with_four_bytes_a_pixel() -> None:
    document = open_pdf(black_square(), "square.pdf")
    picture = render(document, 1, 1.5)
    document.close()
    assert (picture.width, picture.height) == (300, 150)
    assert len(picture.pixels) == 300 * 150 * 4

    def blue(x: int, y: int) -> int:
        return picture.pixels[(y * picture.width + x) * 4]

    assert (blue(10, 140), blue(10, 10), blue(200, 140)) == (0, 255, 255)


def test_a_huge_picture_is_drawn_smaller() -> None:
    document = open_pdf(black_square((3000, 3000)), "huge.pdf")
    picture = render(document, 1, 100)
    document.close()
    assert MOST_PIXELS * 0.98 < picture.width * picture.height < MOST_PIXELS * 1.02


def test_a_page_that_is_not_there() -> None:
    document = open_pdf(black_square(), "square.pdf")
    with pytest.raises(UnreadableFile, match="Page 7 cannot be drawn"):
        render(document, 7, 1)
    document.close()
