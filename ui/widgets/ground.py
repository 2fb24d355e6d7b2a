"""The ground a widget stands on: most step back, what is read lies on the surface."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lay_on_surface(widget: QWidget) -> None:
    """Paint the widget's ground like paper, as the style sheet says for it."""
    widget.setProperty("ground", "surface")
    # Qt leaves the ground of a plain QWidget's heirs unpainted otherwise.
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
