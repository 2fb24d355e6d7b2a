"""The one motion of the program: a jump's target lights up once and fades."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation, Signal

_HELD = 380
_FADE = 120


class Flash(QObject):
    """Runs from 1 down to 0 once each time it is started."""

    changed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_HELD + _FADE)
        self._fade.setStartValue(1.0)
        self._fade.setKeyValueAt(_HELD / (_HELD + _FADE), 1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._tell)

    def start(self) -> None:
        """Light up, also when still lit."""
        self._fade.stop()
        self._fade.start()

    def _tell(self, strength: object) -> None:
        if isinstance(strength, float):
            self.changed.emit(strength)
