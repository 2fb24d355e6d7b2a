"""Pictures are as sharp as they may be large."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.widgets.pictures import LONGEST_SIDE, MOST_DOTS, write_picture

RED = QColor("#ff0000")


@pytest.mark.parametrize(
    "size",
    [QSize(300, 200), QSize(12_000, 12_000), QSize(1_200, 30_000), QSize(90_000, 40)],
)
def test_a_picture_has_all_of_what_is_painted(
    size: QSize, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"

    def paint(painter: QPainter) -> None:
        painter.fillRect(size.width() - 40, size.height() - 40, 40, 40, RED)

    write_picture(path, size, "A picture", paint)
    image = QImage(str(path))
    assert image.pixelColor(image.width() - 2, image.height() - 2) == RED
    assert max(image.width(), image.height()) <= LONGEST_SIDE
    assert image.width() * image.height() <= MOST_DOTS


def test_what_is_tall_and_narrow_can_still_be_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"
    write_picture(path, QSize(1_200, 30_000), "A column", lambda painter: None)
    assert QImage(str(path)).width() >= 1_199
