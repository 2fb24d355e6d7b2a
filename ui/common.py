"""What controllers of an open project have in common."""

from __future__ import annotations

from dataclasses import dataclass

from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.project import Project


@dataclass(frozen=True, slots=True)
class Common:
    """One project, how its changes are heard, what is said, and what runs beside."""

    project: Project
    signals: ProjectSignals
    notices: Notices
    runner: JobRunner
