"""What every test of the window's parts rests on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.windows import window, workspace

__all__ = ["window", "workspace"]


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application: fonts and pictures end the program without one."""
