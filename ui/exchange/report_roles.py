"""What a report's list gives for each row, beside what all lists give."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class ReportRole(IntEnum):
    """`SENTENCES` is a list of strings; `IS_COPY` marks a line beneath its file."""

    SENTENCES = int(Qt.ItemDataRole.UserRole) + 301
    IS_COPY = int(Qt.ItemDataRole.UserRole) + 302
