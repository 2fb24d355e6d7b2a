"""Pages are drawn elsewhere, and the next page of a PDF needs no new bytes."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.importing.hostile.pools import child_processes
from workbench.errors import UnreadableFile
from workbench.importing.workers import Asked, Limits, Workers
from workbench.jobs import Cancelled
from workbench.model.pictures import Picture


def pdf(*colors: tuple[float, float, float]) -> bytes:
    """Return a PDF with a page of 40 by 20 points in each of these colors."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(40, 20))
    for color in colors:
        canvas.setFillColorRGB(*color)
        canvas.rect(0, 0, 40, 20, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


class Shelf:
    """PDFs by their keys, and which of them were fetched."""

    def __init__(self) -> None:
        self.pdfs = {key: pdf(RED, BLUE) for key in "abc"}
        self.fetched: list[str] = []

    def fetch(self, key: str) -> Callable[[], bytes]:
        def content() -> bytes:
            self.fetched.append(key)
            return self.pdfs[key]

        return content


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(1) as workers:
        yield workers


def color_of(picture: Picture) -> tuple[float, float, float]:
    blue, green, red, _ = picture.pixels[:4]
    assert set(zip(*[iter(picture.pixels)] * 4, strict=True)) == {
        tuple(picture.pixels[:4])
    }
    return red / 255, green / 255, blue / 255


def test_pages_are_drawn_in_the_size_asked(workers: Workers) -> None:
    shelf = Shelf()
    for page, color in ((1, RED), (2, BLUE)):
        picture = workers.picture("a", shelf.fetch("a"), page, 2.0)
        assert (picture.width, picture.height) == (80, 40)
        assert color_of(picture) == color


def test_the_last_two_pdfs_are_kept(workers: Workers) -> None:
    shelf = Shelf()
    for key in ("a", "a", "b", "a", "b", "c", "b", "a"):
        workers.picture(key, shelf.fetch(key), 1, 1.0)
    assert shelf.fetched == ["a", "b", "c", "a"]


def test_what_cannot_be_drawn_is_told_and_does_no_harm(workers: Workers) -> None:
    shelf = Shelf()
    shelf.pdfs["c"] = b"%PDF-1.4 no more"
    with pytest.raises(UnreadableFile, match="Page 9 cannot be drawn"):
        workers.picture("a", shelf.fetch("a"), 9, 1.0)
    with pytest.raises(UnreadableFile, match="damaged"):
        workers.picture("c", shelf.fetch("c"), 1, 1.0)
    assert color_of(workers.picture("a", shelf.fetch("a"), 1, 1.0)) == RED


def test_an_error_of_whoever_fetches_goes_through(workers: Workers) -> None:
    def gone() -> bytes:
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        workers.picture("a", gone, 1, 1.0)
    assert workers.picture("a", Shelf().fetch("a"), 1, 1.0).width == 40


def test_a_page_that_takes_too_long_is_refused() -> None:
    hasty = Limits(seconds=0, seconds_per_mb=0)
    with (
        Workers(1, hasty) as workers,
        pytest.raises(UnreadableFile, match=r"Page 1 cannot be drawn: it takes"),
    ):
        workers.picture("a", lambda: pdf(*[RED] * 3000), 1, 2000.0)


def test_several_threads_draw_in_turn(workers: Workers) -> None:
    shelf = Shelf()
    with ThreadPoolExecutor(4) as threads:
        drawn = threads.map(
            lambda page: workers.picture("a", shelf.fetch("a"), page, 1.0),
            [1, 2] * 20,
        )
    assert [color_of(it) for it in drawn] == [RED, BLUE] * 20


def test_a_page_is_drawn_while_files_are_read(workers: Workers, tmp_path: Path) -> None:
    asked = (Asked(Path("a.txt"), content=b"Tide.") for _ in range(3000))
    reading = workers.read(asked)
    next(reading)
    assert color_of(workers.picture("a", Shelf().fetch("a"), 2, 1.0)) == BLUE
    assert sum(1 for _ in reading) == 2999


def test_a_closed_pool_draws_no_more() -> None:
    before = set(child_processes(os.getpid()))
    workers = Workers(1)
    workers.picture("a", Shelf().fetch("a"), 1, 1.0)
    workers.close()
    assert set(child_processes(os.getpid())) == before
    with pytest.raises(Cancelled):
        workers.picture("a", Shelf().fetch("a"), 1, 1.0)
