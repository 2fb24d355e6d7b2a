"""Builds the program; nothing else does."""

from __future__ import annotations

import gc
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from ui import theme
from ui.live_settings import wanted_dark
from ui.main_window import MainWindow
from ui.reader import accessible
from ui.resources import icon
from ui.session import Session

SWITCH_SECONDS = 0.0005
"""So long a job goes on while the window waits for the interpreter: Python's own
5 ms come again with each of the many calls of Qt in one event."""
THRESHOLDS = (5_000, 2, 800)
"""Every thread waits while garbage is collected. Among 15,000 new things that takes
some ms, among 60,000 it took 25; in all, while a long text is open, 80: seldom."""


def build(
    path: Path | None = None,
    *,
    dark: bool | None = None,
    session: Session | None = None,
    analyst: str = "analyst",
) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, with a project open if one is named."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*THRESHOLDS)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("research-workbench")
    app.setApplicationDisplayName("")
    session = session or Session()
    theme.load_fonts()
    app.setFont(theme.interface_font())
    accessible.install()
    app.setWindowIcon(icon("book-open", "accent"))
    app.setStyleSheet("")  # as at every start: see `theme.styled_last`
    window = MainWindow(session, analyst)
    if path is not None:
        window.open_project(path)
    theme.apply(app, wanted_dark(window.settings.now) if dark is None else dark)
    return app, window


def main(path: Path | None, analyst: str) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    app, window = build(path, analyst=analyst)
    _show_crashes(window)
    window.show()
    gc.freeze()  # What is there from the beginning need not be looked through again.
    return app.exec()


def _show_crashes(window: MainWindow) -> None:
    """Say that something went wrong instead of dying or staying silent."""

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        traceback.print_exception(kind, error, trace)
        window.notices.problem(
            f"This is a mistake in the program ({kind.__name__}: {error})."
            " What you did until now is saved; go on, or close and open it again."
        )

    sys.excepthook = hook
