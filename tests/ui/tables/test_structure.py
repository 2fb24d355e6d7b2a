"""Rows and columns by keyboard in the real window, read back from the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.windows import open_window
from ui.main_window import MainWindow
from ui.session import Session
from ui.tables.panel import TablePanel
from workbench.model.tables import ColumnKind, ColumnType, ComparisonTable
from workbench.operations import tables
from workbench.operations.sample import build_sample
from workbench.operations.tags import create_tag
from workbench.project import Project

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
