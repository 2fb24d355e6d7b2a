"""The shape of a ribbon between two texts, from the heights of what it ties."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

Extent = tuple[float, float]

_THIN = 6.0


@dataclass(frozen=True, slots=True)
class Band:
    """From `left` to `right`, each from a height to a height.

    One end may fade: the place it leads to is out of view, and the band only points
    at the edge beyond which that is.
    """

    left: Extent
    right: Extent
    fades_left: bool = False
    fades_right: bool = False


def band(left: Extent, right: Extent, views: tuple[Extent, Extent]) -> Band | None:
    """Return the band between two extents; None when both are out of their views."""
    fades_left, fades_right = _is_out(left, views[0]), _is_out(right, views[1])
    if fades_left and fades_right:
        return None
    return Band(
        _at_edge(left, views[0]) if fades_left else left,
        _at_edge(right, views[1]) if fades_right else right,
        fades_left,
        fades_right,
    )


def edges(shape: Band, width: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the upper and the lower edge of a band, both from the left."""
    return (
        _edge(shape.left[0], shape.right[0], width),
        _edge(shape.left[1], shape.right[1], width),
    )


def outline(shape: Band, width: float) -> QPainterPath:
    """Return the whole band."""
    path, lower = edges(shape, width)
    path.connectPath(lower.toReversed())
    path.closeSubpath()
    return path


def _edge(left: float, right: float, width: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(0, left)
    path.cubicTo(width / 2, left, width / 2, right, width, right)
    return path


def _is_out(extent: Extent, view: Extent) -> bool:
    return extent[1] <= view[0] or extent[0] >= view[1]


def _at_edge(extent: Extent, view: Extent) -> Extent:
    """Return a thin extent just inside the edge beyond which the whole one is."""
    if extent[1] <= view[0]:
        return view[0], view[0] + _THIN
    return view[1] - _THIN, view[1]
