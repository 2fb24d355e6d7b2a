"""A network as it was drawn last, which is moved and stretched while one moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.reuse.framing import Framing
from ui.reuse.network import Network
from ui.reuse.network_labels import Label
from ui.reuse.network_painting import paint_network

PAUSE_MS = 90
MANY = 250
"""So many edges and nodes are drawn anew in every frame."""


class NetworkPicture(QObject):
    """Draws a network on a widget; a large one anew only after moving has stopped."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._picture: QPixmap | None = None
        self._framing: Framing | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.forget)
        self.labels: Sequence[Label] = ()

    def forget(self) -> None:
        """Draw anew: something else is to be seen."""
        self._picture = None
        self._widget.update()

    def paint(self, painter: QPainter, network: Network, framing: Framing) -> None:
        """Draw the network, or what was drawn of it last where it has moved to."""
        is_large = len(network.nodes) + len(network.edges) > MANY
        has_moved = framing != self._framing
        if self._picture is None or (has_moved and not is_large):
            self._picture = self._draw(network, framing)
            self._framing = framing
        elif has_moved:
            self._pause.start()
        self._paint_moved(painter, self._picture, framing)

    def _draw(self, network: Network, framing: Framing) -> QPixmap:
        sharpness = self._widget.devicePixelRatioF()
        picture = QPixmap(self._widget.size() * sharpness)
        picture.setDevicePixelRatio(sharpness)
        colors = theme.tokens()
        picture.fill(colors.surface)
        painter = QPainter(picture)
        room = self._widget.rect().toRectF()
        self.labels = paint_network(painter, network, framing, room, colors)
        painter.end()
        return picture

    def _paint_moved(
        self, painter: QPainter, picture: QPixmap, framing: Framing
    ) -> None:
        drawn = self._framing or framing
        factor = framing.scale / drawn.scale
        painter.save()
        painter.fillRect(self._widget.rect(), theme.tokens().surface)
        painter.translate(
            framing.dx - drawn.dx * factor, framing.dy - drawn.dy * factor
        )
        painter.scale(factor, factor)
        painter.drawPixmap(0, 0, picture)
        painter.restore()
