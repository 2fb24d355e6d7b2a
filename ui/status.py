"""The status line: what was done last, what is in the project, jobs under way."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from ui.jobs import JobHandle, JobRunner
from ui.notices import Notices
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel
from workbench.jobs import Progress
from workbench.project import Project

SHOWN_AFTER_MS = 500
MOST_SHOWN = 2
HEIGHT = 28
DETAIL = 260


class _Detail(ElidedLabel):
    """What a job is at: of the same width whatever it says, narrower in need."""

    def __init__(self) -> None:
        super().__init__("", Qt.TextElideMode.ElideMiddle)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("muted", True)
        self.setFont(interface_font(tabular=True))
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        return QSize(DETAIL, super().sizeHint().height())


class JobLine(QWidget):
    """One job under way, with its progress and a button that stops it.

    `due` says that it has lasted long enough to be told of.
    """

    due = Signal()

    def __init__(self, job: JobHandle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(job.label)
        self._label.setProperty("muted", True)
        self._label.setFont(interface_font(tabular=True))
        self._label.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self._detail = _Detail()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(job.label)
        stop = QToolButton()
        stop.setIcon(icon("x"))
        stop.setToolTip("Cancel")
        stop.setAccessibleName(f"Cancel: {job.label}")
        stop.clicked.connect(job.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        for widget in (self._label, self._detail, self._bar, stop):
            row.addWidget(widget)
        job.progressed.connect(self._show)
        self._job = job
        self.is_due = False
        self.hide()
        QTimer.singleShot(SHOWN_AFTER_MS, self, self._become_due)

    @property
    def words(self) -> str:
        """How far the job is, in words."""
        return " · ".join(filter(None, [self._label.text(), self._detail.text]))

    def _show(self, progress: Progress) -> None:
        # Before it is known how much there is, the bar only moves.
        self._bar.setRange(0, progress.total if progress.done else 0)
        self._bar.setValue(progress.done)
        if not progress.done:
            return
        self._label.setText(self._count(progress, progress.done))
        self._keep_room(progress)
        if progress.things:
            self._detail.set_text(progress.label)
            self._detail.show()

    def _count(self, progress: Progress, done: int) -> str:
        count = f"{done:,} of {progress.total:,} {progress.things}".rstrip()
        return f"{self._job.label} {count}"

    def _keep_room(self, progress: Progress) -> None:
        """Give the words the room they need at last, so that nothing moves."""
        widest = self._count(progress, progress.total)
        needed = self._label.fontMetrics().horizontalAdvance(widest) + 14
        if needed > self._label.minimumWidth():
            self._label.setMinimumWidth(needed)

    def _become_due(self) -> None:
        self.is_due = True
        self.due.emit()


class StatusLine(QStatusBar):
    """Says what was done last at the left, counts and jobs at the right."""

    def __init__(self, notices: Notices, runner: JobRunner) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        # With room for a job, so that nothing moves when one begins.
        self.setFixedHeight(HEIGHT)
        # Cut where it is long: else a sentence would make the window wider.
        self._said = ElidedLabel("")
        self._said.setProperty("muted", True)
        self._counts = PlainLabel("")
        self._counts.setProperty("muted", True)
        self._said.setContentsMargins(12, 0, 0, 0)
        self._counts.setContentsMargins(0, 0, 8, 0)
        self.addWidget(self._said, 1)
        self.addPermanentWidget(self._counts)
        self._runner = runner
        self._lines: dict[JobHandle, JobLine] = {}
        notices.message.connect(self._said.set_text)
        runner.changed.connect(self._show_jobs)

    @property
    def said(self) -> str:
        """What was said last."""
        return self._said.text

    def say(self, text: str) -> None:
        """Say what was done last."""
        self._said.set_text(text)

    def show_counts(self, text: str) -> None:
        """Say what is in the project."""
        self._counts.setText(text)

    def _show_jobs(self) -> None:
        running = [it for it in self._runner.running if not it.is_quiet]
        for job in [it for it in self._lines if it not in running]:
            line = self._lines.pop(job)
            line.hide()
            line.deleteLater()
        for job in [it for it in running if it not in self._lines]:
            line = self._lines[job] = JobLine(job)
            line.due.connect(self._choose_lines)
            self.insertPermanentWidget(1, line)
            line.hide()
        self._choose_lines()

    def _choose_lines(self) -> None:
        """Show the oldest jobs that last; many would make the window wider."""
        due = [it for it in self._lines.values() if it.is_due]
        for line in due:
            line.setVisible(line in due[:MOST_SHOWN])


def counts_of(project: Project) -> str:
    """Return what the project holds, in words."""
    documents = count_of(project.documents.count(), "document")
    passages = count_of(project.passages.count(), "passage")
    state = "Read only" if project.is_read_only else "Saved"
    return f"{documents} · {passages} · {state}"
