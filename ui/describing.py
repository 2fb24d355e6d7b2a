"""How documents and cases are described: the list of cases, the attributes, columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.attributes.controller import AttributesController
from ui.attributes.dialog import AttributesDialog
from ui.cases.controller import CasesController
from ui.cases.panel import CasesPanel
from ui.described.model import Arrangement, DescribedModel
from ui.jobs import JobRunner
from ui.library.model import LibraryModel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.attributes import Subject
from workbench.project import Project


class Describing(QObject):
    """Builds what a project's attributes need besides the library."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        documents: LibraryModel,
        notices: Notices,
        runner: JobRunner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.cases = CasesPanel()
        self.dialog = AttributesDialog(window)
        self._models: dict[str, DescribedModel[Any]] = {
            "documents": documents,
            "cases": self.cases.model,
        }
        self._attributes = AttributesController(
            project, signals, self.dialog, notices, runner
        )
        CasesController(project, signals, self.cases, notices)
        documents.attributes_requested.connect(lambda: self.open(Subject.DOCUMENT))
        self.cases.model.attributes_requested.connect(lambda: self.open(Subject.CASE))

    def open(self, subject: Subject = Subject.DOCUMENT) -> None:
        """Open the attributes of documents or of cases."""
        self._attributes.open(subject)

    def arrangements(self) -> dict[str, Arrangement]:
        """Return how the columns stand, to be remembered."""
        return {name: model.arrangement for name, model in self._models.items()}

    def arrange(self, arrangements: Mapping[str, Arrangement]) -> None:
        """Put the columns as they were."""
        for name, model in self._models.items():
            model.arrangement = arrangements.get(name, [])
        self.cases.columns.layout.arrange()
